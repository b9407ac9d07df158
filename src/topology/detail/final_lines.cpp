#include "topology/detail/final_lines.h"

#include "geo/measure.h"
#include "topology/detail/edge_set.h"
#include "topology/detail/flaw_count.h"

#include <algorithm>
#include <map>

namespace antardesa::topology::detail {

std::vector<Stretch>
changed_lines(const Coverage& coverage,
              const std::vector<std::pair<Claimant, geo::MultiPolygon>>& outlines,
              const IsFinal& is_final) {
    std::vector<Stretch> changed;
    if (!is_final || outlines.empty())
        return changed;
    std::map<Claimant, const geo::MultiPolygon*> written;
    for (const auto& [claimant, outline] : outlines)
        written[claimant] = &outline;
    std::map<Claimant, EdgeSet> edges;
    const auto has = [&](Claimant claimant, geo::Point from, geo::Point to) {
        const auto outline = written.find(claimant);
        if (outline == written.end())
            return true;
        const auto [at, is_new] = edges.try_emplace(claimant);
        if (is_new)
            at->second.add(*outline->second);
        return at->second.contains(from, to);
    };
    for (const Arc& arc : coverage.arcs) {
        if (arc.left == nobody || arc.right == nobody ||
            (!written.count(arc.left) && !written.count(arc.right)) ||
            !is_final(arc.left, arc.right))
            continue;
        const auto points = coverage.points(arc);
        for (std::size_t i = 1; i < points.size(); ++i)
            if (!has(arc.left, points[i - 1], points[i]) ||
                !has(arc.right, points[i - 1], points[i]))
                changed.push_back({points[i - 1], points[i]});
    }
    return changed;
}

bool stands_on(const Strip& strip, std::span<const Stretch> stretches, double reach) {
    if (stretches.empty())
        return false;
    const geo::Box box = geo::bounds(strip.pieces).grown(reach);
    std::vector<geo::Point> vertices;
    append_vertices(vertices, strip);
    return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
        geo::Box around;
        around.extend(stretch.from);
        around.extend(stretch.to);
        return around.intersects(box) &&
               std::any_of(vertices.begin(), vertices.end(), [&](geo::Point p) {
                   return geo::distance(p, geo::nearest_on_segment(stretch.from, stretch.to, p)) <=
                          reach;
               });
    });
}

} // namespace antardesa::topology::detail
