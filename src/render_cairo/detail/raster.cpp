#include "render_cairo/detail/raster.h"

#include <algorithm>
#include <cmath>

namespace antardesa::render_cairo::detail {
namespace {

/// cairo's image surfaces end at 32 767 pixels a side.
constexpr int widest_tile = 16'384;
constexpr double most_pixels_a_side = 1'000'000;

int pixels_of(double millimetres, double per_millimetre) {
    const double pixels = std::max(1.0, std::round(millimetres * per_millimetre));
    if (!(per_millimetre > 0) || !(pixels <= most_pixels_a_side))
        throw Failure("resolution out of range");
    return static_cast<int>(pixels);
}

/// cairo keeps colours multiplied by alpha.
void to_straight(const std::uint32_t* from, int count, std::uint8_t* to) {
    for (int i = 0; i < count; ++i, to += 4) {
        const std::uint32_t pixel = from[i];
        const std::uint32_t alpha = pixel >> 24;
        const auto part = [&](int shift) {
            const std::uint32_t value = pixel >> shift & 0xFF;
            return static_cast<std::uint8_t>(
                alpha == 255 || alpha == 0 ? value
                                           : std::min(255U, (value * 255 + alpha / 2) / alpha));
        };
        to[0] = part(16);
        to[1] = part(8);
        to[2] = part(0);
        to[3] = static_cast<std::uint8_t>(alpha);
    }
}

} // namespace

PageRaster::PageRaster(const cartography::Drawing& page, double dpi)
    : page_(page), pixels_per_millimetre_(dpi / 25.4),
      width_(pixels_of(page.width.value, pixels_per_millimetre_)),
      height_(pixels_of(page.height.value, pixels_per_millimetre_)) {
}

void PageRaster::draw_rows(int top, int rows, std::span<std::uint8_t> pixels, FontShelf& fonts,
                           Progress& progress) const {
    for (int left = 0; left < width_; left += widest_tile)
        draw_tile(left, std::min(widest_tile, width_ - left), top, rows, pixels, fonts, progress);
}

void PageRaster::draw_tile(int left, int columns, int top, int rows, std::span<std::uint8_t> pixels,
                           FontShelf& fonts, Progress& progress) const {
    const Surface surface = pixel_surface(columns, rows);
    const Context context = owned(cairo_create(surface.get()));
    const double millimetres = 1 / pixels_per_millimetre_;
    const geo::Box window{{left * millimetres, (height_ - top - rows) * millimetres},
                          {(left + columns) * millimetres, (height_ - top) * millimetres}};
    const geo::Point origin{double(left), double(top)};
    paint({context.get(), pixels_per_millimetre_, double(height_), origin, window.grown(1)}, page_,
          fonts, progress);
    cairo_surface_flush(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int row = 0; row < rows; ++row)
        to_straight(reinterpret_cast<const std::uint32_t*>(data + std::ptrdiff_t{row} * stride),
                    columns,
                    &pixels[4 * (std::size_t(row) * std::size_t(width_) + std::size_t(left))]);
}

} // namespace antardesa::render_cairo::detail
