#pragma once

#include "topology/repair.h"

namespace antardesa::topology::detail {

/// One strip of the coverage before a repair, and whether it was chosen itself.
struct FoundStrip {
    Strip strip;
    bool chosen = false;
};

/// What became of each strip that stood before: it stays where land of it still is a strip of its
/// kind, whoever has part in that now, with the reason that the strip there has; else it is mended.
/// What stands on land that was none before stays, too. `reasons`: of each strip of `after`.
void tell_outcome(Repair& repair, const std::vector<FoundStrip>& before,
                  const std::vector<Strip>& after, const std::vector<RepairRefusal>& reasons);

} // namespace antardesa::topology::detail
