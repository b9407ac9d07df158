#include "analysis/outline_comparison.h"

#include "crs/ellipsoid.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}};
}

TEST(OutlineMove, IsNothingForTheSameRingTurnedAndReversed) {
    const geo::MultiPolygon before = box(109, -7, 109.01, -6.99);
    geo::MultiPolygon after = before;
    geo::Ring& ring = after[0].outer;
    ring.pop_back();
    std::rotate(ring.begin(), ring.begin() + 2, ring.end());
    ring.push_back(ring.front());
    std::reverse(ring.begin(), ring.end());
    EXPECT_EQ(outline_move(before, after).farthest_m, 0);
}

TEST(OutlineMove, IsHowFarACornerWent) {
    const geo::MultiPolygon before = box(109, -7, 109.01, -6.99);
    geo::MultiPolygon after = before;
    after[0].outer[2] = {109.012, -6.989};
    const OutlineMove move = outline_move(before, after);
    EXPECT_NEAR(move.farthest_m, crs::ellipsoidal_distance({109.01, -6.99}, {109.012, -6.989}),
                0.01);
    EXPECT_EQ(move.place, (geo::Point{109.012, -6.989}));
}

TEST(OutlineMove, SeesAPartThatWentInEitherDirection) {
    const geo::MultiPolygon one = box(109, -7, 109.01, -6.99);
    geo::MultiPolygon two = one;
    two.push_back(box(109.02, -7, 109.021, -6.999)[0]);
    const double expected = crs::ellipsoidal_distance({109.01, -7}, {109.021, -7});
    EXPECT_NEAR(outline_move(one, two).farthest_m, expected, 0.5);
    EXPECT_NEAR(outline_move(two, one).farthest_m, expected, 0.5);
    EXPECT_TRUE(std::isinf(outline_move(one, {}).farthest_m));
}

TEST(CommonLand, IsWhatBothCover) {
    Progress progress;
    const geo::MultiPolygon one = box(109, -7, 109.02, -6.98);
    EXPECT_NEAR(common_land(one, box(109.01, -7, 109.03, -6.98), progress), 2e-4, 1e-12);
    EXPECT_NEAR(common_land(one, one, progress), 4e-4, 1e-12);
    EXPECT_NEAR(common_land(one, box(109.005, -6.99, 109.01, -6.985), progress), 2.5e-5, 1e-12);
    EXPECT_EQ(common_land(one, box(109.03, -7, 109.04, -6.98), progress), 0);
}

} // namespace
} // namespace antardesa::analysis
