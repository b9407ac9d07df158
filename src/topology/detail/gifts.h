#pragma once

#include "topology/detail/cut_pieces.h"
#include "topology/repair.h"

#include <map>
#include <set>

namespace antardesa::topology::detail {

/// Which faces of a bench become whose, before anything is written.
class Gifts {
  public:
    struct Gift {
        std::size_t strip = 0; ///< in RepairBench::strips
        StripFace face;
        Claimant owner = nobody;
        bool may_part = false; ///< see RepairDecision
    };

    Gifts(std::span<const geo::MultiPolygon* const> claimants, geo::Point metric)
        : claimants_(claimants), metric_(metric), gain_(claimants.size(), 0) {}

    /// By strip, each strip's in one go.
    void give(const RepairBench& bench, Gift gift);

    /// Nobody would lose more than half of its land if all of the strip became the owner's.
    bool may_give(const Strip& strip, Claimant owner) const;

    /// What is given away may cut a village's land in two. A splinter (see Repair) goes to who
    /// borders it longest, unless the line between the two is one that `keeps` names. Where more
    /// would be cut off, the gifts that cut it and may not are taken back: returns their strips.
    std::set<std::size_t> keep_whole(const RepairBench& bench, const IsFinal& keeps);

    Claimant owner_of(std::uint32_t cycle) const {
        return cycle < owner_of_.size() ? owner_of_[cycle] : nobody;
    }
    const std::vector<Gift>& all() const { return gifts_; }
    const std::vector<CutPiece>& splinters() const { return splinters_; } ///< each its neighbour's

  private:
    void set_owner(const RepairBench& bench, const StripFace& face, Claimant owner);
    void count(const Strip& strip, const Gift& gift, int times);
    bool is_splinter(const RepairBench& bench, const CutPiece& piece, const IsFinal& keeps) const;
    bool was_moved_on(const CutPiece& piece) const;
    void hand_over(const CutPiece& piece);
    std::set<std::size_t> take_back(const RepairBench& bench, const CutPiece& piece);

    std::span<const geo::MultiPolygon* const> claimants_;
    geo::Point metric_;
    std::vector<double> gain_;       ///< of each claimant, in units of area
    std::vector<Claimant> owner_of_; ///< of each cycle that was given to somebody
    std::vector<Gift> gifts_;
    std::vector<CutPiece> splinters_;
    std::map<std::uint32_t, int> moved_; ///< cycles of splinters: how many times
};

} // namespace antardesa::topology::detail
