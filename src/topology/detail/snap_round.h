#pragma once

#include "topology/coverage.h"

#include <functional>
#include <set>

namespace antardesa::topology::detail {

using Pair = std::pair<Claimant, Claimant>; ///< first < second

/// One round of bringing the borders of some pairs of claimants together.
struct SnapRound {
    std::span<const geo::MultiPolygon* const> claimants;
    const Coverage& coverage; ///< of the claimants
    std::set<Pair> pairs;     ///< whose borders are brought together
    std::function<bool(Claimant, Claimant)> is_final;
    double tolerance = 0; ///< metres
    geo::Point metric{1, 1};
    std::set<Claimant> barred;    ///< none of their vertices moves
    std::vector<geo::Box> places; ///< only vertices in there move

    /// The new outlines of the claimants that change.
    std::vector<std::pair<Claimant, geo::MultiPolygon>> run(Progress& progress) const;
};

} // namespace antardesa::topology::detail
