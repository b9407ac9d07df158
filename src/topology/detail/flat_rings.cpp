#include "topology/detail/flat_rings.h"

#include "geo/measure.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

class Flattener {
  public:
    Flattener(FlatRings& flat, Progress& progress) : flat_(flat), progress_(progress) {}

    void add(const geo::MultiPolygon& polygons, Claimant claimant) {
        for (std::uint32_t part = 0; part < polygons.size(); ++part) {
            add(polygons[part].outer, {0, 0, claimant, part, false});
            for (const geo::Ring& hole : polygons[part].holes)
                add(hole, {0, 0, claimant, part, true});
        }
    }

  private:
    void add(std::span<const geo::Point> input, FlatRings::Ring ring) {
        progress_.check();
        std::vector<geo::Point>& points = flat_.points;
        const std::size_t first = points.size();
        for (const geo::Point p : input)
            if (points.size() == first || points.back() != p)
                points.push_back(p);
        while (points.size() > first + 1 && points.back() == points[first])
            points.pop_back();
        ring.first = static_cast<Position>(first);
        if (points.size() < first + 2)
            points.resize(first);
        else
            close(ring);
        flat_.rings.push_back(ring);
        progress_.advance(ring.count);
    }

    void close(FlatRings::Ring& ring) {
        std::vector<geo::Point>& points = flat_.points;
        ring.count = static_cast<std::uint32_t>(points.size() - ring.first);
        points.push_back(points[ring.first]);
        const double area = geo::signed_area(std::span(points).subspan(ring.first));
        if (ring.hole ? area > 0 : area < 0)
            std::reverse(points.begin() + ring.first, points.end());
        flat_.marks.resize(points.size(), 0);
        flat_.marks[ring.first] |= FlatRings::ring_start;
        flat_.marks.back() |= FlatRings::closing;
    }

    FlatRings& flat_;
    Progress& progress_;
};

} // namespace

const FlatRings::Ring& FlatRings::ring_of(Position p) const {
    // Of rings without extent, which share a position with their successor, the last one that
    // starts here is the real one.
    const auto after =
        std::upper_bound(rings.begin(), rings.end(), p,
                         [](Position at, const Ring& ring) { return at < ring.first; });
    return *std::prev(after);
}

FlatRings flatten(std::span<const geo::MultiPolygon* const> claimants, Progress& progress) {
    std::size_t points = 0;
    std::size_t rings = 0;
    for (const geo::MultiPolygon* polygons : claimants) {
        points += geo::vertex_count(*polygons);
        for (const geo::Polygon& polygon : *polygons)
            rings += 1 + polygon.holes.size();
    }
    FlatRings flat;
    flat.points.reserve(points + rings);
    flat.marks.reserve(points + rings);
    flat.rings.reserve(rings);
    Flattener flattener(flat, progress);
    for (Claimant c = 0; c < claimants.size(); ++c)
        flattener.add(*claimants[c], c);
    return flat;
}

} // namespace antardesa::topology::detail
