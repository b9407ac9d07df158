#pragma once

#include "io/detail/finding_list.h"
#include "io/feature_table.h"

namespace antardesa::io::detail {

/// What was odd about one outline as it was read. Nothing is repaired but the closing of rings.
struct GeometryFlaws {
    int unclosed_rings = 0;  ///< closed by repeating the first point
    int short_rings = 0;     ///< fewer than three different points; kept
    bool not_finite = false; ///< a coordinate that is no number, or absurdly large
    bool mixed = false;      ///< a collection of several kinds: the highest dimension was kept
    bool unsupported = false;
    bool damaged = false; ///< counts or parts that contradict the bytes
    bool repeated_ring = false;
    bool hole_outside = false; ///< a hole in no outer ring; kept as a part of its own
};

/// Larger than any metre or degree on earth in any system; ESRI's "no data" is beyond it.
inline constexpr double absurd_coordinate = 1e15;

/// Notes a coordinate that is no number, absurdly large, or smaller than any measurement but 0.
void check_coordinates(std::span<const geo::Point> points, GeometryFlaws& flaws);
/// Closes the ring, and notes if it was open or has fewer than three different points.
void check_ring(geo::Ring& ring, GeometryFlaws& flaws);
/// The same for every ring and coordinate of a geometry.
void check_geometry(geo::Geometry& geometry, GeometryFlaws& flaws);

/// Adds the findings of the last row of `table`; an outline with an impossible coordinate is
/// taken away. Pre-condition: the columns hold that row.
void report_flaws(FeatureTable& table, FindingList& findings, const GeometryFlaws& flaws);

} // namespace antardesa::io::detail
