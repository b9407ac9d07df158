#include "topology/detail/split.h"

namespace antardesa::topology::detail {

namespace {

std::uint32_t before(const Faces& faces, std::uint32_t half) {
    std::uint32_t previous = half;
    faces.walk(faces.cycle[half], [&](std::uint32_t other) {
        if (faces.next[other] == half)
            previous = other;
    });
    return previous;
}

/// A new edge from the origin of `from` to the origin of `to`; it belongs to no ring.
std::uint32_t add_edge(Coverage& coverage, Arrangement& arrangement, std::uint32_t from,
                       std::uint32_t to, std::span<const geo::Point> line) {
    const auto edge = static_cast<std::uint32_t>(arrangement.edge_count());
    const auto first = static_cast<std::uint32_t>(coverage.vertices.size());
    const auto inner = line.subspan(1, line.size() - 2);
    coverage.vertices.insert(coverage.vertices.end(), inner.begin(), inner.end());
    const std::uint32_t owners = arrangement.edges.back().owners;
    const std::uint32_t start = arrangement.origin(from);
    const std::uint32_t end = arrangement.origin(to);
    arrangement.edges.back() = {start, end, first, static_cast<std::uint32_t>(inner.size()),
                                owners};
    arrangement.edges.push_back({0, 0, 0, 0, owners});
    return edge;
}

} // namespace

std::uint32_t split_face(Coverage& coverage, Arrangement& arrangement, Faces& faces,
                         std::uint32_t from, std::uint32_t to, std::span<const geo::Point> line) {
    const std::uint32_t old_cycle = faces.cycle[from];
    const std::uint32_t before_from = before(faces, from);
    const std::uint32_t before_to = before(faces, to);
    const std::uint32_t edge = add_edge(coverage, arrangement, from, to, line);
    const std::uint32_t out = 2 * edge;
    const std::uint32_t back = out + 1;
    faces.next.resize(back + 1);
    faces.next[before_to] = back;
    faces.next[back] = from;
    faces.next[before_from] = out;
    faces.next[out] = to;
    const auto new_cycle = static_cast<std::uint32_t>(faces.cycle_start.size());
    faces.cycle.resize(back + 1, old_cycle);
    faces.cycle_start[old_cycle] = back;
    faces.cycle_start.push_back(out);
    faces.cover.push_back(Cover(faces.cover[old_cycle]));
    faces.is_outer.push_back(false);
    faces.walk(new_cycle, [&](std::uint32_t half) { faces.cycle[half] = new_cycle; });
    return new_cycle;
}

} // namespace antardesa::topology::detail
