#include "workspace/card_builder.h"

#include "analysis/suggestions.h"
#include "model/reach.h"
#include "workspace/list_builder.h"

#include <algorithm>
#include <limits>

namespace antardesa::workspace {

namespace {

constexpr std::size_t all_rows = std::numeric_limits<std::size_t>::max();

std::string party_detail(const ViewContext& context, const model::AgreementParty& party) {
    const Words& words = context.words;
    std::string detail = party.role;
    if (party.deliberation)
        detail += (detail.empty() ? "" : " · ") +
                  words.say("workspace.card.deliberated", {words.date(party.deliberation)});
    return detail;
}

CardRow party_row(const ViewContext& context, const model::AgreementParty& party) {
    const Words& words = context.words;
    if (party.village)
        return village_row(context, party.village, party_detail(context, party));
    if (const auto* third = context.atlas().find(party.third_party)) {
        const auto icon = words.icon("party.third");
        return {{SubjectKind::third_party, third->id.value}, icon.code, icon.colour, third->name,
                words.name("third_party_kind", third->kind), {}};
    }
    const auto icon = words.icon("village");
    return {{}, icon.code, icon.colour, party.outside_village, words.say("workspace.card.outside"),
            {}};
}

CardRow share_row(const ViewContext& context, const model::AssetShare& share) {
    const Words& words = context.words;
    const std::string part = share.percent
                                 ? words.say("workspace.card.share", {words.number(*share.percent)})
                                 : std::string();
    if (share.village)
        return village_row(context, share.village, part);
    const auto icon = words.icon("party.group");
    const std::string holder = words.name("holder_kind", share.holder);
    return {{},
            icon.code,
            icon.colour,
            share.holder_name.empty() ? holder : share.holder_name,
            part.empty() ? holder : part,
            {}};
}

} // namespace

CardView agreement_card(const ViewContext& context, const model::Agreement& agreement) {
    const model::Atlas& atlas = context.atlas();
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::agreement, agreement.id.value};
    card.title = agreement.title;
    card.subtitle = words.or_dash(agreement.number) + " · " + words.stage_tag(agreement, true).text;
    if (agreement.stage != model::Stage::ended)
        card.stage = agreement.stage;
    add_property(card, context, "field", words.name("field", agreement.field));
    add_property(card, context, "current_field",
                 words.name("current_field", agreement.current_field));
    add_property(card, context, "branch", words.name("branch", agreement.branch));
    if (agreement.branch == model::Branch::inter_village)
        add_property(card, context, "kind", words.name("cooperation_kind", agreement.kind));
    add_property(card, context, "reach", words.name("reach", model::reach_of(atlas, agreement.id)));
    add_property(card, context, "stage", words.name("stage", agreement.stage));
    if (agreement.end_reason != model::EndReason::none)
        add_property(card, context, "end_reason", words.name("end_reason", agreement.end_reason));
    if (agreement.signed_on)
        add_property(card, context, "signed", words.date(agreement.signed_on));
    if (agreement.starts || agreement.ends)
        add_property(card, context, "in_force",
                     words.date(agreement.starts) + " – " + words.date(agreement.ends));
    if (agreement.value_rupiah)
        add_property(card, context, "value", words.language().rupiah(*agreement.value_rupiah));
    if (const auto* body = atlas.find(agreement.body))
        add_property(card, context, "body", body->name);
    add_property(card, context, "document", document_text(context.atlas(), agreement.document));
    add_contents(card, context, agreement);
    add_property(card, context, "missing", missing_text(context, agreement));
    add_property(card, context, "remark", agreement.remark);
    std::vector<CardRow> parties;
    for (const auto* party : atlas.parties(agreement.id))
        parties.push_back(party_row(context, *party));
    add_section(card, context, "parties", std::move(parties), all_rows);
    std::vector<CardRow> assets;
    for (const auto& asset : atlas.assets())
        if (asset.agreement == agreement.id)
            assets.push_back(asset_row(context, asset, {}));
    add_section(card, context, "assets", std::move(assets));
    add_proceedings(card, context, agreement);
    return card;
}

namespace {

/// "laporan semester": when it was last done.
std::string last_care(const ViewContext& context, const model::SharedAsset& asset,
                      model::CareKind kind) {
    std::optional<Date> last;
    for (const model::AssetCare* care : context.atlas().care(asset.id))
        if (care->kind == kind && care->date && (!last || days_between(*last, *care->date) > 0))
            last = care->date;
    return last ? context.words.date(last) : std::string();
}

/// What was done with it, the newest first; inventories and reports have their dates above.
std::vector<CardRow> care_rows(const ViewContext& context, const model::SharedAsset& asset) {
    std::vector<const model::AssetCare*> done;
    for (const model::AssetCare* care : context.atlas().care(asset.id))
        if (care->kind != model::CareKind::inventory &&
            care->kind != model::CareKind::semester_report)
            done.push_back(care);
    std::stable_sort(done.begin(), done.end(), [](const auto* a, const auto* b) {
        return sort_value(a->date) > sort_value(b->date);
    });
    std::vector<CardRow> rows;
    for (const model::AssetCare* care : done) {
        const std::string kind = context.words.name("care_kind", care->kind);
        const std::string day = care->date ? context.words.date(care->date) + " · " : "";
        rows.push_back(
            {{}, 0, {}, care->description.empty() ? kind : care->description, day + kind, {}});
    }
    return rows;
}

/// Cases in whose contested land it lies.
std::vector<CardRow> cases_around(const ViewContext& context, const model::SharedAsset& asset) {
    std::vector<CardRow> rows;
    for (const model::BoundaryDispute& dispute : context.atlas().disputes())
        if (analysis::lies_in(asset, dispute))
            rows.push_back(dispute_row(context, dispute, {}));
    return rows;
}

} // namespace

CardView asset_card(const ViewContext& context, const model::SharedAsset& asset) {
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::asset, asset.id.value};
    card.title = asset.name;
    card.subtitle = words.name("asset_kind", asset.kind);
    add_property(card, context, "condition", words.name("asset_condition", asset.condition));
    if (asset.year)
        add_property(card, context, "year", std::to_string(*asset.year));
    if (asset.value_rupiah)
        add_property(card, context, "value", words.language().rupiah(*asset.value_rupiah));
    add_property(card, context, "goods_code", asset.code);
    add_property(card, context, "basis", asset.basis);
    add_property(card, context, "use", words.name("asset_use", asset.use));
    add_property(card, context, "inventory", last_care(context, asset, model::CareKind::inventory));
    add_property(card, context, "semester_report",
                 last_care(context, asset, model::CareKind::semester_report));
    std::vector<CardRow> shares;
    for (const auto* share : context.atlas().shares(asset.id))
        shares.push_back(share_row(context, *share));
    add_section(card, context, "owners", std::move(shares), all_rows);
    if (const auto* agreement = context.atlas().find(asset.agreement))
        add_section(card, context, "agreements", {agreement_row(context, *agreement, {})});
    add_section(card, context, "care", care_rows(context, asset));
    add_section(card, context, "disputes", cases_around(context, asset));
    return card;
}

} // namespace antardesa::workspace
