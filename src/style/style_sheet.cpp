#include "style/style_sheet.h"

#include "base/result.h"
#include "base/text.h"
#include "json/value.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace antardesa::style {
namespace {

using json::Value;

[[noreturn]] void fail(const std::string& entry, const std::string& reason) {
    throw Error({"style.malformed", {entry}}, reason);
}

/// Members of `over` win; objects are merged member by member, everything else is replaced.
Value merged(const Value& under, const Value& over) {
    if (!under.is_object() || !over.is_object())
        return over;
    Value result = under;
    for (const auto& [name, value] : over.object())
        result.set(name, merged(under[name], value));
    return result;
}

/// Reads one medium. Every reader names the entry it stands at, for the error.
class MediumReader {
  public:
    MediumReader(std::string medium, const Value& source)
        : medium_(std::move(medium)), source_(source) {}

    Inks read() {
        for (const auto& [name, value] : source_["colours"].object())
            inks_.colours[name] = colour(value, "colours." + name);
        for (const auto& [name, value] : source_["numbers"].object())
            inks_.numbers[name] = length(value, "numbers." + name);
        for (const auto& [name, value] : source_["lines"].object())
            inks_.lines[name] = line(value, "lines." + name);
        for (const auto& [name, value] : source_["areas"].object())
            inks_.areas[name] = area(value, "areas." + name);
        for (const auto& [name, value] : source_["labels"].object())
            inks_.labels[name] = label(value, "labels." + name);
        for (const auto& [name, value] : source_["palettes"].object())
            for (const Value& entry : value.array())
                inks_.palettes[name].push_back(colour(entry, "palettes." + name));
        for (const auto& [name, value] : source_["hatches"].object())
            for (const Value& entry : value.array())
                inks_.hatch_lists[name].push_back(hatch(entry, "hatches." + name));
        return std::move(inks_);
    }

  private:
    std::string place(const std::string& entry) const { return medium_ + "." + entry; }

    /// "#RRGGBB", "#RRGGBBAA", or the name of an entry under "colours" with an optional opacity:
    /// "field.other/0.6".
    Colour colour(const Value& value, const std::string& entry) const {
        const std::string text = value.string();
        if (const auto parsed = parse_colour(text))
            return *parsed;
        const auto parts = split(text, '/');
        const auto named = inks_.colours.find(parts.empty() ? text : parts[0]);
        if (named == inks_.colours.end())
            fail(place(entry), "not a colour: \"" + text + "\"");
        if (parts.size() < 2)
            return named->second;
        const auto opacity = parse_number(parts[1]);
        if (!opacity || *opacity < 0 || *opacity > 1)
            fail(place(entry), "not an opacity: \"" + text + "\"");
        return named->second.with_alpha(*opacity);
    }

    /// A bare number is millimetres; "1.8px" is in pixels of 1/96 inch.
    double length(const Value& value, const std::string& entry) const {
        const std::string text = value.string();
        if (text.ends_with("px")) {
            if (const auto pixels = parse_number(std::string_view(text).substr(0, text.size() - 2)))
                return *pixels * millimetres_per_pixel;
        }
        const double nothing = std::numeric_limits<double>::quiet_NaN();
        const double number = value.number(nothing);
        if (std::isnan(number))
            fail(place(entry), "not a length");
        return number;
    }
    double length_or(const Value& value, const std::string& entry, double fallback) const {
        return value.is_null() ? fallback : length(value, entry);
    }

    LineInk line(const Value& value, const std::string& entry) const {
        LineInk ink;
        ink.colour = colour(value["colour"], entry + ".colour");
        ink.width = {length(value["width"], entry + ".width")};
        for (const Value& part : value["pattern"].array())
            ink.pattern.push_back(length(part, entry + ".pattern"));
        if (ink.pattern.size() % 2 != 0)
            fail(place(entry + ".pattern"), "ink without a gap");
        ink.dot = {length_or(value["dot"], entry + ".dot", 0)};
        ink.casing = length_or(value["casing"], entry + ".casing", 0);
        if (value.has("casing_colour"))
            ink.casing_colour = colour(value["casing_colour"], entry + ".casing_colour");
        return ink;
    }

    std::optional<HatchInk> hatch(const Value& value, const std::string& entry) const {
        if (value.is_null())
            return std::nullopt;
        HatchInk ink;
        ink.colour = colour(value["colour"], entry + ".colour");
        ink.width = {length(value["width"], entry + ".width")};
        ink.spacing = {length(value["spacing"], entry + ".spacing")};
        if (ink.spacing.value <= 0)
            fail(place(entry + ".spacing"), "must be above zero");
        ink.angle = value["angle"].number(ink.angle);
        return ink;
    }

    AreaInk area(const Value& value, const std::string& entry) const {
        AreaInk ink;
        if (value.has("fill"))
            ink.fill = colour(value["fill"], entry + ".fill");
        ink.hatch = hatch(value["hatch"], entry + ".hatch");
        return ink;
    }

    LabelInk label(const Value& value, const std::string& entry) const {
        LabelInk ink;
        ink.colour = colour(value["colour"], entry + ".colour");
        if (value.has("halo"))
            ink.halo = colour(value["halo"], entry + ".halo");
        ink.halo_width = {length_or(value["halo_width"], entry, ink.halo_width.value)};
        ink.size = {length(value["size"], entry + ".size")};
        ink.weight = static_cast<int>(value["weight"].integer(ink.weight));
        ink.letter_spacing = {length_or(value["letter_spacing"], entry, 0)};
        ink.capitals = value["capitals"].boolean();
        return ink;
    }

    std::string medium_;
    const Value& source_;
    Inks inks_;
};

Inks read_medium(const Value& sheet, const std::string& name) {
    const Value& source = sheet[name];
    if (!source.is_object())
        fail(name, "missing");
    const std::string under = source["based_on"].string();
    return MediumReader(name, under.empty() ? source : merged(sheet[under], source)).read();
}

char32_t code_point(const Value& value, const std::string& entry) {
    const std::string text = value.string();
    std::uint32_t code = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), code, 16);
    if (text.empty() || result.ec != std::errc{} || result.ptr != text.data() + text.size())
        fail(entry, "not a code point: \"" + text + "\"");
    return code;
}

template<class Ink>
const Ink& found(const std::map<std::string, Ink, std::less<>>& inks, std::string_view name) {
    static const Ink plain{};
    const auto at = inks.find(name);
    return at == inks.end() ? plain : at->second;
}

} // namespace

const LineInk& Inks::line(std::string_view name) const {
    return found(lines, name);
}
const AreaInk& Inks::area(std::string_view name) const {
    return found(areas, name);
}
const LabelInk& Inks::label(std::string_view name) const {
    return found(labels, name);
}
Colour Inks::colour(std::string_view name) const {
    return found(colours, name);
}
double Inks::number(std::string_view name, double fallback) const {
    const auto at = numbers.find(name);
    return at == numbers.end() ? fallback : at->second;
}
const std::vector<Colour>& Inks::palette(std::string_view name) const {
    return found(palettes, name);
}
const std::vector<std::optional<HatchInk>>& Inks::hatches(std::string_view name) const {
    return found(hatch_lists, name);
}

char32_t StyleSheet::icon(std::string_view name) const {
    const auto at = icons.find(name);
    return at == icons.end() ? 0 : at->second;
}

StyleSheet parse_style_sheet(std::string_view text) {
    const Value source = json::parse(text);
    StyleSheet sheet;
    sheet.screen_light = read_medium(source, "screen_light");
    sheet.screen_dark = read_medium(source, "screen_dark");
    sheet.print = read_medium(source, "print");
    for (const auto& [name, value] : source["icons"].object())
        sheet.icons[name] = code_point(value, "icons." + name);
    return sheet;
}

} // namespace antardesa::style
