#include "topology/flaws.h"

#include "topology/detail/cut_off.h"
#include "topology/detail/duplicates.h"
#include "topology/detail/near_misses.h"
#include "topology/detail/noding.h"
#include "topology/detail/ring_faults.h"
#include "topology/detail/strips.h"
#include "topology/detail/unshared.h"

namespace antardesa::topology {

const char* ring_fault_name(RingFault fault) {
    switch (fault) {
    case RingFault::too_few_points:
        return "too_few_points";
    case RingFault::unclosed:
        return "unclosed";
    case RingFault::repeated_vertex:
        return "repeated_vertex";
    case RingFault::self_crossing:
        return "self_crossing";
    case RingFault::spike:
        return "spike";
    case RingFault::self_touch:
        return "self_touch";
    case RingFault::shared_line:
        return "shared_line";
    case RingFault::hole_outside:
        return "hole_outside";
    case RingFault::nested:
        return "nested";
    case RingFault::interior_in_pieces:
        break;
    }
    return "interior_in_pieces";
}

Flaws find_flaws(std::span<const geo::MultiPolygon* const> claimants, const FlawOptions& options,
                 Progress& progress) {
    Flaws flaws;
    std::vector<const geo::MultiPolygon*> distinct(claimants.begin(), claimants.end());
    detail::RawScan scan = detail::scan(claimants, progress);
    flaws.duplicates = detail::find_duplicates(claimants, scan);
    const geo::MultiPolygon nothing;
    for (const std::vector<Claimant>& group : flaws.duplicates)
        for (std::size_t i = 1; i < group.size(); ++i)
            distinct[group[i]] = &nothing;
    const detail::Grid grid(scan.box, options.degrees);
    detail::Noded noded = detail::node(distinct, scan, grid, nothing, progress);
    flaws.coverage = std::move(noded.coverage);
    const Coverage& coverage = flaws.coverage;
    const detail::Cuts& cuts = noded.cuts;
    const detail::Fabric fabric{coverage, grid, noded.arrangement, noded.faces};
    detail::Strips strips = detail::find_strips(fabric, progress);
    flaws.holes = strips.holes;
    flaws.near_misses =
        detail::find_near_misses(fabric, strips.is_strip, options.near_miss, progress);
    if (options.near_miss > 0)
        detail::add_unshared(flaws.near_misses, strips.strips, coverage, grid, progress);
    if (!options.groups.empty())
        flaws.cut_off = detail::find_cut_off({fabric, strips, distinct, options.groups},
                                             flaws.near_misses, progress);
    flaws.strips = std::move(strips.strips);
    flaws.invalid = detail::find_ring_faults(fabric, scan, cuts.own_crossings);
    return flaws;
}

} // namespace antardesa::topology
