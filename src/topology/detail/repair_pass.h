#pragma once

#include "topology/repair.h"

namespace antardesa::topology::detail {

/// One round of `repair`: every strip is decided once, on the faces as they are. The ledger holds
/// what was found and what is left of overlaps and gaps, and all villages' areas before the round.
Repair repair_once(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
                   geo::Point metric, Progress& progress);

} // namespace antardesa::topology::detail
