#pragma once

#include "text/typesetter.h"

#include <memory>
#include <optional>
#include <unordered_map>

namespace antardesa::text {

/// One face of one font file, with its shaper and its outlines. All measures are in the em
/// (1 = font size). Not safe by itself: the typesetter's lock guards it.
class FontFace {
  public:
    /// Nothing when the file is not a scalable font.
    static std::unique_ptr<FontFace> open(const std::string& file);
    ~FontFace();

    struct Shaped {
        std::vector<Glyph> glyphs; ///< x, y in em from the origin, without letter spacing
        std::vector<std::uint32_t> clusters;
        double width = 0;
        int missing = 0; ///< characters the font has no glyph for
    };
    Shaped shape(std::string_view utf8) const;
    std::optional<std::uint32_t> glyph_of(char32_t code) const;
    double advance(std::uint32_t glyph) const;
    const GlyphOutline& outline(std::uint32_t glyph);

    const std::string& file() const { return file_; }
    double ascent() const { return ascent_; }
    double descent() const { return descent_; }

  private:
    struct Library; ///< the FreeType and HarfBuzz handles
    FontFace() = default;
    std::string file_;
    double ascent_ = 0.95;
    double descent_ = 0.25;
    std::unique_ptr<Library> library_;
    std::unordered_map<std::uint32_t, std::unique_ptr<GlyphOutline>> outlines_;
};

} // namespace antardesa::text
