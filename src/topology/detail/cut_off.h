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
/// It is told where it lies among others' land: wholly; or at the coast, where that land leads to
/// the main land, or is more than the group has anywhere. Islands are not: what the sea parts, and
/// what only touches others. Nor is the edge of a file that was clipped: slivers, and pieces of
/// villages in a group with no more villages in its main land than it has pieces there; whole
/// villages with half of their border or more on others' land are even so. Nor is land that is only
/// behind another such piece (`behind_another`). O(edges of the arrangement), and the vertices
/// between groups.
std::vector<CutOff> find_cut_off(const CutOffSearch& search, std::span<const NearMiss> near_misses,
                                 Progress& progress);

} // namespace antardesa::topology::detail
