#include "cartography/detail/point_labels.h"
#include "cartography/scene.h"

#include "sample_atlas.h"

#include <gtest/gtest.h>

#include <set>

namespace antardesa::cartography {
namespace {

TEST(PointNumber, OfAPillarIsItsKindAndRunningNumber) {
    model::TurningPoint point;
    point.kind = "TK";
    point.number = "007";
    EXPECT_EQ(point_number(point), "007");
    point.kind = "PBU";
    point.number = "19.10.2008-2010-880";
    EXPECT_EQ(point_number(point), "PBU 880");
    point.number.clear();
    EXPECT_EQ(point_number(point), "PBU");
}

/// Forty points close together on one line, with a pillar among them.
struct Crowded {
    sample::AtlasMaker maker;
    style::StyleSheet styles = sample::styles();
    text::Typesetter typesetter;
    MapOptions options;

    Crowded() {
        maker.segment(1, 2, model::SegmentState::agreed);
        for (int i = 0; i < 40; ++i) {
            model::TurningPoint point;
            point.id = {i + 1};
            point.segment = {1};
            point.kind = i == 20 ? "PBU" : "TK";
            point.number = "0" + std::to_string(10 + i);
            point.position = maker.corner(1, 0) + geo::Point{0, 0.015 + 0.0001 * i};
            maker.put(point);
        }
    }
    Scene compose(double denominator) {
        const auto geometry = maker.geometry();
        View view = sample::whole_view(*geometry);
        view.centre = geometry->to_map(maker.corner(1, 0) + geo::Point{0, 0.017});
        view.scale = {denominator};
        Progress progress;
        return compose_scene(*geometry, view, options, styles, typesetter, progress);
    }
};

int drawn_points(const Scene& scene) {
    int count = 0;
    for (const Group& group : scene.drawing.groups)
        for (const Mark& mark : group.marks)
            if (const auto* point = std::get_if<PointMark>(&mark))
                count += point->subject.kind == SubjectKind::turning_point;
    return count;
}

TEST(TurningPoints, AreAllDrawnAndTheirNumbersDoNotTouch) {
    const Scene scene = Crowded().compose(20000);
    EXPECT_EQ(drawn_points(scene), 40);
    int numbers = 0;
    for (std::size_t i = 0; i < scene.labels.size(); ++i) {
        numbers += scene.labels[i].subject.kind == SubjectKind::turning_point;
        for (std::size_t j = i + 1; j < scene.labels.size(); ++j)
            EXPECT_FALSE(scene.labels[i].box.intersects(scene.labels[j].box));
    }
    EXPECT_GT(numbers, 5);
    EXPECT_LT(numbers, 40) << "where there is no room the number is left out";
    std::set<LegendKey> keys;
    for (const LegendEntry& entry : scene.legend)
        keys.insert(entry.key);
    EXPECT_TRUE(keys.count(LegendKey::cartometric_point));
    EXPECT_TRUE(keys.count(LegendKey::pillar));
}

TEST(TurningPoints, OfASelectedSegmentAreShownFromAfar) {
    Crowded sample;
    EXPECT_EQ(drawn_points(sample.compose(400000)), 0);
    sample.options.selection = {{SubjectKind::segment, 1}};
    EXPECT_EQ(drawn_points(sample.compose(400000)), 40);
    sample.options.hidden = {MapLayer::turning_points};
    EXPECT_EQ(drawn_points(sample.compose(400000)), 0);
}

} // namespace
} // namespace antardesa::cartography
