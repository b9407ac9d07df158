#pragma once

#include "geo/geometry.h"

namespace antardesa::geo {

/// Douglas-Peucker: no removed vertex lies farther than `tolerance` from the result. First and
/// last point stay. Iterative (no recursion depth), O(n log n) on ordinary lines.
Line simplified(std::span<const Point> line, double tolerance);

/// The parts of the line inside the box, in order. Entry and exit points lie on the border.
MultiLine clipped(std::span<const Point> line, const Box& box);

/// The ring cut to the box (Sutherland-Hodgman): may run along the border; empty if outside.
Ring clipped_ring(std::span<const Point> ring, const Box& box);

/// Parallel lines of `spacing` at `angle` (degrees, counter-clockwise from +x) inside the
/// polygons (even-odd), phase fixed to `origin` so that neighbours' hatches line up.
MultiLine hatch(const MultiPolygon& polygons, double spacing, double angle, Point origin);

/// Dash pattern: alternating ink and gap lengths, in the coordinates' unit. A zero ink length
/// is a dot (a line of two equal points; the renderer's round cap makes it round).
/// The phase starts at the first point. Lines shorter than `shortest` come back whole.
MultiLine dashed(std::span<const Point> line, std::span<const double> pattern, double shortest);

/// The line moved sideways by `offset` (left of its direction is positive), mitres limited.
Line offset_line(std::span<const Point> line, double offset);

/// Quadratic curve from a to b whose middle bulges by `bend` times the distance, to the left
/// if positive; sampled in `steps` parts.
Line arc_between(Point a, Point b, double bend, int steps);

} // namespace antardesa::geo
