#pragma once

#include "topology/repair.h"

namespace antardesa::topology {

struct SnapOptions {
    double tolerance = 0.1; ///< metres
    /// Whether the line between two claimants is final: its vertices stay where they are, and
    /// nothing else of the two is brought together. Empty: none is.
    std::function<bool(Claimant, Claimant)> is_final = {};
    /// Whether these two are meant; empty: all.
    std::function<bool(Claimant, Claimant)> is_chosen = {};
};

/// Brings borders of two claimants together that pass each other at less than the tolerance
/// (near misses, and gaps and overlaps narrower than it): a vertex moves to a vertex of the other,
/// or the other's edge gets a vertex there. What shares a moved vertex follows it. Two of whom a
/// new gap, overlap, ring fault or touch would come are left as they are and counted as refused;
/// `repaired` counts pairs of claimants. Villages with broken rings or a
/// copy are not touched. Nothing moves farther than the tolerance. In the ledger,
/// a slit that closes is taken from open land. `metric` as in `repair`. Throws `Cancelled`.
Repair snap(std::span<const geo::MultiPolygon* const> claimants, const SnapOptions& options,
            geo::Point metric, Progress& progress);

} // namespace antardesa::topology
