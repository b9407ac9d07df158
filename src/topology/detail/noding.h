#pragma once

#include "topology/detail/cuts.h"
#include "topology/detail/duplicates.h"

namespace antardesa::topology::detail {

struct Noded {
    Coverage coverage;
    Cuts cuts;
};
/// Arcs and cuts of the claimants. A tangle (see `most_own_crossings`) is replaced by nothing in
/// `claimants` and added to the scan's faults as a self-crossing: which land it means cannot be
/// said, and noding it would cost more than all the others.
Noded node(std::vector<const geo::MultiPolygon*>& claimants, RawScan& scan, const Grid& grid,
           const geo::MultiPolygon& nothing, Progress& progress);

} // namespace antardesa::topology::detail
