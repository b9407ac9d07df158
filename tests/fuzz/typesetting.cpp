// Any bytes as a name on a sheet: the run keeps its text, ends, and fits when it is to be cut.
#include "fuzz/harness.h"
#include "text/typesetter.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const text::Typesetter typesetter;
    const std::string_view name = fuzz::text_of(data, size);
    const text::FontStyle style{};
    const auto run = typesetter.shape(name, style);
    fuzz::require(run.glyphs.size() == run.clusters.size(), "each glyph knows its letter");
    for (const text::Glyph& glyph : run.glyphs)
        typesetter.outline(run, glyph.index);
    constexpr Millimetres width{20};
    fuzz::require(typesetter.elided(name, style, width).width <= width.value + 1e-6 ||
                      typesetter.shape("…", style).width > width.value,
                  "what is cut fits");
    typesetter.wrap(name, style, width);
    return 0;
}
