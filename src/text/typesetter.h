#pragma once

#include "base/units.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::text {

enum class Family {
    sans,  ///< Inter, else DejaVu Sans: window and working sheets
    sheet, ///< Liberation Sans (Arial's measures): boundary sheets
    icons, ///< Material Icons; a missing font gives empty runs
};
enum class Weight { regular, medium, semibold, bold };

struct FontStyle {
    Family family = Family::sans;
    Weight weight = Weight::regular;
    Millimetres size{3.0};        ///< em size
    Millimetres letter_spacing{}; ///< added between glyphs
    friend auto operator<=>(const FontStyle&, const FontStyle&) = default;
};

struct Glyph {
    std::uint32_t index = 0; ///< in the font file
    double x = 0;            ///< millimetres from the run's origin, to the right
    double y = 0;            ///< millimetres, upwards
};

/// A shaped piece of one line: the same on glass and paper. Origin at the left end of the
/// baseline. Immutable value; `font_file` names the exact file (and face) the indexes mean.
struct GlyphRun {
    std::string text; ///< UTF-8, for search and copy in PDF
    std::string font_file;
    int face = 0;
    FontStyle style;
    std::vector<Glyph> glyphs;
    std::vector<std::uint32_t> clusters; ///< byte in `text` each glyph came from
    double width = 0;                    ///< millimetres
    double ascent = 0;                   ///< of the font at this size, millimetres
    double descent = 0;                  ///< positive downwards
};

/// A glyph's shape in units of the em (1 = font size), y upwards, curves flattened to `tolerance`
/// em; rings closed, non-zero winding.
struct GlyphOutline {
    struct Point {
        float x = 0;
        float y = 0;
    };
    std::vector<Point> points;
    std::vector<std::uint32_t> ring_starts;
};

/// Where fonts are looked for, in this order; the system's folders are the default.
std::vector<std::filesystem::path> default_font_folders();

/// Shapes text. Immutable towards callers, safe from any thread (locks inside).
class Typesetter {
  public:
    explicit Typesetter(std::vector<std::filesystem::path> folders = default_font_folders());
    ~Typesetter();

    /// One line, left to right. Line breaks and control characters become visible marks. Glyphs the
    /// font lacks are taken from the fallback only if the whole run can be; else shown as "□".
    GlyphRun shape(std::string_view utf8, const FontStyle& style) const;
    /// A single icon by its code point (ui.md §6); an empty run without the icon font.
    GlyphRun icon(char32_t code, Millimetres size) const;

    /// Breaks at spaces so that no line is wider than `width` unless a word alone is.
    std::vector<GlyphRun> wrap(std::string_view utf8, const FontStyle& style,
                               Millimetres width) const;
    /// The run cut to `width` with "…" at its end when it is wider.
    GlyphRun elided(std::string_view utf8, const FontStyle& style, Millimetres width) const;

    /// The shape of a glyph of a run's font, cached. Valid for the typesetter's life.
    const GlyphOutline& outline(const GlyphRun& run, std::uint32_t glyph) const;

    /// Path of the file chosen for a style; empty if none was found. For the window's own atlas.
    std::string font_file(Family family, Weight weight) const;
    /// Whether the family itself is installed, not only one that stands in for it.
    bool has(Family family) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace antardesa::text
