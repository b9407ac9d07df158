#include "base/file_name.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace antardesa {

namespace {

constexpr std::string_view forbidden = "\\/:*?\"<>|";
constexpr std::string_view ends_badly = ". ";
constexpr std::string_view begins_badly = ".- ~";

struct Letter {
    std::uint32_t code = 0;
    std::size_t size = 1;
};

/// Of well-formed UTF-8.
Letter letter_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
    };
    if (byte(0) < 0x80)
        return {byte(0), 1};
    if (byte(0) < 0xE0)
        return {(byte(0) & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (byte(0) < 0xF0)
        return {(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    return {(byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
                (byte(3) & 0x3F),
            4};
}

/// Control, direction, zero-width, line-separating and private characters, and non-characters.
bool is_invisible(std::uint32_t code) {
    constexpr std::pair<std::uint32_t, std::uint32_t> ranges[] = {
        {0x00, 0x1F},       {0x7F, 0x9F},       {0xAD, 0xAD},     {0x061C, 0x061C},
        {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E}, {0x2060, 0x206F},
        {0xE000, 0xF8FF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFF},
        {0xE0000, 0xE0FFF}, {0xF0000, 0x10FFFF}};
    return std::any_of(std::begin(ranges), std::end(ranges), [code](const auto& range) {
        return code >= range.first && code <= range.second;
    });
}

std::string visible_letters(std::string_view name) {
    std::string text;
    if (!is_utf8(name)) {
        for (const char c : name)
            text += static_cast<unsigned char>(c) < 0x80 ? c : '_';
        return visible_letters(text);
    }
    for (std::size_t at = 0; at < name.size();) {
        const Letter letter = letter_at(name, at);
        if (is_invisible(letter.code) ||
            (letter.size == 1 && forbidden.find(name[at]) != std::string_view::npos))
            text += '_';
        else
            text += name.substr(at, letter.size);
        at += letter.size;
    }
    return text;
}

/// At most `most` bytes, cut between letters.
std::string cut(std::string text, std::size_t most) {
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    text.resize(most);
    return text;
}

std::string shortened(const std::string& name) {
    constexpr std::size_t longest_ending = 12;
    const std::size_t dot = name.rfind('.');
    const bool has_ending = dot != std::string::npos && name.size() - dot <= longest_ending;
    const std::string ending = has_ending ? name.substr(dot) : std::string();
    const std::string stem = has_ending ? name.substr(0, dot) : name;
    return cut(stem, longest_file_name - ending.size()) + ending;
}

void trim_ends(std::string& name) {
    while (!name.empty() && ends_badly.find(name.back()) != std::string_view::npos)
        name.pop_back();
    const std::size_t begin = name.find_first_not_of(begins_badly);
    name.erase(0, std::min(begin, name.size()));
}

/// What Windows takes for a device, whatever ending follows.
bool is_reserved(const std::string& name) {
    const std::string stem = lower_case(trimmed(name.substr(0, name.find('.'))));
    constexpr std::array<std::string_view, 6> devices{"con", "prn",    "aux",
                                                      "nul", "conin$", "conout$"};
    const bool numbered = stem.size() == 4 &&
                          (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' &&
                          stem[3] <= '9';
    return numbered || std::find(devices.begin(), devices.end(), stem) != devices.end();
}

} // namespace

std::string safe_file_name(std::string_view name) {
    std::string safe = visible_letters(name);
    trim_ends(safe);
    if (is_reserved(safe))
        safe = "_" + safe;
    safe = shortened(safe);
    trim_ends(safe);
    return safe.empty() ? "_" : safe;
}

} // namespace antardesa
