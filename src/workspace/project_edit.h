#pragma once

#include "workspace/verbs.h"

#include <functional>

namespace antardesa::workspace {

/// One edit of a project file, as the shell makes it: what the window's desk does in a job.
using EditVerb = std::function<Result<model::Edit>(const model::Atlas&)>;

/// Opens the file for writing, asks the verb and applies its edit; the lines between villages must
/// be part of it. Returns the project as it is afterwards. Throws `Error` with the sentence of a
/// refusal, the verb's or the file's; then nothing is written.
std::shared_ptr<const model::Atlas> edit_project(const std::filesystem::path& path,
                                                 const EditVerb& verb,
                                                 const Environment& environment,
                                                 Progress& progress);

} // namespace antardesa::workspace
