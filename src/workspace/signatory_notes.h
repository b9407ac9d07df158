#pragma once

#include "workspace/record.h"

namespace antardesa::workspace {

/// What is odd about who signs for a case (`model::doubts_about`), a sentence each.
std::vector<Message> signatory_warnings(const model::Atlas& atlas, const model::Signatory& row);
/// The same beside the fields of the row's form; other forms stay as they are.
void add_signatory_notes(RecordForm& form, const model::Atlas& atlas,
                         const i18n::Catalogue& language);

} // namespace antardesa::workspace
