#pragma once

#include "workspace/import_draft.h"

#include "base/finding.h"
#include "base/job.h"

namespace antardesa::workspace {

/// Brings the draft's segments in line with its outlines. What was entered about a line stays with
/// the line (`analysis::segment_changes`); what a person must look at comes back: settled segments
/// whose line moved away from the one that their document describes, states that went to other
/// pairs of villages, rows whose line is gone. The first are recorded as findings of the project,
/// too. `existing`: what the draft is laid over, with the outlines that the segments were drawn
/// from; null: a new project. Throws `Cancelled`.
std::vector<Finding> lay_segments(ImportDraft& draft, const model::ProjectIdentity& identity,
                                  const model::Atlas* existing, Progress& progress);

} // namespace antardesa::workspace
