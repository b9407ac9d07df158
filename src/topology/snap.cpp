#include "topology/snap.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/detail/edge_sag.h"
#include "topology/detail/edge_set.h"
#include "topology/detail/flaw_count.h"
#include "topology/detail/land_totals.h"
#include "topology/detail/snap_round.h"
#include "topology/detail/standing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace antardesa::topology {

namespace {

using detail::Pair;
using Shapes = std::vector<const geo::MultiPolygon*>;
using Outlines = std::map<Claimant, geo::MultiPolygon>;

class Snap {
  public:
    Snap(std::span<const geo::MultiPolygon* const> claimants, const SnapOptions& options,
         geo::Point metric, const LandMeasure& land)
        : claimants_(claimants), options_(options), metric_(metric),
          land_(detail::measure_of(land, metric)), near_{options.tolerance /
                                                             std::min(metric.x, metric.y),
                                                         detail::are_degrees(metric)} {}

    Repair run(Progress& progress) {
        const Flaws found = find_flaws(claimants_, near_, progress);
        bar(found);
        close_strips(progress);
        // Strips that run out in three ways have no side to be put onto: their corners meet first.
        Flaws flaws = find_flaws(laid_over(outlines_), near_, progress);
        constexpr int most = 20;
        for (int pass = 0; pass < most && meet(flaws, progress); ++pass)
            progress.check();
        report(found, flaws);
        if (!outlines_.empty())
            write_ledger(progress);
        for (auto& [claimant, outline] : outlines_) {
            if (outline.size() > claimants_[claimant]->size())
                result_.parted.emplace_back(claimant, outline.size());
            result_.outlines.emplace_back(claimant, std::move(outline));
        }
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

    std::optional<RepairRefusal> why_not(const SnapCase& which) const {
        if (options_.why_not)
            if (const auto reason = options_.why_not(which))
                return reason;
        const auto& claimants = which.claimants;
        for (std::size_t i = 0; options_.is_final && i < claimants.size(); ++i)
            for (std::size_t j = i + 1; j < claimants.size(); ++j)
                if (options_.is_final(claimants[i], claimants[j]))
                    return RepairRefusal::final_line;
        return std::nullopt;
    }

    std::optional<RepairRefusal> why_apart(const NearMiss& miss) const {
        const std::vector<Claimant> both{miss.first, miss.second};
        if (const auto reason = why_not(SnapCase{nullptr, both, miss.place}))
            return reason;
        if (barred_.count(miss.first) || barred_.count(miss.second))
            return RepairRefusal::broken_outline;
        return std::nullopt;
    }

    RepairAnswer decided(const Strip& strip) const {
        if (2 * strip.area / strip.perimeter >= options_.tolerance / std::max(metric_.x, metric_.y))
            return RepairRefusal::not_chosen;
        if (const auto reason = why_not({&strip, strip.claimants, strip.place}))
            return *reason;
        RepairDecision decision;
        decision.narrower_than = options_.tolerance;
        decision.whole_border = options_.whole_border;
        return decision;
    }

    bool is_settled(Claimant a, Claimant b) const {
        const std::vector<Claimant> both{std::min(a, b), std::max(a, b)};
        return options_.why_not &&
               options_.why_not(SnapCase{nullptr, both, {}}) == RepairRefusal::settled_line;
    }

    Repair closed(const Shapes& shapes, Progress& progress) const {
        return repair(
            shapes, [this](const Strip& strip) { return decided(strip); }, metric_, progress, land_,
            options_.is_final, [this](Claimant a, Claimant b) { return is_settled(a, b); });
    }

    /// Narrow strips go to the longest border: one side's line is both sides' from now on.
    void close_strips(Progress& progress) {
        Repair strips = closed(laid_over({}), progress);
        result_.refusals = std::move(strips.refusals);
        result_.splinters = std::move(strips.splinters);
        result_.moved_lines = std::move(strips.moved_lines);
        for (auto& [claimant, outline] : strips.outlines)
            outlines_[claimant] = std::move(outline);
    }

    /// Brings near misses together and takes what comes of it if nothing new arises. Where
    /// something would, those in the place stay, and the rest is tried again. False: no more.
    bool meet(Flaws& flaws, Progress& progress) {
        const detail::FlawCount known(flaws);
        const Shapes shapes = laid_over(outlines_);
        std::vector<geo::Point> places = places_of(flaws);
        constexpr int most = 12;
        for (int number = 0; number < most && !places.empty(); ++number) {
            Outlines outlines = met(shapes, flaws, places, progress);
            if (outlines.empty())
                return false;
            Flaws after = find_flaws(laid_over(outlines), near_, progress);
            const auto beyond = known.beyond(after);
            if (beyond.empty()) {
                if (!is_better(after, flaws))
                    return false;
                outlines_ = std::move(outlines);
                flaws = std::move(after);
                return true;
            }
            const std::size_t before = places.size();
            shut(places, beyond, near_.near_miss * (1 + number));
            if (places.size() == before)
                return false;
        }
        return false;
    }

    /// Fewer findings that may be mended, or noticeably less land in them: so there is an end.
    bool is_better(const Flaws& after, const Flaws& before) const {
        const auto [count, area] = left_to_do(after);
        const auto [count_before, area_before] = left_to_do(before);
        return count < count_before || area < 0.99 * area_before;
    }

    std::pair<std::size_t, double> left_to_do(const Flaws& flaws) const {
        std::pair<std::size_t, double> left{0, 0};
        for (const NearMiss& miss : flaws.near_misses)
            left.first += !why_apart(miss);
        for (const Strip& strip : flaws.strips)
            if (is_chosen(strip)) {
                ++left.first;
                left.second += strip.area;
            }
        return left;
    }

    /// All new outlines, those of before included; none where nothing moves.
    Outlines met(const Shapes& shapes, const Flaws& flaws, const std::vector<geo::Point>& places,
                 Progress& progress) const {
        const detail::SnapRound round{
            shapes,  flaws.coverage, chosen_pairs(flaws), options_.is_final, options_.tolerance,
            metric_, barred_,        boxes_around(places)};
        auto changed = round.run(progress);
        if (changed.empty())
            return {};
        Outlines outlines = outlines_;
        for (auto& [claimant, outline] : changed)
            outlines[claimant] = std::move(outline);
        Repair slits = closed(laid_over(outlines), progress);
        for (auto& [claimant, outline] : slits.outlines)
            outlines[claimant] = std::move(outline);
        return outlines;
    }

    bool is_chosen(const Strip& strip) const {
        return decided(strip).decision().has_value() &&
               std::none_of(strip.claimants.begin(), strip.claimants.end(),
                            [this](Claimant c) { return barred_.count(c) > 0; });
    }

    std::set<Pair> chosen_pairs(const Flaws& flaws) const {
        std::set<Pair> pairs;
        for (const NearMiss& miss : flaws.near_misses)
            if (!why_apart(miss))
                pairs.insert({miss.first, miss.second});
        for (const Strip& strip : flaws.strips)
            for (std::size_t i = 0; is_chosen(strip) && i < strip.claimants.size(); ++i)
                for (std::size_t j = i + 1; j < strip.claimants.size(); ++j)
                    pairs.insert({strip.claimants[i], strip.claimants[j]});
        return pairs;
    }

    /// Vertices that may be brought together, and were not found to do harm.
    std::vector<geo::Point> places_of(const Flaws& flaws) const {
        std::vector<geo::Point> all;
        for (const NearMiss& miss : flaws.near_misses)
            if (!why_apart(miss))
                all.insert(all.end(), miss.places.begin(), miss.places.end());
        for (const Strip& strip : flaws.strips)
            if (is_chosen(strip))
                detail::append_vertices(all, strip);
        std::erase_if(all, [this](geo::Point p) { return shut_.count({p.x, p.y}) > 0; });
        return all;
    }

    std::vector<geo::Box> boxes_around(const std::vector<geo::Point>& places) const {
        std::vector<geo::Box> boxes;
        boxes.reserve(places.size());
        for (const geo::Point place : places)
            boxes.push_back(geo::Box{place, place}.grown(near_.near_miss));
        return boxes;
    }

    /// Takes away the places that lie near one of the vertices.
    void shut(std::vector<geo::Point>& places, const std::vector<geo::Point>& vertices,
              double reach) {
        const geo::BoxIndex index(boxes_around(places));
        std::vector<bool> gone(places.size(), false);
        for (const geo::Point vertex : vertices)
            index.visit(geo::Box{vertex, vertex}.grown(reach),
                        [&](std::uint32_t i) { gone[i] = true; });
        std::vector<geo::Point> kept;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (gone[i])
                shut_.insert({places[i].x, places[i].y});
            else
                kept.push_back(places[i]);
        places = std::move(kept);
    }

    /// What is no more, and what stays and why.
    void report(const Flaws& before, const Flaws& after) {
        const auto refused_before = std::move(result_.refusals);
        result_.refusals.clear();
        std::vector<detail::FoundStrip> found;
        for (const Strip& strip : before.strips)
            found.push_back({strip, decided(strip).decision().has_value()});
        std::vector<RepairRefusal> reasons;
        for (const Strip& strip : after.strips)
            reasons.push_back(reason_of(strip, refused_before));
        report_misses(before.near_misses, after.near_misses);
        detail::tell_outcome(result_, found, after.strips, reasons);
    }

    void report_misses(const std::vector<NearMiss>& before, const std::vector<NearMiss>& after) {
        std::set<Pair> apart;
        std::set<Pair> known;
        for (const NearMiss& miss : before)
            known.insert({miss.first, miss.second});
        for (const NearMiss& miss : after) {
            // A strip that was closed may lay bare a vertex on a third one's edge.
            if (!known.count({miss.first, miss.second}))
                continue;
            apart.insert({miss.first, miss.second});
            const auto reason = why_apart(miss).value_or(RepairRefusal::new_flaw);
            const bool was_chosen =
                reason == RepairRefusal::new_flaw || reason == RepairRefusal::broken_outline;
            (was_chosen ? result_.refusals : result_.kept)
                .push_back({{miss.first, miss.second}, miss.place, reason});
        }
        for (const NearMiss& miss : before)
            if (!apart.count({miss.first, miss.second}))
                result_.mended.push_back({{miss.first, miss.second},
                                          miss.place,
                                          std::nullopt,
                                          0,
                                          why_apart(miss).has_value()});
    }

    /// The first round's reason, which says more than that bringing corners together did not help.
    RepairRefusal reason_of(const Strip& strip, const std::vector<RefusedStrip>& refused) const {
        const RepairAnswer answer = decided(strip);
        if (!answer.decision())
            return answer.why_not();
        for (const RefusedStrip& one : refused)
            if (one.kind == strip.kind && one.claimants == strip.claimants)
                return one.reason;
        return RepairRefusal::new_flaw;
    }

    Shapes laid_over(const Outlines& outlines) const {
        Shapes shapes(claimants_.begin(), claimants_.end());
        for (const auto& [claimant, outline] : outlines)
            shapes[claimant] = &outline;
        return shapes;
    }

    void write_ledger(Progress& progress) {
        const Shapes shapes = laid_over(outlines_);
        const auto before = detail::taken_apart(claimants_, {}, near_.degrees, progress);
        const auto after = detail::taken_apart(shapes, {}, near_.degrees, progress);
        std::vector<LedgerRow> rows;
        for (const auto& [claimant, outline] : outlines_)
            rows.push_back({claimant, land_.area(*claimants_[claimant]), land_.area(outline)});
        result_.ledger =
            detail::ledger_of(std::move(rows), detail::land_totals(before, land_, metric_),
                              detail::land_totals(after, land_, metric_));
        note_settled(before.strips.strips, shapes);
        note_borders();
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
    LandMeasure land_;
    FlawOptions near_;
    std::set<Claimant> barred_;
    std::set<std::pair<double, double>> shut_; ///< places where something new would arise
    Outlines outlines_;
    Repair result_;
};

} // namespace

Repair snap(std::span<const geo::MultiPolygon* const> claimants, const SnapOptions& options,
            geo::Point metric, Progress& progress, const LandMeasure& land) {
    return Snap(claimants, options, metric, land).run(progress);
}

} // namespace antardesa::topology
