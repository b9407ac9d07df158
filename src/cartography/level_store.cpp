#include "cartography/detail/level_store.h"

#include "cartography/detail/parallel.h"
#include "geo/measure.h"
#include "geo/shape.h"

#include <cmath>
#include <numbers>

namespace antardesa::cartography {
namespace {

using topology::Arc;
using topology::Claimant;
using topology::Coverage;

constexpr std::size_t most_levels = 6;
constexpr double finest_level = 0.5; ///< metres; below it every vertex is kept
constexpr double exact_enough = 1e-3;

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
/// rest with the other half.
class ArcSimplifier {
  public:
    ArcSimplifier(geo::Point metric, double tolerance) : metric_(metric), half_(tolerance / 2) {}

    const geo::Line& operator()(std::span<const geo::Point> arc) {
        thin(arc);
        if (thinned_.size() > 2)
            thinned_ = geo::simplified(thinned_, half_);
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
        const double reach = half_ * half_;
        geo::Point last = scaled(arc.front());
        thinned_.push_back(last);
        for (std::size_t i = 1; i + 1 < arc.size(); ++i) {
            const geo::Point p = scaled(arc[i]);
            const geo::Point d = p - last;
            if (geo::dot(d, d) <= reach)
                continue;
            thinned_.push_back(p);
            last = p;
        }
        thinned_.push_back(scaled(arc.back()));
    }
    geo::Point scaled(geo::Point p) const { return {p.x * metric_.x, p.y * metric_.y}; }

    geo::Point metric_;
    double half_;
    geo::Line thinned_;
};

/// Simplified vertices of a run of arcs, to be joined in order afterwards.
struct Run {
    std::size_t first_arc = 0;
    std::vector<geo::Point> vertices;
    std::vector<std::uint32_t> counts;
};

Run simplified_run(const Coverage& source, std::size_t begin, std::size_t end,
                   ArcSimplifier simplify) {
    Run run;
    run.first_arc = begin;
    for (std::size_t i = begin; i < end; ++i) {
        const geo::Line& line = simplify(source.points(source.arcs[i]));
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

double median_size(std::span<const geo::Box> boxes) {
    std::vector<double> sizes;
    for (const geo::Box& box : boxes)
        if (!box.empty())
            sizes.push_back(std::max(box.width(), box.height()));
    if (sizes.empty())
        return 0;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

} // namespace

LevelStore::LevelStore(std::shared_ptr<const Coverage> degrees, const geo::Box& box)
    : degrees_(std::move(degrees)), projection_(box) {
    find_boxes();
    anchors_.resize(degrees_->claimant_count());
    anchor_tolerance_ = median_size(claimant_boxes_) / 80;
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
    const double wanted = level_of(tolerance);
    const std::lock_guard lock(levels_mutex_);
    const auto known = std::find_if(levels_.begin(), levels_.end(),
                                    [&](const Level& level) { return level.tolerance == wanted; });
    if (known != levels_.end()) {
        levels_.splice(levels_.begin(), levels_, known);
        return known->coverage;
    }
    levels_.push_front({wanted, make_level(wanted)});
    if (levels_.size() > most_levels)
        levels_.pop_back();
    return levels_.front().coverage;
}

std::shared_ptr<const Coverage> LevelStore::make_level(double tolerance) const {
    // A finer level at hand is a quicker start than every vertex; what it has moved is spent.
    const Level* start = nullptr;
    for (const Level& level : levels_)
        if (level.tolerance > 0 && level.tolerance <= tolerance / 2 &&
            (!start || level.tolerance > start->tolerance))
            start = &level;
    const Coverage& source = start ? *start->coverage : *degrees_;
    const double budget = tolerance - (start ? start->tolerance : 0);
    const geo::Point metric =
        start ? geo::Point{1, 1}
              : metres_per_degree(source.nodes.empty() ? 0 : source.nodes.front().y);

    auto result = std::make_shared<Coverage>();
    result->arcs = source.arcs;
    result->rings = source.rings;
    result->ring_arcs = source.ring_arcs;
    result->claimant_rings = source.claimant_rings;
    result->nodes = source.nodes;
    if (tolerance > 0) {
        std::mutex mutex;
        std::vector<Run> runs;
        for_runs(source.arcs.size(), 2000, [&](std::size_t begin, std::size_t end) {
            Run run = simplified_run(source, begin, end, ArcSimplifier(metric, budget));
            const std::lock_guard lock(mutex);
            runs.push_back(std::move(run));
        });
        std::sort(runs.begin(), runs.end(),
                  [](const Run& a, const Run& b) { return a.first_arc < b.first_arc; });
        for (const Run& run : runs)
            append(*result, run);
    } else {
        result->vertices = source.vertices;
    }
    if (!start) {
        const double allowed = std::max(exact_enough, tolerance / 50);
        for_runs(result->vertices.size(), 20000, [&](std::size_t begin, std::size_t end) {
            projection_.apply(std::span(result->vertices).subspan(begin, end - begin), allowed);
        });
        projection_.apply(result->nodes, allowed);
    }
    for (std::size_t i = 0; i < result->arcs.size(); ++i)
        result->arcs[i].box = arc_boxes_[i];
    return result;
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

LevelStore::Anchor LevelStore::find_anchor(Claimant claimant) {
    const geo::Box& box = claimant_boxes_[claimant];
    const double size = box.empty() ? 0 : std::max(box.width(), box.height());
    const auto search = [&](double tolerance) -> std::optional<geo::Inside> {
        const geo::MultiPolygon polygons = topology::polygons_of(*coverage(tolerance), claimant);
        if (geo::area(polygons) <= 0)
            return std::nullopt;
        return geo::pole_of_inaccessibility(polygons, std::max(size / 100, 0.01));
    };
    auto inside = search(std::min(anchor_tolerance_, size / 20));
    if (!inside)
        inside = search(0);
    if (!inside)
        return {box.empty() ? geo::Point{} : box.centre(), 0};
    return {inside->position, std::max(inside->radius, 0.0)};
}

} // namespace antardesa::cartography
