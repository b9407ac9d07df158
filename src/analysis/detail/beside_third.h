#pragma once

#include "analysis/contested_land.h"

namespace antardesa::analysis::detail {

/// Stretches of both sides of contested land that run along the border of a village which is no
/// party, or along the edge of the coverage. A line of the two that ran there would leave one of
/// them nothing between itself and that border.
geo::MultiLine borders_of_others(const model::Atlas& atlas, const ContestedLand& land);

struct ClearLine {
    geo::Line line;
    double cleared_m = 0; ///< along which it lay on such borders
};
/// The line without those stretches, but for its own ends: in their place it goes straight through
/// the land from before them to behind them, by 15 % of their length or a quarter of what lies
/// between two of them. Nothing where such a way leaves the land. `metric`: metres of a degree.
std::optional<ClearLine> clear_of(const geo::MultiLine& borders,
                                  const topology::LandBetween& between, geo::Line line,
                                  geo::Point metric);

} // namespace antardesa::analysis::detail
