#include "disputed_land.h"

namespace antardesa::analysis {
namespace {

TEST_F(Proposals, AnyShareIsReachedByMovingALineAside) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> width(0.0015, 0.004);
    claim(barat, {bulge(50, [&](double) { return width(random); })});
    claim(timur, {bulge(50, [&](double) { return -width(random); })});
    const ContestedLand found = land();
    const auto river = std::make_shared<const geo::MultiLine>(
        geo::MultiLine{{{109.0504, -7.01}, {109.0501, -6.995}, {109.0505, -6.96}}});
    for (const double share : {0.6, 0.5, 0.25, 0.85})
        for (const ProposalMethod method :
             {ProposalMethod::midline, ProposalMethod::straight, ProposalMethod::follow}) {
            ProposalRequest request{.method = method, .first_share = share, .line = river};
            request.shifted = true;
            const Proposal made = proposed(found, request);
            expect_sound(found, made);
            EXPECT_NEAR(made.ledger[0].after_m2, share * found.area_m2, 0.1)
                << share << " " << static_cast<int>(method);
            EXPECT_EQ(made.remarks.at(0).key, "analysis.proposal.shifted");
        }
    ProposalRequest all{.first_share = 1};
    all.shifted = true;
    EXPECT_EQ(refused(found, all), "analysis.proposal.share");
}

TEST_F(Proposals, RunsStraightFromPointToPoint) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(timur, {bulge(20, [](double) { return -0.001; })});
    EXPECT_EQ(refused(land(), {.method = ProposalMethod::points}), "analysis.proposal.no_points");
    const auto point = [&](double x, double y, const char* kind) {
        model::TurningPoint row;
        row.segment = {1};
        row.kind = kind;
        row.position = {x, y};
        regency.put(row);
    };
    point(109.0508, -6.98, "TK");
    point(109.0504, -6.99, "TK");
    point(109.0506, -6.985, "PBU");
    point(109.07, -6.985, "TK");
    const ContestedLand found = land();
    const Proposal made = proposed(found, {.method = ProposalMethod::points});
    expect_sound(found, made);
    ASSERT_EQ(made.line.size(), 4U) << "pillars and what lies outside are none of it";
    const bool northward = found.in_force.front().y < found.in_force.back().y;
    EXPECT_EQ(made.line[northward ? 1 : 2], (geo::Point{109.0504, -6.99}));
    EXPECT_EQ(made.line[northward ? 2 : 1], (geo::Point{109.0508, -6.98}));
}

TEST_F(Proposals, LandOfAThirdVillageIsNotTheParties) {
    claim(barat, {bulge(20, [](double) { return 0.003; })});
    claim(timur, {bulge(20, [](double) { return -0.002; })});
    const ContestedLand without = land();
    const geo::Ring inner{{109.0505, -6.99},
                          {109.0515, -6.99},
                          {109.0515, -6.98},
                          {109.0505, -6.98},
                          {109.0505, -6.99}};
    const auto third = regency.village("Tengah", {}, polygon(inner));
    const double theirs = crs::ellipsoidal_area(*polygon(inner));
    const ContestedLand found = land();
    ASSERT_EQ(found.third.size(), 1U);
    EXPECT_EQ(found.third[0].village, third);
    EXPECT_NEAR(found.third[0].area_m2, theirs, theirs * 1e-3);
    EXPECT_NEAR(found.area_m2, without.area_m2 - theirs, theirs * 1e-3);
    EXPECT_NEAR(found.before_m2[0], without.before_m2[0], 1) << "it lies east of the line";
    EXPECT_NEAR(found.before_m2[0] + found.before_m2[1], found.area_m2, 1e-6);
    ASSERT_EQ(found.findings.size(), 1U);
    EXPECT_EQ(found.findings[0].code, "claims_third");
    const Proposal made =
        proposed(found, {.method = ProposalMethod::equal_area, .first_share = 0.6});
    EXPECT_NEAR(made.ledger[0].after_m2, 0.6 * found.area_m2, 1);
    EXPECT_NEAR(made.ledger[0].after_m2 + made.ledger[1].after_m2, found.area_m2, 1e-6);
    EXPECT_NEAR(made.ledger[0].delta_m2 + made.ledger[1].delta_m2, 0, 1e-6);
}

TEST_F(Proposals, AMidlinePassesLandInsideOnItsOwnersSide) {
    const geo::Ring island{{109.0506, -6.986},
                           {109.0517, -6.986},
                           {109.0517, -6.984},
                           {109.0506, -6.984},
                           {109.0506, -6.986}};
    claim(barat, {bulge(20, [](double) { return 0.003; }), island});
    claim(timur, {bulge(20, [](double) { return -0.001; })});
    const ContestedLand found = land();
    const Proposal round = proposed(found, {});
    EXPECT_EQ(round.line.front(), found.in_force.front());
    EXPECT_FALSE(topology::own_crossing(round.line));
    for (std::size_t i = 1; i < round.line.size(); ++i)
        EXPECT_FALSE(geo::contains(island, (round.line[i - 1] + round.line[i]) * 0.5) &&
                     geo::distance_to_line(island, (round.line[i - 1] + round.line[i]) * 0.5) >
                         1e-9)
            << "the island stays Timur's";
    EXPECT_EQ(round.remarks.at(0).key, "analysis.proposal.midline_led");
}

} // namespace
} // namespace antardesa::analysis
