#pragma once

#include "documents/pages.h"

namespace antardesa::documents::detail {

/// Sizes in millimetres of the em.
inline constexpr double body_size = 3.7;
inline constexpr double table_size = 3.15;
inline constexpr double small_size = 2.9;
inline constexpr double title_size = 4.23;
inline constexpr double line_height = 1.36; ///< of the em

/// Writes down the pages of one document. `y` is the upper edge of what comes next.
class PageLayout {
  public:
    PageLayout(const Document& document, const text::Typesetter& typesetter);

    const PageForm& form() const { return form_; }
    double left() const { return form_.left; }
    double width() const { return form_.text_width(); }
    double y() const { return y_; }
    double room() const { return y_ - form_.bottom; }
    double full_height() const { return form_.height - form_.top - form_.bottom; }
    bool at_top() const { return y_ >= form_.height - form_.top - 1e-9; }

    void turn_page();
    /// A page on which `height` fits, where a page can hold it.
    void need(double height);
    void skip(double height) { y_ -= height; }

    text::FontStyle font(double size, bool strong = false) const;
    std::vector<text::GlyphRun> wrapped(const std::string& text, const text::FontStyle& style,
                                        double width) const;
    /// One line whose em begins at `top`; within `width` from `left`.
    void put(text::GlyphRun run, double left, double width, double top, Align align,
             bool faint = false);
    void rule(geo::Point from, geo::Point to, double width = 0.2);
    void fill(const geo::Box& box, double darkness);

    /// Wrapped lines from `y` on, over pages; `indent` from the left.
    void flow(const std::string& text, const text::FontStyle& style, Align align, double indent);

    /// Pages with head and foot.
    std::vector<Page> finish();

  private:
    void add_head_and_foot(Page& page, std::size_t number, std::size_t count) const;

    const Document& document_;
    const text::Typesetter& typesetter_;
    PageForm form_;
    std::vector<Page> pages_;
    double y_ = 0;
};

void lay_table(PageLayout& layout, const Table& table);

} // namespace antardesa::documents::detail
