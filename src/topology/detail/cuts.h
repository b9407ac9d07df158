#pragma once

#include "topology/coverage.h"
#include "topology/detail/grid.h"

namespace antardesa::topology::detail {

/// A place where an arc must be cut besides its ends, because another arc (or another stretch
/// of the same) crosses or touches it there.
struct Cut {
    std::uint32_t segment = 0; ///< index of its first vertex in Coverage::vertices
    double along = 0;          ///< 0 at that vertex, growing towards the next
    Cell at;
    geo::Point place; ///< the same with all digits: an imported vertex, else the crossing
    friend auto operator<=>(const Cut& a, const Cut& b) {
        return a.segment != b.segment ? a.segment <=> b.segment
               : a.along < b.along    ? std::strong_ordering::less
               : a.along > b.along    ? std::strong_ordering::greater
               : a.at.x < b.at.x      ? std::strong_ordering::less
               : a.at.x > b.at.x      ? std::strong_ordering::greater
                                      : std::strong_ordering::equal;
    }
    friend bool operator==(const Cut& a, const Cut& b) {
        return a.segment == b.segment && a.along == b.along && a.at == b.at;
    }
};

/// Two arcs of one claimant (perhaps the same arc) that cross each other.
struct OwnCrossing {
    std::uint32_t one_arc = 0;
    std::uint32_t other_arc = 0;
    Cell at;
};

/// A claimant whose own lines cross more often than this is a tangle, not an outline.
inline constexpr int most_own_crossings = 20000;

struct Cuts {
    /// The first one found, if any; the search ended there and the rest is of no use.
    Claimant tangled = nobody;
    std::vector<Cut> cuts; ///< sorted, each once
    std::vector<OwnCrossing> own_crossings;
};

/// Finds every crossing and every touch among the coverage's arcs, shared ones as well as open
/// ones. After cutting there, boundaries meet in nodes only. O(n log n) on boundaries as they
/// occur. Throws `Cancelled`.
Cuts find_cuts(const Coverage& coverage, const Grid& grid, Progress& progress);

} // namespace antardesa::topology::detail
