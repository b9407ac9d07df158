#include "base/text.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>

namespace antardesa {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == '\0';
}

/// The code point at `text[at]` and its length in bytes; length 0 for malformed UTF-8.
std::pair<char32_t, std::size_t> decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || at + length > text.size())
        return {0, 0};
    char32_t code = lead & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return {0, 0};
        code = (code << 6) | (byte(at + i) & 0x3F);
    }
    const std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {0, 0};
    return {code, length};
}

bool acts_on_terminal(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0xFEFF;
}

} // namespace

std::string trimmed(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && is_space(text.front()))
            text.remove_prefix(1), again = true;
        while (!text.empty() && is_space(text.back()))
            text.remove_suffix(1), again = true;
        if (text.substr(0, 2) == no_break_space)
            text.remove_prefix(2), again = true;
        if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space)
            text.remove_suffix(2), again = true;
    }
    return std::string(text);
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = decode(bytes, at).second;
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string shown_on_one_line(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        auto [code, length] = decode(text, at);
        if (length == 0 || acts_on_terminal(code)) {
            std::array<char, 16> escaped{};
            std::snprintf(escaped.data(), escaped.size(), "\\u{%x}",
                          length ? static_cast<unsigned>(code)
                                 : static_cast<unsigned>(static_cast<std::uint8_t>(text[at])));
            shown += escaped.data();
            at += length ? length : 1;
        } else {
            shown += text.substr(at, length);
            at += length;
        }
    }
    return shown;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || stop != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<long long> parse_integer(std::string_view text) {
    long long value = 0;
    auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || stop != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace antardesa
