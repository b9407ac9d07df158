#include "text/typesetter.h"

#include "text/detail/font_face.h"
#include "text/detail/font_files.h"
#include "text/detail/line_text.h"

#include <map>
#include <mutex>

namespace antardesa::text {
namespace {

/// Room for the names of a large kabupaten in a few weights; then the cache starts over.
constexpr std::size_t most_cached_shapes = 50000;
/// Width of a character when there is no font at all, so that layouts still hold.
constexpr double width_without_font = 0.55;

struct ShapeKey {
    Family family;
    Weight weight;
    std::string text;
    friend auto operator<=>(const ShapeKey&, const ShapeKey&) = default;
};
/// A shaped text in em, in the face that was chosen for it; null without any font.
struct CachedShape {
    const FontFace* face = nullptr;
    FontFace::Shaped shaped;
};

GlyphRun without_font(std::string text, const FontStyle& style) {
    GlyphRun run;
    const auto characters = static_cast<double>(character_starts(text).size() - 1);
    run.width = characters * (width_without_font * style.size.value + style.letter_spacing.value);
    run.ascent = 0.95 * style.size.value;
    run.descent = 0.25 * style.size.value;
    run.style = style;
    run.text = std::move(text);
    return run;
}

GlyphRun sized(const CachedShape& shape, std::string text, const FontStyle& style) {
    GlyphRun run;
    run.text = std::move(text);
    run.font_file = shape.face->file();
    run.style = style;
    run.glyphs = shape.shaped.glyphs;
    run.clusters = shape.shaped.clusters;
    double spacing = 0;
    for (Glyph& glyph : run.glyphs) {
        glyph.x = glyph.x * style.size.value + spacing;
        glyph.y *= style.size.value;
        spacing += style.letter_spacing.value;
    }
    if (!run.glyphs.empty())
        spacing -= style.letter_spacing.value;
    run.width = shape.shaped.width * style.size.value + spacing;
    run.ascent = shape.face->ascent() * style.size.value;
    run.descent = shape.face->descent() * style.size.value;
    return run;
}

} // namespace

struct Typesetter::State {
    std::vector<std::filesystem::path> folders;
    std::mutex mutex;
    std::map<std::string, std::unique_ptr<FontFace>, std::less<>> faces; ///< null: unusable file
    std::map<ShapeKey, CachedShape> shapes;
    std::map<std::pair<Family, Weight>, std::vector<FontFace*>> chosen;
    const GlyphOutline nothing{};

    FontFace* face(const std::string& file) {
        const auto known = faces.find(file);
        if (known != faces.end())
            return known->second.get();
        return faces.emplace(file, FontFace::open(file)).first->second.get();
    }

    /// The usable faces of a style, best first.
    const std::vector<FontFace*>& faces_of(Family family, Weight weight) {
        const auto [at, fresh] = chosen.try_emplace({family, weight});
        if (!fresh)
            return at->second;
        for (const std::string& name : font_file_names(family, weight)) {
            const std::string file = find_font_file(folders, {name});
            FontFace* usable = file.empty() ? nullptr : face(file);
            if (usable)
                at->second.push_back(usable);
        }
        return at->second;
    }

    const CachedShape& shape(const ShapeKey& key) {
        const auto known = shapes.find(key);
        if (known != shapes.end())
            return known->second;
        if (shapes.size() >= most_cached_shapes)
            shapes.clear();
        CachedShape best;
        for (const FontFace* candidate : faces_of(key.family, key.weight)) {
            FontFace::Shaped shaped = candidate->shape(key.text);
            if (best.face == nullptr || shaped.missing == 0)
                best = {candidate, std::move(shaped)};
            if (best.shaped.missing == 0)
                break;
        }
        return shapes.emplace(key, std::move(best)).first->second;
    }
};

Typesetter::Typesetter(std::vector<std::filesystem::path> folders)
    : state_(std::make_unique<State>()) {
    state_->folders = std::move(folders);
}

Typesetter::~Typesetter() = default;

GlyphRun Typesetter::shape(std::string_view utf8, const FontStyle& style) const {
    std::string line = one_visible_line(utf8);
    const std::lock_guard lock(state_->mutex);
    const CachedShape& shape = state_->shape({style.family, style.weight, line});
    return shape.face ? sized(shape, std::move(line), style) : without_font(std::move(line), style);
}

GlyphRun Typesetter::icon(char32_t code, Millimetres size) const {
    GlyphRun run;
    run.style = {Family::icons, Weight::regular, size, {}};
    const std::lock_guard lock(state_->mutex);
    for (const FontFace* face : state_->faces_of(Family::icons, Weight::regular)) {
        const auto glyph = code == 0 ? std::nullopt : face->glyph_of(code);
        if (!glyph)
            continue;
        run.font_file = face->file();
        run.glyphs.push_back({*glyph, 0, 0});
        run.clusters.push_back(0);
        run.width = face->advance(*glyph) * size.value;
        run.ascent = face->ascent() * size.value;
        run.descent = face->descent() * size.value;
        break;
    }
    return run;
}

std::vector<GlyphRun> Typesetter::wrap(std::string_view utf8, const FontStyle& style,
                                       Millimetres width) const {
    std::vector<GlyphRun> lines;
    std::string line;
    for (const std::string& word : words_of(one_visible_line(utf8))) {
        const std::string longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && shape(longer, style).width > width.value) {
            lines.push_back(shape(line, style));
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.empty())
        lines.push_back(shape(line, style));
    return lines;
}

GlyphRun Typesetter::elided(std::string_view utf8, const FontStyle& style,
                            Millimetres width) const {
    const std::string line = one_visible_line(utf8);
    GlyphRun whole = shape(line, style);
    if (whole.width <= width.value)
        return whole;
    const auto starts = character_starts(line);
    std::size_t fits = 0;
    std::size_t too_long = starts.size() - 1;
    const auto cut = [&](std::size_t characters) {
        const auto end = line.find_last_not_of(' ', starts[characters] - 1);
        return characters == 0 || end == std::string::npos ? std::string("…")
                                                           : line.substr(0, end + 1) + "…";
    };
    while (too_long - fits > 1) {
        const std::size_t middle = (fits + too_long) / 2;
        (shape(cut(middle), style).width <= width.value ? fits : too_long) = middle;
    }
    return shape(cut(fits), style);
}

const GlyphOutline& Typesetter::outline(const GlyphRun& run, std::uint32_t glyph) const {
    const std::lock_guard lock(state_->mutex);
    FontFace* face = run.font_file.empty() ? nullptr : state_->face(run.font_file);
    return face ? face->outline(glyph) : state_->nothing;
}

bool Typesetter::has(Family family) const {
    const std::filesystem::path file = font_file(family, Weight::regular);
    return file.filename() == font_file_names(family, Weight::regular).front();
}

std::string Typesetter::font_file(Family family, Weight weight) const {
    const std::lock_guard lock(state_->mutex);
    const auto& faces = state_->faces_of(family, weight);
    return faces.empty() ? std::string() : faces.front()->file();
}

} // namespace antardesa::text
