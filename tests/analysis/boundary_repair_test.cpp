#include "analysis/boundary_repair.h"

#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "sample_regency.h"
#include "topology/mosaic.h"

#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using topology::RepairRule;

/// A kabupaten from 7.35° to 7.5° south: a scale that is right in its middle is wrong at its
/// edges. Every cell is digitised by itself, some metres beside its neighbours.
SampleRegency digitised(unsigned seed) {
    constexpr double degrees = 0.05;
    topology::Mosaic mosaic(3, 3, seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> offset(-0.00004, 0.00004);
    SampleRegency regency;
    const auto district = regency.district("Hilir");
    int number = 0;
    auto cells = mosaic.villages(1);
    for (geo::Polygon& polygon : cells.front()) {
        for (geo::Point& p : polygon.outer)
            p = geo::Point{109, -7.5} + p * degrees + geo::Point{offset(random), offset(random)};
        polygon.outer.back() = polygon.outer.front();
        regency.village(
            "Desa " + std::to_string(++number), district,
            std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{std::move(polygon)}));
    }
    return regency;
}

BoundaryRepair repaired(const SampleRegency& regency, const RepairRequest& request) {
    Progress progress;
    return repair_boundaries(*regency.atlas(), request, progress);
}

RepairRequest everything(RepairRule rule) {
    RepairRequest request;
    request.rule = rule;
    request.max_width_m = std::numeric_limits<double>::infinity();
    return request;
}

/// What a check says of overlaps (each time but the first) and gaps.
struct Land {
    double overlap = 0;
    double gap = 0;
};

Land land_of(const SampleRegency& regency) {
    std::vector<CheckedShape> shapes;
    for (const auto& row : std::get<model::Table<model::Village>>(regency.tables))
        shapes.push_back({row.geometry.get(), {}, {}});
    Progress progress;
    Land land;
    for (const BoundaryFlaw& flaw : check_boundaries(shapes, crs::wgs84(), {}, progress).flaws) {
        if (flaw.kind == FlawKind::overlap)
            land.overlap += flaw.ellipsoid_m2 * static_cast<double>(flaw.shapes.size() - 1);
        if (flaw.kind == FlawKind::gap)
            land.gap += flaw.ellipsoid_m2;
    }
    return land;
}

class Ledgers : public testing::TestWithParam<std::tuple<RepairRule, unsigned>> {};
INSTANTIATE_TEST_SUITE_P(RulesAndSeeds, Ledgers,
                         testing::Combine(testing::Values(RepairRule::longest_border,
                                                          RepairRule::midline),
                                          testing::Range(1U, 5U)));

TEST_P(Ledgers, HoldTheAreasOfTheOutlinesAndAddUp) {
    const auto [rule, seed] = GetParam();
    SampleRegency regency = digitised(seed);
    const Land found = land_of(regency);
    const auto result = repaired(regency, everything(rule));
    const topology::Ledger& ledger = result.repair.ledger;
    ASSERT_GT(result.repair.repaired, 3);
    ASSERT_EQ(ledger.villages.size(), result.repair.outlines.size());
    double gains = 0;
    for (std::size_t i = 0; i < ledger.villages.size(); ++i) {
        const auto& [claimant, outline] = result.repair.outlines[i];
        const topology::LedgerRow& row = ledger.villages[i];
        ASSERT_EQ(row.claimant, claimant);
        auto& villages = std::get<model::Table<model::Village>>(regency.tables);
        EXPECT_EQ(row.before, crs::ellipsoidal_area(*villages[claimant].geometry));
        EXPECT_EQ(row.after, crs::ellipsoidal_area(outline)) << "as the lists show it";
        gains += row.after - row.before;
        model::Village village = villages[claimant];
        village.geometry = std::make_shared<const geo::MultiPolygon>(outline);
        regency.put(village);
    }
    EXPECT_NEAR(ledger.sum(), 0, 1e-6) << "a square millimetre for the kabupaten";
    EXPECT_NEAR(ledger.opened, 0, 1e-6) << "nothing is lost to the sea";
    EXPECT_NEAR(ledger.redrawn, 0, 1e-4) << "nodes lie nanometres beside the lines they cut";
    EXPECT_NEAR(ledger.overlap_before, found.overlap, found.overlap * 1e-8 + 0.01);
    EXPECT_NEAR(ledger.gap_before, found.gap, found.gap * 1e-8 + 0.01);
    const Land rest = land_of(regency);
    EXPECT_NEAR(gains, (rest.overlap - found.overlap) - (rest.gap - found.gap), 0.01)
        << "gains and losses are the overlaps resolved and the gaps closed";
}

TEST(BoundaryRepairCounts, PutEveryFindingInOnePlace) {
    const SampleRegency regency = digitised(3);
    const RepairCounts all =
        counts_of(repaired(regency, everything(RepairRule::longest_border)).repair);
    RepairRequest narrow;
    narrow.max_width_m = 2.5;
    const RepairCounts some = counts_of(repaired(regency, narrow).repair);
    EXPECT_GT(some.repaired, 0);
    EXPECT_GT(some.left, 0);
    EXPECT_EQ(some.total(), all.total()) << "however many are mended";
}

/// Two villages whose line is a narrow gap here and a wide overlap there.
SampleRegency to_and_fro() {
    SampleRegency regency;
    const auto district = regency.district("Hilir");
    const auto put = [&](const char* name, geo::Ring ring) {
        ring.push_back(ring.front());
        return regency.village(
            name, district,
            std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{std::move(ring), {}}}));
    };
    put("Barat", {{109, -7},
                  {109.01, -7},
                  {109.009997, -6.995},
                  {109.01, -6.99},
                  {109.0105, -6.985},
                  {109.01, -6.98},
                  {109, -6.98}});
    put("Timur", {{109.01, -7}, {109.02, -7}, {109.02, -6.98}, {109.01, -6.98}, {109.01, -6.99}});
    return regency;
}

TEST(BoundaryRepair, SaysWhyANarrowGapStaysWithItsWideOverlap) {
    RepairRequest narrow;
    narrow.rule = RepairRule::midline;
    const auto result = repaired(to_and_fro(), narrow);
    EXPECT_EQ(result.repair.repaired, 0);
    ASSERT_EQ(result.repair.refusals.size(), 1U);
    EXPECT_EQ(result.repair.refusals[0].reason, topology::RepairRefusal::tied);
    EXPECT_EQ(result.repair.refusals[0].kind, topology::StripKind::gap);
    const RepairCounts counts = counts_of(result.repair);
    EXPECT_EQ(counts.unmendable, 1);
    EXPECT_EQ(counts.left, 1) << "the overlap is beyond the limit";
}

TEST(BoundaryRepair, OfOneCaseNamesWhatGoesAlong) {
    const SampleRegency regency = to_and_fro();
    RepairRequest one;
    one.rule = RepairRule::midline;
    one.target = RepairTarget{topology::StripKind::overlap, {0, 1}, {109.0102, -6.985}};
    const auto result = repaired(regency, one);
    ASSERT_EQ(result.repair.mended.size(), 2U);
    for (const topology::MendedStrip& strip : result.repair.mended)
        EXPECT_EQ(strip.along, strip.kind == topology::StripKind::gap);
}

TEST(BoundaryRepair, CountsWhatMayStayByItself) {
    SampleRegency regency = to_and_fro();
    model::BoundaryException exception;
    exception.id = {1};
    exception.kind = model::FlawKind::overlap;
    exception.villages = {{1}, {2}};
    exception.geometry = std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{
        {{{109.009, -6.99}, {109.011, -6.99}, {109.011, -6.98}, {109.009, -6.98}, {109.009, -6.99}},
         {}}});
    regency.put(exception);
    const RepairCounts counts =
        counts_of(repaired(regency, everything(RepairRule::midline)).repair);
    EXPECT_EQ(counts.allowed, 1);
    EXPECT_EQ(counts.left, 0);
    EXPECT_EQ(counts.total(), 2);
}

TEST(BoundaryRepair, CountsWhatADefinitiveLineRefuses) {
    SampleRegency regency = to_and_fro();
    model::BoundarySegment segment;
    segment.id = {1};
    segment.first = {1};
    segment.second = {2};
    segment.state = model::SegmentState::enacted;
    regency.put(segment);
    const RepairCounts counts =
        counts_of(repaired(regency, everything(RepairRule::midline)).repair);
    EXPECT_EQ(counts.final, 2);
    EXPECT_EQ(counts.total(), 2);
}

TEST(CopiesOfVillages, GoWhereTheyHaveOneCodeAndTheUsedOneStays) {
    SampleRegency regency;
    const auto kecamatan = regency.district("Hilir");
    regency.village("Satu", kecamatan, grid_box(0, 0, 2, 2), "99.01.01.2001");
    regency.village("Dua", kecamatan, grid_box(2, 0, 4, 2), "99.01.01.2002");
    const auto used = regency.village("Dua", kecamatan, grid_box(2, 0, 4, 2), "99.01.01.2002");
    regency.village("Tiga", kecamatan, grid_box(4, 0, 6, 2), "99.01.01.2003");
    regency.village("Empat", kecamatan, grid_box(4, 0, 6, 2), "99.01.01.2004");
    model::AssetShare share;
    share.village = used;
    regency.put(share);
    RepairRequest request;
    request.mends = Mends::copies;
    const topology::Repair repair = repaired(regency, request).repair;
    EXPECT_EQ(repair.removed, std::vector<topology::Claimant>{1}) << "an entry rests on the third";
    ASSERT_EQ(repair.mended.size(), 1U);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-6) << "its land was counted twice";
    ASSERT_EQ(repair.refusals.size(), 1U) << "two codes for one outline are a dispute";
    EXPECT_EQ(repair.refusals[0].reason, topology::RepairRefusal::differing_codes);
}

} // namespace
} // namespace antardesa::analysis
