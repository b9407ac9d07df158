#pragma once

#include "geo/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace antardesa::geo {

/// Packed static R-tree over boxes, sorted along a Hilbert curve. Built once, then read by any
/// number of threads. Empty boxes are never found.
class BoxIndex {
  public:
    BoxIndex() = default;
    explicit BoxIndex(std::span<const Box> boxes);

    /// Calls `visit(std::uint32_t index)` for each box that intersects `query`, in no
    /// particular order.
    template<class Visit>
    void visit(const Box& query, Visit visit) const;

    /// Indexes of the boxes that intersect `query`, ascending.
    std::vector<std::uint32_t> find(const Box& query) const;

    std::size_t size() const { return item_count_; }

  private:
    struct Node {
        Box box;
        std::uint32_t first = 0; ///< first child node, or the item's index in a leaf entry
    };
    static constexpr std::size_t node_size = 16;
    std::size_t item_count_ = 0;
    std::vector<Node> nodes_;               ///< items first, then each level up to the root
    std::vector<std::size_t> level_starts_; ///< where each level begins in nodes_
};

template<class Visit>
void BoxIndex::visit(const Box& query, Visit visit) const {
    if (nodes_.empty())
        return;
    struct Pending {
        std::size_t level;
        std::size_t node;
    };
    std::vector<Pending> pending{{level_starts_.size() - 1, nodes_.size() - 1}};
    while (!pending.empty()) {
        const Pending at = pending.back();
        pending.pop_back();
        const Node& node = nodes_[at.node];
        if (!node.box.intersects(query))
            continue;
        if (at.level == 0) {
            visit(node.first);
            continue;
        }
        const std::size_t end =
            std::min<std::size_t>(node.first + node_size, level_starts_[at.level]);
        for (std::size_t child = node.first; child < end; ++child)
            pending.push_back({at.level - 1, child});
    }
}

} // namespace antardesa::geo
