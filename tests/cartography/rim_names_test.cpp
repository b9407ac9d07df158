#include "cartography/detail/composition.h"
#include "cartography/scene.h"

#include "sample_atlas.h"

#include <gtest/gtest.h>

namespace antardesa::cartography {
namespace {

/// Where a mark's ink lies, millimetres.
geo::Box box_of(const Placement& placement, const PointMark& mark) {
    const geo::Point at = placement.to_millimetres(mark.position);
    const double half = std::max(mark.width.value, mark.size.value) / 2;
    return {{at.x - half, at.y - mark.size.value / 2}, {at.x + half, at.y + mark.size.value / 2}};
}

bool says(const PointMark& mark, const std::string& words) {
    return std::any_of(mark.content.begin(), mark.content.end(), [&](const text::GlyphRun& run) {
        return run.text.find(words) != std::string::npos;
    });
}

/// A sheet of one village, whose agreements all lead to villages beyond its frame.
TEST(RimNames, OnPaperNoBadgeLiesOverOne) {
    sample::AtlasMaker maker;
    for (int round = 0; round < 2; ++round)
        for (const std::int64_t other : {2, 3, 4, 7, 8, 9, 12, 18, 24})
            maker.agree({1, other});
    MapOptions options;
    options.today = *parse_date("2026-11-23");
    options.medium = Medium::print;
    options.number_agreements = true;
    options.outside_words = "ke {0}";
    const auto geometry = maker.geometry();
    View view = sample::whole_view(*geometry);
    view.centre = geometry->anchor(0);
    view.width = {90};
    view.height = {60};
    for (const double scale : {20'000.0, 30'000.0, 40'000.0}) {
        view.scale = {scale};
        Progress progress;
        const Scene scene =
            compose_scene(*geometry, view, options, sample::styles(), text::Typesetter(), progress);
        std::vector<geo::Box> names;
        std::vector<geo::Box> badges;
        for (const Group& group : scene.drawing.groups)
            for (const Mark& mark : group.marks)
                if (const auto* symbol = std::get_if<PointMark>(&mark);
                    symbol && symbol->shape == Shape::capsule)
                    (says(*symbol, "ke ") ? names : badges)
                        .push_back(box_of(group.placement, *symbol));
        ASSERT_FALSE(names.empty());
        ASSERT_FALSE(badges.empty());
        int hidden = 0;
        for (const geo::Box& name : names)
            for (const geo::Box& badge : badges)
                hidden += name.intersects(badge) ? 1 : 0;
        EXPECT_EQ(hidden, 0) << "at 1:" << scale;
    }
}

/// Wherever the frame runs, through kecamatan and the links between them too.
TEST(RimNames, OnPaperTheFrameCutsNoBadgeOfKecamatan) {
    sample::AtlasMaker maker;
    maker.agree({1, 4}); // the fourth column lies in the other kecamatan
    maker.agree({2, 5});
    MapOptions options;
    options.today = *parse_date("2026-11-23");
    options.medium = Medium::print;
    options.by_district = true;
    const auto geometry = maker.geometry();
    View view = sample::whole_view(*geometry);
    const geo::Point middle = view.centre;
    const double metre = view.scale.metres_per_millimetre();
    const geo::Box frame{{-0.01, -0.01}, {view.width.value + 0.01, view.height.value + 0.01}};
    int badges = 0;
    for (double aside = -160; aside <= 160; aside += 1.7) {
        view.centre = middle + geo::Point{aside, aside / 2} * metre;
        Progress progress;
        const Scene scene =
            compose_scene(*geometry, view, options, sample::styles(), text::Typesetter(), progress);
        const Group* symbols = sample::group(scene, "symbols");
        ASSERT_TRUE(symbols);
        for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols")) {
            if (mark.content.empty())
                continue;
            ++badges;
            const geo::Point at = symbols->placement.to_millimetres(mark.position);
            const double width = mark.shape == Shape::capsule ? mark.width.value : mark.size.value;
            const geo::Point half{width / 2, mark.size.value / 2};
            EXPECT_TRUE(frame.contains(geo::Box{at - half, at + half})) << aside;
        }
    }
    EXPECT_GT(badges, 100);
}

} // namespace
} // namespace antardesa::cartography
