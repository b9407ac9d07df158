#include "cartography/detail/atlas_facts.h"

#include "geo/measure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <set>
#include <unordered_map>

namespace antardesa::cartography {
namespace {

using topology::Arc;
using topology::Claimant;
using topology::Coverage;
using topology::nobody;

std::uint64_t pair_key(std::int64_t a, std::int64_t b) {
    return (static_cast<std::uint64_t>(std::min(a, b)) << 32) |
           static_cast<std::uint32_t>(std::max(a, b));
}

/// Area between an arc and the origin of `from`; summed around a ring it is the ring's area.
double swept(std::span<const geo::Point> line, geo::Point from) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += geo::cross(line[i - 1] - from, line[i] - from);
    return sum / 2;
}

class Gatherer {
  public:
    Gatherer(const model::Atlas& atlas, LevelStore& levels)
        : atlas_(atlas), levels_(levels), coverage_(*levels.source()),
          square_degree_(square_metres_per_degree(atlas.box())) {}

    AtlasFacts gather() {
        find_districts();
        find_areas();
        find_segments();
        facts_.arcs.resize(coverage_.arcs.size());
        for (std::size_t i = 0; i < coverage_.arcs.size(); ++i)
            classify(i);
        find_outside();
        find_colours();
        return std::move(facts_);
    }

  private:
    /// Areas only rank labels and tell slivers from islands: one factor for all will do.
    static double square_metres_per_degree(const geo::Box& degrees) {
        constexpr double degree = 111000;
        const double latitude = degrees.empty() ? 0 : degrees.centre().y;
        return degree * degree * std::cos(latitude * std::numbers::pi / 180);
    }

    bool is_village(Claimant c) const { return c < atlas_.villages().size(); }

    void find_districts() {
        const std::size_t count = atlas_.districts().size();
        facts_.villages_of.resize(count);
        facts_.district_boxes.resize(count);
        for (std::size_t v = 0; v < atlas_.villages().size(); ++v) {
            const std::size_t d = atlas_.districts().index_of(atlas_.villages()[v].district);
            facts_.district_of.push_back(d < count ? d : no_district);
            if (d >= count)
                continue;
            facts_.villages_of[d].push_back(static_cast<std::uint32_t>(v));
            facts_.district_boxes[d].extend(levels_.claimant_boxes()[v]);
        }
    }

    geo::Point start_of(Claimant c) const {
        const auto rings = coverage_.rings_of(c);
        if (rings.empty() || rings[0].count == 0)
            return {};
        const std::int32_t reference = coverage_.ring_arcs[rings[0].first];
        const Arc& arc =
            coverage_.arcs[static_cast<std::size_t>(reference < 0 ? ~reference : reference)];
        return coverage_.points(arc).front();
    }

    void find_areas() {
        facts_.areas.assign(coverage_.claimant_count(), 0);
        for (Claimant c = 0; c < facts_.areas.size(); ++c) {
            const geo::Point from = start_of(c);
            for (const topology::RingOfArcs& ring : coverage_.rings_of(c)) {
                double area = 0;
                for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
                    const std::int32_t reference = coverage_.ring_arcs[i];
                    const bool forward = reference >= 0;
                    const Arc& arc =
                        coverage_.arcs[static_cast<std::size_t>(forward ? reference : ~reference)];
                    area += (forward ? 1 : -1) * swept(coverage_.points(arc), from);
                }
                facts_.areas[c] += (ring.hole ? -1 : 1) * std::abs(area) * square_degree_;
            }
        }
    }

    void find_segments() {
        for (const model::BoundarySegment& segment : atlas_.segments()) {
            segments_[pair_key(segment.first.value, segment.second.value)] = &segment;
            facts_.has_states =
                facts_.has_states || group_of(segment.state) != model::SegmentGroup::untraced;
        }
    }

    const std::string& regency_of(std::size_t district) const {
        return atlas_.districts()[district].regency;
    }

    void classify(std::size_t index) {
        const Arc& arc = coverage_.arcs[index];
        ArcFact& fact = facts_.arcs[index];
        if (!is_village(arc.left) || !is_village(arc.right)) {
            fact.kind = BoundaryClass::shore;
            return;
        }
        const auto segment = segments_.find(
            pair_key(atlas_.villages()[arc.left].id.value, atlas_.villages()[arc.right].id.value));
        if (segment != segments_.end()) {
            fact.group = group_of(segment->second->state);
            fact.segment = segment->second->id;
        }
        const std::size_t a = facts_.district_of[arc.left];
        const std::size_t b = facts_.district_of[arc.right];
        if (a == b)
            return;
        fact.kind = a != no_district && b != no_district && regency_of(a) != regency_of(b)
                        ? BoundaryClass::regency
                        : BoundaryClass::district;
    }

    /// Loops of arcs with a claimant on one side only. A large loop around villages is the outer
    /// line of the kabupaten; the rims of gaps and overlaps are loops as well, and stay thin.
    void find_outside() {
        std::unordered_multimap<std::uint32_t, std::uint32_t> starts;
        for (std::uint32_t i = 0; i < coverage_.arcs.size(); ++i)
            if (is_open(coverage_.arcs[i]))
                starts.emplace(from_node(coverage_.arcs[i]), i);
        std::vector<bool> seen(coverage_.arcs.size(), false);
        for (std::uint32_t i = 0; i < coverage_.arcs.size(); ++i)
            if (is_open(coverage_.arcs[i]) && !seen[i])
                judge_loop(walk(i, starts, seen));
    }

    bool is_open(const Arc& arc) const {
        return (arc.left == nobody) != (arc.right == nobody) &&
               is_village(arc.left == nobody ? arc.right : arc.left);
    }
    /// Open arcs are walked with their claimant on the left.
    static std::uint32_t from_node(const Arc& arc) {
        return arc.right == nobody ? arc.start_node : arc.end_node;
    }
    static std::uint32_t to_node(const Arc& arc) {
        return arc.right == nobody ? arc.end_node : arc.start_node;
    }

    std::vector<std::uint32_t>
    walk(std::uint32_t first, const std::unordered_multimap<std::uint32_t, std::uint32_t>& starts,
         std::vector<bool>& seen) const {
        std::vector<std::uint32_t> loop{first};
        seen[first] = true;
        for (bool going = true; going;) {
            going = false;
            const auto [begin, end] = starts.equal_range(to_node(coverage_.arcs[loop.back()]));
            for (auto at = begin; at != end && !going; ++at)
                if (!seen[at->second]) {
                    loop.push_back(at->second);
                    seen[at->second] = true;
                    going = true;
                }
        }
        return loop;
    }

    void judge_loop(const std::vector<std::uint32_t>& loop) {
        constexpr double sliver_share = 0.2; // of the smallest village on the loop
        double area = 0;
        double smallest = std::numeric_limits<double>::infinity();
        Claimant only = nobody;
        bool several = false;
        const geo::Point from = coverage_.points(coverage_.arcs[loop.front()]).front();
        for (const std::uint32_t index : loop) {
            const Arc& arc = coverage_.arcs[index];
            const bool forward = arc.right == nobody;
            const Claimant claimant = forward ? arc.left : arc.right;
            area += (forward ? 1 : -1) * swept(coverage_.points(arc), from);
            smallest = std::min(smallest, facts_.areas[claimant]);
            several = several || (only != nobody && only != claimant);
            only = claimant;
        }
        if (area <= 0 || (several && area * square_degree_ < sliver_share * smallest))
            return;
        for (const std::uint32_t index : loop)
            facts_.arcs[index].kind = BoundaryClass::outer;
    }

    /// Kecamatan are neighbours also where they meet in a point only.
    void find_colours() {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> at_nodes;
        for (const Arc& arc : coverage_.arcs)
            for (const Claimant side : {arc.left, arc.right}) {
                const std::size_t district =
                    is_village(side) ? facts_.district_of[side] : no_district;
                if (district == no_district)
                    continue;
                at_nodes.emplace_back(arc.start_node, district);
                at_nodes.emplace_back(arc.end_node, district);
            }
        std::sort(at_nodes.begin(), at_nodes.end());
        at_nodes.erase(std::unique(at_nodes.begin(), at_nodes.end()), at_nodes.end());
        std::vector<std::set<std::uint32_t>> touching(atlas_.districts().size());
        for (std::size_t i = 0; i < at_nodes.size(); ++i)
            for (std::size_t j = i + 1;
                 j < at_nodes.size() && at_nodes[j].first == at_nodes[i].first; ++j) {
                touching[at_nodes[i].second].insert(at_nodes[j].second);
                touching[at_nodes[j].second].insert(at_nodes[i].second);
            }
        std::vector<std::vector<std::uint32_t>> neighbours;
        for (const auto& set : touching)
            neighbours.emplace_back(set.begin(), set.end());
        facts_.district_colour = coloured(neighbours, district_colours);
    }

    const model::Atlas& atlas_;
    LevelStore& levels_;
    const Coverage& coverage_;
    double square_degree_; ///< square metres
    std::unordered_map<std::uint64_t, const model::BoundarySegment*> segments_;
    AtlasFacts facts_;
};

} // namespace

AtlasFacts gather_facts(const model::Atlas& atlas, LevelStore& levels) {
    return Gatherer(atlas, levels).gather();
}

} // namespace antardesa::cartography
