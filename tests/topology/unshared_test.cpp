#include "flaw_text.h"
#include "geo/measure.h"
#include "mosaic.h"
#include "topology/snap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

const FlawOptions near_tenth{0.1};

/// The right one has a vertex on the left one's straight edge.
Villages with_t() {
    return {village("0 0, 10 0, 10 10, 0 10"), village("10 0, 20 0, 20 10, 10 10, 10 4")};
}

Repair snapped(const Villages& villages) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return snap(pointers, {0.1}, {1, 1}, progress);
}

Villages after(Villages villages, const Repair& repair) {
    for (const auto& [claimant, outline] : repair.outlines)
        villages[claimant] = outline;
    return villages;
}

TEST(Unshared, AVertexOnTheNeighboursEdgeIsFound) {
    const Flaws flaws = flaws_of(with_t(), near_tenth);
    ASSERT_THAT(shared_boundaries(flaws.coverage), IsEmpty()) << "nobody moves both";
    ASSERT_THAT(flaws.near_misses, SizeIs(1));
    EXPECT_EQ(flaws.near_misses[0].place, (geo::Point{10, 4}));
    EXPECT_EQ(flaws.near_misses[0].distance, 0);
    EXPECT_EQ(flaws.near_misses[0].count, 1);
    EXPECT_THAT(listed(flaws), IsEmpty()) << "no land lies there";
    EXPECT_THAT(flaws_of(with_t()).near_misses, IsEmpty()) << "not looked for";
}

TEST(Unshared, SoIsOneAHairBesideIt) {
    Villages villages = with_t();
    villages[1][0].outer[4] = {10 + 1e-13, 4};
    EXPECT_THAT(flaws_of(villages, near_tenth).near_misses, SizeIs(1));
    Villages other = with_t();
    other[0] = village("0 0, 10 0, 9.9999999999999 4, 10 10, 0 10");
    const Flaws flaws = flaws_of(other, near_tenth);
    ASSERT_THAT(flaws.near_misses, SizeIs(1)) << "two vertices that differ in their last bits";
    EXPECT_GT(flaws.near_misses[0].distance, 0);
}

TEST(Unshared, TwoBelowAStraightEdgeMeetOnIt) {
    // The line between the lower two ends on the upper one's edge.
    const Villages villages{village("0 10, 20 10, 20 20, 0 20"), village("0 0, 8 0, 8 10, 0 10"),
                            village("8 0, 20 0, 20 10, 8 10")};
    const Flaws flaws = flaws_of(villages, near_tenth);
    ASSERT_THAT(flaws.near_misses, SizeIs(2));
    const Flaws mended = flaws_of(after(villages, snapped(villages)), near_tenth);
    EXPECT_THAT(mended.near_misses, IsEmpty());
    EXPECT_THAT(shared_boundaries(mended.coverage), SizeIs(3));
}

TEST(Unshared, SnappingMakesItOneLineAndMovesNothing) {
    const Repair repair = snapped(with_t());
    EXPECT_EQ(repair.repaired, 1);
    ASSERT_THAT(repair.outlines, SizeIs(1)) << "the one that had no vertex there";
    EXPECT_EQ(repair.outlines[0].first, 0U);
    EXPECT_EQ(repair.outlines[0].second, village("0 0, 10 0, 10 4, 10 10, 0 10"));
    const Villages now = after(with_t(), repair);
    const Flaws flaws = flaws_of(now, near_tenth);
    EXPECT_THAT(flaws.near_misses, IsEmpty());
    EXPECT_THAT(listed(flaws), IsEmpty());
    EXPECT_THAT(shared_boundaries(flaws.coverage), SizeIs(1));
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
    EXPECT_EQ(snapped(now).repaired, 0) << "a second time there is nothing to do";
}

TEST(Unshared, EdgesThatCoverEachOtherInPartAreFoundAtBothEnds) {
    const Villages villages{village("0 0, 10 0, 10 10, 0 10"), village("10 2, 20 2, 20 8, 10 8")};
    const Flaws flaws = flaws_of(villages, near_tenth);
    ASSERT_THAT(flaws.near_misses, SizeIs(1));
    EXPECT_EQ(flaws.near_misses[0].count, 2);
    const Flaws mended = flaws_of(after(villages, snapped(villages)), near_tenth);
    EXPECT_THAT(mended.near_misses, IsEmpty());
    EXPECT_THAT(shared_boundaries(mended.coverage), SizeIs(1));
}

TEST(Unshared, ACornerThatOnlyTouchesIsNone) {
    EXPECT_THAT(flaws_of(Villages{village("0 0, 10 0, 10 10, 0 10"), village("10 5, 20 0, 20 10")},
                         near_tenth)
                    .near_misses,
                IsEmpty());
}

TEST(Unshared, AStripBetweenTheTwoIsMendedFirst) {
    // Below the corner at 4 they lie on each other, above it there is a gap.
    const Villages villages{village("0 0, 10 0, 10 10, 0 10"),
                            village("10 0, 20 0, 20 10, 10 10, 11 7, 10 4, 10 2")};
    const Flaws flaws = flaws_of(villages, near_tenth);
    EXPECT_THAT(flaws.strips, SizeIs(1));
    EXPECT_THAT(flaws.near_misses, IsEmpty());
}

TEST(Unshared, WhatARepairMendsIsOneLineAfterwards) {
    const Villages villages{village("0 0, 10 0, 10 10, 0 10"),
                            village("10 0, 20 0, 20 10, 10 10, 11 7, 10 4, 10 2")};
    std::vector<const geo::MultiPolygon*> pointers{&villages[0], &villages[1]};
    Progress progress;
    const Repair mended = repair(
        pointers, [](const Strip&) { return RepairDecision{RepairRule::midline}; }, {1, 1},
        progress);
    ASSERT_EQ(mended.repaired, 1);
    EXPECT_THAT(flaws_of(after(villages, mended), near_tenth).near_misses, IsEmpty());
    EXPECT_NEAR(mended.ledger.sum(), 0, 1e-9);
}

TEST(Unshared, AMendedLineIsOneToTheLastBit) {
    // Away from the gap their vertices differ by what two files have rounded.
    Villages villages{village("0 0, 10 0, 10 1, 10 2, 10 3, 10 4, 10 10, 0 10"),
                      village("10 0, 20 0, 20 10, 10 10, 11 7, 10 4, 10 3, 10 2, 10 1")};
    villages[1][0].outer[6].x += 2e-15;
    villages[1][0].outer[7].y += 1e-14;
    villages[1][0].outer[8].x -= 3e-14;
    std::vector<const geo::MultiPolygon*> pointers{&villages[0], &villages[1]};
    for (const RepairRule rule : {RepairRule::midline, RepairRule::longest_border}) {
        Progress progress;
        const Repair mended = repair(
            pointers, [rule](const Strip&) { return RepairDecision{rule}; }, {1, 1}, progress);
        ASSERT_EQ(mended.repaired, 1);
        const Flaws left = flaws_of(after(villages, mended), near_tenth);
        EXPECT_THAT(left.near_misses, IsEmpty());
        EXPECT_THAT(listed(left), IsEmpty());
        EXPECT_NEAR(mended.ledger.sum(), 0, 1e-9);
    }
}

TEST(Unshared, LandOnTheSameSideIsAnOverlapAlone) {
    const Flaws flaws = flaws_of(
        Villages{village("0 0, 10 0, 10 10, 0 10"), village("5 2, 10 2, 10 8, 5 8")}, near_tenth);
    EXPECT_THAT(flaws.near_misses, IsEmpty());
    EXPECT_THAT(flaws.strips, SizeIs(1));
}

} // namespace
} // namespace antardesa::topology
