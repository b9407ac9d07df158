#pragma once

#include "topology/detail/strips.h"

namespace antardesa::topology::detail {

/// A coverage taken apart for a repair.
struct RepairBench {
    Coverage coverage;
    Grid grid;
    Arrangement arrangement;
    Faces faces;
    Strips strips;
    std::vector<bool> barred; ///< of each claimant: broken rings, or a copy of another's

    Fabric fabric() const { return {coverage, grid, arrangement, faces}; }
    /// Whose land alone lies beyond the half-edge; nobody's where that is not clear.
    Claimant beyond(std::uint32_t half) const;
    /// The half-edge's points, both ends included.
    geo::Line points_of(std::uint32_t half) const;
    /// How long the face borders on land that is one claimant's alone: of each of `among`.
    std::vector<double> border_lengths(std::uint32_t cycle, std::span<const Claimant> among) const;
};

/// Nodes the claimants' borders and the lines with each other. The lines bound nobody's land.
/// `degrees` as in FlawOptions. Throws `Cancelled`.
RepairBench taken_apart(std::span<const geo::MultiPolygon* const> claimants,
                        const geo::MultiLine& lines, bool degrees, Progress& progress);

} // namespace antardesa::topology::detail
