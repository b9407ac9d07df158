#include "render_cairo/paper.h"

#include "render_cairo/detail/png_stream.h"
#include "render_cairo/detail/raster.h"

#include "base/result.h"

#include <algorithm>

namespace antardesa::render_cairo {
namespace {

using detail::PrivateFile;

/// One band of pixels, twice (cairo's and ours): 2 × 96 MB.
constexpr std::int64_t band_bytes = 96'000'000;

int rows_in_band(const detail::PageRaster& raster) {
    const std::int64_t rows = band_bytes / (std::int64_t{raster.width()} * 4);
    return static_cast<int>(std::clamp<std::int64_t>(rows, 16, raster.height()));
}

void write_bands(PrivateFile& file, const cartography::Drawing& page, double dpi,
                 Progress& progress) {
    const detail::PageRaster raster(page, dpi);
    const int band = std::min(rows_in_band(raster), raster.height());
    const std::size_t row_bytes = std::size_t(raster.width()) * 4;
    std::vector<std::uint8_t> pixels(row_bytes * std::size_t(band));
    progress.start(detail::mark_count(page) * ((raster.height() + band - 1) / band));
    detail::FontShelf fonts;
    detail::PngStream png(file, {raster.width(), raster.height(), false, dpi});
    for (int top = 0; top < raster.height(); top += band) {
        const int rows = std::min(band, raster.height() - top);
        raster.draw_rows(top, rows, pixels, fonts, progress);
        for (int row = 0; row < rows; ++row) {
            if (row % 64 == 0)
                progress.check();
            png.write_row(std::span(pixels).subspan(row_bytes * std::size_t(row), row_bytes));
        }
    }
    png.finish();
}

} // namespace

void write_png(const std::filesystem::path& path, const cartography::Drawing& page, double dpi,
               Progress& progress) {
    detail::write_whole(path, [&](PrivateFile& file) { write_bands(file, page, dpi, progress); });
}

void save_png(const std::filesystem::path& path, const cartography::Image& image) {
    detail::write_whole(path, [&](PrivateFile& file) {
        const std::size_t row_bytes = std::size_t(std::max(image.width, 0)) * 4;
        if (row_bytes == 0 || image.height <= 0 ||
            image.rgba.size() < row_bytes * std::size_t(image.height))
            throw detail::Failure("an empty picture");
        detail::PngStream png(file, {image.width, image.height, true, 0});
        for (int row = 0; row < image.height; ++row)
            png.write_row(std::span(image.rgba).subspan(row_bytes * std::size_t(row), row_bytes));
        png.finish();
    });
}

cartography::Image render_image(const cartography::Drawing& page, double dpi, Progress& progress) {
    try {
        const detail::PageRaster raster(page, dpi);
        cartography::Image image{raster.width(), raster.height(), {}};
        image.rgba.resize(std::size_t(image.width) * std::size_t(image.height) * 4);
        progress.start(detail::mark_count(page));
        detail::FontShelf fonts;
        const int band = rows_in_band(raster);
        for (int top = 0; top < image.height; top += band) {
            const int rows = std::min(band, image.height - top);
            raster.draw_rows(
                top, rows,
                std::span(image.rgba).subspan(std::size_t(top) * std::size_t(image.width) * 4),
                fonts, progress);
        }
        return image;
    } catch (const detail::Failure& failure) {
        throw Error({"render_cairo.cannot_draw", {failure.what()}});
    }
}

} // namespace antardesa::render_cairo
