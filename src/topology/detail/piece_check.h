#pragma once

#include "topology/arc_edit.h"

namespace antardesa::topology::detail {

/// A fault of new pieces in a coverage, or none.
struct PieceFault {
    ArcEditFault fault = ArcEditFault::none;
    geo::Point place;
    std::uint32_t other = 0;
};

/// `loops` are the closed curves between old and new line: one for a stretch; for a node one for
/// each two of its arcs that follow each other around it. What a loop goes around would come to
/// lie on the other side of a boundary.
PieceFault find_piece_fault(const Coverage& coverage, std::span<const ArcPiece> pieces,
                            std::span<const geo::Line> loops, double clearance);

/// Times that a closed curve goes around a point, counter-clockwise; the last point may repeat the
/// first (Hormann & Agathos 2001, "The point in polygon problem for arbitrary polygons").
int winding_number(std::span<const geo::Point> loop, geo::Point p);

} // namespace antardesa::topology::detail
