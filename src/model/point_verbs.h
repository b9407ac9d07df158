#pragma once

#include "model/edit.h"

namespace antardesa::model {

/// The turning points of one segment become `points`: those with an id of the segment are changed
/// where they differ, those without are new (ids after the highest), the segment's others are
/// erased. Where on the line a point must lie is `analysis`' to know. Refused: an unknown segment,
/// a point of another segment, a point without kind, an accuracy that is no positive figure, a
/// place off the earth.
struct ReplacePoints {
    Message name; ///< "edit.…"
    Id<BoundarySegment> segment;
    std::vector<TurningPoint> points;
    Id<Document> document;
};
Result<Edit> replace_points(const Atlas& atlas, const ReplacePoints& request);

/// Whether it is a titik kartometrik, which the rule numbers, and no pillar, whose code is entered.
bool is_cartometric(const TurningPoint& point);
/// Whether the point marks the line itself. A pilar acuan (PABU) stands back where the true point
/// cannot be occupied, as in a river (domain.md §3.3).
bool lies_on_line(const TurningPoint& point);

} // namespace antardesa::model
