#pragma once

#include "analysis/filter.h"
#include "cli/commands.h"

#include <string>
#include <vector>

namespace antardesa::cli {

/// The one filter as a shell says it.
struct FilterOptions {
    std::vector<std::string> fields; ///< codes of the ten; empty: all
    std::string district;            ///< code or name
    std::string years;               ///< "2026" or "2024-2026"
    bool in_force = false;           ///< running or expiring
    /// Codes; empty: all.
    std::string branch;
    std::string kind;
    std::string reach;
    std::string current_field;
    std::string aim; ///< "1" … "4"
};
/// --field, --district, --year, --in-force, --branch, --kind, --reach, --current-field, --aim.
void add_filter_options(CommandTable& table, CLI::App& command, FilterOptions& options);
/// Throws `Usage` for years that are none, `Error` for a kecamatan that is not there.
analysis::Filter filter_from(const FilterOptions& options, const model::Atlas& atlas);

} // namespace antardesa::cli
