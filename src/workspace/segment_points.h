#pragma once

#include "model/point_verbs.h"

/// Turning points of a segment as requests of a person: each answers with one edit, or why not.
/// After every change the segment's points are numbered anew. The points of a line that a Perbup
/// fixed change only by the Perbup that lists them (`document`). Pure; any thread.
namespace antardesa::workspace {

/// A titik kartometrik at each end and node that has none, all numbered. Titik kartometrik that lie
/// off the line are put onto its nearest place with `snap` (a pilar is never moved). Refused: a
/// segment without line, one whose points need no change, and without `snap` points off the line,
/// each with its distance.
Result<model::Edit> number_points(const model::Atlas& atlas, Id<model::BoundarySegment> segment,
                                  bool snap = false, Id<model::Document> document = {});

struct PointRequest {
    Id<model::BoundarySegment> segment;
    Id<model::TurningPoint> point;      ///< none: a new one
    std::optional<geo::Point> position; ///< degrees; none: where it is
    bool snap = false;                  ///< take the nearest place on the line, however far
    std::optional<std::string> kind;    ///< "TK" unless said
    std::optional<std::string> number;  ///< of a pillar
    std::optional<std::string> remark;
    std::optional<std::string> method;
    std::optional<double> accuracy_m;
    bool clear_accuracy = false; ///< it is not known any more
    std::optional<model::PointMarker> marker;
    Id<model::Document> document = {}; ///< the Perbup that lists it, on a line that one fixed
};
/// Adds a point or changes one. On its line it is put exactly; farther than 5 cm it is refused with
/// the distance ("workspace.point.off_line") unless it may snap or stands back by its kind (PABU).
Result<model::Edit> put_point(const model::Atlas& atlas, const PointRequest& request);

/// Refused for a titik kartometrik at an end or node: a segment has them always.
Result<model::Edit> delete_point(const model::Atlas& atlas, Id<model::TurningPoint> point,
                                 Id<model::Document> document = {});

} // namespace antardesa::workspace
