#pragma once

#include "topology/detail/faces.h"

namespace antardesa::topology::detail {

/// Divides the face on the left of a cycle by a line from the origin of half-edge `from` to the
/// origin of half-edge `to`, both of the cycle. The cycle keeps the part whose border runs from
/// `from` to `to`; the other part's new cycle is returned. The line's tips must be those nodes.
std::uint32_t split_face(Coverage& coverage, Arrangement& arrangement, Faces& faces,
                         std::uint32_t from, std::uint32_t to, std::span<const geo::Point> line);

} // namespace antardesa::topology::detail
