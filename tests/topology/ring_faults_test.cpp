#include "flaw_text.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string square = "0 0, 10 0, 10 10, 0 10";

std::vector<std::string> faults_of(const std::string& text) {
    return listed(flaws_of(std::vector<std::string>{text}));
}

TEST(RingFaults, AGoodVillageHasNone) {
    EXPECT_THAT(faults_of(square), IsEmpty());
    EXPECT_THAT(faults_of(square + " / 2 2, 4 2, 4 4, 2 4 ; 20 0, 30 0, 30 10"), IsEmpty());
}

TEST(RingFaults, ABowTieCrossesItself) {
    const Flaws flaws = flaws_of(std::vector<std::string>{"0 0, 10 0, 0 10, 10 10"});
    EXPECT_THAT(listed(flaws), ElementsAre("0: self_crossing"));
    EXPECT_NEAR(flaws.invalid[0].place.x, 5, 1e-6);
    EXPECT_NEAR(flaws.invalid[0].place.y, 5, 1e-6);
}

TEST(RingFaults, ACrossingOfTwoNeighboursIsNoneOfEither) {
    EXPECT_THAT(listed(flaws_of(std::vector<std::string>{square, "8 2, 20 2, 20 8, 8 8"})),
                ElementsAre("overlap 0 1: 12"));
}

TEST(RingFaults, ACrossingInASharedBorderIsBothNeighbours) {
    const std::string loop = "10 0, 10 5, 12 5, 12 4, 11 4, 11 6, 10 10";
    EXPECT_THAT(
        listed(flaws_of(std::vector<std::string>{
            "0 0, " + loop + ", 0 10", "10 10, 11 6, 11 4, 12 4, 12 5, 10 5, 10 0, 20 0, 20 10"})),
        ElementsAre("0: self_crossing", "1: self_crossing"));
}

TEST(RingFaults, PartsThatCrossAreAFault) {
    EXPECT_THAT(faults_of(square + " ; 5 5, 15 5, 15 8, 5 8"), ElementsAre("0: self_crossing"));
}

/// As two files in metres round the same corner: two nanometres apart, on an acute angle.
TEST(RingFaults, ARoundedCornerBesideAnothersIsNoSpike) {
    const std::string west =
        "287671.66643832746 9163882.23853098, 287672.96654282854 9163882.783497635, "
        "287673.0249060043 9163883.923487702, 287671.41577495675 9163885.51118206, "
        "287673.0166242121 9163886.777877439, 287673.6045562133 9163887.630804054, "
        "287674.28881342936 9163888.310407339, 287600 9163890, 287600 9163880";
    const std::string east =
        "287674.28881342936 9163888.310407339, 287673.6045562133 9163887.630804054, "
        "287673.0166242121 9163886.777877439, 287671.4157749567 9163885.511182062, "
        "287673.0249060043 9163883.923487704, 287672.9665428286 9163882.783497633, "
        "287671.66643832746 9163882.238530982, 287700 9163880, 287700 9163890";
    EXPECT_THAT(flaws_of(std::vector<std::string>{west, east}).invalid, IsEmpty());
}

TEST(RingFaults, ASpikeGoesOutAndBack) {
    EXPECT_THAT(faults_of("0 0, 10 0, 10 5, 14 5, 10 5, 10 10, 0 10"), ElementsAre("0: spike"));
    EXPECT_THAT(faults_of("0 0, 10 0, 10 5, 14 5, 10 5.5, 10 10, 0 10"), IsEmpty());
}

TEST(RingFaults, ARingThatTouchesItself) {
    EXPECT_THAT(faults_of("0 0, 10 0, 10 10, 5 0, 0 10"), ElementsAre("0: self_touch"));
    EXPECT_THAT(faults_of("0 0, 5 0, 10 0, 10 10, 5 0, 0 10"), ElementsAre("0: self_touch"));
    EXPECT_THAT(faults_of("0 0, 10 0, 10 10, 5 0.00001, 0 10"), IsEmpty());
}

TEST(RingFaults, PartsMayTouchInAPointButNotAlongALine) {
    EXPECT_THAT(faults_of(square + " ; 10 10, 20 10, 20 20"), IsEmpty());
    EXPECT_THAT(faults_of(square + " ; 10 2, 20 2, 20 8, 10 8"), ElementsAre("0: shared_line"));
}

TEST(RingFaults, AHoleMayTouchOnceButNotCutOff) {
    EXPECT_THAT(faults_of(square + " / 0 5, 4 4, 4 6"), IsEmpty());
    EXPECT_THAT(faults_of(square + " / 0 5, 5 4, 10 5, 5 6"), ElementsAre("0: interior_in_pieces"));
    EXPECT_THAT(faults_of(square + " / 2 2, 4 2, 4 4, 2 4 / 4 4, 6 4, 6 6, 4 6"), IsEmpty());
}

TEST(RingFaults, AHoleOutside) {
    EXPECT_THAT(faults_of(square + " / 12 2, 14 2, 14 4, 12 4"), ElementsAre("0: hole_outside"));
}

TEST(RingFaults, NestedPartsAndHoles) {
    EXPECT_THAT(faults_of(square + " ; 2 2, 4 2, 4 4, 2 4"), ElementsAre("0: nested"));
    EXPECT_THAT(faults_of(square + " / 1 1, 9 1, 9 9, 1 9 / 2 2, 4 2, 4 4, 2 4"),
                ElementsAre("0: nested"));
    EXPECT_THAT(faults_of(square + " / 1 1, 9 1, 9 9, 1 9 ; 2 2, 4 2, 4 4, 2 4"), IsEmpty())
        << "an island in the village's own lake";
    EXPECT_THAT(faults_of(square + " ; " + square), ElementsAre("0: nested"));
}

TEST(RingFaults, WhatTheListOfVerticesShows) {
    EXPECT_THAT(faults_of("0 0, 10 0"), ElementsAre("0: too_few_points"));
    EXPECT_THAT(faults_of("0 0, 10 0, 10 0, 10 10"), ElementsAre("0: repeated_vertex"));
    geo::MultiPolygon open = village(square);
    open[0].outer.pop_back();
    EXPECT_THAT(listed(flaws_of(std::vector<geo::MultiPolygon>{open})), ElementsAre("0: unclosed"));
    EXPECT_THAT(listed(flaws_of(std::vector<geo::MultiPolygon>{{{{}, {}}}})),
                ElementsAre("0: too_few_points"));
    EXPECT_THAT(listed(flaws_of(std::vector<geo::MultiPolygon>{{}})), IsEmpty());
}

TEST(RingFaults, ATangleIsNamedAndLeftOut) {
    // A star of 401 points crosses itself some 80,000 times.
    geo::Ring star;
    for (int i = 0; i <= 401; ++i) {
        const double angle = 2 * 3.14159265358979 * (i * 200 % 401) / 401;
        star.push_back({5 + 20 * std::cos(angle), 5 + 20 * std::sin(angle)});
    }
    star.back() = star.front();
    const Flaws flaws = flaws_of(std::vector<geo::MultiPolygon>{
        village(square), {{star, {}}}, village("8 0, 20 0, 20 10, 8 10")});
    EXPECT_THAT(listed(flaws), ElementsAre("overlap 0 2: 20", "1: self_crossing"));
}

TEST(RingFaults, AreCountedForEachVillage) {
    const Flaws flaws = flaws_of(
        std::vector<std::string>{"0 0, 10 0, 10 2, 14 2, 10 2, 10 5, 14 5, 10 5, 10 10, 0 10"});
    ASSERT_EQ(flaws.invalid.size(), 1U);
    EXPECT_EQ(flaws.invalid[0].count, 2);
}

} // namespace
} // namespace antardesa::topology
