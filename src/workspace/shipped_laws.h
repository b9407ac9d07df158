#pragma once

#include "workspace/verbs.h"

#include <filesystem>

namespace antardesa::workspace {

/// What a new project begins with as its dasar_hukum, relative to the installation's data folder.
inline constexpr const char* shipped_laws_file = "rules/dasar_hukum.json";

/// Gives a plan that makes a project the laws that papers and checks cite, unless it brings its own
/// list: rows like any others, which the office corrects and adds to. Nothing for a plan that asks
/// something first or goes into an existing project. Throws `Error` "workspace.laws.unreadable".
void add_shipped_laws(ImportPlan& plan, const std::filesystem::path& data_folder);

} // namespace antardesa::workspace
