#pragma once

#include "cartography/detail/furniture.h"
#include "cartography/sheet.h"
#include "cartography/sheet_check.h"

#include <functional>

namespace antardesa::cartography {

/// Where things stand on one paper, page millimetres.
struct SheetPlan {
    Millimetres width;
    Millimetres height;
    geo::Box outer; ///< thin line around the map and its grid labels
    geo::Box frame; ///< the map
    /// Landscape: one column at the right. Portrait: three below the map.
    std::vector<geo::Box> columns;
    SheetType type;
};
/// A `boundary` sheet has more beside its map: two columns on paper lower than A1 lies.
SheetPlan plan_sheet(Paper paper, bool landscape, bool boundary = false);

/// Segments whose line lies on the sheet: all, and those that are not definitive.
struct SegmentCount {
    int all = 0;
    int open = 0;
};
SegmentCount count_segments(const MapGeometry& geometry, const geo::Box& world);

/// What the blocks of a sheet are made from.
struct SheetFacts {
    const MapGeometry& geometry;
    const SheetRequest& request;
    const style::StyleSheet& styles;
    const text::Typesetter& typesetter;
    const i18n::Catalogue& language;
    Scene scene;
    MapScale scale;
    geo::Box world; ///< of the map frame, map metres
    double grid_step = 1000;
    std::string title;
    std::string subtitle;
    SegmentCount segments;
    const SheetCheck* check = nullptr;

    const model::Atlas& atlas() const { return geometry.atlas(); }
    bool is_draft() const { return segments.open > 0 || segments.all == 0; }
    std::string regency() const; ///< "Kabupaten Contoh"; may be empty
};
std::string default_title(const SheetRequest& request, const i18n::Catalogue& language);
std::string default_subtitle(const SheetFacts& facts);

/// A piece of a column. It gets a box at least `least` and at most `best` high and draws from its
/// top. When a column is too short, blocks go in the order of `sacrifice` (0: never).
struct Block {
    double least = 0;
    double best = 0;
    int sacrifice = 0;
    bool at_bottom = false;
    std::function<void(Furniture&, const geo::Box&)> draw;
    bool all_or_least = false; ///< heights between the two help nobody
};
/// Stacks blocks from the top, those `at_bottom` from the bottom, and gives what is left to those
/// that can use it, in the order of the list. Every block but the first is led by a rule.
void fill_column(Furniture& furniture, const geo::Box& column, std::vector<Block> blocks,
                 const SheetType& type);

// The blocks of ui.md §5. `width` is the column's.
Block title_block(const SheetFacts& facts, const SheetType& type, double width);
Block scale_block(const SheetFacts& facts, const SheetType& type, double width);
Block legend_block(const SheetFacts& facts, const SheetType& type, double width);
Block agreement_block(const SheetFacts& facts, const SheetType& type, double width);
/// Titik kartometrik and pilar of the segment or village that the sheet is about, with their
/// coordinates; what does not fit is counted. Accuracy and method where the column is wide enough.
Block points_block(const SheetFacts& facts, const SheetType& type, double width);
Block location_block(const SheetFacts& facts, const SheetType& type);
Block system_block(const SheetFacts& facts, const SheetType& type, double width);
Block source_block(const SheetFacts& facts, const SheetType& type, double width);
Block notice_block(const SheetFacts& facts, const SheetType& type, double width);
Block signature_block(const SheetFacts& facts, const SheetType& type, double width);
// Of a Peta Batas Desa besides (Perban BIG 15/2019 annex F and Perka BIG 3/2016 annex D as in
// domain.md §6.1). What the project does not know stays a dotted line.
/// Whether the sheet is about a segment or a case.
bool is_boundary_sheet(const SheetRequest& request);
/// Villages, kecamatan, kabupaten, province, kode wilayah, number of the sheet, edition and year.
Block identity_block(const SheetFacts& facts, const SheetType& type, double width);
/// Projection, grid and datum, each by name: instead of `system_block`.
Block reference_block(const SheetFacts& facts, const SheetType& type, double width);
/// Room for the office's logo, its name, address and contact, and the copyright.
Block publisher_block(const SheetFacts& facts, const SheetType& type, double width);
/// Both Kepala Desa, the kabupaten's team and witnesses: instead of `signature_block`.
Block approval_block(const SheetFacts& facts, const SheetType& type, double width);
/// The code that ties the sheet to its line: QR and signs.
Block code_block(const SheetFacts& facts, const SheetType& type, double width);
Block print_block(const SheetFacts& facts, const SheetType& type, double width);

/// Grid labels around the map, its frame, and all columns.
void draw_furniture(Furniture& furniture, const SheetFacts& facts, const SheetPlan& plan);
/// Lines of the grid, in a group placed like the map.
Group grid_group(const SheetFacts& facts, const SheetPlan& plan);
/// The large pale word over a draft.
Group draft_group(const SheetFacts& facts, const SheetPlan& plan);

/// 8–12 cm on paper if a value of the list does, else the finest that keeps 4.5 cm (ui.md §5).
double grid_step(MapScale scale);
/// Ground length of a scale bar no longer than `longest` millimetres: 1, 2, 4 or 5 × 10^n metres.
double bar_length(MapScale scale, double longest);

} // namespace antardesa::cartography
