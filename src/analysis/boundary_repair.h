#pragma once

#include "analysis/boundary_check.h"
#include "model/atlas.h"
#include "topology/repair.h"

namespace antardesa::analysis {

/// Which strips of a project a batch repairs, and how. The defaults take technical slivers only.
struct RepairRequest {
    topology::RepairRule rule = topology::RepairRule::longest_border;
    double max_width_m = 1;
    double max_area_m2 = std::numeric_limits<double>::infinity();
};

/// What a batch repair would do. Claimant c is village number c of the atlas in table order; those
/// after the villages are the special areas.
struct BoundaryRepair {
    topology::Repair repair;
    /// Of each ledger row's claimant, before the repair, on the ellipsoid. The ledger itself is in
    /// square metres of one plane for the whole kabupaten, so that it adds up.
    std::vector<double> ellipsoid_before_m2;
};
/// A strip that two villages with a final segment (Perbup) between them share is left alone.
BoundaryRepair repair_boundaries(const model::Atlas& atlas, const RepairRequest& request,
                                 Progress& progress);

} // namespace antardesa::analysis
