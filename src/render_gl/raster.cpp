#include "render_gl/raster.h"

#include "render_gl/detail/canvas.h"

#include <cmath>
#include <numbers>

namespace antardesa::render_gl {

namespace {

using cartography::Drawing;
using cartography::Group;
using cartography::Path;
using detail::Canvas;
using geo::Point;

/// Vertices closer than this are one to the eye.
constexpr double finest_pixels = 0.15;
constexpr std::size_t marks_between_checks = 64;

/// Group coordinates to pixels, y downwards.
struct ToPixels {
    cartography::Placement placement;
    double pixels_per_millimetre;
    double page_height; ///< pixels

    Point operator()(Point p) const {
        const Point mm = placement.to_millimetres(p);
        return {mm.x * pixels_per_millimetre, page_height - mm.y * pixels_per_millimetre};
    }
};

class MarkPainter {
  public:
    MarkPainter(Canvas& canvas, const ToPixels& to_pixels, const text::Typesetter& typesetter)
        : canvas_(canvas), to_pixels_(to_pixels), typesetter_(typesetter) {}

    void operator()(const cartography::AreaMark& mark) {
        if (mark.fill.alpha == 0)
            return;
        add_parts(mark.rings, true);
        canvas_.fill(mark.fill, mark.rule == cartography::FillRule::non_zero
                                    ? Canvas::Rule::non_zero
                                    : Canvas::Rule::even_odd);
    }

    void operator()(const cartography::LineMark& mark) {
        const double width = pixels(mark.width.value);
        if (mark.colour.alpha == 0 || width <= 0)
            return;
        add_dots(mark, width);
        add_parts(mark.lines, false);
        if (!canvas_.path_empty())
            canvas_.stroke(mark.colour, width, mark.round);
    }

    void operator()(const cartography::PointMark& mark) {
        const Point centre = to_pixels_(mark.position);
        const double height = pixels(mark.size.value);
        const double width = mark.shape == cartography::Shape::capsule && mark.width.value > 0
                                 ? pixels(mark.width.value)
                                 : height;
        add_shape(mark.shape, centre, width, height);
        if (mark.fill.alpha != 0)
            canvas_.fill(mark.fill, Canvas::Rule::non_zero);
        if (mark.stroke.alpha != 0 && mark.stroke_width.value > 0) {
            add_shape(mark.shape, centre, width, height);
            canvas_.stroke(mark.stroke, pixels(mark.stroke_width.value), true);
        }
        draw_content(mark, centre);
    }

    void operator()(const cartography::TextMark& mark) {
        const double turn = -mark.angle * std::numbers::pi / 180;
        const Point along{std::cos(turn), std::sin(turn)};
        const Point up{along.y, -along.x};
        const Point origin =
            to_pixels_(mark.position) + along * pixels(mark.offset.x) + up * pixels(mark.offset.y);
        add_run(mark.run, origin, along, up);
        if (canvas_.path_empty())
            return;
        if (mark.halo.alpha != 0 && mark.halo_width.value > 0)
            canvas_.stroke_keeping(mark.halo, 2 * pixels(mark.halo_width.value));
        canvas_.fill(mark.colour, Canvas::Rule::non_zero);
    }

    void operator()(const cartography::ImageMark& mark) {
        if (!mark.image)
            return;
        const Point a = to_pixels_(mark.box.min);
        const Point b = to_pixels_(mark.box.max);
        canvas_.draw_image(*mark.image, {a.x, b.y, b.x, a.y});
    }

  private:
    double pixels(double millimetres) const {
        return millimetres * to_pixels_.pixels_per_millimetre;
    }

    void add_parts(const Path& path, bool closed) {
        for (std::size_t i = 0; i < path.size(); ++i) {
            const auto part = path.part(i);
            if (part.size() < (closed ? 3U : 2U) || is_dot(part))
                continue;
            add_part(part, closed);
        }
    }

    void add_part(std::span<const Point> part, bool closed) {
        Point last = to_pixels_(part.front());
        canvas_.move_to(last);
        for (std::size_t i = 1; i < part.size(); ++i) {
            const Point p = to_pixels_(part[i]);
            if (std::abs(p.x - last.x) + std::abs(p.y - last.y) < finest_pixels &&
                i + 1 < part.size())
                continue;
            canvas_.line_to(p);
            last = p;
        }
        if (closed)
            canvas_.close();
    }

    static bool is_dot(std::span<const Point> part) {
        return part.size() == 2 && part[0] == part[1];
    }

    void add_dots(const cartography::LineMark& mark, double width) {
        bool any = false;
        for (std::size_t i = 0; i < mark.lines.size(); ++i) {
            const auto part = mark.lines.part(i);
            if (!is_dot(part))
                continue;
            add_ellipse(to_pixels_(part[0]), width / 2);
            any = true;
        }
        if (any)
            canvas_.fill(mark.colour, Canvas::Rule::non_zero);
    }

    void add_ellipse(Point centre, double radius) {
        const int steps = radius < 2 ? 8 : radius < 6 ? 20 : 40;
        for (int i = 0; i < steps; ++i) {
            const double angle = 2 * std::numbers::pi * i / steps;
            const Point p = centre + Point{std::cos(angle), std::sin(angle)} * radius;
            i == 0 ? canvas_.move_to(p) : canvas_.line_to(p);
        }
        canvas_.close();
    }

    /// A box whose corners are rounded with `radius`.
    void add_rounded_box(Point centre, double width, double height, double radius) {
        const Point half{width / 2 - radius, height / 2 - radius};
        const int steps = radius < 0.5 ? 0 : radius < 4 ? 4 : 10;
        bool first = true;
        for (int corner = 0; corner < 4; ++corner) {
            const Point at = centre + Point{corner == 0 || corner == 3 ? half.x : -half.x,
                                            corner < 2 ? half.y : -half.y};
            for (int i = 0; i <= steps; ++i) {
                const double angle =
                    std::numbers::pi / 2 * (corner + (steps ? double(i) / steps : 0.5));
                const double reach = steps ? radius : radius * std::numbers::sqrt2;
                const Point p = at + Point{std::cos(angle), std::sin(angle)} * reach;
                first ? canvas_.move_to(p) : canvas_.line_to(p);
                first = false;
            }
        }
        canvas_.close();
    }

    void add_shape(cartography::Shape shape, Point centre, double width, double height) {
        using cartography::Shape;
        switch (shape) {
        case Shape::circle:
            return add_ellipse(centre, height / 2);
        case Shape::square:
            return add_rounded_box(centre, width, height, 0);
        case Shape::rounded_square:
            return add_rounded_box(centre, width, height, height / 4);
        case Shape::capsule:
            return add_rounded_box(centre, width, height, height / 2);
        case Shape::triangle:
            canvas_.move_to(centre + Point{0, -height * 0.58});
            canvas_.line_to(centre + Point{width / 2, height * 0.42});
            canvas_.line_to(centre + Point{-width / 2, height * 0.42});
            canvas_.close();
            return;
        }
    }

    void draw_content(const cartography::PointMark& mark, Point centre) {
        double width = 0;
        for (const auto& run : mark.content)
            width += run.width;
        double x = -width / 2;
        for (const auto& run : mark.content) {
            const double baseline = run.style.family == text::Family::icons
                                        ? run.style.size.value / 2
                                        : 0.36 * run.style.size.value;
            const Point origin = centre + Point{pixels(x), pixels(baseline)};
            add_run(run, origin, {1, 0}, {0, -1});
            if (!canvas_.path_empty())
                canvas_.fill(mark.content_colour, Canvas::Rule::non_zero);
            x += run.width;
        }
    }

    void add_run(const text::GlyphRun& run, Point origin, Point along, Point up) {
        const double em = pixels(run.style.size.value);
        for (const text::Glyph& glyph : run.glyphs) {
            const Point at = origin + along * pixels(glyph.x) + up * pixels(glyph.y);
            const text::GlyphOutline& outline = typesetter_.outline(run, glyph.index);
            for (std::size_t ring = 0; ring < outline.ring_starts.size(); ++ring) {
                const std::size_t begin = outline.ring_starts[ring];
                const std::size_t end = ring + 1 < outline.ring_starts.size()
                                            ? outline.ring_starts[ring + 1]
                                            : outline.points.size();
                for (std::size_t i = begin; i < end; ++i) {
                    const auto& q = outline.points[i];
                    const Point p = at + along * (q.x * em) + up * (q.y * em);
                    i == begin ? canvas_.move_to(p) : canvas_.line_to(p);
                }
                canvas_.close();
            }
        }
    }

    Canvas& canvas_;
    const ToPixels& to_pixels_;
    const text::Typesetter& typesetter_;
};

} // namespace

cartography::Image rasterise(const Drawing& drawing, double pixels_per_millimetre,
                             const text::Typesetter& typesetter, Progress& progress) {
    const int width =
        std::max(1, static_cast<int>(std::lround(drawing.width.value * pixels_per_millimetre)));
    const int height =
        std::max(1, static_cast<int>(std::lround(drawing.height.value * pixels_per_millimetre)));
    Canvas canvas(width, height, drawing.background);
    for (const Group& group : drawing.groups) {
        const ToPixels to_pixels{group.placement, pixels_per_millimetre, double(height)};
        detail::PixelBox clip{0, 0, double(width), double(height)};
        if (group.clip)
            clip = {group.clip->min.x * pixels_per_millimetre,
                    height - group.clip->max.y * pixels_per_millimetre,
                    group.clip->max.x * pixels_per_millimetre,
                    height - group.clip->min.y * pixels_per_millimetre};
        canvas.set_clip(clip);
        MarkPainter painter(canvas, to_pixels, typesetter);
        std::size_t drawn = 0;
        for (const cartography::Mark& mark : group.marks) {
            if (drawn++ % marks_between_checks == 0)
                progress.check();
            std::visit(painter, mark);
        }
    }
    return std::move(canvas).take();
}

} // namespace antardesa::render_gl
