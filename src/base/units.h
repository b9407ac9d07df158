#pragma once

#include <compare>

namespace antardesa {

/// A length of ink on paper or glass. Renderers decide how large a millimetre is.
struct Millimetres {
    double value = 0;

    friend auto operator<=>(Millimetres, Millimetres) = default;
    friend Millimetres operator+(Millimetres a, Millimetres b) { return {a.value + b.value}; }
    friend Millimetres operator-(Millimetres a, Millimetres b) { return {a.value - b.value}; }
    friend Millimetres operator*(Millimetres a, double factor) { return {a.value * factor}; }
};

/// 1 : `denominator`. A larger denominator is a smaller scale.
struct MapScale {
    double denominator = 1;

    /// Metres on the ground that one millimetre of ink covers.
    double metres_per_millimetre() const { return denominator / 1000.0; }
    friend auto operator<=>(MapScale, MapScale) = default;
};

/// CSS pixel, the unit of docs and pictures of the window: 96 to the inch.
inline constexpr double millimetres_per_pixel = 25.4 / 96.0;
inline constexpr double millimetres_per_point = 25.4 / 72.0;

} // namespace antardesa
