#include "topology/detail/bent_edges.h"

#include "geo/measure.h"
#include "topology/detail/edge_sag.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

constexpr double hair_cells = 32;

} // namespace

bool BentEdges::were_one_line(const geo::Polygon& face, std::span<const Claimant> claimants,
                              double area, double perimeter) {
    const Grid& grid = fabric_.grid;
    if (!grid.degrees() || 2 * area > EdgeSag::most(grid, longest_edge()) * perimeter)
        return false;
    const Coverage& coverage = fabric_.coverage;
    if (!arcs_) {
        std::vector<geo::Box> boxes;
        boxes.reserve(coverage.arcs.size());
        for (const Arc& arc : coverage.arcs)
            boxes.push_back(arc.box);
        arcs_.emplace(boxes);
    }
    const auto takes_part = [claimants](Claimant claimant) {
        return std::find(claimants.begin(), claimants.end(), claimant) != claimants.end();
    };
    const geo::Box box = geo::bounds(face.outer);
    const double least = std::max(box.width(), box.height()) - 2 * hair_cells * grid.unit();
    bool found = false;
    arcs_->visit(box, [&](std::uint32_t i) {
        const Arc& arc = coverage.arcs[i];
        if (found || (!takes_part(arc.left) && !takes_part(arc.right)))
            return;
        const auto points = coverage.points(arc);
        for (std::size_t k = 1; k < points.size() && !found; ++k)
            found = geo::distance(points[k - 1], points[k]) >= least &&
                    explains(points[k - 1], points[k], face);
    });
    return found;
}

double BentEdges::longest_edge() {
    if (longest_)
        return *longest_;
    const std::vector<geo::Point>& vertices = fabric_.coverage.vertices;
    double longest = 0;
    for (const Arc& arc : fabric_.coverage.arcs)
        for (std::uint32_t v = arc.first + 1; v < arc.first + arc.count; ++v) {
            const geo::Point step = vertices[v] - vertices[v - 1];
            longest = std::max(longest, step.x * step.x + step.y * step.y);
        }
    longest_ = std::sqrt(longest);
    return *longest_;
}

bool BentEdges::explains(geo::Point from, geo::Point to, const geo::Polygon& face) const {
    const EdgeSag sag(fabric_.grid, from, to);
    const double hair = hair_cells * fabric_.grid.unit();
    const auto is_beside = [&](geo::Point p) { return sag.may_pass(p, hair); };
    const auto all = [&](const geo::Ring& ring) {
        return std::all_of(ring.begin(), ring.end(), is_beside);
    };
    return all(face.outer) && std::all_of(face.holes.begin(), face.holes.end(), all);
}

} // namespace antardesa::topology::detail
