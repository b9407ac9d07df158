#pragma once

#include "style/ink.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::style {

/// One medium's inks: what data/styles/*.json says under "screen_light", "screen_dark", "print".
/// Inks are looked up by the name of a meaning: "boundary.district", "dispute.contested",
/// "agreement.running", "label.village", "asset.symbol". A missing name gives a plain ink, and the
/// sheet's own test names every ink that cartography asks for.
class Inks {
  public:
    const LineInk& line(std::string_view name) const;
    const AreaInk& area(std::string_view name) const;
    const LabelInk& label(std::string_view name) const;
    Colour colour(std::string_view name) const;
    double number(std::string_view name, double fallback) const;
    /// "palette.district": the twelve pastels; "palette.field": ten; "palette.count": classes.
    const std::vector<Colour>& palette(std::string_view name) const;
    /// Hatches that go with "palette.district" in print, same length; an absent one is empty.
    const std::vector<std::optional<HatchInk>>& hatches(std::string_view name) const;

    std::map<std::string, LineInk, std::less<>> lines;
    std::map<std::string, AreaInk, std::less<>> areas;
    std::map<std::string, LabelInk, std::less<>> labels;
    std::map<std::string, Colour, std::less<>> colours;
    std::map<std::string, double, std::less<>> numbers;
    std::map<std::string, std::vector<Colour>, std::less<>> palettes;
    std::map<std::string, std::vector<std::optional<HatchInk>>, std::less<>> hatch_lists;
};

/// The whole sheet. Immutable once read.
struct StyleSheet {
    Inks screen_light;
    Inks screen_dark;
    Inks print;
    std::map<std::string, char32_t, std::less<>> icons; ///< "field.ekonomi" → U+E8D1
    char32_t icon(std::string_view name) const;         ///< 0 when absent
};

/// Reads the JSON text of a sheet: lengths are millimetres, or pixels as "1.8px"; a colour is
/// "#RRGGBB[AA]" or the name of an entry under "colours", with an opacity after a slash; a medium
/// that is `based_on` another states only what differs (lists are replaced whole). Throws `Error`
/// "style.malformed" naming the entry.
StyleSheet parse_style_sheet(std::string_view json);

} // namespace antardesa::style
