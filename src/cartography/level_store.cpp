#include "cartography/detail/level_store.h"

#include "cartography/detail/parallel.h"
#include "geo/measure.h"

#include <cmath>
#include <numbers>

namespace antardesa::cartography {
namespace {

using topology::Arc;
using topology::Claimant;
using topology::Coverage;

constexpr std::size_t most_levels = 8;
constexpr double finest_level = 0.5; ///< metres; below it every vertex is kept
constexpr double exact_enough = 1e-3;
constexpr std::size_t worth_a_window = 500000; ///< vertices; fewer are quickly made whole

/// A level's tolerance: the power of two not above `wanted`, or 0 for every vertex.
double level_of(double wanted) {
    if (!(wanted >= finest_level))
        return 0;
    return std::exp2(std::floor(std::log2(wanted)));
}

/// Degrees of longitude and latitude in metres at a latitude, to a part in a hundred.
geo::Point metres_per_degree(double latitude) {
    constexpr double degree = 111000;
    return {degree * std::cos(latitude * std::numbers::pi / 180), degree};
}

/// Simplifies one arc at a time: a first pass drops what lies within half the tolerance of the
/// last kept vertex (linear, and most vertices go there at small scales), Douglas-Peucker does the
/// rest with the other half. Keeps its buffers: an atlas has a hundred thousand arcs.
class ArcSimplifier {
  public:
    ArcSimplifier(geo::Point metric, double tolerance)
        : metric_(metric), squared_(tolerance * tolerance / 4) {}

    /// Valid until the next call.
    const geo::Line& operator()(std::span<const geo::Point> arc) {
        thin(arc);
        if (thinned_.size() > 2)
            choose();
        for (geo::Point& p : thinned_)
            p = {p.x / metric_.x, p.y / metric_.y};
        // The division would move the nodes by a rounding error, and neighbours would gape.
        thinned_.front() = arc.front();
        thinned_.back() = arc.back();
        return thinned_;
    }

  private:
    void thin(std::span<const geo::Point> arc) {
        thinned_.clear();
        geo::Point last = scaled(arc.front());
        thinned_.push_back(last);
        for (std::size_t i = 1; i + 1 < arc.size(); ++i) {
            const geo::Point p = scaled(arc[i]);
            const geo::Point d = p - last;
            if (geo::dot(d, d) <= squared_)
                continue;
            thinned_.push_back(p);
            last = p;
        }
        thinned_.push_back(scaled(arc.back()));
    }

    void choose() {
        kept_.assign(thinned_.size(), 0);
        kept_.front() = kept_.back() = 1;
        pending_.assign(1, {0, thinned_.size() - 1});
        while (!pending_.empty()) {
            const auto [first, last] = pending_.back();
            pending_.pop_back();
            const std::size_t worst = farthest(first, last);
            if (worst == first)
                continue;
            kept_[worst] = 1;
            pending_.push_back({first, worst});
            pending_.push_back({worst, last});
        }
        std::size_t count = 0;
        for (std::size_t i = 0; i < thinned_.size(); ++i)
            if (kept_[i])
                thinned_[count++] = thinned_[i];
        thinned_.resize(count);
    }

    /// The vertex farthest from the chord, if it is beyond the tolerance; else `first`.
    std::size_t farthest(std::size_t first, std::size_t last) const {
        const geo::Point a = thinned_[first];
        const geo::Point chord = thinned_[last] - a;
        const double length = geo::dot(chord, chord);
        const double inverse = length > 0 ? 1 / length : 0;
        double worst = squared_;
        std::size_t found = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            const geo::Point d = thinned_[i] - a;
            const geo::Point off = d - chord * std::clamp(geo::dot(d, chord) * inverse, 0.0, 1.0);
            if (const double distance = geo::dot(off, off); distance > worst) {
                worst = distance;
                found = i;
            }
        }
        return found;
    }
    geo::Point scaled(geo::Point p) const { return {p.x * metric_.x, p.y * metric_.y}; }

    geo::Point metric_;
    double squared_; ///< of half the tolerance
    geo::Line thinned_;
    std::vector<std::uint8_t> kept_;
    std::vector<std::pair<std::size_t, std::size_t>> pending_;
};

/// Simplified vertices of a run of arcs, to be joined in order afterwards.
struct Run {
    std::size_t first_arc = 0;
    std::vector<geo::Point> vertices;
    std::vector<std::uint32_t> counts;
};

/// What to make of the arcs of one level.
struct Recipe {
    const Coverage& source;
    const std::vector<std::uint8_t>* wanted = nullptr; ///< by arc; null: all of them
    geo::Point metric{1, 1};
    double budget = 0; ///< 0: every vertex
};

Run simplified_run(const Recipe& recipe, std::size_t begin, std::size_t end) {
    ArcSimplifier simplify(recipe.metric, recipe.budget);
    Run run;
    run.first_arc = begin;
    for (std::size_t i = begin; i < end; ++i) {
        const auto points = recipe.source.points(recipe.source.arcs[i]);
        if (recipe.wanted && !(*recipe.wanted)[i]) {
            run.vertices.push_back(points.front());
            run.vertices.push_back(points.back());
            run.counts.push_back(2);
            continue;
        }
        const std::span<const geo::Point> line =
            recipe.budget > 0 ? std::span<const geo::Point>(simplify(points)) : points;
        run.vertices.insert(run.vertices.end(), line.begin(), line.end());
        run.counts.push_back(static_cast<std::uint32_t>(line.size()));
    }
    return run;
}

void append(Coverage& target, const Run& run) {
    auto first = static_cast<std::uint32_t>(target.vertices.size());
    for (std::size_t i = 0; i < run.counts.size(); ++i) {
        Arc& arc = target.arcs[run.first_arc + i];
        arc.first = first;
        arc.count = run.counts[i];
        first += arc.count;
    }
    target.vertices.insert(target.vertices.end(), run.vertices.begin(), run.vertices.end());
}

} // namespace

LevelStore::LevelStore(std::shared_ptr<const Coverage> degrees, const geo::Box& box)
    : degrees_(std::move(degrees)), projection_(box) {
    find_boxes();
    anchors_.resize(degrees_->claimant_count());
}

void LevelStore::find_boxes() {
    const Coverage& source = *degrees_;
    arc_boxes_.resize(source.arcs.size());
    for_runs(source.arcs.size(), 4000, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            arc_boxes_[i] = projection_.box_in_metres(source.arcs[i].box);
    });
    claimant_boxes_.resize(source.claimant_count());
    for (std::size_t i = 0; i < source.arcs.size(); ++i)
        for (const Claimant side : {source.arcs[i].left, source.arcs[i].right})
            if (side < claimant_boxes_.size())
                claimant_boxes_[side].extend(arc_boxes_[i]);
    arc_index_ = geo::BoxIndex(arc_boxes_);
    claimant_index_ = geo::BoxIndex(claimant_boxes_);
}

std::shared_ptr<const Coverage> LevelStore::coverage(double tolerance) {
    return find_or_make(level_of(tolerance), {});
}

std::shared_ptr<const Coverage> LevelStore::coverage_near(double tolerance, const geo::Box& view) {
    if (degrees_->vertices.size() < worth_a_window)
        return coverage(tolerance);
    return find_or_make(level_of(tolerance), view);
}

std::shared_ptr<const Coverage> LevelStore::find_or_make(double wanted, const geo::Box& view) {
    const std::lock_guard lock(levels_mutex_);
    const auto serves = [&](const Level& level) {
        return level.tolerance == wanted &&
               (level.window.empty() || (!view.empty() && level.window.contains(view)));
    };
    const auto known = std::find_if(levels_.begin(), levels_.end(), serves);
    if (known != levels_.end()) {
        levels_.splice(levels_.begin(), levels_, known);
        return known->coverage;
    }
    levels_.push_front(make_level(wanted, view));
    if (levels_.size() > most_levels)
        levels_.pop_back();
    return levels_.front().coverage;
}

std::vector<std::uint8_t> LevelStore::arcs_near(const geo::Box& window) const {
    std::vector<std::uint8_t> claimants(claimant_boxes_.size(), 0);
    claimant_index_.visit(window, [&](std::uint32_t claimant) { claimants[claimant] = 1; });
    std::vector<std::uint8_t> arcs(degrees_->arcs.size(), 0);
    for (std::size_t i = 0; i < arcs.size(); ++i)
        for (const Claimant side : {degrees_->arcs[i].left, degrees_->arcs[i].right})
            if (side < claimants.size() && claimants[side])
                arcs[i] = 1;
    return arcs;
}

LevelStore::Level LevelStore::make_level(double tolerance, const geo::Box& view) const {
    Level level{tolerance, {}, nullptr};
    // A finer level at hand is a quicker start than every vertex; what it has moved is spent.
    const Level* start = nullptr;
    for (const Level& other : levels_)
        if (other.window.empty() && other.tolerance > 0 && other.tolerance <= tolerance / 2 &&
            (!start || other.tolerance > start->tolerance))
            start = &other;
    std::vector<std::uint8_t> wanted;
    if (!view.empty() && !start) {
        level.window = view.grown(0.6 * std::max(view.width(), view.height()));
        wanted = arcs_near(level.window);
        if (static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), 1)) * 2 >
            wanted.size()) {
            level.window = {};
            wanted.clear();
        }
    }
    const Coverage& source = start ? *start->coverage : *degrees_;
    Recipe recipe{source,
                  wanted.empty() ? nullptr : &wanted,
                  {1, 1},
                  tolerance - (start ? start->tolerance : 0)};
    if (!start)
        recipe.metric = metres_per_degree(source.nodes.empty() ? 0 : source.nodes.front().y);

    auto result = std::make_shared<Coverage>();
    result->arcs = source.arcs;
    result->rings = source.rings;
    result->ring_arcs = source.ring_arcs;
    result->claimant_rings = source.claimant_rings;
    result->nodes = source.nodes;
    std::mutex mutex;
    std::vector<Run> runs;
    for_runs(source.arcs.size(), 2000, [&](std::size_t begin, std::size_t end) {
        Run run = simplified_run(recipe, begin, end);
        const std::lock_guard lock(mutex);
        runs.push_back(std::move(run));
    });
    std::sort(runs.begin(), runs.end(),
              [](const Run& a, const Run& b) { return a.first_arc < b.first_arc; });
    for (const Run& run : runs)
        append(*result, run);
    if (!start)
        project(*result, std::max(exact_enough, tolerance / 50));
    for (std::size_t i = 0; i < result->arcs.size(); ++i)
        result->arcs[i].box = arc_boxes_[i];
    level.coverage = std::move(result);
    return level;
}

void LevelStore::project(Coverage& coverage, double allowed) const {
    for_runs(coverage.vertices.size(), 20000, [&](std::size_t begin, std::size_t end) {
        projection_.apply(std::span(coverage.vertices).subspan(begin, end - begin), allowed);
    });
    projection_.apply(coverage.nodes, allowed);
}

LevelStore::Anchor LevelStore::anchor(Claimant claimant) {
    if (claimant >= anchors_.size())
        return {};
    {
        const std::lock_guard lock(anchors_mutex_);
        if (anchors_[claimant].radius >= 0)
            return anchors_[claimant];
    }
    const Anchor found = find_anchor(claimant);
    const std::lock_guard lock(anchors_mutex_);
    anchors_[claimant] = found;
    return found;
}

LevelStore::Anchor LevelStore::find_anchor(Claimant claimant) const {
    const geo::Box& box = claimant_boxes_[claimant];
    if (box.empty())
        return {{}, 0};
    const double size = std::max(box.width(), box.height());
    // Straight from the source: no level has to be made for a handful of names.
    for (const double tolerance : {size / 60, 0.0}) {
        geo::MultiPolygon polygons = topology::polygons_of(*degrees_, claimant);
        for (geo::Polygon& polygon : polygons) {
            prepare(polygon.outer, tolerance);
            for (geo::Ring& hole : polygon.holes)
                prepare(hole, tolerance);
        }
        if (geo::area(polygons) <= 0)
            continue;
        if (const auto inside = geo::pole_of_inaccessibility(polygons, std::max(size / 50, 0.01)))
            return {inside->position, std::max(inside->radius, 0.0)};
    }
    return {box.centre(), 0};
}

void LevelStore::prepare(geo::Ring& ring, double tolerance) const {
    if (ring.empty())
        return;
    if (tolerance > 0)
        ring = ArcSimplifier(metres_per_degree(ring.front().y), tolerance)(ring);
    projection_.apply(ring, 0.5);
}

} // namespace antardesa::cartography
