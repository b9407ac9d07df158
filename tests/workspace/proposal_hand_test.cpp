#include "workspace/proposal_hand.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

constexpr geo::Point metric{110000, 110000};

/// A half wave of many vertices.
geo::Line wave(int count) {
    geo::Line line;
    for (int i = 0; i <= count; ++i) {
        const double part = static_cast<double>(i) / count;
        line.push_back({109 + 0.002 * std::sin(3.14159265 * part), -7 + 0.02 * part});
    }
    return line;
}

TEST(ProposalHand, HoldsFewOfManyVerticesAndKeepsTheCourse) {
    const geo::Line line = wave(2000);
    const ProposalHand hand(line, metric);
    EXPECT_GE(hand.handles().size(), 4u);
    EXPECT_LE(hand.handles().size(), 12u);
    EXPECT_EQ(hand.line(), line) << "nothing moves by being held";
    EXPECT_EQ(hand.handles().front(), line.front());
    EXPECT_EQ(hand.handles().back(), line.back());
}

TEST(ProposalHand, MovingAHandleStraightensOnlyBesideIt) {
    const geo::Line line = wave(400);
    ProposalHand hand(line, metric);
    ASSERT_GE(hand.handles().size(), 6u);
    const geo::Point to = hand.handles()[2] + geo::Point{0.0005, 0};
    hand.move(2, to);
    const geo::Line moved = hand.line();
    EXPECT_LT(moved.size(), line.size());
    EXPECT_NE(std::find(moved.begin(), moved.end(), to), moved.end());
    for (std::size_t i = 0; i < moved.size(); ++i) // the far end's vertices are as they were
        if (moved[moved.size() - 1 - i] == hand.handles()[3])
            break;
        else
            EXPECT_EQ(moved[moved.size() - 1 - i], line[line.size() - 1 - i]);
}

TEST(ProposalHand, EndsAndAgreedPiecesStay) {
    ProposalHand hand(wave(50), metric);
    const ProposalHand before = hand;
    hand.move(0, {0, 0});
    hand.move(hand.handles().size() - 1, {0, 0});
    EXPECT_EQ(hand, before);
    hand.lock(1, true);
    const ProposalHand locked = hand;
    EXPECT_TRUE(hand.is_fixed(1));
    EXPECT_TRUE(hand.is_fixed(2));
    EXPECT_FALSE(hand.is_fixed(3));
    hand.move(2, {0, 0});
    EXPECT_EQ(hand, locked);
    hand.lock(1, false);
    hand.move(2, hand.handles()[2] + geo::Point{0.0001, 0});
    EXPECT_NE(hand, locked);
}

TEST(ProposalHand, ANewHandleStandsOnTheLineAndChangesNothing) {
    const geo::Line line{{109, -7}, {109, -6.99}, {109, -6.98}};
    ProposalHand hand(line, metric);
    ASSERT_EQ(hand.handles().size(), 3u);
    const std::size_t added = hand.insert({109.001, -6.985});
    EXPECT_EQ(added, 2u);
    ASSERT_EQ(hand.handles().size(), 4u);
    EXPECT_NEAR(hand.handles()[2].x, 109, 1e-12);
    EXPECT_NEAR(hand.handles()[2].y, -6.985, 1e-12);
    EXPECT_EQ(hand.near({109.0001, -6.985}, 20), 2);
    EXPECT_EQ(hand.near({109.01, -6.985}, 20), -1);
}

TEST(ProposalHand, TakesNoHandleInAnAgreedPiece) {
    ProposalHand hand({{109, -7}, {109, -6.99}, {109, -6.98}}, metric);
    hand.lock(0, true);
    const ProposalHand before = hand;
    EXPECT_EQ(hand.insert({109, -6.995}), 0u);
    EXPECT_EQ(hand, before);
}

} // namespace
} // namespace antardesa::workspace
