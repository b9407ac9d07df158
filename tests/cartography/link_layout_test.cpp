#include "cartography/detail/link_layout.h"

#include "geo/measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace antardesa::cartography {
namespace {

double length_of(const LinkShape& shape) {
    double sum = 0;
    for (const geo::Line& line : shape.lines)
        sum += geo::length(line);
    return sum;
}

TEST(TreeLink, IsTheShortestThatReachesEveryEnd) {
    const std::vector<geo::Point> row{{0, 0}, {30, 0}, {10, 0}, {50, 0}, {20, 0}, {40, 0}};
    const LinkShape shape = tree_link(row);
    EXPECT_EQ(shape.style, LinkStyle::tree);
    EXPECT_EQ(shape.lines.size(), 5U);
    EXPECT_DOUBLE_EQ(length_of(shape), 50);
    EXPECT_NEAR(shape.badge.x, 25, 1e-9) << "the middle edge";
}

TEST(ContourLink, GivesWayToTheTreeWhereAnotherComesNear) {
    const std::vector<geo::Point> row{{0, 0}, {10, 0}, {20, 0}, {30, 0}, {40, 0}, {50, 0}};
    const LinkShape free = contour_link(tree_link(row), {});
    EXPECT_EQ(free.style, LinkStyle::contour);
    EXPECT_TRUE(geo::contains(free.outline, {25, 2.9}));
    EXPECT_FALSE(geo::contains(free.outline, {25, 3.1}));
    const std::vector<geo::Point> beside{{25, 2.7}};
    const LinkShape narrow = contour_link(tree_link(row), beside);
    EXPECT_EQ(narrow.style, LinkStyle::contour);
    EXPECT_FALSE(geo::contains(narrow.outline, beside[0]));
    EXPECT_EQ(contour_link(tree_link(row), std::vector<geo::Point>{{25, 1}}).style,
              LinkStyle::tree);
    std::vector<geo::Point> far = row;
    far.push_back({200, 0});
    EXPECT_EQ(contour_link(tree_link(far), {}).style, LinkStyle::tree) << "not close together";
}

/// Villages as they lie: a grid whose points are moved at random.
std::vector<geo::Point> moved_grid(std::mt19937& random, int side) {
    std::uniform_real_distribution<double> moved(-0.35, 0.35);
    std::vector<geo::Point> points;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            points.push_back({x + moved(random), y + moved(random)});
    return points;
}

TEST(ContourLink, EnclosesNobodyElseInAThousandRandomCases) {
    constexpr int side = 12;
    std::mt19937 random(20261127);
    int contours = 0;
    for (int number = 0; number < 1000; ++number) {
        const auto villages = moved_grid(random, side);
        // Those that lie nearest a place, or any.
        std::vector<std::size_t> order(villages.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::shuffle(order.begin(), order.end(), random);
        const geo::Point place = villages[order[0]];
        if (number % 4 != 0)
            std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
                return geo::distance(villages[a], place) < geo::distance(villages[b], place);
            });
        const std::size_t size = least_of_tree + random() % 15;
        std::vector<geo::Point> members;
        std::vector<geo::Point> others;
        for (std::size_t i = 0; i < order.size(); ++i)
            (i < size ? members : others).push_back(villages[order[i]]);
        const LinkShape shape = contour_link(tree_link(members), others);
        ASSERT_EQ(shape.lines.size(), size - 1);
        if (shape.style != LinkStyle::contour)
            continue;
        ++contours;
        for (const geo::Point member : members)
            ASSERT_TRUE(geo::contains(shape.outline, member)) << number;
        for (const geo::Point other : others)
            ASSERT_FALSE(geo::contains(shape.outline, other)) << number;
    }
    EXPECT_GT(contours, 200) << "a contour is no exception";
}

} // namespace
} // namespace antardesa::cartography
