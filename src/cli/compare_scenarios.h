#pragma once

#include "cli/commands.h"

#include <cstdint>
#include <string>

namespace antardesa::cli {

/// `propose --compare`: the kept lines of a case beside each other: land of both sides, the pieces
/// that change hands, and assets, agreements, roads and rivers in them. `segment`: of the case; 0:
/// its first. Nothing is written.
int compare_scenarios(Session& session, const std::string& project, std::int64_t dispute,
                      std::int64_t segment, bool as_json);

} // namespace antardesa::cli
