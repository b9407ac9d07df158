#pragma once

#include "analysis/turning_points.h"
#include "topology/arc_edit.h"

#include <span>

/// What becomes of the titik kartometrik and pilar of a line that is moved: a point lies on its
/// line (`on_line_m`; domain.md §3.3), so that each goes along or is said to be left behind.
namespace antardesa::analysis {

/// What an edit of a line does to a point that stood on it.
struct PointFate {
    Id<model::TurningPoint> point;
    Id<model::BoundarySegment> segment;
    bool carried = false; ///< else it is left behind
    geo::Point to;        ///< where it is carried, degrees
    double metres = 0;    ///< how far it is carried; how far off the new line it is left
};
/// A titik kartometrik on a moved vertex goes along with it. A pilar is a thing that stands where
/// it stands, and what lay between vertices was determined there: both are left behind where the
/// line leaves them. Points that were off the line before are not said again. In time of the
/// changed pieces and of the points on their segments.
std::vector<PointFate> point_fates(const model::Atlas& atlas, const topology::ArcEdit& edit,
                                   std::span<const topology::ArcPiece> pieces);

/// The points of a segment whose line is now `changed`, the carried ones moved and all numbered. A
/// carried point is a place on a map from now on: what was measured at the old one is not kept.
std::vector<model::TurningPoint> points_after(const model::Atlas& atlas,
                                              const model::BoundarySegment& changed,
                                              std::span<const geo::Point> nodes,
                                              std::span<const PointFate> fates);

/// The nodes of the coverage after an edit.
std::vector<geo::Point> nodes_after(const topology::Coverage& coverage,
                                    const topology::ArcEdit& edit, bool moves_node);

/// The points of a line that was replaced as a whole: a "000" that is at no end or node any more
/// goes to the nearest one that has none; all are numbered.
std::vector<model::TurningPoint> settled_at_nodes(const NumberedLine& line,
                                                  std::vector<model::TurningPoint> points);

} // namespace antardesa::analysis
