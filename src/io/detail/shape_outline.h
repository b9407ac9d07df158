#pragma once

#include "io/detail/outline_flaws.h"

#include <string_view>

namespace antardesa::io::detail {

/// The shape in one record's content: x and y only. Counts and part starts are checked against
/// the bytes that are there; `monostate` and `flaws.damaged` where they contradict each other.
geo::Geometry read_shape(std::string_view content, GeometryFlaws& flaws);

/// 5 of 15, 25 and 5: the shape type without Z and M.
std::uint32_t flat_shape_type(std::uint32_t type);

/// Polygons out of loose rings: clockwise rings are outer ones, the others holes of the smallest
/// outer ring around them (ESRI Shapefile Technical Description, 1998, "Polygon"). If no ring is
/// clockwise, rings inside others are their holes. Every ring comes out once.
geo::MultiPolygon assemble_rings(std::vector<geo::Ring> rings, GeometryFlaws& flaws);

} // namespace antardesa::io::detail
