#pragma once

#include "topology/detail/cuts.h"

namespace antardesa::topology::detail {

/// One claimant on one side of an edge; a ring of it runs along there.
struct Owner {
    std::uint32_t ring = 0; ///< in Coverage::rings
    Claimant claimant = nobody;
    bool left = true; ///< walked from start to end
};

/// The boundaries of a coverage noded: edges meet in nodes only, and where several boundaries
/// run along the same line there is one edge with several owners. Half-edge 2e walks edge e
/// from start to end, 2e + 1 back.
struct Arrangement {
    struct Edge {
        std::uint32_t start = 0; ///< node
        std::uint32_t end = 0;
        std::uint32_t first = 0; ///< vertices between the nodes: in Coverage::vertices
        std::uint32_t count = 0;
        std::uint32_t owners = 0; ///< first in `owners`; the next edge's is the end
    };
    std::vector<Cell> cells;       ///< of each node
    std::vector<geo::Point> nodes; ///< the imported vertex there, else the crossing
    std::vector<Edge> edges;       ///< one more than there are, to end the last one's owners
    std::vector<Owner> owners;
    /// Nodes that ring r passes, in walking order: [r], [r + 1) of `ring_starts` in `ring_nodes`.
    std::vector<std::uint32_t> ring_starts;
    std::vector<std::uint32_t> ring_nodes;

    std::size_t edge_count() const { return edges.empty() ? 0 : edges.size() - 1; }
    std::span<const Owner> owners_of(std::uint32_t edge) const {
        return std::span(owners).subspan(edges[edge].owners,
                                         edges[edge + 1].owners - edges[edge].owners);
    }
    std::uint32_t origin(std::uint32_t half) const {
        return half & 1 ? edges[half / 2].end : edges[half / 2].start;
    }
};

Arrangement arrange(const Coverage& coverage, const Grid& grid, std::span<const Cut> cuts,
                    Progress& progress);

} // namespace antardesa::topology::detail
