#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace antardesa::project::detail {

/// Which file stood at a path: names may be given to other files while a project is open, and
/// SQLite's journal belongs to the name.
struct Standing {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    friend bool operator==(const Standing&, const Standing&) = default;
};
std::optional<Standing> standing_at(const std::filesystem::path& path);

/// Why nothing may be written any more: the file is gone ("project.gone"), another stands in its
/// place ("project.replaced"), or it was cut off ("project.cut_off").
std::optional<Refusal> moved_away(const std::filesystem::path& path, const Standing& opened);

/// Whether files can be made beside `path`, as the rollback journal must be.
bool is_folder_writable(const std::filesystem::path& path);

} // namespace antardesa::project::detail
