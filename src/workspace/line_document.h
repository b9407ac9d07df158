#pragma once

#include "workspace/line_edit.h"

namespace antardesa::workspace {

/// The wish resting on a new document, which is written in the same edit; settled lines that it
/// moves are agreed anew by it. Refused: as the wish and `plan_line` refuse, a document without
/// number and title ("model.document_needs_number"). Throws `Cancelled`.
Result<LinePlan> plan_with_document(const model::Atlas& atlas, const LineWish& wish,
                                    model::Document document, std::optional<Date> today,
                                    Progress& progress);

} // namespace antardesa::workspace
