#pragma once

#include "cli/commands.h"

#include <cstdint>
#include <string>

namespace antardesa::cli {

/// `propose --compare`: the kept lines of a case beside each other: land of both sides, the pieces
/// that change hands, and assets and agreements in them. Nothing is written.
int compare_scenarios(Session& session, const std::string& project, std::int64_t dispute,
                      bool as_json);

} // namespace antardesa::cli
