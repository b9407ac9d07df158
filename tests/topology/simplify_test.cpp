#include "geo/measure.h"
#include "invariants.h"
#include "mosaic.h"
#include "village_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Simplified, WithoutToleranceIsTheSame) {
    Mosaic mosaic(5, 5, 1);
    const Coverage coverage = coverage_of(mosaic.villages(10));
    EXPECT_EQ(simplified(coverage, {}).vertices, coverage.vertices);
}

TEST(Simplified, StaysWithinToleranceAndKeepsNodes) {
    Mosaic mosaic(8, 8, 2);
    const Coverage coverage = coverage_of(mosaic.villages(64));
    for (const double tolerance : {0.002, 0.01, 0.1}) {
        const Coverage simple = simplified(coverage, {tolerance, {1, 1}, false});
        ASSERT_EQ(simple.arcs.size(), coverage.arcs.size());
        EXPECT_LT(simple.vertices.size(), coverage.vertices.size());
        for (std::size_t i = 0; i < coverage.arcs.size(); ++i) {
            const auto line = simple.points(simple.arcs[i]);
            EXPECT_EQ(line.front(), coverage.nodes[coverage.arcs[i].start_node]);
            EXPECT_EQ(line.back(), coverage.nodes[coverage.arcs[i].end_node]);
            EXPECT_EQ(simple.arcs[i].box, geo::bounds(line));
            for (const geo::Point p : coverage.points(coverage.arcs[i]))
                ASSERT_LE(geo::distance_to_line(line, p), tolerance * (1 + 1e-12));
        }
    }
}

TEST(Simplified, NeighboursStillFit) {
    Mosaic mosaic(8, 8, 3);
    const auto villages = mosaic.villages(64);
    const Coverage simple = simplified(coverage_of(villages), {0.05, {1, 1}, true});
    std::vector<geo::MultiPolygon> pieces;
    for (Claimant c = 0; c < villages.size(); ++c)
        pieces.push_back(polygons_of(simple, c));
    // Built again from its own polygons, every arc finds its two sides again.
    const Coverage again = coverage_of(pieces);
    std::size_t shared = 0;
    for (const Arc& arc : simple.arcs)
        shared += arc.right == nobody ? 0 : arc.count - 1;
    std::size_t shared_again = 0;
    for (const Arc& arc : again.arcs)
        shared_again += arc.right == nobody ? 0 : arc.count - 1;
    EXPECT_EQ(shared, shared_again);
}

TEST(Simplified, MeasuresInTheGivenMetric) {
    // A bump of 0.9 to the east is 0.45 metric units wide: gone at 0.5.
    const Coverage coverage =
        coverage_of(std::vector<std::string>{"0 0, 10 0, 10 4, 10.9 5, 10 6, 10 10, 0 10"});
    const auto vertices = [&](geo::Point metric) {
        return simplified(coverage, {0.5, metric, false}).vertices.size();
    };
    EXPECT_EQ(vertices({0.5, 1}), 5U);
    EXPECT_EQ(vertices({1, 1}), 8U);
}

TEST(Simplified, SmallIslandsVanishOrKeepATriangle) {
    const Coverage coverage = coverage_of(
        std::vector<std::string>{"0 0, 100 0, 100 100, 0 100 ; 200 0, 201 0, 202 1, 201 2, 200 1"});
    const Coverage gone = simplified(coverage, {10, {1, 1}, false});
    EXPECT_THAT(polygons_of(gone, 0), SizeIs(1));
    EXPECT_EQ(gone.rings_of(0)[1].count, 0U);
    EXPECT_EQ(gone.arcs[1].count, 2U);
    const Coverage kept = simplified(coverage, {10, {1, 1}, true});
    ASSERT_THAT(polygons_of(kept, 0), SizeIs(2));
    EXPECT_THAT(polygons_of(kept, 0)[1].outer, SizeIs(4));
    EXPECT_GT(geo::area({polygons_of(kept, 0)[1]}), 0);
}

TEST(Simplified, SmallNeighboursKeepATriangleOnBothSides) {
    const Coverage coverage = coverage_of(
        std::vector<std::string>{"0 0, 5 0, 10 0, 10 10, 0 10", "0 0, 2 -0.5, 8 -0.5, 10 0, 5 0"});
    const Coverage gone = simplified(coverage, {2, {1, 1}, false});
    EXPECT_THAT(polygons_of(gone, 1), IsEmpty());
    EXPECT_THAT(polygons_of(gone, 0), SizeIs(1));
    const Coverage kept = simplified(coverage, {2, {1, 1}, true});
    ASSERT_THAT(polygons_of(kept, 1), SizeIs(1));
    EXPECT_THAT(polygons_of(kept, 1)[0].outer, SizeIs(4));
    EXPECT_GT(geo::area(polygons_of(kept, 1)), 0);
}

TEST(Simplified, AVanishedOuterRingTakesItsHolesAlong) {
    const Coverage coverage = coverage_of(std::vector<std::string>{
        "0 0, 4 0, 4 4, 0 4 / 1 1, 3 1, 3 3, 1 3", "100 0, 200 0, 200 100, 100 100"});
    EXPECT_THAT(polygons_of(simplified(coverage, {50, {1, 1}, false}), 0), IsEmpty());
}

TEST(Simplified, CollapsesABoundaryOfMillimetresToItsEnds) {
    Mosaic mosaic(4, 4, 5);
    const Coverage coverage = coverage_of(mosaic.villages(16));
    const Coverage simple = simplified(coverage, {100, {1, 1}, false});
    for (const Arc& arc : simple.arcs)
        EXPECT_EQ(arc.count, 2U);
}

} // namespace
} // namespace antardesa::topology
