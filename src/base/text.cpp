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

struct Span {
    char32_t first;
    char32_t last;
};

template<std::size_t Count>
bool lies_in(char32_t code, const std::array<Span, Count>& spans) {
    for (const Span& span : spans)
        if (code >= span.first && code <= span.last)
            return true;
    return false;
}

std::string escaped(char32_t code) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "\\u{%x}", static_cast<unsigned>(code));
    return text.data();
}

/// How many combining marks stand at `at`, and where they end.
std::pair<int, std::size_t> combining_run(std::string_view text, std::size_t at) {
    int marks = 0;
    while (at < text.size()) {
        const Character mark = character_at(text, at);
        if (mark.length == 0 || !is_combining(mark.code))
            break;
        ++marks;
        at += mark.length;
    }
    return {marks, at};
}

} // namespace

Character character_at(std::string_view text, std::size_t at) {
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

bool acts_unseen(char32_t code) {
    static constexpr std::array<Span, 17> spans{{{0x00, 0x1F},
                                                 {0x7F, 0x9F},
                                                 {0xAD, 0xAD},
                                                 {0x34F, 0x34F},
                                                 {0x61C, 0x61C},
                                                 {0x115F, 0x1160},
                                                 {0x17B4, 0x17B5},
                                                 {0x180B, 0x180F},
                                                 {0x200B, 0x200F},
                                                 {0x2028, 0x202E},
                                                 {0x2060, 0x206F},
                                                 {0x3164, 0x3164},
                                                 {0xFE00, 0xFE0F},
                                                 {0xFEFF, 0xFEFF},
                                                 {0xFFA0, 0xFFA0},
                                                 {0xFFF0, 0xFFFB},
                                                 {0xE0000, 0xE0FFF}}};
    return code < 0x20 || (code >= 0x7F && lies_in(code, spans));
}

bool is_combining(char32_t code) {
    static constexpr std::array<Span, 7> spans{{{0x300, 0x36F},
                                                {0x483, 0x489},
                                                {0x591, 0x5BD},
                                                {0x1AB0, 0x1AFF},
                                                {0x1DC0, 0x1DFF},
                                                {0x20D0, 0x20FF},
                                                {0xFE20, 0xFE2F}}};
    return code >= 0x300 && lies_in(code, spans);
}

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
        const std::size_t length = character_at(bytes, at).length;
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string shown_on_one_line(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (character.length == 0) {
            shown += escaped(static_cast<std::uint8_t>(text[at++]));
            continue;
        }
        if (const auto [marks, end] = combining_run(text, at); marks > most_combining) {
            shown += escaped(character.code) + "×" + std::to_string(marks);
            at = end;
            continue;
        }
        if (acts_unseen(character.code))
            shown += escaped(character.code);
        else
            shown += text.substr(at, character.length);
        at += character.length;
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
