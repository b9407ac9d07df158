#pragma once

#include "render_cairo/detail/font_shelf.h"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace antardesa::render_cairo::detail {

/// Every glyph of a drawing once, as a symbol that texts refer to: an SVG looks the same where the
/// font is missing.
class SvgGlyphs {
  public:
    SvgGlyphs();

    /// Units to the em of the symbols' coordinates.
    static constexpr double em = 1000;

    /// Id of the glyph's symbol; empty for one without ink, such as a space.
    std::string symbol(const text::GlyphRun& run, std::uint32_t glyph);
    /// `<path id=… d=…/>` of all symbols asked for so far, in that order.
    const std::string& definitions() const { return definitions_; }

  private:
    Surface surface_;
    Context context_;
    FontShelf fonts_;
    std::map<std::tuple<std::string, int, std::uint32_t>, std::string> symbols_;
    std::string definitions_;
    int count_ = 0;
};

} // namespace antardesa::render_cairo::detail
