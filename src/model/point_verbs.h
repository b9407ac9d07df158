#pragma once

#include "model/edit.h"

namespace antardesa::model {

/// The turning points of one segment become `points`: those with an id of the segment are changed
/// where they differ, those without are new (ids after the highest), the segment's others are
/// erased. Where on the line a point must lie is `analysis`' to know. Refused: an unknown segment,
/// a point of another segment, a point without kind, an accuracy that is no positive figure, a
/// place off the earth; and, of a line that a Perbup fixed, points added, moved, renamed or taken
/// away ("model.points_final") unless `document` is a Peraturan Bupati that lists them: its annex
/// is their source (Permendagri 45/2016 art. 9(3)). What is noted about a point stays free.
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
