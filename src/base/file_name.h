#pragma once

#include <string>
#include <string_view>

namespace antardesa {

/// Longest name that `safe_file_name` makes, in bytes.
inline constexpr std::size_t longest_file_name = 120;

/// Any text as the name of one file, good on every file system: well-formed UTF-8 of at most 120
/// bytes, one path component, no control or direction characters, none of \ / : * ? " < > |, no
/// leading dot, dash, tilde or blank, no trailing dot or blank, no name that Windows reserves (CON,
/// NUL, LPT1 …), never empty. The ending (".pdf") is kept when a long name is cut. A safe name
/// stays as it is.
std::string safe_file_name(std::string_view name);

} // namespace antardesa
