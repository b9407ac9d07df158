#include "flaw_text.h"
#include "geo/measure.h"
#include "topology/arc_edit.h"
#include "topology/detail/piece_check.h"

#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

class ArcEdits : public testing::Test {
  protected:
    /// Two squares side by side, their common line with one vertex in the middle.
    std::vector<geo::MultiPolygon> villages{village("0 0, 2 0, 2 1, 2 2, 0 2"),
                                            village("2 0, 4 0, 4 2, 2 2, 2 1")};
    Coverage coverage = coverage_of(villages);

    void use(const std::vector<std::string>& texts) {
        villages.clear();
        for (const std::string& text : texts)
            villages.push_back(village(text));
        coverage = coverage_of(villages);
    }
    ArcVertex at(geo::Point p) const {
        for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i) {
            const auto points = coverage.points(coverage.arcs[i]);
            for (std::uint32_t k = 0; k < points.size(); ++k)
                if (points[k] == p)
                    return {i, k};
        }
        ADD_FAILURE() << "no vertex at " << p.x << ' ' << p.y;
        return {};
    }
    /// The arc between two claimants.
    std::uint32_t arc(Claimant a, Claimant b) const {
        for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i)
            if (std::minmax(coverage.arcs[i].left, coverage.arcs[i].right) == std::minmax(a, b))
                return i;
        ADD_FAILURE() << "no arc";
        return 0;
    }
    ArcEditFault fault(const ArcEdit& edit) const { return check_arc_edit(coverage, edit).fault; }
    ArcEditOutcome done(const ArcEdit& edit) const {
        const ArcEditCheck check = check_arc_edit(coverage, edit);
        EXPECT_EQ(check.fault, ArcEditFault::none) << arc_edit_fault_name(check.fault);
        std::vector<const geo::MultiPolygon*> pointers;
        for (const geo::MultiPolygon& polygons : villages)
            pointers.push_back(&polygons);
        return carry_out(coverage, pointers, check);
    }
};

TEST_F(ArcEdits, BothNeighboursFollowAMovedVertex) {
    const ArcEditOutcome outcome = done(MoveVertex{at({2, 1}), {2.5, 1}});
    ASSERT_EQ(outcome.outlines.size(), 2U);
    EXPECT_EQ(outcome.outlines[0].second, village("0 0, 2 0, 2.5 1, 2 2, 0 2"));
    EXPECT_EQ(outcome.outlines[1].second, village("2 0, 4 0, 4 2, 2 2, 2.5 1"));
}

TEST_F(ArcEdits, ANodeTakesAllItsArcsAlong) {
    use({"0 0, 2 0, 2 2, 0 2", "2 0, 4 0, 4 2, 2 2", "0 2, 2 2, 4 2, 4 4, 0 4"});
    const ArcEditCheck check = check_arc_edit(coverage, MoveVertex{at({2, 2}), {2.25, 1.5}});
    EXPECT_TRUE(check.moves_node);
    EXPECT_EQ(check.pieces.size(), 3U);
    const ArcEditOutcome outcome = done(MoveVertex{at({2, 2}), {2.25, 1.5}});
    ASSERT_EQ(outcome.outlines.size(), 3U);
    EXPECT_EQ(outcome.outlines[0].second, village("0 0, 2 0, 2.25 1.5, 0 2"));
    EXPECT_EQ(outcome.outlines[1].second, village("2 0, 4 0, 4 2, 2.25 1.5"));
    EXPECT_EQ(outcome.outlines[2].second, village("0 2, 2.25 1.5, 4 2, 4 4, 0 4"));
}

TEST_F(ArcEdits, ACopyOfANeighbourIsNotLeftBehind) {
    villages.push_back(villages[1]);
    coverage = coverage_of(villages);
    const std::uint32_t shared = arc(0, 1);
    for (const ArcEdit& edit :
         std::vector<ArcEdit>{MoveVertex{at({2, 1}), {2.5, 1}}, MoveVertex{at({2, 0}), {2.1, 0.1}},
                              InsertVertex{{shared, 0}, {2.1, 0.5}}, DeleteVertex{{shared, 1}}})
        EXPECT_EQ(fault(edit), ArcEditFault::claimed_again);
    const ArcEditCheck check = check_arc_edit(coverage, MoveVertex{{shared, 1}, {2.5, 1}});
    EXPECT_NE(check.other, shared);
    ASSERT_TRUE(claimed_again(coverage, std::vector{shared}));
}

TEST_F(ArcEdits, NeitherIsAnOverlapAlongTheLine) {
    // The third claims the upper half of the first one's land beside the line.
    use({"0 0, 2 0, 2 1, 2 2, 0 2", "2 0, 4 0, 4 2, 2 2, 2 1", "1 1, 2 1, 2 2, 1 2"});
    std::uint32_t lines = 0;
    for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i)
        lines += claimed_again(coverage, std::vector{i}).has_value();
    EXPECT_GE(lines, 2U) << "each tells of the other";
    EXPECT_EQ(fault(MoveVertex{at({2, 1}), {2.1, 1}}), ArcEditFault::claimed_again);
}

TEST_F(ArcEdits, ACleanCoverageIsClaimedOnce) {
    for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i)
        EXPECT_FALSE(claimed_again(coverage, std::vector{i}));
}

TEST_F(ArcEdits, AVertexIsInsertedIntoBothAndTakenOutOfBoth) {
    const std::uint32_t shared = arc(0, 1);
    const ArcEditOutcome more = done(InsertVertex{{shared, 0}, {2.1, 0.5}});
    EXPECT_EQ(more.outlines[0].second, village("0 0, 2 0, 2.1 0.5, 2 1, 2 2, 0 2"));
    EXPECT_EQ(more.outlines[1].second, village("2 0, 4 0, 4 2, 2 2, 2 1, 2.1 0.5"));
    const ArcEditOutcome fewer = done(DeleteVertex{at({2, 1})});
    EXPECT_EQ(fewer.outlines[0].second, village("0 0, 2 0, 2 2, 0 2"));
    EXPECT_EQ(fewer.outlines[1].second, village("2 0, 4 0, 4 2, 2 2"));
}

TEST_F(ArcEdits, AStretchIsReplacedByADrawnLine) {
    const std::uint32_t shared = arc(0, 1);
    ASSERT_EQ(coverage.points(coverage.arcs[shared]).front(), (geo::Point{2, 0}));
    const ArcEditOutcome outcome = done(ReshapeArc{shared, 0, 2, {{1, 0.5}, {1.5, 1.5}}});
    EXPECT_EQ(outcome.outlines[0].second, village("0 0, 2 0, 1 0.5, 1.5 1.5, 2 2, 0 2"));
    EXPECT_EQ(outcome.outlines[1].second, village("2 0, 4 0, 4 2, 2 2, 1.5 1.5, 1 0.5"));
    EXPECT_EQ(outcome.arcs[0].second, (geo::Line{{2, 0}, {1, 0.5}, {1.5, 1.5}, {2, 2}}));
}

TEST_F(ArcEdits, NoOtherBoundaryIsCrossedTouchedOrJumpedOver) {
    EXPECT_EQ(fault(MoveVertex{at({2, 1}), {5, 1}}), ArcEditFault::crosses_boundary);
    EXPECT_EQ(fault(MoveVertex{at({2, 1}), {4, 1}}), ArcEditFault::crosses_boundary);
    EXPECT_EQ(fault(MoveVertex{at({2, 1}), {4 - 1e-9, 1}}), ArcEditFault::crosses_boundary);
    EXPECT_EQ(fault(MoveVertex{at({2, 1}), {4 - 1e-6, 1}}), ArcEditFault::none);
    // An enclave beside the line: the line may not pass to its other side.
    use({"0 0, 2 0, 2 1, 2 2, 0 2", "2 0, 4 0, 4 2, 2 2, 2 1 / 2.2 0.9, 2.4 0.9, 2.4 1.1, 2.2 1.1",
         "2.2 0.9, 2.4 0.9, 2.4 1.1, 2.2 1.1"});
    EXPECT_EQ(fault(MoveVertex{at({2, 1}), {2.1, 1}}), ArcEditFault::none);
    EXPECT_EQ(fault(ReshapeArc{arc(0, 1), 0, 2, {{3, 0.5}, {3, 1.5}}}),
              ArcEditFault::crosses_boundary);
}

TEST_F(ArcEdits, ALineDoesNotCrossItself) {
    const std::uint32_t shared = arc(0, 1);
    EXPECT_EQ(fault(ReshapeArc{shared, 0, 1, {{3, 1.5}, {1, 1.5}}}), ArcEditFault::touches_itself);
    EXPECT_EQ(fault(ReshapeArc{shared, 0, 2, {{1, 1}, {3, 1}, {3, 0.5}, {1, 1.5}}}),
              ArcEditFault::touches_itself);
    EXPECT_EQ(fault(InsertVertex{{shared, 0}, {2, 1}}), ArcEditFault::touches_itself);
}

TEST_F(ArcEdits, NodesStayAndRingsKeepThreePoints) {
    EXPECT_EQ(fault(DeleteVertex{at({2, 0})}), ArcEditFault::breaks_node);
    EXPECT_EQ(fault(MoveVertex{{99, 0}, {0, 0}}), ArcEditFault::unknown_vertex);
    EXPECT_EQ(fault(MoveVertex{{0, 99}, {0, 0}}), ArcEditFault::unknown_vertex);
    EXPECT_EQ(fault(MoveVertex{at({2, 1}), {std::nan(""), 0}}), ArcEditFault::not_finite);
    use({"0 0, 1 0, 0 1"});
    EXPECT_EQ(fault(DeleteVertex{at({1, 0})}), ArcEditFault::too_few_points);
    EXPECT_EQ(fault(DeleteVertex{at({0, 0})}), ArcEditFault::too_few_points);
}

TEST_F(ArcEdits, AClosedArcIsEditedAcrossItsStart) {
    use({"0 0, 2 0, 2 2, 0 2"});
    EXPECT_TRUE(check_arc_edit(coverage, MoveVertex{at({0, 0}), {-1, -1}}).one_sided);
    EXPECT_EQ(done(MoveVertex{at({0, 0}), {-1, -1}}).outlines[0].second,
              village("-1 -1, 2 0, 2 2, 0 2"));
    EXPECT_EQ(done(DeleteVertex{at({0, 0})}).outlines[0].second, village("0 2, 2 0, 2 2"));
    // Round the start: (0, 2) → (0, 0) → (2, 0) becomes another way.
    EXPECT_EQ(done(ReshapeArc{0, 3, 1, {{0.5, 0.6}, {0.6, 0.5}}}).outlines[0].second,
              village("0 2, 0.5 0.6, 0.6 0.5, 2 0, 2 2"));
    // The other way round the rest of the ring would turn it inside out.
    EXPECT_EQ(fault(ReshapeArc{0, 3, 1, {{0, 3}, {3, 3}, {3, 0}}}), ArcEditFault::village_vanishes);
}

TEST_F(ArcEdits, WhereOutlinesOverlapEachSideKeepsItsOwnArc) {
    use({"0 0, 2 0, 2.1 1, 2 2, 0 2", "2 0, 4 0, 4 2, 2 2, 1.9 1"});
    const ArcEdit edit = MoveVertex{at({2.1, 1}), {2.05, 1}};
    const ArcEditCheck check = check_arc_edit(coverage, edit);
    EXPECT_TRUE(check.one_sided);
    const ArcEditOutcome outcome = done(edit);
    ASSERT_EQ(outcome.outlines.size(), 1U);
    EXPECT_EQ(outcome.outlines[0].second, village("0 0, 2 0, 2.05 1, 2 2, 0 2"));
}

TEST_F(ArcEdits, TheRestOfAVillageStaysBitForBit) {
    // A hole, a second part and a repeated vertex; the outer ring runs clockwise from elsewhere.
    use({"2 1, 2 0, 0 0, 0 2, 0 2, 2 2 / 0.5 0.5, 0.5 1, 1 1; 9 9, 9 8, 8 8",
         "2 0, 4 0, 4 2, 2 2, 2 1"});
    const geo::MultiPolygon outline = done(MoveVertex{at({2, 1}), {2.5, 1}}).outlines[0].second;
    EXPECT_EQ(outline,
              village("2.5 1, 2 0, 0 0, 0 2, 0 2, 2 2 / 0.5 0.5, 0.5 1, 1 1; 9 9, 9 8, 8 8"));
}

TEST_F(ArcEdits, TracesAlongTheNearestLine) {
    const std::uint32_t shared = arc(0, 1);
    const geo::MultiLine rivers{{{9, 0}, {9, 2}},
                                {{2.1, 1.8}, {2.25, 1.5}, {2.5, 0.5}, {2.1, 0.2}}};
    const auto edit = trace_arc(coverage, shared, 0, 2, rivers);
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit->by[1], (geo::Point{2.5, 0.5}));
    EXPECT_EQ(edit->by[2], (geo::Point{2.25, 1.5}));
    EXPECT_EQ(edit->by.size(), 4U) << "the ends are the points of the river nearest to the nodes";
    EXPECT_EQ(fault(*edit), ArcEditFault::none);
    EXPECT_FALSE(trace_arc(coverage, shared, 0, 2, {}));
    const geo::MultiLine lake{{{1, 1}, {2.5, 0.5}, {2.5, 1.5}, {1, 1.2}, {1, 1}}};
    const auto shore = trace_arc(coverage, shared, 0, 2, lake);
    EXPECT_LT(geo::length(shore->by), 2) << "the shorter way";
}

TEST_F(ArcEdits, VerticesOfABoundaryAreNumberedAlongIt) {
    use({"0 0, 2 0, 2 1, 2 2, 0 2", "2 0, 4 0, 4 2, 2 2, 2 1", "0 2, 2 2, 4 2, 4 4, 0 4"});
    const std::uint32_t shared = arc(0, 1);
    const auto vertices = boundary_vertices(coverage, std::span(&shared, 1));
    ASSERT_EQ(vertices.size(), 3U);
    EXPECT_TRUE(vertices[0].node);
    EXPECT_FALSE(vertices[1].node);
    EXPECT_TRUE(vertices[2].node);
    EXPECT_EQ(vertices[1].at, at({2, 1}));
}

TEST(WindingNumber, CountsTurns) {
    const geo::Line once{{0, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 0}};
    EXPECT_EQ(detail::winding_number(once, {1, 1}), 1);
    EXPECT_EQ(detail::winding_number(once, {3, 1}), 0);
    geo::Line twice = once;
    twice.insert(twice.end(), once.begin(), once.end());
    EXPECT_EQ(detail::winding_number(twice, {1, 1}), 2);
    EXPECT_EQ(detail::winding_number(geo::Line(once.rbegin(), once.rend()), {1, 1}), -1);
}

} // namespace
} // namespace antardesa::topology
