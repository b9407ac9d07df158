#include "render_gl/detail/canvas.h"

#include <agg_conv_stroke.h>
#include <agg_path_storage.h>
#include <agg_pixfmt_rgba.h>
#include <agg_rasterizer_scanline_aa.h>
#include <agg_renderer_base.h>
#include <agg_renderer_scanline.h>
#include <agg_scanline_u.h>

#include <algorithm>
#include <cmath>

namespace antardesa::render_gl::detail {

namespace {

using PixelFormat = agg::pixfmt_rgba32;
using Base = agg::renderer_base<PixelFormat>;

agg::rgba8 to_agg(style::Colour c) {
    return {c.red, c.green, c.blue, c.alpha};
}

/// A join finer than this is not seen; caps of wide strokes keep their roundness.
constexpr double approximation = 0.6;

} // namespace

struct Canvas::State {
    cartography::Image image;
    agg::rendering_buffer buffer;
    PixelFormat format{buffer};
    Base base{format};
    agg::rasterizer_scanline_aa<> rasterizer;
    agg::scanline_u8 scanline;
    agg::path_storage path;

    void paint(style::Colour colour, agg::filling_rule_e rule) {
        rasterizer.filling_rule(rule);
        agg::render_scanlines_aa_solid(rasterizer, scanline, base, to_agg(colour));
        rasterizer.reset();
    }
};

Canvas::Canvas(int width, int height, style::Colour background)
    : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.image.width = width;
    s.image.height = height;
    s.image.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    s.buffer.attach(s.image.rgba.data(), static_cast<unsigned>(width),
                    static_cast<unsigned>(height), width * 4);
    s.format.attach(s.buffer);
    s.base.attach(s.format);
    s.base.clear(to_agg(background.with_alpha(1)));
    set_clip({0, 0, double(width), double(height)});
}

Canvas::~Canvas() = default;

void Canvas::set_clip(const PixelBox& box) {
    State& s = *state_;
    const double right = std::clamp(box.right, 0.0, double(s.image.width));
    const double bottom = std::clamp(box.bottom, 0.0, double(s.image.height));
    const double left = std::clamp(box.left, 0.0, right);
    const double top = std::clamp(box.top, 0.0, bottom);
    s.rasterizer.clip_box(left, top, right, bottom);
    s.base.clip_box(static_cast<int>(left), static_cast<int>(top),
                    static_cast<int>(std::ceil(right)) - 1,
                    static_cast<int>(std::ceil(bottom)) - 1);
}

void Canvas::move_to(geo::Point p) {
    state_->path.move_to(p.x, p.y);
}
void Canvas::line_to(geo::Point p) {
    state_->path.line_to(p.x, p.y);
}
void Canvas::close() {
    state_->path.close_polygon();
}
bool Canvas::path_empty() const {
    return state_->path.total_vertices() == 0;
}

void Canvas::fill(style::Colour colour, Rule rule) {
    State& s = *state_;
    s.rasterizer.add_path(s.path);
    s.paint(colour, rule == Rule::even_odd ? agg::fill_even_odd : agg::fill_non_zero);
    s.path.remove_all();
}

void Canvas::stroke(style::Colour colour, double width, bool round) {
    State& s = *state_;
    agg::conv_stroke<agg::path_storage> stroke(s.path);
    stroke.width(width);
    stroke.approximation_scale(approximation);
    // Below two pixels nobody sees a round join, and it costs three times the vertices.
    const bool fine = width < 2.0;
    stroke.line_join(round && !fine ? agg::round_join : agg::miter_join_revert);
    stroke.miter_limit(2.0);
    stroke.line_cap(!round ? agg::butt_cap : fine ? agg::square_cap : agg::round_cap);
    s.rasterizer.add_path(stroke);
    s.paint(colour, agg::fill_non_zero);
    s.path.remove_all();
}

void Canvas::stroke_keeping(style::Colour colour, double width) {
    State& s = *state_;
    agg::conv_stroke<agg::path_storage> stroke(s.path);
    stroke.width(width);
    stroke.approximation_scale(approximation);
    stroke.line_join(agg::round_join);
    s.rasterizer.add_path(stroke);
    s.paint(colour, agg::fill_non_zero);
}

void Canvas::draw_image(const cartography::Image& image, const PixelBox& box) {
    State& s = *state_;
    const double width = box.right - box.left;
    const double height = box.bottom - box.top;
    if (width <= 0 || height <= 0 || image.width <= 0 || image.height <= 0)
        return;
    const int left = std::max(s.base.xmin(), static_cast<int>(std::floor(box.left)));
    const int right = std::min(s.base.xmax(), static_cast<int>(std::ceil(box.right)) - 1);
    const int top = std::max(s.base.ymin(), static_cast<int>(std::floor(box.top)));
    const int bottom = std::min(s.base.ymax(), static_cast<int>(std::ceil(box.bottom)) - 1);
    for (int y = top; y <= bottom; ++y) {
        const int row = std::clamp(static_cast<int>((y + 0.5 - box.top) / height * image.height), 0,
                                   image.height - 1);
        for (int x = left; x <= right; ++x) {
            const int column = std::clamp(
                static_cast<int>((x + 0.5 - box.left) / width * image.width), 0, image.width - 1);
            const std::uint8_t* from =
                &image.rgba[4 * (static_cast<std::size_t>(row) * image.width + column)];
            s.base.blend_pixel(x, y, agg::rgba8(from[0], from[1], from[2], from[3]),
                               agg::cover_full);
        }
    }
}

cartography::Image Canvas::take() && {
    return std::move(state_->image);
}

} // namespace antardesa::render_gl::detail
