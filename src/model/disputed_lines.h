#pragma once

#include "model/edit.h"

/// What a case makes of the segments that it is about.
namespace antardesa::model {

/// Whether a case has not come to an end: agreed, ended by a Perbup or handed over.
bool goes_on(DisputeState state);

/// The edit, and of each segment that it adds to a case which goes on the state "sengketa" without
/// a document: what was agreed there is what is disputed now. A line that a Perbup fixed stays
/// definitive (only another one changes it), and a state that the edit itself writes is left as it
/// is.
Edit with_disputed_lines(const TableSet& tables, Edit edit);

/// Why the edit may not be applied: with a segment that it adds to a case in facilitation somebody
/// else would have to facilitate, and no lawful step leads there
/// ("model.case.segment_elsewhere").
std::optional<Refusal> outside_facilitation(const TableSet& tables, const Edit& edit);

} // namespace antardesa::model
