#pragma once

#include "geo/geometry.h"

#include <optional>

namespace antardesa::geo {

/// Twice-signed shoelace halved, relative to the first vertex to keep digits: positive when
/// counter-clockwise. Unit: square of the coordinates' unit.
double signed_area(std::span<const Point> ring);
/// Outer minus holes, never negative per polygon.
double area(const MultiPolygon& polygons);
double length(std::span<const Point> line);
double length(const MultiLine& lines);

/// Centre of gravity of the polygons' area; of the vertices when the area is zero.
Point centroid(const MultiPolygon& polygons);

/// Even-odd rule over all rings. Points on the border may fall on either side.
bool contains(const MultiPolygon& polygons, Point p);
bool contains(std::span<const Point> ring, Point p);

/// Nearest point of the segment ab to p.
Point nearest_on_segment(Point a, Point b, Point p);
/// Distance from p to the line; infinite for an empty one.
double distance_to_line(std::span<const Point> line, Point p);

/// The point at `along` (0 … length) and the direction there. Pre-condition: two points or more.
struct Station {
    Point position;
    Point direction; ///< unit vector
};
Station station_at(std::span<const Point> line, double along);

/// A point well inside: centre of a largest inscribed circle, found to `precision` in the
/// coordinates' unit (quad-tree search after Garcia-Castellanos & Lombardo 2007, "Poles of
/// inaccessibility"). Of several polygons the one with the largest area is searched. Bounded
/// work: on flat shapes and with a precision near zero the best place found so far is given.
/// Nothing for empty input.
struct Inside {
    Point position;
    double radius = 0;
};
std::optional<Inside> pole_of_inaccessibility(const MultiPolygon& polygons, double precision);

} // namespace antardesa::geo
