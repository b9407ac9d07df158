#pragma once

#include "cartography/detail/atlas_facts.h"
#include "cartography/scene.h"

#include <optional>
#include <set>

namespace antardesa::cartography {

/// What the passes of one `compose_scene` share: the inputs, and the scene being made. Lives on
/// the stack of that call, on one thread.
/// A turning point that was drawn and wants its number beside it.
struct PointLabel {
    geo::Point position; ///< map metres
    double size = 0;     ///< of its mark, millimetres
    std::string text;
    std::int64_t id = 0;
};

struct Composition {
    const MapGeometry& geometry;
    const model::Atlas& atlas;
    const AtlasFacts& facts;
    const View& view;
    const MapOptions& options;
    const style::StyleSheet& styles;
    const style::Inks& inks;
    const text::Typesetter& typesetter;
    Progress& progress;

    std::shared_ptr<const topology::Coverage> coverage; ///< at the view's detail
    geo::Box extent;                                    ///< map metres in view
    double metre = 1;                                   ///< map metres in one millimetre of ink
    Placement placement;

    double village_width = 0; ///< of villages in view, mean, millimetres
    double symbol_scale = 1;  ///< symbols shrink a little where villages are small

    Scene scene{};
    std::set<LegendKey> drawn{}; ///< what the legend must explain
    /// Of its boundaries: each level with each state, where states are known.
    std::set<std::pair<BoundaryClass, std::optional<model::SegmentGroup>>> drawn_boundaries{};
    std::vector<geo::Box> taken{};    ///< badges and boxes, millimetres; no label touches them
    std::vector<geo::Box> yielding{}; ///< other symbols; a label covers one only as a last resort
    std::vector<PointLabel> point_labels{};
    std::vector<Mark> symbols{};  ///< of links and disputes, drawn above all lines
    std::vector<bool> has_node{}; ///< by village: a link ends at its anchor
    std::vector<const model::Agreement*> agreements{}; ///< matching the filter, in table order
    std::vector<double> theme_figures{}; ///< by village, of a theme that counts; see theme_class

    bool shows(MapLayer layer) const { return !options.hidden.contains(layer); }
    bool on_paper() const { return options.medium == Medium::print; }
    bool is_selected(SubjectKind kind, std::int64_t id) const;
    /// Whether the sheet is about something else, so that this village is drawn pale.
    bool is_faded(std::size_t village) const;
    /// A line given in degrees, in map metres without detail that the view cannot show.
    geo::Line shown_line(std::span<const geo::Point> degrees) const;
    geo::Point to_millimetres(geo::Point map) const { return placement.to_millimetres(map); }

    /// Starts a group above all others.
    Group& start_group(std::string name);
};

// The passes, bottom first. Each appends groups to the scene and says what it drew.
void draw_fills(Composition& composition);
void draw_member_hatches(Composition& composition);
void draw_references(Composition& composition);
void draw_boundaries(Composition& composition);
/// The ink of a line by its level and, where that is known, its state; the legend's entry for it,
/// and what is added to the key of that entry's words, for an entry may explain several states.
std::string boundary_ink(BoundaryClass level, std::optional<model::SegmentGroup> state);
LegendKey boundary_key(BoundaryClass level, std::optional<model::SegmentGroup> state);
std::string boundary_words(BoundaryClass level, std::optional<model::SegmentGroup> state);
void draw_disputes(Composition& composition);
void draw_findings(Composition& composition);
void draw_repair(Composition& composition);
void draw_selection(Composition& composition);
void draw_links(Composition& composition);
void draw_symbols(Composition& composition);
void draw_turning_points(Composition& composition, Group& group);
void draw_labels(Composition& composition);
void make_legend(Composition& composition);

/// Classes of a theme that counts, weakest first, as the legend words them. Empty: it counts
/// nothing.
std::vector<std::string> theme_classes(Theme theme);
/// In which of them a figure lies.
std::size_t theme_class(Theme theme, double figure);
LegendKey theme_key(Theme theme);
/// `palette` is not empty.
Colour class_colour(Theme theme, std::size_t index, const std::vector<Colour>& palette);
/// The figure of every village under the options' theme and filter; negative: none (a kelurahan
/// is not isolated). Empty when the theme counts nothing.
std::vector<double> theme_figures(const Composition& composition);
void draw_district_links(Composition& composition, Group& group);

/// "agreement.rancangan", "field.ekonomi": ink names from stored codes.
std::string ink_name(std::string_view family, std::string_view code);
text::Weight text_weight(int weight);
/// The ink's look as a font style at its size.
text::FontStyle font_style(const style::LabelInk& ink);
Colour faded(const Composition& composition, Colour colour);

/// A symbol with an icon in its middle.
struct IconSymbol {
    Shape shape = Shape::rounded_square;
    std::string icon;   ///< name in the style sheet
    std::string family; ///< of numbers: "asset" → asset.size, asset.icon, asset.stroke
    Colour fill;
    Colour stroke;
    Colour content;
};
PointMark icon_symbol(const Composition& composition, geo::Point at, const IconSymbol& symbol,
                      Subject subject);
/// Puts a symbol above all lines and keeps labels off it, if they can find another place.
void put_symbol(Composition& composition, PointMark mark);
/// Millimetres that the symbol covers on the surface.
geo::Box ink_box(const Composition& composition, const PointMark& mark);
/// Where the frame cuts nothing of a mark whose place lies in view: no farther off than that takes.
geo::Point whole_in_frame(const Composition& composition, const PointMark& mark);

} // namespace antardesa::cartography
