#include "topology/arc_edit.h"
#include "topology/detail/flat_rings.h"

#include <algorithm>
#include <unordered_map>

namespace antardesa::topology {

namespace {

/// The edge of an arc between two positions.
struct Edge {
    std::uint32_t arc = 0;
    std::uint32_t vertex = 0; ///< where it starts as the arc runs
    bool backwards = false;   ///< the arc runs from the second to the first
};

std::optional<Edge> edge_between(const Coverage& coverage, std::span<const std::uint32_t> arcs,
                                 geo::Point a, geo::Point b) {
    for (const std::uint32_t arc : arcs) {
        const auto points = coverage.points(coverage.arcs[arc]);
        for (std::uint32_t i = 0; i + 1 < points.size(); ++i) {
            if (points[i] == a && points[i + 1] == b)
                return Edge{arc, i, false};
            if (points[i] == b && points[i + 1] == a)
                return Edge{arc, i, true};
        }
    }
    return std::nullopt;
}

bool joined(std::span<const BoundaryVertex> vertices, std::size_t from, std::size_t to) {
    return from < to && to < vertices.size() && vertices[from].line == vertices[to].line;
}

} // namespace

std::vector<BoundaryVertex> boundary_vertices(const Coverage& coverage,
                                              std::span<const std::uint32_t> arcs) {
    struct Hash {
        std::size_t operator()(geo::Point p) const { return detail::hash_of(p); }
    };
    std::unordered_map<geo::Point, ArcVertex, Hash> places;
    std::unordered_map<std::uint32_t, std::size_t> ends; // of the nodes of these arcs
    for (const std::uint32_t index : arcs) {
        const auto points = coverage.points(coverage.arcs[index]);
        for (std::uint32_t i = 0; i < points.size(); ++i)
            places.emplace(points[i], ArcVertex{index, i});
        ends.emplace(coverage.arcs[index].start_node, 0);
        ends.emplace(coverage.arcs[index].end_node, 0);
    }
    for (const Arc& arc : coverage.arcs)
        for (const std::uint32_t node : {arc.start_node, arc.end_node})
            if (const auto at = ends.find(node); at != ends.end())
                ++at->second;
    const auto is_node = [&](ArcVertex at) {
        const Arc& arc = coverage.arcs[at.arc];
        if (at.vertex == 0)
            return ends.at(arc.start_node) != 2 || arc.start_node != arc.end_node;
        return at.vertex + 1 == arc.count &&
               (ends.at(arc.end_node) != 2 || arc.start_node != arc.end_node);
    };
    std::vector<BoundaryVertex> vertices;
    const geo::MultiLine lines = boundary_lines(coverage, arcs);
    for (std::uint32_t number = 0; number < lines.size(); ++number)
        for (const geo::Point p : lines[number]) {
            const ArcVertex at = places.at(p);
            vertices.push_back({at, p, number, is_node(at)});
        }
    return vertices;
}

std::optional<InsertVertex> insertion(const Coverage& coverage, std::span<const std::uint32_t> arcs,
                                      std::span<const BoundaryVertex> vertices, std::size_t after,
                                      geo::Point at) {
    if (!joined(vertices, after, after + 1))
        return std::nullopt;
    const auto edge =
        edge_between(coverage, arcs, vertices[after].position, vertices[after + 1].position);
    if (!edge)
        return std::nullopt;
    return InsertVertex{{edge->arc, edge->vertex}, at};
}

std::optional<ReshapeArc> stretch(const Coverage& coverage, std::span<const std::uint32_t> arcs,
                                  std::span<const BoundaryVertex> vertices, std::size_t from,
                                  std::size_t to, geo::Line by) {
    if (!joined(vertices, from, to))
        return std::nullopt;
    const auto first =
        edge_between(coverage, arcs, vertices[from].position, vertices[from + 1].position);
    const auto last =
        edge_between(coverage, arcs, vertices[to - 1].position, vertices[to].position);
    if (!first || !last || first->arc != last->arc)
        return std::nullopt;
    if (!first->backwards)
        return ReshapeArc{first->arc, first->vertex, last->vertex + 1, std::move(by)};
    std::reverse(by.begin(), by.end());
    return ReshapeArc{first->arc, last->vertex, first->vertex + 1, std::move(by)};
}

} // namespace antardesa::topology
