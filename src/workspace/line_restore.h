#pragma once

#include "workspace/line_edit.h"

namespace antardesa::workspace {

/// What lays a settled line that moved ("garis_bergeser") back to where it was agreed, piece by
/// piece, resting on the document that its state rests on: one edit. Ends that moved are moved
/// back with whatever meets there. A final line may be put back, other final lines do not follow.
/// Refused: a finding of another kind ("workspace.line.not_moved"), villages that share no line
/// any more, a line that was open where it is closed now ("workspace.line.was_open"), and what
/// `plan_line` and `line_edit` refuse. Throws `Cancelled`.
Result<LinePlan> restore_line(const model::Atlas& atlas, Id<model::BoundaryFinding> finding,
                              Progress& progress);
/// The same of a segment, by the finding between its villages.
Result<LinePlan> restore_line(const model::Atlas& atlas, Id<model::BoundarySegment> segment,
                              Progress& progress);

} // namespace antardesa::workspace
