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

/// A claimant whose lines meet others, or themselves, far more often than a map's do.
struct Tangle {
    Claimant claimant = nobody;
    bool own = false; ///< it crosses itself too often, not the others
    Cell at;          ///< of the last crossing that was looked at
};

struct Cuts {
    std::vector<Cut> cuts; ///< sorted, each once
    std::vector<OwnCrossing> own_crossings;
    /// By claimant. Where there are any, or where the search was ended, the rest is of no use.
    std::vector<Tangle> tangles;
    bool ended = false; ///< all together met too often: memory and time stay bounded
};

/// Finds every crossing and every touch among the coverage's arcs, shared ones as well as open
/// ones. After cutting there, boundaries meet in nodes only. O(n log n) on boundaries as they
/// occur. `strictness` divides by eight, each time, how many cuts a claimant may have before it
/// is a tangle; all together may have six for each vertex and a million. Throws `Cancelled`.
Cuts find_cuts(const Coverage& coverage, const Grid& grid, int strictness, Progress& progress);

} // namespace antardesa::topology::detail
