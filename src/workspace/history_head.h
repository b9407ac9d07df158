#pragma once

#include "workspace/verbs.h"

#include <string>

namespace antardesa::workspace {

/// "7f3a 91c2 …": to be read out and compared with a sheet.
std::string in_groups(const std::string& digits);
/// A link of the chain as it is printed when that revision is the newest: its first sixteen signs
/// in groups.
std::string head_in_short(const std::string& link);
/// The head of the project's chain of history in short: "7f3a 91c2 ab01 cd23", its first sixteen
/// signs. Printed on what people sign: a chain that somebody has computed anew has another head.
/// Empty for a history without entries. Throws `Error` as opening for reading.
std::string history_head(const std::filesystem::path& project);

/// `export_map` with the head on each sheet.
Result<ExportReport> export_map(const std::shared_ptr<const model::Atlas>& atlas,
                                const ExportRequest& request, const std::string& history_head,
                                const Environment& environment, Progress& progress);

} // namespace antardesa::workspace
