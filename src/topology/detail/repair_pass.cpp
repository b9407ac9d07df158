#include "topology/detail/repair_pass.h"

#include "geo/measure.h"
#include "topology/detail/assembly.h"
#include "topology/detail/duplicates.h"
#include "topology/detail/midline.h"
#include "topology/detail/noding.h"
#include "topology/detail/ring_faults.h"
#include "topology/detail/split.h"
#include "topology/detail/strips.h"

#include <algorithm>
#include <map>

namespace antardesa::topology::detail {

namespace {

/// How far a midline may be from the middle.
constexpr double equally_far_m = 0.1;

/// The coverage taken apart, with what a repair changes in it.
struct Bench {
    Coverage coverage;
    Grid grid;
    Arrangement arrangement;
    Faces faces;
    Strips strips;

    Fabric fabric() const { return {coverage, grid, arrangement, faces}; }
};

class Repairer {
  public:
    Repairer(std::span<const geo::MultiPolygon* const> claimants, geo::Point metric)
        : claimants_(claimants), metric_(metric), square_(metric.x * metric.y),
          barred_(claimants.size(), false), gain_(claimants.size(), 0) {}

    Repair run(const RepairChoice& choice, Progress& progress) {
        Bench bench = taken_apart(progress);
        noded_areas_ = noded_areas(bench);
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
        RawScan raw = scan(claimants_, progress);
        for (const auto& group : find_duplicates(claimants_, raw))
            for (const Claimant claimant : group) {
                barred_[claimant] = true;
                if (claimant != group.front())
                    distinct[claimant] = &nothing_;
            }
        Bench bench{{}, Grid(raw.box), {}, {}, {}};
        Noded noded = node(distinct, raw, bench.grid, nothing_, progress);
        bench.coverage = std::move(noded.coverage);
        const Cuts& cuts = noded.cuts;
        bench.arrangement = arrange(bench.coverage, bench.grid, cuts.cuts, progress);
        bench.faces = trace_faces(bench.coverage, bench.arrangement, bench.grid, progress);
        bench.strips = find_strips(bench.fabric(), progress);
        for (const InvalidRing& ring : find_ring_faults(bench.fabric(), raw, cuts.own_crossings))
            if (ring.fault != RingFault::repeated_vertex)
                barred_[ring.claimant] = true;
        return bench;
    }

    using Decisions = std::vector<std::optional<RepairDecision>>;

    /// Where two lines cross to and fro, the overlaps go with the gaps or none does: half a border
    /// repaired would be many findings where there were two.
    static Decisions decided(const Strips& strips, const RepairChoice& choice) {
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

    void settle(Bench& bench, const Strip& strip, const std::vector<StripFace>& faces,
                const std::optional<RepairDecision>& decision) {
        if (!decision) {
            ++result_.left;
            return;
        }
        const bool divide = decision->rule == RepairRule::midline && strip.claimants.size() == 2;
        const Claimant owner = decision->rule == RepairRule::to_owner
                                   ? decision->owner
                                   : longest_border(bench, strip, faces);
        const auto& claimants = strip.claimants;
        const bool known = std::binary_search(claimants.begin(), claimants.end(), owner);
        const bool barred = std::any_of(claimants.begin(), claimants.end(),
                                        [this](Claimant c) { return barred_[c]; });
        if (!known || barred || !may_give(strip, divide ? nobody : owner)) {
            ++result_.left;
            ++result_.refused;
            return;
        }
        ++result_.repaired;
        for (const StripFace& face : faces)
            if (!divide || !divided(bench, strip, face))
                give(strip, face, owner);
    }

    /// Whose land lies beyond each half-edge. Where that is nobody's (a coast at the end of the
    /// strip) the stretch is shared between those before and after it.
    static std::vector<Claimant> beyond_each(const Bench& bench, const Strip& strip,
                                             const std::vector<std::uint32_t>& halves) {
        const std::size_t size = halves.size();
        std::vector<Claimant> sides;
        for (const std::uint32_t half : halves) {
            const Claimant side = beyond(bench, half);
            const bool known =
                std::binary_search(strip.claimants.begin(), strip.claimants.end(), side);
            sides.push_back(known ? side : nobody);
        }
        const auto first = static_cast<std::size_t>(
            std::find_if(sides.begin(), sides.end(), [](Claimant c) { return c != nobody; }) -
            sides.begin());
        for (std::size_t i = 0; first < size && i < size; ++i) {
            const std::size_t at = (first + i) % size;
            std::size_t run = 0;
            while (sides[(at + run) % size] == nobody)
                ++run;
            const Claimant before = sides[(at + size - 1) % size];
            for (std::size_t k = 0; k < run; ++k)
                sides[(at + k) % size] = k < run / 2 ? before : sides[(at + run) % size];
        }
        return sides;
    }

    /// Half-edges at which the land beyond the face changes hands: both tips of its midline.
    struct Tips {
        std::uint32_t from; ///< half-edge at the first
        std::uint32_t to;
        Claimant first; ///< whose land lies beyond the border that begins at `from`
        Claimant second;
    };
    static std::optional<Tips> tips(const Bench& bench, const Strip& strip, std::uint32_t cycle) {
        std::vector<std::uint32_t> halves;
        bench.faces.walk(cycle, [&](std::uint32_t half) { halves.push_back(half); });
        const std::vector<Claimant> sides = beyond_each(bench, strip, halves);
        std::vector<std::size_t> changes;
        for (std::size_t i = 0; i < halves.size(); ++i)
            if (sides[i] != sides[i == 0 ? halves.size() - 1 : i - 1])
                changes.push_back(i);
        if (changes.size() != 2)
            return std::nullopt;
        return Tips{halves[changes[0]], halves[changes[1]], sides[changes[0]], sides[changes[1]]};
    }

    static geo::Line side_of(const Bench& bench, std::uint32_t from, std::uint32_t to) {
        geo::Line line;
        for (std::uint32_t half = from; half != to; half = bench.faces.next[half])
            append_points(bench.fabric(), half, line);
        line.push_back(bench.arrangement.nodes[bench.arrangement.origin(to)]);
        return line;
    }

    /// Gives each side the half of the face that lies along its land.
    bool divided(Bench& bench, const Strip& strip, const StripFace& face) {
        const auto ends = tips(bench, strip, face.cycle);
        if (!ends || !face.islands.empty())
            return false;
        const auto [from, to, first, second] = *ends;
        const geo::Line one = side_of(bench, from, to);
        geo::Line other = side_of(bench, to, from);
        if (is_rounding(bench.fabric(), face.area, geo::length(one) + geo::length(other)))
            return false;
        std::reverse(other.begin(), other.end());
        const geo::Line line = midline(one, other, metric_, equally_far_m);
        if (line.size() < 2)
            return false;
        const std::uint32_t rest =
            split_face(bench.coverage, bench.arrangement, bench.faces, from, to, line);
        owner_of_.resize(bench.faces.cycle_start.size(), nobody);
        const double area = std::abs(geo::signed_area(ring_of(bench.fabric(), face.cycle)));
        give(strip, {face.cycle, {}, area}, first);
        give(strip, {rest, {}, face.area - area}, second);
        return true;
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
        const auto cover = covering(bench.faces.cover[bench.faces.cycle[half ^ 1]]);
        return cover.size() == 1 ? cover.front() : nobody;
    }

    static Claimant longest_border(const Bench& bench, const Strip& strip,
                                   const std::vector<StripFace>& faces) {
        std::map<Claimant, double> lengths;
        for (const StripFace& face : faces)
            bench.faces.walk(face.cycle, [&](std::uint32_t half) {
                geo::Line line;
                append_points(bench.fabric(), half, line);
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
        const Cover& cover = bench.faces.cover[cycle];
        return std::any_of(cover.begin(), cover.end(), [claimant](const Winding& w) {
            return w.claimant == claimant && w.times > 0;
        });
    }

    /// Half-edges beside which the touched villages' land may end.
    void collect_halves(const Bench& bench) {
        for (std::uint32_t e = 0; e < bench.arrangement.edge_count(); ++e) {
            for (const Owner& owner : bench.arrangement.owners_of(e))
                add_half(owner.claimant, 2 * e);
            const std::uint32_t left = bench.faces.cycle[2 * e];
            const std::uint32_t right = bench.faces.cycle[2 * e + 1];
            if (owner_of_[left] == nobody && owner_of_[right] == nobody)
                continue;
            for (const std::uint32_t cycle : {left, right}) {
                add_half(owner_of_[cycle], 2 * e);
                for (const Claimant claimant : covering(bench.faces.cover[cycle]))
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
        const Fabric fabric = bench.fabric();
        for (const auto& [claimant, halves] : touched_)
            result_.outlines.emplace_back(
                claimant, assemble(fabric, halves, [&, c = claimant](std::uint32_t cycle) {
                    return owns(bench, c, cycle);
                }));
    }

    /// Areas along the noded lines: a crossing lies some nanometres beside the edge that it cuts,
    /// and only with it on both sides do villages, overlaps and gaps add up to the square
    /// millimetre.
    std::vector<double> noded_areas(const Bench& bench) const {
        std::vector<double> doubled(claimants_.size(), 0);
        geo::Line line;
        for (std::uint32_t e = 0; e < bench.arrangement.edge_count(); ++e) {
            line.clear();
            append_points(bench.fabric(), 2 * e, line);
            line.push_back(bench.arrangement.nodes[bench.arrangement.edges[e].end]);
            for (const Owner& owner : bench.arrangement.owners_of(e)) {
                const geo::Point origin = claimants_[owner.claimant]->front().outer.front();
                double sum = 0;
                for (std::size_t i = 1; i < line.size(); ++i)
                    sum += geo::cross(line[i - 1] - origin, line[i] - origin);
                doubled[owner.claimant] += owner.left ? sum : -sum;
            }
        }
        for (double& area : doubled)
            area /= 2;
        return doubled;
    }

    /// What the pass found, and what it leaves of overlaps and gaps.
    void write_ledger(const Bench& bench) {
        Ledger& ledger = result_.ledger;
        for (Claimant claimant = 0; claimant < claimants_.size(); ++claimant) {
            const double area = noded_areas_[claimant] * square_;
            ledger.villages.push_back({claimant, area, area});
        }
        ledger.overlap_before = bench.strips.rounding_overlap * square_;
        ledger.gap_before = bench.strips.rounding_gap * square_;
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
    geo::Point metric_;
    double square_; ///< square metres of one unit of area
    std::vector<bool> barred_;
    std::vector<double> gain_;       ///< of each claimant, in units of area
    std::vector<Claimant> owner_of_; ///< of each cycle that a repair gave to somebody
    std::map<Claimant, std::vector<std::uint32_t>> touched_; ///< and where its border may run
    std::vector<double> noded_areas_;
    double gap_gone_ = 0;
    double overlap_gone_ = 0;
    const geo::MultiPolygon nothing_;
    Repair result_;
};

} // namespace

Repair repair_once(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
                   geo::Point metric, Progress& progress) {
    return Repairer(claimants, metric).run(choice, progress);
}

} // namespace antardesa::topology::detail
