#pragma once

#include "topology/detail/flat_rings.h"

namespace antardesa::topology::detail {

/// Distinct positions at which arcs may meet, each with the node it became.
class NodeTable {
  public:
    explicit NodeTable(std::size_t count);

    struct Slot {
        Position position = no_position; ///< one vertex that lies here
        std::uint32_t node = 0;          ///< index in Coverage::nodes once `numbered`
        bool is_node = false;
        bool numbered = false;
    };
    /// The slot of this vertex's place, made if there is none.
    Slot& at(const FlatRings& flat, Position p);
    /// The same without making one.
    Slot* find(const FlatRings& flat, Position p);

  private:
    std::size_t slot_of(const FlatRings& flat, Position p) const;
    std::vector<Slot> slots_;
    std::vector<std::uint64_t> seen_; ///< one bit per hash: answers most misses from the cache
    int shift_;
    int seen_shift_;
};

/// Marks every vertex where an arc must end: where a run of boundary splits, ends or changes
/// its pair of claimants, and all other vertices at the same place.
NodeTable mark_breaks(FlatRings& flat, std::span<const Position> twins, Progress& progress);

} // namespace antardesa::topology::detail
