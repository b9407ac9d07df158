#include "topology/repair.h"

#include "topology/detail/edge_set.h"
#include "topology/detail/flaw_count.h"
#include "topology/detail/repair_pass.h"
#include "topology/detail/snap_round.h"
#include "topology/detail/unshared.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace antardesa::topology {

double Ledger::sum() const {
    double sum = 0;
    for (const LedgerRow& row : villages)
        sum += row.after - row.before;
    return sum - (overlap_after - overlap_before) + (gap_after - gap_before) + opened - redrawn +
           miscounted;
}

const char* repair_refusal_name(RepairRefusal refusal) {
    switch (refusal) {
    case RepairRefusal::broken_outline:
        return "broken_outline";
    case RepairRefusal::would_vanish:
        return "would_vanish";
    case RepairRefusal::no_claim:
        return "no_claim";
    case RepairRefusal::several_sides:
        return "several_sides";
    case RepairRefusal::line_does_not_cut:
        return "line_does_not_cut";
    case RepairRefusal::line_too_short:
        return "line_too_short";
    case RepairRefusal::tied:
        return "tied";
    case RepairRefusal::wide_in_places:
        return "wide_in_places";
    case RepairRefusal::has_copy:
        return "has_copy";
    case RepairRefusal::unclear_land:
        return "unclear_land";
    case RepairRefusal::differing_codes:
        return "differing_codes";
    case RepairRefusal::differing_areas:
        return "differing_areas";
    case RepairRefusal::village_and_area:
        return "village_and_area";
    case RepairRefusal::copy_in_use:
        return "copy_in_use";
    case RepairRefusal::not_chosen:
        return "not_chosen";
    case RepairRefusal::allowed:
        return "allowed";
    case RepairRefusal::final_line:
        return "final_line";
    case RepairRefusal::settled_line:
        return "settled_line";
    case RepairRefusal::beside_tangled:
        return "beside_tangled";
    case RepairRefusal::new_flaw:
        break;
    }
    return "new_flaw";
}

namespace {

constexpr double joined_m = 1e-5; ///< metres; nothing on the ground

/// One strip's end may make others longer, shorter or another village's: repeated until the choice
/// has nothing more to say. The last pass only measures.
class Passes {
  public:
    Passes(std::span<const geo::MultiPolygon* const> claimants, geo::Point metric,
           const LandMeasure& land)
        : claimants_(claimants), outlines_(claimants.begin(), claimants.end()), metric_(metric),
          land_(detail::measure_of(land, metric)) {}

    Repair run(const RepairChoice& choice, Progress& progress) {
        constexpr int most = 20;
        detail::RepairPass pass = detail::repair_once(outlines_, choice, metric_, land_, progress);
        const detail::LandTotals before = pass.found;
        const std::vector<detail::FoundStrip> found = pass.strips;
        for (int number = 1; !pass.is_last() || join(found, progress); ++number) {
            if (!pass.is_last())
                take(pass.repair);
            pass = number < most ? detail::repair_once(outlines_, choice, metric_, land_, progress)
                                 : detail::repair_once(
                                       outlines_, [](const Strip&) { return std::nullopt; },
                                       metric_, land_, progress);
        }
        return finish(pass, found, before);
    }

  private:
    void take(Repair& pass) {
        std::move(pass.settled.begin(), pass.settled.end(), std::back_inserter(total_.settled));
        std::move(pass.new_borders.begin(), pass.new_borders.end(),
                  std::back_inserter(total_.new_borders));
        for (auto& [claimant, outline] : pass.outlines)
            replaced_[claimant] = std::move(outline);
        for (const auto& [claimant, outline] : replaced_)
            outlines_[claimant] = &outline;
    }

    /// Where outlines that changed lie on each other without a common vertex, they get one: else
    /// the mended line would not be one line. Nothing else moves. Once; false when nothing came of
    /// it.
    bool join(const std::vector<detail::FoundStrip>& found, Progress& progress) {
        if (std::exchange(joined_, true) || replaced_.empty())
            return false;
        const Coverage coverage = build_coverage(outlines_, progress);
        geo::Box box;
        for (const Arc& arc : coverage.arcs)
            box.extend(arc.box);
        std::vector<NearMiss> misses;
        detail::add_unshared(misses, {}, coverage, detail::Grid(box), progress);
        detail::SnapRound round{outlines_, coverage, {}, {}, joined_m, metric_, {}, {}};
        std::vector<geo::Point> corners;
        for (const detail::FoundStrip& strip : found)
            detail::append_vertices(corners, strip.strip);
        const auto is_corner = [&corners](geo::Point place) {
            return std::find(corners.begin(), corners.end(), place) != corners.end();
        };
        for (const NearMiss& miss : misses) {
            const bool both = replaced_.count(miss.first) && replaced_.count(miss.second);
            if (!both && std::none_of(miss.places.begin(), miss.places.end(), is_corner))
                continue;
            round.pairs.insert({miss.first, miss.second});
            for (const geo::Point place : miss.places)
                round.places.push_back(
                    geo::Box{place, place}.grown(joined_m / std::min(metric_.x, metric_.y)));
        }
        for (Claimant claimant = 0; claimant < outlines_.size(); ++claimant)
            if (!replaced_.count(claimant))
                round.barred.insert(claimant);
        if (round.pairs.empty())
            return false;
        auto changed = round.run(progress);
        for (auto& [claimant, outline] : changed)
            replaced_[claimant] = std::move(outline);
        for (const auto& [claimant, outline] : replaced_)
            outlines_[claimant] = &outline;
        return !changed.empty();
    }

    Repair finish(const detail::RepairPass& last, const std::vector<detail::FoundStrip>& found,
                  const detail::LandTotals& before) {
        std::vector<Strip> standing;
        for (const detail::FoundStrip& strip : last.strips)
            standing.push_back(strip.strip);
        detail::tell_outcome(total_, found, standing, last.reasons);
        keep_lasting_borders();
        std::vector<LedgerRow> rows;
        for (auto& [claimant, outline] : replaced_) {
            rows.push_back({claimant, land_.area(*claimants_[claimant]), land_.area(outline)});
            total_.outlines.emplace_back(claimant, std::move(outline));
        }
        total_.ledger = detail::ledger_of(std::move(rows), before, last.found);
        return std::move(total_);
    }

    /// A later pass may have done away with a border of an earlier one.
    void keep_lasting_borders() {
        detail::EdgeSet edges;
        for (const auto& [claimant, outline] : replaced_)
            edges.add(outline);
        geo::MultiLine lasting;
        for (const geo::Line& line : total_.new_borders)
            detail::append_stretches(
                lasting, line, [&](geo::Point a, geo::Point b) { return edges.contains(a, b); });
        total_.new_borders = std::move(lasting);
    }

    std::span<const geo::MultiPolygon* const> claimants_;
    std::vector<const geo::MultiPolygon*> outlines_;
    std::map<Claimant, geo::MultiPolygon> replaced_;
    geo::Point metric_;
    LandMeasure land_;
    Repair total_;
    bool joined_ = false;
};

} // namespace

Repair repair(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
              geo::Point metric, Progress& progress, const LandMeasure& land) {
    return Passes(claimants, metric, land).run(choice, progress);
}

} // namespace antardesa::topology
