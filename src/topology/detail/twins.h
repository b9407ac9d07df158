#pragma once

#include "topology/detail/flat_rings.h"

namespace antardesa::topology::detail {

/// For each segment the one that walks the same two points the other way, or `no_position`.
/// Every segment is in one pair at most; of several candidates the one that continues a
/// neighbouring pair wins, then the earliest.
std::vector<Position> match_twins(const FlatRings& flat, Progress& progress);

} // namespace antardesa::topology::detail
