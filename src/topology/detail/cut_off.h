#pragma once

#include "topology/detail/strips.h"

namespace antardesa::topology::detail {

struct CutOffSearch {
    const Fabric& fabric;
    const Strips& strips;
    std::span<const geo::MultiPolygon* const> claimants; ///< as they were taken apart
    std::span<const std::uint32_t> groups;               ///< as in FlawOptions
};

/// Land of a group apart from its main land, the largest that hangs together. Lines and land that
/// both claim hold together, gaps do, and lines that almost meet (`near_misses`); corners do not.
/// It is told where it lies among others' land: wholly; at the coast as a small part of a village
/// whose rest lies elsewhere, or as whole villages with half of their border or more on theirs.
/// Islands are not, nor what only touches others. Nor is the edge of files that were clipped:
/// slivers, and groups with more than two pieces there. O(edges of the arrangement), and the
/// vertices between groups.
std::vector<CutOff> find_cut_off(const CutOffSearch& search, std::span<const NearMiss> near_misses,
                                 Progress& progress);

} // namespace antardesa::topology::detail
