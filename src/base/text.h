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

/// For terminals and logs: control characters and bidirectional overrides shown as \u{…},
/// so that a name cannot act.
std::string shown_on_one_line(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);

/// Whole-string numbers with a decimal point, independent of the locale.
std::optional<double> parse_number(std::string_view text);
std::optional<long long> parse_integer(std::string_view text);

} // namespace antardesa
