#pragma once

#include "base/job.h"
#include "model/edit.h"
#include "workspace/coverage_repair.h"
#include "workspace/line_edit.h"

namespace antardesa::workspace {

/// Land that an edit of a line takes from one and gives to another. Claimants are numbered as in a
/// check: villages in table order, then special areas.
struct MovedLand {
    topology::Claimant from = topology::nobody;
    topology::Claimant to = topology::nobody;
    double area_m2 = 0; ///< on the ellipsoid
    geo::Point place;   ///< inside the largest piece, degrees
    geo::MultiPolygon land;
};
/// From each to each, by claimants; what comes from or goes to the sea is in no row. Throws
/// `Cancelled`.
std::vector<MovedLand> moved_lands(const model::Atlas& atlas, const model::Edit& edit,
                                   Progress& progress);

/// What laying a settled line back would do, as a repair is previewed: the land that changes hands,
/// the line as it will run, the ledger. Throws `Cancelled`, `Error` as `require_balance`.
RepairPlan put_back_plan(const model::Atlas& atlas, LinePlan restored,
                         Id<model::BoundaryFinding> finding, Progress& progress);

} // namespace antardesa::workspace
