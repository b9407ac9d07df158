#include "topology/repair.h"

#include "geo/measure.h"
#include "topology/detail/assembly.h"
#include "topology/detail/duplicates.h"
#include "topology/detail/ring_faults.h"
#include "topology/detail/strips.h"

#include <algorithm>
#include <map>

namespace antardesa::topology {

namespace {

using detail::StripFace;

/// The coverage taken apart, with what a repair changes in it.
struct Bench {
    Coverage coverage;
    detail::Grid grid;
    detail::Arrangement arrangement;
    detail::Faces faces;
    detail::Strips strips;

    detail::Fabric fabric() const { return {coverage, grid, arrangement, faces}; }
};

class Repairer {
  public:
    Repairer(std::span<const geo::MultiPolygon* const> claimants, geo::Point metric)
        : claimants_(claimants), square_(metric.x * metric.y), barred_(claimants.size(), false),
          gain_(claimants.size(), 0) {}

    Repair run(const RepairChoice& choice, Progress& progress) {
        Bench bench = taken_apart(progress);
        owner_of_.assign(bench.faces.cycle_start.size(), nobody);
        const auto decisions = decided(bench.strips, choice);
        for (std::size_t i = 0; i < bench.strips.strips.size(); ++i) {
            progress.check();
            settle(bench, bench.strips.strips[i], bench.strips.faces[i], decisions[i]);
        }
        progress.check();
        write_outlines(bench);
        write_ledger(bench);
        return std::move(result_);
    }

  private:
    Bench taken_apart(Progress& progress) {
        std::vector<const geo::MultiPolygon*> distinct(claimants_.begin(), claimants_.end());
        const detail::RawScan scan = detail::scan(claimants_, progress);
        for (const auto& group : detail::find_duplicates(claimants_, scan))
            for (const Claimant claimant : group) {
                barred_[claimant] = true;
                if (claimant != group.front())
                    distinct[claimant] = &nothing_;
            }
        Bench bench{build_coverage(distinct, progress), detail::Grid(scan.box), {}, {}, {}};
        const detail::Cuts cuts = detail::find_cuts(bench.coverage, bench.grid, progress);
        bench.arrangement = detail::arrange(bench.coverage, bench.grid, cuts.cuts, progress);
        bench.faces = detail::trace_faces(bench.coverage, bench.arrangement, bench.grid, progress);
        bench.strips = detail::find_strips(bench.fabric(), progress);
        for (const InvalidRing& ring :
             detail::find_ring_faults(bench.fabric(), scan, cuts.own_crossings))
            if (ring.fault != RingFault::repeated_vertex)
                barred_[ring.claimant] = true;
        return bench;
    }

    using Decisions = std::vector<std::optional<RepairDecision>>;

    /// Where two lines cross to and fro, the overlaps go with the gaps or none does: half a border
    /// repaired would be many findings where there were two.
    static Decisions decided(const detail::Strips& strips, const RepairChoice& choice) {
        Decisions decisions;
        std::map<std::uint32_t, bool> whole;
        for (std::size_t i = 0; i < strips.strips.size(); ++i) {
            decisions.push_back(choice(strips.strips[i]));
            auto& group = whole.try_emplace(strips.groups[i], true).first->second;
            group = group && decisions.back().has_value();
        }
        for (std::size_t i = 0; i < decisions.size(); ++i)
            if (!whole[strips.groups[i]])
                decisions[i].reset();
        return decisions;
    }

    void settle(const Bench& bench, const Strip& strip, const std::vector<StripFace>& faces,
                const std::optional<RepairDecision>& decision) {
        if (!decision) {
            ++result_.left;
            return;
        }
        const Claimant owner = decision->rule == RepairRule::to_owner
                                   ? decision->owner
                                   : longest_border(bench, strip, faces);
        const auto& claimants = strip.claimants;
        const bool known = std::binary_search(claimants.begin(), claimants.end(), owner);
        const bool barred = std::any_of(claimants.begin(), claimants.end(),
                                        [this](Claimant c) { return barred_[c]; });
        if (!known || barred || !may_give(strip, owner)) {
            ++result_.left;
            ++result_.refused;
            return;
        }
        ++result_.repaired;
        for (const StripFace& face : faces)
            give(strip, face, owner);
    }

    bool may_give(const Strip& strip, Claimant owner) const {
        return strip.kind == StripKind::gap ||
               std::all_of(strip.claimants.begin(), strip.claimants.end(), [&](Claimant c) {
                   return c == owner || -gain_[c] + strip.area < 0.5 * geo::area(*claimants_[c]);
               });
    }

    void give(const Strip& strip, const StripFace& face, Claimant owner) {
        owner_of_[face.cycle] = owner;
        for (const std::uint32_t island : face.islands)
            owner_of_[island] = owner;
        if (strip.kind == StripKind::gap) {
            gain_[owner] += face.area;
            gap_gone_ += face.area;
        }
        for (const Claimant claimant : strip.claimants) {
            touched_[claimant];
            if (strip.kind == StripKind::overlap && claimant != owner) {
                gain_[claimant] -= face.area;
                overlap_gone_ += face.area;
            }
        }
    }

    /// Whose land alone lies beyond the half-edge; nobody's where that is not clear.
    static Claimant beyond(const Bench& bench, std::uint32_t half) {
        const auto cover = detail::covering(bench.faces.cover[bench.faces.cycle[half ^ 1]]);
        return cover.size() == 1 ? cover.front() : nobody;
    }

    static Claimant longest_border(const Bench& bench, const Strip& strip,
                                   const std::vector<StripFace>& faces) {
        std::map<Claimant, double> lengths;
        for (const StripFace& face : faces)
            bench.faces.walk(face.cycle, [&](std::uint32_t half) {
                geo::Line line;
                detail::append_points(bench.fabric(), half, line);
                line.push_back(bench.arrangement.nodes[bench.arrangement.origin(half ^ 1)]);
                lengths[beyond(bench, half)] += geo::length(line);
            });
        Claimant best = strip.claimants.front();
        for (const Claimant claimant : strip.claimants)
            if (lengths[claimant] > lengths[best])
                best = claimant;
        return best;
    }

    bool owns(const Bench& bench, Claimant claimant, std::uint32_t cycle) const {
        if (owner_of_[cycle] != nobody)
            return owner_of_[cycle] == claimant;
        const detail::Cover& cover = bench.faces.cover[cycle];
        return std::any_of(cover.begin(), cover.end(), [claimant](const detail::Winding& w) {
            return w.claimant == claimant && w.times > 0;
        });
    }

    /// Half-edges beside which the touched villages' land may end.
    void collect_halves(const Bench& bench) {
        for (std::uint32_t e = 0; e < bench.arrangement.edge_count(); ++e) {
            for (const detail::Owner& owner : bench.arrangement.owners_of(e))
                add_half(owner.claimant, 2 * e);
            const std::uint32_t left = bench.faces.cycle[2 * e];
            const std::uint32_t right = bench.faces.cycle[2 * e + 1];
            if (owner_of_[left] == nobody && owner_of_[right] == nobody)
                continue;
            for (const std::uint32_t cycle : {left, right}) {
                add_half(owner_of_[cycle], 2 * e);
                for (const Claimant claimant : detail::covering(bench.faces.cover[cycle]))
                    add_half(claimant, 2 * e);
            }
        }
    }

    void add_half(Claimant claimant, std::uint32_t half) {
        const auto touched = touched_.find(claimant);
        if (touched == touched_.end())
            return;
        if (touched->second.empty() || touched->second.back() != half + 1)
            touched->second.insert(touched->second.end(), {half, half + 1});
    }

    void write_outlines(const Bench& bench) {
        collect_halves(bench);
        const detail::Fabric fabric = bench.fabric();
        for (const auto& [claimant, halves] : touched_)
            result_.outlines.emplace_back(
                claimant, detail::assemble(fabric, halves, [&, c = claimant](std::uint32_t cycle) {
                    return owns(bench, c, cycle);
                }));
    }

    /// What the pass found and what it leaves of overlaps and gaps.
    void write_ledger(const Bench& bench) {
        Ledger& ledger = result_.ledger;
        for (std::size_t i = 0; i < bench.strips.strips.size(); ++i) {
            const Strip& strip = bench.strips.strips[i];
            for (const StripFace& face : bench.strips.faces[i])
                if (strip.kind == StripKind::gap)
                    ledger.gap_before += face.area * square_;
                else
                    ledger.overlap_before +=
                        face.area * square_ * static_cast<double>(strip.claimants.size() - 1);
        }
        ledger.gap_after = ledger.gap_before - gap_gone_ * square_;
        ledger.overlap_after = ledger.overlap_before - overlap_gone_ * square_;
    }

    std::span<const geo::MultiPolygon* const> claimants_;
    double square_; ///< square metres of one unit of area
    std::vector<bool> barred_;
    std::vector<double> gain_;       ///< of each claimant, in units of area
    std::vector<Claimant> owner_of_; ///< of each cycle that a repair gave to somebody
    std::map<Claimant, std::vector<std::uint32_t>> touched_; ///< and where its border may run
    double gap_gone_ = 0;
    double overlap_gone_ = 0;
    const geo::MultiPolygon nothing_;
    Repair result_;
};

} // namespace

double Ledger::sum() const {
    double sum = 0;
    for (const LedgerRow& row : villages)
        sum += row.after - row.before;
    return sum - (overlap_after - overlap_before) + (gap_after - gap_before);
}

namespace {

/// One strip's end may make others longer, shorter or another village's: repeated until the choice
/// has nothing more to say. The last pass only measures.
class Passes {
  public:
    Passes(std::span<const geo::MultiPolygon* const> claimants, geo::Point metric)
        : outlines_(claimants.begin(), claimants.end()), metric_(metric) {}

    Repair run(const RepairChoice& choice, Progress& progress) {
        constexpr int most = 20;
        Repair pass;
        for (int number = 0; number < most; ++number) {
            pass = Repairer(outlines_, metric_).run(choice, progress);
            if (number == 0)
                start(pass.ledger);
            if (pass.repaired == 0)
                break;
            total_.repaired += pass.repaired;
            for (auto& [claimant, outline] : pass.outlines)
                replaced_[claimant] = std::move(outline);
            for (const auto& [claimant, outline] : replaced_)
                outlines_[claimant] = &outline;
        }
        return finish(pass);
    }

  private:
    void start(const Ledger& first) {
        original_ = outlines_;
        total_.ledger.overlap_before = first.overlap_before;
        total_.ledger.gap_before = first.gap_before;
    }

    Repair finish(const Repair& last) {
        const double square = metric_.x * metric_.y;
        total_.left = last.left;
        total_.refused = last.refused;
        total_.ledger.overlap_after = last.ledger.overlap_after;
        total_.ledger.gap_after = last.ledger.gap_after;
        for (auto& [claimant, outline] : replaced_) {
            total_.ledger.villages.push_back(
                {claimant, geo::area(*original_[claimant]) * square, geo::area(outline) * square});
            total_.outlines.emplace_back(claimant, std::move(outline));
        }
        return std::move(total_);
    }

    std::vector<const geo::MultiPolygon*> outlines_;
    std::vector<const geo::MultiPolygon*> original_;
    std::map<Claimant, geo::MultiPolygon> replaced_;
    geo::Point metric_;
    Repair total_;
};

} // namespace

Repair repair(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
              geo::Point metric, Progress& progress) {
    return Passes(claimants, metric).run(choice, progress);
}

} // namespace antardesa::topology
