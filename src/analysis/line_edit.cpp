#include "analysis/line_edit.h"

#include "crs/ellipsoid.h"

#include <algorithm>

namespace antardesa::analysis {

namespace {

void add(std::vector<AreaDelta>& deltas, topology::Claimant claimant, double delta) {
    const auto at = std::find_if(deltas.begin(), deltas.end(), [&](const AreaDelta& entry) {
        return entry.claimant == claimant;
    });
    if (at == deltas.end())
        deltas.push_back({claimant, delta});
    else
        at->delta_m2 += delta;
}

topology::SharedBoundary boundary_of(const model::Atlas& atlas,
                                     const model::BoundarySegment& segment) {
    return topology::boundary_between(
        atlas.coverage(), static_cast<topology::Claimant>(atlas.villages().index_of(segment.first)),
        static_cast<topology::Claimant>(atlas.villages().index_of(segment.second)));
}

} // namespace

std::optional<SegmentLine> line_of(const model::Atlas& atlas, Id<model::BoundarySegment> segment) {
    const model::BoundarySegment* row = atlas.find(segment);
    if (row == nullptr || !atlas.find(row->first) || !atlas.find(row->second))
        return std::nullopt;
    SegmentLine line{segment, boundary_of(atlas, *row).arcs, {}, {}};
    if (line.arcs.empty())
        return std::nullopt;
    line.vertices = topology::boundary_vertices(atlas.coverage(), line.arcs);
    const bool all = row->state == model::SegmentState::enacted;
    for (const topology::BoundaryVertex& vertex : line.vertices)
        line.locked.push_back(all || (vertex.node && model::is_final(atlas, vertex.at)));
    return line;
}

std::vector<AreaDelta> area_deltas(const topology::Coverage& coverage,
                                   std::span<const topology::ArcPiece> pieces) {
    std::vector<AreaDelta> deltas;
    if (pieces.empty() || pieces.front().before.empty())
        return deltas;
    // One base for all pieces: only over whole rings does it not matter.
    const double base = pieces.front().before.front().y;
    for (const topology::ArcPiece& piece : pieces) {
        const double gain = crs::ellipsoidal_area_beside(piece.after, base) -
                            crs::ellipsoidal_area_beside(piece.before, base);
        const topology::Arc& arc = coverage.arcs[piece.arc];
        add(deltas, arc.left, gain);
        add(deltas, arc.right, -gain);
    }
    std::sort(deltas.begin(), deltas.end(),
              [](const AreaDelta& a, const AreaDelta& b) { return a.claimant < b.claimant; });
    return deltas;
}

std::vector<model::BoundarySegment> segments_after(const model::Atlas& atlas,
                                                   const topology::ArcEditOutcome& outcome) {
    std::vector<model::BoundarySegment> segments;
    for (const auto& [arc, points] : outcome.arcs) {
        const model::BoundarySegment* row = model::segment_of(atlas, atlas.coverage().arcs[arc]);
        const bool known =
            row == nullptr || std::any_of(segments.begin(), segments.end(),
                                          [&](const auto& other) { return other.id == row->id; });
        if (known)
            continue;
        model::BoundarySegment segment = *row;
        geo::MultiLine lines = topology::boundary_lines_after(
            atlas.coverage(), boundary_of(atlas, *row).arcs, outcome.arcs);
        segment.length_m = crs::ellipsoidal_length(lines);
        segment.geometry = std::make_shared<const geo::MultiLine>(std::move(lines));
        segments.push_back(std::move(segment));
    }
    return segments;
}

} // namespace antardesa::analysis
