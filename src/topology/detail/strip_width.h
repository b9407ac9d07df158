#pragma once

#include "topology/detail/repair_bench.h"

namespace antardesa::topology::detail {

/// Whether no border moves farther than so many metres, seen from every vertex of the face, when
/// all of it becomes the owner's: that of the owner in a gap, those of the others in an overlap.
bool is_narrow(const RepairBench& bench, const Strip& strip, const StripFace& face, Claimant owner,
               double metres, geo::Point metric);

} // namespace antardesa::topology::detail
