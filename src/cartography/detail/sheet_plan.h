#pragma once

#include "cartography/detail/furniture.h"
#include "cartography/sheet.h"
#include "cartography/sheet_check.h"
#include "cartography/sheet_subject.h"

#include <functional>
#include <utility>

namespace antardesa::cartography {

/// Where things stand on one paper, page millimetres.
struct SheetPlan {
    Millimetres width;
    Millimetres height;
    geo::Box rim;   ///< around the graticule's labels; `outer` where there are none
    geo::Box outer; ///< thin line around the map and its grid labels
    geo::Box frame; ///< the map
    geo::Box page;  ///< within the margins
    /// Landscape: one column at the right. Portrait: below the map, three, or two for a boundary.
    std::vector<geo::Box> columns;
    SheetType type;
};
/// A `boundary` sheet has more in its margin, and in another typeface.
SheetPlan plan_sheet(Paper paper, bool landscape, bool boundary = false);
/// Whether the sheet has the margin of a boundary sheet.
bool has_boundary_margin(const SheetRequest& request);

/// Segments that a boundary sheet is about, else those whose line lies on the sheet: all, and those
/// that are not definitive; a boundary sheet counts batas daerah apart, for no Peraturan Bupati
/// lays them down.
struct SegmentCount {
    int all = 0;
    int open = 0;
    int regional_open = 0;
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
    SheetSubject subject{};
    int* points_left_out = nullptr; ///< told when the list of points is drawn; may be null

    const model::Atlas& atlas() const { return geometry.atlas(); }
    bool is_draft() const {
        return segments.open + segments.regional_open > 0 || segments.all == 0;
    }
    std::string regency() const; ///< "Kabupaten Contoh"; may be empty
};
/// "Kabupaten Contoh" or "Kota Contoh" of "Contoh"; empty of nothing.
std::string regency_title(const SheetFacts& facts, const std::string& name, bool city);
/// "Provinsi Contoh" of "Contoh", and of itself.
std::string province_title(const SheetFacts& facts, const std::string& name);
std::string default_title(const SheetFacts& facts);
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
    bool eager = false;        ///< gets of what is left before those that are not
    /// Of a boundary sheet: what its column has no room for goes on to a further page, the lowest
    /// first, but none that would have room beside the others; 0: never.
    int moves_on = 0;
};
/// What the blocks need at least, one below the other; there is one.
double least_height(const std::vector<Block>& blocks, const SheetType& type);
/// Whether they fit, when those that may give way do.
bool has_room(const std::vector<Block>& blocks, double height, const SheetType& type);
/// Of blocks that do not fit even when others give way those that move on, in their order, taken
/// out of them; `note` stands for them at the bottom, one
/// with what ends the column.
std::vector<Block> take_what_moves_on(std::vector<Block>& blocks, const Block& note, double height,
                                      const SheetType& type);
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
/// coordinates; what does not fit is counted. On a boundary sheet those on the sheet, numbered,
/// with their whole code where the column is wide enough.
Block points_block(const SheetFacts& facts, const SheetType& type, double width);
/// On a boundary sheet always, else where the map does not show all.
Block location_block(const SheetFacts& facts, const SheetType& type);
Block system_block(const SheetFacts& facts, const SheetType& type, double width);
Block source_block(const SheetFacts& facts, const SheetType& type, double width);
Block notice_block(const SheetFacts& facts, const SheetType& type, double width);
Block signature_block(const SheetFacts& facts, const SheetType& type, double width);
// Of a Peta Batas Desa besides (Perban BIG 15/2019 annex F and Perka BIG 3/2016 annex D as in
// domain.md §6.1). What the project does not know stays a dotted line.
/// Title, villages, kecamatan, kabupaten, province, kode wilayah, number of the sheet, edition and
/// year, the north arrow, scale and its bar: instead of `title_block` and `scale_block`.
Block identity_block(const SheetFacts& facts, const SheetType& type, double width);
/// Each segment that the sheet is about with its state and length.
Block segments_block(const SheetFacts& facts, const SheetType& type, double width);
/// Which sheet of its set this one is, over the land that the set is about.
Block index_block(const SheetFacts& facts, const SheetType& type);
/// The papers that the segments' states rest on, beside the source: instead of `source_block`.
Block record_block(const SheetFacts& facts, const SheetType& type, double width);
/// What of the subject's lines is batas daerah, and that nothing is settled by it; empty of none.
std::string regional_words(const SheetFacts& facts, const SheetSubject& subject);
/// What of the sheet is no law yet, and what no boundary does: instead of `notice_block`.
Block caution_block(const SheetFacts& facts, const SheetType& type, double width);
/// Projection, grid and datum, each by name: instead of `system_block`.
Block reference_block(const SheetFacts& facts, const SheetType& type, double width);
/// Room for the office's logo, its name, address and contact, and the copyright.
Block publisher_block(const SheetFacts& facts, const SheetType& type, double width);
/// Every Kepala Desa that the line is about, the kabupaten's team and witnesses: instead of
/// `signature_block`. Of a line between two kabupaten nobody: there is no such block. `spared_mm`:
/// of the room to sign, where the margin has none left.
Block approval_block(const SheetFacts& facts, const SheetType& type, double width,
                     double spared_mm = 0);
/// The code that ties the sheet to its line: QR and signs.
Block code_block(const SheetFacts& facts, const SheetType& type, double width);
Block print_block(const SheetFacts& facts, const SheetType& type, double width);
/// That what the margin has no room for is on a page of its own.
Block moved_note(const SheetFacts& facts, const SheetType& type, double width);
/// That page: what sheet it goes on from, what moved there, and the print line.
Drawing further_page(const SheetFacts& facts, const SheetPlan& plan, std::vector<Block> moved);

/// Two blocks beside each other.
Block beside(Block left, Block right, const SheetType& type);
/// One block below the other as one, with a rule between them.
Block stacked(Block upper, Block lower, const SheetType& type);
/// The width that each of two blocks beside each other has.
double half_width(double width, const SheetType& type);
/// Label and value in lines under a heading and, unless it is empty, a line without label.
Block lines_block(const SheetFacts& facts, const SheetType& type, double width,
                  const std::string& heading,
                  const std::vector<std::pair<const char*, std::string>>& said,
                  const std::string& first = {});
/// A paragraph in a frame.
Block framed_block(const SheetFacts& facts, const SheetType& type, double width,
                   const std::string& said);
/// The arrow to the north, its letter below `foot`.
void draw_north(Furniture& f, const SheetType& type, geo::Point foot, double height,
                const std::string& letter);
/// Scale in figures over its bar.
void draw_scale(Furniture& f, const SheetFacts& facts, const SheetType& type, geo::Point upper_left,
                double width);
/// The largest size not above `size` at which the text fits, but not below `smallest`.
double fitting_size(const text::Typesetter& typesetter, const std::string& text,
                    text::FontStyle style, double smallest, double width);
/// In capitals, ASCII letters.
std::string in_capitals(std::string text);

/// Grid labels around the map, its frame, and all columns. What a boundary sheet's columns have no
/// room for is handed back, for `further_page`.
std::vector<Block> draw_furniture(Furniture& furniture, const SheetFacts& facts,
                                  const SheetPlan& plan);
/// Degrees outside the thin line, with ticks across it and inside the map.
void draw_graticule(Furniture& furniture, const SheetFacts& facts, const SheetPlan& plan);
/// Between two of its lines, seconds of arc: 8–12 cm on paper if a round value does, else the
/// finest that keeps 4.5 cm.
int graticule_step(MapScale scale);
/// Lines of the grid, in a group placed like the map.
Group grid_group(const SheetFacts& facts, const SheetPlan& plan);
/// The large pale word over a draft.
Group draft_group(const SheetFacts& facts, const SheetPlan& plan);

/// 8–12 cm on paper if a value of the list does, else the finest that keeps 4.5 cm (ui.md §5).
double grid_step(MapScale scale);
/// Ground length of a scale bar no longer than `longest` millimetres: 1, 2, 4 or 5 × 10^n metres.
double bar_length(MapScale scale, double longest);

} // namespace antardesa::cartography
