#include "cartography/map_options.h"

namespace antardesa::cartography {

std::string_view theme_code(Theme theme) {
    switch (theme) {
    case Theme::agreement_count:
        return "jumlah-kerja-sama";
    case Theme::plain:
        return "polos";
    case Theme::district:
        break;
    }
    return "kecamatan";
}

std::optional<Theme> theme_from_code(std::string_view code) {
    for (const Theme theme : {Theme::district, Theme::agreement_count, Theme::plain})
        if (theme_code(theme) == code)
            return theme;
    return std::nullopt;
}

} // namespace antardesa::cartography
