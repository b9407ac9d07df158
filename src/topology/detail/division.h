#pragma once

#include "topology/detail/repair_bench.h"

#include <optional>

namespace antardesa::topology::detail {

/// Both halves of a face: the cycle that the face had, and a new one.
struct Division {
    StripFace first_face;
    Claimant first = nobody; ///< whose land lies along it
    StripFace second_face;
    Claimant second = nobody;
};

/// Divides one face of a strip of two claimants along its midline, each half beside the land that
/// is its claimant's alone. Nothing where the face has no two sides or holds islands.
std::optional<Division> divided_at_midline(RepairBench& bench, const Strip& strip,
                                           const StripFace& face, geo::Point metric);

} // namespace antardesa::topology::detail
