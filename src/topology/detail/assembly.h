#pragma once

#include "topology/detail/faces.h"

#include <functional>

namespace antardesa::topology::detail {

/// The land of a claimant put together from faces: outer rings counter-clockwise, holes clockwise,
/// parts that touch in a point apart, no ring
/// through a place twice. `owns` tells for each cycle whether its face is the
/// claimant's.
geo::MultiPolygon assemble(const Fabric& fabric, const std::vector<std::uint32_t>& halves,
                           const std::function<bool(std::uint32_t cycle)>& owns);

} // namespace antardesa::topology::detail
