#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa {

/// Without white space (ASCII, NUL and U+00A0) at both ends.
std::string trimmed(std::string_view text);

/// ASCII letters only; other bytes stay.
std::string lower_case(std::string_view text);

/// True for well-formed UTF-8 without surrogates and overlong forms.
bool is_utf8(std::string_view bytes);

/// One character of a text and how many bytes it has; `length` is 0 where no well-formed
/// character begins.
struct Character {
    char32_t code = 0;
    std::size_t length = 0;
};
/// Pre-condition: `at` lies inside the text.
Character character_at(std::string_view text, std::size_t at);

/// Characters that act on their neighbours or cannot be seen: controls, line separators,
/// bidirectional marks, zero-width characters, tags, private and unassigned fillers (Unicode 15:
/// General_Category Cc, Zl and Zp, Default_Ignorable_Code_Point).
bool acts_unseen(char32_t code);

/// Marks drawn onto the character before them. A name may carry `most_combining` in a row; more
/// would paint over the lines around it.
bool is_combining(char32_t code);
inline constexpr int most_combining = 4;

/// For terminals, tables and logs: what would act or not be seen is shown as \u{…}, a byte that
/// is no text likewise, too many combining marks as the first of them and their number, so that
/// a name cannot act. Everything else stays byte for byte.
std::string shown_on_one_line(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);

/// Whole-string numbers with a decimal point, independent of the locale.
std::optional<double> parse_number(std::string_view text);
std::optional<long long> parse_integer(std::string_view text);

} // namespace antardesa
