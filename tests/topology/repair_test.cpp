#include "topology/repair.h"

#include "flaw_text.h"
#include "geo/measure.h"
#include "mosaic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Villages = std::vector<geo::MultiPolygon>;

Villages villages_of(const std::vector<std::string>& texts) {
    Villages villages;
    for (const std::string& text : texts)
        villages.push_back(village(text));
    return villages;
}

Repair repaired(const Villages& villages, const RepairChoice& choice) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return repair(pointers, choice, {1, 1}, progress);
}

RepairChoice all_by(RepairRule rule, Claimant owner = nobody) {
    return [=](const Strip&) { return RepairDecision{rule, owner}; };
}

Villages after(Villages villages, const Repair& repair) {
    for (const auto& [claimant, outline] : repair.outlines)
        villages[claimant] = outline;
    return villages;
}

const std::string west = "0 0, 10 0, 10 10, 0 10";

TEST(Repair, GivesAnOverlapToItsOwner) {
    const Villages villages = villages_of({west, "8 0, 20 0, 20 10, 8 10"});
    const Repair repair = repaired(villages, all_by(RepairRule::to_owner, 1));
    EXPECT_EQ(repair.repaired, 1);
    ASSERT_THAT(repair.ledger.villages, SizeIs(2));
    EXPECT_DOUBLE_EQ(repair.ledger.villages[0].after, 80);
    EXPECT_DOUBLE_EQ(repair.ledger.villages[1].after, 120);
    EXPECT_DOUBLE_EQ(repair.ledger.overlap_before, 20);
    EXPECT_DOUBLE_EQ(repair.ledger.overlap_after, 0);
    EXPECT_DOUBLE_EQ(repair.ledger.sum(), 0);
    const Flaws flaws = flaws_of(after(villages, repair));
    EXPECT_THAT(listed(flaws), IsEmpty());
    EXPECT_THAT(shared_boundaries(flaws.coverage), SizeIs(1)) << "they share the line now";
}

/// Square units of what becomes one claimant's alone.
double settled_for(const Repair& repair, Claimant owner) {
    double area = 0;
    for (const SettledLand& settled : repair.settled)
        if (settled.owner == owner)
            area += geo::area(settled.land);
    return area;
}

TEST(Repair, ShowsWhatBecomesWhoseAndTheNewBorder) {
    const Villages villages = villages_of({west, "8 0, 20 0, 20 10, 8 10"});
    const Repair given = repaired(villages, all_by(RepairRule::to_owner, 1));
    ASSERT_THAT(given.settled, SizeIs(1));
    EXPECT_THAT(given.settled[0].claimants, ElementsAre(0U, 1U));
    EXPECT_DOUBLE_EQ(settled_for(given, 1), 20);
    EXPECT_EQ(given.new_borders, (geo::MultiLine{{{8, 10}, {8, 0}}}))
        << "the other's old line; where the owner's own ran is no border any more";
    const Repair divided = repaired(villages, all_by(RepairRule::midline));
    EXPECT_NEAR(settled_for(divided, 0), 10, 0.01);
    EXPECT_NEAR(settled_for(divided, 1), 10, 0.01);
    ASSERT_THAT(divided.new_borders, SizeIs(1)) << "the line between both, and neither old one";
    EXPECT_NEAR(geo::length(divided.new_borders[0]), 8 + 2 * std::sqrt(2.0), 0.01)
        << "half-way, and from there into the corners";
    const Repair nothing = repaired(villages, [](const Strip&) { return std::nullopt; });
    EXPECT_THAT(nothing.settled, IsEmpty());
    EXPECT_THAT(nothing.new_borders, IsEmpty());
}

TEST(Repair, ShowsAGapWithTheIslandInIt) {
    // A gap between two, in which a third lies alone.
    const Villages villages = villages_of({"0 0, 30 0, 30 10, 10 10, 10 20, 0 20",
                                           "0 20, 10 20, 20 20, 20 10, 30 10, 30 30, 0 30",
                                           "14 14, 16 14, 16 16, 14 16"});
    const Repair repair = repaired(villages, all_by(RepairRule::to_owner, 0));
    EXPECT_DOUBLE_EQ(settled_for(repair, 0), 96);
}

TEST(Repair, GivesAGapToTheLongestBorder) {
    const Villages villages = villages_of(
        {"0 0, 10 0, 10 4, 9 5, 10 6, 10 10, 0 10", "10 0, 20 0, 20 10, 10 10, 10 6, 10 4"});
    const Repair repair = repaired(villages, all_by(RepairRule::longest_border));
    ASSERT_THAT(repair.ledger.villages, SizeIs(2));
    EXPECT_DOUBLE_EQ(repair.ledger.villages[0].after - repair.ledger.villages[0].before, 1);
    EXPECT_DOUBLE_EQ(repair.ledger.gap_before, 1);
    EXPECT_DOUBLE_EQ(repair.ledger.gap_after, 0);
    EXPECT_DOUBLE_EQ(repair.ledger.sum(), 0);
    EXPECT_THAT(listed(flaws_of(after(villages, repair))), IsEmpty());
}

TEST(Repair, MeasuresTheLedgerAsItIsTold) {
    const Villages villages = villages_of({west, "8 0, 20 0, 20 10, 8 10"});
    std::vector<const geo::MultiPolygon*> pointers{&villages[0], &villages[1]};
    Progress progress;
    const LandMeasure tenfold{
        [](const geo::MultiPolygon& outline) { return 10 * geo::area(outline) + 1; },
        [](std::span<const geo::Point> line) {
            double doubled = 0;
            for (std::size_t i = 1; i < line.size(); ++i)
                doubled += geo::cross(line[i - 1], line[i]);
            return 5 * doubled;
        }};
    const Repair repair =
        topology::repair(pointers, all_by(RepairRule::to_owner, 1), {1, 1}, progress, tenfold);
    EXPECT_DOUBLE_EQ(repair.ledger.villages[0].before, 1001);
    EXPECT_DOUBLE_EQ(repair.ledger.villages[0].after, 801);
    EXPECT_DOUBLE_EQ(repair.ledger.overlap_before, 200);
    EXPECT_NEAR(repair.ledger.opened, 0, 1e-12);
    EXPECT_NEAR(repair.ledger.redrawn, 0, 1e-12);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
}

TEST(Repair, LeavesWhatIsNotChosen) {
    const Villages villages = villages_of({west, "8 0, 20 0, 20 10, 8 10",
                                           "19.5 0, 30 0, 30 10, "
                                           "19.5 10"});
    const Repair repair = repaired(villages, [](const Strip& strip) {
        return strip.area < 10 ? std::optional(RepairDecision{}) : std::nullopt;
    });
    EXPECT_EQ(repair.repaired, 1);
    EXPECT_EQ(repair.left, 1);
    ASSERT_THAT(repair.kept, SizeIs(1));
    EXPECT_EQ(repair.kept[0].reason, RepairRefusal::not_chosen);
    EXPECT_EQ(repair.kept[0].claimants, (std::vector<Claimant>{0, 1}));
    EXPECT_THAT(listed(flaws_of(after(villages, repair))), ElementsAre("overlap 0 1: 20"));
}

TEST(Repair, TouchesNobodyElse) {
    const Villages villages =
        villages_of({west, "8 0, 20 0, 20 10, 8 10", "20 0, 30 0, 30 10, 20 10"});
    const Repair repair = repaired(villages, all_by(RepairRule::longest_border));
    ASSERT_THAT(repair.outlines, SizeIs(2));
    EXPECT_EQ(repair.outlines[1].first, 1U);
}

TEST(Repair, RefusesWhatWouldMakeAVillageVanish) {
    const Villages villages = villages_of({west, "2 2, 4 2, 4 4, 2 4"});
    const Repair repair = repaired(villages, all_by(RepairRule::to_owner, 0));
    EXPECT_EQ(repair.refused, 1);
    EXPECT_THAT(repair.outlines, IsEmpty());
    const Repair other_way = repaired(villages, all_by(RepairRule::to_owner, 1));
    EXPECT_EQ(other_way.repaired, 1);
    const Villages holed = after(villages, other_way);
    ASSERT_THAT(holed[0], SizeIs(1));
    EXPECT_THAT(holed[0][0].holes, SizeIs(1)) << "the enclave became one";
    EXPECT_THAT(listed(flaws_of(holed)), IsEmpty());
}

TEST(Repair, RefusesAnOwnerWhoHasNoClaim) {
    const Villages villages =
        villages_of({west, "8 0, 20 0, 20 10, 8 10", "20 0, 30 0, 30 10, 20 10"});
    EXPECT_EQ(repaired(villages, all_by(RepairRule::to_owner, 2)).refused, 1);
}

TEST(Repair, DoesNotTouchBrokenOrDuplicateVillages) {
    const Villages broken =
        villages_of({"0 0, 10 0, 0 10, 10 10", "8 0, 20 0, 20 10, 8 10", west + ", -1 5"});
    EXPECT_EQ(repaired(broken,
                       [](const Strip& strip) {
                           return strip.claimants.front() == 0 ? std::optional(RepairDecision{})
                                                               : std::nullopt;
                       })
                  .repaired,
              0);
    const Villages twice = villages_of({west, west, "8 0, 20 0, 20 10, 8 10"});
    const Repair repair = repaired(twice, all_by(RepairRule::longest_border));
    EXPECT_EQ(repair.refused, 1);
    EXPECT_THAT(repair.outlines, IsEmpty());
}

TEST(Repair, AnIslandStaysInTheLandThatTheGapBecomes) {
    const Villages villages =
        villages_of({"0 0, 20 0, 20 5, 0 5", "0 5, 5 5, 5 15, 0 15", "15 5, 20 5, 20 15, 15 15",
                     "0 15, 20 15, 20 20, 0 20", "9 9, 11 9, 11 11, 9 11"});
    const Repair repair = repaired(villages, all_by(RepairRule::to_owner, 0));
    const Villages filled = after(villages, repair);
    EXPECT_THAT(listed(flaws_of(filled)), IsEmpty());
    EXPECT_DOUBLE_EQ(geo::area(filled[0]), 196);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-9);
}

TEST(Repair, DividesAnOverlapHalfWay) {
    const Villages villages = villages_of({west, "8 0, 20 0, 20 10, 8 10"});
    std::vector<const geo::MultiPolygon*> pointers{&villages[0], &villages[1]};
    Progress progress;
    const Repair repair = topology::repair(pointers, all_by(RepairRule::midline), {1, 1}, progress);
    ASSERT_THAT(repair.ledger.villages, SizeIs(2));
    // At the coast the tips are corners; from there the middle is reached within a metre or two.
    EXPECT_NEAR(repair.ledger.villages[0].after, 90, 2);
    EXPECT_NEAR(repair.ledger.villages[1].after, 110, 2);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-9);
    EXPECT_THAT(listed(flaws_of(after(villages, repair))), IsEmpty());
}

TEST(Repair, DividesAGapHalfWay) {
    const Villages villages = villages_of(
        {"0 0, 10 0, 10 2, 8 5, 10 8, 10 10, 0 10", "10 0, 20 0, 20 10, 10 10, 10 8, 12 5, 10 2"});
    const Repair repair = repaired(villages, all_by(RepairRule::midline));
    EXPECT_NEAR(repair.ledger.villages[0].after - repair.ledger.villages[0].before, 6, 0.05);
    EXPECT_NEAR(repair.ledger.villages[1].after - repair.ledger.villages[1].before, 6, 0.05);
    EXPECT_THAT(listed(flaws_of(after(villages, repair))), IsEmpty());
}

TEST(Repair, BearsAPartWithoutVertices) {
    Villages villages = villages_of({west, "8 0, 20 0, 20 10, 8 10"});
    villages[1].insert(villages[1].begin(), geo::Polygon{});
    const Repair repair = repaired(villages, all_by(RepairRule::longest_border));
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
}

TEST(Repair, OfACleanCoverageIsNothing) {
    const Repair repair =
        repaired(villages_of({west, "10 0, 20 0, 20 10, 10 10"}), all_by(RepairRule::midline));
    EXPECT_EQ(repair.repaired + repair.left, 0);
    EXPECT_THAT(repair.outlines, IsEmpty());
}

class RepairOnMosaics : public testing::TestWithParam<unsigned> {
  protected:
    /// Each cell a village of its own, digitised by itself.
    static Villages jittered(unsigned seed, double by, int rows = 6) {
        Mosaic mosaic(rows, rows, seed);
        Villages villages;
        Villages cells = digitised_anew(mosaic.villages(1), seed, by);
        for (geo::Polygon& polygon : cells.front())
            villages.push_back({std::move(polygon)});
        return villages;
    }

    static void expect_proof(const Villages& before, const Repair& repair) {
        const Villages result = after(before, repair);
        EXPECT_NEAR(repair.ledger.sum(), 0, 1e-12);
        EXPECT_EQ(repair.repaired + repair.left, static_cast<int>(flaws_of(before).strips.size()))
            << "each finding has one outcome, in however many passes it came";
        EXPECT_EQ(repair.repaired, static_cast<int>(repair.mended.size()));
        EXPECT_EQ(repair.left, static_cast<int>(repair.kept.size() + repair.refusals.size()));
        for (const geo::MultiPolygon& village : result)
            EXPECT_GT(geo::area(village), 0) << "no village vanishes";
        for (const LedgerRow& row : repair.ledger.villages) {
            EXPECT_NEAR(row.before, geo::area(before[row.claimant]), 1e-12);
            EXPECT_NEAR(row.after, geo::area(result[row.claimant]), 1e-12);
        }
    }
};
INSTANTIATE_TEST_SUITE_P(Seeds, RepairOnMosaics, testing::Range(1U, 11U));

/// By its land: whatever the repair says of it.
bool stands(const std::vector<Strip>& strips, geo::Point place, std::optional<StripKind> kind) {
    return std::any_of(strips.begin(), strips.end(), [&](const Strip& strip) {
        return strip.kind == kind && geo::contains(strip.pieces, place);
    });
}

/// What one pass leaves another takes up, and new villages have part in it: it is one finding all
/// the while.
TEST_P(RepairOnMosaics, WhatSeveralPassesMendIsCountedOnce) {
    const Villages villages = jittered(GetParam() + 70, 0.03);
    for (const Claimant owner : {7U, 14U, 21U}) {
        const Repair repair = repaired(villages, [owner](const Strip& strip) {
            const auto& all = strip.claimants;
            return std::find(all.begin(), all.end(), owner) != all.end()
                       ? std::optional(RepairDecision{RepairRule::to_owner, owner})
                       : std::nullopt;
        });
        expect_proof(villages, repair);
        const auto now = flaws_of(after(villages, repair)).strips;
        for (const MendedStrip& strip : repair.mended)
            EXPECT_FALSE(stands(now, strip.place, strip.kind));
        for (const auto* strips : {&repair.kept, &repair.refusals})
            for (const RefusedStrip& strip : *strips)
                EXPECT_TRUE(stands(now, strip.place, strip.kind));
    }
}

TEST_P(RepairOnMosaics, EverythingByTheLongestBorder) {
    const Villages villages = jittered(GetParam(), 0.004);
    const Repair repair = repaired(villages, all_by(RepairRule::longest_border));
    expect_proof(villages, repair);
    EXPECT_EQ(repair.refused, 0);
    const Villages clean = after(villages, repair);
    EXPECT_THAT(listed(flaws_of(clean)), IsEmpty());
    const Repair again = repaired(clean, all_by(RepairRule::longest_border));
    EXPECT_EQ(again.repaired, 0) << "a second run finds nothing to do";
    EXPECT_THAT(again.outlines, IsEmpty());
}

TEST_P(RepairOnMosaics, EverythingAtTheMidline) {
    const Villages villages = jittered(GetParam() + 40, 0.004, 4);
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    const Repair repair =
        topology::repair(pointers, all_by(RepairRule::midline), {1000, 1000}, progress);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-6) << "1 mm² in villages of 1 km²";
    for (const RefusedStrip& strip : repair.refusals)
        EXPECT_TRUE(strip.reason == RepairRefusal::would_part ||
                    strip.reason == (strip.claimants.size() > 2 ? RepairRefusal::several_sides
                                                                : RepairRefusal::no_middle));
    EXPECT_GT(repair.repaired, repair.refused);
    const Flaws left = flaws_of(after(villages, repair));
    EXPECT_EQ(static_cast<int>(left.strips.size()), repair.refused);
    EXPECT_THAT(left.invalid, IsEmpty());
    pointers.clear();
    const Villages divided = after(villages, repair);
    for (const geo::MultiPolygon& polygons : divided)
        pointers.push_back(&polygons);
    EXPECT_EQ(
        topology::repair(pointers, all_by(RepairRule::midline), {1000, 1000}, progress).repaired,
        0);
}

TEST_P(RepairOnMosaics, OnlyNarrowStripsByALimit) {
    Villages villages = jittered(GetParam() + 20, 0.002);
    for (geo::MultiPolygon& village : villages)
        if (GetParam() % 3 == 0)
            geo::for_each_vertex(village, [](geo::Point& p) { p = p * 1.001; });
    const RepairChoice narrow = [](const Strip& strip) {
        return 2 * strip.area / strip.perimeter < 0.001 ? std::optional(RepairDecision{})
                                                        : std::nullopt;
    };
    const Repair repair = repaired(villages, narrow);
    expect_proof(villages, repair);
    const Villages better = after(villages, repair);
    EXPECT_EQ(static_cast<int>(flaws_of(better).strips.size()), repair.left);
    EXPECT_EQ(repaired(better, narrow).repaired, 0);
}

} // namespace
} // namespace antardesa::topology
