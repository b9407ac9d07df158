#pragma once

#include "topology/repair.h"

namespace antardesa::topology {

struct MendOptions {
    /// Why the claimant's rings are not meant; empty, or nothing: they are.
    std::function<std::optional<RepairRefusal>(Claimant)> why_not = {};
    /// Why the common line of two stays where it is; empty, or nothing: it may change.
    std::function<std::optional<RepairRefusal>(Claimant, Claimant)> why_fixed = {};
};

/// Gives claimants with broken rings outlines without: the land that their rings go round
/// counter-clockwise, which is what `find_flaws` takes for theirs, bound once. Repeated vertices,
/// spikes and lines there and back go; where rings cross or touch themselves, parts and holes end;
/// parts within others are one with them; holes beyond every part go, holes within holes are one.
/// A loop turned inside out by a crossing becomes land where nobody else's is: no land is given to
/// another, none that somebody else claims is taken. Neighbours get the new corners on their lines
/// and stay else as they are, as do rings that were only unclosed or repeat vertices. Refused: who
/// has a copy, who would be left without land or crosses himself too often (`unclear_land`), whose
/// line with a neighbour is fixed and would change, and what would still be broken (`new_flaw`). A
/// second run finds nothing to do. `mended`, `kept` and `refusals` are faults of rings, one for
/// each claimant and fault. `metric` and `land` as in `repair`. Throws `Cancelled`.
Repair mend_rings(std::span<const geo::MultiPolygon* const> claimants, const MendOptions& options,
                  geo::Point metric, Progress& progress, const LandMeasure& land = {});

} // namespace antardesa::topology
