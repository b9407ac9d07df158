#include "topology/snap.h"

#include "flaw_text.h"
#include "geo/measure.h"
#include "mosaic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

Repair snapped(const Villages& villages, const SnapOptions& options) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return snap(pointers, options, {1, 1}, progress);
}

Villages after(Villages villages, const Repair& repair) {
    for (const auto& [claimant, outline] : repair.outlines)
        villages[claimant] = outline;
    return villages;
}

const SnapOptions tenth{0.1};
const FlawOptions near_tenth{0.1};

/// A slit of 5 cm, open at both ends.
Villages parted() {
    return {village("0 0, 10 0, 10 10, 0 10"), village("10.05 0, 20 0, 20 10, 10.05 10")};
}

TEST(Snap, ClosesASlit) {
    ASSERT_THAT(flaws_of(parted(), near_tenth).near_misses, SizeIs(1));
    const Repair repair = snapped(parted(), tenth);
    EXPECT_EQ(repair.repaired, 1);
    const Flaws flaws = flaws_of(after(parted(), repair), near_tenth);
    EXPECT_THAT(flaws.near_misses, IsEmpty());
    EXPECT_THAT(listed(flaws), IsEmpty());
    EXPECT_THAT(shared_boundaries(flaws.coverage), SizeIs(1));
    EXPECT_NEAR(repair.ledger.opened, -0.5, 1e-12) << "taken from open land";
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
    EXPECT_EQ(snapped(after(parted(), repair), tenth).repaired, 0);
    ASSERT_FALSE(repair.new_borders.empty()) << "the line that both share now can be shown";
    EXPECT_DOUBLE_EQ(geo::bounds(repair.new_borders).height(), 10);
}

TEST(Snap, ShowsWhoseANarrowOverlapBecomes) {
    const Villages villages{village("0 0, 10.05 0, 10.05 10, 0 10"),
                            village("10 0, 20 0, 20 10, 10 10")};
    const Repair repair = snapped(villages, tenth);
    ASSERT_EQ(repair.repaired, 1);
    ASSERT_THAT(repair.settled, SizeIs(1));
    EXPECT_NEAR(geo::area(repair.settled[0].land), 0.5, 1e-9);
    const Villages now = after(villages, repair);
    EXPECT_NEAR(geo::area(now[repair.settled[0].owner]), 100.5, 1e-9);
}

TEST(Snap, PutsAVertexIntoTheOthersEdge) {
    const Villages villages{village("0 0, 10 0, 10 5, 10 10, 0 10"),
                            village("10.05 0, 20 0, 20 10, 10.05 10")};
    const Villages result = after(villages, snapped(villages, tenth));
    EXPECT_THAT(listed(flaws_of(result, near_tenth)), IsEmpty());
    EXPECT_EQ(geo::vertex_count(result[0]), geo::vertex_count(result[1])) << "both have it now";
}

TEST(Snap, ClosesANarrowGapAndOverlap) {
    const Villages villages{village("0 0, 10 0, 10.05 3, 9.96 7, 10 10, 0 10"),
                            village("10 0, 20 0, 20 10, 10 10")};
    ASSERT_THAT(flaws_of(villages).strips, SizeIs(2));
    const Repair repair = snapped(villages, tenth);
    EXPECT_THAT(listed(flaws_of(after(villages, repair))), IsEmpty());
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
    EXPECT_NEAR(repair.ledger.opened, 0, 1e-12);
}

TEST(Snap, TakesWhoSharesTheVertexAlong) {
    Villages villages = parted();
    villages.push_back(village("0 10, 10 10, 10 20, 0 20"));
    const Repair repair = snapped(villages, tenth);
    const Flaws flaws = flaws_of(after(villages, repair), near_tenth);
    EXPECT_THAT(listed(flaws), IsEmpty());
    EXPECT_THAT(flaws.near_misses, IsEmpty());
    EXPECT_THAT(shared_boundaries(flaws.coverage), SizeIs(2));
}

TEST(Snap, MovesNoFinalLine) {
    // The two in the north have their line from (10, 10) up, and it is law.
    const Villages villages{village("0 0, 10.05 0, 10.05 9.95, 0 9.95"),
                            village("0 10, 10 10, 10 20, 0 20"),
                            village("10 10, 20 10, 20 20, 10 20")};
    SnapOptions options = tenth;
    options.is_final = [](Claimant a, Claimant b) { return a + b == 3; };
    const Repair repair = snapped(villages, options);
    const Villages result = after(villages, repair);
    EXPECT_EQ(result[2], villages[2]);
    EXPECT_THAT(flaws_of(result, near_tenth).near_misses, IsEmpty());
    EXPECT_THAT(result[1][0].outer, testing::Contains(geo::Point{10, 10}));
}

TEST(Snap, LeavesAFinalPairAlone) {
    SnapOptions options = tenth;
    options.is_final = [](Claimant, Claimant) { return true; };
    EXPECT_THAT(snapped(parted(), options).outlines, IsEmpty());
}

TEST(Snap, LeavesWhatIsFartherApart) {
    EXPECT_THAT(snapped(parted(), {0.04}).outlines, IsEmpty());
}

TEST(Snap, RefusesWhatWouldBreakAVillage) {
    // A spit of 3 cm with a neighbour on each side: brought together it would be no land.
    const Villages villages{village("0 0, 10 0, 10 5, 9.9 5, 9.9 9.9, 0 9.9"),
                            village("9.93 5.02, 9.96 5.02, 9.96 9, 9.93 9"),
                            village("10 5, 20 5, 20 10, 10 10, 9.99 9, 9.99 6")};
    const Repair repair = snapped(villages, {0.2});
    const Villages result = after(villages, repair);
    const Flaws flaws = flaws_of(result);
    EXPECT_THAT(flaws.invalid, IsEmpty());
    for (const geo::MultiPolygon& village : result)
        EXPECT_GT(geo::area(village), 0);
}

/// The same line digitised twice, with other vertices: gaps and overlaps of some centimetres.
Villages twice_digitised() {
    return {village("0 0, 10 0, 10.03 2, 9.98 4, 10.02 6, 10 8, 10 10, 0 10"),
            village("10 0, 20 0, 20 10, 10 10, 10.01 7, 9.99 5, 10.02 3, 10 1")};
}

TEST(Snap, PutsOneLineOntoTheOtherVertexForVertex) {
    ASSERT_EQ(flaws_of(twice_digitised()).strips.size(), 2U) << "gaps and overlaps, to and fro";
    const Repair repair = snapped(twice_digitised(), tenth);
    EXPECT_EQ(repair.left, 0);
    EXPECT_EQ(repair.repaired, static_cast<int>(flaws_of(twice_digitised()).strips.size()));
    const Flaws flaws = flaws_of(after(twice_digitised(), repair), near_tenth);
    EXPECT_THAT(listed(flaws), IsEmpty());
    EXPECT_THAT(shared_boundaries(flaws.coverage), SizeIs(1));
}

TEST(Snap, MendsBesideAWideStrip) {
    // A wide overlap of the same two ends where the narrow part begins.
    const Villages villages{village("0 0, 10 0, 12 3, 10 6, 10.02 8, 10 10, 0 10"),
                            village("10 0, 20 0, 20 10, 10 10, 10 6"),
                            village("0 10.05, 10 10.05, 10 20, 0 20")};
    const Repair repair = snapped(villages, tenth);
    const Flaws flaws = flaws_of(after(villages, repair), near_tenth);
    EXPECT_THAT(flaws.near_misses, IsEmpty()) << "the slit in the north is closed";
    EXPECT_THAT(flaws.invalid, IsEmpty());
}

TEST(Snap, SaysWhereAStripIsTooWide) {
    // 5 cm on the whole, yet half a metre in one place.
    const Villages villages{village("0 0, 10 0, 10.02 40, 10.5 41, 10.02 42, 10 80, 0 80"),
                            village("10 0, 20 0, 20 80, 10 80")};
    const Repair repair = snapped(villages, tenth);
    EXPECT_EQ(repair.repaired, 0);
    ASSERT_THAT(repair.refusals, SizeIs(1));
    EXPECT_EQ(repair.refusals[0].reason, RepairRefusal::wide_in_places);
    EXPECT_THAT(snapped(villages, {0.6}).refusals, IsEmpty());
}

TEST(Snap, NamesWhatItLeaves) {
    SnapOptions options = tenth;
    options.is_final = [](Claimant, Claimant) { return true; };
    const Repair repair = snapped(parted(), options);
    ASSERT_THAT(repair.kept, SizeIs(1));
    EXPECT_EQ(repair.kept[0].reason, RepairRefusal::final_line);
    EXPECT_FALSE(repair.kept[0].kind) << "a near miss";
}

class SnapOnMosaics : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, SnapOnMosaics, testing::Range(1U, 13U));

/// Cells digitised by themselves, a little beside each other.
Villages digitised_apart(unsigned seed, double by) {
    Mosaic mosaic(5, 5, seed);
    Villages villages;
    Villages cells = digitised_anew(mosaic.villages(1), seed, by);
    for (geo::Polygon& polygon : cells.front())
        villages.push_back({std::move(polygon)});
    return villages;
}

/// Of a strip that is wide here and narrow there the narrow parts may close: what is left of it is
/// still that one finding, in however many pieces.
TEST_P(SnapOnMosaics, EachFindingHasOneOutcome) {
    const Villages villages = digitised_apart(GetParam(), 0.004);
    const Repair repair = snapped(villages, {0.002});
    const Flaws before = flaws_of(villages, {0.002});
    EXPECT_EQ(repair.repaired + repair.left,
              static_cast<int>(before.strips.size() + before.near_misses.size()));
    const Flaws now = flaws_of(after(villages, repair), {0.002});
    for (const MendedStrip& mended : repair.mended)
        for (const Strip& strip : now.strips)
            EXPECT_FALSE(strip.kind == mended.kind && geo::contains(strip.pieces, mended.place));
}

TEST_P(SnapOnMosaics, OnlyMendsAndSettlesAtOnce) {
    const Villages villages = digitised_apart(GetParam(), 0.0004);
    const Flaws before = flaws_of(villages, {0.002});
    const Repair repair = snapped(villages, {0.002});
    const Villages result = after(villages, repair);
    const Flaws flaws = flaws_of(result, {0.002});
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
    EXPECT_LE(flaws.strips.size(), before.strips.size());
    EXPECT_THAT(flaws.invalid, IsEmpty());
    EXPECT_GT(repair.repaired, repair.left);
    for (std::size_t i = 0; i < villages.size(); ++i)
        for (const geo::Point p : result[i][0].outer)
            EXPECT_LT(geo::distance_to_line(villages[i][0].outer, p), 0.002);
    const Repair again = snapped(result, {0.002});
    EXPECT_EQ(again.repaired, 0) << "what is left was refused";
}

} // namespace
} // namespace antardesa::topology
