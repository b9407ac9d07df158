#include "io/detail/geometry_reader.h"

#include <cmath>

namespace antardesa::io::detail {

namespace {

// Larger than any metre or degree on earth in any system; ESRI's "no data" is beyond it.
constexpr double absurd = 1e15;

geo::Line points_of(OGRGeometryH line, GeometryFlaws& flaws) {
    const int count = OGR_G_GetPointCount(line);
    geo::Line points(static_cast<std::size_t>(std::max(count, 0)));
    if (points.empty())
        return points;
    constexpr int stride = sizeof(geo::Point);
    OGR_G_GetPoints(line, &points.front().x, stride, &points.front().y, stride, nullptr, 0);
    for (const geo::Point p : points)
        if (!(std::abs(p.x) < absurd && std::abs(p.y) < absurd)) {
            flaws.not_finite = true;
            break;
        }
    return points;
}

geo::Ring ring_of(OGRGeometryH line, GeometryFlaws& flaws) {
    geo::Ring ring = points_of(line, flaws);
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());
        ++flaws.unclosed_rings;
    }
    if (!ring.empty() && ring.size() < 4)
        ++flaws.short_rings;
    return ring;
}

geo::Polygon polygon_of(OGRGeometryH polygon, GeometryFlaws& flaws) {
    geo::Polygon result;
    const int rings = OGR_G_GetGeometryCount(polygon);
    for (int i = 0; i < rings; ++i) {
        geo::Ring ring = ring_of(OGR_G_GetGeometryRef(polygon, i), flaws);
        if (ring.empty())
            continue;
        if (result.outer.empty())
            result.outer = std::move(ring);
        else
            result.holes.push_back(std::move(ring));
    }
    return result;
}

/// All parts of a geometry, by dimension.
struct Parts {
    geo::MultiPoint points;
    geo::MultiLine lines;
    geo::MultiPolygon polygons;
};

bool is_container(OGRwkbGeometryType type) {
    switch (type) {
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
    case wkbPolyhedralSurface:
    case wkbTIN:
        return true;
    default:
        return false;
    }
}

constexpr int deepest_collection = 32;

void collect(OGRGeometryH geometry, Parts& parts, GeometryFlaws& flaws, int depth) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon || type == wkbTriangle) {
        geo::Polygon polygon = polygon_of(geometry, flaws);
        if (!polygon.outer.empty())
            parts.polygons.push_back(std::move(polygon));
    } else if (type == wkbLineString || type == wkbLinearRing) {
        geo::Line line = points_of(geometry, flaws);
        if (!line.empty())
            parts.lines.push_back(std::move(line));
    } else if (type == wkbPoint) {
        for (const geo::Point p : points_of(geometry, flaws))
            parts.points.push_back(p);
    } else if (is_container(type) && depth < deepest_collection) {
        const int count = OGR_G_GetGeometryCount(geometry);
        for (int i = 0; i < count; ++i)
            collect(OGR_G_GetGeometryRef(geometry, i), parts, flaws, depth + 1);
    } else {
        flaws.unsupported = true;
    }
}

} // namespace

geo::Geometry read_geometry(OGRGeometryH geometry, GeometryFlaws& flaws) {
    if (!geometry || OGR_G_IsEmpty(geometry))
        return {};
    GeometryHandle chords;
    if (OGR_G_HasCurveGeometry(geometry, TRUE)) {
        chords.reset(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        geometry = chords.get();
    }
    Parts parts;
    if (geometry)
        collect(geometry, parts, flaws, 0);
    flaws.mixed = !parts.points.empty() + !parts.lines.empty() + !parts.polygons.empty() > 1;
    if (!parts.polygons.empty())
        return geo::PolygonSet{std::move(parts.polygons)};
    if (!parts.lines.empty())
        return geo::LineSet{std::move(parts.lines)};
    if (!parts.points.empty())
        return geo::PointSet{std::move(parts.points)};
    return {};
}

} // namespace antardesa::io::detail
