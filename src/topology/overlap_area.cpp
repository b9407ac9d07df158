#include "topology/overlap_area.h"

#include "geo/measure.h"
#include "topology/detail/geos.h"
#include "topology/flaws.h"

#include <array>

namespace antardesa::topology {

double overlap_area(const geo::MultiPolygon& a, const geo::MultiPolygon& b, Progress& progress) {
    if (!geo::bounds(a).intersects(geo::bounds(b)))
        return 0;
    const std::array<const geo::MultiPolygon*, 2> both{&a, &b};
    const Flaws flaws = find_flaws(both, {}, progress);
    if (!flaws.duplicates.empty())
        return geo::area(a);
    double shared = 0;
    for (const Strip& strip : flaws.strips)
        if (strip.kind == StripKind::overlap)
            shared += strip.area;
    return shared;
}

geo::MultiPolygon without(const geo::MultiPolygon& land, const geo::MultiPolygon& other) {
    const detail::Geos geos;
    const auto whole = geos.area(land);
    const auto taken = geos.area(other);
    const auto rest = whole && taken ? geos.difference(whole.get(), taken.get()) : nullptr;
    return rest ? geos.polygons(rest.get()) : land;
}

} // namespace antardesa::topology
