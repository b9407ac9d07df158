#include "ui/fonts.h"

#include <array>
#include <cstdint>
#include <optional>

namespace antardesa::ui {

namespace {

std::optional<std::string_view> bytes_at(std::string_view font, std::size_t offset,
                                         std::size_t count) {
    if (offset > font.size() || font.size() - offset < count)
        return std::nullopt;
    return font.substr(offset, count);
}

std::uint32_t unsigned_at(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::optional<std::uint32_t> table_offset(std::string_view in, std::string_view tag) {
    const auto head = bytes_at(in, 0, 12);
    if (!head)
        return std::nullopt;
    const std::uint32_t count = unsigned_at(*head, 4, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto entry = bytes_at(in, 12 + 16 * i, 16);
        if (!entry)
            return std::nullopt;
        if (entry->substr(0, 4) == tag)
            return unsigned_at(*entry, 8, 4);
    }
    return std::nullopt;
}

} // namespace

double line_height_per_em(std::string_view in) {
    const auto head = table_offset(in, "head");
    const auto hhea = head ? table_offset(in, "hhea") : std::nullopt;
    const auto em = head ? bytes_at(in, *head + 18, 2) : std::nullopt;
    const auto lines = hhea ? bytes_at(in, *hhea + 4, 4) : std::nullopt;
    if (!em || !lines || unsigned_at(*em, 0, 2) == 0)
        return 1;
    const auto ascent = static_cast<std::int16_t>(unsigned_at(*lines, 0, 2));
    const auto descent = static_cast<std::int16_t>(unsigned_at(*lines, 2, 2));
    const double height = double(ascent - descent) / unsigned_at(*em, 0, 2);
    return height > 0.5 && height < 3 ? height : 1;
}

} // namespace antardesa::ui
