#pragma once

#include "analysis/contested_land.h"

namespace antardesa::analysis {

/// The land that changes hands when a line takes the place of the line in force.
struct ExchangedLand {
    /// What each side gains, in the order of the dispute's villages; what one gains the other
    /// loses. Pieces of less than a square metre are none.
    std::array<geo::MultiPolygon, 2> gained;
    std::array<double, 2> gained_m2{0, 0};
    LandContents contents; ///< of all of it
};

/// `line` leads from node to node as the segment runs (`Proposal::line`). Nothing where it and the
/// line in force wind round each other. Throws `Cancelled`.
std::optional<ExchangedLand> exchanged_land(const model::Atlas& atlas, const ContestedLand& land,
                                            const geo::Line& line, Progress& progress);

} // namespace antardesa::analysis
