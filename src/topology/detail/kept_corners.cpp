#include "topology/detail/kept_corners.h"

#include "geo/measure.h"
#include "topology/detail/flat_rings.h"

#include <algorithm>
#include <cmath>

namespace antardesa::topology::detail {

namespace {

/// Nodes lie up to a cell beside the lines that they cut.
constexpr double hair_cells = 4;
/// Two places nearer than this are one that two files have rounded.
constexpr double same_place_cells = 32;

} // namespace

std::size_t KeptCorners::PointHash::operator()(geo::Point p) const {
    return hash_of(p);
}

KeptCorners::KeptCorners(const RepairBench& bench, const ChangedLand& changed)
    : bench_(bench), changed_(changed) {
    for (const Claimant claimant : changed.touched)
        import(claimant);
    const auto edges = static_cast<std::uint32_t>(bench.arrangement.edge_count());
    for (std::uint32_t e = 0; e < edges; ++e) {
        note_lines(e);
        note_twins(e);
    }
    const Borders borders = borders_at_changes();
    for (const auto& [node, halves] : borders)
        for (const std::uint32_t half : halves)
            for (const Owner& owner : bench.arrangement.owners_of(half / 2))
                import(owner.claimant);
    for (const auto& [node, halves] : borders)
        look_at(node, halves);
    need_common();
    bring_together();
    for (std::uint32_t e = 0; e < edges; ++e)
        close_ends(e);
}

void KeptCorners::import(Claimant claimant) {
    if (claimant >= changed_.claimants.size() || imported_.count(claimant))
        return;
    Imported& imported = imported_[claimant];
    const auto add = [&](const geo::Ring& ring) {
        if (!ring.empty())
            imported.starts.insert(ring.front());
        for (const geo::Point p : ring) {
            imported.points.insert(p);
            imported.by_cell.try_emplace(bench_.grid.of(p), p);
        }
    };
    for (const geo::Polygon& polygon : *changed_.claimants[claimant]) {
        add(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    }
}

bool KeptCorners::is_border(std::uint32_t edge) const {
    const auto& cycle = bench_.faces.cycle;
    return changed_.own(cycle[2 * edge]) != changed_.own(cycle[2 * edge + 1]);
}

bool KeptCorners::is_beside_given(std::uint32_t edge) const {
    const auto& cycle = bench_.faces.cycle;
    return changed_.is_given(cycle[2 * edge]) || changed_.is_given(cycle[2 * edge + 1]);
}

void KeptCorners::note_lines(std::uint32_t edge) {
    if (!is_beside_given(edge))
        return;
    const Arrangement::Edge& line = bench_.arrangement.edges[edge];
    const auto between = std::span(bench_.coverage.vertices).subspan(line.first, line.count);
    between_.insert(between.begin(), between.end());
}

KeptCorners::Borders KeptCorners::borders_at_changes() const {
    const Arrangement& arrangement = bench_.arrangement;
    const auto edges = static_cast<std::uint32_t>(arrangement.edge_count());
    Borders borders;
    for (std::uint32_t e = 0; e < edges; ++e)
        if (is_beside_given(e)) {
            borders[arrangement.edges[e].start];
            borders[arrangement.edges[e].end];
        }
    for (std::uint32_t e = 0; e < edges; ++e) {
        const auto start = borders.find(arrangement.edges[e].start);
        const auto end = borders.find(arrangement.edges[e].end);
        if ((start == borders.end() && end == borders.end()) || !is_border(e))
            continue;
        if (start != borders.end())
            start->second.push_back(2 * e);
        if (end != borders.end())
            end->second.push_back(2 * e + 1);
    }
    return borders;
}

bool KeptCorners::has_vertex(Claimant claimant, std::uint32_t node) const {
    const auto imported = imported_.find(claimant);
    return imported != imported_.end() &&
           imported->second.by_cell.count(bench_.arrangement.cells[node]) > 0;
}

/// Whether the line turns where the two half-edges leave a node.
bool KeptCorners::bends(std::uint32_t one, std::uint32_t other) const {
    const geo::Point here = bench_.arrangement.nodes[bench_.arrangement.origin(one)];
    const geo::Point before = bench_.points_of(one)[1];
    const geo::Point after = bench_.points_of(other)[1];
    return geo::distance(here, geo::nearest_on_segment(before, after, here)) >
           hair_cells * bench_.grid.unit();
}

/// The place that most may keep: who is not touched has the say.
geo::Point KeptCorners::place_of(std::uint32_t node) const {
    const Cell cell = bench_.arrangement.cells[node];
    for (const auto& [claimant, imported] : imported_)
        if (!changed_.touched.count(claimant))
            if (const auto own = imported.by_cell.find(cell); own != imported.by_cell.end())
                return own->second;
    return bench_.arrangement.nodes[node];
}

void KeptCorners::look_at(std::uint32_t node, const std::vector<std::uint32_t>& halves) {
    const bool meeting = halves.size() > 2;
    const auto is_vertex = [&](std::uint32_t half) {
        const auto is_theirs = [&](Claimant claimant) {
            return changed_.touched.count(claimant) && has_vertex(claimant, node);
        };
        const auto left = changed_.own(bench_.faces.cycle[half]);
        const auto right = changed_.own(bench_.faces.cycle[half ^ 1]);
        return std::any_of(left.begin(), left.end(), is_theirs) ||
               std::any_of(right.begin(), right.end(), is_theirs);
    };
    if (halves.size() < 2 || (!meeting && std::none_of(halves.begin(), halves.end(), is_vertex) &&
                              !bends(halves[0], halves[1])))
        return;
    need(node);
    if (!meeting)
        return;
    for (const std::uint32_t half : halves)
        for (const Owner& owner : bench_.arrangement.owners_of(half / 2))
            if (owner.claimant < changed_.claimants.size() &&
                !changed_.touched.count(owner.claimant) && !bench_.barred[owner.claimant] &&
                !has_vertex(owner.claimant, node)) {
                auto& nodes = shared_[owner.claimant];
                if (nodes.empty() || nodes.back() != node)
                    nodes.push_back(node);
            }
}

void KeptCorners::need(std::uint32_t node) {
    if (needed_.emplace(bench_.arrangement.nodes[node], place_of(node)).second)
        needed_nodes_.insert(node);
}

/// The edge is nothing on the ground.
void KeptCorners::note_twins(std::uint32_t number) {
    const Arrangement::Edge& edge = bench_.arrangement.edges[number];
    const Cell along = bench_.arrangement.cells[edge.end] - bench_.arrangement.cells[edge.start];
    if (edge.count > 0 || std::hypot(along.x, along.y) >= same_place_cells)
        return;
    twins_[edge.start].push_back(edge.end);
    twins_[edge.end].push_back(edge.start);
}

bool KeptCorners::has_vertex_near(Claimant claimant, std::uint32_t node) const {
    const auto twins = twins_.find(node);
    return has_vertex(claimant, node) ||
           (twins != twins_.end() &&
            std::any_of(twins->second.begin(), twins->second.end(),
                        [&](std::uint32_t twin) { return has_vertex(claimant, twin); }));
}

/// Corners that two had rounded apart are one from now on: where somebody else has it, else where
/// it stays anyway.
void KeptCorners::bring_together() {
    const auto owned_by = [&](std::uint32_t node, bool touched) {
        return std::any_of(imported_.begin(), imported_.end(), [&](const auto& entry) {
            return (changed_.touched.count(entry.first) > 0) == touched &&
                   has_vertex(entry.first, node);
        });
    };
    const auto rank = [&](std::uint32_t node) {
        return owned_by(node, false)                                    ? 0
               : owned_by(node, true) && needed_nodes_.count(node) == 0 ? 1
               : owned_by(node, true)                                   ? 2
                                                                        : 3;
    };
    std::set<std::uint32_t> done;
    for (const auto& [first, others] : twins_) {
        std::vector<std::uint32_t> group;
        std::vector<std::uint32_t> next{first};
        while (!next.empty()) {
            const std::uint32_t node = next.back();
            next.pop_back();
            if (!done.insert(node).second)
                continue;
            group.push_back(node);
            const auto& beside = twins_.at(node);
            next.insert(next.end(), beside.begin(), beside.end());
        }
        if (std::none_of(group.begin(), group.end(),
                         [this](std::uint32_t node) { return needed_nodes_.count(node) > 0; }))
            continue;
        const std::uint32_t kept =
            *std::min_element(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
                return std::pair(rank(a), a) < std::pair(rank(b), b);
            });
        for (const std::uint32_t node : group)
            if (needed_nodes_.count(node))
                needed_[bench_.arrangement.nodes[node]] = place_of(kept);
    }
}

/// A vertex of a new line beside the corner that the line ends in is that corner.
void KeptCorners::close_ends(std::uint32_t edge) {
    const Arrangement::Edge& line = bench_.arrangement.edges[edge];
    if (line.count == 0 || !is_beside_given(edge))
        return;
    const auto between = std::span(bench_.coverage.vertices).subspan(line.first, line.count);
    const double reach = same_place_cells * bench_.grid.unit();
    const auto close = [&](std::uint32_t node, geo::Point vertex) {
        const auto corner = needed_.find(bench_.arrangement.nodes[node]);
        if (corner != needed_.end() && geo::distance(corner->second, vertex) < reach)
            needed_.emplace(vertex, corner->second);
    };
    close(line.start, between.front());
    close(line.end, between.back());
}

const geo::Point* KeptCorners::vertex_at(Claimant claimant, std::uint32_t node) const {
    const auto imported = imported_.find(claimant);
    if (imported == imported_.end())
        return nullptr;
    const auto own = imported->second.by_cell.find(bench_.arrangement.cells[node]);
    return own == imported->second.by_cell.end() ? nullptr : &own->second;
}

/// One of them has a vertex there that the other has not, or not to the last bit.
bool KeptCorners::is_parted(Claimant one, Claimant other, std::uint32_t node) const {
    const geo::Point* first = vertex_at(one, node);
    const geo::Point* second = vertex_at(other, node);
    if (first && second)
        return *first != *second;
    return has_vertex_near(one, node) || has_vertex_near(other, node);
}

void KeptCorners::note_common(std::uint32_t edge, std::set<std::uint32_t>& nodes) const {
    const auto owners = bench_.arrangement.owners_of(edge);
    for (const Owner& one : owners)
        for (const Owner& other : owners) {
            if (one.left == other.left || one.claimant >= other.claimant ||
                !changed_.pairs.count({one.claimant, other.claimant}))
                continue;
            const Arrangement::Edge& line = bench_.arrangement.edges[edge];
            for (const std::uint32_t node : {line.start, line.end})
                if (is_parted(one.claimant, other.claimant, node))
                    nodes.insert(node);
        }
}

/// Where the two of a mended strip lie on each other, their line is one from now on: of vertices
/// that are the same but for rounding, the one that a neighbour has.
void KeptCorners::need_common() {
    const auto edges = static_cast<std::uint32_t>(bench_.arrangement.edge_count());
    std::set<std::uint32_t> nodes;
    for (std::uint32_t e = 0; e < edges; ++e)
        note_common(e, nodes);
    for (std::uint32_t e = 0; e < edges && !nodes.empty(); ++e) {
        const Arrangement::Edge& line = bench_.arrangement.edges[e];
        if (nodes.count(line.start) || nodes.count(line.end))
            for (const Owner& owner : bench_.arrangement.owners_of(e))
                import(owner.claimant);
    }
    for (const std::uint32_t node : nodes)
        need(node);
}

/// As it begins in the file, where it still goes through there.
void KeptCorners::begin_as_imported(geo::Ring& ring, const Imported& imported) {
    const auto start = std::find_if(ring.begin(), ring.end(),
                                    [&](geo::Point p) { return imported.starts.count(p) > 0; });
    if (start != ring.end())
        std::rotate(ring.begin(), start, ring.end());
}

geo::Ring KeptCorners::kept_ring(const geo::Ring& ring, const Imported& imported) const {
    geo::Ring result;
    const auto add = [&result](geo::Point p) {
        if (result.empty() || result.back() != p)
            result.push_back(p);
    };
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const geo::Point p = ring[i];
        const auto needed = needed_.find(p);
        const auto own = imported.by_cell.find(bench_.grid.of(p));
        if (needed != needed_.end())
            add(needed->second);
        else if (imported.points.count(p) || between_.count(p))
            add(p);
        else if (own != imported.by_cell.end())
            add(own->second);
    }
    while (result.size() > 1 && result.back() == result.front())
        result.pop_back();
    if (result.size() < 3)
        return ring;
    begin_as_imported(result, imported);
    result.push_back(result.front());
    return result;
}

geo::MultiPolygon KeptCorners::kept(const geo::MultiPolygon& assembled, Claimant claimant) const {
    const Imported& imported = imported_.at(claimant);
    geo::MultiPolygon outline;
    for (const geo::Polygon& polygon : assembled) {
        outline.push_back({kept_ring(polygon.outer, imported), {}});
        for (const geo::Ring& hole : polygon.holes)
            outline.back().holes.push_back(kept_ring(hole, imported));
    }
    return outline;
}

/// Into the edge that it stands on.
bool KeptCorners::put_in(geo::MultiPolygon& outline, geo::Point corner) const {
    geo::Ring* nearest = nullptr;
    std::size_t before = 0;
    double least = hair_cells * bench_.grid.unit();
    const double same_place = same_place_cells * bench_.grid.unit();
    const auto look = [&](geo::Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const geo::Point foot = geo::nearest_on_segment(ring[i - 1], ring[i], corner);
            const double apart = geo::distance(foot, corner);
            if (apart >= least || geo::distance(corner, ring[i - 1]) < same_place ||
                geo::distance(corner, ring[i]) < same_place)
                continue;
            least = apart;
            nearest = &ring;
            before = i;
        }
    };
    for (geo::Polygon& polygon : outline) {
        look(polygon.outer);
        for (geo::Ring& hole : polygon.holes)
            look(hole);
    }
    if (nearest)
        nearest->insert(nearest->begin() + static_cast<std::ptrdiff_t>(before), corner);
    return nearest != nullptr;
}

std::vector<std::pair<Claimant, geo::MultiPolygon>> KeptCorners::sharing() const {
    std::vector<std::pair<Claimant, geo::MultiPolygon>> outlines;
    for (const auto& [claimant, nodes] : shared_) {
        geo::MultiPolygon outline = *changed_.claimants[claimant];
        bool changed = false;
        for (const std::uint32_t node : nodes)
            changed = put_in(outline, needed_.at(bench_.arrangement.nodes[node])) || changed;
        if (changed)
            outlines.emplace_back(claimant, std::move(outline));
    }
    return outlines;
}

} // namespace antardesa::topology::detail
