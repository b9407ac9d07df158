#include "line_sessions.h"

#include "crs/ellipsoid.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using testing::LineSessions;

TEST_F(LineSessions, ADragShowsWhatItDoesAndAReleaseIsOneStep) {
    LineSession session = begin();
    ASSERT_EQ(session.line()->vertices.size(), 5U);
    const geo::Point old = session.position(3);
    session.press(map(old) + geo::Point{4, 0}, 10);
    EXPECT_TRUE(session.grabbed());
    EXPECT_EQ(session.selected(), 3);
    session.drag(map(old) + geo::Point{-20, 5}, 2);
    ASSERT_EQ(session.deltas().size(), 2U);
    EXPECT_NEAR(session.deltas()[0].delta_m2 + session.deltas()[1].delta_m2, 0, 1e-6);
    EXPECT_NE(session.deltas()[0].delta_m2, 0);
    EXPECT_TRUE(session.trouble().key.empty());
    const LineSession::Step step = session.drop();
    EXPECT_TRUE(session.pending());
    const LineSession next = after(session, step);
    EXPECT_FALSE(next.pending());
    EXPECT_EQ(next.selected(), 3);
    EXPECT_NEAR(geo::distance(map(next.position(3)), map(old)), std::hypot(20, 5), 0.01);
}

TEST_F(LineSessions, AClickWithoutADragChangesNothing) {
    LineSession session = begin();
    session.press(map(session.position(2)), 10);
    EXPECT_FALSE(session.drop());
    EXPECT_EQ(session.selected(), 2);
    session.press(map(session.position(2)) + geo::Point{300, 300}, 10);
    EXPECT_FALSE(session.grabbed());
}

TEST_F(LineSessions, PointsAndClaimedLinesDrawTheHandUnlessItIsFree) {
    model::TurningPoint point;
    point.id = {1};
    point.segment = {1};
    point.kind = "PBU";
    point.number = "001";
    point.position = {109.0095, -6.995};
    table<model::TurningPoint>().put(point);
    model::BoundaryDispute dispute;
    dispute.id = {1};
    dispute.segment = {1};
    table<model::BoundaryDispute>().put(dispute);
    model::Claim claim;
    claim.id = {1};
    claim.dispute = {1};
    claim.village = {2};
    claim.line = std::make_shared<const geo::MultiLine>(
        geo::MultiLine{{{109.0092, -6.999}, {109.0092, -6.991}}});
    table<model::Claim>().put(claim);
    model::BoundaryFinding moved;
    moved.id = {1};
    moved.kind = model::FlawKind::moved_line;
    moved.villages = {{1}, {2}};
    moved.geometry = std::make_shared<const geo::Geometry>(
        geo::LineSet{{{{109.0088, -6.999}, {109.0088, -6.991}}}});
    table<model::BoundaryFinding>().put(moved);
    show();
    LineSession session = begin();
    session.press(map(session.position(3)), 10);
    const auto drag = [&](geo::Point degrees, double reach) {
        session.drag(map(degrees), reach);
        return session.snap() ? session.snap()->name : std::string();
    };
    EXPECT_EQ(drag({109.00953, -6.99503}, 10), "PBU 001");
    EXPECT_NEAR(session.hand()->x, 109.0095, 1e-9) << "onto the point itself";
    EXPECT_EQ(drag({109.00923, -6.99603}, 10), "Bumi");
    EXPECT_EQ(session.snap()->target, LineSnap::Target::claim);
    drag({109.00882, -6.99603}, 10);
    ASSERT_TRUE(session.snap());
    EXPECT_EQ(session.snap()->target, LineSnap::Target::agreed);
    drag({109.00953, -6.99503}, 0);
    EXPECT_FALSE(session.snap());
    EXPECT_NEAR(session.hand()->x, 109.00953, 1e-9);
}

TEST_F(LineSessions, ARiverDrawsTheHand) {
    LineSession session = begin();
    session.press(map(session.position(3)), 10);
    session.drag(map({109.01055, -6.995}), 10);
    ASSERT_TRUE(session.snap());
    EXPECT_EQ(session.snap()->target, LineSnap::Target::river);
    EXPECT_EQ(session.snap()->name, "Cikahuripan");
    EXPECT_EQ(session.hand(), (geo::Point{109.0106, -6.995})) << "the river's own vertex";
}

TEST_F(LineSessions, WhatMayNotBeIsSaidAndEscBringsItBack) {
    LineSession session = begin();
    session.press(map(session.position(3)), 10);
    session.drag(map({109.03, -6.995}), 1);
    EXPECT_EQ(session.trouble().key, "model.line.crosses_boundary");
    EXPECT_FALSE(session.drop()) << "released there it is refused";
    EXPECT_EQ(session.trouble().key, "model.line.crosses_boundary");
    session.press(map(session.position(3)), 10);
    session.drag(map(session.position(3)) + geo::Point{5, 5}, 1);
    EXPECT_TRUE(session.step_back());
    EXPECT_FALSE(session.grabbed());
    EXPECT_TRUE(session.check().pieces.empty());
    EXPECT_FALSE(session.step_back()) << "nothing left: the caller leaves";
}

TEST_F(LineSessions, VerticesAreAddedNudgedAndDeleted) {
    LineSession session = begin();
    const geo::Point middle = (session.position(2) + session.position(3)) * 0.5;
    LineSession next = after(session, session.insert(map(middle), 10));
    ASSERT_EQ(next.line()->vertices.size(), 6U);
    EXPECT_EQ(next.selected(), 3) << "the new one";
    const geo::Point before = next.position(3);
    next = after(next, next.nudge(1, 0));
    EXPECT_NEAR(crs::ellipsoidal_distance(before, next.position(3)), 1, 1e-3);
    next = after(next, next.remove());
    EXPECT_EQ(next.line()->vertices.size(), 5U);
    next.select(2);
    next = after(next, next.insert_after_selected());
    ASSERT_EQ(next.line()->vertices.size(), 6U);
    EXPECT_EQ(next.selected(), 3);
    EXPECT_LT(geo::distance(next.position(3), middle), 1e-9) << "half-way to the next";
    next.select(6);
    EXPECT_FALSE(next.insert_after_selected()) << "nothing comes after the last";
    LineSession node = begin();
    node.select(1);
    EXPECT_FALSE(node.remove());
    EXPECT_EQ(node.trouble().key, "model.line.breaks_node");
    node.step(-1);
    EXPECT_EQ(node.selected(), static_cast<int>(node.line()->vertices.size())) << "round the end";
}

TEST_F(LineSessions, ANodeMovesAllThree) {
    LineSession session = begin();
    const int upper = session.position(1).y > -6.995 ? 1 : 5;
    session.press(map(session.position(upper)), 10);
    session.drag(map(session.position(upper)) + geo::Point{3, -3}, 1);
    EXPECT_TRUE(session.check().moves_node);
    EXPECT_EQ(session.deltas().size(), 3U);
    const LineSession next = after(session, session.drop());
    EXPECT_EQ(next.line()->vertices.size(), 5U);
}

TEST_F(LineSessions, WhatBecomesOfAnAgreedNeighbourIsStillAskedAfterTheRelease) {
    segment(2, 1, 3, model::SegmentState::agreed);
    show();
    LineSession session = begin();
    EXPECT_TRUE(session.settled().empty()) << "this line is none";
    const int upper = session.position(1).y > -6.995 ? 1 : 5;
    const auto move_node = [&] {
        session.press(map(session.position(upper)), 10);
        session.drag(map(session.position(upper)) + geo::Point{3, -3}, 1);
        return session.drop();
    };
    EXPECT_FALSE(move_node()) << "nobody said what becomes of it";
    ASSERT_EQ(session.settled().size(), 1U) << "so that it can be said";
    EXPECT_EQ(session.settled()[0]->id.value, 2);
    session.answer(AnswerForSettled{true});
    EXPECT_TRUE(move_node());
}

TEST_F(LineSessions, TypedAndPastedPositions) {
    LineSession session = begin();
    LineSession next = after(session, session.type(3, LineColumn::longitude, "109,0101"));
    EXPECT_NEAR(next.position(3).x, 109.0101, 1e-9);
    EXPECT_NEAR(next.position(3).y, -6.995, 1e-9);
    next = after(next, next.type(3, LineColumn::latitude, "06°59'42,50\" LS"));
    EXPECT_NEAR(next.position(3).y, -(6 + 59 / 60.0 + 42.5 / 3600), 1e-9);
    const geo::Point metres = map(next.position(3));
    next = after(next, next.type(3, LineColumn::easting, std::to_string(metres.x - 10)));
    EXPECT_NEAR(map(next.position(3)).x, metres.x - 10, 0.001);
    EXPECT_NEAR(map(next.position(3)).y, metres.y, 0.001);
    next.select(3);
    next = after(next, next.paste("-6,9951 109,0100"));
    EXPECT_NEAR(next.position(3).y, -6.9951, 1e-9);
    EXPECT_FALSE(next.type(3, LineColumn::longitude, "109,70.3"));
    EXPECT_EQ(next.trouble().key, "crs.unreadable_longitude");
    EXPECT_FALSE(next.paste("-6,995 109,0101\nlima\n"));
    EXPECT_EQ(debug_text(next.trouble()), "workspace.line.pasted_line(2, lima)");
    EXPECT_FALSE(next.paste("-6,9975 109,0101\n-6,996 109,0095\n-6,9925 109,0102\n"));
    EXPECT_EQ(next.tool(), LineTool::draw);
    EXPECT_EQ(next.drawn().size(), 3U);
    EXPECT_FALSE(next.deltas().empty()) << "what it does is seen before Enter";
}

TEST_F(LineSessions, FinalLinesStay) {
    segment(1, 1, 2, model::SegmentState::enacted);
    show();
    LineSession session = begin();
    EXPECT_TRUE(session.locked());
    EXPECT_EQ(session.trouble().key, "model.line.final");
    session.press(map(session.position(3)), 10);
    EXPECT_FALSE(session.grabbed());
    EXPECT_FALSE(session.type(3, LineColumn::longitude, "109,0101"));
    EXPECT_FALSE(session.insert(map((session.position(2) + session.position(3)) * 0.5), 10));
    // The neighbour's end is locked as well, the rest of it is free.
    LineSession other = *LineSession::begin(shown_, {2});
    EXPECT_FALSE(other.locked());
    int locked = 0;
    for (const LineHandle& handle : other.handles())
        locked += handle.locked;
    EXPECT_EQ(locked, 1);
}

TEST_F(LineSessions, TheLineMayGoAway) {
    const LineSession session = begin();
    table<model::Village>().erase({2});
    show();
    EXPECT_FALSE(session.rebind(shown_));
    EXPECT_FALSE(LineSession::begin(shown_, {99}));
}

TEST_F(LineSessions, AVillageRecordedTwiceIsToldBeforeTheFirstDragAndNotLeftBehind) {
    EXPECT_TRUE(begin().claimed_again().key.empty());
    model::Village copy = *table<model::Village>().find({2});
    copy.id = {4};
    copy.name = "Bumi (salinan)";
    table<model::Village>().put(copy);
    show();
    LineSession session = begin();
    EXPECT_EQ(debug_text(session.claimed_again()), "model.line.copied(Bumi, Bumi (salinan))");
    EXPECT_FALSE(session.claimed_by()) << "nobody has checked yet";
    session.press(map(session.position(3)), 10);
    session.drag(map(session.position(3)) + geo::Point{5, 5}, 1);
    EXPECT_EQ(session.trouble().key, "model.line.copied");
    EXPECT_FALSE(session.drop()) << "one of the two alone would have moved";
    session.select(2);
    EXPECT_FALSE(session.nudge(1, 0));
    model::BoundaryFinding finding;
    finding.id = {9};
    finding.kind = model::FlawKind::duplicate_shape;
    finding.villages = {{2}, {4}};
    table<model::BoundaryFinding>().put(finding);
    show();
    ASSERT_TRUE(begin().claimed_by());
    EXPECT_EQ(begin().claimed_by()->id.value, 9);
}

} // namespace
} // namespace antardesa::workspace
