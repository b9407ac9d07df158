#pragma once

#include "geo/geometry.h"

#include <span>

namespace antardesa::topology::detail {

/// The line inside a simple ring that is everywhere equally far from its two sides. `one` leads
/// from tip to tip, `other` between the same tips in the same direction; together they bound the
/// land. Vertices are exact to a thousandth of `tolerance`, the line between them is within half of
/// it; both tips included. `tolerance` and distances are in metres, `metric` makes them of the
/// coordinates. Empty where the sides touch in between.
geo::Line midline(std::span<const geo::Point> one, std::span<const geo::Point> other,
                  geo::Point metric, double tolerance);

} // namespace antardesa::topology::detail
