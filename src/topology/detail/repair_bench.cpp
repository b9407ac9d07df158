#include "topology/detail/repair_bench.h"

#include "geo/measure.h"
#include "topology/detail/duplicates.h"
#include "topology/detail/noding.h"
#include "topology/detail/ring_faults.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

/// There and back: a ring without land, so that a line is cut where borders are.
geo::MultiPolygon as_rings(const geo::MultiLine& lines) {
    geo::MultiPolygon rings;
    for (const geo::Line& line : lines) {
        geo::Ring ring(line.begin(), line.end());
        ring.insert(ring.end(), line.rbegin() + 1, line.rend());
        rings.push_back({std::move(ring), {}});
    }
    return rings;
}

} // namespace

Claimant RepairBench::beyond(std::uint32_t half) const {
    const auto cover = covering(faces.cover[faces.cycle[half ^ 1]]);
    return cover.size() == 1 ? cover.front() : nobody;
}

geo::Line RepairBench::points_of(std::uint32_t half) const {
    geo::Line line;
    append_points(fabric(), half, line);
    line.push_back(arrangement.nodes[arrangement.origin(half ^ 1)]);
    return line;
}

std::vector<double> RepairBench::border_lengths(std::uint32_t cycle,
                                                std::span<const Claimant> among) const {
    std::vector<double> lengths(among.size(), 0);
    faces.walk(cycle, [&](std::uint32_t half) {
        const auto at = std::find(among.begin(), among.end(), beyond(half));
        if (at != among.end())
            lengths[static_cast<std::size_t>(at - among.begin())] += geo::length(points_of(half));
    });
    return lengths;
}

RepairBench taken_apart(std::span<const geo::MultiPolygon* const> claimants,
                        const geo::MultiLine& lines, bool degrees, Progress& progress) {
    const geo::MultiPolygon nothing;
    const geo::MultiPolygon line_rings = as_rings(lines);
    std::vector<const geo::MultiPolygon*> distinct(claimants.begin(), claimants.end());
    std::vector<bool> barred(claimants.size(), false);
    RawScan raw = scan(claimants, progress);
    for (const auto& group : find_duplicates(claimants, raw))
        for (const Claimant claimant : group) {
            barred[claimant] = true;
            if (claimant != group.front())
                distinct[claimant] = &nothing;
        }
    if (!lines.empty())
        distinct.push_back(&line_rings);
    RepairBench bench{{}, Grid(raw.box, degrees), {}, {}, {}, {}};
    Noded noded = node(distinct, raw, bench.grid, nothing, progress);
    bench.coverage = std::move(noded.coverage);
    const Cuts& cuts = noded.cuts;
    bench.arrangement = std::move(noded.arrangement);
    bench.faces = std::move(noded.faces);
    bench.strips = find_strips(bench.fabric(), progress,
                               lines.empty() ? nobody : static_cast<Claimant>(claimants.size()));
    for (const InvalidRing& ring : find_ring_faults(bench.fabric(), raw, cuts.own_crossings))
        if (ring.fault != RingFault::repeated_vertex && ring.claimant < barred.size())
            barred[ring.claimant] = true;
    bench.barred = std::move(barred);
    return bench;
}

} // namespace antardesa::topology::detail
