#pragma once

#include "model/edit.h"
#include "model/finding_verbs.h"

#include <set>

/// Findings that follow from what is entered about a segment: its turning points off the line
/// (`on_line_m`; domain.md §9, V14), and a state that rests on no paper or on one that does not
/// carry it (`model::paper_faults`). Each is gone as soon as it is settled.
namespace antardesa::analysis {

/// The segments whose findings an edit may change.
std::set<Id<model::BoundarySegment>> segments_touched(const model::TableSet& before,
                                                      const model::Edit& edit);

/// What must be written so that the findings of the named segments (null: of all) are those of
/// `tables`. One row for each segment and kind. Findings of other kinds are not touched; `open` is
/// not counted.
model::RecordFindings segment_finding_changes(const model::TableSet& tables,
                                              const std::set<Id<model::BoundarySegment>>* segments,
                                              std::int64_t revision);

} // namespace antardesa::analysis
