#include "workspace/standing_areas.h"

#include "crs/ellipsoid.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

template<class Id>
bool has_all(const std::vector<Id>& have, const std::vector<Id>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](Id id) {
        return std::find(have.begin(), have.end(), id) != have.end();
    });
}

} // namespace

bool is_standing(const model::BoundaryException& exception) {
    return exception.reason == model::ExceptionReason::mutual_claim ||
           exception.reason == model::ExceptionReason::undefined;
}

bool is_standing(const model::SpecialArea& area) {
    return area.kind == model::SpecialAreaKind::undefined;
}

std::vector<StandingArea> standing_areas(const model::Atlas& atlas) {
    std::vector<StandingArea> areas;
    for (const model::BoundaryException& row : atlas.table<model::BoundaryException>())
        if (is_standing(row))
            areas.push_back({row.reason, row.id.value, false, row.names, row.villages, row.remark,
                             row.document, row.date, row.area_m2, row.geometry});
    for (const model::SpecialArea& row : atlas.table<model::SpecialArea>())
        if (is_standing(row))
            areas.push_back({model::ExceptionReason::undefined,
                             row.id.value,
                             true,
                             row.name,
                             {},
                             {},
                             {},
                             {},
                             row.geometry ? crs::ellipsoidal_area(*row.geometry) : 0,
                             row.geometry});
    return areas;
}

std::vector<const model::BoundaryFinding*>
findings_at(const model::Atlas& atlas, const std::vector<Id<model::Village>>& villages,
            const std::vector<Id<model::SpecialArea>>& areas) {
    std::vector<const model::BoundaryFinding*> found;
    if (villages.empty() && areas.empty())
        return found;
    for (const model::BoundaryFinding& finding : atlas.table<model::BoundaryFinding>())
        if (has_all(finding.villages, villages) && has_all(finding.special_areas, areas))
            found.push_back(&finding);
    return found;
}

StandingTotals standing_totals(const model::Atlas& atlas, Id<model::District> district) {
    StandingTotals totals;
    const auto concerns = [&](Id<model::Village> id) {
        const model::Village* village = atlas.find(id);
        return village && village->district == district;
    };
    for (const model::BoundaryException& area : atlas.table<model::BoundaryException>()) {
        if (!is_standing(area) ||
            (district && std::none_of(area.villages.begin(), area.villages.end(), concerns)))
            continue;
        const bool claimed = area.reason == model::ExceptionReason::mutual_claim;
        ++(claimed ? totals.claimed : totals.undefined);
        (claimed ? totals.claimed_m2 : totals.undefined_m2) += area.area_m2;
    }
    for (const model::SpecialArea& area : atlas.table<model::SpecialArea>())
        if (!district && is_standing(area)) {
            ++totals.undefined;
            totals.undefined_m2 += area.geometry ? crs::ellipsoidal_area(*area.geometry) : 0;
        }
    return totals;
}

} // namespace antardesa::workspace
