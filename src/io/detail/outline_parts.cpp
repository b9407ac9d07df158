#include "io/detail/outline_parts.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "io/detail/outline_checks.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace antardesa::io::detail {

namespace {

enum class Lies { inside, outside, across, upon, unknown };

double tolerance_of(const geo::Box& box) {
    constexpr double share = 1e-9;
    return share * std::hypot(box.max.x - box.min.x, box.max.y - box.min.y);
}

/// Where a ring lies seen from another: by corners and middles of its edges, and by crossings.
Lies seen_from(std::span<const geo::Point> ring, std::span<const geo::Point> other,
               std::size_t& tests) {
    constexpr std::size_t most_asked = 16;
    const double tolerance = tolerance_of(geo::bounds(other));
    const std::size_t edges = ring.size() - 1;
    const std::size_t asked = std::min(edges, most_asked);
    const std::size_t cost = 4 * asked * other.size();
    if (tests < cost)
        return Lies::unknown;
    tests -= cost;
    bool within = false;
    bool without = false;
    for (std::size_t i = 0; i < asked; ++i) {
        const std::size_t at = i * edges / asked;
        const geo::Point a = ring[at];
        const geo::Point b = ring[at + 1];
        for (const geo::Point p : {a, geo::Point{(a.x + b.x) / 2, (a.y + b.y) / 2}}) {
            if (geo::distance_to_line(other, p) <= tolerance)
                continue;
            (geo::contains(other, p) ? within : without) = true;
        }
    }
    if (within && without)
        return Lies::across;
    const auto crossing = cross_each_other(ring, other, tests);
    if (crossing.value_or(false))
        return Lies::across;
    if (!crossing)
        return Lies::unknown;
    return within ? Lies::inside : without ? Lies::outside : Lies::upon;
}

bool runs_twice(std::span<const geo::Point> ring) {
    constexpr std::size_t fewest = 7; // a triangle walked twice
    for (std::size_t i = 1; ring.size() >= fewest && i + 1 < ring.size(); ++i)
        if (ring[i] == ring.front() && ring[i + 1] == ring[1])
            return true;
    return false;
}

/// Looks at one outline; used once.
class PartChecks {
  public:
    PartChecks(const geo::MultiPolygon& polygons, std::size_t& tests)
        : polygons_(polygons), tests_(tests) {}

    PartFlaws run() {
        for (const geo::Polygon& polygon : polygons_) {
            check_run(polygon.outer);
            for (const geo::Ring& hole : polygon.holes) {
                check_run(hole);
                check_hole(hole, polygon.outer);
            }
            check_pairs(
                polygon.holes.size(),
                [&](std::size_t i) -> const geo::Ring& { return polygon.holes[i]; },
                [](const geo::Ring&, std::size_t) { return false; });
        }
        check_pairs(
            polygons_.size(), [&](std::size_t i) -> const geo::Ring& { return polygons_[i].outer; },
            [&](const geo::Ring& ring, std::size_t i) { return in_a_hole(ring, i); });
        return flaws_;
    }

  private:
    static bool is_land(const geo::Ring& ring) { return ring.size() >= 4; }

    Lies seen(const geo::Ring& ring, const geo::Ring& other) {
        const Lies lies = seen_from(ring, other, tests_);
        flaws_.whole = flaws_.whole && lies != Lies::unknown;
        return lies;
    }

    void check_run(const geo::Ring& ring) {
        if (!flaws_.ring_runs_twice && runs_twice(ring))
            flaws_.ring_runs_twice = ring.front();
    }

    void check_hole(const geo::Ring& hole, const geo::Ring& outer) {
        if (flaws_.hole_not_inside || !is_land(hole) || !is_land(outer))
            return;
        bool inside = geo::bounds(outer).contains(geo::bounds(hole));
        if (inside) {
            const Lies lies = seen(hole, outer);
            inside = lies == Lies::inside || lies == Lies::unknown;
        }
        if (!inside)
            flaws_.hole_not_inside = hole.front();
    }

    bool in_a_hole(const geo::Ring& ring, std::size_t of) {
        return std::any_of(polygons_[of].holes.begin(), polygons_[of].holes.end(),
                           [&](const geo::Ring& hole) {
                               if (!is_land(hole) || !geo::bounds(hole).contains(geo::bounds(ring)))
                                   return false;
                               const Lies lies = seen(ring, hole);
                               return lies == Lies::inside || lies == Lies::upon;
                           });
    }

    template<class RingAt, class Excused>
    void check_pairs(std::size_t count, RingAt ring_at, Excused excused) {
        if (count < 2 || flaws_.parts_overlap)
            return;
        std::vector<geo::Box> boxes;
        for (std::size_t i = 0; i < count; ++i)
            boxes.push_back(geo::bounds(ring_at(i)));
        const geo::BoxIndex index(boxes);
        for (std::size_t i = 0; i < count && !flaws_.parts_overlap; ++i)
            for (const std::uint32_t other : index.find(boxes[i]))
                if (other > i && share_land(ring_at, i, other, excused)) {
                    flaws_.parts_overlap = ring_at(other).front();
                    break;
                }
    }

    template<class RingAt, class Excused>
    bool share_land(RingAt ring_at, std::size_t i, std::size_t j, Excused excused) {
        if (!is_land(ring_at(i)) || !is_land(ring_at(j)))
            return false;
        if (std::abs(geo::signed_area(ring_at(i))) > std::abs(geo::signed_area(ring_at(j))))
            std::swap(i, j);
        const Lies lies = seen(ring_at(i), ring_at(j));
        return lies == Lies::across || lies == Lies::upon ||
               (lies == Lies::inside && !excused(ring_at(i), j));
    }

    const geo::MultiPolygon& polygons_;
    std::size_t& tests_;
    PartFlaws flaws_;
};

} // namespace

PartFlaws check_parts(const geo::MultiPolygon& polygons, std::size_t& tests) {
    return PartChecks(polygons, tests).run();
}

} // namespace antardesa::io::detail
