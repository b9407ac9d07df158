#include "topology/detail/unshared.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/detail/edge_sag.h"
#include "topology/detail/flaw_count.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace antardesa::topology::detail {

namespace {

/// Strips are left out up to 32 cells of mean width; a triangle is twice as wide at its corner.
constexpr double hair_cells = 64;

struct Stretch {
    geo::Point from;
    geo::Point to;
    Claimant claimant = nobody;
};

using Pairs = std::set<std::pair<Claimant, Claimant>>;

class Search {
  public:
    /// What `told` names has its strips already and is not looked for again.
    Search(const Coverage& coverage, const Grid& grid, const Pairs& told)
        : grid_(grid), hair_(hair_cells * grid.unit()), told_(told) {
        std::vector<const Arc*> open;
        std::vector<geo::Box> boxes;
        for (const Arc& arc : coverage.arcs)
            if (arc.right == nobody) {
                open.push_back(&arc);
                boxes.push_back(arc.box.grown(reach_of(coverage.points(arc))));
            }
        // Most of them are coast, which comes near another's only at its ends.
        const geo::BoxIndex index(boxes);
        for (std::size_t i = 0; i < open.size(); ++i) {
            std::vector<geo::Box> near;
            index.visit(boxes[i], [&](std::uint32_t k) {
                if (is_asked(open[k]->left, open[i]->left))
                    near.push_back(boxes[k]);
            });
            add(coverage.points(*open[i]), open[i]->left, near);
        }
    }

    std::vector<NearMiss> run(Progress& progress) {
        std::vector<geo::Box> boxes;
        boxes.reserve(stretches_.size());
        for (const Stretch& stretch : stretches_)
            boxes.push_back(box_of(stretch));
        const geo::BoxIndex index(boxes);
        for (std::uint32_t i = 0; i < stretches_.size(); ++i) {
            if (i % 1024 == 0)
                progress.check();
            index.visit(boxes[i].grown(reach_of(stretches_[i])), [&](std::uint32_t j) {
                if (is_asked(stretches_[i].claimant, stretches_[j].claimant))
                    look(stretches_[i], stretches_[j]);
            });
        }
        std::sort(found_.begin(), found_.end(), [](const NearMiss& a, const NearMiss& b) {
            return std::tie(a.first, a.second, a.place.x, a.place.y) <
                   std::tie(b.first, b.second, b.place.x, b.place.y);
        });
        const auto same = [](const NearMiss& a, const NearMiss& b) {
            return a.first == b.first && a.second == b.second && a.place == b.place;
        };
        found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
        return std::move(found_);
    }

  private:
    bool is_asked(Claimant a, Claimant b) const {
        return a != b && told_.count(std::minmax(a, b)) == 0;
    }

    void add(std::span<const geo::Point> points, Claimant claimant,
             const std::vector<geo::Box>& near) {
        for (std::size_t i = 1; !near.empty() && i < points.size(); ++i) {
            const Stretch stretch{points[i - 1], points[i], claimant};
            const geo::Box box = box_of(stretch).grown(reach_of(stretch));
            if (std::any_of(near.begin(), near.end(),
                            [&box](const geo::Box& other) { return other.intersects(box); }))
                stretches_.push_back(stretch);
        }
    }

    static geo::Box box_of(const Stretch& stretch) {
        geo::Box box;
        box.extend(stretch.from);
        box.extend(stretch.to);
        return box;
    }

    /// How far beside it something may lie on it.
    double reach_of(const Stretch& stretch) const {
        return hair_ + EdgeSag::most(grid_, geo::distance(stretch.from, stretch.to));
    }
    double reach_of(std::span<const geo::Point> points) const {
        double reach = hair_;
        for (std::size_t i = 1; grid_.degrees() && i < points.size(); ++i)
            reach = std::max(reach, reach_of(Stretch{points[i - 1], points[i]}));
        return reach;
    }

    static double distance(const Stretch& line, geo::Point p) {
        return geo::distance(p, geo::nearest_on_segment(line.from, line.to, p));
    }

    bool is_on(const Stretch& line, geo::Point p) const {
        const double beside = distance(line, p);
        if (beside <= hair_ || !grid_.degrees() || beside > reach_of(line))
            return beside <= hair_;
        return EdgeSag(grid_, line.from, line.to).may_pass(p, hair_);
    }

    /// Vertices of `other` on `line`, where the two run against each other for more than a point.
    void look(const Stretch& line, const Stretch& other) {
        const geo::Point along = line.to - line.from;
        const geo::Point back = other.to - other.from;
        if (!(along.x * back.x + along.y * back.y < 0))
            return;
        for (const bool end : {false, true}) {
            const geo::Point vertex = end ? other.to : other.from;
            const geo::Point next = end ? other.from : other.to;
            if (vertex == line.from || vertex == line.to || !is_on(line, vertex) ||
                !run_together(line, other, vertex, next))
                continue;
            const auto [low, high] = std::minmax(line.claimant, other.claimant);
            found_.push_back({low, high, vertex, distance(line, vertex), 1, {}});
        }
    }

    /// The next vertex lies on the line too, or beyond one of its ends.
    bool run_together(const Stretch& line, const Stretch& other, geo::Point vertex,
                      geo::Point next) const {
        if (is_on(line, next))
            return true;
        const auto is_passed = [&](geo::Point end) {
            return geo::distance(end, vertex) > hair_ && is_on(other, end);
        };
        return is_passed(line.from) || is_passed(line.to);
    }

    const Grid& grid_;
    double hair_;
    const Pairs& told_;
    std::vector<Stretch> stretches_;
    std::vector<NearMiss> found_;
};

std::set<std::pair<double, double>> corners_of(std::span<const Strip> strips) {
    std::vector<geo::Point> vertices;
    for (const Strip& strip : strips)
        append_vertices(vertices, strip);
    std::set<std::pair<double, double>> corners;
    for (const geo::Point p : vertices)
        corners.insert({p.x, p.y});
    return corners;
}

Pairs pairs_of(std::span<const Strip> strips) {
    Pairs pairs;
    for (const Strip& strip : strips)
        for (std::size_t i = 0; i < strip.claimants.size(); ++i)
            for (std::size_t k = i + 1; k < strip.claimants.size(); ++k)
                pairs.insert({strip.claimants[i], strip.claimants[k]});
    return pairs;
}

} // namespace

void add_unshared(std::vector<NearMiss>& misses, std::span<const Strip> strips,
                  const Coverage& coverage, const Grid& grid, Progress& progress) {
    const Pairs told = pairs_of(strips);
    std::vector<NearMiss> found = Search(coverage, grid, told).run(progress);
    if (found.empty())
        return;
    const auto corners = corners_of(strips);
    std::erase_if(found, [&](const NearMiss& one) {
        return corners.count({one.place.x, one.place.y}) > 0;
    });
    if (found.empty())
        return;
    std::map<std::pair<Claimant, Claimant>, NearMiss> by_pair;
    for (const NearMiss& one : found) {
        NearMiss& miss = by_pair.try_emplace({one.first, one.second}, one).first->second;
        miss.distance = std::min(miss.distance, one.distance);
        miss.places.push_back(one.place);
        miss.count = static_cast<int>(miss.places.size());
    }
    for (NearMiss& old : misses) {
        const auto same = by_pair.try_emplace({old.first, old.second}, old);
        if (same.second)
            continue;
        NearMiss& miss = same.first->second;
        miss.count += old.count;
        miss.places.insert(miss.places.end(), old.places.begin(), old.places.end());
    }
    misses.clear();
    for (auto& [pair, miss] : by_pair)
        misses.push_back(std::move(miss));
}

} // namespace antardesa::topology::detail
