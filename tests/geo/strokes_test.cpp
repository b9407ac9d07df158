#include "geo/measure.h"
#include "geo/shape.h"
#include "shapes.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::geo {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Dashed, AlternatesInkAndGapAroundCorners) {
    const std::array pattern{3.0, 1.0};
    const MultiLine dashes = dashed(Line{{0, 0}, {5, 0}, {5, 5}}, pattern, 0);
    EXPECT_EQ(dashes, (MultiLine{Line{{0, 0}, {3, 0}}, Line{{4, 0}, {5, 0}, {5, 2}},
                                 Line{{5, 3}, {5, 5}}}));
}

TEST(Dashed, MakesDotsOfZeroInk) {
    const std::array dash_dot{4.0, 1.0, 0.0, 1.0};
    const MultiLine dashes = dashed(Line{{0, 0}, {12, 0}}, dash_dot, 0);
    EXPECT_EQ(dashes, (MultiLine{Line{{0, 0}, {4, 0}}, Line{{5, 0}, {5, 0}}, Line{{6, 0}, {10, 0}},
                                 Line{{11, 0}, {11, 0}}}));
}

TEST(Dashed, ConservesTheShareOfInk) {
    const std::array pattern{10.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    Line line;
    for (int i = 0; i <= 1800; ++i)
        line.push_back({i * 0.1, 0});
    EXPECT_NEAR(length(dashed(line, pattern, 0)), 9 * 14 + 9, 1e-6);
}

TEST(Dashed, GivesShortLinesAndImpossiblePatternsBackWhole) {
    const Line line{{0, 0}, {5, 0}};
    const std::array good{3.0, 1.0};
    EXPECT_EQ(dashed(line, good, 6), (MultiLine{line}));
    EXPECT_EQ(dashed(line, {}, 0), (MultiLine{line}));
    EXPECT_EQ(dashed(line, std::array{0.0, 0.0}, 0), (MultiLine{line}));
    EXPECT_EQ(dashed(line, std::array{3.0, -1.0}, 0), (MultiLine{line}));
    EXPECT_EQ(dashed(line, std::array{1e-9, 1e-9}, 0), (MultiLine{line}));
    EXPECT_THAT(dashed(Line{{1, 1}}, good, 0), IsEmpty());
}

TEST(Dashed, EndsAtTheLastPoint) {
    const std::array pattern{2.0, 2.0};
    EXPECT_EQ(dashed(Line{{0, 0}, {6, 0}}, pattern, 0),
              (MultiLine{Line{{0, 0}, {2, 0}}, Line{{4, 0}, {6, 0}}}));
    EXPECT_THAT(dashed(Line{{0, 0}, {4, 0}}, pattern, 0), SizeIs(1));
}

TEST(OffsetLine, MovesToTheLeftWhenPositive) {
    EXPECT_EQ(offset_line(Line{{0, 0}, {10, 0}}, 2), (Line{{0, 2}, {10, 2}}));
    EXPECT_EQ(offset_line(Line{{0, 0}, {10, 0}}, -2), (Line{{0, -2}, {10, -2}}));
}

TEST(OffsetLine, JoinsCornersWithAMitre) {
    const Line moved = offset_line(Line{{0, 0}, {10, 0}, {10, 10}}, 1);
    EXPECT_EQ(moved, (Line{{0, 1}, {9, 1}, {9, 10}}));
}

TEST(OffsetLine, CutsSpikesOff) {
    const Line moved = offset_line(Line{{0, 0}, {10, 0}, {0, 0.1}}, -1);
    ASSERT_THAT(moved, SizeIs(4));
    for (const Point p : moved)
        EXPECT_LT(distance(p, {10, 0}), 10.2) << "no far mitre";
    EXPECT_NEAR(distance(moved[1], {10, 0}), 1, 1e-9);
}

TEST(OffsetLine, KeepsClosedLinesClosed) {
    const Line inner = offset_line(box_ring(0, 0, 10, 10), 1);
    EXPECT_EQ(inner.front(), inner.back());
    EXPECT_NEAR(signed_area(inner), 64, 1e-9);
}

TEST(OffsetLine, IgnoresRepeatedVertices) {
    EXPECT_EQ(offset_line(Line{{0, 0}, {0, 0}, {10, 0}, {10, 0}}, 2), (Line{{0, 2}, {10, 2}}));
    EXPECT_EQ(offset_line(Line{{1, 1}, {1, 1}}, 2), (Line{{1, 1}}));
}

TEST(ArcBetween, BulgesToTheLeftByTheGivenShare) {
    const Line arc = arc_between({0, 0}, {10, 0}, 0.2, 8);
    ASSERT_THAT(arc, SizeIs(9));
    EXPECT_EQ(arc.front(), (Point{0, 0}));
    EXPECT_EQ(arc.back(), (Point{10, 0}));
    EXPECT_NEAR(arc[4].x, 5, 1e-12);
    EXPECT_NEAR(arc[4].y, 2, 1e-12);
    EXPECT_NEAR(arc_between({0, 0}, {10, 0}, -0.2, 8)[4].y, -2, 1e-12);
    EXPECT_THAT(arc_between({0, 0}, {10, 0}, 0, 1), SizeIs(2));
}

} // namespace
} // namespace antardesa::geo
