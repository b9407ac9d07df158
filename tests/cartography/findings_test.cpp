#include "cartography/scene.h"

#include "sample_atlas.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace antardesa::cartography {
namespace {

using testing::Contains;
using testing::Field;
using testing::Not;

/// An overlap, a point and two exceptions in the middle of the chessboard.
struct FindingsOnTheMap : testing::Test {
    FindingsOnTheMap() {
        options.today = *parse_date("2026-11-23");
        const geo::Point at = maker.corner(3, 2);
        const auto box = [&](double x) {
            return geo::MultiPolygon{{{{at.x + x, at.y},
                                       {at.x + x + 0.004, at.y},
                                       {at.x + x + 0.004, at.y + 0.004},
                                       {at.x + x, at.y + 0.004},
                                       {at.x + x, at.y}},
                                      {}}};
        };
        model::BoundaryFinding strip;
        strip.id = {1};
        strip.longitude = at.x + 0.002;
        strip.latitude = at.y + 0.002;
        strip.area_m2 = 1;
        strip.geometry = std::make_shared<const geo::Geometry>(geo::PolygonSet{box(0)});
        maker.put(strip);
        model::BoundaryException claim;
        claim.id = {1};
        claim.reason = model::ExceptionReason::mutual_claim;
        claim.geometry = std::make_shared<const geo::MultiPolygon>(box(0.01));
        maker.put(claim);
        model::BoundaryException lake;
        lake.id = {2};
        lake.reason = model::ExceptionReason::lake;
        lake.geometry = std::make_shared<const geo::MultiPolygon>(box(0.02));
        maker.put(lake);
        geometry = maker.geometry();
        view = sample::whole_view(*geometry);
    }
    Scene compose() {
        Progress progress;
        return compose_scene(*geometry, view, options, styles, typesetter, progress);
    }
    static std::vector<LegendKey> keys(const Scene& scene) {
        std::vector<LegendKey> found;
        for (const LegendEntry& entry : scene.legend)
            found.push_back(entry.key);
        return found;
    }
    std::vector<Hit> hits(const Scene& scene, double x) const {
        const geo::Point at = maker.corner(3, 2) + geo::Point{x, 0.002};
        return pick(*geometry, scene, geometry->to_map(at), 1);
    }
    sample::AtlasMaker maker;
    style::StyleSheet styles = sample::styles();
    text::Typesetter typesetter;
    MapOptions options;
    std::shared_ptr<const MapGeometry> geometry;
    View view;
};

TEST_F(FindingsOnTheMap, GiveWayToTheRepairThatIsPreviewed) {
    const geo::Point at = maker.corner(3, 2);
    auto picture = std::make_shared<RepairPicture>();
    picture->areas.push_back(
        {{{{at, at + geo::Point{0.02, 0}, at + geo::Point{0.02, 0.02}, at}, {}}}, 0, false, {1}});
    picture->borders = {{at, at + geo::Point{0.02, 0.02}}};
    options.repair = picture;
    const Scene scene = compose();
    for (const LegendKey key :
         {LegendKey::settled_land, LegendKey::lost_land, LegendKey::new_border})
        EXPECT_THAT(keys(scene), Contains(key));
    EXPECT_THAT(keys(scene), Not(Contains(LegendKey::finding)));
    EXPECT_NE(repair_shade(styles.screen_light, 0), repair_shade(styles.screen_light, 1));
    EXPECT_NE(repair_shade(styles.screen_dark, 0), repair_shade(styles.screen_light, 0));
}

TEST_F(FindingsOnTheMap, AreHatchedAtEveryScale) {
    const auto hatch_lines = [&](double denominator) {
        view.centre = geometry->to_map(maker.corner(3, 2) + geo::Point{0.002, 0.002});
        view.scale = MapScale{denominator};
        std::size_t lines = 0;
        for (const Group& group : compose().drawing.groups)
            for (const Mark& mark : group.marks)
                if (const auto* line = std::get_if<LineMark>(&mark);
                    line && line->subject == Subject{SubjectKind::finding, 1})
                    lines = std::max(lines, line->lines.size());
        return lines;
    };
    EXPECT_GT(hatch_lines(10000), 10U);
    EXPECT_GT(hatch_lines(1000), 100U) << "the map's origin is a long way off";
}

TEST_F(FindingsOnTheMap, KeepUndefinedLandAlsoOnPaper) {
    model::BoundaryException undefined = *geometry->atlas().find(Id<model::BoundaryException>{2});
    undefined.reason = model::ExceptionReason::undefined;
    maker.put(undefined);
    geometry = maker.geometry();
    options.medium = Medium::print;
    const Scene scene = compose();
    EXPECT_THAT(keys(scene), Contains(LegendKey::undefined_area));
    EXPECT_THAT(keys(scene), Contains(LegendKey::mutual_claim));
    EXPECT_THAT(keys(scene), Not(Contains(LegendKey::finding)));
}

TEST_F(FindingsOnTheMap, AreDrawnExplainedAndFoundUnderThePointer) {
    const Scene scene = compose();
    EXPECT_THAT(keys(scene), Contains(LegendKey::finding));
    EXPECT_THAT(keys(scene), Contains(LegendKey::mutual_claim));
    EXPECT_THAT(keys(scene), Contains(LegendKey::allowed_strip));
    EXPECT_THAT(hits(scene, 0.002),
                Contains(Field(&Hit::subject, Subject{SubjectKind::finding, 1})));
    EXPECT_THAT(hits(scene, 0.012),
                Contains(Field(&Hit::subject, Subject{SubjectKind::exception, 1})));
    EXPECT_THAT(hits(scene, 0.022),
                Contains(Field(&Hit::subject, Subject{SubjectKind::exception, 2})));
}

TEST_F(FindingsOnTheMap, EachLayerIsHiddenByItself) {
    options.hidden = {MapLayer::findings};
    EXPECT_THAT(keys(compose()), Not(Contains(LegendKey::finding)));
    EXPECT_THAT(keys(compose()), Not(Contains(LegendKey::allowed_strip)));
    EXPECT_THAT(keys(compose()), Contains(LegendKey::mutual_claim));
    options.hidden = {MapLayer::mutual_claims};
    EXPECT_THAT(keys(compose()), Contains(LegendKey::finding));
    EXPECT_THAT(keys(compose()), Not(Contains(LegendKey::mutual_claim)));
}

TEST_F(FindingsOnTheMap, OnPaperOnlyWhatIsClaimedTwiceIsDrawn) {
    options.medium = Medium::print;
    EXPECT_THAT(keys(compose()), Not(Contains(LegendKey::finding)));
    EXPECT_THAT(keys(compose()), Contains(LegendKey::mutual_claim));
}

} // namespace
} // namespace antardesa::cartography
