#pragma once

#include "cli/command_line.h"

namespace antardesa::app {

/// Opens the window and runs until it is closed. Sleeps while nothing moves. Returns the exit
/// code. Throws `Error` when there is no display or no sufficient OpenGL.
int run_window(const std::optional<std::filesystem::path>& file,
               const workspace::Environment& environment, i18n::Language language);

} // namespace antardesa::app
