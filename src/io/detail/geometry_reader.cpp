#include "io/detail/geometry_reader.h"

#include <algorithm>

namespace antardesa::io::detail {

namespace {

geo::Line points_of(OGRGeometryH line, GeometryFlaws& flaws) {
    const int count = OGR_G_GetPointCount(line);
    geo::Line points(static_cast<std::size_t>(std::max(count, 0)));
    if (points.empty())
        return points;
    constexpr int stride = sizeof(geo::Point);
    OGR_G_GetPoints(line, &points.front().x, stride, &points.front().y, stride, nullptr, 0);
    check_coordinates(points, flaws);
    return points;
}

geo::Ring ring_of(OGRGeometryH line, GeometryFlaws& flaws) {
    geo::Ring ring = points_of(line, flaws);
    check_ring(ring, flaws);
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

geo::Geometry read_wkb_with_gdal(std::span<const std::uint8_t> wkb, GeometryFlaws& flaws) {
    OGRGeometryH raw = nullptr;
    const OGRErr error = OGR_G_CreateFromWkbEx(wkb.data(), nullptr, &raw, wkb.size());
    const GeometryHandle geometry(raw);
    if (error != OGRERR_NONE || !geometry) {
        flaws.unsupported = true;
        return {};
    }
    return read_geometry(geometry.get(), flaws);
}

} // namespace antardesa::io::detail
