#include "analysis/summary.h"
#include "base/text.h"
#include "workspace/card_builder.h"
#include "workspace/previous_name.h"

#include <algorithm>

namespace antardesa::workspace {

CardRow body_row(const ViewContext& context, const model::CooperationBody& body) {
    long long members = 0;
    long long women = 0;
    for (const auto* member : context.atlas().members(body.id)) {
        ++members;
        women += member->gender == model::Gender::woman;
    }
    const auto icon = context.words.icon("party.group");
    return {{},
            icon.code,
            icon.colour,
            body.name,
            context.words.say("workspace.card.members",
                              {context.words.number(static_cast<double>(members)),
                               context.words.number(static_cast<double>(women))}),
            {},
            RecordKey{Register::body, body.id.value}};
}

namespace {

void add_states(CardView& card, const ViewContext& context, Id<model::Village> village) {
    const auto lengths =
        analysis::summarise(context.atlas(), village, context.words.today()).boundaries;
    if (lengths.segments == 0 || lengths.total() <= 0)
        return;
    card.states_title = context.words.count("workspace.segments", lengths.segments) + " · " +
                        context.words.language().distance(lengths.total());
    card.states = state_shares(lengths, context.words);
}

std::vector<CardRow> body_rows(const ViewContext& context, Id<model::Village> village) {
    const model::Atlas& atlas = context.atlas();
    const Words& words = context.words;
    std::vector<CardRow> rows;
    const auto icon = words.icon("party.group");
    for (const auto& body : atlas.table<model::CooperationBody>()) {
        const auto members = atlas.members(body.id);
        if (std::any_of(members.begin(), members.end(),
                        [&](const auto* member) { return member->village == village; }))
            rows.push_back(body_row(context, body));
    }
    for (const auto& enterprise : atlas.table<model::JointEnterprise>()) {
        for (const auto* capital : atlas.capital(enterprise.id)) {
            if (capital->village != village)
                continue;
            rows.push_back({{},
                            icon.code,
                            icon.colour,
                            enterprise.name,
                            words.name("enterprise_state", enterprise.state),
                            {}});
            break;
        }
    }
    return rows;
}

} // namespace

CardView village_card(const ViewContext& context, const model::Village& village) {
    const model::Atlas& atlas = context.atlas();
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::village, village.id.value};
    const SubjectText text = describe(atlas, card.subject, words);
    card.title = text.title;
    card.subtitle = text.detail;
    const double area = context.shown.figures->area_of(atlas, village.id);
    card.facts.push_back({words.language().hectares(area), words.say("workspace.card.computed")});
    if (village.official_area_ha)
        card.facts.push_back({words.language().hectares(*village.official_area_ha * 10'000),
                              words.say("workspace.card.by_decree")});
    add_states(card, context, village.id);
    if (village.kind != model::VillageKind::unknown)
        add_property(card, context, "kind", words.name("village_kind", village.kind));
    add_property(card, context, "bps_code", village.bps_code);
    if (village.formed)
        add_property(card, context, "formed", words.language().short_date(*village.formed));
    for (const std::string& earlier : previous_names(village, words.language()))
        add_property(card, context, "formerly", earlier);
    add_property(card, context, "network", network_text(context, village.id));
    std::vector<CardRow> agreements;
    for (const auto* agreement : atlas.agreements_of(village.id))
        agreements.push_back(agreement_row(context, *agreement, village.id));
    add_section(card, context, "agreements", std::move(agreements));
    add_section(card, context, "bodies", body_rows(context, village.id));
    std::vector<CardRow> assets;
    for (const auto* asset : atlas.assets_of(village.id))
        assets.push_back(asset_row(context, *asset, village.id));
    add_section(card, context, "assets", std::move(assets));
    std::vector<CardRow> disputes;
    for (const auto* dispute : atlas.disputes_of(village.id))
        disputes.push_back(dispute_row(context, *dispute, village.id));
    add_section(card, context, "disputes", std::move(disputes));
    return card;
}

} // namespace antardesa::workspace
