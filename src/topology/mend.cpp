#include "topology/mend.h"

#include "geo/measure.h"
#include "topology/detail/edge_sag.h"
#include "topology/detail/edge_set.h"
#include "topology/detail/land_totals.h"
#include "topology/detail/mended_rings.h"

#include <algorithm>
#include <tuple>

namespace antardesa::topology {

namespace {

using Shapes = std::vector<const geo::MultiPolygon*>;

bool is_in_list(RingFault fault) {
    return fault == RingFault::repeated_vertex || fault == RingFault::unclosed ||
           fault == RingFault::too_few_points;
}

/// Stretches of a ring that the claimant did not have.
void append_new(geo::MultiLine& lines, const geo::Ring& ring, const detail::EdgeSet& known) {
    detail::append_stretches(lines, ring,
                             [&](geo::Point a, geo::Point b) { return !known.contains(a, b); });
}

class Mend {
  public:
    Mend(std::span<const geo::MultiPolygon* const> claimants, const MendOptions& options,
         geo::Point metric, const LandMeasure& land)
        : claimants_(claimants), options_(options), metric_(metric),
          land_(detail::measure_of(land, metric)) {}

    Repair run(Progress& progress) {
        const Flaws found = find_flaws(claimants_, {0, detail::are_degrees(metric_)}, progress);
        choose(found);
        std::set<Claimant> broken = chosen_;
        std::vector<InvalidRing> left = found.invalid;
        constexpr int most = 4;
        for (int pass = 0; pass < most && !broken.empty(); ++pass) {
            tidy(broken, left, pass == 0);
            rebuild(broken, progress);
            left = find_flaws(laid_over(), {0, detail::are_degrees(metric_)}, progress).invalid;
            broken = still_broken(left);
        }
        for (const Claimant claimant : broken)
            refuse(claimant, RepairRefusal::new_flaw);
        report(found);
        if (!outlines_.empty())
            write_ledger(progress);
        for (auto& [claimant, outline] : outlines_)
            result_.outlines.emplace_back(claimant, std::move(outline));
        result_.moved_lines.assign(moved_.begin(), moved_.end());
        return std::move(result_);
    }

  private:
    void choose(const Flaws& found) {
        std::set<Claimant> copied;
        for (const auto& group : found.duplicates)
            copied.insert(group.begin(), group.end());
        for (const InvalidRing& ring : found.invalid) {
            if (chosen_.count(ring.claimant) || reasons_.count(ring.claimant))
                continue;
            const auto reason = options_.why_not ? options_.why_not(ring.claimant) : std::nullopt;
            if (reason)
                reasons_[ring.claimant] = *reason;
            else if (copied.count(ring.claimant))
                reasons_[ring.claimant] = RepairRefusal::has_copy;
            else
                chosen_.insert(ring.claimant);
        }
    }

    /// What shows in the lists of vertices needs no new outline.
    void tidy(std::set<Claimant>& broken, const std::vector<InvalidRing>& faults, bool is_first) {
        std::set<Claimant> others;
        for (const InvalidRing& ring : faults)
            if (!is_first || !is_in_list(ring.fault))
                others.insert(ring.claimant);
        std::erase_if(broken, [&](Claimant claimant) {
            if (others.count(claimant))
                return false;
            geo::MultiPolygon outline = detail::tidied(*claimants_[claimant]);
            if (outline.empty())
                refuse(claimant, RepairRefusal::unclear_land);
            else
                outlines_[claimant] = std::move(outline);
            return true;
        });
    }

    void rebuild(const std::set<Claimant>& broken, Progress& progress) {
        if (broken.empty())
            return;
        const Shapes shapes = laid_over();
        const detail::RepairBench bench =
            detail::taken_apart(shapes, {}, detail::are_degrees(metric_), progress);
        std::set<Claimant> free = broken;
        const detail::MendedLand wanted(bench, broken);
        for (const auto& [one, other] : wanted.moved())
            if (const auto reason =
                    options_.why_fixed ? options_.why_fixed(one, other) : std::nullopt)
                for (const Claimant claimant : {one, other})
                    if (free.erase(claimant))
                        refuse(claimant, *reason);
        const detail::MendedLand land(bench, free);
        moved_.insert(land.moved().begin(), land.moved().end());
        for (auto& [claimant, loops] : land.given())
            result_.settled.push_back({StripKind::gap, {claimant}, claimant, std::move(loops)});
        std::vector<geo::Point> corners;
        for (const Claimant claimant : free)
            write(claimant, *shapes[claimant], land, corners);
        if (!corners.empty())
            share(corners, free, shapes, bench);
    }

    void write(Claimant claimant, const geo::MultiPolygon& before, const detail::MendedLand& land,
               std::vector<geo::Point>& corners) {
        geo::MultiPolygon outline = land.outline(claimant);
        if (outline.empty())
            return refuse(claimant, RepairRefusal::unclear_land);
        detail::EdgeSet known;
        known.add(before);
        geo::MultiLine fresh;
        for (const geo::Polygon& polygon : outline) {
            append_new(fresh, polygon.outer, known);
            for (const geo::Ring& hole : polygon.holes)
                append_new(fresh, hole, known);
        }
        for (const geo::Line& line : fresh)
            corners.insert(corners.end(), line.begin(), line.end());
        outlines_[claimant] = std::move(outline);
    }

    /// The corners become the neighbours' too, so that lines stay common to both.
    void share(const std::vector<geo::Point>& corners, const std::set<Claimant>& mended,
               const Shapes& shapes, const detail::RepairBench& bench) {
        geo::Box box;
        for (const geo::Point corner : corners)
            box.extend(corner);
        const double reach = 4 * bench.grid.unit();
        for (Claimant claimant = 0; claimant < claimants_.size(); ++claimant) {
            if (mended.count(claimant) || !geo::bounds(*shapes[claimant]).intersects(box))
                continue;
            geo::MultiPolygon outline = detail::with_corners(*shapes[claimant], corners, reach);
            if (geo::vertex_count(outline) != geo::vertex_count(*shapes[claimant]))
                outlines_[claimant] = std::move(outline);
        }
    }

    std::set<Claimant> still_broken(const std::vector<InvalidRing>& faults) const {
        std::set<Claimant> broken;
        for (const InvalidRing& ring : faults)
            if (chosen_.count(ring.claimant))
                broken.insert(ring.claimant);
        return broken;
    }

    /// It stays as it was.
    void refuse(Claimant claimant, RepairRefusal reason) {
        reasons_[claimant] = reason;
        chosen_.erase(claimant);
        outlines_.erase(claimant);
    }

    void report(const Flaws& found) {
        for (const InvalidRing& ring : found.invalid) {
            const auto reason = reasons_.find(ring.claimant);
            if (reason == reasons_.end()) {
                result_.mended.push_back(
                    {{ring.claimant}, ring.place, std::nullopt, 0, false, ring.fault});
                continue;
            }
            const bool asked = reason->second == RepairRefusal::has_copy ||
                               reason->second == RepairRefusal::unclear_land ||
                               reason->second == RepairRefusal::new_flaw;
            (asked ? result_.refusals : result_.kept)
                .push_back(
                    {{ring.claimant}, ring.place, reason->second, std::nullopt, 0, ring.fault});
        }
        result_.repaired = static_cast<int>(result_.mended.size());
        result_.refused = static_cast<int>(result_.refusals.size());
        result_.left = result_.refused + static_cast<int>(result_.kept.size());
    }

    void write_ledger(Progress& progress) {
        const auto before =
            detail::taken_apart(claimants_, {}, detail::are_degrees(metric_), progress);
        const auto after =
            detail::taken_apart(laid_over(), {}, detail::are_degrees(metric_), progress);
        const auto bound = detail::land_of_each(before, land_);
        std::vector<LedgerRow> rows;
        for (const auto& [claimant, outline] : outlines_)
            rows.push_back({claimant, bound_by(claimant, bound), land_.area(outline)});
        result_.ledger =
            detail::ledger_of(std::move(rows), detail::land_totals(before, land_, metric_),
                              detail::land_totals(after, land_, metric_));
        for (LedgerRow& row : result_.ledger.villages) {
            const double listed = land_.area(*claimants_[row.claimant]);
            result_.ledger.miscounted += listed - row.before;
            row.before = listed;
        }
        note_borders();
    }

    /// Of neighbours what they are measured at: they bind no more and no less.
    double bound_by(Claimant claimant, const std::vector<long double>& bound) const {
        return chosen_.count(claimant) ? static_cast<double>(bound[claimant])
                                       : land_.area(*claimants_[claimant]);
    }

    void note_borders() {
        for (const Claimant claimant : chosen_) {
            detail::EdgeSet old;
            old.add(*claimants_[claimant]);
            for (const geo::Polygon& polygon : outlines_.at(claimant))
                append_new(result_.new_borders, polygon.outer, old);
        }
    }

    Shapes laid_over() const {
        Shapes shapes(claimants_.begin(), claimants_.end());
        for (const auto& [claimant, outline] : outlines_)
            shapes[claimant] = &outline;
        return shapes;
    }

    std::span<const geo::MultiPolygon* const> claimants_;
    const MendOptions& options_;
    geo::Point metric_;
    LandMeasure land_;
    std::set<Claimant> chosen_;
    std::map<Claimant, RepairRefusal> reasons_; ///< why broken rings stay
    std::map<Claimant, geo::MultiPolygon> outlines_;
    std::set<std::pair<Claimant, Claimant>> moved_;
    Repair result_;
};

} // namespace

Repair mend_rings(std::span<const geo::MultiPolygon* const> claimants, const MendOptions& options,
                  geo::Point metric, Progress& progress, const LandMeasure& land) {
    return Mend(claimants, options, metric, land).run(progress);
}

} // namespace antardesa::topology
