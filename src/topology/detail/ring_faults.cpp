#include "topology/detail/ring_faults.h"

#include "geo/measure.h"
#include "topology/detail/own_touch.h"
#include "topology/detail/sets.h"
#include "topology/detail/strips.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace antardesa::topology::detail {

namespace {

class FaultSearch {
  public:
    FaultSearch(const Fabric& fabric, std::vector<InvalidRing> seen)
        : fabric_(fabric), found_(std::move(seen)),
          is_broken_(fabric.coverage.claimant_count(), false) {
        for (const InvalidRing& ring : found_)
            if (ring.fault == RingFault::too_few_points)
                is_broken_[ring.claimant] = true;
    }

    std::vector<InvalidRing> run(std::span<const OwnCrossing> crossings) {
        add_crossings(crossings);
        look_at_edges();
        look_at_nodes();
        look_at_faces();
        return gathered();
    }

  private:
    void report(Claimant claimant, RingFault fault, geo::Point place) {
        found_.push_back({claimant, fault, place, 1});
    }

    void add_crossings(std::span<const OwnCrossing> crossings) {
        for (const OwnCrossing& crossing : crossings) {
            const Arc& one = fabric_.coverage.arcs[crossing.one_arc];
            const Arc& other = fabric_.coverage.arcs[crossing.other_arc];
            const geo::Point place = fabric_.grid.centre(crossing.at);
            for (const Claimant claimant : {one.left, one.right}) {
                if (claimant == nobody || (claimant != other.left && claimant != other.right))
                    continue;
                report(claimant, RingFault::self_crossing, place);
                is_broken_[claimant] = true;
                if (one.left == one.right)
                    break;
            }
        }
    }

    void look_at_edges() {
        const Arrangement& arrangement = fabric_.arrangement;
        for (std::uint32_t e = 0; e < arrangement.edge_count(); ++e) {
            const auto owners = arrangement.owners_of(e);
            for (std::size_t i = 1; i < owners.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (owners[i].claimant == owners[j].claimant &&
                        owners[i].left != owners[j].left)
                        report_line(e, owners[i], owners[i].ring == owners[j].ring);
        }
    }

    void report_line(std::uint32_t edge, const Owner& owner, bool same_ring) {
        if (is_broken_[owner.claimant] || is_rounding_of_corner(edge))
            return;
        const Arrangement::Edge& ends = fabric_.arrangement.edges[edge];
        const geo::Point place =
            (fabric_.arrangement.nodes[ends.start] + fabric_.arrangement.nodes[ends.end]) * 0.5;
        report(owner.claimant, same_ring ? RingFault::spike : RingFault::shared_line, place);
        lined_.push_back(owner.claimant);
    }

    /// Both sides of an acute corner pass another's vertex in the cell beside it: there and back
    /// for a cell or two, which the ring itself is not.
    bool is_rounding_of_corner(std::uint32_t edge) const {
        constexpr double cells = 8;
        const Arrangement::Edge& ends = fabric_.arrangement.edges[edge];
        const Cell along =
            fabric_.arrangement.cells[ends.end] - fabric_.arrangement.cells[ends.start];
        return ends.count == 0 && std::hypot(along.x, along.y) < cells;
    }

    void look_at_nodes() {
        for (const Claimant claimant : lined_)
            is_broken_[claimant] = true; // its ends are nodes passed twice as well
        const Coverage& coverage = fabric_.coverage;
        for (Claimant c = 0; c < coverage.claimant_count(); ++c) {
            const std::uint32_t end = coverage.claimant_rings[c + 1];
            for (std::uint32_t r = coverage.claimant_rings[c]; !is_broken_[c] && r < end;) {
                std::uint32_t next = r + 1;
                while (next < end && coverage.rings[next].polygon == coverage.rings[r].polygon)
                    ++next;
                look_at_part(c, r, next);
                r = next;
            }
        }
    }

    /// The rings [from, to) of one part.
    void look_at_part(Claimant claimant, std::uint32_t from, std::uint32_t to) {
        const Arrangement& arrangement = fabric_.arrangement;
        passings_.clear();
        for (std::uint32_t r = from; r < to; ++r)
            for (std::uint32_t i = arrangement.ring_starts[r]; i < arrangement.ring_starts[r + 1];
                 ++i)
                passings_.emplace_back(arrangement.ring_nodes[i], r);
        std::sort(passings_.begin(), passings_.end());
        JoinedSets rings(to - from);
        for (std::size_t i = 1; i < passings_.size(); ++i) {
            const auto [node, ring] = passings_[i];
            const auto [node_before, ring_before] = passings_[i - 1];
            if (node != node_before)
                continue;
            const geo::Point place = arrangement.nodes[node];
            if (ring == ring_before) {
                const geo::Box near = geo::Box{place, place}.grown(2 * fabric_.grid.unit());
                if (touches_itself(points_of(fabric_.coverage.rings[ring]), near))
                    report(claimant, RingFault::self_touch, place);
            } else if (!rings.join(ring - from, ring_before - from))
                report(claimant, RingFault::interior_in_pieces, place);
        }
    }

    void look_at_faces() {
        const Faces& faces = fabric_.faces;
        for (std::uint32_t cycle = 0; cycle < faces.cover.size(); ++cycle)
            for (const Winding& winding : faces.cover[cycle])
                if (winding.times != 1 && !faces.is_outer[cycle] && !crosses(winding.claimant))
                    report_nesting(cycle, winding);
    }

    bool crosses(Claimant claimant) const {
        return std::any_of(found_.begin(), found_.end(), [&](const InvalidRing& ring) {
            return ring.claimant == claimant && ring.fault == RingFault::self_crossing;
        });
    }

    void report_nesting(std::uint32_t cycle, const Winding& winding) {
        const geo::Ring ring = ring_of(fabric_, cycle);
        if (is_rounding(fabric_, geo::signed_area(ring), geo::length(ring)))
            return;
        const geo::Point place = place_inside({ring, {}});
        report(winding.claimant,
               winding.times > 1 || in_outer_ring(winding.claimant, place)
                   ? RingFault::nested
                   : RingFault::hole_outside,
               place);
    }

    bool in_outer_ring(Claimant claimant, geo::Point place) const {
        for (const RingOfArcs& ring : fabric_.coverage.rings_of(claimant)) {
            if (!ring.hole && geo::contains(points_of(ring), place))
                return true;
        }
        return false;
    }

    geo::Ring points_of(const RingOfArcs& ring) const {
        geo::Ring points;
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i)
            append_arc(fabric_.coverage.ring_arcs[i], points);
        return points;
    }

    void append_arc(std::int32_t reference, geo::Ring& points) const {
        const auto arc = static_cast<std::size_t>(reference < 0 ? ~reference : reference);
        const auto line = fabric_.coverage.points(fabric_.coverage.arcs[arc]);
        if (reference < 0)
            points.insert(points.end(), line.rbegin(), line.rend());
        else
            points.insert(points.end(), line.begin(), line.end());
    }

    std::vector<InvalidRing> gathered() {
        const auto key = [](const InvalidRing& ring) {
            return std::tuple(ring.claimant, ring.fault);
        };
        std::sort(found_.begin(), found_.end(), [&](const InvalidRing& a, const InvalidRing& b) {
            return std::tuple(key(a), a.place.x, a.place.y) <
                   std::tuple(key(b), b.place.x, b.place.y);
        });
        std::vector<InvalidRing> result;
        for (const InvalidRing& ring : found_)
            if (!result.empty() && key(result.back()) == key(ring))
                result.back().count += ring.count;
            else
                result.push_back(ring);
        return result;
    }

    const Fabric& fabric_;
    std::vector<InvalidRing> found_;
    std::vector<bool>
        is_broken_; ///< of each claimant: what a crossing or spike entails is not listed
    std::vector<Claimant> lined_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> passings_; ///< node, ring
};

} // namespace

std::vector<InvalidRing> find_ring_faults(const Fabric& fabric, const RawScan& scan,
                                          std::span<const OwnCrossing> crossings) {
    return FaultSearch(fabric, scan.invalid).run(crossings);
}

} // namespace antardesa::topology::detail
