#include "topology/detail/repair_pass.h"

#include "geo/measure.h"
#include "topology/detail/agreed_line.h"
#include "topology/detail/assembly.h"
#include "topology/detail/division.h"
#include "topology/detail/edge_sag.h"
#include "topology/detail/gifts.h"
#include "topology/detail/kept_corners.h"
#include "topology/detail/land_totals.h"
#include "topology/detail/settlement.h"
#include "topology/detail/strip_width.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::topology::detail {

namespace {

class Repairer {
  public:
    Repairer(std::span<const geo::MultiPolygon* const> claimants, geo::Point metric)
        : claimants_(claimants), metric_(metric), gifts_(claimants, metric) {}

    RepairPass run(const RepairChoice& choice, const KeptLines& kept, const LandMeasure& land,
                   Progress& progress) {
        RepairBench bench = taken_apart(claimants_, {}, are_degrees(metric_), progress);
        Settlements settlements = decided(bench.strips, choice);
        if (const auto cuts = agreed_cuts(bench.strips, settlements, metric_); !cuts.empty()) {
            RepairBench with_lines = taken_apart(claimants_, cuts, are_degrees(metric_), progress);
            settlements = carried_over(settlements, bench.strips, with_lines.strips);
            bench = std::move(with_lines);
        }
        refuse_without_middle(bench, settlements);
        const LandTotals found = land_totals(bench, land, metric_);
        find_sides(bench, settlements);
        for (std::size_t i = 0; i < bench.strips.strips.size(); ++i) {
            progress.check();
            settle(bench, i, settlements[i]);
        }
        progress.check();
        const auto keeps = [&kept](Claimant a, Claimant b) {
            return (kept.is_final && kept.is_final(a, b)) ||
                   (kept.is_settled && kept.is_settled(a, b));
        };
        for (const std::size_t number : gifts_.keep_whole(bench, keeps))
            reasons_.emplace(number, RepairRefusal::would_part);
        carry_out(bench);
        write_outlines(bench);
        write_borders(bench);
        auto lines = changed_lines(bench.coverage, result_.outlines, kept.is_final);
        RepairPass pass{std::move(result_),    found, {}, {}, std::move(lines),
                        std::move(neighbours_)};
        for (const auto& [number, reason] : reasons_)
            pass.reasons.push_back(reason);
        for (std::size_t i = 0; i < settlements.size(); ++i)
            pass.strips.push_back({std::move(bench.strips.strips[i]),
                                   settlements[i].decision && !settlements[i].along});
        return pass;
    }

  private:
    /// All that the two have between them, or nothing, as where an agreed line does not cut it.
    void refuse_without_middle(const RepairBench& bench, Settlements& settlements) const {
        const auto by_midline = [](const Settlement& settlement) {
            return settlement.decision && !settlement.refusal &&
                   settlement.decision->rule == RepairRule::midline;
        };
        std::map<std::uint32_t, RepairRefusal> refused;
        for (std::size_t i = 0; i < settlements.size(); ++i) {
            if (!by_midline(settlements[i]))
                continue;
            const Strip& strip = bench.strips.strips[i];
            if (strip.claimants.size() != 2)
                refused[bench.strips.groups[i]] = RepairRefusal::several_sides;
            else if (!std::all_of(bench.strips.faces[i].begin(), bench.strips.faces[i].end(),
                                  [&](const StripFace& face) {
                                      return has_middle(bench, strip, face, metric_);
                                  }))
                refused[bench.strips.groups[i]] = RepairRefusal::no_middle;
        }
        for (std::size_t i = 0; i < settlements.size(); ++i)
            if (const auto found = refused.find(bench.strips.groups[i]);
                found != refused.end() && by_midline(settlements[i]))
                settlements[i].refusal = found->second;
    }

    void settle(RepairBench& bench, std::size_t number, const Settlement& settlement) {
        const Strip& strip = bench.strips.strips[number];
        const auto& faces = bench.strips.faces[number];
        if (!settlement.decision) {
            reasons_.emplace(number, *settlement.refusal);
            return;
        }
        const RepairDecision& decision = *settlement.decision;
        const bool divide =
            decision.rule == RepairRule::midline || decision.rule == RepairRule::follow;
        const Claimant owner = decision.rule == RepairRule::to_owner
                                   ? decision.owner
                                   : longest_border(bench, strip, faces);
        const auto refusal =
            settlement.refusal ? settlement.refusal : why_not(bench, strip, owner, divide);
        // Told last, as it takes longest.
        const bool is_wide =
            !refusal && decision.narrower_than > 0 &&
            !std::all_of(faces.begin(), faces.end(), [&](const StripFace& face) {
                return is_narrow(bench, strip, face, owner, decision.narrower_than, metric_);
            });
        if (refusal || is_wide) {
            reasons_.emplace(number, refusal.value_or(RepairRefusal::wide_in_places));
            return;
        }
        if (decision.rule == RepairRule::follow) {
            give_by_side(bench, number, decision);
            return;
        }
        for (const StripFace& face : faces) {
            const auto halves =
                divide ? divided_at_midline(bench, strip, face, metric_) : std::nullopt;
            if (halves) {
                gifts_.give(bench, {number, halves->first_face, halves->first, decision.may_part});
                gifts_.give(bench,
                            {number, halves->second_face, halves->second, decision.may_part});
            } else {
                gifts_.give(bench, {number, face, owner, decision.may_part});
            }
        }
    }

    std::optional<RepairRefusal> why_not(const RepairBench& bench, const Strip& strip,
                                         Claimant owner, bool divide) const {
        const auto& claimants = strip.claimants;
        if (!std::binary_search(claimants.begin(), claimants.end(), owner))
            return RepairRefusal::no_claim;
        if (std::any_of(claimants.begin(), claimants.end(),
                        [&](Claimant c) { return bench.barred[c]; }))
            return RepairRefusal::broken_outline;
        if (!gifts_.may_give(strip, divide ? nobody : owner))
            return RepairRefusal::would_vanish;
        return std::nullopt;
    }

    static bool is_left(const RepairBench& bench, const AgreedLine& line, const StripFace& face) {
        const geo::Polygon polygon{ring_of(bench.fabric(), face.cycle), {}};
        return line.is_left(place_inside(polygon)).value_or(false);
    }

    /// By how much more border the first of two lies left of their agreed line: told by the land
    /// that all parts of their strips border on.
    void find_sides(const RepairBench& bench, const Settlements& settlements) {
        for (std::size_t i = 0; i < settlements.size(); ++i) {
            if (!follows(settlements[i]))
                continue;
            const Strip& strip = bench.strips.strips[i];
            const AgreedLine line(*settlements[i].decision->line, metric_);
            double& first_on_left = first_on_left_[strip.claimants];
            for (const StripFace& face : bench.strips.faces[i]) {
                const auto lengths = bench.border_lengths(face.cycle, strip.claimants);
                first_on_left += (lengths[0] - lengths[1]) * (is_left(bench, line, face) ? 1 : -1);
            }
        }
    }

    /// What lies left of the line to one, what lies right of it to the other.
    void give_by_side(const RepairBench& bench, std::size_t number,
                      const RepairDecision& decision) {
        const Strip& strip = bench.strips.strips[number];
        const AgreedLine line(*decision.line, metric_);
        const std::size_t left = first_on_left_[strip.claimants] < 0 ? 1 : 0;
        for (const StripFace& face : bench.strips.faces[number])
            gifts_.give(bench, {number, face,
                                strip.claimants[is_left(bench, line, face) ? left : 1 - left],
                                decision.may_part});
    }

    /// What is left of the gifts is done.
    void carry_out(const RepairBench& bench) {
        std::size_t first = 0;
        const auto& gifts = gifts_.all();
        for (std::size_t i = 0; i < gifts.size(); ++i) {
            const auto& [number, face, owner, by_rule] = gifts[i];
            const Strip& strip = bench.strips.strips[number];
            if (i == 0 || gifts[i - 1].strip != number)
                first = result_.settled.size();
            geo::Polygon land{ring_of(bench.fabric(), face.cycle), {}};
            for (const std::uint32_t island : face.islands)
                land.holes.push_back(ring_of(bench.fabric(), island));
            note_settled(strip, owner, std::move(land), first);
        }
        for (const CutPiece& piece : gifts_.splinters()) {
            const auto [low, high] = std::minmax(piece.village, piece.neighbour);
            result_.moved_lines.push_back({low, high});
            result_.splinters.push_back(
                {piece.village, piece.neighbour, piece.area * metric_.x * metric_.y});
            first = result_.settled.size();
            for (const std::uint32_t cycle : piece.cycles)
                note_settled({StripKind::overlap, {low, high}, {}, 0, 0, {}}, piece.neighbour,
                             {ring_of(bench.fabric(), cycle), {}}, first);
        }
    }

    void note_settled(const Strip& strip, Claimant owner, geo::Polygon land, std::size_t first) {
        for (const Claimant claimant : strip.claimants) {
            touched_[claimant];
            for (const Claimant other : strip.claimants)
                if (claimant < other)
                    pairs_.insert({claimant, other});
        }
        std::size_t at = first;
        while (at < result_.settled.size() && result_.settled[at].owner != owner)
            ++at;
        if (at == result_.settled.size())
            result_.settled.push_back({strip.kind, strip.claimants, owner, {}});
        result_.settled[at].land.push_back(std::move(land));
    }

    static Claimant longest_border(const RepairBench& bench, const Strip& strip,
                                   const std::vector<StripFace>& faces) {
        std::vector<double> lengths(strip.claimants.size(), 0);
        for (const StripFace& face : faces) {
            const auto more = bench.border_lengths(face.cycle, strip.claimants);
            std::transform(lengths.begin(), lengths.end(), more.begin(), lengths.begin(),
                           std::plus<>());
        }
        return strip.claimants[static_cast<std::size_t>(
            std::max_element(lengths.begin(), lengths.end()) - lengths.begin())];
    }

    bool owns(const RepairBench& bench, Claimant claimant, std::uint32_t cycle) const {
        if (gifts_.owner_of(cycle) != nobody)
            return gifts_.owner_of(cycle) == claimant;
        const Cover& cover = bench.faces.cover[cycle];
        return std::any_of(cover.begin(), cover.end(), [claimant](const Winding& w) {
            return w.claimant == claimant && w.times > 0;
        });
    }

    /// Half-edges beside which the touched villages' land may end.
    void collect_halves(const RepairBench& bench) {
        for (std::uint32_t e = 0; e < bench.arrangement.edge_count(); ++e) {
            for (const Owner& owner : bench.arrangement.owners_of(e))
                add_half(owner.claimant, 2 * e);
            const std::uint32_t left = bench.faces.cycle[2 * e];
            const std::uint32_t right = bench.faces.cycle[2 * e + 1];
            if (gifts_.owner_of(left) == nobody && gifts_.owner_of(right) == nobody)
                continue;
            for (const std::uint32_t cycle : {left, right}) {
                add_half(gifts_.owner_of(cycle), 2 * e);
                for (const Claimant claimant : covering(bench.faces.cover[cycle]))
                    add_half(claimant, 2 * e);
            }
        }
    }

    std::vector<Claimant> owners_after(const RepairBench& bench, std::uint32_t cycle) const {
        if (gifts_.owner_of(cycle) != nobody)
            return {gifts_.owner_of(cycle)};
        return covering(bench.faces.cover[cycle]);
    }

    /// Where land that was given to somebody now borders on another's.
    void write_borders(const RepairBench& bench) {
        for (std::uint32_t e = 0; e < bench.arrangement.edge_count(); ++e) {
            const std::uint32_t left = bench.faces.cycle[2 * e];
            const std::uint32_t right = bench.faces.cycle[2 * e + 1];
            if (gifts_.owner_of(left) == nobody && gifts_.owner_of(right) == nobody)
                continue;
            const auto here = owners_after(bench, left);
            const auto there = owners_after(bench, right);
            if (here == there || here.empty() || there.empty())
                continue;
            result_.new_borders.push_back(bench.points_of(2 * e));
            neighbours_.insert(std::minmax(here.front(), there.front()));
        }
    }

    void add_half(Claimant claimant, std::uint32_t half) {
        const auto touched = touched_.find(claimant);
        if (touched == touched_.end())
            return;
        if (touched->second.empty() || touched->second.back() != half + 1)
            touched->second.insert(touched->second.end(), {half, half + 1});
    }

    /// Parts without width, which crossing lines leave: rings out and back, and no land.
    static geo::MultiPolygon without_rounding(const Fabric& fabric, geo::MultiPolygon outline) {
        const auto has_no_width = [&fabric](const geo::Polygon& part) {
            return is_rounding(fabric, geo::area(geo::MultiPolygon{part}), geo::length(part.outer));
        };
        if (!std::all_of(outline.begin(), outline.end(), has_no_width))
            std::erase_if(outline, has_no_width);
        return outline;
    }

    void write_outlines(const RepairBench& bench) {
        collect_halves(bench);
        if (touched_.empty())
            return;
        const Fabric fabric = bench.fabric();
        ChangedLand changed{claimants_, {}, pairs_, {}, {}};
        for (const auto& [claimant, halves] : touched_)
            changed.touched.insert(claimant);
        changed.is_given = [this](std::uint32_t cycle) { return gifts_.owner_of(cycle) != nobody; };
        changed.own = [&](std::uint32_t cycle) { return owners_after(bench, cycle); };
        const KeptCorners corners(bench, changed);
        for (const auto& [claimant, halves] : touched_) {
            const auto assembled = assemble(fabric, halves, [&, c = claimant](std::uint32_t cycle) {
                return owns(bench, c, cycle);
            });
            result_.outlines.emplace_back(
                claimant, without_rounding(fabric, corners.kept(assembled, claimant)));
        }
        for (auto& [claimant, outline] : corners.sharing())
            result_.outlines.emplace_back(claimant, std::move(outline));
        std::sort(result_.outlines.begin(), result_.outlines.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    std::span<const geo::MultiPolygon* const> claimants_;
    geo::Point metric_;
    Gifts gifts_;
    std::map<std::vector<Claimant>, double> first_on_left_;
    std::map<Claimant, std::vector<std::uint32_t>> touched_; ///< and where its border may run
    std::set<std::pair<Claimant, Claimant>> pairs_;          ///< of mended strips; low first
    std::set<std::pair<Claimant, Claimant>> neighbours_;
    std::map<std::size_t, RepairRefusal> reasons_; ///< of the strips that stay
    Repair result_;
};

} // namespace

RepairPass repair_once(std::span<const geo::MultiPolygon* const> claimants,
                       const RepairChoice& choice, const KeptLines& kept, geo::Point metric,
                       const LandMeasure& land, Progress& progress) {
    return Repairer(claimants, metric).run(choice, kept, land, progress);
}

} // namespace antardesa::topology::detail
