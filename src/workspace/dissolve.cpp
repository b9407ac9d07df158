#include "workspace/dissolve.h"

#include "geo/measure.h"

#include <algorithm>
#include <map>

namespace antardesa::workspace {

namespace {

using topology::Arc;
using topology::Coverage;

/// An arc walked so that the kecamatan lies on its left.
struct Step {
    std::uint32_t arc = 0;
    bool backwards = false;
    bool used = false;
};

std::vector<Step> outer_steps(const Coverage& coverage, const std::vector<bool>& inside) {
    const auto belongs = [&](topology::Claimant claimant) {
        return claimant < inside.size() && inside[claimant];
    };
    std::vector<Step> steps;
    for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i) {
        const Arc& arc = coverage.arcs[i];
        const bool left = belongs(arc.left);
        if (left != belongs(arc.right))
            steps.push_back({i, !left, false});
    }
    return steps;
}

class Chainer {
  public:
    Chainer(const Coverage& coverage, std::vector<Step> steps)
        : coverage_(coverage), steps_(std::move(steps)) {
        for (std::size_t i = 0; i < steps_.size(); ++i)
            leaving_[start_of(steps_[i])].push_back(i);
    }

    std::vector<geo::Ring> rings() {
        std::vector<geo::Ring> found;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (steps_[i].used)
                continue;
            geo::Ring ring = walk(i);
            if (ring.size() >= 4 && ring.front() == ring.back())
                found.push_back(std::move(ring));
        }
        return found;
    }

  private:
    std::uint32_t start_of(const Step& step) const {
        const Arc& arc = coverage_.arcs[step.arc];
        return step.backwards ? arc.end_node : arc.start_node;
    }
    std::uint32_t end_of(const Step& step) const {
        const Arc& arc = coverage_.arcs[step.arc];
        return step.backwards ? arc.start_node : arc.end_node;
    }

    void append(geo::Ring& ring, const Step& step) const {
        const auto points = coverage_.points(coverage_.arcs[step.arc]);
        geo::Ring part(points.begin(), points.end());
        if (step.backwards)
            std::reverse(part.begin(), part.end());
        ring.insert(ring.end(), part.begin() + (ring.empty() ? 0 : 1), part.end());
    }

    geo::Ring walk(std::size_t first) {
        geo::Ring ring;
        const std::uint32_t home = start_of(steps_[first]);
        std::size_t at = first;
        for (;;) {
            steps_[at].used = true;
            append(ring, steps_[at]);
            const std::uint32_t node = end_of(steps_[at]);
            if (node == home)
                return ring;
            const auto& ways = leaving_[node];
            const auto next = std::find_if(ways.begin(), ways.end(),
                                           [&](std::size_t way) { return !steps_[way].used; });
            if (next == ways.end())
                return ring;
            at = *next;
        }
    }

    const Coverage& coverage_;
    std::vector<Step> steps_;
    std::map<std::uint32_t, std::vector<std::size_t>> leaving_;
};

/// The kecamatan lies on the left: rings that turn left enclose it, the others are its holes.
geo::MultiPolygon with_holes(std::vector<geo::Ring> rings) {
    geo::MultiPolygon polygons;
    std::vector<geo::Ring> holes;
    for (geo::Ring& ring : rings) {
        if (geo::signed_area(ring) > 0)
            polygons.push_back({std::move(ring), {}});
        else
            holes.push_back(std::move(ring));
    }
    for (geo::Ring& hole : holes) {
        const geo::Point inside = (hole[0] + hole[1]) * 0.5;
        const auto around =
            std::find_if(polygons.begin(), polygons.end(), [&](const geo::Polygon& polygon) {
                return geo::contains(polygon.outer, inside);
            });
        if (around != polygons.end())
            around->holes.push_back(std::move(hole));
    }
    return polygons;
}

} // namespace

geo::MultiPolygon district_outline(const model::Atlas& atlas, Id<model::District> district) {
    std::vector<bool> inside;
    for (const auto& village : atlas.villages())
        inside.push_back(village.district == district);
    Chainer chainer(atlas.coverage(), outer_steps(atlas.coverage(), inside));
    return with_holes(chainer.rings());
}

} // namespace antardesa::workspace
