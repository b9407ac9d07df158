#pragma once

#include "analysis/filter.h"
#include "base/date.h"
#include "cartography/mark.h"
#include "model/rows.h"

#include <set>

namespace antardesa::cartography {

enum class Theme { district, agreement_count, plain };
std::string_view theme_code(Theme theme); ///< "kecamatan", "jumlah-kerja-sama", "polos"
std::optional<Theme> theme_from_code(std::string_view code);

/// What a person may show and hide. The order is the order of the layer list.
enum class MapLayer {
    agreements,
    disputes,
    assets,
    third_parties,
    findings,      ///< what the boundary check found and what may stay; on screen only
    mutual_claims, ///< area saling klaim
    turning_points,
    village_boundaries,
    district_fill,
    labels,
    rivers,
    roads
};
inline constexpr int map_layer_count = 12;

enum class Medium { screen_light, screen_dark, print };

/// Everything that decides how a map looks besides where it is. A value; comparing two tells
/// whether a picture is still good.
struct MapOptions {
    Theme theme = Theme::district;
    std::set<MapLayer> hidden;
    analysis::Filter filter;
    Medium medium = Medium::screen_light;
    bool hatch_fills = false; ///< pastel fills also hatched, for grey copiers
    Date today{};
    std::vector<Subject> selection; ///< drawn with the selection's outline
    bool number_agreements = false; ///< legend numbers in the badges (sheets)
    Subject focus;                  ///< what a sheet is about; what lies outside it is drawn pale
    std::string outside_words = "ke {0}"; ///< in the reader's language: "cartography.outside"
    bool segment_states = true;           ///< village boundaries in the colours of their state
    friend bool operator==(const MapOptions&, const MapOptions&) = default;
};

} // namespace antardesa::cartography
