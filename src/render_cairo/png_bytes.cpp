#include "render_cairo/paper.h"

#include "base/result.h"
#include "render_cairo/detail/handles.h"

#include <algorithm>
#include <new>

namespace antardesa::render_cairo {
namespace {

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    try {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

/// Straight alpha to cairo's own form.
void fill(cairo_surface_t* surface, const cartography::Image& image) {
    cairo_surface_flush(surface);
    unsigned char* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < image.height; ++y) {
        auto* out = reinterpret_cast<std::uint32_t*>(rows + std::ptrdiff_t{y} * stride);
        const std::uint8_t* in = image.rgba.data() + std::size_t(y) * std::size_t(image.width) * 4;
        for (int x = 0; x < image.width; ++x, in += 4) {
            const auto dimmed = [&](std::uint8_t part) {
                return std::uint32_t((unsigned(part) * in[3] + 127) / 255);
            };
            out[x] = std::uint32_t(in[3]) << 24 | dimmed(in[0]) << 16 | dimmed(in[1]) << 8 |
                     dimmed(in[2]);
        }
    }
    cairo_surface_mark_dirty(surface);
}

} // namespace

std::string png_bytes(const cartography::Image& image) {
    std::string bytes;
    try {
        const std::size_t needed =
            std::size_t(std::max(image.width, 0)) * std::size_t(std::max(image.height, 0)) * 4;
        if (needed == 0 || image.rgba.size() < needed)
            throw detail::Failure("an empty picture");
        const detail::Surface surface = detail::pixel_surface(image.width, image.height);
        fill(surface.get(), image);
        detail::check(cairo_surface_write_to_png_stream(surface.get(), append, &bytes));
    } catch (const detail::Failure& failure) {
        throw Error({"render_cairo.cannot_write", {"PNG", failure.what()}});
    }
    return bytes;
}

} // namespace antardesa::render_cairo
