#pragma once

#include "topology/detail/final_lines.h"
#include "topology/detail/land_totals.h"
#include "topology/detail/standing.h"

namespace antardesa::topology::detail {

/// One round of `repair`: every strip is decided once, on the faces as they are. The repair is
/// without a ledger and without what became of the strips.
struct RepairPass {
    Repair repair;
    LandTotals found;
    std::vector<FoundStrip> strips;     ///< as they were found
    std::vector<RepairRefusal> reasons; ///< of those that stay, in order
    std::vector<Stretch> final_lines;   ///< of those that are law, what would change
    bool is_last() const { return reasons.size() == strips.size(); } ///< nothing was done
};
RepairPass repair_once(std::span<const geo::MultiPolygon* const> claimants,
                       const RepairChoice& choice, const IsFinal& is_final, geo::Point metric,
                       const LandMeasure& land, Progress& progress);

} // namespace antardesa::topology::detail
