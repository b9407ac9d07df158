#include "render_cairo/detail/font_shelf.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>

#include <unistd.h>

namespace antardesa::render_cairo::detail {
namespace {

struct DestroyPattern {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};

/// A pattern that already names its file is not matched against the installed fonts: cairo opens
/// exactly this file, and shares no FreeType library with us.
Face open_face(const std::string& file, int index) {
    if (::access(file.c_str(), R_OK) != 0)
        throw Failure("font file " + file + " cannot be read");
    const std::unique_ptr<FcPattern, DestroyPattern> pattern(FcPatternCreate());
    if (!pattern)
        throw Failure("out of memory");
    FcPatternAddString(pattern.get(), FC_FILE, reinterpret_cast<const FcChar8*>(file.c_str()));
    FcPatternAddInteger(pattern.get(), FC_INDEX, index);
    return owned(cairo_ft_font_face_create_for_pattern(pattern.get()));
}

} // namespace

FontShelf::FontShelf() : options_(owned(cairo_font_options_create())) {
    // Unhinted, so that text is as wide on the page as it was measured.
    cairo_font_options_set_hint_style(options_.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options_.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options_.get(), CAIRO_ANTIALIAS_GRAY);
}

cairo_font_face_t* FontShelf::face_of(const text::GlyphRun& run) {
    const std::pair key(run.font_file, run.face);
    auto found = faces_.find(key);
    if (found == faces_.end())
        found = faces_.emplace(key, open_face(run.font_file, run.face)).first;
    return found->second.get();
}

void FontShelf::select(cairo_t* context, const text::GlyphRun& run, double em) {
    cairo_set_font_face(context, face_of(run));
    cairo_set_font_size(context, em);
    cairo_set_font_options(context, options_.get());
    check(cairo_status(context));
}

} // namespace antardesa::render_cairo::detail
