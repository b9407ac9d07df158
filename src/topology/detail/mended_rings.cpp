#include "topology/detail/mended_rings.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/detail/assembly.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

geo::Ring tidied(geo::Ring ring) {
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    if (!ring.empty() && ring.front() != ring.back())
        ring.push_back(ring.front());
    if (ring.size() < 4)
        ring.clear();
    return ring;
}

using Pair = std::pair<Claimant, Claimant>;

/// Edges of many rings get corners.
class Corners {
  public:
    Corners(std::span<const geo::Point> corners, double reach) : corners_(corners), reach_(reach) {
        std::vector<geo::Box> boxes;
        for (const geo::Point corner : corners)
            boxes.push_back(geo::Box{corner, corner}.grown(reach));
        index_ = geo::BoxIndex(boxes);
    }

    geo::Ring put_into(const geo::Ring& ring) const {
        geo::Ring result;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            result.push_back(ring[i]);
            if (i + 1 < ring.size())
                append_between(result, ring[i], ring[i + 1]);
        }
        return result;
    }

  private:
    void append_between(geo::Ring& ring, geo::Point a, geo::Point b) const {
        geo::Box box;
        box.extend(a);
        box.extend(b);
        std::vector<std::pair<double, geo::Point>> found;
        index_.visit(box, [&](std::uint32_t i) {
            const geo::Point corner = corners_[i];
            if (corner != a && corner != b &&
                geo::distance(corner, geo::nearest_on_segment(a, b, corner)) <= reach_ &&
                geo::distance(corner, a) > reach_ && geo::distance(corner, b) > reach_)
                found.emplace_back(geo::distance(a, corner), corner);
        });
        std::sort(found.begin(), found.end(),
                  [](const auto& one, const auto& other) { return one.first < other.first; });
        for (const auto& [along, corner] : found)
            if (corner != ring.back())
                ring.push_back(corner);
    }

    std::span<const geo::Point> corners_;
    double reach_;
    geo::BoxIndex index_;
};

} // namespace

geo::MultiPolygon tidied(const geo::MultiPolygon& polygons) {
    geo::MultiPolygon result;
    for (const geo::Polygon& polygon : polygons) {
        geo::Polygon part{tidied(polygon.outer), {}};
        if (part.outer.empty())
            continue;
        for (const geo::Ring& hole : polygon.holes)
            if (geo::Ring ring = tidied(hole); !ring.empty())
                part.holes.push_back(std::move(ring));
        result.push_back(std::move(part));
    }
    return result;
}

geo::MultiPolygon with_corners(const geo::MultiPolygon& polygons,
                               std::span<const geo::Point> corners, double reach) {
    const Corners all(corners, reach);
    geo::MultiPolygon result;
    for (const geo::Polygon& polygon : polygons) {
        result.push_back({all.put_into(polygon.outer), {}});
        for (const geo::Ring& hole : polygon.holes)
            result.back().holes.push_back(all.put_into(hole));
    }
    return result;
}

MendedLand::MendedLand(const RepairBench& bench, const std::set<Claimant>& broken)
    : bench_(bench), given_(bench.faces.cycle_start.size(), nobody) {
    give_loops(broken);
    note_moved(broken);
}

bool MendedLand::owns(Claimant claimant, std::uint32_t cycle) const {
    if (given_[cycle] == claimant)
        return true;
    const Cover& cover = bench_.faces.cover[cycle];
    return std::any_of(cover.begin(), cover.end(), [claimant](const Winding& w) {
        return w.claimant == claimant && w.times > 0;
    });
}

geo::MultiPolygon MendedLand::outline(Claimant claimant) const {
    std::vector<std::uint32_t> halves;
    for (std::uint32_t e = 0; e < bench_.arrangement.edge_count(); ++e)
        for (const Owner& owner : bench_.arrangement.owners_of(e))
            if (owner.claimant == claimant) {
                halves.insert(halves.end(), {2 * e, 2 * e + 1});
                break;
            }
    return assemble(bench_.fabric(), halves,
                    [&](std::uint32_t cycle) { return owns(claimant, cycle); });
}

std::map<Claimant, geo::MultiPolygon> MendedLand::given() const {
    std::map<Claimant, geo::MultiPolygon> land;
    for (std::uint32_t cycle = 0; cycle < given_.size(); ++cycle)
        if (given_[cycle] != nobody && !bench_.faces.is_outer[cycle])
            land[given_[cycle]].push_back({ring_of(bench_.fabric(), cycle), {}});
    return land;
}

void MendedLand::give_loops(const std::set<Claimant>& broken) {
    for (std::uint32_t cycle = 0; cycle < given_.size(); ++cycle) {
        const Cover& cover = bench_.faces.cover[cycle];
        if (!covering(cover).empty())
            continue;
        for (const Winding& winding : cover)
            if (given_[cycle] == nobody && broken.count(winding.claimant) &&
                is_loop_of(winding.claimant, cycle))
                given_[cycle] = winding.claimant;
    }
}

/// In a part of it, turned inside out, and in no hole.
bool MendedLand::is_loop_of(Claimant claimant, std::uint32_t cycle) const {
    const geo::Point place = place_in(cycle);
    bool in_part = false;
    for (const RingOfArcs& ring : bench_.coverage.rings_of(claimant)) {
        if (!geo::contains(points_of(ring), place))
            continue;
        if (ring.hole)
            return false;
        in_part = true;
    }
    return in_part;
}

/// What a cycle runs around from outside lies in the face; its corners do, too.
geo::Point MendedLand::place_in(std::uint32_t cycle) const {
    const Fabric fabric = bench_.fabric();
    if (bench_.faces.is_outer[cycle])
        return bench_.arrangement.nodes[bench_.arrangement.origin(bench_.faces.cycle_start[cycle])];
    return place_inside({ring_of(fabric, cycle), {}});
}

geo::Ring MendedLand::points_of(const RingOfArcs& ring) const {
    geo::Ring points;
    for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
        const std::int32_t reference = bench_.coverage.ring_arcs[i];
        const auto line = bench_.coverage.points(
            bench_.coverage.arcs[static_cast<std::size_t>(reference < 0 ? ~reference : reference)]);
        if (reference < 0)
            points.insert(points.end(), line.rbegin(), line.rend());
        else
            points.insert(points.end(), line.begin(), line.end());
    }
    return points;
}

void MendedLand::note_moved(const std::set<Claimant>& broken) {
    for (std::uint32_t e = 0; e < bench_.arrangement.edge_count(); ++e)
        note_moved(e, broken);
}

void MendedLand::note_moved(std::uint32_t edge, const std::set<Claimant>& broken) {
    const std::uint32_t left = bench_.faces.cycle[2 * edge];
    const std::uint32_t right = bench_.faces.cycle[2 * edge + 1];
    const auto owners = bench_.arrangement.owners_of(edge);
    if (given_[left] == nobody && given_[right] == nobody &&
        std::none_of(owners.begin(), owners.end(),
                     [&](const Owner& owner) { return broken.count(owner.claimant) > 0; }))
        return;
    std::set<Claimant> all;
    for (const Owner& owner : owners)
        all.insert(owner.claimant);
    for (const std::uint32_t cycle : {left, right})
        if (given_[cycle] != nobody)
            all.insert(given_[cycle]);
    const auto ran = [&](Claimant c, bool on_left) {
        return std::any_of(owners.begin(), owners.end(), [&](const Owner& owner) {
            return owner.claimant == c && owner.left == on_left;
        });
    };
    const auto runs = [&](Claimant c, bool on_left) {
        return owns(c, on_left ? left : right) && !owns(c, on_left ? right : left);
    };
    for (auto one = all.begin(); one != all.end(); ++one)
        for (auto other = std::next(one); other != all.end(); ++other) {
            if (!broken.count(*one) && !broken.count(*other))
                continue;
            const bool before =
                (ran(*one, true) && ran(*other, false)) || (ran(*one, false) && ran(*other, true));
            const bool after = (runs(*one, true) && runs(*other, false)) ||
                               (runs(*one, false) && runs(*other, true));
            if (before != after)
                moved_.insert({*one, *other});
        }
}

} // namespace antardesa::topology::detail
