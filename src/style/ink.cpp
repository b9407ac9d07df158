#include "style/ink.h"

#include <charconv>
#include <cmath>

namespace antardesa::style {
namespace {

std::optional<std::uint8_t> parse_byte(std::string_view digits) {
    std::uint8_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value, 16);
    if (result.ec != std::errc{} || result.ptr != end)
        return std::nullopt;
    return value;
}

std::uint8_t mixed_byte(std::uint8_t a, std::uint8_t b, double share) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

} // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#')
        return std::nullopt;
    Colour colour;
    std::uint8_t* const bytes[] = {&colour.red, &colour.green, &colour.blue, &colour.alpha};
    for (std::size_t i = 0; 2 * i + 1 < text.size(); ++i) {
        const auto byte = parse_byte(text.substr(2 * i + 1, 2));
        if (!byte)
            return std::nullopt;
        *bytes[i] = *byte;
    }
    return colour;
}

Colour mixed(Colour a, Colour b, double share_of_b) {
    return {mixed_byte(a.red, b.red, share_of_b), mixed_byte(a.green, b.green, share_of_b),
            mixed_byte(a.blue, b.blue, share_of_b), mixed_byte(a.alpha, b.alpha, share_of_b)};
}

} // namespace antardesa::style
