#include "cartography/map_options.h"

namespace antardesa::cartography {

std::string_view theme_code(Theme theme) {
    switch (theme) {
    case Theme::agreement_count:
        return "jumlah-kerja-sama";
    case Theme::partners:
        return "jumlah-mitra";
    case Theme::value:
        return "nilai-kerja-sama";
    case Theme::brokerage:
        return "penghubung";
    case Theme::isolated:
        return "tanpa-mitra";
    case Theme::plain:
        return "polos";
    case Theme::district:
        break;
    }
    return "kecamatan";
}

std::optional<Theme> theme_from_code(std::string_view code) {
    for (int theme = 0; theme < theme_count; ++theme)
        if (theme_code(static_cast<Theme>(theme)) == code)
            return static_cast<Theme>(theme);
    return std::nullopt;
}

style::Colour repair_shade(const style::Inks& inks, int number) {
    const auto& palette = inks.palette("repair");
    return palette.empty() ? inks.colour("fg")
                           : palette[static_cast<std::size_t>(number) % palette.size()];
}

/// The sheet's ink says how dense; the village, which colour.
style::AreaInk repair_area(const style::Inks& inks, std::string_view name, int number) {
    style::AreaInk ink = inks.area(name);
    const style::Colour shade = repair_shade(inks, number);
    ink.fill = shade.with_alpha(ink.fill.alpha / 255.0);
    if (ink.hatch)
        ink.hatch->colour = shade.with_alpha(ink.hatch->colour.alpha / 255.0);
    return ink;
}

} // namespace antardesa::cartography
