#pragma once

#include "workspace/papers.h"

#include <span>

namespace antardesa::workspace {

/// What was done, as an accountability report lists it: deliberations, activities of the body by
/// its seven functions, money, reports, problems, evaluations. What nothing is recorded of goes
/// into `missing`.
void add_records(documents::Document& document, const PaperFacts& facts,
                 const model::CooperationBody* body,
                 std::span<const model::Agreement* const> agreements,
                 std::vector<std::string>& missing);

} // namespace antardesa::workspace
