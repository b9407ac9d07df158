#pragma once

#include "geo/geometry.h"
#include "style/ink.h"

#include <string>
#include <string_view>

namespace antardesa::render_cairo::detail {

/// The shortest decimal form with at most `decimals` places: "12.5", "-0.03", "7".
std::string short_number(double value, int decimals = 3);

/// For attributes and element text. Characters that XML 1.0 forbids become "�".
std::string xml_escaped(std::string_view utf8);

/// ` fill="#112233"` and, when translucent, ` fill-opacity="0.5"`; "none" when transparent.
std::string paint_attribute(std::string_view name, style::Colour colour);

/// Path data, shortest absolute form.
class PathData {
  public:
    explicit PathData(int decimals = 3) : decimals_(decimals) {}
    void move_to(geo::Point p) { add('M', p); }
    void line_to(geo::Point p) { add('L', p); }
    void curve_to(geo::Point a, geo::Point b, geo::Point c);
    void close() {
        text_ += 'Z';
        last_verb_ = 'Z';
    }
    bool empty() const { return text_.empty(); }
    const std::string& text() const { return text_; }

  private:
    void add(char verb, geo::Point p);
    void add_number(double value);

    std::string text_;
    int decimals_;
    char last_verb_ = ' ';
};

} // namespace antardesa::render_cairo::detail
