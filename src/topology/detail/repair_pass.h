#pragma once

#include "topology/detail/land_totals.h"

namespace antardesa::topology::detail {

/// One round of `repair`: every strip is decided once, on the faces as they are. Without a ledger,
/// but with the land as it was found.
struct RepairPass {
    Repair repair;
    LandTotals found;
};
RepairPass repair_once(std::span<const geo::MultiPolygon* const> claimants,
                       const RepairChoice& choice, geo::Point metric, const LandMeasure& land,
                       Progress& progress);

} // namespace antardesa::topology::detail
