#include "flaw_text.h"
#include "geo/measure.h"
#include "mosaic.h"
#include "topology/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

Repair repaired(const Villages& villages, const RepairChoice& choice, const IsFinal& is_final = {},
                const IsFinal& is_settled = {}) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return repair(pointers, choice, {1, 1}, progress, {}, is_final, is_settled);
}

RepairChoice by(RepairRule rule, Claimant owner = nobody, bool may_part = false) {
    return [=](const Strip&) {
        RepairDecision decision{rule, owner};
        decision.may_part = may_part;
        return decision;
    };
}

RepairChoice to_the_first() {
    return [](const Strip& strip) {
        return RepairDecision{RepairRule::to_owner, strip.claimants.front()};
    };
}

Villages after(Villages villages, const Repair& repair) {
    for (const auto& [claimant, outline] : repair.outlines)
        villages[claimant] = outline;
    return villages;
}

/// Between A below and C above, B reaches in with a tip; A's line crosses the root of it.
Villages with_tip() {
    return {village("0 0, 10.1 0, 10.1 5, 9.9 5, 9.7 4.98, 9.5 5, 0 5"),
            village("10 0, 20 0, 20 10, 10 10, 10 5, 9.7 5.03, 9.5 5, 9.7 4.98, 10 4.9"),
            village("0 5, 9.5 5, 9.7 5.03, 10 5, 10 10, 0 10")};
}

TEST(CutPieces, ASplinterGoesToWhoBordersIt) {
    const Villages villages = with_tip();
    const Repair repair = repaired(villages, by(RepairRule::to_owner, 0));
    const Villages now = after(villages, repair);
    EXPECT_THAT(now[1], SizeIs(1)) << "no crumb of a hundredth of a square unit";
    EXPECT_THAT(listed(flaws_of(now)), IsEmpty());
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-9);
    const double gained = geo::area(now[2]) - geo::area(villages[2]);
    EXPECT_NEAR(gained, 0.0115, 1e-9) << "of the village above, which borders it longest";
    ASSERT_THAT(repair.settled, SizeIs(2));
    EXPECT_EQ(repair.settled[1].owner, 2U);
    EXPECT_THAT(repair.settled[1].claimants, ElementsAre(1U, 2U));
    EXPECT_NEAR(geo::area(repair.settled[1].land), gained, 1e-9) << "and the preview shows it";
    ASSERT_THAT(repair.splinters, SizeIs(1));
    EXPECT_EQ(repair.splinters[0].from, 1U);
    EXPECT_EQ(repair.splinters[0].to, 2U);
    EXPECT_NEAR(repair.splinters[0].area_m2, gained, 1e-9);
    EXPECT_THAT(repair.moved_lines, ElementsAre(Pair(1U, 2U)));
}

TEST(CutPieces, NoSplinterMovesALineThatIsLawOrAgreed) {
    const Villages villages = with_tip();
    const IsFinal upper = [](Claimant a, Claimant b) { return a + b == 3 && a != b && a * b == 2; };
    for (const Repair& repair : {repaired(villages, by(RepairRule::to_owner, 0), upper),
                                 repaired(villages, by(RepairRule::to_owner, 0), {}, upper)}) {
        EXPECT_THAT(repair.outlines, IsEmpty());
        ASSERT_THAT(repair.refusals, SizeIs(1));
        EXPECT_EQ(repair.refusals[0].reason, RepairRefusal::would_part);
    }
}

/// B's western land hangs on a neck that A claims, too.
Villages with_neck() {
    const geo::MultiPolygon around = village("0 0, 10 0, 10 10, 0 10");
    return {{{around.front().outer, {village("4 4, 8 4, 8 6, 4 6").front().outer}}},
            village("10 0, 20 0, 20 10, 10 10, 10 5.1, 8 5.1, 8 6, 4 6, 4 4, 8 4, 8 4.9, 10 4.9")};
}

TEST(CutPieces, NoBatchCutsLandOffItsVillage) {
    const Villages villages = with_neck();
    for (const Repair& repair : {repaired(villages, by(RepairRule::longest_border)),
                                 repaired(villages, by(RepairRule::to_owner, 0))}) {
        ASSERT_THAT(repair.refusals, SizeIs(1));
        EXPECT_EQ(repair.refusals[0].reason, RepairRefusal::would_part);
        EXPECT_THAT(repair.outlines, IsEmpty());
        EXPECT_THAT(repair.settled, IsEmpty());
    }
}

TEST(CutPieces, WhoLooksAtTheStripMayPartAVillageAndIsTold) {
    const Villages villages = with_neck();
    const Repair parting = repaired(villages, by(RepairRule::to_owner, 0, true));
    EXPECT_THAT(after(villages, parting)[1], SizeIs(2));
    EXPECT_THAT(parting.parted, ElementsAre(Pair(1U, 2U)));
    const Repair whole = repaired(villages, by(RepairRule::to_owner, 1));
    EXPECT_THAT(after(villages, whole)[1], SizeIs(1));
    EXPECT_THAT(after(villages, whole)[0], SizeIs(1));
    EXPECT_THAT(whole.parted, IsEmpty());
}

class CutPiecesOnMosaics : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, CutPiecesOnMosaics, testing::Range(1U, 9U));

TEST_P(CutPiecesOnMosaics, NoVillageFallsIntoMoreParts) {
    Mosaic mosaic(9, 9, GetParam() + 1100);
    const Villages villages = digitised_anew(mosaic.villages(60), GetParam(), 0.0015);
    const std::size_t broken = flaws_of(villages).invalid.size();
    for (const RepairChoice& choice :
         {by(RepairRule::longest_border), by(RepairRule::midline), to_the_first()}) {
        const Repair repair = repaired(villages, choice);
        const Villages now = after(villages, repair);
        EXPECT_GT(repair.repaired, 50);
        for (Claimant c = 0; c < villages.size(); ++c)
            EXPECT_LE(now[c].size(), villages[c].size()) << c;
        EXPECT_THAT(repair.parted, IsEmpty());
        EXPECT_NEAR(repair.ledger.sum(), 0, 1e-9);
        EXPECT_LE(flaws_of(now).invalid.size(), broken);
        EXPECT_THAT(repaired(now, choice).outlines, IsEmpty());
    }
}

} // namespace
} // namespace antardesa::topology
