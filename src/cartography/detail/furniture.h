#pragma once

#include "cartography/mark.h"

#include <string>
#include <string_view>
#include <vector>

namespace antardesa::cartography {

/// Typeface, and sizes of type and space, on one kind of paper, millimetres. Larger paper is read
/// from further away. The smallest type has capitals 2 mm high.
struct SheetType {
    double unit = 1;
    double body = 3.4;
    double small = 3.0;
    double heading = 3.5;
    double subtitle = 4.4;
    double title = 7.5;
    double row = 5.3;  ///< from baseline to baseline
    double gap = 2.6;  ///< above a block's rule
    double head = 7.2; ///< from the rule to below the heading
    double code = 4.4; ///< of a region's code on a boundary sheet
    text::Family family = text::Family::sans;

    text::FontStyle font(double size, text::Weight weight = text::Weight::regular) const {
        return {family, weight, {size}, {}};
    }
};

enum class Align { left, centre, right };

/// Puts lines, boxes and text onto one group in page millimetres. Colours survive a grey copier.
class Furniture {
  public:
    Furniture(Group& group, const text::Typesetter& typesetter)
        : group_(group), typesetter_(typesetter) {}

    static constexpr Colour ink{17, 24, 28, 255};
    static constexpr Colour muted{70, 84, 92, 255};

    const text::Typesetter& typesetter() const { return typesetter_; }
    Group& group() { return group_; }

    /// `at` is the baseline's left end, middle or right end.
    void write(geo::Point at, const text::GlyphRun& run, Colour colour = ink,
               Align align = Align::left);
    /// Turned to read upwards, `at` the middle of its baseline.
    void write_upwards(geo::Point at, const text::GlyphRun& run, Colour colour = ink);
    /// Cut with "…" to `width`.
    text::GlyphRun fitted(std::string_view text, const text::FontStyle& style, double width) const;
    void rule(double left, double right, double y, double width, Colour colour = ink);
    void line(geo::Point a, geo::Point b, double width, Colour colour = ink);
    void frame(const geo::Box& box, double width, Colour colour = ink);
    void fill(const geo::Box& box, Colour colour);
    void polygon(std::vector<geo::Point> ring, Colour colour);

  private:
    Group& group_;
    const text::Typesetter& typesetter_;
};

/// At most `lines` lines no wider than `width` millimetres; the last one is cut with "…".
std::vector<text::GlyphRun> wrapped(const text::Typesetter& typesetter, std::string_view text,
                                    const text::FontStyle& style, double width, std::size_t lines);
/// The same, but smaller, not below `smallest`, where that keeps it to so many lines without a
/// cut; else as many more as it needs, up to `most`.
std::vector<text::GlyphRun> whole_lines(const text::Typesetter& typesetter, std::string_view text,
                                        text::FontStyle style, double smallest, double width,
                                        std::size_t lines, std::size_t most);

/// The mark moved by `by`, in the units of its group.
Mark moved(Mark mark, geo::Point by);

} // namespace antardesa::cartography
