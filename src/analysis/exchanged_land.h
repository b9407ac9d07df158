#pragma once

#include "analysis/contested_land.h"

namespace antardesa::analysis {

/// Below this a piece of land is a sliver between two lines that were meant to be one: the last
/// figure of an area in hectares with two decimals.
inline constexpr double sliver_m2 = 100;

/// The land that changes hands when a line takes the place of the line in force.
struct ExchangedLand {
    /// What each side gains, in the order of the dispute's villages; what one gains the other
    /// loses. Without slivers.
    std::array<geo::MultiPolygon, 2> gained;
    std::array<double, 2> gained_m2{0, 0};    ///< with slivers, so that areas add up
    std::array<std::size_t, 2> slivers{0, 0}; ///< how many besides the pieces
    std::array<double, 2> slivers_m2{0, 0};   ///< of `gained_m2`
    LandContents contents;                    ///< of all of it, slivers too
};

/// `line` leads from node to node as the segment runs (`Proposal::line`). Nothing where it and the
/// line in force wind round each other. Throws `Cancelled`.
std::optional<ExchangedLand> exchanged_land(const model::Atlas& atlas, const ContestedLand& land,
                                            const geo::Line& line, Progress& progress);

} // namespace antardesa::analysis
