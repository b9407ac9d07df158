#pragma once

#include "analysis/filter.h"
#include "base/date.h"
#include "cartography/mark.h"
#include "model/rows.h"
#include "style/style_sheet.h"

#include <memory>
#include <set>
#include <vector>

namespace antardesa::cartography {

/// What the villages are coloured by. The order is the order of choices.
enum class Theme {
    district,
    agreement_count,
    partners,  ///< different villages that it is tied to
    value,     ///< of all agreements that it is party to
    brokerage, ///< how many ways between others lead over it (analysis::VillageTies)
    isolated,  ///< desa without a tie
    plain
};
inline constexpr int theme_count = 7;
/// "kecamatan", "jumlah-kerja-sama", "jumlah-mitra", "nilai-kerja-sama", "penghubung",
/// "tanpa-mitra", "polos".
std::string_view theme_code(Theme theme);
std::optional<Theme> theme_from_code(std::string_view code);

/// What a person may show and hide. The order is the order of the layer list.
enum class MapLayer {
    agreements,
    disputes,
    assets,
    third_parties,
    findings,      ///< what the boundary check found and what may stay; on screen only
    mutual_claims, ///< area saling klaim, area tidak terdefinisi
    turning_points,
    village_boundaries,
    district_fill,
    labels,
    rivers,
    roads
};
inline constexpr int map_layer_count = 12;

enum class Medium { screen_light, screen_dark, print };

/// What a repair would do, shown before it is done; EPSG:4326. Villages are numbered so that those
/// who take part in the same strip have different numbers: their shades.
struct RepairPicture {
    struct Area {
        geo::MultiPolygon land;
        int owner = 0; ///< whose alone it becomes
        bool gains = false;
        std::vector<int> losing; ///< who claimed it too
    };
    std::vector<Area> areas;
    geo::MultiLine borders; ///< new ones
};
/// The colour of a village with this number, and an area's ink in it.
style::Colour repair_shade(const style::Inks& inks, int number);
style::AreaInk repair_area(const style::Inks& inks, std::string_view name, int number);

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
    std::shared_ptr<const RepairPicture> repair = nullptr; ///< instead of the findings
    /// What floats over the view, so that no name is put below it: millimetres from the view's
    /// middle, y to the north.
    std::vector<geo::Box> covered = {};
    bool segment_states = true; ///< village boundaries in the colours of their state
    bool by_district = false;   ///< links lead from kecamatan to kecamatan, each with its count
    friend bool operator==(const MapOptions&, const MapOptions&) = default;
};

} // namespace antardesa::cartography
