#pragma once

#include "render_cairo/detail/handles.h"

#include "geo/geometry.h"
#include "text/typesetter.h"

#include <vector>

namespace antardesa::render_cairo::detail {

/// A run as cairo takes it: glyphs at device positions and the clusters that tie them to the
/// text, so that a page can be searched. Borrows the run.
class CairoGlyphs {
  public:
    CairoGlyphs(const text::GlyphRun& run, geo::Point origin, double scale) : run_(run) {
        glyphs_.reserve(run.glyphs.size());
        for (const text::Glyph& glyph : run.glyphs)
            glyphs_.push_back(
                {glyph.index, origin.x + glyph.x * scale, origin.y - glyph.y * scale});
        add_clusters();
    }

    void add_outline(cairo_t* context) const {
        cairo_glyph_path(context, glyphs_.data(), static_cast<int>(glyphs_.size()));
    }

    void show(cairo_t* context) const {
        const int count = static_cast<int>(glyphs_.size());
        if (clusters_.empty())
            return cairo_show_glyphs(context, glyphs_.data(), count);
        cairo_show_text_glyphs(context, run_.text.data(), static_cast<int>(run_.text.size()),
                               glyphs_.data(), count, clusters_.data(),
                               static_cast<int>(clusters_.size()), cairo_text_cluster_flags_t{});
    }

  private:
    /// Glyphs with the same start byte are one cluster; it ends where the next begins. Left empty
    /// (the page then shows but does not find the text) unless they cover text and glyphs in order.
    void add_clusters() {
        const auto& starts = run_.clusters;
        if (starts.size() != glyphs_.size() || starts.empty() || starts.front() != 0)
            return;
        for (std::size_t i = 0; i < starts.size();) {
            std::size_t next = i + 1;
            while (next < starts.size() && starts[next] == starts[i])
                ++next;
            const std::size_t end = next < starts.size() ? starts[next] : run_.text.size();
            if (end <= starts[i] || end > run_.text.size())
                return clusters_.clear();
            clusters_.push_back({static_cast<int>(end - starts[i]), static_cast<int>(next - i)});
            i = next;
        }
    }

    const text::GlyphRun& run_;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
};

} // namespace antardesa::render_cairo::detail
