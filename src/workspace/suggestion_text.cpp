#include "workspace/suggestion_text.h"

#include "workspace/words.h"

namespace antardesa::workspace {

namespace {

using analysis::Fact;
using analysis::FactKind;

std::string title_of(const model::Atlas& atlas, Id<model::Agreement> id) {
    const model::Agreement* agreement = atlas.find(id);
    if (!agreement)
        return {};
    return agreement->title.empty() ? agreement->number : agreement->title;
}

std::string name_of(const model::Atlas& atlas, Id<model::SharedAsset> id) {
    const model::SharedAsset* asset = atlas.find(id);
    return asset ? asset->name : std::string();
}

std::string name_of(const model::Atlas& atlas, Id<model::BoundaryDispute> id) {
    const model::BoundaryDispute* dispute = atlas.find(id);
    if (!dispute)
        return {};
    return dispute->number.empty() ? pair_name(atlas, dispute->first, dispute->second)
                                   : dispute->number;
}

std::string ends_text(const model::Atlas& atlas, const Fact& fact,
                      const i18n::Catalogue& language) {
    const model::Agreement* agreement = atlas.find(fact.agreement);
    const std::string date =
        agreement && agreement->ends ? language.date(*agreement->ends) : std::string();
    return language.plural("workspace.fact.ends", fact.days,
                           {title_of(atlas, fact.agreement), date});
}

std::string field_name(const model::Atlas& atlas, const Fact& fact,
                       const i18n::Catalogue& language) {
    const model::Agreement* agreement = atlas.find(fact.agreement);
    return agreement ? language.text("code.field." + std::string(model::code_of(agreement->field)))
                     : std::string();
}

} // namespace

std::string rule_text(const analysis::Suggestion& suggestion, const i18n::Catalogue& language) {
    return language.text("workspace.suggestion." + std::string(code_of(suggestion.rule)));
}

std::string fact_text(const model::Atlas& atlas, const Fact& fact,
                      const i18n::Catalogue& language) {
    const auto say = [&](const char* key, std::vector<std::string> arguments) {
        return language.text(Message{key, std::move(arguments)});
    };
    const std::string village = village_name(atlas, fact.village);
    switch (fact.kind) {
    case FactKind::neighbours:
        return say("workspace.fact.neighbours", {village, village_name(atlas, fact.other)});
    case FactKind::holds:
        return say("workspace.fact.holds", {village, name_of(atlas, fact.asset)});
    case FactKind::not_bound:
        return say("workspace.fact.not_bound", {});
    case FactKind::alone:
        return say("workspace.fact.alone", {village});
    case FactKind::cooperates:
        return say("workspace.fact.cooperates",
                   {village, title_of(atlas, fact.agreement), field_name(atlas, fact, language)});
    case FactKind::no_neighbour:
        return say("workspace.fact.no_neighbour", {village});
    case FactKind::ends:
        return ends_text(atlas, fact, language);
    case FactKind::rests_on:
        return say("workspace.fact.rests_on",
                   {name_of(atlas, fact.asset), title_of(atlas, fact.agreement)});
    case FactKind::reported:
        return language.plural("workspace.fact.reported", fact.days,
                               {title_of(atlas, fact.agreement)});
    case FactKind::disputed:
        return say("workspace.fact.disputed", {name_of(atlas, fact.dispute)});
    case FactKind::in_contested_area:
        break;
    }
    return say("workspace.fact.in_contested_area",
               {name_of(atlas, fact.asset), name_of(atlas, fact.dispute)});
}

} // namespace antardesa::workspace
