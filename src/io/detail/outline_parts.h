#pragma once

#include "geo/geometry.h"

#include <optional>

namespace antardesa::io::detail {

/// What makes the area of one outline doubtful though none of its rings crosses itself; each with
/// a vertex of the ring in question. Holes and parts that only touch are none of this.
struct PartFlaws {
    std::optional<geo::Point> hole_not_inside; ///< outside, as large as, or across its outer ring
    std::optional<geo::Point> parts_overlap;   ///< parts, or holes of one part, share land
    std::optional<geo::Point> ring_runs_twice; ///< a ring that walks the same way again
    bool whole = true;                         ///< all was looked at
};

/// `tests` bounds the edges looked at and is lowered by those that were. Rings are closed.
PartFlaws check_parts(const geo::MultiPolygon& polygons, std::size_t& tests);

} // namespace antardesa::io::detail
