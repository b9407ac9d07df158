#pragma once

#include "topology/detail/faces.h"
#include "topology/flaws.h"

namespace antardesa::topology::detail {

/// Pairs of vertices of different claimants nearer than `tolerance`, where the boundary is open and
/// no strip explains it, and where the two do not meet properly close by. Throws `TooTangled`
/// with all whose vertices lie that near to each other by the thousands.
std::vector<NearMiss> find_near_misses(const Fabric& fabric, const std::vector<bool>& is_strip,
                                       double tolerance, Progress& progress);

} // namespace antardesa::topology::detail
