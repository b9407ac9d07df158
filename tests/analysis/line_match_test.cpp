#include "analysis/line_match.h"

#include "crs/ellipsoid.h"

#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

/// A kilometre to the east along 7° S, in four pieces.
const geo::MultiLine west_east{
    {{109, -7}, {109.002, -7}, {109.0045, -7}, {109.006, -7}, {109.00905, -7}}};

TEST(NearLine, FindsThePlaceAndHowFarAlongItLies) {
    const NearLine line(west_east);
    const auto found = line.nearest({109.003, -6.9999});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->distance_m, crs::ellipsoidal_distance({109.003, -6.9999}, {109.003, -7}),
                0.01);
    EXPECT_NEAR(found->place.x, 109.003, 1e-9);
    EXPECT_NEAR(found->place.y, -7, 1e-9);
    EXPECT_NEAR(found->along_m, crs::ellipsoidal_distance({109, -7}, {109.003, -7}), 0.01);
}

TEST(NearLine, ReachesFarAndOnlyAsFarAsAsked) {
    const NearLine line(west_east);
    EXPECT_NEAR(line.nearest({110, -7})->distance_m / 109'400, 1, 0.01);
    EXPECT_FALSE(line.nearest({109, -6.999}, 100));
    EXPECT_TRUE(line.within({109, -6.999}, 112));
    EXPECT_FALSE(NearLine({}).nearest({109, -7}));
}

TEST(CompareLines, SaysHowMuchLiesAlongAndHowFarTheRestIs) {
    const NearLine line(west_east);
    // The first half on it, the second leaving it by 20 m.
    const geo::MultiLine bent{{{109, -7}, {109.0045, -7}, {109.00905, -7 - 20 / 110'580.0}}};
    const LineShare share = compare_lines(bent, line, 1);
    EXPECT_NEAR(share.length_m, 1000, 1);
    EXPECT_NEAR(share.share(), 0.52, 0.01);
    EXPECT_NEAR(share.farthest_m, 20, 0.1);
    EXPECT_NEAR(share.farthest.x, 109.00905, 1e-4);
    EXPECT_NEAR(share_along(bent, line, 1), share.share(), 1e-12);
    EXPECT_DOUBLE_EQ(share_along(west_east, line, 1), 1);
    EXPECT_DOUBLE_EQ(share_along(west_east, NearLine({}), 1), 0);
}

} // namespace
} // namespace antardesa::analysis
