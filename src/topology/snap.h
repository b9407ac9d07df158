#pragma once

#include "topology/repair.h"

namespace antardesa::topology {

/// What may be brought together: a strip, or a near miss of two.
struct SnapCase {
    const Strip* strip; ///< null: a near miss
    const std::vector<Claimant>& claimants;
    geo::Point place;
};

struct SnapOptions {
    double tolerance = 0.1; ///< metres
    /// Whether the line between two claimants is final: its vertices stay where they are, and
    /// nothing else of the two is brought together. Empty: none is.
    std::function<bool(Claimant, Claimant)> is_final = {};
    /// Why one is not meant; empty, or nothing: it is.
    std::function<std::optional<RepairRefusal>(const SnapCase&)> why_not = {};
    bool whole_border = false; ///< see RepairDecision
};

/// Brings borders of claimants together that pass each other at less than the tolerance. Of a gap
/// or overlap that is narrower than it all along, one side's border moves onto the other's, vertex
/// for vertex (as `repair` by the longest border does). Of a near miss, vertices become one, or the
/// other's edge gets a vertex; what shares a moved vertex follows it, and slits that close by it
/// are closed all along. A near miss of which a new gap, overlap, ring fault or near miss would
/// come stays; the others do not stay with it. Villages with broken rings or a
/// copy are not touched. Nothing moves farther than the tolerance. In the ledger,
/// a slit that closes is taken from open land. `metric` and `land` as in `repair`. Throws
/// `Cancelled`.
Repair snap(std::span<const geo::MultiPolygon* const> claimants, const SnapOptions& options,
            geo::Point metric, Progress& progress, const LandMeasure& land = {});

} // namespace antardesa::topology
