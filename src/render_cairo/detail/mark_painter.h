#pragma once

#include "render_cairo/detail/font_shelf.h"

#include "base/job.h"
#include "cartography/mark.h"

namespace antardesa::render_cairo::detail {

/// How a page lies on a surface: device = millimetres × `scale`, y turned over at `height`, then
/// moved by `-origin`. Everything outside `window` (millimetres) is left out.
struct Canvas {
    cairo_t* context = nullptr;
    double scale = 1;  ///< device units per millimetre
    double height = 0; ///< of the whole page in device units
    geo::Point origin; ///< upper left corner of this surface on the page, device units
    geo::Box window;
};

/// Vertices nearer to the last drawn one than this (millimetres) cannot be told apart on paper
/// and are not written. 600 dots per inch are 0.042 mm apart.
inline constexpr double finest_millimetres = 0.02;

/// Draws background and groups, bottom first. Throws `Cancelled` or `Failure`.
void paint(const Canvas& canvas, const cartography::Drawing& drawing, FontShelf& fonts,
           Progress& progress);

/// How many marks `paint` counts in `progress`.
std::int64_t mark_count(const cartography::Drawing& drawing);

} // namespace antardesa::render_cairo::detail
