#include "render_cairo/paper.h"

#include "render_cairo/detail/mark_painter.h"
#include "render_cairo/detail/private_file.h"
#include "render_cairo/detail/shapes.h"
#include "render_cairo/detail/svg_glyphs.h"
#include "render_cairo/detail/svg_text.h"

#include <cmath>

namespace antardesa::render_cairo {
namespace {

using cartography::Drawing;
using cartography::Group;
using cartography::Path;
using detail::paint_attribute;
using detail::PathData;
using detail::short_number;
using geo::Point;

/// Marks as SVG elements; user units are millimetres.
class SvgPainter {
  public:
    SvgPainter(detail::SvgGlyphs& glyphs, const Group& group, const Drawing& page)
        : glyphs_(glyphs), placement_(group.placement), height_(page.height.value) {}

    std::string take() { return std::move(out_); }

    void operator()(const cartography::AreaMark& mark) {
        const std::string data = path_data(mark.rings, true);
        if (mark.fill.alpha != 0 && !data.empty())
            out_ += std::string(mark.rule == cartography::FillRule::non_zero
                                    ? "<path fill-rule=\"nonzero\""
                                    : "<path fill-rule=\"evenodd\"") +
                    paint_attribute("fill", mark.fill) + " d=\"" + data + "\"/>\n";
    }

    void operator()(const cartography::LineMark& mark) {
        const std::string data = path_data(mark.lines, false);
        if (mark.colour.alpha != 0 && !data.empty())
            out_ += "<path fill=\"none\"" + pen(mark.colour, mark.width.value, mark.round) +
                    " d=\"" + data + "\"/>\n";
    }

    void operator()(const cartography::PointMark& mark) {
        const Point centre = page_point(mark.position);
        const double height = mark.size.value;
        const double width = mark.shape == cartography::Shape::capsule && mark.width.value > 0
                                 ? mark.width.value
                                 : height;
        PathData outline;
        detail::add_shape(outline, mark.shape, centre, width, height);
        out_ += "<path" + paint_attribute("fill", mark.fill);
        if (mark.stroke.alpha != 0 && mark.stroke_width.value > 0)
            out_ += pen(mark.stroke, mark.stroke_width.value, true);
        out_ += " d=\"" + outline.text() + "\"/>\n";
        add_content(mark, centre);
    }

    void operator()(const cartography::TextMark& mark) {
        if (mark.run.glyphs.empty())
            return;
        const Point at = page_point(mark.position);
        const Point offset{mark.offset.x, -mark.offset.y};
        out_ += "<g aria-label=\"" + detail::xml_escaped(mark.run.text) +
                "\" transform=\"translate(" + short_number(at.x) + " " + short_number(at.y) + ")";
        if (mark.angle != 0)
            out_ += " rotate(" + short_number(-mark.angle) + ")";
        out_ += "\">";
        if (mark.halo.alpha != 0 && mark.halo_width.value > 0) {
            const double per_unit = mark.run.style.size.value / detail::SvgGlyphs::em;
            out_ += "<g fill=\"none\"" +
                    pen(mark.halo, 2 * mark.halo_width.value / per_unit, true) + ">" +
                    uses(mark.run, offset) + "</g>";
        }
        out_ += "<g" + paint_attribute("fill", mark.colour) + ">" + uses(mark.run, offset) +
                "</g></g>\n";
    }

    void operator()(const cartography::ImageMark&) {
        // Pictures belong to PDF and PNG: an SVG is for going on drawing.
    }

  private:
    Point page_point(Point p) const {
        const Point mm = placement_.to_millimetres(p);
        return {mm.x, height_ - mm.y};
    }

    static std::string pen(style::Colour colour, double width, bool round) {
        std::string text =
            paint_attribute("stroke", colour) + " stroke-width=\"" + short_number(width) + "\"";
        if (round)
            text += " stroke-linecap=\"round\" stroke-linejoin=\"round\"";
        return text;
    }

    std::string path_data(const Path& path, bool closed) const {
        PathData data(2);
        for (std::size_t i = 0; i < path.size(); ++i) {
            const auto part = path.part(i);
            if (part.size() < (closed ? 3U : 2U))
                continue;
            Point last = page_point(part.front());
            data.move_to(last);
            for (std::size_t k = 1; k < part.size(); ++k) {
                const Point p = page_point(part[k]);
                if (k + 1 < part.size() && geo::distance(p, last) < detail::finest_millimetres)
                    continue;
                data.line_to(p);
                last = p;
            }
            if (closed)
                data.close();
        }
        return data.text();
    }

    void add_content(const cartography::PointMark& mark, Point centre) {
        double width = 0;
        for (const auto& run : mark.content)
            width += run.width;
        double x = -width / 2;
        for (const auto& run : mark.content) {
            const Point origin = centre + Point{x, detail::baseline_below_centre(run)};
            out_ += "<g aria-label=\"" + detail::xml_escaped(run.text) + "\"" +
                    paint_attribute("fill", mark.content_colour) + ">" + uses(run, origin) +
                    "</g>\n";
            x += run.width;
        }
    }

    std::string uses(const text::GlyphRun& run, Point origin) {
        const std::string scale = short_number(run.style.size.value / detail::SvgGlyphs::em, 6);
        std::string text;
        for (const text::Glyph& glyph : run.glyphs) {
            const std::string id = glyphs_.symbol(run, glyph.index);
            if (!id.empty())
                text += "<use xlink:href=\"#" + id + "\" transform=\"translate(" +
                        short_number(origin.x + glyph.x) + " " + short_number(origin.y - glyph.y) +
                        ") scale(" + scale + ")\"/>";
        }
        return text;
    }

    detail::SvgGlyphs& glyphs_;
    const cartography::Placement& placement_;
    double height_;
    std::string out_;
};

class SvgDocument {
  public:
    SvgDocument(detail::PrivateFile& file, const Drawing& page) : file_(file), page_(page) {}

    void write(const PaperMetadata& metadata, Progress& progress) {
        write_head(metadata);
        for (std::size_t i = 0; i < page_.groups.size(); ++i)
            write_group(i, progress);
        put("<defs>\n" + glyphs_.definitions() + "</defs>\n</svg>\n");
    }

  private:
    void put(const std::string& text) { file_.write(std::as_bytes(std::span(text))); }

    void write_head(const PaperMetadata& metadata) {
        const std::string width = short_number(page_.width.value);
        const std::string height = short_number(page_.height.value);
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
            "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"" +
            width + "mm\" height=\"" + height + "mm\" viewBox=\"0 0 " + width + " " + height +
            "\">\n<title>" + detail::xml_escaped(metadata.title) + "</title>\n<desc>" +
            detail::xml_escaped(metadata.author + " · AntarDesa · " + iso_text(metadata.created)) +
            "</desc>\n<rect width=\"" + width + "\" height=\"" + height + "\"" +
            paint_attribute("fill", page_.background) + "/>\n");
    }

    void write_group(std::size_t index, Progress& progress) {
        const Group& group = page_.groups[index];
        const std::string number = std::to_string(index + 1);
        std::string opening = "<g id=\"layer-" + number +
                              "\" inkscape:groupmode=\"layer\" inkscape:label=\"" +
                              detail::xml_escaped(group.name) + "\">\n";
        if (group.clip) {
            put("<clipPath id=\"clip-" + number + "\"><rect x=\"" +
                short_number(group.clip->min.x) + "\" y=\"" +
                short_number(page_.height.value - group.clip->max.y) + "\" width=\"" +
                short_number(group.clip->width()) + "\" height=\"" +
                short_number(group.clip->height()) + "\"/></clipPath>\n");
            opening += "<g clip-path=\"url(#clip-" + number + ")\">\n";
        }
        put(opening);
        for (const cartography::Mark& mark : group.marks) {
            progress.check();
            progress.advance();
            SvgPainter painter(glyphs_, group, page_);
            std::visit(painter, mark);
            put(painter.take());
        }
        put(group.clip ? "</g></g>\n" : "</g>\n");
    }

    detail::PrivateFile& file_;
    const Drawing& page_;
    detail::SvgGlyphs glyphs_;
};

} // namespace

void write_svg(const std::filesystem::path& path, const Drawing& page,
               const PaperMetadata& metadata, Progress& progress) {
    progress.start(detail::mark_count(page));
    detail::write_whole(path, [&](detail::PrivateFile& file) {
        SvgDocument(file, page).write(metadata, progress);
    });
}

} // namespace antardesa::render_cairo
