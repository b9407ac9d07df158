#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace antardesa::workspace {

/// What of a project is not as this program wrote it: the errors of `ProjectFile::check_integrity`.
/// Throws `Error` as opening for reading, and `Cancelled`.
std::vector<Finding> damage_of(const std::filesystem::path& project, Progress& progress);

/// "workspace.not_as_written" ({0}: the file, {1}: how many, {2}: the first); nothing for none.
std::optional<Message> told(const std::filesystem::path& project,
                            const std::vector<Finding>& damage);

/// A paper or map sheet, which people sign and rely on, is not made from such rows: the refusal
/// "workspace.no_paper_of_it", arguments as above.
std::optional<Refusal> why_no_paper(const std::filesystem::path& project, Progress& progress);

} // namespace antardesa::workspace
