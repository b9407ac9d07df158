#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace antardesa::workspace {

/// The text of a file that the installation brings. Throws `Error` with the key and the path when
/// it cannot be read.
std::string data_text(const std::filesystem::path& path, std::string_view key);

} // namespace antardesa::workspace
