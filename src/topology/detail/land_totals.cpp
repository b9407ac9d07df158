#include "topology/detail/land_totals.h"

#include "geo/measure.h"

namespace antardesa::topology::detail {

namespace {

/// Signed areas of all cycles.
class CycleAreas {
  public:
    CycleAreas(const RepairBench& bench, const LandMeasure& land)
        : areas_(bench.faces.cycle_start.size(), 0) {
        for (std::uint32_t e = 0; e < bench.arrangement.edge_count(); ++e) {
            const double beside = land.beside(bench.points_of(2 * e));
            areas_[bench.faces.cycle[2 * e]] += beside;
            areas_[bench.faces.cycle[2 * e + 1]] -= beside;
        }
    }
    long double operator[](std::uint32_t cycle) const { return areas_[cycle]; }

  private:
    std::vector<long double> areas_;
};

} // namespace

LandMeasure measure_of(const LandMeasure& land, geo::Point metric) {
    if (land.area && land.beside)
        return land;
    const double square = metric.x * metric.y;
    return {[square](const geo::MultiPolygon& outline) { return geo::area(outline) * square; },
            [square](std::span<const geo::Point> line) {
                double doubled = 0;
                for (std::size_t i = 1; i < line.size(); ++i)
                    doubled += geo::cross(line[i - 1], line[i]);
                return doubled / 2 * square;
            }};
}

LandTotals land_totals(const RepairBench& bench, const LandMeasure& land, geo::Point metric) {
    const CycleAreas areas(bench, land);
    LandTotals totals;
    // Some slits are the rounding of a file and in no strip; in the plane is near enough for them.
    totals.gap = bench.strips.rounding_gap * metric.x * metric.y;
    for (std::size_t i = 0; i < bench.strips.strips.size(); ++i) {
        if (bench.strips.strips[i].kind != StripKind::gap)
            continue;
        for (const StripFace& face : bench.strips.faces[i]) {
            totals.gap += areas[face.cycle];
            for (const std::uint32_t island : face.islands)
                totals.gap += areas[island];
        }
    }
    // The walk around an island is negative: it takes the island out of the face it lies in.
    for (std::uint32_t cycle = 0; cycle < bench.faces.cycle_start.size(); ++cycle) {
        const std::size_t claimants = covering(bench.faces.cover[cycle]).size();
        if (claimants == 0)
            continue;
        totals.covered += areas[cycle];
        totals.overlap += areas[cycle] * static_cast<long double>(claimants - 1);
    }
    return totals;
}

std::vector<long double> land_of_each(const RepairBench& bench, const LandMeasure& land) {
    const CycleAreas areas(bench, land);
    std::vector<long double> each(bench.coverage.claimant_count(), 0);
    for (std::uint32_t cycle = 0; cycle < bench.faces.cycle_start.size(); ++cycle)
        for (const Claimant claimant : covering(bench.faces.cover[cycle]))
            each[claimant] += areas[cycle];
    return each;
}

Ledger ledger_of(std::vector<LedgerRow> villages, const LandTotals& before,
                 const LandTotals& after) {
    Ledger ledger;
    ledger.villages = std::move(villages);
    ledger.overlap_before = static_cast<double>(before.overlap);
    ledger.overlap_after = static_cast<double>(after.overlap);
    ledger.gap_before = static_cast<double>(before.gap);
    ledger.gap_after = static_cast<double>(after.gap);
    ledger.opened =
        static_cast<double>((before.covered + before.gap) - (after.covered + after.gap));
    long double gains = 0;
    for (const LedgerRow& row : ledger.villages)
        gains += static_cast<long double>(row.after) - row.before;
    const auto redrawn = static_cast<double>(
        gains - ((after.covered + after.overlap) - (before.covered + before.overlap)));
    // More is no rounding: it stays in the sum, where somebody sees it.
    constexpr double most = 0.001;
    ledger.redrawn = std::abs(redrawn) < most ? redrawn : 0;
    return ledger;
}

} // namespace antardesa::topology::detail
