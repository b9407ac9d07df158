#include "cartography/detail/edge_boxes.h"
#include "cartography/detail/label_block.h"
#include "cartography/detail/label_space.h"
#include "cartography/detail/link_layout.h"
#include "cartography/detail/regions.h"
#include "cartography/detail/strokes.h"

#include "geo/measure.h"
#include "sample_atlas.h"

#include <gmock/gmock.h>

#include <cmath>

namespace antardesa::cartography {
namespace {

TEST(StrokePattern, CapsAreTakenFromTheInkAndGivenToTheGaps) {
    style::LineInk ink;
    ink.width = {0.5};
    ink.pattern = {4, 1, 0, 1};
    EXPECT_THAT(stroke_pattern(ink, 10), testing::ElementsAre(35, 15, 0, 15));
}

TEST(VisibleStretches, BeginAWholeNumberOfPeriodsFromTheStart) {
    geo::Line line;
    for (int i = 0; i <= 100; ++i)
        line.push_back({i * 10.0, 0});
    const auto stretches = visible_stretches(line, {{433, -5}, {512, 5}}, 7);
    ASSERT_EQ(stretches.size(), 1U);
    EXPECT_NEAR(std::fmod(stretches[0].front().x, 7), 0, 1e-9);
    EXPECT_LE(stretches[0].front().x, 433);
    EXPECT_GE(stretches[0].back().x, 512);
    EXPECT_LT(stretches[0].size(), 15U);
}

TEST(VisibleStretches, SeveralAndNone) {
    const geo::Line line{{0, 0}, {0, 10}, {20, 10}, {20, 0}};
    EXPECT_EQ(visible_stretches(line, {{-1, -1}, {21, 5}}, 0).size(), 2U);
    EXPECT_TRUE(visible_stretches(line, {{50, 50}, {60, 60}}, 1).empty());
}

TEST(LinkBend, FirstBetweenSixteenAndTwentyPercentThenFannedByEight) {
    EXPECT_GE(link_bend(0), 0.16);
    EXPECT_LE(link_bend(0), 0.20);
    EXPECT_NEAR(link_bend(1) - link_bend(0), 0.08, 1e-12);
    EXPECT_NEAR(link_bend(0) - link_bend(2), 0.08, 1e-12);
    EXPECT_NE(link_bend(3), link_bend(4));
}

TEST(CurveLink, BadgeSitsInTheMiddleOfTheBulge) {
    const LinkShape shape = curve_link({0, 0}, {100, 0}, 0);
    ASSERT_EQ(shape.lines.size(), 1U);
    EXPECT_EQ(shape.lines[0].front(), (geo::Point{0, 0}));
    EXPECT_EQ(shape.lines[0].back(), (geo::Point{100, 0}));
    EXPECT_NEAR(shape.badge.x, 50, 1e-6);
    EXPECT_NEAR(std::abs(shape.badge.y), 18, 0.5);
}

TEST(StarLink, OneSpokeForEachEnd) {
    const std::vector<geo::Point> ends{{0, 0}, {10, 0}, {5, 9}};
    const LinkShape shape = star_link(ends, {5, 3});
    EXPECT_EQ(shape.style, LinkStyle::star);
    EXPECT_EQ(shape.lines.size(), 3U);
    for (const geo::Line& spoke : shape.lines)
        EXPECT_EQ(spoke.front(), (geo::Point{5, 3}));
}

TEST(ExitPoint, LiesOnTheRim) {
    const geo::Box box{{0, 0}, {10, 4}};
    EXPECT_EQ(exit_point(box, {5, 2}, {1, 0}), (geo::Point{10, 2}));
    EXPECT_EQ(exit_point(box, {5, 2}, {-1, -1}), (geo::Point{3, 0}));
    EXPECT_EQ(exit_point(box, {5, 2}, {0, 0}), (geo::Point{5, 2}));
    EXPECT_EQ(exit_point(box, {50, 2}, {1, 0}), (geo::Point{50, 2}));
}

TEST(VisibleBadge, MovesOntoThePartThatIsSeen) {
    const LinkShape shape = star_link(std::vector<geo::Point>{{0, 0}, {100, 0}}, {50, 0});
    EXPECT_EQ(visible_badge(shape, {50, 0}, {{40, -5}, {60, 5}}), (geo::Point{50, 0}));
    const auto moved = visible_badge(shape, {50, 0}, {{80, -5}, {120, 5}});
    ASSERT_TRUE(moved);
    EXPECT_NEAR(moved->x, 90, 1e-9);
    EXPECT_FALSE(visible_badge(shape, {50, 0}, {{0, 20}, {100, 30}}));
}

TEST(LabelSpace, RefusesWhatIsTakenOrBeyondTheRim) {
    LabelSpace space(100, 50);
    EXPECT_TRUE(space.is_free({{10, 10}, {30, 14}}));
    space.take({{10, 10}, {30, 14}});
    EXPECT_FALSE(space.is_free({{29, 13}, {40, 20}}));
    EXPECT_TRUE(space.is_free({{30.1, 13}, {40, 20}}));
    EXPECT_FALSE(space.is_free({{95, 10}, {101, 12}}));
    space.take({{-500, 40}, {500, 41}});
    EXPECT_FALSE(space.is_free({{70, 40.5}, {75, 42}}));
}

TEST(Capitals, KnowIndonesianLetters) {
    EXPECT_EQ(capitals("Kec. Nusa Sa'adah"), "KEC. NUSA SA'ADAH");
    EXPECT_EQ(capitals("Désa ÷ ÿ"), "DÉSA ÷ ÿ");
}

struct RegionTest : testing::Test {
    sample::AtlasMaker maker{3, 2};
    std::shared_ptr<const model::Atlas> atlas = maker.atlas();
    std::vector<std::uint32_t> all{0, 1, 2, 3, 4, 5};

    std::vector<Path> rings(std::function<int(topology::Claimant)> class_of, int classes,
                            geo::Box clip = geo::Box{{0, -90}, {180, 90}}) {
        return region_rings({atlas->coverage(), all, std::move(class_of), classes, clip, 0});
    }
    static double area(const Path& path) {
        double sum = 0;
        for (std::size_t i = 0; i < path.size(); ++i)
            sum += std::abs(geo::signed_area(path.part(i)));
        return sum;
    }
};

TEST_F(RegionTest, LinesInsideAGroupVanish) {
    const auto result = rings([](topology::Claimant) { return 0; }, 1);
    ASSERT_EQ(result[0].size(), 1U);
    EXPECT_NEAR(area(result[0]), 6 * 0.03 * 0.03, 0.03 * 0.03 * 0.1);
}

TEST_F(RegionTest, ClassesShareTheArea) {
    const auto result = rings([](topology::Claimant c) { return c % 3 == 0 ? 0 : 1; }, 2);
    EXPECT_EQ(result[0].size(), 1U);
    EXPECT_EQ(result[1].size(), 1U);
    EXPECT_NEAR(area(result[0]) * 2, area(result[1]), 0.03 * 0.03 * 0.2);
}

TEST_F(RegionTest, EveryRingHasItsLandOnTheLeft) {
    // The village in the middle of the lower row is another class: a bay, no hole.
    const auto result = rings([](topology::Claimant c) { return c == 1 ? 1 : 0; }, 2);
    for (const Path& path : result)
        for (std::size_t i = 0; i < path.size(); ++i)
            EXPECT_GT(geo::signed_area(path.part(i)), 0);
}

TEST_F(RegionTest, ACopyRunsTheSameWaySoThatBothAreFilled) {
    model::Village copy = maker.take<model::Village>(1);
    copy.id = {7};
    maker.put(copy);
    atlas = maker.atlas();
    all.push_back(6);
    const auto result = rings([](topology::Claimant) { return 0; }, 1);
    ASSERT_GE(result[0].size(), 1U);
    EXPECT_GT(area(result[0]), 6 * 0.03 * 0.03 * 0.9) << "its land and the copy's, not neither";
    for (std::size_t i = 0; i < result[0].size(); ++i)
        EXPECT_GT(geo::signed_area(result[0].part(i)), 0) << "a ring the other way would be a hole";
}

TEST_F(RegionTest, AClassOfMinusOneIsLeftOut) {
    const auto result = rings([](topology::Claimant c) { return c == 0 ? 0 : -1; }, 1);
    ASSERT_EQ(result[0].size(), 1U);
    EXPECT_NEAR(area(result[0]), 0.03 * 0.03, 0.03 * 0.03 * 0.05);
}

TEST_F(RegionTest, RingsAreCutToTheView) {
    const geo::Box clip{{109.21, -7.59}, {109.23, -7.57}};
    const auto result = rings([](topology::Claimant) { return 0; }, 1, clip);
    ASSERT_EQ(result[0].size(), 1U);
    for (const geo::Point p : result[0].points)
        EXPECT_TRUE(clip.grown(1e-9).contains(p));
    EXPECT_NEAR(area(result[0]), 0.02 * 0.02, 1e-9);
}

} // namespace
} // namespace antardesa::cartography
