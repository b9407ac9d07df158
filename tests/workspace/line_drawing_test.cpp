#include "line_sessions.h"

namespace antardesa::workspace {
namespace {

using testing::LineSessions;

TEST_F(LineSessions, ADrawnLineTakesThePlaceOfTheStretch) {
    LineSession session = begin();
    session.set_tool(LineTool::draw);
    // From vertex 2 to the middle of the edge before vertex 4, clicked a little beside.
    session.click(map(session.position(2)) + geo::Point{3, 3}, 10);
    session.click(map({109.0095, -6.9955}), 10);
    session.click(map((session.position(3) + session.position(4)) * 0.5), 10);
    EXPECT_TRUE(session.trouble().key.empty()) << debug_text(session.trouble());
    EXPECT_EQ(session.deltas().size(), 2U);
    const LineSession next = after(session, session.finish());
    ASSERT_EQ(next.line()->vertices.size(), 6U);
    EXPECT_NEAR(geo::distance(map(next.position(3)), map({109.0095, -6.9955})), 0, 0.01);
    EXPECT_TRUE(next.drawn().empty());
}

TEST_F(LineSessions, SaysWhereADrawingIsJoinedToTheLine) {
    LineSession session = begin();
    session.set_tool(LineTool::draw);
    session.click(map(session.position(2)) + geo::Point{6, 8}, 1, true);
    session.click(map({109.0095, -6.9955}), 1);
    session.click(map(session.position(4)), 1);
    ASSERT_EQ(session.joins().size(), 1U) << "the other end lies on a vertex";
    EXPECT_TRUE(session.joins()[0].at_start);
    EXPECT_NEAR(session.joins()[0].metres, 10, 0.1);
    EXPECT_TRUE(session.step_back());
    EXPECT_EQ(session.drawn().size(), 2U);
    EXPECT_TRUE(session.step_back());
    EXPECT_TRUE(session.joins().empty()) << "one point joins nothing";
}

TEST_F(LineSessions, AStretchFollowsARiver) {
    LineSession session = begin();
    session.set_tool(LineTool::trace);
    session.click(map({109.005, -6.995}), 10);
    EXPECT_EQ(session.trouble().key, "workspace.line.no_reference_here");
    session.click(map({109.0105, -6.997}), 10);
    ASSERT_TRUE(session.followed().line);
    session.click(map(session.position(2)), 10);
    session.click(map(session.position(4)), 10);
    ASSERT_EQ(session.joins().size(), 2U) << "the river lies beside the line";
    EXPECT_EQ(session.joins()[0].vertex, 2);
    EXPECT_EQ(session.joins()[1].vertex, 4);
    EXPECT_GT(session.joins()[0].metres, 1);
    EXPECT_FALSE(session.check().pieces.empty());
    const LineSession next = after(session, session.finish());
    bool on_river = false;
    for (const auto& vertex : next.line()->vertices)
        on_river = on_river || vertex.position == geo::Point{109.0106, -6.995};
    EXPECT_TRUE(on_river);
}

constexpr const char* three = "-6,9975 109,0101\n-6,996 109,0095\n-6,9925 109,0102\n";
constexpr const char* two = "-6,9975 109,0101\n-6,995 109,0096\n";

TEST_F(LineSessions, WhatWasPastedGoesAsAWhole) {
    LineSession session = begin();
    session.paste(three);
    ASSERT_TRUE(session.all_pasted());
    ASSERT_FALSE(session.deltas().empty());
    EXPECT_TRUE(session.step_back());
    EXPECT_TRUE(session.drawn().empty()) << "not the last point alone";
    EXPECT_TRUE(session.deltas().empty());
    EXPECT_EQ(session.tool(), LineTool::draw);
    session.paste(three);
    session.click(map({109.0103, -6.9915}), 1, true);
    ASSERT_EQ(session.drawn().size(), 4U);
    EXPECT_TRUE(session.step_back());
    EXPECT_EQ(session.drawn().size(), 3U) << "what the hand added goes first";
    EXPECT_TRUE(session.step_back());
    EXPECT_TRUE(session.drawn().empty());
}

TEST_F(LineSessions, APasteTakesThePlaceOfWhatWasDrawn) {
    LineSession session = begin();
    session.paste(three);
    session.paste(two);
    EXPECT_EQ(session.drawn().size(), 2U) << "no leftovers of the first";
    session.set_tool(LineTool::draw);
    session.click(map(session.position(2)), 1);
    session.paste("-6,996 109,0095");
    EXPECT_EQ(session.drawn().size(), 2U) << "one position is a point like a click";
    EXPECT_TRUE(session.step_back());
    EXPECT_EQ(session.drawn().size(), 1U);
    session.paste(three);
    EXPECT_EQ(session.drawn().size(), 3U);
}

TEST_F(LineSessions, ARefusedPasteShowsNoAreas) {
    LineSession session = begin();
    session.paste(three);
    session.paste("abc def");
    EXPECT_FALSE(session.trouble().key.empty());
    EXPECT_TRUE(session.drawn().empty());
    EXPECT_TRUE(session.deltas().empty());
    EXPECT_TRUE(session.check().pieces.empty());
    session.click(map(session.position(2)), 1);
    session.click(map({109.0095, -6.9955}), 1, true);
    session.click(map(session.position(4)), 1);
    ASSERT_FALSE(session.deltas().empty());
    session.paste("abc def");
    EXPECT_EQ(session.drawn().size(), 3U) << "the hand's work waits";
    EXPECT_TRUE(session.deltas().empty()) << "but shows nothing as if it were the paste";
    session.paste(" \n");
    EXPECT_EQ(session.trouble().key, "workspace.line.pasted_nothing");
}

TEST_F(LineSessions, TheHandIsShownWhatItWouldBeDrawnToBeforeItClicks) {
    LineSession session = begin();
    const geo::Point beside = map(session.position(3)) + geo::Point{3, 3};
    session.hover(beside, 10);
    EXPECT_FALSE(session.snap()) << "nothing is drawn with this tool";
    session.set_tool(LineTool::draw);
    session.hover(beside, 10);
    ASSERT_TRUE(session.snap());
    EXPECT_EQ(session.snap()->target, LineSnap::Target::vertex);
    session.hover(map({109.01061, -6.995}), 10);
    ASSERT_TRUE(session.snap());
    EXPECT_EQ(session.snap()->name, "Cikahuripan");
    session.hover(std::nullopt, 10);
    EXPECT_FALSE(session.snap());
}

TEST_F(LineSessions, AThirdEndOfATraceBeginsAnewWithoutTheOldAreas) {
    LineSession session = begin();
    session.set_tool(LineTool::trace);
    session.click(map({109.0105, -6.997}), 10);
    ASSERT_TRUE(session.followed().line);
    EXPECT_EQ(session.followed().part, 0U);
    session.click(map({109.005, -6.995}), 10);
    EXPECT_EQ(session.trouble().key, "workspace.line.no_vertex_here");
    session.click(map(session.position(2)), 10);
    session.click(map(session.position(4)), 10);
    ASSERT_FALSE(session.deltas().empty());
    session.click(map(session.position(3)), 10);
    EXPECT_TRUE(session.deltas().empty());
    EXPECT_FALSE(session.finish());
}

} // namespace
} // namespace antardesa::workspace
