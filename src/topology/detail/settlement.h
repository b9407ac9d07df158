#pragma once

#include "topology/detail/strips.h"
#include "topology/repair.h"

namespace antardesa::topology::detail {

/// What becomes of one strip.
struct Settlement {
    std::optional<RepairDecision> decision;
    /// With a decision: it cannot be carried out. Without: why it was not chosen.
    std::optional<RepairRefusal> refusal;
    bool along = false; ///< decided because of another strip of the same border
};
using Settlements = std::vector<Settlement>;

/// Asks for each strip. Where two lines cross to and fro, the overlaps go with the gaps or none
/// does: half a border repaired would be many findings where there were two.
Settlements decided(const Strips& strips, const RepairChoice& choice);

/// Whether it shall be divided by an agreed line, and nothing speaks against it.
bool follows(const Settlement& settlement);

/// The stretches of agreed lines that divide strips. A border that they do not cut is refused,
/// and so is one that goes on where the line has ended.
geo::MultiLine agreed_cuts(const Strips& strips, Settlements& settlements, geo::Point metric);

/// The settlements of the strips `before`, for the same strips as lines have cut them.
Settlements carried_over(const Settlements& settlements, const Strips& before, const Strips& after);

} // namespace antardesa::topology::detail
