#include "geo/measure.h"
#include "village_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// West and east share the border x = 10 but for a lake between y = 4 and y = 6.
Coverage with_a_lake() {
    return coverage_of(
        std::vector<std::string>{"0 0, 10 0, 10 2, 10 4, 9 5, 10 6, 10 10, 0 10",
                                 "10 0, 20 0, 20 10, 10 10, 10 6, 11 5, 10 4, 10 2"});
}

TEST(SharedBoundaries, ListsEachPairOnce) {
    const Coverage coverage = with_a_lake();
    const auto boundaries = shared_boundaries(coverage);
    ASSERT_THAT(boundaries, SizeIs(1));
    EXPECT_EQ(boundaries[0].first, 0U);
    EXPECT_EQ(boundaries[0].second, 1U);
    EXPECT_THAT(boundaries[0].arcs, SizeIs(2));
    const geo::MultiLine lines = boundary_lines(coverage, boundaries[0].arcs);
    EXPECT_THAT(lines, SizeIs(2)) << "the lake is nobody's border between the two";
    EXPECT_DOUBLE_EQ(geo::length(lines), 8);
}

TEST(SharedBoundaries, NamesTheCoastOnlyWhenAsked) {
    const Coverage coverage = with_a_lake();
    const auto boundaries = shared_boundaries(coverage, true);
    ASSERT_THAT(boundaries, SizeIs(3));
    EXPECT_EQ(boundaries[1].first, 0U);
    EXPECT_EQ(boundaries[1].second, nobody);
    EXPECT_EQ(boundaries[2].first, 1U);
    EXPECT_EQ(boundaries[2].second, nobody);
    const geo::MultiLine west = boundary_lines(coverage, boundaries[1].arcs);
    EXPECT_NEAR(geo::length(west), 30 + 2 * std::sqrt(2.0), 1e-12);
}

TEST(SharedBoundaries, JoinsWhatANodeOnTheWayCuts) {
    // A third village touches the common border with one corner: two arcs, one line.
    const Coverage coverage = coverage_of(std::vector<std::string>{
        "0 0, 10 0, 10 5, 10 10, 0 10", "10 0, 20 0, 20 10, 10 10, 10 5", "10 5, 13 4, 13 6"});
    const auto boundaries = shared_boundaries(coverage);
    ASSERT_THAT(boundaries, SizeIs(1));
    EXPECT_THAT(boundaries[0].arcs, SizeIs(2));
    const geo::MultiLine lines = boundary_lines(coverage, boundaries[0].arcs);
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_THAT(lines[0], SizeIs(3));
    EXPECT_DOUBLE_EQ(geo::length(lines), 10);
}

/// A coverage of bare arcs for trying orders: node n lies at (n, 0).
Coverage bare(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& arcs) {
    Coverage coverage;
    for (const auto& [from, to] : arcs) {
        Arc arc;
        arc.first = static_cast<std::uint32_t>(coverage.vertices.size());
        arc.count = 2;
        arc.left = 0;
        arc.right = 1;
        arc.start_node = from;
        arc.end_node = to;
        coverage.vertices.push_back({static_cast<double>(from), 0});
        coverage.vertices.push_back({static_cast<double>(to), 0});
        coverage.arcs.push_back(arc);
    }
    return coverage;
}

TEST(SharedBoundaries, OrdersArcsFromAnOpenEnd) {
    const Coverage coverage = bare({{2, 1}, {3, 2}, {0, 1}, {3, 4}});
    const auto boundaries = shared_boundaries(coverage);
    ASSERT_THAT(boundaries, SizeIs(1));
    EXPECT_THAT(boundaries[0].arcs,
                testing::AnyOf(ElementsAre(2, 0, 1, 3), ElementsAre(3, 1, 0, 2)));
    EXPECT_THAT(boundary_lines(coverage, boundaries[0].arcs), SizeIs(1));
}

TEST(SharedBoundaries, WalksRingsAndLeavesNoArcOut) {
    const Coverage coverage = bare({{0, 1}, {2, 1}, {2, 0}, {7, 8}, {5, 5}});
    const auto boundaries = shared_boundaries(coverage);
    ASSERT_THAT(boundaries, SizeIs(1));
    EXPECT_THAT(boundaries[0].arcs, SizeIs(5));
    const geo::MultiLine lines = boundary_lines(coverage, boundaries[0].arcs);
    EXPECT_THAT(lines, SizeIs(3));
}

TEST(BoundaryLines, TurnTheFirstArcWhenThatConnects) {
    const Coverage coverage = bare({{1, 0}, {1, 2}});
    const std::vector<std::uint32_t> arcs{0, 1};
    EXPECT_THAT(boundary_lines(coverage, arcs),
                ElementsAre(ElementsAre(geo::Point{0, 0}, geo::Point{1, 0}, geo::Point{2, 0})));
}

TEST(BoundaryLines, OfNothingAreNone) {
    EXPECT_THAT(boundary_lines(with_a_lake(), {}), IsEmpty());
}

TEST(BoundaryLines, KeepSeparateWhatDoesNotTouch) {
    const Coverage coverage = bare({{0, 1}, {5, 6}});
    const std::vector<std::uint32_t> arcs{0, 1};
    EXPECT_THAT(boundary_lines(coverage, arcs), SizeIs(2));
}

} // namespace
} // namespace antardesa::topology
