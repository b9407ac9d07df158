#pragma once

#include "geo/geometry.h"

namespace antardesa::topology {

/// The land no farther than `radius` from the lines, with holes where they go around other land;
/// never farther: round corners are chords of the circle. Empty for no lines. Pure; any thread.
geo::MultiPolygon widened(const geo::MultiLine& lines, double radius);

} // namespace antardesa::topology
