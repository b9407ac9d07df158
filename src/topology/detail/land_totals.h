#pragma once

#include "topology/detail/repair_bench.h"

namespace antardesa::topology::detail {

/// Areas of a coverage taken apart, in square units of the coordinates. Measured along the noded
/// lines: a crossing lies some nanometres beside the edge that it cuts, and only with it on both
/// sides do villages, overlaps and gaps add up to the square millimetre.
std::vector<double> noded_areas(const RepairBench& bench, std::size_t claimants);

struct LandTotals {
    double overlap = 0; ///< land counted more than once: each time but the first
    double gap = 0;     ///< enclosed land of nobody
    double covered = 0; ///< land of somebody, counted once, face by face
};
LandTotals land_totals(const RepairBench& bench);

} // namespace antardesa::topology::detail
