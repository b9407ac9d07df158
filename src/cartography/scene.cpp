#include "cartography/scene.h"

#include "cartography/detail/composition.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

const style::Inks& inks_of(const style::StyleSheet& styles, Medium medium) {
    switch (medium) {
    case Medium::screen_dark:
        return styles.screen_dark;
    case Medium::print:
        return styles.print;
    case Medium::screen_light:
        break;
    }
    return styles.screen_light;
}

/// The agreements that pass the filter, and what the theme counts of them.
void choose_agreements(Composition& c) {
    c.has_node.assign(c.atlas.villages().size(), false);
    for (const model::Agreement& agreement : c.atlas.agreements()) {
        if (!analysis::matches(c.options.filter, agreement, c.atlas, c.options.today))
            continue;
        c.agreements.push_back(&agreement);
    }
    c.theme_figures = theme_figures(c);
}

/// Full-size symbols where villages are as wide as on a kecamatan's sheet; down to two thirds
/// where a whole kabupaten goes onto one page.
void measure_crowding(Composition& c) {
    double sum = 0;
    std::size_t count = 0;
    c.geometry.claimant_index().visit(c.extent, [&](std::uint32_t claimant) {
        sum += c.geometry.claimant_box(claimant).width();
        ++count;
    });
    c.village_width = count == 0 ? 100 : sum / static_cast<double>(count) / c.metre;
    constexpr double comfortable = 24; // millimetres
    c.symbol_scale = std::clamp(c.village_width / comfortable, 0.66, 1.0);
}

} // namespace

Placement View::placement() const {
    return {centre, {width.value / 2, height.value / 2}, 1 / scale.metres_per_millimetre()};
}

geo::Box View::extent() const {
    const double metre = scale.metres_per_millimetre();
    const geo::Point half{width.value / 2 * metre, height.value / 2 * metre};
    return {centre - half, centre + half};
}

Scene compose_scene(const MapGeometry& geometry, const View& view, const MapOptions& options,
                    const style::StyleSheet& styles, const text::Typesetter& typesetter,
                    Progress& progress) {
    progress.check();
    const double metre = view.scale.metres_per_millimetre();
    Composition composition{geometry,
                            geometry.atlas(),
                            geometry.facts(),
                            view,
                            options,
                            styles,
                            inks_of(styles, options.medium),
                            typesetter,
                            progress,
                            geometry.coverage_near(view.detail.value * metre, view.extent()),
                            view.extent(),
                            metre,
                            view.placement(),
                            0,
                            1};
    composition.scene.view = view;
    composition.scene.drawing.width = view.width;
    composition.scene.drawing.height = view.height;
    composition.scene.drawing.background = composition.inks.colour("outside");
    measure_crowding(composition);
    choose_agreements(composition);

    using Pass = void (*)(Composition&);
    for (const Pass pass : {draw_fills, draw_member_hatches, draw_references, draw_boundaries,
                            draw_disputes, draw_findings, draw_repair, draw_selection, draw_links,
                            draw_symbols, draw_labels, make_legend}) {
        progress.check();
        pass(composition);
    }
    return std::move(composition.scene);
}

} // namespace antardesa::cartography
