#pragma once

#include "cli/commands.h"

namespace antardesa::cli {

void add_verify_command(CommandTable& table); ///< verify

} // namespace antardesa::cli
