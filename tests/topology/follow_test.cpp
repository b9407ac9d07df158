#include "topology/repair.h"

#include "flaw_text.h"
#include "geo/measure.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

Repair followed(const Villages& villages, const geo::MultiLine& lines) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    RepairDecision decision{RepairRule::follow};
    decision.line = std::make_shared<const geo::MultiLine>(lines);
    return repair(
        pointers, [&](const Strip&) { return decision; }, {1, 1}, progress);
}

Villages after(Villages villages, const Repair& repair) {
    for (const auto& [claimant, outline] : repair.outlines)
        villages[claimant] = outline;
    return villages;
}

/// They overlap by 2 × 10.
Villages overlapping() {
    return {village("0 0, 10 0, 10 10, 0 10"), village("8 0, 20 0, 20 10, 8 10")};
}

void expect_refused(const Repair& repair, RepairRefusal reason) {
    EXPECT_THAT(repair.outlines, IsEmpty());
    EXPECT_EQ(repair.left, 1);
    ASSERT_THAT(repair.refusals, SizeIs(1));
    EXPECT_EQ(repair.refusals[0].reason, reason) << repair_refusal_name(repair.refusals[0].reason);
}

TEST(FollowedLine, DividesAnOverlap) {
    const Repair repair = followed(overlapping(), {{{9.5, -1}, {9, 5}, {9.5, 11}}});
    EXPECT_EQ(repair.repaired, 1);
    ASSERT_THAT(repair.ledger.villages, SizeIs(2));
    EXPECT_NEAR(repair.ledger.villages[0].after, 92.0833333, 1e-6);
    EXPECT_NEAR(repair.ledger.villages[1].after, 107.9166667, 1e-6);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
    const Flaws flaws = flaws_of(after(overlapping(), repair));
    EXPECT_THAT(listed(flaws), IsEmpty());
    EXPECT_THAT(shared_boundaries(flaws.coverage), SizeIs(1)) << "the line is shared";
}

TEST(FollowedLine, WorksWhicheverWayItRuns) {
    const Repair repair = followed(overlapping(), {{{9.5, 11}, {9, 5}, {9.5, -1}}});
    EXPECT_NEAR(repair.ledger.villages[0].after, 92.0833333, 1e-6);
}

TEST(FollowedLine, DividesAGap) {
    const Villages villages{village("0 0, 10 0, 10 2, 8 5, 10 8, 10 10, 0 10"),
                            village("10 0, 20 0, 20 10, 10 10, 10 8, 12 5, 10 2")};
    const Repair repair = followed(villages, {{{10, 2}, {10.5, 5}, {10, 8}}});
    ASSERT_THAT(repair.refusals, IsEmpty()) << repair_refusal_name(repair.refusals[0].reason);
    ASSERT_THAT(repair.ledger.villages, SizeIs(2));
    EXPECT_NEAR(repair.ledger.villages[0].after - repair.ledger.villages[0].before, 7.5, 1e-9);
    EXPECT_NEAR(repair.ledger.villages[1].after - repair.ledger.villages[1].before, 4.5, 1e-9);
    EXPECT_THAT(listed(flaws_of(after(villages, repair))), IsEmpty());
}

TEST(FollowedLine, MayComeInPartsThatEndOnEachOther) {
    const Repair repair =
        followed(overlapping(), {{{9, 5}, {9, 11}}, {{9, 5}, {9, 2}}, {{9, -1}, {9, 2}}});
    EXPECT_EQ(repair.repaired, 1);
    EXPECT_NEAR(repair.ledger.villages[0].after, 90, 1e-9);
}

TEST(FollowedLine, ThatAllButReachesTheBorderIsDrawnOut) {
    const Repair repair = followed(overlapping(), {{{9, 0.05}, {9, 9.95}}});
    EXPECT_EQ(repair.repaired, 1);
    EXPECT_THAT(listed(flaws_of(after(overlapping(), repair))), IsEmpty());
}

TEST(FollowedLine, IsRefusedWhereItEndsWithin) {
    expect_refused(followed(overlapping(), {{{9, -1}, {9, 7}}}), RepairRefusal::line_does_not_cut);
}

TEST(FollowedLine, IsRefusedWhereItPassesBy) {
    expect_refused(followed(overlapping(), {{{15, -1}, {15, 11}}}),
                   RepairRefusal::line_does_not_cut);
    expect_refused(followed(overlapping(), {}), RepairRefusal::line_does_not_cut);
}

TEST(FollowedLine, IsRefusedWhereTheStripGoesOn) {
    // Two lenses between the same villages, and the line ends after the first.
    const Villages villages{village("0 0, 10 0, 11 2, 10 4, 10 5, 11 7, 10 9, 10 10, 0 10"),
                            village("10 0, 20 0, 20 10, 10 10, 10 9, 9 7, 10 5, 10 4, 9 2")};
    const geo::Line short_line{{10, -1}, {10, 4.5}};
    EXPECT_EQ(followed(villages, {short_line}).refusals.at(0).reason,
              RepairRefusal::line_too_short);
    const Repair whole = followed(villages, {{{10, -1}, {10, 11}}});
    EXPECT_EQ(whole.left, 0);
    EXPECT_NEAR(whole.ledger.villages[0].after, 100, 1e-9);
    EXPECT_THAT(listed(flaws_of(after(villages, whole))), IsEmpty());
}

TEST(FollowedLine, DividesBetweenTwoOnly) {
    const Villages villages{village("0 0, 10 0, 10 10, 0 10"), village("8 0, 20 0, 20 10, 8 10"),
                            village("8 0, 10 0, 10 10, 8 10, 7 5")};
    const Repair repair = followed(villages, {{{9, -1}, {9, 11}}});
    EXPECT_THAT(repair.outlines, IsEmpty());
    ASSERT_FALSE(repair.refusals.empty());
    EXPECT_EQ(repair.refusals[0].reason, RepairRefusal::several_sides);
}

class FollowedBanks : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, FollowedBanks, testing::Range(1U, 13U));

/// Two villages whose borders cross to and fro over a kilometre, and a third line through it all.
TEST_P(FollowedBanks, GivesEachPointToItsSide) {
    std::mt19937 random(GetParam());
    const auto line = [&](int vertices) {
        geo::Line bank{{0, -10}};
        for (int i = 1; i < vertices; ++i)
            bank.push_back(
                {std::uniform_real_distribution<double>(-20, 20)(random), 1000.0 * i / vertices});
        bank.push_back({0, 1010});
        return bank;
    };
    const auto side = [](geo::Line border, double far) {
        border.front() = {0, 0};
        border.back() = {0, 1000};
        border.insert(border.end(), {{far, 1000}, {far, 0}, {0, 0}});
        return geo::MultiPolygon{{std::move(border), {}}};
    };
    const Villages villages{side(line(17), -500), side(line(23), 500)};
    const geo::Line agreed = line(19);
    const Repair repair = followed(villages, {agreed});
    EXPECT_EQ(repair.left, 0);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-6);
    const Villages result = after(villages, repair);
    EXPECT_THAT(listed(flaws_of(result)), IsEmpty());
    geo::Ring west = agreed;
    west.insert(west.end(), {{-500, 1010}, {-500, -10}, agreed.front()});
    for (int i = 0; i < 20000; ++i) {
        const geo::Point p{std::uniform_real_distribution<double>(-25, 25)(random),
                           std::uniform_real_distribution<double>(1, 999)(random)};
        const bool first = geo::contains(villages[0], p);
        const bool second = geo::contains(villages[1], p);
        const bool to_first = first == second ? geo::contains(west, p) : first;
        ASSERT_EQ(geo::contains(result[0], p), to_first) << p.x << ' ' << p.y;
        ASSERT_EQ(geo::contains(result[1], p), !to_first) << p.x << ' ' << p.y;
    }
    EXPECT_EQ(followed(result, {agreed}).repaired, 0) << "a second run finds nothing to do";
}

} // namespace
} // namespace antardesa::topology
