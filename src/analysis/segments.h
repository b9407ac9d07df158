#pragma once

#include "base/job.h"
#include "model/atlas.h"

#include <vector>

namespace antardesa::analysis {

/// One row for each two villages that share arcs in the atlas's coverage: geometry in degrees
/// joined where arcs meet, length on the ellipsoid, administrative level. A pair that has a row
/// already keeps its id, state, pillars and document; new pairs get the ids after the highest.
/// Ordered by id. Coast, outside and special areas are no one's segment. Existing rows whose
/// villages share no line any more are not listed: see `segment_changes`.
/// Throws `Cancelled`.
std::vector<model::BoundarySegment> derive_segments(const model::Atlas& atlas, Progress& progress);

/// What must be written so that the stored segments are the derived ones.
struct SegmentChanges {
    std::vector<model::BoundarySegment> put;        ///< new rows, and rows whose line changed
    std::vector<Id<model::BoundarySegment>> unused; ///< no common line, nothing entered about it
    /// No common line any more, but a state, a document, pillars or a dispute rests on the row:
    /// to be kept and shown to a person.
    std::vector<Id<model::BoundarySegment>> orphaned;
};
SegmentChanges segment_changes(const model::Atlas& atlas, Progress& progress);

/// `regency` when the kabupaten differ, else `district` when the kecamatan differ. Codes
/// (PP.KK.CC) decide where both villages have one, because names are spelled in several ways;
/// else the kecamatan rows and their kabupaten's name do.
model::SegmentLevel level_between(const model::Atlas& atlas, const model::Village& a,
                                  const model::Village& b);

/// Villages that share a line with the village, in table order; no special areas.
std::vector<Id<model::Village>> neighbours_of(const model::Atlas& atlas,
                                              Id<model::Village> village);

} // namespace antardesa::analysis
