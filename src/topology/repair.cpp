#include "topology/repair.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/detail/edge_set.h"
#include "topology/detail/final_lines.h"
#include "topology/detail/repair_pass.h"
#include "topology/snap.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
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
    case RepairRefusal::would_part:
        return "would_part";
    case RepairRefusal::no_claim:
        return "no_claim";
    case RepairRefusal::several_sides:
        return "several_sides";
    case RepairRefusal::no_middle:
        return "no_middle";
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

constexpr double on_the_line_m = 1e-5; ///< metres; nothing on the ground

/// One strip's end may make others longer, shorter or another village's: repeated until the choice
/// has nothing more to say. The last pass only measures.
class Passes {
  public:
    Passes(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
           const detail::KeptLines& kept, geo::Point metric, const LandMeasure& land)
        : claimants_(claimants), outlines_(claimants.begin(), claimants.end()), choice_(choice),
          kept_(kept), metric_(metric), land_(detail::measure_of(land, metric)) {}

    Repair run(Progress& progress) {
        constexpr int most = 20;
        detail::RepairPass pass = once(progress);
        const detail::LandTotals before = pass.found;
        const std::vector<detail::FoundStrip> found = pass.strips;
        bool is_joined = false;
        for (int number = 1; !pass.is_last() || !is_joined; ++number) {
            if (!pass.is_last()) {
                take(pass);
            } else {
                is_joined = true;
                if (!join_mended(progress))
                    break;
            }
            refuses_all_ = number >= most;
            pass = once(progress);
        }
        return finish(pass, found, before);
    }

  private:
    /// A pass of which a line that is law would change is done again without the strips there.
    detail::RepairPass once(Progress& progress) {
        const RepairChoice choice = [this](const Strip& strip) { return answer_to(strip); };
        constexpr int most = 20;
        for (int number = 1;; ++number) {
            detail::RepairPass pass =
                detail::repair_once(outlines_, choice, kept_, metric_, land_, progress);
            if (pass.final_lines.empty())
                return pass;
            refuses_all_ = refuses_all_ || number >= most;
            spared_.insert(spared_.end(), pass.final_lines.begin(), pass.final_lines.end());
        }
    }

    RepairAnswer answer_to(const Strip& strip) const {
        if (refuses_all_)
            return std::nullopt;
        RepairAnswer answer = choice_(strip);
        const double reach = on_the_line_m / std::min(metric_.x, metric_.y);
        if (answer.decision() && detail::stands_on(strip, spared_, reach))
            return RepairRefusal::final_line;
        return answer;
    }

    void take(detail::RepairPass& whole) {
        Repair& pass = whole.repair;
        neighbours_.merge(whole.neighbours);
        moved_lines_.insert(pass.moved_lines.begin(), pass.moved_lines.end());
        total_.splinters.insert(total_.splinters.end(), pass.splinters.begin(),
                                pass.splinters.end());
        std::move(pass.settled.begin(), pass.settled.end(), std::back_inserter(total_.settled));
        std::move(pass.new_borders.begin(), pass.new_borders.end(),
                  std::back_inserter(total_.new_borders));
        for (auto& [claimant, outline] : pass.outlines)
            replaced_[claimant] = std::move(outline);
        for (const auto& [claimant, outline] : replaced_)
            outlines_[claimant] = &outline;
    }

    /// The lines of the mended are one to the last bit: of vertices that two files have rounded
    /// apart, or that only the one has, both get the same. False where they were one already.
    bool join_mended(Progress& progress) {
        std::set<std::pair<Claimant, Claimant>> pairs = neighbours_;
        for (const SettledLand& land : total_.settled)
            for (const Claimant one : land.claimants)
                for (const Claimant other : land.claimants)
                    if (one < other)
                        pairs.insert({one, other});
        if (pairs.empty())
            return false;
        SnapOptions options;
        options.tolerance = on_the_line_m;
        options.is_final = kept_.is_final;
        options.why_not = [&pairs](const SnapCase& which) -> std::optional<RepairRefusal> {
            if (!which.strip && pairs.count({which.claimants[0], which.claimants[1]}))
                return std::nullopt;
            return RepairRefusal::not_chosen;
        };
        const geo::MultiPolygon nothing;
        const auto part = with_neighbours(pairs, nothing);
        Repair joined = snap(part, options, metric_, progress);
        for (auto& [claimant, outline] : joined.outlines)
            replaced_[claimant] = std::move(outline);
        for (const auto& [claimant, outline] : replaced_)
            outlines_[claimant] = &outline;
        return !joined.outlines.empty();
    }

    /// Whoever lies beside one of them; all others have no land here.
    std::vector<const geo::MultiPolygon*>
    with_neighbours(const std::set<std::pair<Claimant, Claimant>>& pairs,
                    const geo::MultiPolygon& nothing) const {
        std::vector<geo::Box> boxes;
        boxes.reserve(outlines_.size());
        for (const geo::MultiPolygon* outline : outlines_)
            boxes.push_back(geo::bounds(*outline));
        const geo::BoxIndex index(boxes);
        std::vector<const geo::MultiPolygon*> part(outlines_.size(), &nothing);
        const auto add = [&](Claimant claimant) {
            index.visit(boxes[claimant], [&](std::uint32_t i) { part[i] = outlines_[i]; });
        };
        for (const auto& [one, other] : pairs) {
            add(one);
            add(other);
        }
        return part;
    }

    Repair finish(const detail::RepairPass& last, const std::vector<detail::FoundStrip>& found,
                  const detail::LandTotals& before) {
        std::vector<Strip> standing;
        for (const detail::FoundStrip& strip : last.strips)
            standing.push_back(strip.strip);
        detail::tell_outcome(total_, found, standing, last.reasons);
        keep_lasting_borders();
        total_.moved_lines.assign(moved_lines_.begin(), moved_lines_.end());
        std::vector<LedgerRow> rows;
        for (auto& [claimant, outline] : replaced_) {
            if (outline.size() > claimants_[claimant]->size())
                total_.parted.emplace_back(claimant, outline.size());
            rows.push_back({claimant, land_.area(*claimants_[claimant]), land_.area(outline)});
            total_.outlines.emplace_back(claimant, std::move(outline));
        }
        total_.ledger = detail::ledger_of(std::move(rows), before, last.found);
        return std::move(total_);
    }

    /// A later pass may have done away with a border of an earlier one. Its stretches lie on edges
    /// of the outlines: what only crosses there is no vertex of them.
    void keep_lasting_borders() {
        std::vector<detail::Stretch> edges;
        std::vector<geo::Box> boxes;
        const auto add = [&](const geo::Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                edges.push_back({ring[i - 1], ring[i]});
                boxes.push_back(geo::Box{ring[i], ring[i]});
                boxes.back().extend(ring[i - 1]);
            }
        };
        for (const auto& [claimant, outline] : replaced_)
            for (const geo::Polygon& polygon : outline) {
                add(polygon.outer);
                std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
            }
        const geo::BoxIndex index(boxes);
        const double reach = on_the_line_m / std::min(metric_.x, metric_.y);
        const auto lasts = [&](geo::Point a, geo::Point b) {
            const geo::Point middle = (a + b) * 0.5;
            bool found = false;
            index.visit(geo::Box{middle, middle}.grown(reach), [&](std::uint32_t i) {
                found = found ||
                        geo::distance(middle, geo::nearest_on_segment(edges[i].from, edges[i].to,
                                                                      middle)) <= reach;
            });
            return found;
        };
        geo::MultiLine lasting;
        for (const geo::Line& line : total_.new_borders)
            detail::append_stretches(lasting, line, lasts);
        total_.new_borders = std::move(lasting);
    }

    std::span<const geo::MultiPolygon* const> claimants_;
    std::vector<const geo::MultiPolygon*> outlines_;
    std::map<Claimant, geo::MultiPolygon> replaced_;
    const RepairChoice& choice_;
    const detail::KeptLines& kept_;
    geo::Point metric_;
    LandMeasure land_;
    std::vector<detail::Stretch> spared_; ///< of final lines: what touches them stays
    bool refuses_all_ = false;
    std::set<std::pair<Claimant, Claimant>> neighbours_; ///< of what was mended
    std::set<std::pair<Claimant, Claimant>> moved_lines_;
    Repair total_;
};

} // namespace

Repair repair(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
              geo::Point metric, Progress& progress, const LandMeasure& land,
              const IsFinal& is_final, const IsFinal& is_settled) {
    const detail::KeptLines kept{is_final, is_settled};
    return Passes(claimants, choice, kept, metric, land).run(progress);
}

} // namespace antardesa::topology
