#pragma once

#include "analysis/compliance.h"
#include "workspace/record.h"

namespace antardesa::workspace {

/// Puts what a check of compliance found about the row, or about what it belongs to, beside the
/// fields that answer it, the rest above the form.
void add_record_notes(RecordForm& form, const model::Atlas& atlas,
                      const std::vector<analysis::ComplianceFinding>& findings, Date today,
                      const i18n::Catalogue& language);

} // namespace antardesa::workspace
