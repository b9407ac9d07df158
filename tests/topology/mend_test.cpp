#include "flaw_text.h"
#include "topology/mend.h"

#include "geo/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Villages from texts, mended.
struct Mended {
    std::vector<geo::MultiPolygon> villages;
    Repair repair;
    std::vector<std::string> faults; ///< of what came of it

    double area(std::size_t number) const { return geo::area(villages[number]); }
};

std::vector<const geo::MultiPolygon*> pointers(const std::vector<geo::MultiPolygon>& villages) {
    std::vector<const geo::MultiPolygon*> result;
    for (const geo::MultiPolygon& polygons : villages)
        result.push_back(&polygons);
    return result;
}

Mended mended(std::vector<geo::MultiPolygon> villages, const MendOptions& options = {}) {
    Progress progress;
    Mended result;
    result.repair = mend_rings(pointers(villages), options, {1, 1}, progress);
    for (const auto& [claimant, outline] : result.repair.outlines)
        villages[claimant] = outline;
    result.villages = std::move(villages);
    result.faults = listed(find_flaws(pointers(result.villages), {}, progress));
    EXPECT_NEAR(result.repair.ledger.sum(), 0, 1e-9);
    EXPECT_TRUE(mend_rings(pointers(result.villages), options, {1, 1}, progress).outlines.empty() ||
                result.repair.left > 0)
        << "a second run finds nothing to do";
    return result;
}

Mended mended(const std::vector<std::string>& texts, const MendOptions& options = {}) {
    std::vector<geo::MultiPolygon> villages;
    for (const std::string& text : texts)
        villages.push_back(village(text));
    return mended(std::move(villages), options);
}

const std::string square = "0 0, 10 0, 10 10, 0 10";
const std::string beside = "10 0, 20 0, 20 10, 10 10";

TEST(MendRings, LeaveAGoodCoverageAlone) {
    const Mended result = mended(std::vector<std::string>{square, beside});
    EXPECT_TRUE(result.repair.outlines.empty());
    EXPECT_EQ(result.repair.repaired, 0);
}

TEST(MendRings, DropRepeatedVerticesAndKeepTheRest) {
    geo::MultiPolygon twice = village(square);
    twice[0].outer.insert(twice[0].outer.begin() + 2, twice[0].outer[1]);
    const Mended result = mended({twice, village(beside)});
    EXPECT_THAT(result.faults, IsEmpty());
    EXPECT_EQ(result.villages[0], village(square)) << "bit for bit, from the same corner";
    ASSERT_EQ(result.repair.outlines.size(), 1U);
    ASSERT_EQ(result.repair.mended.size(), 1U);
    EXPECT_EQ(result.repair.mended[0].fault, RingFault::repeated_vertex);
}

TEST(MendRings, CloseWhatIsOpenAndDropWhatHasNoExtent) {
    geo::MultiPolygon open = village(square);
    open[0].outer.pop_back();
    open.push_back({{{3, 3}, {4, 4}, {3, 3}}, {}});
    const Mended result = mended({open});
    EXPECT_THAT(result.faults, IsEmpty());
    EXPECT_EQ(result.villages[0], village(square));
}

TEST(MendRings, TakeASpikeAwayAndNoLand) {
    const Mended result =
        mended(std::vector<std::string>{"0 0, 10 0, 10 5, 14 5, 10 5, 10 10, 0 10", beside});
    EXPECT_THAT(result.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(result.area(0), 100);
    EXPECT_DOUBLE_EQ(result.area(1), 100);
    EXPECT_THAT(result.repair.moved_lines, IsEmpty()) << "the two have the same line still";
}

TEST(MendRings, MakePartsOfABowTieAndNameWhatWasMeasuredWrongly) {
    const Mended result = mended(std::vector<std::string>{"0 0, 10 0, 0 10, 10 10"});
    EXPECT_THAT(result.faults, IsEmpty());
    EXPECT_EQ(result.villages[0].size(), 2U);
    EXPECT_DOUBLE_EQ(result.area(0), 50);
    EXPECT_NE(result.repair.ledger.miscounted, 0) << "one half was taken off the other";
}

TEST(MendRings, DoNotTakeALoopThatAnotherClaims) {
    // The loop turned inside out lies on the neighbour's land.
    const Mended result =
        mended(std::vector<std::string>{"0 0, 10 0, 10 4, 14 6, 14 4, 10 6, 10 10, 0 10", beside});
    EXPECT_THAT(result.faults, testing::Not(testing::Contains("0: self_crossing")));
    EXPECT_DOUBLE_EQ(result.area(1), 100);
}

TEST(MendRings, GiveBothNeighboursTheCornersOfACrossingInTheirLine) {
    const std::string loop = "10 0, 10 5, 12 5, 12 4, 11 4, 11 6, 10 10";
    const Mended result = mended(std::vector<std::string>{
        "0 0, " + loop + ", 0 10", "10 10, 11 6, 11 4, 12 4, 12 5, 10 5, 10 0, 20 0, 20 10"});
    EXPECT_THAT(result.faults, IsEmpty());
    EXPECT_NEAR(result.area(0) + result.area(1), 200, 1e-9);
    EXPECT_THAT(result.repair.moved_lines, ElementsAre(std::pair<Claimant, Claimant>{0, 1}));
    const Coverage coverage = coverage_of(std::vector<geo::MultiPolygon>(result.villages));
    for (const Arc& arc : coverage.arcs)
        for (const geo::Point p : coverage.points(arc)) {
            const bool inland = p.x > 9.9 && p.x < 12.1 && p.y > 0.1 && p.y < 9.9;
            EXPECT_TRUE(!inland || (arc.left != nobody && arc.right != nobody))
                << p.x << " " << p.y;
        }
}

TEST(MendRings, GiveANeighbourTheCornerWhereARingTouchesTheirLine) {
    const Mended result =
        mended(std::vector<std::string>{"0 0, 10 0, 10 10, 5 0, 0 10", "0 -5, 10 -5, 10 0, 0 0"});
    EXPECT_THAT(result.faults, IsEmpty());
    EXPECT_EQ(result.villages[0].size(), 2U);
    EXPECT_EQ(result.villages[1][0].outer.size(), 6U) << "with the corner at 5 0";
    EXPECT_DOUBLE_EQ(result.area(1), 50);
}

TEST(MendRings, MakeAHoleOfARingThatTouchesItselfInside) {
    const Mended result =
        mended(std::vector<std::string>{"0 0, 5 0, 3 4, 7 4, 5 0, 10 0, 10 10, 0 10"});
    EXPECT_THAT(result.faults, IsEmpty());
    ASSERT_EQ(result.villages[0].size(), 1U);
    EXPECT_EQ(result.villages[0][0].holes.size(), 1U);
    EXPECT_DOUBLE_EQ(result.area(0), 92);
}

TEST(MendRings, MergeAPartInAnotherAndDropAHoleOutside) {
    const Mended nested = mended(std::vector<std::string>{square + " ; 2 2, 4 2, 4 4, 2 4"});
    EXPECT_THAT(nested.faults, IsEmpty());
    EXPECT_EQ(nested.villages[0].size(), 1U);
    EXPECT_DOUBLE_EQ(nested.area(0), 100);
    EXPECT_DOUBLE_EQ(nested.repair.ledger.miscounted, 4) << "was counted twice";
    const Mended outside = mended(std::vector<std::string>{square + " / 12 2, 14 2, 14 4, 12 4"});
    EXPECT_THAT(outside.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(outside.area(0), 100);
    const Mended twice =
        mended(std::vector<std::string>{square + " / 2 2, 8 2, 8 8, 2 8 / 3 3, 5 3, 5 5, 3 5"});
    EXPECT_THAT(twice.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(twice.area(0), 64) << "a hole in a hole is no island";
}

TEST(MendRings, DivideLandThatHolesCutInPieces) {
    const Mended result =
        mended(std::vector<std::string>{square + " / 0 5, 5 4, 5 6 / 5 5, 10 5, 8 6"});
    EXPECT_THAT(result.faults, IsEmpty());
}

TEST(MendRings, RefuseACopyAndWhatHasNoLand) {
    const std::string spiked = "0 0, 10 0, 10 10, 12 12, 10 10, 0 10";
    const Mended copies = mended(std::vector<std::string>{spiked, spiked});
    ASSERT_FALSE(copies.repair.refusals.empty());
    EXPECT_EQ(copies.repair.refusals[0].reason, RepairRefusal::has_copy);
    const Mended line = mended(std::vector<std::string>{"30 0, 40 0, 35 0", square});
    ASSERT_EQ(line.repair.refusals.size(), 1U);
    EXPECT_EQ(line.repair.refusals[0].reason, RepairRefusal::unclear_land);
    EXPECT_EQ(line.villages[0], village("30 0, 40 0, 35 0")) << "no village vanishes";
}

TEST(MendRings, LeaveAFixedLineWhereItIs) {
    const std::string loop = "10 0, 10 5, 12 5, 12 4, 11 4, 11 6, 10 10";
    MendOptions options;
    options.why_fixed = [](Claimant, Claimant) { return RepairRefusal::final_line; };
    const std::vector<std::string> villages{
        "0 0, " + loop + ", 0 10", "10 10, 11 6, 11 4, 12 4, 12 5, 10 5, 10 0, 20 0, 20 10"};
    const Mended result = mended(villages, options);
    EXPECT_TRUE(result.repair.outlines.empty());
    ASSERT_EQ(result.repair.kept.size(), 2U);
    EXPECT_EQ(result.repair.kept[0].reason, RepairRefusal::final_line);
}

TEST(MendRings, MendOnlyWhoIsMeant) {
    const std::string spiked = "30 0, 40 0, 40 10, 42 12, 40 10, 30 10";
    MendOptions options;
    options.why_not = [](Claimant claimant) {
        return claimant == 0 ? std::nullopt : std::optional(RepairRefusal::not_chosen);
    };
    const Mended result = mended(
        std::vector<std::string>{"0 0, 10 0, 10 5, 14 5, 10 5, 10 10, 0 10", spiked}, options);
    EXPECT_THAT(result.faults, ElementsAre("1: spike"));
    EXPECT_EQ(result.repair.repaired, 1);
    EXPECT_EQ(result.villages[1], village(spiked));
}

} // namespace
} // namespace antardesa::topology
