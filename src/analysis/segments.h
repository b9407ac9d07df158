#pragma once

#include "base/job.h"
#include "model/atlas.h"

#include <vector>

namespace antardesa::analysis {

/// One row for each two villages that share arcs in the atlas's coverage: geometry in degrees
/// joined where arcs meet, length on the ellipsoid, administrative level. A pair that has a row
/// already keeps its id, state, pillars and document; a new pair whose line lies on stored lines
/// of other pairs takes over what was entered about those (`segment_changes`); else it gets an id
/// after the highest. Ordered by id. Coast, outside and special areas are no one's segment.
/// Existing rows whose villages share no line any more are not listed: see `segment_changes`.
/// Throws `Cancelled`.
std::vector<model::BoundarySegment> derive_segments(const model::Atlas& atlas, Progress& progress);

/// A line is the one that a state was entered for while this share of it, both ways, lies within
/// this distance, and none of it farther off than `same_line_most_m`: what two digitisings of one
/// agreed line differ by. Of a long line a moved corner is a small share and still another line.
inline constexpr double same_line_share = 0.95;
inline constexpr double same_line_m = 1;
inline constexpr double same_line_most_m = 5;
inline bool is_same_line(double share, double farthest_m) {
    return share >= same_line_share && farthest_m <= same_line_most_m;
}

/// A settled segment (sepakat, verifikasi teknis, perbup) that keeps its state although its line
/// is another one than the state was entered for.
struct MovedLine {
    Id<model::BoundarySegment> segment;
    double share = 0;      ///< of the line that is still the old one, 0 … 1
    double farthest_m = 0; ///< how far old and new line lie apart at most
    geo::Point farthest;   ///< and where, degrees
};
/// What was entered about a line that now lies between other villages (split, merged, renumbered)
/// and went to the segments on it.
struct CarriedState {
    Id<model::BoundarySegment> from; ///< the stored row; its id stays with the longest heir
    model::SegmentState state = model::SegmentState::untraced;
    Id<model::Village> first; ///< as it was stored
    Id<model::Village> second;
    std::vector<Id<model::BoundarySegment>> to;
};

/// What must be written so that the stored segments are the derived ones.
struct SegmentChanges {
    std::vector<model::BoundarySegment> put;        ///< new rows, and rows whose line changed
    std::vector<Id<model::BoundarySegment>> unused; ///< no common line, nothing entered about it
    /// No common line any more, but a state, a document, pillars or a dispute rests on the row and
    /// no other segment took it over: to be kept and shown to a person.
    std::vector<Id<model::BoundarySegment>> orphaned;
    std::vector<MovedLine> moved;
    std::vector<CarriedState> carried;
};
/// The atlas holds the new outlines and the segments as they were stored with their old lines.
/// Of several old lines under one new segment the least advanced state is carried, so that no
/// stretch becomes definitive by lying beside another. `before`: with the outlines that the stored
/// lines were drawn from; where an agreed line was open, a line that runs through there now is
/// measured against what its two villages had. Without it such a stretch counts as unmoved.
SegmentChanges segment_changes(const model::Atlas& atlas, Progress& progress,
                               const model::TableSet* before = nullptr);

/// Stored segments whose villages share no line in the coverage: kept for what was entered, counted
/// nowhere. Ascending.
std::vector<Id<model::BoundarySegment>> segments_without_line(const model::Atlas& atlas);

/// `regency` when the kabupaten differ, else `district` when the kecamatan differ. Codes
/// (PP.KK.CC) decide where both villages have one, because names are spelled in several ways;
/// else the kecamatan rows and their kabupaten's name do.
model::SegmentLevel level_between(const model::Atlas& atlas, const model::Village& a,
                                  const model::Village& b);

/// Villages that share a line with the village, in table order; no special areas.
std::vector<Id<model::Village>> neighbours_of(const model::Atlas& atlas,
                                              Id<model::Village> village);

} // namespace antardesa::analysis
