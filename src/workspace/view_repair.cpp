#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "workspace/card_builder.h"
#include "workspace/state.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace antardesa::workspace {

namespace {

/// Square metres that a person can read: more digits for less land.
std::string signed_area_text(const Words& words, double square_metres) {
    const double size = std::abs(square_metres);
    if (size == 0)
        return "0 m²";
    const std::string figure = words.number(size, size < 1 ? 4 : size < 1000 ? 2 : 0);
    const char* sign = square_metres < 0 ? "−" : "+";
    return sign + figure + " m²";
}

RepairRow row_of(const Words& words, std::string name, double change) {
    return {std::move(name), signed_area_text(words, change), change > 0, std::nullopt, {}};
}

/// "Sukamaju, Batutengah, …": the first few.
std::string names_of(const model::Atlas& atlas, const std::map<std::uint32_t, geo::Point>& shapes) {
    constexpr std::size_t most = 5;
    std::string names;
    std::size_t count = 0;
    for (const auto& [shape, place] : shapes) {
        if (++count > most)
            return names + ", …";
        const std::size_t area = shape - atlas.villages().size();
        names += (names.empty() ? "" : ", ") + (shape < atlas.villages().size()
                                                    ? atlas.villages()[shape].name
                                                    : atlas.table<model::SpecialArea>()[area].name);
    }
    return names;
}

/// "12 diperbaiki, 3 tersisa, 1 diizinkan": what there is none of is not said, but for the first.
std::string counts_text(const Words& words, const analysis::RepairCounts& counts) {
    std::string text;
    for (const Message& message : count_messages(counts))
        if (text.empty() || message.arguments.front() != "0")
            text += (text.empty() ? "" : ", ") + words.say(message.key, message.arguments);
    return text + ".";
}

/// Why those stay that were asked for: each reason once.
std::string reasons_text(const Words& words, const topology::Repair& repair) {
    std::set<std::string> reasons;
    for (const topology::RefusedStrip& strip : repair.refusals)
        reasons.insert(words.say(why_it_stays(strip).key));
    std::string text;
    for (const std::string& reason : reasons)
        text += " " + reason;
    return text;
}

/// Of one case not how many others there are.
std::string summary_of(const Words& words, const topology::Repair& found, bool one_case) {
    analysis::RepairCounts counts = analysis::counts_of(found);
    if (one_case)
        counts.left = 0;
    return (found.repaired == 0 ? words.say("workspace.repair.nothing") + " " : std::string()) +
           counts_text(words, counts) + reasons_text(words, found);
}

/// What nobody asked for and goes with the case.
std::string along_text(const model::Atlas& atlas, const Words& words,
                       const topology::Repair& repair) {
    std::string text;
    for (const topology::MendedStrip& strip : repair.mended)
        if (strip.along)
            text += " " + words.say("workspace.repair.along",
                                    {words.name("flaw_kind", flaw_kind_of(strip)),
                                     shape_names(atlas, strip.claimants)});
    return text;
}

/// The paper that the line goes back to, and what happens to its points.
std::string put_back_text(const model::Atlas& atlas, const Words& words, const RepairPlan& plan) {
    const model::Document* document = atlas.find(plan.edit.document);
    std::string text = document ? words.say("workspace.repair.put_back_by",
                                            {document_text(atlas, plan.edit.document)})
                                : words.say("workspace.repair.put_back");
    for (const analysis::PointFate& fate : plan.points)
        if (const auto* point = atlas.find(fate.point))
            text += " " +
                    words.say(fate.carried ? "workspace.line.point_carried"
                                           : "workspace.line.point_left",
                              {point->kind + " " + point->number, words.number(fate.metres, 2)}) +
                    ".";
    return text;
}

/// "Sukamaju – Batutengah (sepakat, 3/2026)": the agreed lines whose paper it leaves behind.
std::string settled_text(const model::Atlas& atlas, const Words& words, const RepairPlan& plan) {
    std::string names;
    for (const Id<model::BoundarySegment> id : plan.settled) {
        const model::BoundarySegment* segment = atlas.find(id);
        const model::Document* document = segment ? atlas.find(segment->document) : nullptr;
        if (segment)
            names += (names.empty() ? "" : "; ") +
                     words.say("workspace.line.settled_by",
                               {pair_name(atlas, segment->first, segment->second),
                                words.name("segment_state", segment->state),
                                document && !document->number.empty() ? document->number : "—"});
    }
    return names.empty() ? names : " " + words.say("workspace.repair.settled", {names});
}

/// Who takes part in the case, villages first.
std::vector<std::string> sides_of(const model::Atlas& atlas,
                                  const model::BoundaryFinding& finding) {
    std::vector<std::string> names;
    for (const Id<model::Village> id : finding.villages)
        names.push_back(village_name(atlas, id));
    for (const Id<model::SpecialArea> id : finding.special_areas)
        if (const model::SpecialArea* area = atlas.find(id))
            names.push_back(area->name);
    return names;
}

/// A village before a special area; of two special areas either.
std::size_t keepable_of(const model::BoundaryFinding& finding) {
    if (finding.kind != model::FlawKind::duplicate_shape ||
        finding.villages.size() + finding.special_areas.size() != 2)
        return 0;
    return finding.special_areas.size();
}

/// The lines that the two claim, which they may have agreed on.
std::vector<std::pair<Id<model::Claim>, std::string>>
claims_of(const model::Atlas& atlas, const Words& words, const model::BoundaryFinding& finding) {
    std::vector<std::pair<Id<model::Claim>, std::string>> claims;
    const auto takes_part = [&](Id<model::Village> village) {
        return std::find(finding.villages.begin(), finding.villages.end(), village) !=
               finding.villages.end();
    };
    for (const model::BoundaryDispute& dispute : atlas.disputes()) {
        if (!takes_part(dispute.first) || !takes_part(dispute.second))
            continue;
        for (const model::Claim* claim : atlas.claims(dispute.id))
            if (claim->line && !claim->line->empty())
                claims.emplace_back(claim->id,
                                    words.say("workspace.repair.claim",
                                              {village_name(atlas, claim->village), claim->basis}));
    }
    return claims;
}

RepairRow village_row(const model::Atlas& atlas, const Words& words,
                      const topology::LedgerRow& ledger) {
    const auto& villages = atlas.villages();
    const auto& areas = atlas.table<model::SpecialArea>();
    const bool is_village = ledger.claimant < villages.size();
    const std::size_t area = ledger.claimant - villages.size();
    RepairRow row = row_of(words, is_village ? villages[ledger.claimant].name : areas[area].name,
                           ledger.after - ledger.before);
    const model::SharedPolygons& outline =
        is_village ? villages[ledger.claimant].geometry : areas[area].geometry;
    if (outline) {
        const geo::Point centre = geo::bounds(*outline).centre();
        row.place = Place{centre.x, centre.y};
    }
    return row;
}

/// Whose rings are mended, or get a corner of a neighbour's line, without a change of land that is
/// shown.
std::set<std::uint32_t> quietly_changed(const topology::Repair& repair,
                                        const std::vector<topology::LedgerRow>& shown) {
    std::set<std::uint32_t> shapes;
    for (const topology::MendedStrip& one : repair.mended)
        if (one.fault)
            shapes.insert(one.claimants.begin(), one.claimants.end());
    for (const auto& [claimant, outline] : repair.outlines)
        shapes.insert(claimant);
    for (const topology::LedgerRow& row : shown)
        shapes.erase(row.claimant);
    return shapes;
}

/// Who gains or loses most stands first; what became of gaps and overlaps last.
std::vector<RepairRow> rows_of(const model::Atlas& atlas, const Words& words,
                               const RepairPlan& plan, const PicturedRepair& pictured) {
    const topology::Ledger& ledger = plan.repair.repair.ledger;
    std::vector<topology::LedgerRow> villages = ledger.villages;
    std::stable_sort(villages.begin(), villages.end(), [](const auto& a, const auto& b) {
        return std::abs(a.after - a.before) > std::abs(b.after - b.before);
    });
    constexpr double least = 0.00005; // what four decimals show
    std::erase_if(villages, [](const topology::LedgerRow& village) {
        return std::abs(village.after - village.before) < least;
    });
    std::vector<RepairRow> rows;
    for (const topology::LedgerRow& village : villages) {
        rows.push_back(village_row(atlas, words, village));
        if (const auto at = pictured.numbers.find(village.claimant); at != pictured.numbers.end())
            rows.back().colour = cartography::repair_shade(words.inks(), at->second);
    }
    for (const std::uint32_t shape : quietly_changed(plan.repair.repair, villages))
        rows.push_back(village_row(atlas, words, {shape, 0, 0}));
    const auto add = [&](const char* key, double change) {
        if (std::abs(change) >= least)
            rows.push_back(row_of(words, words.say(key), change));
    };
    add("workspace.repair.overlap", ledger.overlap_before - ledger.overlap_after);
    add("workspace.repair.miscounted", ledger.miscounted);
    add("workspace.repair.gap", ledger.gap_after - ledger.gap_before);
    add("workspace.repair.open", ledger.opened);
    add("workspace.repair.redrawn", -ledger.redrawn);
    return rows;
}

/// Findings of a batch, as its lists show them. Areas are those of degrees in the middle of the
/// map.
class RepairItems {
  public:
    RepairItems(const model::Atlas& atlas, const Words& words) : atlas_(atlas), words_(words) {
        constexpr double step = 0.001;
        const geo::Point middle = atlas.box().empty() ? geo::Point{} : atlas.box().centre();
        square_metres_ = crs::ellipsoidal_distance(middle, middle + geo::Point{step, 0}) *
                         crs::ellipsoidal_distance(middle, middle + geo::Point{0, step}) /
                         (step * step);
    }

    std::vector<RepairItem> mended(const topology::Repair& repair) const {
        std::vector<RepairItem> items;
        for (const topology::MendedStrip& strip : repair.mended) {
            items.push_back(item_of(strip));
            items.back().detail = area_text(strip.area);
            if (strip.along)
                items.back().detail += (items.back().detail.empty() ? "" : " · ") +
                                       words_.say("workspace.repair.went_along");
        }
        return items;
    }

    /// What was asked for and cannot be done stands first.
    std::vector<RepairItem> staying(const topology::Repair& repair) const {
        std::vector<RepairItem> items;
        for (const auto* list : {&repair.refusals, &repair.kept})
            for (const topology::RefusedStrip& strip : *list) {
                items.push_back(item_of(strip));
                items.back().detail = words_.say(why_it_stays(strip).key);
            }
        return items;
    }

  private:
    template<class Case>
    RepairItem item_of(const Case& one) const {
        return {words_.name("flaw_kind", flaw_kind_of(one)) + " · " +
                    shape_names(atlas_, one.claimants),
                {},
                Place{one.place.x, one.place.y}};
    }

    std::string area_text(double square_degrees) const {
        const double area = square_degrees * square_metres_;
        return area > 0 ? words_.say("workspace.square_metres", {words_.number(area, 2)})
                        : std::string();
    }

    const model::Atlas& atlas_;
    const Words& words_;
    double square_metres_ = 1;
};

} // namespace

RepairView Workspace::State::make_repair() const {
    RepairView view;
    if (!repair)
        return view;
    const Words spoken = words();
    if (const auto* finding = shown ? shown.atlas->find(repair->asked.finding) : nullptr) {
        view.title = participants_name(*shown.atlas, *finding);
        view.sides = sides_of(*shown.atlas, *finding);
        view.keepable = keepable_of(*finding);
        view.claims = claims_of(*shown.atlas, spoken, *finding);
        view.documents = document_choices(*shown.atlas, finding->villages);
    }
    if (shown && !repair->asked.finding)
        view.documents = document_choices(*shown.atlas, {});
    if (repair->not_applied)
        view.trouble = text(*repair->not_applied);
    if (repair->refused) {
        view.stage = RepairView::Stage::refused;
        view.summary = text(*repair->refused);
        return view;
    }
    if (!repair->plan) {
        view.stage = RepairView::Stage::working;
        view.summary = spoken.say(repair->asked.finding ? "workspace.repair.working"
                                                        : "workspace.repair.working_batch");
        return view;
    }
    view.stage = RepairView::Stage::ready;
    const topology::Repair& found = repair->plan->repair.repair;
    if (repair->plan->puts_back && shown)
        view.summary = put_back_text(*shown.atlas, spoken, *repair->plan);
    else
        view.summary = summary_of(spoken, found, static_cast<bool>(repair->asked.finding));
    if (shown) {
        view.summary += along_text(*shown.atlas, spoken, found);
        for (const Message& message : parts_messages(*shown.atlas, found, spoken.language()))
            view.summary += " " + spoken.language().text(message);
        view.summary += settled_text(*shown.atlas, spoken, *repair->plan);
    }
    if (const auto& tangled = repair->plan->repair.tangled; shown && !tangled.empty())
        view.summary +=
            " " + spoken.say("workspace.repair.tangled", {names_of(*shown.atlas, tangled)});
    if (repair->asked.undecided)
        view.way = repair->asked.way;
    if (shown && !repair->asked.finding) {
        const RepairItems items(*shown.atlas, spoken);
        view.changes = items.mended(found);
        view.stays = items.staying(found);
    }
    if (found.repaired > 0 && shown)
        view.rows = rows_of(*shown.atlas, spoken, *repair->plan, repair->pictured);
    const double sum = found.ledger.sum();
    view.sum = spoken.number(std::abs(sum) < 5e-7 ? 0 : sum, 6) + " m²";
    view.can_apply =
        !repair->applying && !repair->plan->edit.writes.empty() && project && !project->read_only;
    view.moves_settled = !repair->plan->settled.empty();
    view.leaves_settled = !repair->asked.finding && analysis::counts_of(found).settled > 0;
    return view;
}

} // namespace antardesa::workspace
