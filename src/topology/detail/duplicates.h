#pragma once

#include "topology/flaws.h"

namespace antardesa::topology::detail {

/// What one look at the polygons as they came tells.
struct RawScan {
    geo::Box box;                      ///< of everything
    std::vector<geo::Box> boxes;       ///< of each claimant
    std::vector<std::size_t> vertices; ///< of each claimant
    std::vector<InvalidRing> invalid;  ///< faults that show in a ring's list of vertices
};
RawScan scan(std::span<const geo::MultiPolygon* const> claimants, Progress& progress);

/// Groups of claimants with the same rings, wherever these start and whichever way they run.
std::vector<std::vector<Claimant>>
find_duplicates(std::span<const geo::MultiPolygon* const> claimants, const RawScan& scan);

} // namespace antardesa::topology::detail
