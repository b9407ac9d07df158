#include "workspace/moved_land.h"

#include "crs/ellipsoid.h"

#include <array>
#include <map>

namespace antardesa::workspace {

namespace {

using topology::Claimant;
using Outlines = std::map<Claimant, const geo::MultiPolygon*>;

/// As the edit leaves them: those that it changes.
Outlines outlines_after(const model::Atlas& atlas, const model::Edit& edit) {
    Outlines outlines;
    const auto& areas = atlas.table<model::SpecialArea>();
    for (const model::RowWrite& write : edit.writes) {
        if (const auto* put = std::get_if<model::Put<model::Village>>(&write);
            put && put->row.geometry && atlas.find(put->row.id))
            outlines[static_cast<Claimant>(atlas.villages().index_of(put->row.id))] =
                put->row.geometry.get();
        if (const auto* put = std::get_if<model::Put<model::SpecialArea>>(&write);
            put && put->row.geometry && atlas.find(put->row.id))
            outlines[static_cast<Claimant>(atlas.villages().size() + areas.index_of(put->row.id))] =
                put->row.geometry.get();
    }
    return outlines;
}

const geo::MultiPolygon& outline_before(const model::Atlas& atlas, Claimant claimant) {
    static const geo::MultiPolygon nothing;
    const std::size_t area = claimant - atlas.villages().size();
    const model::SharedPolygons& shared = claimant < atlas.villages().size()
                                              ? atlas.villages()[claimant].geometry
                                              : atlas.table<model::SpecialArea>()[area].geometry;
    return shared ? *shared : nothing;
}

/// What `to` has now and had not, and `from` had.
MovedLand moved(const geo::MultiPolygon& after, const geo::MultiPolygon& of_other,
                const geo::MultiPolygon& before, Progress& progress) {
    const std::array<const geo::MultiPolygon*, 3> shapes{&after, &of_other, &before};
    MovedLand moved;
    double largest = 0;
    for (const topology::Strip& strip : topology::find_flaws(shapes, {}, progress).strips) {
        if (strip.kind != topology::StripKind::overlap ||
            strip.claimants != std::vector<Claimant>{0, 1})
            continue;
        moved.land.insert(moved.land.end(), strip.pieces.begin(), strip.pieces.end());
        if (strip.area > largest) {
            largest = strip.area;
            moved.place = strip.place;
        }
    }
    moved.area_m2 = crs::ellipsoidal_area(moved.land);
    return moved;
}

/// The sea's share is what the villages together lose.
topology::Ledger ledger_of(const LinePlan& plan) {
    topology::Ledger ledger;
    for (const LinePlan::Row& row : plan.ledger)
        if (row.claimant == topology::nobody)
            ledger.opened += row.delta_m2;
        else
            ledger.villages.push_back({row.claimant, row.before_m2, row.before_m2 + row.delta_m2});
    return ledger;
}

} // namespace

std::vector<MovedLand> moved_lands(const model::Atlas& atlas, const model::Edit& edit,
                                   Progress& progress) {
    const Outlines after = outlines_after(atlas, edit);
    std::vector<MovedLand> lands;
    for (const auto& [from, unused] : after)
        for (const auto& [to, outline] : after) {
            if (from == to)
                continue;
            progress.check();
            MovedLand land =
                moved(*outline, outline_before(atlas, from), outline_before(atlas, to), progress);
            land.from = from;
            land.to = to;
            if (!land.land.empty())
                lands.push_back(std::move(land));
        }
    return lands;
}

RepairPlan put_back_plan(const model::Atlas& atlas, LinePlan restored,
                         Id<model::BoundaryFinding> id, Progress& progress) {
    RepairPlan plan;
    topology::Repair& repair = plan.repair.repair;
    plan.repair.found = true;
    repair.ledger = ledger_of(restored);
    require_balance(repair.ledger);
    constexpr double seen_m2 = 0.01; // less is the rounding of a file where a node moved with it
    for (MovedLand& land : moved_lands(atlas, restored.edit, progress))
        if (land.area_m2 >= seen_m2)
            repair.settled.push_back({topology::StripKind::overlap,
                                      {std::min(land.from, land.to), std::max(land.from, land.to)},
                                      land.to,
                                      std::move(land.land)});
    const model::BoundaryFinding* finding = atlas.find(id);
    if (const auto* line = finding && finding->geometry
                               ? std::get_if<geo::LineSet>(finding->geometry.get())
                               : nullptr)
        repair.new_borders = line->lines;
    repair.repaired = 1;
    plan.puts_back = true;
    plan.edit = std::move(restored.edit);
    plan.points = std::move(restored.points);
    return plan;
}

} // namespace antardesa::workspace
