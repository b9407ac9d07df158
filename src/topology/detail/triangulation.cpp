#include "topology/detail/triangulation.h"

#include "topology/detail/flat_rings.h"
#include "topology/detail/geos.h"

#include <unordered_map>

namespace antardesa::topology::detail {

namespace {

struct PointHash {
    std::size_t operator()(geo::Point p) const { return hash_of(p); }
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
