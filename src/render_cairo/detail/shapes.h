#pragma once

#include "cartography/mark.h"

#include <array>

namespace antardesa::render_cairo::detail {

/// A quarter of a circle by one cubic: control points at this share of the radius.
inline constexpr double quarter_circle = 0.5522847498;

/// A box with corners rounded by `radius`, y downwards, onto anything with move_to, line_to,
/// curve_to and close.
template<class Sink>
void add_rounded_box(Sink& sink, geo::Point centre, double width, double height, double radius) {
    using geo::Point;
    const Point half{width / 2, height / 2};
    const double pull = radius * (1 - quarter_circle);
    constexpr std::array<Point, 4> corners{{{1, -1}, {1, 1}, {-1, 1}, {-1, -1}}};
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Point corner = centre + Point{corners[i].x * half.x, corners[i].y * half.y};
        // Directions along which the outline comes to and leaves the corner, clockwise.
        const Point arriving = i % 2 == 0 ? Point{corners[i].x, 0} : Point{0, corners[i].y};
        const Point leaving = i % 2 == 0 ? Point{0, -corners[i].y} : Point{-corners[i].x, 0};
        const Point start = corner - arriving * radius;
        i == 0 ? sink.move_to(start) : sink.line_to(start);
        if (radius > 0)
            sink.curve_to(corner - arriving * pull, corner + leaving * pull,
                          corner + leaving * radius);
    }
    sink.close();
}

/// The outline of a symbol in device units, y downwards; the same figures as on glass.
template<class Sink>
void add_shape(Sink& sink, cartography::Shape shape, geo::Point centre, double width,
               double height) {
    using cartography::Shape;
    using geo::Point;
    switch (shape) {
    case Shape::circle:
        return add_rounded_box(sink, centre, height, height, height / 2);
    case Shape::square:
        return add_rounded_box(sink, centre, width, height, 0);
    case Shape::rounded_square:
        return add_rounded_box(sink, centre, width, height, height / 4);
    case Shape::capsule:
        return add_rounded_box(sink, centre, width, height, height / 2);
    case Shape::triangle:
        sink.move_to(centre + Point{0, -height * 0.58});
        sink.line_to(centre + Point{width / 2, height * 0.42});
        sink.line_to(centre + Point{-width / 2, height * 0.42});
        sink.close();
        return;
    }
}

/// How far below a symbol's centre the baseline of its content stands, millimetres: capitals are
/// 0.72 em high, icons fill their em.
inline double baseline_below_centre(const text::GlyphRun& run) {
    return run.style.size.value * (run.style.family == text::Family::icons ? 0.5 : 0.36);
}

} // namespace antardesa::render_cairo::detail
