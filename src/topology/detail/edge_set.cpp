#include "topology/detail/edge_set.h"

#include <tuple>

namespace antardesa::topology::detail {

EdgeSet::Key EdgeSet::key(geo::Point a, geo::Point b) {
    return std::tie(a.x, a.y) < std::tie(b.x, b.y) ? Key{a, b} : Key{b, a};
}

std::size_t EdgeSet::Hash::operator()(const Key& key) const {
    std::size_t hash = 0;
    for (const double value : {key.low.x, key.low.y, key.high.x, key.high.y})
        hash = hash * 1099511628211U + std::hash<double>()(value);
    return hash;
}

void EdgeSet::add(const geo::MultiPolygon& polygons) {
    const auto add_ring = [this](const geo::Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i)
            insert(ring[i - 1], ring[i]);
    };
    for (const geo::Polygon& polygon : polygons) {
        add_ring(polygon.outer);
        for (const geo::Ring& hole : polygon.holes)
            add_ring(hole);
    }
}

void append_stretches(geo::MultiLine& lines, std::span<const geo::Point> line,
                      const std::function<bool(geo::Point, geo::Point)>& is_wanted) {
    bool goes_on = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool wanted = is_wanted(line[i - 1], line[i]);
        if (wanted && goes_on)
            lines.back().push_back(line[i]);
        else if (wanted)
            lines.push_back({line[i - 1], line[i]});
        goes_on = wanted;
    }
}

} // namespace antardesa::topology::detail
