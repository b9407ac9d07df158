#include "render_cairo/detail/mark_painter.h"

#include "render_cairo/detail/glyphs.h"
#include "render_cairo/detail/shapes.h"

#include <cmath>
#include <numbers>

namespace antardesa::render_cairo::detail {
namespace {

using cartography::Drawing;
using cartography::Group;
using cartography::Path;
using geo::Box;
using geo::Point;

constexpr std::int64_t marks_between_checks = 64;

void set_colour(cairo_t* context, style::Colour colour) {
    cairo_set_source_rgba(context, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          colour.alpha / 255.0);
}

/// Shape outlines onto a cairo path.
struct CairoPath {
    cairo_t* context;
    void move_to(Point p) { cairo_move_to(context, p.x, p.y); }
    void line_to(Point p) { cairo_line_to(context, p.x, p.y); }
    void curve_to(Point a, Point b, Point c) {
        cairo_curve_to(context, a.x, a.y, b.x, b.y, c.x, c.y);
    }
    void close() { cairo_close_path(context); }
};

/// ARGB32 as cairo wants it: premultiplied, native order.
Surface to_surface(const cartography::Image& image) {
    Surface surface = pixel_surface(image.width, image.height);
    unsigned char* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(rows + std::ptrdiff_t{y} * stride);
        const std::uint8_t* from = &image.rgba[4 * std::size_t(y) * std::size_t(image.width)];
        for (int x = 0; x < image.width; ++x, from += 4) {
            const auto part = [&](int channel) {
                return std::uint32_t{from[channel]} * from[3] / 255;
            };
            row[x] = std::uint32_t{from[3]} << 24 | part(0) << 16 | part(1) << 8 | part(2);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

class MarkPainter {
  public:
    MarkPainter(const Canvas& canvas, const Group& group, FontShelf& fonts)
        : canvas_(canvas), context_(canvas.context), placement_(group.placement), fonts_(fonts),
          window_(canvas.window) {
        if (group.clip)
            window_ = {{std::max(window_.min.x, group.clip->min.x),
                        std::max(window_.min.y, group.clip->min.y)},
                       {std::min(window_.max.x, group.clip->max.x),
                        std::min(window_.max.y, group.clip->max.y)}};
    }

    bool nothing_to_see() const { return window_.empty(); }

    void operator()(const cartography::AreaMark& mark) {
        if (mark.fill.alpha == 0 || !add_parts(mark.rings, 0, true))
            return;
        set_colour(context_, mark.fill);
        cairo_set_fill_rule(context_, mark.rule == cartography::FillRule::non_zero
                                          ? CAIRO_FILL_RULE_WINDING
                                          : CAIRO_FILL_RULE_EVEN_ODD);
        cairo_fill(context_);
    }

    void operator()(const cartography::LineMark& mark) {
        if (mark.colour.alpha == 0 || mark.width.value <= 0 ||
            !add_parts(mark.lines, mark.width.value, false))
            return;
        set_colour(context_, mark.colour);
        set_pen(mark.width.value, mark.round);
        cairo_stroke(context_);
    }

    void operator()(const cartography::PointMark& mark) {
        const Point at = placement_.to_millimetres(mark.position);
        const double reach = std::max(mark.size.value, mark.width.value) + mark.stroke_width.value;
        if (!window_.intersects(Box{at, at}.grown(reach)))
            return;
        const double height = mark.size.value * canvas_.scale;
        const double width = mark.shape == cartography::Shape::capsule && mark.width.value > 0
                                 ? mark.width.value * canvas_.scale
                                 : height;
        CairoPath path{context_};
        add_shape(path, mark.shape, device(at), width, height);
        cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
        set_colour(context_, mark.fill);
        mark.fill.alpha != 0 ? cairo_fill_preserve(context_) : void();
        if (mark.stroke.alpha != 0 && mark.stroke_width.value > 0) {
            set_colour(context_, mark.stroke);
            set_pen(mark.stroke_width.value, true);
            cairo_stroke_preserve(context_);
        }
        cairo_new_path(context_);
        show_content(mark, device(at));
    }

    void operator()(const cartography::TextMark& mark) {
        const Point at = placement_.to_millimetres(mark.position);
        const double reach = mark.run.width + geo::norm(mark.offset) + 2 * mark.run.ascent;
        if (mark.run.glyphs.empty() || !window_.intersects(Box{at, at}.grown(reach)))
            return;
        const double em = mark.run.style.size.value * canvas_.scale;
        cairo_save(context_);
        const Point origin = device(at);
        cairo_translate(context_, origin.x, origin.y);
        if (mark.angle != 0)
            cairo_rotate(context_, -mark.angle * std::numbers::pi / 180);
        fonts_.select(context_, mark.run, em);
        const CairoGlyphs glyphs(mark.run,
                                 {mark.offset.x * canvas_.scale, -mark.offset.y * canvas_.scale},
                                 canvas_.scale);
        if (mark.halo.alpha != 0 && mark.halo_width.value > 0) {
            glyphs.add_outline(context_);
            set_colour(context_, mark.halo);
            set_pen(2 * mark.halo_width.value, true);
            cairo_stroke(context_);
        }
        set_colour(context_, mark.colour);
        glyphs.show(context_);
        cairo_restore(context_);
    }

    void operator()(const cartography::ImageMark& mark) {
        if (!mark.image || mark.image->width <= 0 || mark.image->height <= 0)
            return;
        const Point a = placement_.to_millimetres(mark.box.min);
        const Point b = placement_.to_millimetres(mark.box.max);
        if (!window_.intersects({a, b}))
            return;
        const Surface picture = to_surface(*mark.image);
        const Point corner = device({a.x, b.y});
        cairo_save(context_);
        cairo_translate(context_, corner.x, corner.y);
        cairo_scale(context_, (b.x - a.x) * canvas_.scale / mark.image->width,
                    (b.y - a.y) * canvas_.scale / mark.image->height);
        cairo_set_source_surface(context_, picture.get(), 0, 0);
        cairo_pattern_set_extend(cairo_get_source(context_), CAIRO_EXTEND_PAD);
        cairo_rectangle(context_, 0, 0, mark.image->width, mark.image->height);
        cairo_fill(context_);
        cairo_restore(context_);
    }

    /// Clips to what this group may touch. Between `cairo_save` and `cairo_restore`.
    void clip() const {
        const Point upper_left = device({window_.min.x, window_.max.y});
        cairo_rectangle(context_, upper_left.x, upper_left.y, window_.width() * canvas_.scale,
                        window_.height() * canvas_.scale);
        cairo_clip(context_);
    }

  private:
    Point device(Point millimetres) const {
        return Point{millimetres.x * canvas_.scale,
                     canvas_.height - millimetres.y * canvas_.scale} -
               canvas_.origin;
    }

    void set_pen(double width, bool round) {
        cairo_set_line_width(context_, width * canvas_.scale);
        cairo_set_line_cap(context_, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(context_, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        cairo_set_miter_limit(context_, 2);
    }

    bool add_parts(const Path& path, double width, bool closed) {
        bool any = false;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const auto part = path.part(i);
            if (part.size() < (closed ? 3U : 2U) || !in_window(part, width))
                continue;
            add_part(part, closed);
            any = true;
        }
        return any;
    }

    bool in_window(std::span<const Point> part, double width) const {
        Box box = geo::bounds(part);
        box = {placement_.to_millimetres(box.min), placement_.to_millimetres(box.max)};
        return window_.intersects(box.grown(width));
    }

    void add_part(std::span<const Point> part, bool closed) {
        Point last = placement_.to_millimetres(part.front());
        const auto put = [&](Point p, auto cairo_verb) {
            const Point d = device(p);
            cairo_verb(context_, d.x, d.y);
            last = p;
        };
        put(last, cairo_move_to);
        const std::size_t end =
            closed && part.front() == part.back() ? part.size() - 1 : part.size();
        for (std::size_t i = 1; i < end; ++i) {
            const Point p = placement_.to_millimetres(part[i]);
            const bool needed = i + 1 == end || geo::distance(p, last) >= finest_millimetres;
            if (needed)
                put(p, cairo_line_to);
        }
        if (closed)
            cairo_close_path(context_);
    }

    void show_content(const cartography::PointMark& mark, Point centre) {
        double width = 0;
        for (const auto& run : mark.content)
            width += run.width;
        double x = -width / 2;
        set_colour(context_, mark.content_colour);
        for (const auto& run : mark.content) {
            if (!run.glyphs.empty()) {
                fonts_.select(context_, run, run.style.size.value * canvas_.scale);
                const Point origin = centre + Point{x, baseline_below_centre(run)} * canvas_.scale;
                CairoGlyphs(run, origin, canvas_.scale).show(context_);
            }
            x += run.width;
        }
    }

    const Canvas& canvas_;
    cairo_t* context_;
    const cartography::Placement& placement_;
    FontShelf& fonts_;
    Box window_;
};

} // namespace

void paint(const Canvas& canvas, const Drawing& drawing, FontShelf& fonts, Progress& progress) {
    set_colour(canvas.context, drawing.background);
    cairo_paint(canvas.context);
    std::int64_t drawn = 0;
    for (const Group& group : drawing.groups) {
        MarkPainter painter(canvas, group, fonts);
        if (painter.nothing_to_see())
            continue;
        cairo_save(canvas.context);
        if (group.clip)
            painter.clip();
        for (const cartography::Mark& mark : group.marks) {
            if (++drawn % marks_between_checks == 0) {
                progress.check();
                progress.advance(marks_between_checks);
            }
            std::visit(painter, mark);
        }
        cairo_restore(canvas.context);
        check(cairo_status(canvas.context));
    }
}

std::int64_t mark_count(const Drawing& drawing) {
    std::int64_t count = 0;
    for (const Group& group : drawing.groups)
        count += static_cast<std::int64_t>(group.marks.size());
    return count;
}

} // namespace antardesa::render_cairo::detail
