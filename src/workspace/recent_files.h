#pragma once

#include <filesystem>
#include <vector>

namespace antardesa::workspace {

inline constexpr std::size_t recent_files_kept = 10;

/// `folder`/terkini.json: the files opened last, newest first. A missing or broken list is an
/// empty one; a list that cannot be written is not worth a word. For jobs.
std::vector<std::filesystem::path> read_recent_files(const std::filesystem::path& folder);
void write_recent_files(const std::filesystem::path& folder,
                        const std::vector<std::filesystem::path>& files);
/// The list with `path` at its head, once, cut to what is kept.
std::vector<std::filesystem::path> with_recent(std::vector<std::filesystem::path> files,
                                               const std::filesystem::path& path);

} // namespace antardesa::workspace
