#pragma once

#include "cli/commands.h"

#include <optional>
#include <span>
#include <string>

namespace antardesa::cli {

/// What a person says about the coordinates of a source that does not place itself.
struct SourceCrs {
    std::string epsg; ///< "32749", "EPSG:32749"; empty: as the source says
    bool swap_axes = false;
};
/// --crs and --swap-axes. `options` must outlive the parser.
void add_crs_options(CLI::App& command, const CommandTable& table, SourceCrs& options);

/// Nothing without a code; throws `Usage` for what is none.
std::optional<int> epsg_of(const SourceCrs& options);

/// What must be known before `source` can be placed: a system, the right one for the one that it
/// names, or that its axes may be exchanged.
Message question_about_crs(const Session& session, const std::string& source,
                           std::span<const Finding> findings);

} // namespace antardesa::cli
