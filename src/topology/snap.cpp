#include "topology/snap.h"

#include "geo/measure.h"
#include "topology/detail/edge_set.h"
#include "topology/detail/land_totals.h"
#include "topology/detail/snap_round.h"

#include <map>

namespace antardesa::topology {

namespace {

using detail::Pair;
using Shapes = std::vector<const geo::MultiPolygon*>;

using Outlines = std::map<Claimant, geo::MultiPolygon>;

/// What must not grow: land between the same claimants, and faults of each one's rings.
class FlawCount {
  public:
    explicit FlawCount(const Flaws& flaws) {
        for (const Strip& strip : flaws.strips)
            strips_[{strip.kind, strip.claimants}] += strip.area;
        for (const InvalidRing& ring : flaws.invalid)
            faults_[{ring.claimant, ring.fault}] += ring.count;
    }

    /// Where more is found than was counted.
    std::vector<geo::Box> beyond(const Flaws& flaws) const {
        const FlawCount found(flaws);
        std::vector<geo::Box> places;
        for (const Strip& strip : flaws.strips) {
            const auto old = strips_.find({strip.kind, strip.claimants});
            if (old == strips_.end() ||
                found.strips_.at({strip.kind, strip.claimants}) > old->second * (1 + 1e-9))
                places.push_back(geo::bounds(strip.pieces));
        }
        for (const InvalidRing& ring : flaws.invalid) {
            const auto old = faults_.find({ring.claimant, ring.fault});
            if (ring.fault != RingFault::repeated_vertex &&
                (old == faults_.end() || ring.count > old->second))
                places.push_back({ring.place, ring.place});
        }
        return places;
    }

  private:
    std::map<std::pair<StripKind, std::vector<Claimant>>, double> strips_;
    std::map<std::pair<Claimant, RingFault>, int> faults_;
};

class Snap {
  public:
    Snap(std::span<const geo::MultiPolygon* const> claimants, const SnapOptions& options,
         geo::Point metric)
        : claimants_(claimants), options_(options),
          metric_(metric), near_{options.tolerance / std::min(metric.x, metric.y)} {}

    Repair run(Progress& progress) {
        constexpr int most = 5;
        int before = -1;
        for (int pass = 0; pass < most; ++pass) {
            const Shapes shapes = laid_over(outlines_);
            const Flaws flaws = find_flaws(shapes, near_, progress);
            if (pass == 0)
                bar(flaws);
            const Pairs pairs = pairs_of(flaws);
            if (before < 0)
                before = static_cast<int>(pairs.size());
            result_.left = static_cast<int>(pairs.size());
            if (pairs.empty() || !improve(shapes, flaws, pairs, progress))
                break;
        }
        result_.repaired = before - result_.left;
        result_.refused = result_.left;
        if (!outlines_.empty())
            write_ledger(progress);
        for (auto& [claimant, outline] : outlines_)
            result_.outlines.emplace_back(claimant, std::move(outline));
        return std::move(result_);
    }

  private:
    /// Which land a village with broken rings or a copy means is not clear: it stays as it is.
    void bar(const Flaws& flaws) {
        for (const InvalidRing& ring : flaws.invalid)
            if (ring.fault != RingFault::repeated_vertex)
                barred_.insert(ring.claimant);
        for (const auto& group : flaws.duplicates)
            barred_.insert(group.begin(), group.end());
    }

    using Pairs = std::map<Pair, geo::Point>; ///< with a place

    /// One pass. Where something new would arise everything stays, and the rest is tried again.
    /// Nothing is taken that does not leave fewer pairs than before.
    bool improve(const Shapes& shapes, const Flaws& flaws, const Pairs& pairs, Progress& progress) {
        const FlawCount known(flaws);
        detail::SnapRound round{shapes,  flaws.coverage, {}, options_.is_final, options_.tolerance,
                                metric_, barred_,        {}};
        for (const auto& [pair, place] : pairs)
            round.pairs.insert(pair);
        constexpr int most = 8;
        for (int number = 0; number < most; ++number) {
            auto changed = round.run(progress);
            Outlines outlines(std::make_move_iterator(changed.begin()),
                              std::make_move_iterator(changed.end()));
            Shapes after_shapes = shapes;
            for (const auto& [claimant, outline] : outlines)
                after_shapes[claimant] = &outline;
            const Flaws after = find_flaws(after_shapes, near_, progress);
            const auto places = known.beyond(after);
            if (places.empty()) {
                const Pairs left = pairs_of(after);
                refuse(left);
                if (left.size() >= pairs.size())
                    return false;
                result_.left = static_cast<int>(left.size());
                for (auto& [claimant, outline] : outlines)
                    outlines_[claimant] = std::move(outline);
                return true;
            }
            for (const geo::Box& place : places)
                round.untouched.push_back(place.grown(near_.near_miss * (2 + number)));
        }
        refuse(pairs);
        return false;
    }

    void refuse(const Pairs& pairs) {
        result_.refusals.clear();
        for (const auto& [pair, place] : pairs)
            result_.refusals.push_back({{pair.first, pair.second}, place, RepairRefusal::new_flaw});
    }

    Pairs pairs_of(const Flaws& flaws) const {
        Pairs pairs;
        const auto add = [&](Claimant a, Claimant b, geo::Point place) {
            if ((!options_.is_chosen || options_.is_chosen(a, b)) &&
                (!options_.is_final || !options_.is_final(a, b)) && !barred_.count(a) &&
                !barred_.count(b))
                pairs.try_emplace(std::minmax(a, b), place);
        };
        for (const NearMiss& miss : flaws.near_misses)
            add(miss.first, miss.second, miss.place);
        for (const Strip& strip : flaws.strips) {
            if (2 * strip.area / strip.perimeter >=
                options_.tolerance / std::max(metric_.x, metric_.y))
                continue;
            for (std::size_t i = 0; i < strip.claimants.size(); ++i)
                for (std::size_t j = i + 1; j < strip.claimants.size(); ++j)
                    add(strip.claimants[i], strip.claimants[j], strip.place);
        }
        return pairs;
    }

    Shapes laid_over(const Outlines& outlines) const {
        Shapes shapes(claimants_.begin(), claimants_.end());
        for (const auto& [claimant, outline] : outlines)
            shapes[claimant] = &outline;
        return shapes;
    }

    void write_ledger(Progress& progress) {
        const Shapes shapes = laid_over(outlines_);
        const auto before = detail::taken_apart(claimants_, {}, progress);
        const auto after = detail::taken_apart(shapes, {}, progress);
        const double square = metric_.x * metric_.y;
        const auto areas_before = detail::noded_areas(before, shapes.size());
        const auto areas_after = detail::noded_areas(after, shapes.size());
        Ledger& ledger = result_.ledger;
        for (const auto& [claimant, outline] : outlines_)
            ledger.villages.push_back(
                {claimant, areas_before[claimant] * square, areas_after[claimant] * square});
        const detail::LandTotals was = detail::land_totals(before);
        const detail::LandTotals is = detail::land_totals(after);
        ledger.overlap_before = was.overlap * square;
        ledger.overlap_after = is.overlap * square;
        ledger.gap_before = was.gap * square;
        ledger.gap_after = is.gap * square;
        note_settled(before.strips.strips, shapes);
        note_borders();
        ledger.opened = ((was.covered + was.gap) - (is.covered + is.gap)) * square;
    }

    /// Whose alone each piece of a strip is now, where it is somebody's.
    void note_settled(const std::vector<Strip>& strips, const Shapes& shapes) {
        for (const Strip& strip : strips) {
            std::map<Claimant, geo::MultiPolygon> given;
            if (std::none_of(strip.claimants.begin(), strip.claimants.end(),
                             [&](Claimant c) { return outlines_.count(c) > 0; }))
                continue;
            for (const geo::Polygon& piece : strip.pieces) {
                const geo::Point place = detail::place_inside(piece);
                std::vector<Claimant> holders;
                for (const Claimant claimant : strip.claimants)
                    if (geo::contains(*shapes[claimant], place))
                        holders.push_back(claimant);
                if (holders.size() == 1)
                    given[holders.front()].push_back(piece);
            }
            for (auto& [owner, land] : given)
                result_.settled.push_back({strip.kind, strip.claimants, owner, std::move(land)});
        }
    }

    /// Edges that the village had not; neighbours have the same ones.
    void note_borders() {
        detail::EdgeSet noted;
        for (const auto& [claimant, outline] : outlines_) {
            detail::EdgeSet old;
            old.add(*claimants_[claimant]);
            const auto add = [&, this](const geo::Ring& ring) {
                detail::append_stretches(result_.new_borders, ring,
                                         [&](geo::Point a, geo::Point b) {
                                             return !old.contains(a, b) && noted.insert(a, b);
                                         });
            };
            for (const geo::Polygon& polygon : outline) {
                add(polygon.outer);
                for (const geo::Ring& hole : polygon.holes)
                    add(hole);
            }
        }
    }

    std::span<const geo::MultiPolygon* const> claimants_;
    const SnapOptions& options_;
    geo::Point metric_;
    FlawOptions near_;
    std::set<Claimant> barred_;
    Outlines outlines_;
    Repair result_;
};

} // namespace

Repair snap(std::span<const geo::MultiPolygon* const> claimants, const SnapOptions& options,
            geo::Point metric, Progress& progress) {
    return Snap(claimants, options, metric).run(progress);
}

} // namespace antardesa::topology
