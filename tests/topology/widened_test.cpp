#include "topology/widened.h"

#include "geo/measure.h"

#include <gtest/gtest.h>

#include <numbers>

namespace antardesa::topology {
namespace {

TEST(Widened, IsNeverFartherThanTheRadius) {
    const auto area = widened({{{0, 0}, {100, 0}}}, 10);
    ASSERT_EQ(area.size(), 1U);
    EXPECT_NEAR(geo::area(area), 100 * 20 + std::numbers::pi * 100, 5);
    EXPECT_LE(geo::area(area), 100 * 20 + std::numbers::pi * 100);
    EXPECT_TRUE(geo::contains(area, {50, 9.9}));
    EXPECT_FALSE(geo::contains(area, {50, 10.1}));
}

TEST(Widened, KeepsAHoleWhereLinesGoRoundOtherLand) {
    const auto area = widened({{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 1}}}, 5);
    ASSERT_EQ(area.size(), 1U);
    EXPECT_EQ(area[0].holes.size(), 1U);
    EXPECT_FALSE(geo::contains(area, {50, 50}));
}

TEST(Widened, OfNothingIsNothing) {
    EXPECT_TRUE(widened({}, 5).empty());
    EXPECT_TRUE(widened({{{1, 1}}}, 5).empty());
}

} // namespace
} // namespace antardesa::topology
