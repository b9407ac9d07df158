#include "analysis/outline_comparison.h"

#include "analysis/line_match.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "topology/flaws.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace antardesa::analysis {

namespace {

constexpr double step_m = 10;
constexpr double most_steps = 1000; // of one edge

using Edge = std::pair<std::pair<double, double>, std::pair<double, double>>;

Edge edge_of(geo::Point a, geo::Point b) {
    return std::minmax(std::pair(a.x, a.y), std::pair(b.x, b.y));
}

geo::MultiLine rings_of(const geo::MultiPolygon& polygons) {
    geo::MultiLine rings;
    for (const geo::Polygon& polygon : polygons) {
        if (polygon.outer.size() > 1)
            rings.push_back(polygon.outer);
        for (const geo::Ring& hole : polygon.holes)
            if (hole.size() > 1)
                rings.push_back(hole);
    }
    return rings;
}

std::set<Edge> edges_of(const geo::MultiLine& rings) {
    std::set<Edge> edges;
    for (const geo::Line& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i)
            edges.insert(edge_of(ring[i - 1], ring[i]));
    return edges;
}

/// The farthest place of `rings` from those that `other` was made of; edges of both are passed by.
void look_along(const geo::MultiLine& rings, const std::set<Edge>& shared, const NearLine& other,
                OutlineMove& move) {
    const auto look = [&](geo::Point place) {
        const auto nearest = other.nearest(place);
        const double away = nearest ? crs::ellipsoidal_distance(place, nearest->place)
                                    : std::numeric_limits<double>::infinity();
        if (away > move.farthest_m)
            move = {away, place};
    };
    for (const geo::Line& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const geo::Point a = ring[i - 1];
            const geo::Point b = ring[i];
            if (shared.count(edge_of(a, b)))
                continue;
            const double length = geo::distance(other.to_metres(a), other.to_metres(b));
            const double steps = std::clamp(std::ceil(length / step_m), 1.0, most_steps);
            for (int k = 0; k <= static_cast<int>(steps); ++k)
                look(a + (b - a) * (k / steps));
        }
}

} // namespace

OutlineMove outline_move(const geo::MultiPolygon& before, const geo::MultiPolygon& after) {
    const geo::MultiLine old_rings = rings_of(before);
    const geo::MultiLine new_rings = rings_of(after);
    OutlineMove move;
    look_along(new_rings, edges_of(old_rings), NearLine(old_rings), move);
    look_along(old_rings, edges_of(new_rings), NearLine(new_rings), move);
    return move;
}

double common_land(const geo::MultiPolygon& a, const geo::MultiPolygon& b, Progress& progress) {
    if (!geo::bounds(a).intersects(geo::bounds(b)))
        return 0;
    const std::vector<const geo::MultiPolygon*> both{&a, &b};
    const topology::Flaws flaws = topology::find_flaws(both, {}, progress);
    if (!flaws.duplicates.empty())
        return geo::area(a);
    double area = 0;
    for (const topology::Strip& strip : flaws.strips)
        if (strip.kind == topology::StripKind::overlap)
            area += strip.area;
    return area;
}

} // namespace antardesa::analysis
