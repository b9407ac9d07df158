#include "crs/ellipsoid.h"
#include "workspace/card_builder.h"
#include "workspace/standing_areas.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

std::vector<CardRow> finding_rows_at(const ViewContext& context,
                                     const std::vector<Id<model::Village>>& villages,
                                     const std::vector<Id<model::SpecialArea>>& areas) {
    std::vector<CardRow> rows;
    for (const model::BoundaryFinding* finding : findings_at(context.atlas(), villages, areas)) {
        const Subject subject{SubjectKind::finding, finding->id.value};
        rows.push_back({subject,
                        0,
                        {},
                        context.words.name("flaw_kind", finding->kind),
                        describe(context.atlas(), subject, context.words).detail,
                        {context.words.name("severity", finding->severity),
                         finding->severity == Severity::error ? Tone::red : Tone::amber}});
    }
    return rows;
}

/// What the village's claim rests on, as a case between the claimants says.
std::string basis_of(const ViewContext& context, const model::BoundaryException& area,
                     Id<model::Village> village) {
    const auto takes_part = [&](Id<model::Village> id) {
        return std::find(area.villages.begin(), area.villages.end(), id) != area.villages.end();
    };
    std::string basis;
    for (const model::BoundaryDispute* dispute : context.atlas().disputes_of(village)) {
        if (!takes_part(dispute->first) || !takes_part(dispute->second))
            continue;
        for (const model::Claim* claim : context.atlas().claims(dispute->id))
            if (claim->village == village && !claim->basis.empty())
                basis += (basis.empty() ? "" : "; ") + claim->basis;
    }
    return basis;
}

std::vector<CardRow> claimant_rows(const ViewContext& context,
                                   const model::BoundaryException& area) {
    std::vector<CardRow> rows;
    for (const Id<model::Village> village : area.villages)
        if (context.atlas().find(village))
            rows.push_back(village_row(context, village, basis_of(context, area, village)));
    for (const Id<model::SpecialArea> id : area.special_areas)
        if (const model::SpecialArea* special = context.atlas().find(id))
            rows.push_back({{SubjectKind::special_area, id.value},
                            0,
                            {},
                            special->name,
                            context.words.name("special_area_kind", special->kind),
                            {}});
    return rows;
}

std::vector<CardRow> case_rows(const ViewContext& context, const model::BoundaryException& area) {
    std::vector<CardRow> rows;
    if (area.villages.size() != 2)
        return rows;
    for (const model::BoundaryDispute* dispute : context.atlas().disputes_of(area.villages[0]))
        if (dispute->first == area.villages[1] || dispute->second == area.villages[1])
            rows.push_back(dispute_row(context, *dispute, {}));
    return rows;
}

} // namespace

void add_standing_area(CardView& card, const ViewContext& context,
                       const model::BoundaryException& area) {
    const bool claimed = area.reason == model::ExceptionReason::mutual_claim;
    card.remarks.push_back(context.words.say(claimed ? "workspace.area.means_claimed"
                                                     : "workspace.area.means_undefined"));
    add_section(card, context, claimed ? "claimants" : "bordering", claimant_rows(context, area));
    add_section(card, context, "disputes", case_rows(context, area));
    add_section(card, context, "findings",
                finding_rows_at(context, area.villages, area.special_areas));
}

CardView special_area_card(const ViewContext& context, const model::SpecialArea& area) {
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::special_area, area.id.value};
    card.title = area.name;
    card.subtitle = words.name("special_area_kind", area.kind);
    if (area.geometry && !area.geometry->empty())
        card.facts.push_back({words.language().hectares(crs::ellipsoidal_area(*area.geometry), 4),
                              words.say("workspace.card.ellipsoidal")});
    add_property(card, context, "claim_basis", words.say("workspace.area.imported"));
    if (is_standing(area))
        card.remarks.push_back(words.say("workspace.area.means_undefined"));
    add_section(card, context, "findings", finding_rows_at(context, {}, {area.id}));
    return card;
}

} // namespace antardesa::workspace
