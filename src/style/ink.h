#pragma once

#include "base/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::style {

/// sRGB with straight alpha.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    friend bool operator==(Colour, Colour) = default;
    Colour with_alpha(double opacity) const {
        return {red, green, blue, static_cast<std::uint8_t>(opacity * 255.0 + 0.5)};
    }
};
/// "#RRGGBB" or "#RRGGBBAA".
std::optional<Colour> parse_colour(std::string_view text);
/// Linear mix in sRGB; 0 gives a, 1 gives b.
Colour mixed(Colour a, Colour b, double share_of_b);

/// One stroke. `pattern` alternates ink and gap in millimetres (zero ink = dot); empty = solid.
struct LineInk {
    Colour colour;
    Millimetres width{0.25};
    std::vector<double> pattern;
    Millimetres dot{0.0}; ///< diameter of dots in the pattern; 0: as wide as the line
    double casing = 0;    ///< extra width on each side in `casing_colour`, millimetres
    Colour casing_colour{255, 255, 255, 255};
};
struct HatchInk {
    Colour colour;
    Millimetres width{0.1};
    Millimetres spacing{2};
    double angle = 45; ///< degrees
};
struct AreaInk {
    Colour fill{0, 0, 0, 0};
    std::optional<HatchInk> hatch;
};
struct LabelInk {
    Colour colour;
    Colour halo{255, 255, 255, 230};
    Millimetres halo_width{0.4};
    Millimetres size{2.6};
    int weight = 400; ///< 400, 500, 600, 700
    Millimetres letter_spacing{0};
    bool capitals = false;
};

} // namespace antardesa::style
