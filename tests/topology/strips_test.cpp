#include "flaw_text.h"
#include "geo/measure.h"
#include "topology/detail/strips.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Texts = std::vector<std::string>;

const std::string west = "0 0, 10 0, 10 10, 0 10";
const std::string east = "10 0, 20 0, 20 10, 10 10";

std::vector<std::string> listed_of(const Texts& texts) {
    return listed(flaws_of(texts));
}

TEST(Strips, ACleanBorderHasNone) {
    EXPECT_THAT(listed_of({west, east}), IsEmpty());
    EXPECT_THAT(listed_of({}), IsEmpty());
    EXPECT_THAT(listed_of({west}), IsEmpty());
}

TEST(Strips, ABorderWithMoreVerticesOnOneSideIsClean) {
    EXPECT_THAT(listed_of({west, "10 0, 20 0, 20 10, 10 10, 10 7.3, 10 2.1"}), IsEmpty());
}

TEST(Strips, RoundingOfTheFileIsNone) {
    EXPECT_THAT(listed_of({west, "10 0, 20 0, 20 10, 10 10, 10.00000000000001 7.3, "
                                 "9.99999999999999 2.1"}),
                IsEmpty());
}

TEST(Strips, AnOverlapIsMeasuredAndPlaced) {
    const Flaws flaws = flaws_of(Texts{west, "8 2, 20 2, 20 10, 8 10"});
    EXPECT_THAT(listed(flaws), ElementsAre("overlap 0 1: 16"));
    const Strip& strip = flaws.strips.front();
    EXPECT_DOUBLE_EQ(strip.perimeter, 20);
    EXPECT_TRUE(geo::contains(strip.pieces, strip.place));
}

TEST(Strips, APlaceLiesInsideAlsoWhereATipStandsUp) {
    // Half-way up there is nothing but the tip, which goes up and back along one line.
    const geo::MultiPolygon tipped = village("0 0, 4 0, 4 1, 2 1, 2 3, 2 1, 0 1");
    EXPECT_TRUE(geo::contains(tipped, detail::place_inside(tipped.front())));
    const geo::MultiPolygon bent = village("0 0, 4 0, 4 9, 3 9, 3 1, 0 1");
    EXPECT_EQ(detail::place_inside(bent.front()), (geo::Point{3.5, 4.5}));
}

TEST(Strips, AVillageOverTheBorderOfTwoOverlapsEach) {
    EXPECT_THAT(listed_of({west, east, "8 4, 13 4, 13 6, 8 6"}),
                ElementsAre("overlap 0 2: 4", "overlap 1 2: 6"));
}

TEST(Strips, ThreeOverOnePlaceAreOneFinding) {
    EXPECT_THAT(listed_of({west, west + ", -1 5", "2 2, 4 2, 4 4, 2 4"}),
                ElementsAre("overlap 0 1: 96", "overlap 0 1 2: 4"));
}

TEST(Strips, AVillageWithinAnotherOverlapsItUnlessThereIsAHole) {
    EXPECT_THAT(listed_of({west, "2 2, 4 2, 4 4, 2 4"}), ElementsAre("overlap 0 1: 4"));
    EXPECT_THAT(listed_of({west + " / 2 2, 4 2, 4 4, 2 4", "2 2, 4 2, 4 4, 2 4"}), IsEmpty());
}

TEST(Strips, AnEnclaveTooSmallForItsHoleLeavesAGap) {
    EXPECT_THAT(listed_of({west + " / 2 2, 5 2, 5 5, 2 5", "3 3, 4 3, 4 4, 3 4"}),
                ElementsAre("gap 0 1: 8"));
}

TEST(Strips, AGapLiesBetweenVillagesAHoleInOne) {
    const Texts notched{"0 0, 10 0, 10 4, 9 5, 10 6, 10 10, 0 10",
                        "10 0, 20 0, 20 10, 10 10, 10 6, 10 4"};
    EXPECT_THAT(listed_of(notched), ElementsAre("gap 0 1: 1"));
    const Flaws lake = flaws_of(Texts{west + " / 2 2, 4 2, 4 4, 2 4", east});
    EXPECT_THAT(lake.strips, IsEmpty());
    EXPECT_EQ(lake.holes, 1);
}

TEST(Strips, ABayIsOpenAndNoGap) {
    EXPECT_THAT(listed_of({"0 0, 20 0, 20 5, 0 5", "0 5, 5 5, 5 20, 0 20",
                           "15 5, 20 5, 20 20, "
                           "15 20"}),
                IsEmpty());
}

TEST(Strips, AnIslandIsNoPartOfTheGapAroundIt) {
    const Texts ring{"0 0, 20 0, 20 5, 0 5", "0 5, 5 5, 5 15, 0 15", "15 5, 20 5, 20 15, 15 15",
                     "0 15, 20 15, 20 20, 0 20"};
    Texts with_island = ring;
    with_island.push_back("9 9, 11 9, 11 11, 9 11");
    EXPECT_THAT(listed_of(ring), ElementsAre("gap 0 1 2 3: 100"));
    EXPECT_THAT(listed_of(with_island), ElementsAre("gap 0 1 2 3 4: 96"));
}

TEST(Strips, ABorderDigitisedTwiceIsOneOverlapAndOneGap) {
    std::string one = "0 0";
    std::string other;
    for (int i = 0; i <= 40; ++i)
        one += ", " + std::to_string(i) + (i % 2 ? " 10.1" : " 10");
    for (int i = 40; i >= 0; --i)
        other += (i < 40 ? ", " : "") + std::to_string(i) + (i % 2 ? " 10" : " 10.1");
    const Flaws flaws = flaws_of(Texts{one + ", 40 0", other + ", 0 20, 40 20"});
    // The lines cross between every two vertices: triangles of height 0.1 and base 1.
    EXPECT_THAT(listed(flaws), ElementsAre("overlap 0 1: 1", "gap 0 1: 0.95"));
    EXPECT_THAT(flaws.strips[0].pieces, SizeIs(20));
}

TEST(Strips, FarPartsOfOneBorderAreTwoFindings) {
    const std::string straight = "0 0, 100 0, 100 10, 90 10, 89 10, 11 10, 10 10, 0 10";
    const std::string bitten = "0 10, 10 10, 10.5 9, 11 10, 89 10, 89.5 9, 90 10, 100 10, "
                               "100 20, 0 20";
    EXPECT_THAT(listed_of({straight, bitten}), ElementsAre("overlap 0 1: 0.5", "overlap 0 1: 0.5"));
}

TEST(Strips, NearPartsOfOneBorderAreOne) {
    const std::string straight = "0 0, 100 0, 100 10, 13 10, 12 10, 11 10, 10 10, 0 10";
    const std::string bitten = "0 10, 10 10, 10.5 9, 11 10, 12 10, 12.5 9, 13 10, 100 10, "
                               "100 20, 0 20";
    EXPECT_THAT(listed_of({straight, bitten}), ElementsAre("overlap 0 1: 1"));
}

TEST(Strips, SmallStripsFarFromTheOriginKeepTheirArea) {
    const std::string south = "9000000 9000000, 9000100 9000000, 9000100 9000010, 9000000 9000010";
    const std::string north = "9000000 9000009.99, 9000100 9000009.99, 9000100 9000020, "
                              "9000000 9000020";
    const Flaws flaws = flaws_of(Texts{south, north});
    ASSERT_THAT(flaws.strips, SizeIs(1));
    EXPECT_NEAR(flaws.strips[0].area, 1, 1e-6);
}

TEST(Duplicates, AreNamedOnceAndNotAsOverlap) {
    const Flaws flaws =
        flaws_of(Texts{west, east, "10 10, 0 10, 0 0, 10 0", "9 4, 11 4, 11 6, 9 6"});
    EXPECT_THAT(flaws.duplicates, ElementsAre(ElementsAre(0U, 2U)));
    EXPECT_THAT(listed(flaws), ElementsAre("overlap 0 3: 2", "overlap 1 3: 2"));
}

TEST(Duplicates, NeedEveryRingToBeEqual) {
    const std::string holed = west + " / 2 2, 4 2, 4 4, 2 4";
    EXPECT_THAT(flaws_of(Texts{west, holed}).duplicates, IsEmpty());
    EXPECT_THAT(flaws_of(Texts{holed, west + " / 4 4, 4 2, 2 2, 2 4"}).duplicates, SizeIs(1));
    EXPECT_THAT(flaws_of(Texts{west, "0 0, 10 0, 10 10, 1 9, 0 10"}).duplicates, IsEmpty());
}

TEST(Duplicates, MayComeInGroups) {
    EXPECT_THAT(flaws_of(Texts{west, east, west, east, west}).duplicates,
                ElementsAre(ElementsAre(0U, 2U, 4U), ElementsAre(1U, 3U)));
}

std::vector<NearMiss> near_misses_of(const Texts& texts) {
    return flaws_of(texts, {0.1}).near_misses;
}

TEST(NearMisses, CornersAtTheCoastThatShouldBeOne) {
    const auto found =
        near_misses_of({"0 0, 10 0, 10 5, 9.98 10, 0 10", "10 0, 20 0, 20 10, 10.02 10, "
                                                          "10 5"});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].first, 0U);
    EXPECT_EQ(found[0].second, 1U);
    EXPECT_NEAR(found[0].distance, 0.04, 1e-12);
    EXPECT_NEAR(found[0].place.x, 10, 1e-12);
    EXPECT_THAT(
        near_misses_of({"0 0, 10 0, 10 5, 9.9 10, 0 10", "10 0, 20 0, 20 10, 10.1 10, 10 5"}),
        IsEmpty())
        << "0.2 apart is no miss";
}

TEST(NearMisses, AnOpenSlitIsOneFinding) {
    const auto found =
        near_misses_of({"0 0, 10 0, 10 5, 10 10, 0 10", "10.05 0, 20 0, 20 10, 10.05 10, 10.05 5"});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].count, 3);
}

TEST(NearMisses, AreNoneWhereBordersMeet) {
    EXPECT_THAT(near_misses_of({west, east}), IsEmpty());
    EXPECT_THAT(near_misses_of({"0 0, 10 0, 10 10, 9.95 10.02, 0 10", "10 0, 20 0, 20 10, 10.05 "
                                                                      "10.02, 10 10"}),
                IsEmpty())
        << "dense vertices beside the common corner";
}

TEST(NearMisses, AreNoneWhereAStripSaysIt) {
    const Texts overlap{west, "9.95 0, 20 0, 20 10, 9.95 10"};
    EXPECT_THAT(near_misses_of(overlap), IsEmpty());
    EXPECT_THAT(listed_of(overlap), SizeIs(1));
}

TEST(Flaws, StopWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    const geo::MultiPolygon square = village(west);
    const std::vector<const geo::MultiPolygon*> one{&square};
    EXPECT_THROW(find_flaws(one, {}, progress), Cancelled);
}

} // namespace
} // namespace antardesa::topology
