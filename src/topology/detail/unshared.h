#pragma once

#include "topology/detail/grid.h"
#include "topology/flaws.h"

namespace antardesa::topology::detail {

/// Adds to near misses, which stay one for each two claimants, the vertices where borders of
/// neighbours lie on each other without being one arc: a vertex of the one stands on an edge of the
/// other (nearer than what is left out as the rounding of a file), or beside its vertex. Villages
/// on the same side of the line, and corners that only touch an edge, are none.
/// Nor are those of two who have a strip between them, and a strip's own corners: it is mended
/// first, and its line with it.
void add_unshared(std::vector<NearMiss>& misses, std::span<const Strip> strips,
                  const Coverage& coverage, const Grid& grid, Progress& progress);

} // namespace antardesa::topology::detail
