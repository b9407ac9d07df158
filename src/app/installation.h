#pragma once

#include "cli/command_line.h"

namespace antardesa::app {

/// Finds data/ and the compiled catalogues: ANTARDESA_DATA and ANTARDESA_LANGUAGES, then beside
/// the executable (../share/antardesa), then where the build left them.
cli::Installation find_installation();

} // namespace antardesa::app
