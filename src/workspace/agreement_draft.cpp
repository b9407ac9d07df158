#include "workspace/agreement_draft.h"

#include "workspace/words.h"

namespace antardesa::workspace {

namespace {

std::string title_of(const model::Atlas& atlas, const analysis::Suggestion& suggestion,
                     const i18n::Catalogue& language) {
    if (const model::Agreement* before = atlas.find(suggestion.prolongs))
        return language.text({"workspace.draft.prolongs", {before->title}});
    for (const analysis::Fact& fact : suggestion.facts)
        if (const model::SharedAsset* asset = atlas.find(fact.asset))
            return language.text({"workspace.draft.asset", {asset->name}});
    std::string names;
    for (const Id<model::Village> village : suggestion.villages)
        names += (names.empty() ? "" : ", ") + village_name(atlas, village);
    const std::string code(model::code_of(suggestion.field));
    return language.text({"workspace.draft.field", {language.text("code.field." + code), names}});
}

} // namespace

AgreementDraft draft_of(const model::Atlas& atlas, const analysis::Suggestion& suggestion,
                        const i18n::Catalogue& language) {
    AgreementDraft draft{title_of(atlas, suggestion, language), suggestion.field, {}};
    if (const model::Agreement* before = atlas.find(suggestion.prolongs)) {
        draft.prolongs = before->id;
        draft.prolongs_title = before->title;
    }
    for (const Id<model::Village> village : suggestion.villages)
        draft.villages.emplace_back(village, village_name(atlas, village));
    return draft;
}

} // namespace antardesa::workspace
