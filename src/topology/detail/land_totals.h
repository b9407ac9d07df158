#pragma once

#include "topology/detail/repair_bench.h"
#include "topology/repair.h"

namespace antardesa::topology::detail {

/// The measure itself, or that of the plane where it has no functions.
LandMeasure measure_of(const LandMeasure& land, geo::Point metric);

/// A coverage's land in square metres, face by face: the borders of a face are measured once, so
/// what one face loses its neighbour gains, to the last digit that sums of long doubles keep.
struct LandTotals {
    long double overlap = 0; ///< land counted more than once: each time but the first
    long double gap = 0;     ///< enclosed land of nobody
    long double covered = 0; ///< land of somebody, counted once
};
LandTotals land_totals(const RepairBench& bench, const LandMeasure& land, geo::Point metric);

/// The land that each claimant's rings go round, once.
std::vector<long double> land_of_each(const RepairBench& bench, const LandMeasure& land);

/// The ledger of an edit that changes these outlines.
Ledger ledger_of(std::vector<LedgerRow> villages, const LandTotals& before,
                 const LandTotals& after);

} // namespace antardesa::topology::detail
