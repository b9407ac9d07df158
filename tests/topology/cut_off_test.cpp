#include "flaw_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

/// "1.0 enclosed" or "1.0 coast" for each piece: claimant and polygon of its parts.
std::vector<std::string> told(const Villages& villages, const std::vector<std::uint32_t>& groups,
                              double near_miss = 0.1) {
    std::vector<std::string> lines;
    FlawOptions options{near_miss};
    options.groups = groups;
    for (const CutOff& piece : flaws_of(villages, options).cut_off) {
        std::string line;
        for (const CutOff::Part& part : piece.parts)
            line += std::to_string(part.claimant) + "." + std::to_string(part.polygon) + " ";
        lines.push_back(line + (piece.enclosed ? "enclosed" : "coast"));
    }
    return lines;
}

/// West (group 1) and east (group 2) of a line, and what else there is of the first in the west.
/// That is a kecamatan of four villages.
Villages halves(const std::string& further_west,
                const std::string& east = "10 0, 30 0, 30 10, 10 10") {
    return {village("0 0, 10 0, 10 10, 0 10" + further_west), village(east),
            village("0 10, 10 10, 10 20, 0 20"), village("0 20, 10 20, 10 30, 0 30"),
            village("0 30, 10 30, 10 40, 0 40")};
}
const std::vector<std::uint32_t> west_and_east{1, 2, 1, 1, 1};

TEST(CutOff, AnExclaveWithACommonLineIsTold) {
    EXPECT_THAT(told(halves("; 15 4, 17 4, 17 6, 15 6",
                            "10 0, 30 0, 30 10, 10 10 / 15 4, 15 6, 17 6, 17 4"),
                     west_and_east),
                ElementsAre("0.1 enclosed"));
}

TEST(CutOff, SoIsOneWithoutAVertexOfItsSurroundings) {
    // Between two of the east that have their common line, but no corner, on it.
    const Villages villages{
        village("0 0, 10 0, 10 10, 0 10; 19 4, 21 4, 21 6, 19 6"),
        village("10 0, 20 0, 20 4, 19 4, 19 6, 20 6, 20 10, 10 10"),
        village("20 0, 30 0, 30 10, 20 10, 20 6, 21 6, 21 4, 20 4"),
    };
    EXPECT_THAT(told(villages, {1, 2, 2}), ElementsAre("0.1 enclosed"));
}

TEST(CutOff, SoIsOneThatTheLandAroundItHasNoHoleFor) {
    EXPECT_THAT(told(halves("; 15 4, 17 4, 17 6, 15 6"), west_and_east),
                ElementsAre("0.1 enclosed"));
}

TEST(CutOff, SoIsOneWithAGapAllAround) {
    EXPECT_THAT(told(halves("; 15 4, 17 4, 17 6, 15 6",
                            "10 0, 30 0, 30 10, 10 10 / 14.9 3.9, 14.9 6.1, 17.1 6.1, 17.1 3.9"),
                     west_and_east),
                ElementsAre("0.1 enclosed"));
}

TEST(CutOff, APieceOfAVillageOnTheCoastOfOthersIsTold) {
    EXPECT_THAT(told(halves("; 30 4, 33 4, 33 6, 30 6"), west_and_east), ElementsAre("0.1 coast"));
    EXPECT_THAT(told(halves("; 30 0, 42 0, 42 10, 30 10"), west_and_east), ElementsAre("0.1 coast"))
        << "as large as three tenths of its main land";
    EXPECT_THAT(
        told(halves("; 30 1, 32 1, 32 2, 30 2; 30 4, 32 4, 32 5, 30 5; 30 7, 32 7, 32 8, 30 8"),
             west_and_east),
        ElementsAre("0.1 coast", "0.2 coast", "0.3 coast"));
}

TEST(CutOff, AVillageOfIslandsIsNotOnOneThatItSharesWithOthers) {
    // The second group has a tenth of the island of the first one's second part, and no more.
    const auto archipelago = [](const std::string& others) {
        return Villages{village("0 0, 10 0, 10 10, 0 10; 50 0, 55 0, 55 10, 50 10; 60 0, 62 0, "
                                "62 2, 60 2"),
                        village(others), village("0 10, 10 10, 10 20, 0 20"),
                        village("0 20, 10 20, 10 30, 0 30"),
                        village("100 0, 200 0, 200 99, 100 99")};
    };
    EXPECT_THAT(told(archipelago("55 0, 56 0, 56 10, 55 10"), {1, 2, 1, 1, 2}), IsEmpty());
    EXPECT_THAT(told(archipelago("55 0, 59 0, 59 200, 55 200"), {1, 2, 1, 1, 2}),
                ElementsAre("0.1 coast"))
        << "that island is the others'";
}

TEST(CutOff, ADeltaIsNot) {
    // Islands between the arms of a river, nearer to the others' bank, and one up against it.
    EXPECT_THAT(told(halves("; 10.5 -4, 12 -4, 12 -.5, 10.5 -.5; 13 -4, 15 -4, 15 -.5, 13 -.5; "
                            "16 -2, 18 -4, 20 -2, 20 0, 19.8 0, 18 -2"),
                     west_and_east),
                IsEmpty());
    // The line runs in the river: they border on both sides.
    EXPECT_THAT(told({village("0 0, 10 0, 10 10, 0 10; 10 0, 10 -8, 14 -8, 14 0"),
                      village("14 0, 14 -8, 30 -8, 30 0"), village("10 0, 30 0, 30 10, 10 10"),
                      village("0 0, 0 -8, 10 -8, 10 0")},
                     {1, 2, 2, 1}),
                IsEmpty());
}

TEST(CutOff, TheEdgeOfAClippedFileIsNot) {
    EXPECT_THAT(told(halves("; 30 4, 30.001 4, 30.001 6, 30 6"), west_and_east), IsEmpty())
        << "a sliver";
    EXPECT_THAT(told({village("30 0, 32 0, 32 6, 30 6; 30 7, 32 7, 32 9, 30 9"),
                      village("10 0, 30 0, 30 10, 10 10")},
                     {1, 2}),
                IsEmpty())
        << "the main land lies at the edge too";
    EXPECT_THAT(told({village("30 1, 32 1, 32 2, 30 2; 30 5, 32 5, 32 6, 30 6"),
                      village("10 0, 30 0, 30 10, 10 10"),
                      village("30 3, 33 3, 33 5, 30 5; 30 7, 32 7, 32 8, 30 8")},
                     {1, 2, 1}),
                IsEmpty())
        << "two villages hold together and two pieces do not";
}

TEST(CutOff, AnIslandIsNot) {
    EXPECT_THAT(told(halves("; 31 4, 33 4, 33 6, 31 6"), west_and_east), IsEmpty());
    EXPECT_THAT(told(halves("; 30 10, 33 10, 33 12, 30 12"), west_and_east), IsEmpty())
        << "that it touches in a corner";
}

TEST(CutOff, AVillageAtTheEdgeThatBordersOthersLittleIsNot) {
    const Villages villages{village("0 0, 10 0, 10 10, 0 10"), village("10 0, 30 0, 30 10, 10 10"),
                            village("30 0, 40 0, 40 10, 30 10")};
    EXPECT_THAT(told(villages, {1, 2, 1}), IsEmpty()) << "its neighbours may be missing";
}

TEST(CutOff, AVillageWithinOneOfItsGroupHangsTogetherWithIt) {
    const Villages hole{village("0 0, 30 0, 30 10, 0 10 / 15 4, 15 6, 17 6, 17 4"),
                        village("15 4, 17 4, 17 6, 15 6"), village("30 0, 40 0, 40 10, 30 10")};
    EXPECT_THAT(told(hole, {1, 1, 2}), IsEmpty());
    const Villages no_hole{village("0 0, 30 0, 30 10, 0 10"), village("15 4, 17 4, 17 6, 15 6"),
                           village("30 0, 40 0, 40 10, 30 10")};
    EXPECT_THAT(told(no_hole, {1, 1, 2}), IsEmpty());
}

TEST(CutOff, AStripHoldsTogether) {
    // The second of group 1 lies beyond a gap, the third's land begins where both end.
    const Villages gap{village("0 0, 10 0, 10 4, 9 5, 10 6, 10 10, 0 10"),
                       village("10 0, 20 0, 20 10, 10 10, 10 6, 11 5, 10 4"),
                       village("20 0, 40 0, 40 10, 20 10")};
    EXPECT_THAT(told(gap, {1, 1, 2}), IsEmpty());
    const Villages slit{village("0 0, 10 0, 10 10, 0 10"),
                        village("10.05 0, 20 0, 20 10, 10.05 10"),
                        village("20 0, 22 0, 22 10, 20 10"), village("0 0, 0 -20, 22 -20, 22 0")};
    EXPECT_THAT(told(slit, {1, 1, 2, 2}), IsEmpty()) << "their corners should be one";
    EXPECT_THAT(told(slit, {1, 1, 2, 2}, 0.01), SizeIs(1));
}

/// A strip of squares from west to east.
Villages strip(int count) {
    Villages villages;
    for (int x = 0; x < count; ++x) {
        const std::string left = std::to_string(10 * x), right = std::to_string(10 * x + 10);
        villages.push_back(
            village(left + " 0, " + right + " 0, " + right + " 10, " + left + " 10"));
    }
    return villages;
}

TEST(CutOff, WhatIsOnlyBehindAPieceIsNotNamedWithIt) {
    EXPECT_THAT(told(strip(6), {1, 2, 2, 2, 1, 2}), ElementsAre("4.0 coast"))
        << "the last would hang together with its own again";
    EXPECT_THAT(told(strip(7), {1, 1, 2, 2, 2, 1, 2}), ElementsAre("5.0 coast"));
    EXPECT_THAT(told(strip(8), {1, 1, 1, 2, 1, 2, 2, 2}), ElementsAre("4.0 coast", "3.0 coast"))
        << "either may be wrong";
}

TEST(CutOff, WithoutGroupsNothingIsSaid) {
    const Villages villages = halves("; 15 4, 17 4, 17 6, 15 6");
    EXPECT_THAT(told(villages, {1, 0, 1, 1, 1}), IsEmpty());
    EXPECT_THAT(told(villages, {0, 2}), IsEmpty());
    EXPECT_THAT(flaws_of(villages).cut_off, IsEmpty());
}

} // namespace
} // namespace antardesa::topology
