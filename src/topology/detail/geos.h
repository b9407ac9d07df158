#pragma once

#include "geo/geometry.h"

#include <array>
#include <memory>
#include <vector>

#include <geos_c.h>

namespace antardesa::topology::detail {

/// One call's use of GEOS; its messages are of no use to a person and dropped.
class Geos {
  public:
    Geos() : context_(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(context_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    struct Drop {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Owned = std::unique_ptr<GEOSGeometry, Drop>;

    Owned polygon(const geo::Ring& ring) const {
        GEOSCoordSequence* points = sequence(ring);
        GEOSGeometry* outer = points ? GEOSGeom_createLinearRing_r(context_, points) : nullptr;
        return owned(outer ? GEOSGeom_createPolygon_r(context_, outer, nullptr, 0) : nullptr);
    }

    /// All of them as one valid geometry; null where GEOS finds none.
    Owned area(const geo::MultiPolygon& polygons) const {
        std::vector<GEOSGeometry*> parts;
        for (const geo::Polygon& polygon : polygons) {
            GEOSCoordSequence* points = sequence(polygon.outer);
            GEOSGeometry* outer = points ? GEOSGeom_createLinearRing_r(context_, points) : nullptr;
            if (!outer)
                continue;
            std::vector<GEOSGeometry*> holes;
            for (const geo::Ring& hole : polygon.holes)
                if (GEOSCoordSequence* sequence_of_hole = sequence(hole))
                    if (GEOSGeometry* ring =
                            GEOSGeom_createLinearRing_r(context_, sequence_of_hole))
                        holes.push_back(ring);
            if (GEOSGeometry* part = GEOSGeom_createPolygon_r(context_, outer, holes.data(),
                                                              static_cast<unsigned>(holes.size())))
                parts.push_back(part);
        }
        const Owned all = owned(GEOSGeom_createCollection_r(
            context_, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())));
        return owned(all ? GEOSMakeValid_r(context_, all.get()) : nullptr);
    }

    /// What the second does not cover of the first.
    Owned difference(const GEOSGeometry* whole, const GEOSGeometry* taken) const {
        return owned(GEOSDifference_r(context_, whole, taken));
    }

    /// The lines that GEOS takes, as one geometry; null where there are none.
    Owned lines(const geo::MultiLine& lines) const {
        std::vector<GEOSGeometry*> parts;
        for (const geo::Line& line : lines)
            if (GEOSCoordSequence* points = line.size() > 1 ? sequence(line) : nullptr)
                if (GEOSGeometry* part = GEOSGeom_createLineString_r(context_, points))
                    parts.push_back(part);
        if (parts.empty())
            return owned(nullptr);
        return owned(GEOSGeom_createCollection_r(context_, GEOS_MULTILINESTRING, parts.data(),
                                                 static_cast<unsigned>(parts.size())));
    }

    /// All places no farther than `radius`; round corners of eight chords a quarter.
    Owned widened(const GEOSGeometry* geometry, double radius) const {
        constexpr int chords = 8;
        return owned(GEOSBuffer_r(context_, geometry, radius, chords));
    }

    geo::MultiPolygon polygons(const GEOSGeometry* geometry) const {
        geo::MultiPolygon polygons;
        const int count = GEOSGetNumGeometries_r(context_, geometry);
        for (int i = 0; i < count; ++i) {
            const GEOSGeometry* part = GEOSGetGeometryN_r(context_, geometry, i);
            if (GEOSGeomTypeId_r(context_, part) != GEOS_POLYGON ||
                GEOSisEmpty_r(context_, part) != 0)
                continue;
            geo::Polygon& polygon = polygons.emplace_back();
            polygon.outer = ring(GEOSGetExteriorRing_r(context_, part));
            for (int hole = 0; hole < GEOSGetNumInteriorRings_r(context_, part); ++hole)
                polygon.holes.push_back(ring(GEOSGetInteriorRingN_r(context_, part, hole)));
        }
        return polygons;
    }

    Owned triangles(const GEOSGeometry* polygon) const {
        return owned(GEOSConstrainedDelaunayTriangulation_r(context_, polygon));
    }

    /// Calls `visit(corner 0 … 2)` once for each triangle.
    template<class Visit>
    void for_each_triangle(const GEOSGeometry* triangles, Visit visit) const {
        const int count = GEOSGetNumGeometries_r(context_, triangles);
        for (int i = 0; i < count; ++i) {
            const GEOSGeometry* ring =
                GEOSGetExteriorRing_r(context_, GEOSGetGeometryN_r(context_, triangles, i));
            const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context_, ring);
            std::array<geo::Point, 3> corners;
            for (unsigned k = 0; k < 3; ++k)
                GEOSCoordSeq_getXY_r(context_, points, k, &corners[k].x, &corners[k].y);
            visit(corners);
        }
    }

  private:
    GEOSCoordSequence* sequence(const std::vector<geo::Point>& points) const {
        const auto size = static_cast<unsigned>(points.size());
        GEOSCoordSequence* made = GEOSCoordSeq_create_r(context_, size, 2);
        for (unsigned i = 0; made != nullptr && i < size; ++i)
            GEOSCoordSeq_setXY_r(context_, made, i, points[i].x, points[i].y);
        return made;
    }

    geo::Ring ring(const GEOSGeometry* line) const {
        const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context_, line);
        unsigned size = 0;
        GEOSCoordSeq_getSize_r(context_, points, &size);
        geo::Ring made(size);
        for (unsigned i = 0; i < size; ++i)
            GEOSCoordSeq_getXY_r(context_, points, i, &made[i].x, &made[i].y);
        return made;
    }

    Owned owned(GEOSGeometry* geometry) const { return Owned(geometry, Drop{context_}); }

    GEOSContextHandle_t context_;
};

} // namespace antardesa::topology::detail
