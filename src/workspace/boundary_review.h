#pragma once

#include "analysis/finding_rows.h"
#include "base/result.h"
#include "model/edit.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

/// The shapes of a project as the check wants them: each village, then each special area, in table
/// order. They point into `tables`.
std::vector<analysis::CheckedShape> checked_shapes(const model::TableSet& tables);

/// A whole check of a project and the edit that records it.
struct BoundaryReview {
    analysis::BoundaryCheck check; ///< without what is allowed
    std::vector<analysis::AllowedFlaw> allowed;
    model::RecordFindings changes;
    model::Edit edit;
};
/// Of the limits only the sliver's width and the near miss count: a record is whole.
BoundaryReview review_boundaries(const model::Atlas& atlas, const analysis::CheckLimits& limits,
                                 Progress& progress);
/// Whether recording it says anything that the project does not hold: another finding, or that it
/// was checked at all.
bool has_news(const BoundaryReview& review, const model::Atlas& atlas,
              const std::vector<model::HistoryEntry>& history);
/// Opens the project for writing, checks what it holds and records it: one step of the history,
/// none without news. Throws `Error` as opening and applying do.
struct RecordedReview {
    std::shared_ptr<const model::Atlas> atlas; ///< as it was checked
    std::vector<Finding> findings;             ///< of reading
    BoundaryReview review;
};
RecordedReview record_review(const std::filesystem::path& project,
                             const analysis::CheckLimits& limits, const Environment& environment,
                             Progress& progress);

/// Whether a check of this project was ever recorded, so that its findings are to be kept up.
bool was_checked(const model::Atlas& atlas, const std::vector<model::HistoryEntry>& history);
/// Adds to an edit that moves boundaries, or gives a code, what it does to the recorded findings:
/// looks at the neighbourhood again where the project was checked. An edit of very many villages
/// is followed by a whole check. Settled lines that moved, points beside their line and papers that
/// do not carry their state are followed also without one.
void follow_with_findings(const model::Atlas& atlas,
                          const std::vector<model::HistoryEntry>& history, model::Edit& edit,
                          Progress& progress);

} // namespace antardesa::workspace
