#include "geo/measure.h"
#include "shapes.h"

#include <random>

#include <gtest/gtest.h>

namespace antardesa::geo {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(SignedArea, IsPositiveCounterClockwise) {
    EXPECT_DOUBLE_EQ(signed_area(box_ring(0, 0, 3, 2)), 6);
    EXPECT_DOUBLE_EQ(signed_area(reversed(box_ring(0, 0, 3, 2))), -6);
    EXPECT_EQ(signed_area({}), 0);
}

TEST(SignedArea, KeepsItsDigitsFarFromTheOrigin) {
    EXPECT_NEAR(signed_area(box_ring(9e6, 9e6, 9e6 + 0.5, 9e6 + 0.5)), 0.25, 1e-9);
}

TEST(Area, SubtractsHolesWhateverTheirDirection) {
    EXPECT_DOUBLE_EQ(area(sample_village()), 97);
    MultiPolygon same_direction = sample_village();
    same_direction[0].holes[0] = reversed(same_direction[0].holes[0]);
    EXPECT_DOUBLE_EQ(area(same_direction), 97);
}

TEST(Area, IsNeverNegative) {
    EXPECT_EQ(area({{box_ring(0, 0, 1, 1), {box_ring(0, 0, 5, 5)}}}), 0);
    EXPECT_EQ(area({}), 0);
}

TEST(Length, AddsSegmentsAndLines) {
    EXPECT_DOUBLE_EQ(length(Line{{0, 0}, {3, 4}, {3, 5}}), 6);
    EXPECT_DOUBLE_EQ(length(MultiLine{Line{{0, 0}, {3, 4}}, Line{{0, 0}, {0, 2}}}), 7);
    EXPECT_EQ(length(Line{{1, 1}}), 0);
}

TEST(Centroid, WeighsPartsByArea) {
    const Point centre = centroid(sample_village());
    EXPECT_NEAR(centre.x, (96 * 5 + 1 * 20.5) / 97, 1e-12);
    EXPECT_NEAR(centre.y, (96 * 5 + 1 * 0.5) / 97, 1e-12);
}

TEST(Centroid, FallsBackToTheVertices) {
    EXPECT_EQ(centroid({{{{2, 2}, {4, 2}, {6, 2}, {4, 2}}, {}}}), (Point{4, 2}));
    EXPECT_EQ(centroid({}), (Point{0, 0}));
}

TEST(Contains, FollowsTheEvenOddRule) {
    const MultiPolygon village = sample_village();
    EXPECT_TRUE(contains(village, {1, 1}));
    EXPECT_FALSE(contains(village, {5, 5}));
    EXPECT_TRUE(contains(village, {20.5, 0.5}));
    EXPECT_FALSE(contains(village, {15, 0.5}));
    EXPECT_FALSE(contains(village, {-1, 4})) << "level with vertices, left of everything";
}

TEST(NearestOnSegment, StaysBetweenTheEnds) {
    EXPECT_EQ(nearest_on_segment({0, 0}, {10, 0}, {4, 3}), (Point{4, 0}));
    EXPECT_EQ(nearest_on_segment({0, 0}, {10, 0}, {-4, 3}), (Point{0, 0}));
    EXPECT_EQ(nearest_on_segment({0, 0}, {10, 0}, {14, 3}), (Point{10, 0}));
    EXPECT_EQ(nearest_on_segment({2, 2}, {2, 2}, {9, 9}), (Point{2, 2}));
}

TEST(DistanceToLine, HandlesEveryNumberOfVertices) {
    EXPECT_EQ(distance_to_line({}, {0, 0}), infinite);
    EXPECT_DOUBLE_EQ(distance_to_line(Line{{3, 4}}, {0, 0}), 5);
    EXPECT_DOUBLE_EQ(distance_to_line(Line{{-1, 5}, {1, 5}, {1, 2}}, {0, 0}), std::sqrt(5.0));
}

TEST(StationAt, WalksAlongTheLine) {
    const Line line{{0, 0}, {10, 0}, {10, 0}, {10, 10}};
    EXPECT_EQ(station_at(line, 4).position, (Point{4, 0}));
    EXPECT_EQ(station_at(line, 4).direction, (Point{1, 0}));
    EXPECT_EQ(station_at(line, 15).position, (Point{10, 5}));
    EXPECT_EQ(station_at(line, 15).direction, (Point{0, 1}));
    EXPECT_EQ(station_at(line, -3).position, (Point{0, 0}));
    EXPECT_EQ(station_at(line, 99).position, (Point{10, 10}));
}

TEST(Pole, IsTheCentreOfASquare) {
    const auto inside = pole_of_inaccessibility({{box_ring(2, 2, 8, 8), {}}}, 0.01);
    ASSERT_TRUE(inside);
    EXPECT_NEAR(inside->position.x, 5, 0.02);
    EXPECT_NEAR(inside->position.y, 5, 0.02);
    EXPECT_NEAR(inside->radius, 3, 0.01);
}

TEST(Pole, AvoidsHolesAndSearchesTheLargestPart) {
    const MultiPolygon village = sample_village();
    const auto inside = pole_of_inaccessibility(village, 0.001);
    ASSERT_TRUE(inside);
    EXPECT_TRUE(contains(village, inside->position));
    // In a corner, touching two sides and the nearest corner of the hole: r = (4 - r) * sqrt 2.
    EXPECT_NEAR(inside->radius, 4 * std::sqrt(2.0) / (1 + std::sqrt(2.0)), 0.001);
}

TEST(Pole, LiesInsideWhereTheCentroidDoesNot) {
    const MultiPolygon crescent{
        {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 9}, {9, 9}, {9, 1}, {0, 1}, {0, 0}}, {}}};
    EXPECT_FALSE(contains(crescent, centroid(crescent)));
    const auto inside = pole_of_inaccessibility(crescent, 0.001);
    ASSERT_TRUE(inside);
    EXPECT_TRUE(contains(crescent, inside->position));
    EXPECT_GE(inside->radius, 0.5 - 0.001);
}

TEST(Pole, AgreesWithTheBorderDistanceOnRandomShapes) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> radius(4, 10);
    for (int round = 0; round < 20; ++round) {
        Ring star;
        for (int i = 0; i < 60; ++i) {
            const double turn = i * 0.10471975511965977;
            star.push_back(Point{std::cos(turn), std::sin(turn)} * radius(random));
        }
        star.push_back(star.front());
        const auto inside = pole_of_inaccessibility({{star, {}}}, 0.01);
        ASSERT_TRUE(inside);
        EXPECT_TRUE(contains(std::span<const Point>(star), inside->position));
        EXPECT_NEAR(distance_to_line(star, inside->position), inside->radius, 1e-9);
        double best = 0;
        for (double x = -10; x <= 10; x += 0.25)
            for (double y = -10; y <= 10; y += 0.25)
                if (contains(std::span<const Point>(star), {x, y}))
                    best = std::max(best, distance_to_line(star, {x, y}));
        EXPECT_GE(inside->radius, best - 0.01);
    }
}

TEST(Pole, GivesNothingForNothing) {
    EXPECT_FALSE(pole_of_inaccessibility({}, 1));
    EXPECT_FALSE(pole_of_inaccessibility({{{}, {}}}, 1));
    EXPECT_FALSE(pole_of_inaccessibility({{{{1, 1}, {1, 1}}, {}}}, 1));
    EXPECT_FALSE(pole_of_inaccessibility({{{{0, 0}, {infinite, 1}, {0, 0}}, {}}}, 1));
}

TEST(Pole, EndsOnFlatAndTinyShapes) {
    const auto flat = pole_of_inaccessibility({{{{0, 0}, {10, 0}, {0, 0}}, {}}}, 0);
    ASSERT_TRUE(flat);
    EXPECT_EQ(flat->radius, 0);
    const auto tiny = pole_of_inaccessibility({{box_ring(110, -7, 110 + 1e-9, -7 + 1e-9), {}}}, 0);
    ASSERT_TRUE(tiny);
    EXPECT_NEAR(tiny->radius, 5e-10, 1e-10);
}

} // namespace
} // namespace antardesa::geo
