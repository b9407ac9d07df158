#pragma once

#include "topology/detail/repair_bench.h"

namespace antardesa::topology::detail {

/// A piece of a village's land that hung together with more of it before others were given land
/// that it had claimed, too, and does not after that.
struct CutPiece {
    Claimant village = nobody;
    std::vector<std::uint32_t> cycles; ///< of its faces
    std::vector<std::uint32_t> beside; ///< of the faces that went to others and cut it off
    Claimant neighbour = nobody;       ///< whose land alone it borders on the longest line
    /// The land is the village's alone, with nothing in it that belongs to somebody else: it can
    /// become the neighbour's.
    bool is_plain = false;
    double area = 0;
    double perimeter = 0;
};

/// `owner_of`: of each cycle to whom it was given; nobody: it stays as it is. The largest piece of
/// what hung together is the village; the others are listed by village.
std::vector<CutPiece> cut_pieces(const RepairBench& bench, std::span<const Claimant> owner_of);

} // namespace antardesa::topology::detail
