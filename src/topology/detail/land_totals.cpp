#include "topology/detail/land_totals.h"

#include "geo/measure.h"

#include <optional>

namespace antardesa::topology::detail {

std::vector<double> noded_areas(const RepairBench& bench, std::size_t claimants) {
    std::vector<double> doubled(claimants, 0);
    std::vector<std::optional<geo::Point>> origins(claimants);
    for (std::uint32_t e = 0; e < bench.arrangement.edge_count(); ++e) {
        const geo::Line line = bench.points_of(2 * e);
        for (const Owner& owner : bench.arrangement.owners_of(e)) {
            if (owner.claimant >= claimants)
                continue;
            if (!origins[owner.claimant])
                origins[owner.claimant] = line.front();
            const geo::Point origin = *origins[owner.claimant];
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

LandTotals land_totals(const RepairBench& bench) {
    LandTotals totals;
    totals.overlap = bench.strips.rounding_overlap;
    totals.gap = bench.strips.rounding_gap;
    for (std::size_t i = 0; i < bench.strips.strips.size(); ++i) {
        const Strip& strip = bench.strips.strips[i];
        for (const StripFace& face : bench.strips.faces[i])
            if (strip.kind == StripKind::gap)
                totals.gap += face.area;
            else
                totals.overlap += face.area * static_cast<double>(strip.claimants.size() - 1);
    }
    for (std::uint32_t cycle = 0; cycle < bench.faces.cycle_start.size(); ++cycle)
        if (!covering(bench.faces.cover[cycle]).empty()) {
            const double area = std::abs(geo::signed_area(ring_of(bench.fabric(), cycle)));
            totals.covered += bench.faces.is_outer[cycle] ? -area : area;
        }
    return totals;
}

} // namespace antardesa::topology::detail
