#include "text/detail/font_face.h"

#include <algorithm>
#include <cmath>

#include <hb-ot.h>
#include <hb.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace antardesa::text {
namespace {

template<auto release>
struct Release {
    template<class Handle>
    void operator()(Handle* handle) const {
        release(handle);
    }
};
using FreeTypeLibrary =
    std::unique_ptr<std::remove_pointer_t<FT_Library>, Release<FT_Done_FreeType>>;
using FreeTypeFace = std::unique_ptr<std::remove_pointer_t<FT_Face>, Release<FT_Done_Face>>;
using ShaperFont = std::unique_ptr<hb_font_t, Release<hb_font_destroy>>;
using ShaperBuffer = std::unique_ptr<hb_buffer_t, Release<hb_buffer_destroy>>;

/// Curves become chords that stay this close to them, in em.
constexpr double flattening_tolerance = 0.002;

/// Receives FreeType's outline events and flattens them.
class OutlineSink {
  public:
    OutlineSink(GlyphOutline& target, double unit) : target_(target), unit_(unit) {}

    void move(const FT_Vector& to) {
        target_.ring_starts.push_back(static_cast<std::uint32_t>(target_.points.size()));
        add(to.x * unit_, to.y * unit_);
    }
    void line(const FT_Vector& to) { add(to.x * unit_, to.y * unit_); }
    void conic(const FT_Vector& control, const FT_Vector& to) {
        // A quadratic is the cubic whose controls lie two thirds of the way.
        const double cx = control.x * unit_;
        const double cy = control.y * unit_;
        const double ex = to.x * unit_;
        const double ey = to.y * unit_;
        bend({x_ + (cx - x_) * 2 / 3, y_ + (cy - y_) * 2 / 3},
             {ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3}, {ex, ey});
    }
    void cubic(const FT_Vector& a, const FT_Vector& b, const FT_Vector& to) {
        bend({a.x * unit_, a.y * unit_}, {b.x * unit_, b.y * unit_}, {to.x * unit_, to.y * unit_});
    }

  private:
    struct Spot {
        double x;
        double y;
    };

    void bend(Spot a, Spot b, Spot to) {
        const Spot from{x_, y_};
        // Wang's bound on the distance of chords from a cubic.
        const double deviation =
            std::max(std::hypot(from.x - 2 * a.x + b.x, from.y - 2 * a.y + b.y),
                     std::hypot(a.x - 2 * b.x + to.x, a.y - 2 * b.y + to.y));
        const int steps = std::clamp(
            static_cast<int>(std::ceil(std::sqrt(0.75 * deviation / flattening_tolerance))), 1, 32);
        for (int i = 1; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            const double s = 1 - t;
            const double w[] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
            add(w[0] * from.x + w[1] * a.x + w[2] * b.x + w[3] * to.x,
                w[0] * from.y + w[1] * a.y + w[2] * b.y + w[3] * to.y);
        }
    }
    void add(double x, double y) {
        x_ = x;
        y_ = y;
        target_.points.push_back({static_cast<float>(x), static_cast<float>(y)});
    }

    GlyphOutline& target_;
    double unit_;
    double x_ = 0;
    double y_ = 0;
};

OutlineSink& sink(void* user) {
    return *static_cast<OutlineSink*>(user);
}

FT_Outline_Funcs outline_events() {
    FT_Outline_Funcs events{};
    events.move_to = [](const FT_Vector* to, void* user) { return sink(user).move(*to), 0; };
    events.line_to = [](const FT_Vector* to, void* user) { return sink(user).line(*to), 0; };
    events.conic_to = [](const FT_Vector* control, const FT_Vector* to, void* user) {
        return sink(user).conic(*control, *to), 0;
    };
    events.cubic_to = [](const FT_Vector* a, const FT_Vector* b, const FT_Vector* to, void* user) {
        return sink(user).cubic(*a, *b, *to), 0;
    };
    return events;
}

} // namespace

struct FontFace::Library {
    FreeTypeLibrary library;
    FreeTypeFace face;
    ShaperFont shaper;
    double unit = 0.001; ///< em per font unit
};

FontFace::~FontFace() = default;

std::unique_ptr<FontFace> FontFace::open(const std::string& file) {
    auto library = std::make_unique<Library>();
    FT_Library freetype = nullptr;
    if (FT_Init_FreeType(&freetype) != 0)
        return nullptr;
    library->library.reset(freetype);
    FT_Face face = nullptr;
    if (FT_New_Face(freetype, file.c_str(), 0, &face) != 0)
        return nullptr;
    library->face.reset(face);
    if (!FT_IS_SCALABLE(face) || face->units_per_EM == 0)
        return nullptr;
    library->unit = 1.0 / face->units_per_EM;

    hb_blob_t* blob = hb_blob_create_from_file(file.c_str());
    hb_face_t* shaped_face = hb_face_create(blob, 0);
    library->shaper.reset(hb_font_create(shaped_face));
    hb_face_destroy(shaped_face);
    hb_blob_destroy(blob);

    std::unique_ptr<FontFace> result(new FontFace);
    result->file_ = file;
    result->ascent_ = face->ascender * library->unit;
    result->descent_ = -face->descender * library->unit;
    result->library_ = std::move(library);
    return result;
}

FontFace::Shaped FontFace::shape(std::string_view utf8) const {
    ShaperBuffer buffer(hb_buffer_create());
    const int length = static_cast<int>(utf8.size());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), length, 0, length);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(library_->shaper.get(), buffer.get(), nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
    Shaped result;
    for (unsigned i = 0; i < count; ++i) {
        result.glyphs.push_back({infos[i].codepoint,
                                 result.width + positions[i].x_offset * library_->unit,
                                 positions[i].y_offset * library_->unit});
        result.clusters.push_back(infos[i].cluster);
        result.width += positions[i].x_advance * library_->unit;
        result.missing += infos[i].codepoint == 0;
    }
    return result;
}

std::optional<std::uint32_t> FontFace::glyph_of(char32_t code) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(library_->shaper.get(), code, &glyph))
        return std::nullopt;
    return glyph;
}

double FontFace::advance(std::uint32_t glyph) const {
    return hb_font_get_glyph_h_advance(library_->shaper.get(), glyph) * library_->unit;
}

const GlyphOutline& FontFace::outline(std::uint32_t glyph) {
    auto& known = outlines_[glyph];
    if (known)
        return *known;
    known = std::make_unique<GlyphOutline>();
    if (FT_Load_Glyph(library_->face.get(), glyph, FT_LOAD_NO_SCALE) == 0 &&
        library_->face->glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
        const FT_Outline_Funcs events = outline_events();
        OutlineSink target(*known, library_->unit);
        FT_Outline_Decompose(&library_->face->glyph->outline, &events, &target);
    }
    return *known;
}

} // namespace antardesa::text
