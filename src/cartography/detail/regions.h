#pragma once

#include "cartography/mark.h"
#include "topology/coverage.h"

#include <functional>

namespace antardesa::cartography {

/// The outlines of groups of claimants, put together from arcs: lines inside a group vanish, so
/// that a filled kecamatan has no seams. Claimants of class -1 are left out.
struct RegionRequest {
    const topology::Coverage& coverage;
    std::span<const std::uint32_t> claimants; ///< usually those in view, each once
    std::function<int(topology::Claimant)> class_of;
    int classes = 1;
    geo::Box clip;       ///< rings that reach outside are cut to it
    double smallest = 0; ///< rings with a box below this size are left out
};
/// Rings by class, which has its land on the left: for either rule. Where outlines overlap, as
/// those of a village and its copy do, only the non-zero rule fills what both cover.
std::vector<Path> region_rings(const RegionRequest& request);

} // namespace antardesa::cartography
