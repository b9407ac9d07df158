#include "render_cairo/detail/svg_text.h"

#include "base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace antardesa::render_cairo::detail {
namespace {

bool allowed_in_xml(unsigned char byte) {
    return byte >= 0x20 || byte == '\t' || byte == '\n';
}

} // namespace

std::string short_number(double value, int decimals) {
    if (!std::isfinite(value))
        return "0";
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      std::chars_format::fixed, decimals);
    std::string text(buffer.data(), result.ptr);
    if (decimals > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string xml_escaped(std::string_view utf8) {
    if (!is_utf8(utf8))
        return "�";
    std::string text;
    for (const char c : utf8) {
        switch (c) {
        case '&':
            text += "&amp;";
            break;
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        case '"':
            text += "&quot;";
            break;
        default:
            allowed_in_xml(static_cast<unsigned char>(c)) ? text += c : text += "�";
        }
    }
    return text;
}

std::string paint_attribute(std::string_view name, style::Colour colour) {
    const std::string start = " " + std::string(name);
    if (colour.alpha == 0)
        return start + "=\"none\"";
    std::array<char, 8> hex{};
    std::snprintf(hex.data(), hex.size(), "#%02x%02x%02x", colour.red, colour.green, colour.blue);
    std::string text = start + "=\"" + hex.data() + "\"";
    if (colour.alpha != 255)
        text += start + "-opacity=\"" + short_number(colour.alpha / 255.0) + "\"";
    return text;
}

void PathData::add_number(double value) {
    const std::string number = short_number(value, decimals_);
    const char last = text_.empty() ? ' ' : text_.back();
    if (number.front() != '-' && (std::isdigit(static_cast<unsigned char>(last)) || last == '.'))
        text_ += ' ';
    text_ += number;
}

void PathData::add(char verb, geo::Point p) {
    // "M x y x y" continues as lines, "L" and "C" as themselves.
    const bool continues = verb == 'L' && (last_verb_ == 'L' || last_verb_ == 'M');
    if (!continues)
        text_ += verb;
    last_verb_ = verb;
    add_number(p.x);
    add_number(p.y);
}

void PathData::curve_to(geo::Point a, geo::Point b, geo::Point c) {
    if (last_verb_ != 'C')
        text_ += 'C';
    last_verb_ = 'C';
    for (const geo::Point p : {a, b, c}) {
        add_number(p.x);
        add_number(p.y);
    }
}

} // namespace antardesa::render_cairo::detail
