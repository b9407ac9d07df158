#pragma once

#include "topology/detail/arrangement.h"
#include "topology/detail/duplicates.h"
#include "topology/detail/faces.h"

namespace antardesa::topology::detail {

struct Noded {
    Coverage coverage;
    Cuts cuts;
    Arrangement arrangement;
    Faces faces;
};
/// The claimants taken apart. One that crosses itself too often (see `most_own_crossings`) is
/// replaced by nothing in `claimants` and added to the scan's faults: which land it means cannot be
/// said, and noding it would cost more than all the others. Throws `TooTangled` with all that cross
/// others too often, or lie where thousands lie on each other.
Noded node(std::vector<const geo::MultiPolygon*>& claimants, RawScan& scan, const Grid& grid,
           const geo::MultiPolygon& nothing, Progress& progress);

} // namespace antardesa::topology::detail
