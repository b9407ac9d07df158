#include "render_cairo/detail/svg_glyphs.h"

#include "render_cairo/detail/svg_text.h"

namespace antardesa::render_cairo::detail {
namespace {

struct DestroyPath {
    void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

geo::Point point_at(const cairo_path_data_t* data, int index) {
    return {data[index].point.x, data[index].point.y};
}

std::string current_outline(cairo_t* context) {
    const std::unique_ptr<cairo_path_t, DestroyPath> path(cairo_copy_path(context));
    check(path->status);
    PathData data(0);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t* step = path->data + i;
        switch (step->header.type) {
        case CAIRO_PATH_MOVE_TO:
            // A closed figure leaves an empty one behind it.
            if (i + step->header.length < path->num_data)
                data.move_to(point_at(step, 1));
            break;
        case CAIRO_PATH_LINE_TO:
            data.line_to(point_at(step, 1));
            break;
        case CAIRO_PATH_CURVE_TO:
            data.curve_to(point_at(step, 1), point_at(step, 2), point_at(step, 3));
            break;
        case CAIRO_PATH_CLOSE_PATH:
            data.close();
            break;
        }
    }
    return data.text();
}

} // namespace

SvgGlyphs::SvgGlyphs()
    : surface_(pixel_surface(1, 1)), context_(owned(cairo_create(surface_.get()))) {
}

std::string SvgGlyphs::symbol(const text::GlyphRun& run, std::uint32_t glyph) {
    const std::tuple key(run.font_file, run.face, glyph);
    const auto found = symbols_.find(key);
    if (found != symbols_.end())
        return found->second;
    fonts_.select(context_.get(), run, em);
    const cairo_glyph_t at_origin{glyph, 0, 0};
    cairo_new_path(context_.get());
    cairo_glyph_path(context_.get(), &at_origin, 1);
    const std::string outline = current_outline(context_.get());
    std::string id;
    if (!outline.empty()) {
        id = "g" + std::to_string(++count_);
        definitions_ += "<path id=\"" + id + "\" d=\"" + outline + "\"/>\n";
    }
    symbols_.emplace(key, id);
    return id;
}

} // namespace antardesa::render_cairo::detail
