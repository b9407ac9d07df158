#pragma once

#include "base/finding.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::io::detail {

/// What lies in the folder of a main file and belongs to it by name, case ignored.
struct Neighbours {
    std::vector<std::filesystem::path> sidecars; ///< to be read with it
    std::vector<std::string> ignored;            ///< indexes, settings, overviews of others
    std::vector<std::string> settings;           ///< of a table's columns, for other programs
    std::vector<std::string> other_case;         ///< sidecars whose ending is written otherwise
    std::vector<std::string> journals;           ///< of a database: changes not yet in it
};
/// At most the first 20,000 entries of the folder are looked at; their names alone.
Neighbours neighbours_of(const std::filesystem::path& path);

/// "ignored_beside" (information), "journal_beside" (warning), each once, with the names.
void add_findings(std::vector<Finding>& findings, const std::string& shown,
                  const Neighbours& neighbours);

/// A dot and at most eight ASCII letters or digits.
bool is_plain_ending(std::string_view extension);
/// Letters, digits, ".", "_", "-", "$" alone: what a file geodatabase calls its files.
bool is_geodatabase_member(std::string_view name);

} // namespace antardesa::io::detail
