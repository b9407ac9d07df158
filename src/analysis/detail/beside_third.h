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
/// The line without those stretches, but for its own ends: in their place it goes through the land
/// from before them to behind them, by 15 % of their length or a quarter of what lies between two
/// of them. Straight where `inset_m` is 0, else along them, as many metres inside and less towards
/// both ends: a border that bends inward is in a straight line's way. Nothing where such a way
/// leaves the land or comes back to a border. `metric`: metres of a degree.
std::optional<ClearLine> clear_of(const geo::MultiLine& borders,
                                  const topology::LandBetween& between, geo::Line line,
                                  geo::Point metric, double inset_m = 0);

} // namespace antardesa::analysis::detail
