#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace antardesa::text {

/// The text as one visible line of valid UTF-8: broken bytes, what acts unseen and the fifth of
/// too many combining marks become U+FFFD, so that a name can neither act nor vanish.
std::string one_visible_line(std::string_view bytes);

/// Words at spaces, without empty ones.
std::vector<std::string> words_of(std::string_view text);

/// Byte positions where a character begins, and the end.
std::vector<std::size_t> character_starts(std::string_view utf8);

} // namespace antardesa::text
