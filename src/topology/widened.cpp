#include "topology/widened.h"

#include "topology/detail/geos.h"

namespace antardesa::topology {

geo::MultiPolygon widened(const geo::MultiLine& lines, double radius) {
    const detail::Geos geos;
    const auto all = geos.lines(lines);
    const auto area = all ? geos.widened(all.get(), radius) : nullptr;
    return area ? geos.polygons(area.get()) : geo::MultiPolygon{};
}

} // namespace antardesa::topology
