#pragma once

#include "topology/detail/duplicates.h"
#include "topology/detail/faces.h"

namespace antardesa::topology::detail {

/// Rings that are wrong by themselves or beside the other rings of their claimant: what the
/// scan saw and what crossings, nodes, edges and faces show. One entry for each claimant and fault.
std::vector<InvalidRing> find_ring_faults(const Fabric& fabric, const RawScan& scan,
                                          std::span<const OwnCrossing> crossings);

} // namespace antardesa::topology::detail
