#include "invariants.h"
#include "village_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Coverage checked(const std::vector<std::string>& texts) {
    std::vector<geo::MultiPolygon> villages;
    for (const std::string& text : texts)
        villages.push_back(village(text));
    Coverage coverage = coverage_of(villages);
    expect_invariants(villages, coverage);
    return coverage;
}

std::size_t shared_arcs(const Coverage& coverage) {
    return static_cast<std::size_t>(
        std::count_if(coverage.arcs.begin(), coverage.arcs.end(),
                      [](const Arc& arc) { return arc.right != nobody; }));
}

const Arc& only_shared_arc(const Coverage& coverage) {
    EXPECT_EQ(shared_arcs(coverage), 1U);
    return *std::find_if(coverage.arcs.begin(), coverage.arcs.end(),
                         [](const Arc& arc) { return arc.right != nobody; });
}

TEST(Coverage, OfNothingIsEmpty) {
    const Coverage coverage = checked({});
    EXPECT_EQ(coverage.claimant_count(), 0U);
    EXPECT_THAT(coverage.arcs, IsEmpty());
    EXPECT_EQ(Coverage().claimant_count(), 0U);
}

TEST(Coverage, TwoSquaresShareOneSide) {
    const Coverage coverage = checked({"0 0, 10 0, 10 10, 0 10", "10 0, 20 0, 20 10, 10 10"});
    EXPECT_THAT(coverage.arcs, SizeIs(3));
    EXPECT_THAT(coverage.nodes, SizeIs(2));
    const Arc& shared = only_shared_arc(coverage);
    EXPECT_EQ(shared.left, 0U);
    EXPECT_EQ(shared.right, 1U);
    EXPECT_THAT(coverage.points(shared), ElementsAre(geo::Point{10, 0}, geo::Point{10, 10}));
}

TEST(Coverage, DoesNotDependOnTheDirectionOfRings) {
    const Coverage coverage = checked({"0 0, 10 0, 10 10, 0 10", "10 0, 10 10, 20 10, 20 0"});
    EXPECT_EQ(shared_arcs(coverage), 1U);
}

TEST(Coverage, LeftAndRightAreWhereTheyShouldBe) {
    // Walking up along x = 10: village 1 (west) on the left, village 0 (east) on the right.
    const Coverage coverage = checked({"10 0, 20 0, 20 10, 10 10", "0 0, 10 0, 10 10, 0 10"});
    const Arc& shared = only_shared_arc(coverage);
    const bool upwards = coverage.points(shared).front().y < coverage.points(shared).back().y;
    EXPECT_EQ(upwards ? shared.left : shared.right, 1U);
    EXPECT_EQ(upwards ? shared.right : shared.left, 0U);
}

TEST(Coverage, ThreeAroundANodeMeetThere) {
    const Coverage coverage =
        checked({"0 0, 10 0, 10 5, 5 5, 0 5", "0 5, 5 5, 5 10, 0 10", "5 5, 10 5, 10 10, 5 10"});
    EXPECT_EQ(shared_arcs(coverage), 3U);
    EXPECT_THAT(coverage.nodes, testing::Contains(geo::Point{5, 5}));
    EXPECT_THAT(coverage.nodes, SizeIs(4));
    EXPECT_THAT(adjacency(coverage),
                ElementsAre(ElementsAre(1, 2), ElementsAre(0, 2), ElementsAre(0, 1)));
}

TEST(Coverage, FourAroundANodeShareNoArcDiagonally) {
    const Coverage coverage = checked({"0 0, 5 0, 5 5, 0 5", "5 0, 10 0, 10 5, 5 5",
                                       "5 5, 10 5, 10 10, 5 10", "0 5, 5 5, 5 10, 0 10"});
    EXPECT_EQ(shared_arcs(coverage), 4U);
    EXPECT_THAT(adjacency(coverage), ElementsAre(ElementsAre(1, 3), ElementsAre(0, 2),
                                                 ElementsAre(1, 3), ElementsAre(0, 2)));
}

TEST(Coverage, AnIslandIsOneClosedArc) {
    const Coverage coverage = checked({"0 0, 10 0, 10 10, 0 10"});
    ASSERT_THAT(coverage.arcs, SizeIs(1));
    EXPECT_EQ(coverage.arcs[0].start_node, coverage.arcs[0].end_node);
    EXPECT_EQ(coverage.arcs[0].count, 5U);
    EXPECT_EQ(coverage.arcs[0].right, nobody);
    EXPECT_THAT(coverage.nodes, SizeIs(1));
}

TEST(Coverage, AVillageInTheHoleOfAnother) {
    const Coverage coverage =
        checked({"0 0, 10 0, 10 10, 0 10 / 4 4, 6 4, 6 6, 4 6", "6 6, 4 6, 4 4, 6 4"});
    EXPECT_THAT(coverage.arcs, SizeIs(2));
    const Arc& shared = only_shared_arc(coverage);
    EXPECT_EQ(shared.count, 5U);
    EXPECT_EQ(shared.start_node, shared.end_node);
}

TEST(Coverage, TwoVillagesFillAHole) {
    const Coverage coverage =
        checked({"0 0, 10 0, 10 10, 0 10 / 4 4, 6 4, 6 6, 4 6", "4 4, 6 4, 6 6", "6 6, 4 6, 4 4"});
    EXPECT_EQ(shared_arcs(coverage), 3U);
    EXPECT_THAT(coverage.arcs, SizeIs(4));
    EXPECT_THAT(coverage.nodes, SizeIs(3)) << "two in the hole, one on the outer ring";
}

TEST(Coverage, AnOpenHoleStaysOneSided) {
    const Coverage coverage = checked({"0 0, 10 0, 10 10, 0 10 / 4 4, 6 4, 6 6, 4 6"});
    EXPECT_THAT(coverage.arcs, SizeIs(2));
    EXPECT_EQ(shared_arcs(coverage), 0U);
}

TEST(Coverage, NestedVillagesThreeDeep) {
    const Coverage coverage =
        checked({"0 0, 9 0, 9 9, 0 9 / 1 1, 8 1, 8 8, 1 8",
                 "1 1, 8 1, 8 8, 1 8 / 3 3, 6 3, 6 6, 3 6", "3 3, 6 3, 6 6, 3 6"});
    EXPECT_EQ(shared_arcs(coverage), 2U);
    EXPECT_THAT(adjacency(coverage),
                ElementsAre(ElementsAre(1), ElementsAre(0, 2), ElementsAre(1)));
}

TEST(Coverage, PartsOfOneVillageKeepTheirNumbers) {
    const Coverage coverage = checked({"0 0, 1 0, 1 1, 0 1 ; 5 0, 6 0, 6 1, 5 1 / 5.4 0.4, "
                                       "5.6 0.4, 5.6 0.6 ; 1 0, 2 0, 2 1, 1 1"});
    ASSERT_THAT(coverage.rings_of(0), SizeIs(4));
    EXPECT_EQ(coverage.rings_of(0)[1].polygon, 1U);
    EXPECT_TRUE(coverage.rings_of(0)[2].hole);
    EXPECT_EQ(coverage.rings_of(0)[3].polygon, 2U);
    // The first and the third part touch: an arc with the same claimant on both sides.
    const Arc& inner = only_shared_arc(coverage);
    EXPECT_EQ(inner.left, inner.right);
    EXPECT_THAT(adjacency(coverage), ElementsAre(IsEmpty()));
    EXPECT_THAT(shared_boundaries(coverage, false), IsEmpty());
}

TEST(Coverage, IdenticalDuplicatesKeepBothRings) {
    const Coverage coverage = checked({"0 0, 10 0, 10 10, 0 10", "0 0, 10 0, 10 10, 0 10"});
    EXPECT_THAT(coverage.arcs, SizeIs(2));
    EXPECT_EQ(shared_arcs(coverage), 0U);
    EXPECT_THAT(polygons_of(coverage, 1), SizeIs(1));
}

TEST(Coverage, ADuplicateBesideANeighbourLeavesTheSecondAlone) {
    const Coverage coverage =
        checked({"0 0, 10 0, 10 10, 0 10", "0 0, 10 0, 10 10, 0 10", "10 0, 20 0, 20 10, 10 10"});
    const Arc& shared = only_shared_arc(coverage);
    EXPECT_EQ(std::minmax(shared.left, shared.right), std::minmax(Claimant{0}, Claimant{2}));
    EXPECT_THAT(adjacency(coverage), ElementsAre(ElementsAre(2), IsEmpty(), ElementsAre(0)));
}

TEST(Coverage, OverlappingVillagesMeetOnlyWhereTheyShareSegments) {
    const Coverage coverage = checked({"0 0, 10 0, 10 10, 0 10", "8 0, 18 0, 18 10, 8 10"});
    EXPECT_EQ(shared_arcs(coverage), 0U);
    EXPECT_THAT(coverage.arcs, SizeIs(2));
}

TEST(Coverage, ATJunctionWithoutAVertexStaysUnshared) {
    const Coverage coverage =
        checked({"0 0, 10 0, 10 10, 0 10", "10 0, 20 0, 20 5, 10 5", "10 5, 20 5, 20 10, 10 10"});
    EXPECT_THAT(adjacency(coverage), ElementsAre(IsEmpty(), ElementsAre(2), ElementsAre(1)));
}

TEST(Coverage, TouchingCornersAreNodes) {
    const Coverage coverage = checked({"0 0, 5 0, 5 5, 0 5", "5 5, 10 5, 10 10, 5 10"});
    EXPECT_EQ(shared_arcs(coverage), 0U);
    EXPECT_THAT(coverage.nodes, ElementsAre(geo::Point{5, 5}));
    EXPECT_THAT(coverage.arcs, SizeIs(2));
}

TEST(Coverage, AnOverlapMakesNodesOnOthersArcsToo) {
    // The third village has a corner in the middle of the first two's common border.
    const Coverage coverage = checked(
        {"0 0, 10 0, 10 5, 10 10, 0 10", "10 0, 20 0, 20 10, 10 10, 10 5", "10 5, 13 4, 13 6"});
    EXPECT_THAT(coverage.nodes, testing::Contains(geo::Point{10, 5}));
    EXPECT_EQ(shared_arcs(coverage), 2U) << "the common border is cut there";
}

TEST(Coverage, ClosesRingsAndSkipsRepeatedVertices) {
    const std::vector<geo::MultiPolygon> villages{
        {{{{0, 0}, {10, 0}, {10, 0}, {10, 10}, {0, 10}}, {}}}};
    const Coverage coverage = coverage_of(villages);
    ASSERT_THAT(coverage.arcs, SizeIs(1));
    EXPECT_EQ(coverage.arcs[0].count, 5U);
    EXPECT_DOUBLE_EQ(geo::area(polygons_of(coverage, 0)), 100);
}

TEST(Coverage, KeepsAPlaceForRingsWithoutExtent) {
    const std::vector<geo::MultiPolygon> villages{
        {{{}, {}}, {{{3, 3}, {3, 3}}, {}}},
        {{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{{0.5, 0.5}}}}},
        {}};
    const Coverage coverage = coverage_of(villages);
    EXPECT_EQ(coverage.claimant_count(), 3U);
    EXPECT_THAT(polygons_of(coverage, 0), IsEmpty());
    EXPECT_THAT(coverage.rings_of(0), SizeIs(2));
    ASSERT_THAT(polygons_of(coverage, 1), SizeIs(1));
    EXPECT_THAT(polygons_of(coverage, 1)[0].holes, IsEmpty());
    EXPECT_THAT(coverage.rings_of(2), IsEmpty());
}

TEST(Coverage, SurvivesSpikesAndFlatRings) {
    checked({"0 0, 10 0, 10 5, 15 5, 10 5, 10 10, 0 10"});
    checked({"0 0, 5 0"});
    checked({"0 0, 5 0, 9 0, 5 0"});
    checked({"0 0, 10 0, 10 10, 0 10 ; 0 0, 10 0, 10 10, 0 10"});
}

TEST(Coverage, SurvivesAFigureOfEight) {
    const Coverage coverage = checked({"0 0, 4 0, 2 2, 4 4, 0 4, 2 2"});
    EXPECT_THAT(coverage.nodes, testing::Contains(geo::Point{2, 2}));
}

TEST(Coverage, ZeroHasNoSign) {
    const Coverage coverage = coverage_of(
        std::vector<geo::MultiPolygon>{{{{{-5, -0.0}, {0.0, -0.0}, {0.0, 5}, {-5, -0.0}}, {}}},
                                       {{{{-0.0, 0.0}, {5, 0.0}, {-0.0, 5}, {-0.0, 0.0}}, {}}}});
    EXPECT_EQ(shared_arcs(coverage), 1U);
}

TEST(Coverage, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    const geo::MultiPolygon square = village("0 0, 10 0, 10 10, 0 10");
    const std::vector<const geo::MultiPolygon*> villages{&square};
    EXPECT_THROW(build_coverage(villages, progress), Cancelled);
}

} // namespace
} // namespace antardesa::topology
