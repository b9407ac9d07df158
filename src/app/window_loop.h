#pragma once

#include "cli/command_line.h"

namespace antardesa::app {

/// Of the rooms that only the window links.
std::vector<Library> window_libraries();

/// Mesa's own remarks on stderr would stand beside our one clear line. For the start, before
/// there are threads; what the person set stays.
void silence_drivers();

/// Opens the window and runs until it is closed or `stop` asks for that: both end every job and
/// close the project with its backup. Sleeps while nothing moves. Returns the exit code. Throws
/// `Error` when there is no display or no sufficient OpenGL.
int run_window(const std::optional<std::filesystem::path>& file,
               const workspace::Environment& environment, std::optional<i18n::Language> language,
               const std::stop_token& stop);

} // namespace antardesa::app
