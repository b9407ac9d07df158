#pragma once

#include "model/line_verbs.h"

namespace antardesa::analysis {

/// A segment's line as the atlas's coverage has it. Vertex number n, as people count from 1 along
/// the line, stands at [n - 1].
struct SegmentLine {
    Id<model::BoundarySegment> segment;
    std::vector<std::uint32_t> arcs;
    std::vector<topology::BoundaryVertex> vertices;
    std::vector<bool> locked; ///< moving the vertex would move a final segment (perbup)
};
/// Nothing when the segment is unknown or its villages share no line.
std::optional<SegmentLine> line_of(const model::Atlas& atlas, Id<model::BoundarySegment> segment);

/// What a claimant gains by an edit, on the ellipsoid. Of neighbours that share all changed arcs
/// the sum is nothing, but for rounding; what coast gains the sea loses.
struct AreaDelta {
    topology::Claimant claimant = topology::nobody;
    double delta_m2 = 0;
};
/// Ascending by claimant, `topology::nobody` last. In time of the changed pieces alone, whatever
/// the size of the villages; equal to the difference of `crs::ellipsoidal_area` of the outlines.
std::vector<AreaDelta> area_deltas(const topology::Coverage& coverage,
                                   std::span<const topology::ArcPiece> pieces);

/// The stored segments whose lines an edit changes, with their new lines and lengths, as
/// `derive_segments` of the edited atlas would give them.
std::vector<model::BoundarySegment> segments_after(const model::Atlas& atlas,
                                                   const topology::ArcEditOutcome& outcome);

} // namespace antardesa::analysis
