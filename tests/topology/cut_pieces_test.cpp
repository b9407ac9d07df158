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
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

Repair repaired(const Villages& villages, RepairRule rule, Claimant owner = nobody) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return repair(
        pointers,
        [&](const Strip&) {
            return RepairDecision{rule, owner};
        },
        {1, 1}, progress);
}

Villages after(Villages villages, const Repair& repair) {
    for (const auto& [claimant, outline] : repair.outlines)
        villages[claimant] = outline;
    return villages;
}

/// Between A below and C above, B reaches in with a tip; A's line crosses the root of it.
Villages with_tip() {
    return {village("0 0, 10.1 0, 10.1 5, 9.9 5, 9.7 4.98, 9.5 5, 0 5"),
            village("10 0, 20 0, 20 10, 10 10, 10 5, 9.7 5.02, 9.5 5, 9.7 4.98, 10 4.9"),
            village("0 5, 9.5 5, 9.7 5.02, 10 5, 10 10, 0 10")};
}

TEST(CutPieces, ASplinterGoesToWhoBordersIt) {
    const Villages villages = with_tip();
    const Repair repair = repaired(villages, RepairRule::to_owner, 0);
    const Villages now = after(villages, repair);
    EXPECT_THAT(now[1], SizeIs(1)) << "no crumb of a hundredth of a square unit";
    EXPECT_THAT(listed(flaws_of(now)), IsEmpty());
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-9);
    const double gained = geo::area(now[0]) - geo::area(villages[0]);
    EXPECT_NEAR(gained, 0.009, 1e-9) << "of the village below, which borders it longest";
    ASSERT_THAT(repair.settled, SizeIs(2));
    EXPECT_EQ(repair.settled[1].owner, 0U);
    EXPECT_THAT(repair.settled[1].claimants, ElementsAre(0U, 1U));
    EXPECT_NEAR(geo::area(repair.settled[1].land), gained, 1e-9) << "and the preview shows it";
}

/// B's western land hangs on a neck that A claims, too.
Villages with_neck() {
    const geo::MultiPolygon around = village("0 0, 10 0, 10 10, 0 10");
    return {{{around.front().outer, {village("4 4, 8 4, 8 6, 4 6").front().outer}}},
            village("10 0, 20 0, 20 10, 10 10, 10 5.1, 8 5.1, 8 6, 4 6, 4 4, 8 4, 8 4.9, 10 4.9")};
}

TEST(CutPieces, NoRuleCutsLandOffItsVillage) {
    const Villages villages = with_neck();
    const Repair repair = repaired(villages, RepairRule::longest_border);
    ASSERT_THAT(repair.refusals, SizeIs(1));
    EXPECT_EQ(repair.refusals[0].reason, RepairRefusal::would_part);
    EXPECT_THAT(repair.outlines, IsEmpty());
    EXPECT_THAT(repair.settled, IsEmpty());
}

TEST(CutPieces, WhoNamesTheOwnerMayPartAVillage) {
    const Villages villages = with_neck();
    const Villages to_first = after(villages, repaired(villages, RepairRule::to_owner, 0));
    EXPECT_THAT(to_first[1], SizeIs(2));
    const Villages to_second = after(villages, repaired(villages, RepairRule::to_owner, 1));
    EXPECT_THAT(to_second[1], SizeIs(1));
    EXPECT_THAT(to_second[0], SizeIs(1));
}

class CutPiecesOnMosaics : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, CutPiecesOnMosaics, testing::Range(1U, 9U));

TEST_P(CutPiecesOnMosaics, NoVillageFallsIntoMoreParts) {
    Mosaic mosaic(9, 9, GetParam() + 1100);
    Villages villages = mosaic.villages(60);
    std::mt19937 random(GetParam());
    std::uniform_real_distribution<double> offset(-0.0015, 0.0015);
    for (geo::MultiPolygon& polygons : villages)
        for (geo::Polygon& polygon : polygons) {
            for (geo::Point& p : polygon.outer)
                p = p + geo::Point{offset(random), offset(random)};
            polygon.outer.back() = polygon.outer.front();
        }
    const Repair repair = repaired(villages, RepairRule::longest_border);
    const Villages now = after(villages, repair);
    EXPECT_GT(repair.repaired, 100);
    for (Claimant c = 0; c < villages.size(); ++c)
        EXPECT_LE(now[c].size(), villages[c].size()) << c;
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-9);
    EXPECT_THAT(repaired(now, RepairRule::longest_border).outlines, IsEmpty());
}

} // namespace
} // namespace antardesa::topology
