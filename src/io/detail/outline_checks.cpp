#include "io/detail/outline_checks.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "io/detail/feature_place.h"
#include "io/detail/finding_list.h"
#include "io/detail/outline_parts.h"
#include "io/detail/row_label.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace antardesa::io::detail {

namespace {

// About 30 ms: what reading a kabupaten of 240,000 vertices may cost more.
constexpr std::size_t most_edge_tests = 4'000'000;
constexpr std::size_t most_vertices = 250'000;
constexpr std::size_t most_inside_tests = 2'000'000;

struct Edge {
    geo::Point a;
    geo::Point b;
    double left() const { return std::min(a.x, b.x); }
    double right() const { return std::max(a.x, b.x); }
};

double turn(geo::Point a, geo::Point b, geo::Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Only crossings in the middle of both: rings that touch themselves are another matter.
bool cross(const Edge& p, const Edge& q) {
    if (std::max(p.a.y, p.b.y) < std::min(q.a.y, q.b.y) ||
        std::max(q.a.y, q.b.y) < std::min(p.a.y, p.b.y))
        return false;
    return turn(p.a, p.b, q.a) * turn(p.a, p.b, q.b) < 0 &&
           turn(q.a, q.b, p.a) * turn(q.a, q.b, p.b) < 0;
}

/// A run of edges of a ring with its box: most pairs of runs lie apart and cost one comparison.
struct Run {
    std::span<const geo::Point> points;
    geo::Box box;
    std::size_t first = 0; ///< edge of the ring
};

std::size_t run_length(std::size_t edges) {
    return std::max<std::size_t>(
        8, static_cast<std::size_t>(std::sqrt(static_cast<double>(edges)) / 2));
}

std::vector<Run> runs_of(std::span<const geo::Point> ring) {
    const std::size_t edges = ring.size() - 1;
    const std::size_t length = run_length(edges);
    std::vector<Run> runs;
    for (std::size_t first = 0; first < edges; first += length) {
        const auto points = ring.subspan(first, std::min(length, edges - first) + 1);
        runs.push_back({points, geo::bounds(points), first});
    }
    return runs;
}

/// Of one ring, or of two: then each pair of edges counts, whatever its place in its ring.
bool runs_cross(const Run& a, const Run& b, bool one_ring) {
    for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
        const Edge p{a.points[i], a.points[i + 1]};
        for (std::size_t j = 0; j + 1 < b.points.size(); ++j) {
            if (one_ring && b.first + j <= a.first + i)
                continue;
            const Edge q{b.points[j], b.points[j + 1]};
            if (q.left() <= p.right() && p.left() <= q.right() && cross(p, q))
                return true;
        }
    }
    return false;
}

std::optional<bool> any_runs_cross(const std::vector<Run>& runs, const std::vector<Run>& others,
                                   bool one_ring, std::size_t& tests) {
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (std::size_t j = one_ring ? i : 0; j < others.size(); ++j) {
            const bool near = runs[i].box.intersects(others[j].box);
            const std::size_t cost =
                near ? (runs[i].points.size() - 1) * (others[j].points.size() - 1) : 1;
            if (tests < cost)
                return std::nullopt;
            tests -= cost;
            if (near && runs_cross(runs[i], others[j], one_ring))
                return true;
        }
    return false;
}

class OutlineChecks {
  public:
    OutlineChecks(FeatureTable& table, const Progress& progress)
        : table_(table), progress_(progress), place_(table), findings_(table.findings) {}

    void run() {
        for (std::size_t row = 0; row < table_.features.size(); ++row)
            check_row(row);
        check_twins();
        check_overlaps();
        if (skipped_ > 0)
            findings_.add(
                Severity::information, "outlines_not_checked", table_.layer,
                {table_.layer, std::to_string(skipped_), std::to_string(table_.features.size())});
        findings_.finish();
    }

  private:
    const geo::MultiPolygon* polygons_of(std::size_t row) const {
        const auto* set = std::get_if<geo::PolygonSet>(&table_.features[row].geometry);
        return set ? &set->polygons : nullptr;
    }

    void report(const char* code, std::size_t row, std::optional<Place> place,
                const std::vector<std::string>& more = {}) {
        const std::string label = row_label(table_, row, table_.features[row].fid);
        std::vector<std::string> arguments{label, table_.layer};
        arguments.insert(arguments.end(), more.begin(), more.end());
        findings_.add(Severity::warning, code, label, arguments, place);
    }

    void check_row(std::size_t row) {
        const geo::MultiPolygon* polygons = polygons_of(row);
        if (!polygons)
            return;
        progress_.check();
        const bool rings = check_rings(row, *polygons);
        const bool parts = check_parts_of(row, *polygons);
        skipped_ += !rings || !parts;
        check_area(row, *polygons);
    }

    /// False when not all was looked at and nothing was found.
    bool check_parts_of(std::size_t row, const geo::MultiPolygon& polygons) {
        const PartFlaws flaws = check_parts(polygons, part_tests_);
        const auto say = [&](const char* code, const std::optional<geo::Point>& where) {
            if (where)
                report(code, row, place_(*where));
            return where.has_value();
        };
        const bool hole = say("hole_not_inside", flaws.hole_not_inside);
        const bool parts = say("parts_overlap", flaws.parts_overlap);
        const bool twice = say("ring_runs_twice", flaws.ring_runs_twice);
        return flaws.whole || hole || parts || twice;
    }

    void check_area(std::size_t row, const geo::MultiPolygon& polygons) {
        constexpr double smallest = 1; // square metres
        constexpr double degree = 111000;
        const geo::Box box = geo::bounds(polygons);
        if (!table_.crs || box.empty())
            return;
        const double scale =
            table_.crs->is_geographic()
                ? degree * degree * std::cos(box.centre().y * std::numbers::pi / 180)
                : 1;
        if (geo::area(polygons) * scale < smallest)
            report("outline_without_area", row, place_(box));
    }

    bool check_rings(std::size_t row, const geo::MultiPolygon& polygons) {
        bool crossing = false;
        bool spiked = false;
        bool whole = true;
        const auto look = [&](std::span<const geo::Point> ring) {
            if (crossing || vertices_ + ring.size() > most_vertices || edge_tests_ == 0) {
                whole = whole && crossing;
                return;
            }
            vertices_ += ring.size();
            spiked = spiked || has_spike(ring);
            const auto verdict = crosses_itself(ring, edge_tests_);
            crossing = verdict.value_or(false);
            whole = whole && verdict.has_value();
        };
        for (const geo::Polygon& polygon : polygons) {
            look(polygon.outer);
            for (const geo::Ring& hole : polygon.holes)
                look(hole);
        }
        if (crossing)
            report("ring_crosses_itself", row, place_(geo::bounds(polygons)));
        if (spiked)
            report("ring_spike", row, place_(geo::bounds(polygons)));
        return whole || crossing;
    }

    void check_twins() {
        std::unordered_map<std::size_t, std::size_t> first_by_hash;
        for (std::size_t row = 0; row < table_.features.size(); ++row) {
            const geo::MultiPolygon* polygons = polygons_of(row);
            if (!polygons || polygons->empty() || polygons->front().outer.empty())
                continue;
            const geo::Ring& ring = polygons->front().outer;
            const std::hash<double> hash;
            std::size_t key = polygons->size() * 31 + ring.size();
            for (const std::size_t at : {std::size_t{0}, ring.size() / 3, ring.size() / 2})
                key = (key * 1000003) ^ (hash(ring[at].x) + 31 * hash(ring[at].y));
            const auto [found, fresh] = first_by_hash.try_emplace(key, row);
            if (!fresh && *polygons_of(found->second) == *polygons)
                report("same_outline", row, place_(geo::bounds(*polygons)),
                       {row_label(table_, found->second, table_.features[found->second].fid)});
        }
    }

    // A corner of one village well inside another: sampled, as many corners as the budget has.
    void check_overlaps() {
        std::vector<geo::Box> boxes;
        for (std::size_t row = 0; row < table_.features.size(); ++row) {
            const geo::MultiPolygon* polygons = polygons_of(row);
            boxes.push_back(polygons ? geo::bounds(*polygons) : geo::Box());
        }
        const geo::BoxIndex index(boxes);
        std::size_t tests = 0;
        for (std::size_t row = 0; row < boxes.size() && tests < most_inside_tests; ++row) {
            const geo::MultiPolygon* polygons = polygons_of(row);
            if (!polygons || polygons->empty() || polygons->front().outer.empty())
                continue;
            const std::optional<std::size_t> other =
                overlapped(polygons->front().outer, row, index, boxes, tests);
            if (other)
                report("outlines_overlap", row, place_(boxes[row]),
                       {row_label(table_, *other, table_.features[*other].fid)});
        }
    }

    std::optional<std::size_t> overlapped(const geo::Ring& ring, std::size_t row,
                                          const geo::BoxIndex& index,
                                          const std::vector<geo::Box>& boxes, std::size_t& tests) {
        constexpr std::size_t corners = 4;
        constexpr double deep = 0.02; // of the other's size: no matter of drawing
        for (std::size_t i = 0; i < corners; ++i) {
            const geo::Point p = ring[i * ring.size() / corners];
            for (const std::uint32_t other : index.find({p, p})) {
                if (other == row || tests >= most_inside_tests)
                    continue;
                const geo::MultiPolygon& polygons = *polygons_of(other);
                tests += geo::vertex_count(polygons);
                if (!geo::contains(polygons, p))
                    continue;
                const double size = std::min(boxes[other].max.x - boxes[other].min.x,
                                             boxes[other].max.y - boxes[other].min.y);
                double distance = size;
                for (const geo::Polygon& polygon : polygons) {
                    distance = std::min(distance, geo::distance_to_line(polygon.outer, p));
                    for (const geo::Ring& hole : polygon.holes)
                        distance = std::min(distance, geo::distance_to_line(hole, p));
                }
                if (distance > deep * size)
                    return other;
            }
        }
        return std::nullopt;
    }

    FeatureTable& table_;
    const Progress& progress_;
    FeaturePlace place_;
    FindingList findings_;
    std::size_t edge_tests_ = most_edge_tests;
    std::size_t part_tests_ = most_edge_tests;
    std::size_t vertices_ = 0;
    std::size_t skipped_ = 0;
};

} // namespace

std::optional<bool> crosses_itself(std::span<const geo::Point> ring, std::size_t& tests) {
    if (ring.size() < 4)
        return false;
    const std::vector<Run> runs = runs_of(ring);
    return any_runs_cross(runs, runs, true, tests);
}

std::optional<bool> cross_each_other(std::span<const geo::Point> ring,
                                     std::span<const geo::Point> other, std::size_t& tests) {
    if (ring.size() < 4 || other.size() < 4)
        return false;
    return any_runs_cross(runs_of(ring), runs_of(other), false, tests);
}

bool has_spike(std::span<const geo::Point> ring) {
    constexpr double flat = 1e-6;
    constexpr double share = 0.25;
    const geo::Box box = geo::bounds(ring);
    const double size = std::hypot(box.max.x - box.min.x, box.max.y - box.min.y);
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const geo::Point u{ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y};
        const geo::Point v{ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y};
        const double dot = u.x * v.x + u.y * v.y;
        if (dot >= 0)
            continue;
        const double lengths = std::hypot(u.x, u.y) * std::hypot(v.x, v.y);
        const double shorter = std::min(std::hypot(u.x, u.y), std::hypot(v.x, v.y));
        if (std::abs(u.x * v.y - u.y * v.x) <= flat * lengths && shorter > share * size)
            return true;
    }
    return false;
}

void check_outlines(FeatureTable& table, const Progress& progress) {
    OutlineChecks(table, progress).run();
}

} // namespace antardesa::io::detail
