#pragma once

#include "geo/geometry.h"

#include <array>
#include <cstdint>
#include <vector>

namespace antardesa::topology::detail {

/// Constrained Delaunay triangles of a simple closed ring, each as three indexes of its vertices
/// (the closing one not counted). Empty where the ring touches itself or the triangulation fails.
std::vector<std::array<std::uint32_t, 3>> triangulated(const geo::Ring& ring);

} // namespace antardesa::topology::detail
