#include "topology/coverage.h"

#include "topology/detail/breaks.h"
#include "topology/detail/flat_rings.h"
#include "topology/detail/twins.h"

namespace antardesa::topology {

namespace {

using detail::FlatRings;
using detail::no_position;
using detail::NodeTable;
using detail::Position;

/// Cuts the rings at their breaks and stores each run once.
class ArcWriter {
  public:
    ArcWriter(FlatRings& flat, std::vector<Position>& twins, NodeTable& table)
        : flat_(flat), twins_(twins), table_(table) {}

    Coverage run(std::size_t claimants, Progress& progress) {
        reserve();
        coverage_.rings.reserve(flat_.rings.size());
        coverage_.claimant_rings.reserve(claimants + 1);
        coverage_.claimant_rings.push_back(0);
        std::size_t at = 0;
        for (Claimant c = 0; c < claimants; ++c) {
            progress.check();
            for (; at < flat_.rings.size() && flat_.rings[at].claimant == c; ++at)
                add(flat_.rings[at]);
            coverage_.claimant_rings.push_back(static_cast<std::uint32_t>(at));
        }
        return std::move(coverage_);
    }

  private:
    void reserve() {
        std::size_t points = 0;
        for (const FlatRings::Ring& ring : flat_.rings)
            for (Position p = ring.first; p < ring.first + ring.count; ++p) {
                const bool stored = twins_[p] == no_position || twins_[p] > p;
                const bool cut = flat_.marks[p] & FlatRings::arc_break;
                points += stored + cut;
            }
        coverage_.vertices.reserve(points + flat_.rings.size());
    }

    void add(const FlatRings::Ring& ring) {
        const auto first_reference = static_cast<std::uint32_t>(coverage_.ring_arcs.size());
        const Position end = ring.first + ring.count;
        Position start = ring.first;
        while (start < end && !(flat_.marks[start] & FlatRings::arc_break))
            ++start;
        if (start < end)
            add_runs(ring, start);
        else if (ring.count > 0)
            add_run(ring, ring.first, ring.count);
        const auto references = static_cast<std::uint32_t>(coverage_.ring_arcs.size());
        coverage_.rings.push_back(
            {first_reference, references - first_reference, ring.polygon, ring.hole});
    }

    void add_runs(const FlatRings::Ring& ring, Position start) {
        Position from = start;
        do {
            Position to = flat_.next(from);
            std::uint32_t segments = 1;
            for (; !(flat_.marks[to] & FlatRings::arc_break); to = flat_.next(to))
                ++segments;
            add_run(ring, from, segments);
            from = to;
        } while (from != start);
    }

    void add_run(const FlatRings::Ring& ring, Position from, std::uint32_t segments) {
        if (flat_.marks[from] & FlatRings::arc_known) {
            coverage_.ring_arcs.push_back(~static_cast<std::int32_t>(twins_[from]));
            return;
        }
        const auto index = static_cast<std::uint32_t>(coverage_.arcs.size());
        Arc arc;
        arc.left = ring.claimant;
        const Position last = append(ring, arc, from, segments);
        arc.start_node = node_at(from);
        arc.end_node = closed(arc) ? arc.start_node : node_at(flat_.next(last));
        if (const Position twin = twins_[last]; twin != no_position) {
            const FlatRings::Ring& opposite = flat_.ring_of(twin);
            arc.right = opposite.claimant;
            // A closed run may start anywhere on the other side; ours decides.
            const bool whole_ring = !(flat_.marks[from] & FlatRings::arc_break);
            const Position entry = whole_ring ? opposite.first : twin;
            flat_.marks[entry] |= FlatRings::arc_known;
            twins_[entry] = index;
        }
        coverage_.arcs.push_back(arc);
        coverage_.ring_arcs.push_back(static_cast<std::int32_t>(index));
    }

    /// Copies the run's vertices; returns its last segment.
    Position append(const FlatRings::Ring& ring, Arc& arc, Position from, std::uint32_t segments) {
        std::vector<geo::Point>& out = coverage_.vertices;
        arc.first = static_cast<std::uint32_t>(out.size());
        arc.count = segments + 1;
        const Position end = ring.first + ring.count;
        const Position straight = std::min(end - from, segments);
        const auto points = flat_.points.begin();
        out.insert(out.end(), points + from, points + from + straight + 1);
        const std::uint32_t wrapped = segments - straight;
        out.insert(out.end(), points + ring.first + 1, points + ring.first + 1 + wrapped);
        arc.box = geo::bounds(coverage_.points(arc));
        return wrapped > 0 ? ring.first + wrapped - 1 : from + straight - 1;
    }

    bool closed(const Arc& arc) const {
        return coverage_.vertices[arc.first] == coverage_.vertices[arc.first + arc.count - 1];
    }

    std::uint32_t node_at(Position p) {
        NodeTable::Slot* slot = table_.find(flat_, p);
        if (slot != nullptr && slot->numbered)
            return slot->node;
        const auto node = static_cast<std::uint32_t>(coverage_.nodes.size());
        coverage_.nodes.push_back(flat_.points[p]);
        if (slot != nullptr) {
            slot->node = node;
            slot->numbered = true;
        }
        return node;
    }

    FlatRings& flat_;
    std::vector<Position>& twins_;
    NodeTable& table_;
    Coverage coverage_;
};

} // namespace

Coverage build_coverage(std::span<const geo::MultiPolygon* const> claimants, Progress& progress) {
    FlatRings flat = detail::flatten(claimants, progress);
    std::vector<Position> twins = detail::match_twins(flat, progress);
    NodeTable table = detail::mark_breaks(flat, twins, progress);
    return ArcWriter(flat, twins, table).run(claimants.size(), progress);
}

} // namespace antardesa::topology
