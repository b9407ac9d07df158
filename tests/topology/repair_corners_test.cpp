#include "topology/repair.h"

#include "flaw_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

namespace antardesa::topology {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

Villages villages_of(const std::vector<std::string>& texts) {
    Villages villages;
    for (const std::string& text : texts)
        villages.push_back(village(text));
    return villages;
}

Repair repaired(const Villages& villages, const RepairChoice& choice,
                const IsFinal& is_final = {}) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return repair(pointers, choice, {1, 1}, progress, {}, is_final);
}

RepairChoice all_by(RepairRule rule, Claimant owner = nobody) {
    return [=](const Strip&) { return RepairDecision{rule, owner}; };
}

Villages after(Villages villages, const Repair& repair) {
    for (const auto& [claimant, outline] : repair.outlines)
        villages[claimant] = outline;
    return villages;
}

/// A midline lies between two: what it cannot divide goes to nobody unasked.
TEST(RepairCorners, RefusesToDivideWhatHasNoMiddle) {
    const auto refusal = [](const std::vector<std::string>& texts) {
        const Repair repair = repaired(villages_of(texts), all_by(RepairRule::midline));
        EXPECT_THAT(repair.outlines, IsEmpty());
        EXPECT_EQ(repair.refused, 1);
        return repair.refusals.empty() ? RepairRefusal::tied : repair.refusals[0].reason;
    };
    EXPECT_EQ(refusal({"0 0, 10 0, 10 4, 8 5, 0 5", "10 0, 20 0, 20 5, 12 5, 10 4",
                       "0 5, 8 5, 10 7, 12 5, 20 5, 20 10, 0 10"}),
              RepairRefusal::several_sides)
        << "a gap of three";
    EXPECT_EQ(refusal({"0 0, 10 0, 10 10, 0 10", "4 4, 6 4, 6 6, 4 6"}), RepairRefusal::no_middle)
        << "an exclave in the neighbour's land";
    EXPECT_EQ(refusal({"0 4, 10 4, 10 6, 0 6", "4 0, 6 0, 6 10, 4 10"}), RepairRefusal::no_middle)
        << "a crossed overlap";
}

/// Rings begin anywhere.
geo::MultiPolygon from_lowest(geo::MultiPolygon outline) {
    for (geo::Polygon& polygon : outline) {
        geo::Ring& ring = polygon.outer;
        ring.pop_back();
        std::rotate(ring.begin(),
                    std::min_element(ring.begin(), ring.end(),
                                     [](geo::Point a, geo::Point b) {
                                         return std::tie(a.x, a.y) < std::tie(b.x, b.y);
                                     }),
                    ring.end());
        ring.push_back(ring.front());
    }
    return outline;
}

/// Of everyone but those who have part in what is mended not a bit changes.
TEST(RepairCorners, KeepsWhatLiesElsewhereBitForBit) {
    // Two strips between 0 and 1, and 1 and 2; the second one is not chosen. 3 lies below all and
    // has no vertex where their lines meet its own.
    const Villages villages = villages_of({"0 0, 10 0, 10 10, 0 10", "9 0, 20 0, 20 10, 9 10",
                                           "19.7 0.1, 30 0.3, 30 10, 19.3 10",
                                           "0 -5, 30 -5, 30 0, 20 0, 10 0, 9 0, 0 0"});
    const Repair repair = repaired(villages, [](const Strip& strip) {
        return strip.claimants == std::vector<Claimant>{0, 1}
                   ? std::optional(RepairDecision{RepairRule::to_owner, 0})
                   : std::nullopt;
    });
    ASSERT_EQ(repair.repaired, 1);
    ASSERT_THAT(repair.outlines, SizeIs(2));
    EXPECT_EQ(from_lowest(repair.outlines[0].second),
              from_lowest(village("0 0, 9 0, 10 0, 10 10, 0 10")))
        << "its old line is both sides' now, and the corner where 1 ended is shared with 3";
    EXPECT_EQ(repair.outlines[1].first, 1U);
    EXPECT_EQ(from_lowest(repair.outlines[1].second),
              from_lowest(village("10 0, 20 0, 20 10, 10 10")))
        << "no vertex where a strip that stays crosses it";
}

/// A third one whose line the mended one ends on shares that corner; nothing of it moves.
TEST(RepairCorners, GivesTheCornerToWhoSharesTheLine) {
    const Villages villages = villages_of({"0 0, 10 0, 10 10, 0 10", "9 0, 20 0, 20 10, 9 10",
                                           "0 -5, 20 -5, 20 0, 0 0", "0 10, 20 10, 20 15, 0 15"});
    const Repair repair = repaired(villages, all_by(RepairRule::to_owner, 0));
    const Villages now = after(villages, repair);
    EXPECT_EQ(now[2], village("0 -5, 20 -5, 20 0, 10 0, 0 0"));
    EXPECT_EQ(now[3], village("0 10, 10 10, 20 10, 20 15, 0 15"));
    EXPECT_THAT(shared_boundaries(flaws_of(now).coverage), SizeIs(5));
    EXPECT_EQ(repair.ledger.villages.size(), 4U) << "they are named";
}

TEST(RepairCorners, RefusesWhatWouldChangeAFinalLine) {
    const Villages villages =
        villages_of({"0 0, 10 0, 10 10, 0 10", "9 0, 20 0, 20 10, 9 10",
                     "0 -5, 20 -5, 20 0, 10 0, 0 0", "20 0, 30 0, 30 10, 20 10"});
    const auto with_law = [&](Claimant a, Claimant b, Claimant owner) {
        return repaired(villages, all_by(RepairRule::to_owner, owner),
                        [=](Claimant one, Claimant other) {
                            return std::minmax(one, other) == std::minmax(a, b);
                        });
    };
    const Repair refused = with_law(0, 2, 1);
    EXPECT_THAT(refused.outlines, IsEmpty()) << "a corner would come to stand in it";
    ASSERT_THAT(refused.kept, SizeIs(1));
    EXPECT_EQ(refused.kept[0].reason, RepairRefusal::final_line);
    EXPECT_EQ(with_law(1, 3, 1).repaired, 1) << "that line does not change";
}

/// Beside an edge of 1.1 km in degrees the neighbour's vertex stands where the edge once led, a
/// twentieth of a millimetre off; farther on the two overlap by a metre.
TEST(RepairCorners, WhoIsMendedSharesWhatTheSagOfAnEdgeHid) {
    const Villages villages =
        villages_of({"109 -7, 109.01 -7.0003, 109.02 -7, 109.02 -7.01, 109 -7.01",
                     "109 -7, 109.005 -7.0001499995, 109.01 -7.0003, 109.015 -7.00016, 109.02 -7, "
                     "109.02 -6.99, 109 -6.99"});
    std::vector<const geo::MultiPolygon*> pointers{&villages[0], &villages[1]};
    const geo::Point metric{110500, 110600};
    Progress progress;
    const Repair repair =
        topology::repair(pointers, all_by(RepairRule::longest_border), metric, progress);
    EXPECT_EQ(repair.repaired, 1);
    const Villages now = after(villages, repair);
    const FlawOptions options{0.1 / 110600, true};
    std::vector<const geo::MultiPolygon*> mended{&now[0], &now[1]};
    const Flaws flaws = find_flaws(mended, options, progress);
    EXPECT_THAT(flaws.strips, IsEmpty());
    EXPECT_THAT(flaws.near_misses, IsEmpty());
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-6);
}

} // namespace
} // namespace antardesa::topology
