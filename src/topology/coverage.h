#pragma once

#include "base/job.h"
#include "geo/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace antardesa::topology {

/// Index of a claimant (a village or special area) in the order given to `build_coverage`.
using Claimant = std::uint32_t;
inline constexpr Claimant nobody = 0xFFFFFFFF; ///< sea, gap or the outside

/// A run of boundary between two nodes, stored once, with who lies on its left and right when
/// walked from first to last point. On a clean coverage each shared stretch is one arc with two
/// claimants; coast has one and `nobody`. Where input polygons overlap or miss each other, each
/// side keeps its own arc with `nobody` opposite: nothing is moved, nothing is lost.
struct Arc {
    std::uint32_t first = 0; ///< first vertex in Coverage::vertices
    std::uint32_t count = 0; ///< vertices, at least 2; equal ends for a closed arc without node
    Claimant left = nobody;
    Claimant right = nobody;
    std::uint32_t start_node = 0; ///< in Coverage::nodes
    std::uint32_t end_node = 0;
    geo::Box box;
};

/// A ring of a claimant as signed arc references: `arc` or `~arc` when walked backwards. Walked
/// so, the claimant lies on the left, whichever way the input ran. An arc with the same claimant
/// on both sides lies between two parts of it.
struct RingOfArcs {
    std::uint32_t first = 0; ///< in Coverage::ring_arcs
    std::uint32_t count = 0;
    std::uint32_t polygon = 0; ///< which part of the claimant's MultiPolygon
    bool hole = false;
};

/// The shared arcs of a set of polygons, in the polygons' own coordinates, vertices bit for bit
/// as they came. Immutable once built; shared between threads.
struct Coverage {
    std::vector<geo::Point> vertices; ///< all arcs' vertices, one after the other
    std::vector<Arc> arcs;
    std::vector<geo::Point> nodes; ///< where three or more arc ends meet, or a closed arc begins
    std::vector<RingOfArcs> rings; ///< grouped by claimant
    std::vector<std::int32_t> ring_arcs;
    std::vector<std::uint32_t> claimant_rings; ///< rings of claimant c: [c], [c+1) of this table

    std::size_t claimant_count() const {
        return claimant_rings.empty() ? 0 : claimant_rings.size() - 1;
    }
    std::span<const geo::Point> points(const Arc& arc) const {
        return {vertices.data() + arc.first, arc.count};
    }
    std::span<const RingOfArcs> rings_of(Claimant claimant) const {
        return std::span(rings).subspan(claimant_rings[claimant],
                                        claimant_rings[claimant + 1] - claimant_rings[claimant]);
    }
};

/// Derives the arcs by matching each segment with its twin (same two end points, opposite or
/// same direction) through a hash; chains break at nodes and wherever the pair of claimants
/// changes. Exact on clean coverages. O(vertices). Unclosed rings are closed; repeated
/// consecutive vertices are skipped; non-finite vertices must have been removed by the reader.
/// Nodes: a vertex where the set of incident boundary runs is not exactly two.
/// Throws `Cancelled` when `progress` is stopped.
Coverage build_coverage(std::span<const geo::MultiPolygon* const> claimants, Progress& progress);

/// The stretch shared by one pair of claimants: all their arcs, ordered and joined where one
/// ends on the next one's start. `first < second`; `second` may be `nobody` (coast) only when
/// asked for.
struct SharedBoundary {
    Claimant first = nobody;
    Claimant second = nobody;
    std::vector<std::uint32_t> arcs;
};
std::vector<SharedBoundary> shared_boundaries(const Coverage& coverage, bool with_outside = false);

/// The arcs' points as joined lines (one line per connected run) in arc order.
geo::MultiLine boundary_lines(const Coverage& coverage, std::span<const std::uint32_t> arcs);

/// Neighbours of each claimant, ascending, without `nobody`.
std::vector<std::vector<Claimant>> adjacency(const Coverage& coverage);

/// The coverage with every arc simplified by itself (nodes stay), so that neighbours still fit
/// without gap or overlap at small scales. `metric` scales x and y before the distance is taken
/// (degrees are not square away from the equator). Rings that would vanish keep a triangle
/// when `keep_small`, else their arcs shrink to their end points and the ring is left empty.
struct SimplifyOptions {
    double tolerance = 0;
    geo::Point metric{1, 1};
    bool keep_small = false;
};
Coverage simplified(const Coverage& coverage, const SimplifyOptions& options);

/// The claimant's polygons put together again from arcs. On an unsimplified coverage the vertex
/// set equals the input's; rings may start elsewhere, outer ones run counter-clockwise, holes
/// clockwise.
geo::MultiPolygon polygons_of(const Coverage& coverage, Claimant claimant);

} // namespace antardesa::topology
