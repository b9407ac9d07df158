#include "geo/measure.h"
#include "geo/shape.h"
#include "shapes.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::geo {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Line wiggle(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 1);
    Line line{{0, 0}};
    while (line.size() < count)
        line.push_back(line.back() + Point{1 + step(random), step(random)});
    return line;
}

TEST(Simplified, KeepsEndsAndStaysWithinTolerance) {
    const Line line = wiggle(2000, 1);
    for (const double tolerance : {0.1, 1.0, 10.0}) {
        const Line simple = simplified(line, tolerance);
        EXPECT_EQ(simple.front(), line.front());
        EXPECT_EQ(simple.back(), line.back());
        EXPECT_LT(simple.size(), line.size());
        for (const Point p : line)
            ASSERT_LE(distance_to_line(simple, p), tolerance * (1 + 1e-12));
    }
}

TEST(Simplified, LeavesShortLinesAndZeroToleranceAlone) {
    const Line line{{0, 0}, {1, 0}, {2, 0}};
    EXPECT_EQ(simplified(line, 0), line);
    EXPECT_EQ(simplified(line, 0.5), (Line{{0, 0}, {2, 0}}));
    EXPECT_EQ(simplified(Line{{0, 0}}, 5), (Line{{0, 0}}));
    EXPECT_THAT(simplified({}, 5), IsEmpty());
}

TEST(Simplified, MeasuresClosedLinesFromTheirOnlyEnd) {
    const Line ring = box_ring(0, 0, 10, 10);
    EXPECT_THAT(simplified(ring, 1), SizeIs(5));
    EXPECT_EQ(simplified(ring, 100), (Line{{0, 0}, {0, 0}}));
}

TEST(Simplified, SurvivesAMillionVerticesInTheWorstOrder) {
    Line saw;
    for (int i = 0; i < 20000; ++i)
        saw.push_back({static_cast<double>(i), static_cast<double>(i) * i * 1e-3});
    EXPECT_GT(simplified(saw, 1e-9).size(), 10000U);
}

TEST(Clipped, CutsInsideOutsideAndThrough) {
    const Box box{{0, 0}, {10, 10}};
    EXPECT_EQ(clipped(Line{{1, 1}, {2, 2}}, box), (MultiLine{Line{{1, 1}, {2, 2}}}));
    EXPECT_THAT(clipped(Line{{11, 1}, {12, 2}}, box), IsEmpty());
    EXPECT_EQ(clipped(Line{{-5, 5}, {15, 5}}, box), (MultiLine{Line{{0, 5}, {10, 5}}}));
}

TEST(Clipped, SplitsALineThatLeavesAndReturns) {
    const Line line{{5, 5}, {15, 5}, {15, 7}, {5, 7}, {5, 8}};
    EXPECT_EQ(clipped(line, {{0, 0}, {10, 10}}),
              (MultiLine{Line{{5, 5}, {10, 5}}, Line{{10, 7}, {5, 7}, {5, 8}}}));
}

TEST(Clipped, KeepsOneLineThroughAVertexOnTheBorder) {
    const Line line{{5, 5}, {10, 6}, {5, 7}};
    EXPECT_EQ(clipped(line, {{0, 0}, {10, 10}}), (MultiLine{line}));
    EXPECT_THAT(clipped(Line{{5, 15}, {10, 10}, {15, 15}}, {{0, 0}, {10, 10}}), IsEmpty());
}

TEST(Clipped, ConservesLengthInsideTheBox) {
    const Line line = wiggle(500, 3);
    const Box left{{-1e6, -1e6}, {200, 1e6}};
    const Box right{{200, -1e6}, {1e6, 1e6}};
    EXPECT_NEAR(length(clipped(line, left)) + length(clipped(line, right)), length(line), 1e-6);
}

TEST(ClippedRing, IsTheCommonArea) {
    EXPECT_DOUBLE_EQ(signed_area(clipped_ring(box_ring(5, 5, 15, 15), {{0, 0}, {10, 10}})), 25);
    EXPECT_THAT(clipped_ring(box_ring(20, 20, 30, 30), {{0, 0}, {10, 10}}), IsEmpty());
    const Ring whole = clipped_ring(box_ring(-5, -5, 15, 15), {{0, 0}, {10, 10}});
    EXPECT_EQ(whole.front(), whole.back());
    EXPECT_DOUBLE_EQ(signed_area(whole), 100);
}

TEST(ClippedRing, ConservesAreaOverTiles) {
    Ring star;
    for (int i = 0; i < 40; ++i)
        star.push_back(Point{std::cos(i * 0.15707963267948966), std::sin(i * 0.15707963267948966)} *
                       (i % 2 ? 10.0 : 6.0));
    star.push_back(star.front());
    double sum = 0;
    for (double x = -12; x < 12; x += 3)
        for (double y = -12; y < 12; y += 3)
            sum += signed_area(clipped_ring(star, {{x, y}, {x + 3, y + 3}}));
    EXPECT_NEAR(sum, signed_area(star), 1e-9);
}

TEST(Hatch, FillsInsideAndSkipsHoles) {
    const MultiLine lines = hatch(sample_village(), 1, 0, {0, 0.5});
    double total = 0;
    for (const Line& line : lines) {
        ASSERT_THAT(line, SizeIs(2));
        total += distance(line[0], line[1]);
        EXPECT_TRUE(contains(sample_village(), (line[0] + line[1]) * 0.5));
    }
    EXPECT_NEAR(total, 97, 1e-9) << "spacing 1: length equals area";
}

TEST(Hatch, LinesUpBetweenNeighbours) {
    const MultiLine left = hatch({{box_ring(0, 0, 10, 10), {}}}, 2, 45, {3, 1});
    const MultiLine right = hatch({{box_ring(10, 0, 20, 10), {}}}, 2, 45, {3, 1});
    const auto phase = [](Point p) {
        const double across = (p.y - 1 - (p.x - 3)) / std::sqrt(2.0);
        return across / 2 - std::round(across / 2);
    };
    ASSERT_FALSE(left.empty());
    ASSERT_FALSE(right.empty());
    for (const MultiLine& lines : {left, right})
        for (const Line& line : lines)
            for (const Point p : line)
                EXPECT_THAT(phase(p), DoubleNear(0, 1e-9));
}

TEST(Hatch, RefusesImpossibleSpacing) {
    const MultiPolygon square{{box_ring(0, 0, 10, 10), {}}};
    EXPECT_THAT(hatch(square, 0, 0, {}), IsEmpty());
    EXPECT_THAT(hatch(square, -1, 0, {}), IsEmpty());
    EXPECT_THAT(hatch(square, 1e-9, 0, {}), IsEmpty());
    EXPECT_THAT(hatch(square, std::nan(""), 0, {}), IsEmpty());
    EXPECT_THAT(hatch({}, 1, 0, {}), IsEmpty());
}

TEST(Hatch, LeavesOutAnUnclosedRow) {
    const MultiPolygon open{{{{0, 0}, {10, 0}, {10, 10}}, {}}};
    EXPECT_THAT(hatch(open, 1, 0, {0, 0.5}), IsEmpty());
}

} // namespace
} // namespace antardesa::geo
