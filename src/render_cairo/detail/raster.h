#pragma once

#include "render_cairo/detail/mark_painter.h"

#include <cstdint>
#include <span>

namespace antardesa::render_cairo::detail {

/// A page as pixels, drawn piece by piece.
class PageRaster {
  public:
    /// Throws `Failure` when `dpi` gives no pixels or more than a PNG file can hold.
    PageRaster(const cartography::Drawing& page, double dpi);

    int width() const { return width_; }
    int height() const { return height_; }

    /// Rows [top, top + rows) as RGBA, straight alpha, into `pixels` (rows × width × 4 bytes).
    void draw_rows(int top, int rows, std::span<std::uint8_t> pixels, FontShelf& fonts,
                   Progress& progress) const;

  private:
    void draw_tile(int left, int columns, int top, int rows, std::span<std::uint8_t> pixels,
                   FontShelf& fonts, Progress& progress) const;

    const cartography::Drawing& page_;
    double pixels_per_millimetre_;
    int width_ = 0;
    int height_ = 0;
};

} // namespace antardesa::render_cairo::detail
