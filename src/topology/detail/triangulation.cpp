#include "topology/detail/triangulation.h"

#include "topology/detail/flat_rings.h"

#include <memory>
#include <unordered_map>

#include <geos_c.h>

namespace antardesa::topology::detail {

namespace {

struct PointHash {
    std::size_t operator()(geo::Point p) const { return hash_of(p); }
};

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
        const auto size = static_cast<unsigned>(ring.size());
        GEOSCoordSequence* points = GEOSCoordSeq_create_r(context_, size, 2);
        for (unsigned i = 0; points != nullptr && i < size; ++i)
            GEOSCoordSeq_setXY_r(context_, points, i, ring[i].x, ring[i].y);
        GEOSGeometry* outer = points ? GEOSGeom_createLinearRing_r(context_, points) : nullptr;
        return owned(outer ? GEOSGeom_createPolygon_r(context_, outer, nullptr, 0) : nullptr);
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
    Owned owned(GEOSGeometry* geometry) const { return Owned(geometry, Drop{context_}); }

    GEOSContextHandle_t context_;
};

} // namespace

std::vector<std::array<std::uint32_t, 3>> triangulated(const geo::Ring& ring) {
    std::unordered_map<geo::Point, std::uint32_t, PointHash> index;
    for (std::uint32_t i = 0; i + 1 < ring.size(); ++i)
        if (!index.emplace(ring[i], i).second)
            return {};
    const Geos geos;
    const Geos::Owned polygon = geos.polygon(ring);
    const Geos::Owned found = polygon ? geos.triangles(polygon.get()) : nullptr;
    std::vector<std::array<std::uint32_t, 3>> triangles;
    bool known = true;
    if (found)
        geos.for_each_triangle(found.get(), [&](const std::array<geo::Point, 3>& corners) {
            std::array<std::uint32_t, 3> triangle{};
            for (std::size_t k = 0; k < 3; ++k) {
                const auto at = index.find(corners[k]);
                known = known && at != index.end();
                triangle[k] = at == index.end() ? 0 : at->second;
            }
            triangles.push_back(triangle);
        });
    return known ? triangles : std::vector<std::array<std::uint32_t, 3>>{};
}

} // namespace antardesa::topology::detail
