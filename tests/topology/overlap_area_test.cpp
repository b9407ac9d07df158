#include "topology/overlap_area.h"

#include "geo/measure.h"

#include <gtest/gtest.h>

namespace antardesa::topology {

namespace {

geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}};
}

double shared(const geo::MultiPolygon& a, const geo::MultiPolygon& b) {
    Progress progress;
    return overlap_area(a, b, progress);
}

TEST(OverlapArea, IsWhatBothCover) {
    EXPECT_NEAR(shared(box(0, 0, 4, 2), box(3, -1, 6, 1)), 1, 1e-9);
    EXPECT_NEAR(shared(box(0, 0, 4, 4), box(1, 1, 2, 2)), 1, 1e-9);
    EXPECT_EQ(shared(box(0, 0, 1, 1), box(1, 0, 2, 1)), 0) << "a common border is no land";
    EXPECT_EQ(shared(box(0, 0, 1, 1), box(5, 5, 6, 6)), 0);
}

TEST(OverlapArea, OfEqualOnesIsAll) {
    EXPECT_NEAR(shared(box(0, 0, 3, 2), box(0, 0, 3, 2)), 6, 1e-12);
}

TEST(Without, LeavesWhatTheOtherDoesNotCover) {
    EXPECT_NEAR(geo::area(without(box(0, 0, 4, 2), box(3, -1, 6, 1))), 7, 1e-12);
    const geo::MultiPolygon ring = without(box(0, 0, 4, 4), box(1, 1, 2, 2));
    EXPECT_NEAR(geo::area(ring), 15, 1e-12);
    EXPECT_NEAR(geo::area(without(ring, box(0, 0, 4, 1))), 11, 1e-12) << "a hole stays one";
    EXPECT_TRUE(without(box(1, 1, 2, 2), box(0, 0, 4, 4)).empty());
    EXPECT_NEAR(
        geo::area(without(box(0, 0, 4, 4), {{{{1, 1}, {3, 3}, {3, 1}, {1, 3}, {1, 1}}, {}}})), 14,
        1e-12)
        << "an outline that crosses itself";
}

TEST(OverlapArea, CountsEveryPart) {
    geo::MultiPolygon parts = box(0, 0, 1, 1);
    parts.push_back(box(2, 0, 3, 1)[0]);
    EXPECT_NEAR(shared(parts, box(0.5, 0, 2.5, 1)), 1, 1e-9);
}

} // namespace

} // namespace antardesa::topology
