#pragma once

#include "cartography/scene.h"
#include "i18n/catalogue.h"

#include <optional>
#include <string>
#include <vector>

namespace antardesa::cartography {

enum class Paper { a4, a3, a2, a1, a0 };
std::optional<Paper> paper_from_code(std::string_view code);
std::string_view paper_code(Paper paper);
/// Portrait size of ISO 216.
struct PaperSize {
    Millimetres width;
    Millimetres height;
};
PaperSize paper_size(Paper paper);

/// The form of a sheet (domain.md §6.1).
enum class SheetKind {
    meeting,  ///< the map of a meeting, ui/sheet-a3.png: "rapat"
    working,  ///< Peta Kerja: a boundary sheet's margin at any scale: "kerja"
    boundary, ///< Peta Batas Desa, ui/sheet-batas.png: "batas"
};
inline constexpr int sheet_kind_count = 3;
std::string_view sheet_kind_code(SheetKind kind);
std::optional<SheetKind> sheet_kind_from_code(std::string_view code);

/// What a sheet shows.
struct SheetRequest {
    Paper paper = Paper::a3;
    bool landscape = true;
    std::optional<MapScale> scale; ///< else the largest round scale that fits the extent
    geo::Box extent;               ///< map metres; empty: all villages
    std::string title;             ///< empty: by theme
    std::string subtitle;          ///< "Kecamatan Kaliharjo Hilir"; empty: the kabupaten
    Subject focus;                 ///< district, village, … that the sheet is about; others fade
    MapOptions options;
    int page = 1;
    int pages = 1;
    std::optional<SheetKind> kind = {}; ///< else as `kind_of` says
    /// Map metres of every sheet of the set that this one is number `page` of; empty: it is alone.
    std::vector<geo::Box> set = {};
};
/// The kind that is asked for. Without one a segment or a case has a boundary sheet, or at a scale
/// that no boundary sheet has a working one; all else has a meeting's.
SheetKind kind_of(const SheetRequest& request);

/// Where the map stands on the page, for georeferencing.
struct MapFrame {
    geo::Box page;  ///< millimetres from the lower left corner
    geo::Box world; ///< map metres
};

/// A finished page: drawing in millimetres plus what can be said about it.
struct Sheet {
    Drawing drawing;
    MapFrame frame;
    MapScale scale;
    crs::UtmZone zone;
    std::string title;
    std::vector<LegendEntry> legend;
    int villages_in_view = 0;
    int villages_labelled = 0;
    int points_left_out = 0; ///< of its list; they belong on an annex
};

/// Lays out the sheet of a meeting (ui.md §5, ui/sheet-a3.png): map frame with grid labels, title
/// block, exact scale and scale bar, north arrow, legend of what was drawn, agreements drawn,
/// location inset (unless the map shows all), reference system, sources, draft notice,
/// signatures, print line. A list too long for the paper ends in "dan n … lain"; on small paper
/// inset, list and signatures give way in this order. No text smaller than 2 mm high.
/// Or a boundary or working sheet with the 22 items of its margin, set in Liberation Sans; the
/// title 32 and the region code 16 points from A3 up (Perban BIG 15/2019). What its list of points
/// has no room for it counts. Such a request comes from `sheet_set`. Throws `Cancelled`.
Sheet compose_sheet(const MapGeometry& geometry, const SheetRequest& request,
                    const style::StyleSheet& styles, const text::Typesetter& typesetter,
                    const i18n::Catalogue& language, Progress& progress);

/// Round scales offered: 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7.5 × 10^n.
MapScale round_scale_at_least(double denominator);

} // namespace antardesa::cartography
