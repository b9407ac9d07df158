#include "geo/geometry.h"

namespace antardesa::geo {

Box bounds(std::span<const Point> points) {
    Box box;
    for (const Point p : points)
        box.extend(p);
    return box;
}

Box bounds(const MultiPolygon& polygons) {
    Box box;
    for (const Polygon& polygon : polygons)
        box.extend(bounds(std::span(polygon.outer)));
    return box;
}

Box bounds(const MultiLine& lines) {
    Box box;
    for (const Line& line : lines)
        box.extend(bounds(std::span(line)));
    return box;
}

Box bounds(const Geometry& geometry) {
    if (const auto* points = std::get_if<PointSet>(&geometry))
        return bounds(std::span(points->points));
    if (const auto* lines = std::get_if<LineSet>(&geometry))
        return bounds(lines->lines);
    if (const auto* polygons = std::get_if<PolygonSet>(&geometry))
        return bounds(polygons->polygons);
    return {};
}

std::size_t vertex_count(const MultiPolygon& polygons) {
    std::size_t count = 0;
    for (const Polygon& polygon : polygons) {
        count += polygon.outer.size();
        for (const Ring& hole : polygon.holes)
            count += hole.size();
    }
    return count;
}

std::size_t vertex_count(const Geometry& geometry) {
    if (const auto* points = std::get_if<PointSet>(&geometry))
        return points->points.size();
    if (const auto* polygons = std::get_if<PolygonSet>(&geometry))
        return vertex_count(polygons->polygons);
    std::size_t count = 0;
    if (const auto* lines = std::get_if<LineSet>(&geometry))
        for (const Line& line : lines->lines)
            count += line.size();
    return count;
}

} // namespace antardesa::geo
