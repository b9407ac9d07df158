#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <variant>
#include <vector>

namespace antardesa::geo {

/// A position. What x and y mean (degrees, metres, millimetres) is the caller's to know.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(Point, Point) = default;
    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, double s) { return {a.x * s, a.y * s}; }
};

inline double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}
inline double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}
inline double norm(Point a) {
    return std::hypot(a.x, a.y);
}
inline double distance(Point a, Point b) {
    return norm(b - a);
}
inline bool is_finite(Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

/// An axis-aligned box; empty (min > max) until something is put into it.
struct Box {
    Point min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    Point max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

    bool empty() const { return !(min.x <= max.x && min.y <= max.y); }
    double width() const { return max.x - min.x; }
    double height() const { return max.y - min.y; }
    Point centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
    void extend(Point p) {
        min = {std::min(min.x, p.x), std::min(min.y, p.y)};
        max = {std::max(max.x, p.x), std::max(max.y, p.y)};
    }
    void extend(const Box& other) {
        min = {std::min(min.x, other.min.x), std::min(min.y, other.min.y)};
        max = {std::max(max.x, other.max.x), std::max(max.y, other.max.y)};
    }
    Box grown(double by) const { return {{min.x - by, min.y - by}, {max.x + by, max.y + by}}; }
    bool contains(Point p) const {
        return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y;
    }
    bool contains(const Box& o) const { return contains(o.min) && contains(o.max); }
    bool intersects(const Box& o) const {
        return min.x <= o.max.x && o.min.x <= max.x && min.y <= o.max.y && o.min.y <= max.y;
    }
    friend bool operator==(const Box&, const Box&) = default;
};

using Line = std::vector<Point>;
/// Closed: first point equals last. Orientation is not prescribed.
using Ring = std::vector<Point>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

using MultiPoint = std::vector<Point>;
using MultiLine = std::vector<Line>;
using MultiPolygon = std::vector<Polygon>;

/// Any geometry. Point sets, line sets and polygon sets share the `Multi` form, so that one
/// part or many are the same to everyone. `monostate` is "no geometry".
struct PointSet {
    MultiPoint points;
    friend bool operator==(const PointSet&, const PointSet&) = default;
};
struct LineSet {
    MultiLine lines;
    friend bool operator==(const LineSet&, const LineSet&) = default;
};
struct PolygonSet {
    MultiPolygon polygons;
    friend bool operator==(const PolygonSet&, const PolygonSet&) = default;
};
using Geometry = std::variant<std::monostate, PointSet, LineSet, PolygonSet>;

Box bounds(std::span<const Point> points);
Box bounds(const MultiPolygon& polygons);
Box bounds(const MultiLine& lines);
Box bounds(const Geometry& geometry);

std::size_t vertex_count(const MultiPolygon& polygons);
std::size_t vertex_count(const Geometry& geometry);

/// Calls `visit(Point&)` for every vertex, in storage order; for transforming in place.
template<class Visit>
void for_each_vertex(MultiPolygon& polygons, Visit visit) {
    for (Polygon& polygon : polygons) {
        for (Point& p : polygon.outer)
            visit(p);
        for (Ring& hole : polygon.holes)
            for (Point& p : hole)
                visit(p);
    }
}
template<class Visit>
void for_each_vertex(Geometry& geometry, Visit visit) {
    if (auto* points = std::get_if<PointSet>(&geometry))
        for (Point& p : points->points)
            visit(p);
    if (auto* lines = std::get_if<LineSet>(&geometry))
        for (Line& line : lines->lines)
            for (Point& p : line)
                visit(p);
    if (auto* polygons = std::get_if<PolygonSet>(&geometry))
        for_each_vertex(polygons->polygons, visit);
}

} // namespace antardesa::geo
