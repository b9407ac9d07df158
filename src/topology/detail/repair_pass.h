#pragma once

#include "topology/detail/final_lines.h"
#include "topology/detail/land_totals.h"
#include "topology/detail/standing.h"

#include <set>

namespace antardesa::topology::detail {

/// One round of `repair`: every strip is decided once, on the faces as they are. The repair is
/// without a ledger and without what became of the strips.
struct RepairPass {
    Repair repair;
    LandTotals found;
    std::vector<FoundStrip> strips;     ///< as they were found
    std::vector<RepairRefusal> reasons; ///< of those that stay, in order
    std::vector<Stretch> final_lines;   ///< of those that are law, what would change
    /// Who borders on whom along land that was given to somebody; low first.
    std::set<std::pair<Claimant, Claimant>> neighbours;
    bool is_last() const { return reasons.size() == strips.size(); } ///< nothing was done
};
/// Lines that a repair keeps where they are.
struct KeptLines {
    IsFinal is_final;   ///< law: nothing of them changes
    IsFinal is_settled; ///< agreed: no splinter moves them
};
RepairPass repair_once(std::span<const geo::MultiPolygon* const> claimants,
                       const RepairChoice& choice, const KeptLines& kept, geo::Point metric,
                       const LandMeasure& land, Progress& progress);

} // namespace antardesa::topology::detail
