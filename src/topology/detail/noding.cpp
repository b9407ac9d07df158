#include "topology/detail/noding.h"

namespace antardesa::topology::detail {

Noded node(std::vector<const geo::MultiPolygon*>& claimants, RawScan& scan, const Grid& grid,
           const geo::MultiPolygon& nothing, Progress& progress) {
    for (;;) {
        Noded noded{build_coverage(claimants, progress), {}};
        noded.cuts = find_cuts(noded.coverage, grid, progress);
        const Claimant tangled = noded.cuts.tangled;
        if (tangled == nobody)
            return noded;
        scan.invalid.push_back({tangled, RingFault::self_crossing,
                                grid.centre(noded.cuts.own_crossings.back().at),
                                most_own_crossings});
        claimants[tangled] = &nothing;
    }
}

} // namespace antardesa::topology::detail
