#pragma once

#include "topology/repair.h"

namespace antardesa::topology::detail {

/// From one vertex of an outline to the next.
struct Stretch {
    geo::Point from;
    geo::Point to;
};

/// Of lines that are law, as the coverage has them: the stretches that are none any more in one of
/// the new outlines of the two.
std::vector<Stretch>
changed_lines(const Coverage& coverage,
              const std::vector<std::pair<Claimant, geo::MultiPolygon>>& outlines,
              const IsFinal& is_final);

/// Whether a vertex of the strip stands on one of the stretches, by no more than `reach` beside it.
bool stands_on(const Strip& strip, std::span<const Stretch> stretches, double reach);

} // namespace antardesa::topology::detail
