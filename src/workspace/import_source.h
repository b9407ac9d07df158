#pragma once

#include "model/codes.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace antardesa::workspace {

/// What lies where a person pointed: a boundary file alone, registers alone, or a folder that
/// holds a boundary file, registers and rivers and roads beside it.
struct ImportSources {
    std::filesystem::path boundaries; ///< empty: none
    std::vector<std::pair<model::ReferenceKind, std::filesystem::path>> references;
    std::vector<std::filesystem::path> registers; ///< CSV files and workbooks, by name
};

/// A file counts by its ending; inside a folder, a name with "sungai" or "jalan" is a reference
/// line, and of several boundary files the one with "desa" in its name comes first. Throws
/// `Error` "workspace.import.not_found" or "workspace.import.nothing_in_folder".
ImportSources find_sources(const std::filesystem::path& source);

} // namespace antardesa::workspace
