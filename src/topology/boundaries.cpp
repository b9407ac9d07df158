#include "topology/arc_edit.h"

#include <unordered_map>

namespace antardesa::topology {

namespace {

struct PairArc {
    Claimant first;
    Claimant second;
    std::uint32_t arc;
    friend auto operator<=>(const PairArc&, const PairArc&) = default;
};

std::vector<PairArc> arcs_by_pair(const Coverage& coverage, bool with_outside) {
    std::vector<PairArc> pairs;
    for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i) {
        const Arc& arc = coverage.arcs[i];
        if (arc.left == arc.right || (!with_outside && arc.right == nobody))
            continue;
        pairs.push_back({std::min(arc.left, arc.right), std::max(arc.left, arc.right), i});
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// Puts arcs into walking order: each run of connected arcs from an open end, rings last.
class WalkingOrder {
  public:
    WalkingOrder(const Coverage& coverage, std::vector<std::uint32_t> arcs)
        : coverage_(coverage), arcs_(std::move(arcs)), used_(arcs_.size(), false) {
        for (std::size_t i = 0; i < arcs_.size(); ++i) {
            const Arc& arc = coverage_.arcs[arcs_[i]];
            at_node_[arc.start_node].push_back(i);
            if (arc.end_node != arc.start_node)
                at_node_[arc.end_node].push_back(i);
        }
    }

    std::vector<std::uint32_t> run() {
        for (std::size_t i = 0; i < arcs_.size(); ++i) {
            const Arc& arc = coverage_.arcs[arcs_[i]];
            if (at_node_[arc.start_node].size() == 1)
                walk(i, arc.end_node);
            else if (at_node_[arc.end_node].size() == 1)
                walk(i, arc.start_node);
        }
        for (std::size_t i = 0; i < arcs_.size(); ++i)
            walk(i, coverage_.arcs[arcs_[i]].end_node);
        return std::move(order_);
    }

  private:
    void walk(std::size_t from, std::uint32_t node) {
        for (std::size_t i = from; i < arcs_.size() && !used_[i]; i = unused_at(node)) {
            used_[i] = true;
            order_.push_back(arcs_[i]);
            if (i != from) {
                const Arc& arc = coverage_.arcs[arcs_[i]];
                node = arc.start_node == node ? arc.end_node : arc.start_node;
            }
        }
    }

    std::size_t unused_at(std::uint32_t node) const {
        for (const std::size_t i : at_node_.at(node))
            if (!used_[i])
                return i;
        return arcs_.size();
    }

    const Coverage& coverage_;
    std::vector<std::uint32_t> arcs_;
    std::vector<bool> used_;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> at_node_;
    std::vector<std::uint32_t> order_;
};

std::vector<std::uint32_t> in_walking_order(const Coverage& coverage,
                                            std::vector<std::uint32_t> arcs) {
    if (arcs.size() < 2)
        return arcs;
    return WalkingOrder(coverage, std::move(arcs)).run();
}

template<class Points>
void append(geo::Line& line, const Points& points) {
    auto from = points.begin();
    if (!line.empty() && line.back() == *from)
        ++from;
    line.insert(line.end(), from, points.end());
}

void append_arc(const Coverage& coverage, geo::Line& line, std::uint32_t index, bool backwards) {
    const std::span<const geo::Point> points = coverage.points(coverage.arcs[index]);
    if (!backwards)
        return append(line, points);
    const geo::Line reversed(points.rbegin(), points.rend());
    append(line, reversed);
}

/// Joins arcs as they come, turning them where that connects them.
class LineJoiner {
  public:
    explicit LineJoiner(const Coverage& coverage) : coverage_(coverage) {}

    void add(std::uint32_t index) {
        const Arc& arc = coverage_.arcs[index];
        if (may_turn_ && end_ != arc.start_node && end_ != arc.end_node &&
            (start_ == arc.start_node || start_ == arc.end_node)) {
            std::reverse(lines_.back().begin(), lines_.back().end());
            std::swap(start_, end_);
        }
        const bool joins = !lines_.empty() && (arc.start_node == end_ || arc.end_node == end_);
        if (!joins) {
            lines_.emplace_back();
            start_ = arc.start_node;
        }
        const bool backwards = joins && arc.start_node != end_;
        append_arc(coverage_, lines_.back(), index, backwards);
        end_ = backwards ? arc.start_node : arc.end_node;
        may_turn_ = !joins;
    }

    geo::MultiLine take() && { return std::move(lines_); }

  private:
    const Coverage& coverage_;
    geo::MultiLine lines_;
    std::uint32_t start_ = nobody;
    std::uint32_t end_ = nobody;
    bool may_turn_ = false; ///< the last line is one arc yet, its direction still free
};

geo::Ring ring_points(const Coverage& coverage, const RingOfArcs& ring) {
    geo::Ring points;
    for (const std::int32_t reference :
         std::span(coverage.ring_arcs).subspan(ring.first, ring.count)) {
        const bool backwards = reference < 0;
        append_arc(coverage, points, static_cast<std::uint32_t>(backwards ? ~reference : reference),
                   backwards);
    }
    return points;
}

} // namespace

std::vector<SharedBoundary> shared_boundaries(const Coverage& coverage, bool with_outside) {
    std::vector<SharedBoundary> boundaries;
    for (const PairArc& pair : arcs_by_pair(coverage, with_outside)) {
        if (boundaries.empty() || boundaries.back().first != pair.first ||
            boundaries.back().second != pair.second)
            boundaries.push_back({pair.first, pair.second, {}});
        boundaries.back().arcs.push_back(pair.arc);
    }
    for (SharedBoundary& boundary : boundaries)
        boundary.arcs = in_walking_order(coverage, std::move(boundary.arcs));
    return boundaries;
}

SharedBoundary boundary_between(const Coverage& coverage, Claimant first, Claimant second) {
    SharedBoundary boundary{std::min(first, second), std::max(first, second), {}};
    for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i) {
        const Arc& arc = coverage.arcs[i];
        if (arc.left != arc.right && std::min(arc.left, arc.right) == boundary.first &&
            std::max(arc.left, arc.right) == boundary.second)
            boundary.arcs.push_back(i);
    }
    boundary.arcs = in_walking_order(coverage, std::move(boundary.arcs));
    return boundary;
}

geo::MultiLine boundary_lines(const Coverage& coverage, std::span<const std::uint32_t> arcs) {
    LineJoiner joiner(coverage);
    for (const std::uint32_t index : arcs)
        joiner.add(index);
    return std::move(joiner).take();
}

std::vector<std::vector<Claimant>> adjacency(const Coverage& coverage) {
    std::vector<std::vector<Claimant>> neighbours(coverage.claimant_count());
    for (const Arc& arc : coverage.arcs) {
        if (arc.left == arc.right || arc.left == nobody || arc.right == nobody)
            continue;
        neighbours[arc.left].push_back(arc.right);
        neighbours[arc.right].push_back(arc.left);
    }
    for (std::vector<Claimant>& list : neighbours) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return neighbours;
}

geo::MultiPolygon polygons_of(const Coverage& coverage, Claimant claimant) {
    geo::MultiPolygon polygons;
    std::uint32_t open_part = nobody; // the part whose outer ring stands last in `polygons`
    for (const RingOfArcs& ring : coverage.rings_of(claimant)) {
        if (ring.count == 0)
            continue;
        if (!ring.hole) {
            polygons.push_back({ring_points(coverage, ring), {}});
            open_part = ring.polygon;
        } else if (open_part == ring.polygon) {
            polygons.back().holes.push_back(ring_points(coverage, ring));
        }
    }
    return polygons;
}

} // namespace antardesa::topology
