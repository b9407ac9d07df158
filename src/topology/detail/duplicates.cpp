#include "topology/detail/duplicates.h"

#include "topology/detail/flat_rings.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace antardesa::topology::detail {

namespace {

class Scanner {
  public:
    explicit Scanner(RawScan& scan) : scan_(scan) {}

    void add(const geo::MultiPolygon& polygons, Claimant claimant) {
        box_ = {};
        vertices_ = 0;
        claimant_ = claimant;
        for (const geo::Polygon& polygon : polygons) {
            look(polygon.outer);
            for (const geo::Ring& hole : polygon.holes)
                look(hole);
        }
        scan_.box.extend(box_);
        scan_.boxes.push_back(box_);
        scan_.vertices.push_back(vertices_);
    }

  private:
    void look(const geo::Ring& ring) {
        if (ring.empty())
            return report(RingFault::too_few_points, {});
        box_.extend(geo::bounds(ring));
        vertices_ += ring.size();
        std::size_t repeated = 0;
        geo::Point first_repeated;
        for (std::size_t i = 1; i < ring.size(); ++i)
            if (ring[i] == ring[i - 1] && repeated++ == 0)
                first_repeated = ring[i];
        const bool closed = ring.front() == ring.back();
        if (ring.size() - repeated < (closed ? 4 : 3))
            report(RingFault::too_few_points, ring.front());
        else if (repeated > 0)
            report(RingFault::repeated_vertex, first_repeated, static_cast<int>(repeated));
        if (!closed)
            report(RingFault::unclosed, ring.back());
    }

    void report(RingFault fault, geo::Point place, int count = 1) {
        scan_.invalid.push_back({claimant_, fault, place, count});
    }

    RawScan& scan_;
    geo::Box box_;
    std::size_t vertices_ = 0;
    Claimant claimant_ = nobody;
};

bool before(geo::Point a, geo::Point b) {
    return a.x < b.x || (a.x == b.x && a.y < b.y);
}

/// Starts at the least vertex and walks towards its lesser neighbour; open, without repeats.
geo::Ring canonical(geo::Ring ring) {
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    if (ring.empty())
        return ring;
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end(), before), ring.end());
    if (before(ring.back(), ring[1 % ring.size()]))
        std::reverse(ring.begin() + 1, ring.end());
    return ring;
}

std::vector<geo::Ring> canonical(const geo::MultiPolygon& polygons) {
    std::vector<geo::Ring> rings;
    for (const geo::Polygon& polygon : polygons) {
        rings.push_back(canonical(polygon.outer));
        for (const geo::Ring& hole : polygon.holes)
            rings.push_back(canonical(hole));
    }
    std::sort(rings.begin(), rings.end(), [](const geo::Ring& a, const geo::Ring& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), before);
    });
    return rings;
}

std::uint64_t shape_hash(const std::vector<geo::Ring>& rings) {
    std::uint64_t hash = rings.size();
    for (const geo::Ring& ring : rings)
        for (const geo::Point p : ring)
            hash = (hash ^ hash_of(p)) * 0x9E3779B97F4A7C15;
    return hash;
}

auto place_of(const RawScan& scan, Claimant c) {
    const geo::Box& box = scan.boxes[c];
    return std::tuple(box.min.x, box.min.y, box.max.x, box.max.y);
}

} // namespace

RawScan scan(std::span<const geo::MultiPolygon* const> claimants, Progress& progress) {
    RawScan result;
    result.boxes.reserve(claimants.size());
    result.vertices.reserve(claimants.size());
    Scanner scanner(result);
    for (Claimant c = 0; c < claimants.size(); ++c) {
        progress.check();
        scanner.add(*claimants[c], c);
    }
    return result;
}

std::vector<std::vector<Claimant>>
find_duplicates(std::span<const geo::MultiPolygon* const> claimants, const RawScan& scan) {
    std::vector<Claimant> order;
    for (Claimant c = 0; c < claimants.size(); ++c)
        if (!scan.boxes[c].empty())
            order.push_back(c);
    std::sort(order.begin(), order.end(), [&](Claimant a, Claimant b) {
        return std::tuple(place_of(scan, a), a) < std::tuple(place_of(scan, b), b);
    });
    std::vector<std::vector<Claimant>> groups;
    for (auto from = order.begin(); from != order.end();) {
        const auto to = std::find_if(from, order.end(), [&](Claimant c) {
            return place_of(scan, c) != place_of(scan, *from);
        });
        // Many different shapes in one box are compared only where their hashes agree.
        std::unordered_multimap<std::uint64_t, std::size_t> known; // group, by its shape's hash
        std::vector<std::vector<geo::Ring>> shapes;                // of the groups from `first`
        const std::size_t first = groups.size();
        for (auto c = from; to - from > 1 && c != to; ++c) {
            std::vector<geo::Ring> shape = canonical(*claimants[*c]);
            const std::uint64_t hash = shape_hash(shape);
            const auto [begin, end] = known.equal_range(hash);
            const auto same = std::find_if(
                begin, end, [&](const auto& one) { return shapes[one.second - first] == shape; });
            if (same != end) {
                groups[same->second].push_back(*c);
                continue;
            }
            known.emplace(hash, groups.size());
            shapes.push_back(std::move(shape));
            groups.push_back({*c});
        }
        from = to;
    }
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    std::sort(groups.begin(), groups.end());
    return groups;
}

} // namespace antardesa::topology::detail
