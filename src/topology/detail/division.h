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

/// Whether a face of a strip of two claimants has two sides, the land of the one and that of the
/// other, and nothing lies in it. What is so narrow that any line in it is in the middle has one.
bool has_middle(const RepairBench& bench, const Strip& strip, const StripFace& face,
                geo::Point metric);

/// Divides one face of a strip of two claimants along its midline, each half beside the land that
/// is its claimant's alone. Nothing where the face has no two sides, holds islands, or is
/// only rounding.
std::optional<Division> divided_at_midline(RepairBench& bench, const Strip& strip,
                                           const StripFace& face, geo::Point metric);

} // namespace antardesa::topology::detail
