#pragma once

#include "cartography/map_geometry.h"
#include "cartography/map_options.h"
#include "style/style_sheet.h"

#include <functional>

namespace antardesa::cartography {

/// Which part of the world goes onto which surface: `centre` (map metres) in the middle of
/// `width` × `height` millimetres at `scale`.
struct View {
    geo::Point centre;
    MapScale scale{50000};
    Millimetres width{200};
    Millimetres height{150};
    /// How far from true a simplified line may be drawn, in ink; a third of a pixel on glass.
    Millimetres detail{0.09};

    Placement placement() const;
    geo::Box extent() const; ///< map metres
    friend bool operator==(const View&, const View&) = default;
};

/// A village name or other text that was placed, for counting and tests.
struct PlacedLabel {
    Subject subject;
    geo::Box box; ///< millimetres on the surface, without halo
};

/// What a legend needs to know about what was drawn, in legend order, each once.
enum class LegendKey {
    regency_boundary,
    district_boundary,
    village_boundary,
    indicative_boundary,
    agreed_boundary,
    definitive_boundary,
    disputed_boundary,
    contested_area,
    cartometric_point,
    pillar,
    mutual_claim,
    undefined_area,
    finding,
    allowed_strip,
    settled_land,
    lost_land,
    new_border,
    agreement_running,
    agreement_draft,
    agreement_expiring,
    agreement_ended,
    many_villages,
    member_hatch,
    district_link,
    third_party,
    asset,
    outside_village,
    special_area,
    river,
    road,
    agreement_count_class,
    partner_class,
    value_class,
    brokerage_class,
    isolated_class,
    district_fill
};
struct LegendEntry {
    LegendKey key;
    Message text;
    std::vector<Mark> sample; ///< in a box of 11 × 4 mm, origin its lower left corner
};
/// An agreement that was drawn, for "Kerja sama yang tergambar".
struct DrawnAgreement {
    Id<model::Agreement> id;
    int number = 0; ///< in its badge when numbered
};

/// A map, composed for one view: marks in meaning's order, placed labels, legend, and what was
/// left out. Immutable once composed.
struct Scene {
    View view;
    Drawing drawing; ///< groups: fills, hatches, references, boundaries, disputes,
                     ///< findings, selection,
                     ///< links, symbols, labels
    std::vector<PlacedLabel> labels;
    std::vector<LegendEntry> legend;
    std::vector<DrawnAgreement> agreements;
    int villages_in_view = 0;
    int villages_labelled = 0;
};

struct Fonts {
    std::shared_ptr<const text::Typesetter> typesetter;
};

/// Pure apart from caches inside `geometry` and the typesetter: any thread. Throws `Cancelled`.
Scene compose_scene(const MapGeometry& geometry, const View& view, const MapOptions& options,
                    const style::StyleSheet& styles, const text::Typesetter& typesetter,
                    Progress& progress);

/// What lies at `position` (map metres): symbols before lines before areas; nearest first.
/// `reach` is the distance in metres that still counts for points and lines.
struct Hit {
    Subject subject;
    double distance = 0;
};
std::vector<Hit> pick(const MapGeometry& geometry, const Scene& scene, geo::Point position,
                      double reach);

} // namespace antardesa::cartography
