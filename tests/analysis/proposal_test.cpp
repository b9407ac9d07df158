#include "disputed_land.h"

namespace antardesa::analysis {
namespace {

TEST_F(Proposals, ContestedIsWhatBothClaim) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(timur, {bulge(20, [](double) { return -0.001; })});
    const ContestedLand found = land();
    ASSERT_EQ(found.parts.size(), 1U);
    EXPECT_TRUE(found.first_is_left);
    EXPECT_NEAR(found.area_m2, crs::ellipsoidal_area(found.land()), 0.01);
    EXPECT_EQ(found.claimed_m2[0], found.area_m2);
    EXPECT_EQ(found.claimed_m2[1], found.area_m2);
    EXPECT_TRUE(found.findings.empty());
    Progress progress;
    const auto shared = atlas();
    // What each village has of it today, by overlapping outlines in degrees.
    for (std::size_t side = 0; side < 2; ++side) {
        const double part =
            topology::overlap_area(found.land(), *shared->villages()[side].geometry, progress) /
            geo::area(found.land());
        EXPECT_NEAR(found.before_m2[side], part * found.area_m2, found.area_m2 * 1e-5);
    }
}

TEST_F(Proposals, OneClaimStandsAgainstTheLineInForce) {
    claim(timur, {bulge(20, [](double) { return -0.002; })});
    const ContestedLand found = land();
    EXPECT_TRUE(found.claims[0].rows.empty());
    EXPECT_NEAR(found.before_m2[0], found.area_m2, 1e-6); // all of it lies in Barat
    EXPECT_NEAR(found.before_m2[1], 0, 1e-6);
}

TEST_F(Proposals, AClaimToAStretchEndsOnTheLine) {
    geo::Line part(in_force.begin() + 10, in_force.begin() + 21);
    for (std::size_t i = 1; i + 1 < part.size(); ++i)
        part[i].x += 0.001;
    std::reverse(part.begin(), part.end()); // the way it was drawn does not matter
    part.front().x += 0.5 / 110400;         // half a metre off
    claim(barat, {part});
    const ContestedLand found = land();
    EXPECT_EQ(found.parts.size(), 1U);
    EXPECT_EQ(found.between.left.front(), in_force.front());
    expect_sound(found, proposed(found, {}));
}

TEST_F(Proposals, RefusesWhatWouldBeAGuess) {
    EXPECT_EQ(refusal(), "analysis.contested.no_claims");
    geo::Line short_one = bulge(20, [](double) { return 0.002; });
    short_one.back().x += 0.001;
    claim(barat, {short_one});
    EXPECT_EQ(refusal(), "analysis.contested.off_line");
}

TEST_F(Proposals, NamesAVillageWithoutTheWordThatASentencePutsBefore) {
    model::Village west = *std::get<model::Table<model::Village>>(regency.tables).find(barat);
    west.name = "Desa Barat";
    regency.put(west);
    Progress progress;
    const auto none = contested_land(*atlas(), dispute, progress);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.refusal().message.arguments, (std::vector<std::string>{"Barat", "Timur"}));
}

TEST_F(Proposals, RefusesTwoLinesOverOneStretch) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(barat, {bulge(20, [](double) { return 0.001; })});
    EXPECT_EQ(refusal(), "analysis.contested.twice");
}

TEST_F(Proposals, RefusesTheSameLine) {
    claim(barat, {in_force});
    EXPECT_EQ(refusal(), "analysis.contested.same_line");
}

TEST_F(Proposals, ClaimsThatCrossAreSaidSo) {
    claim(barat, {bulge(21, [](double at) { return at < 0.5 ? 0.002 : -0.001; })});
    claim(timur, {bulge(21, [](double at) { return at < 0.5 ? -0.001 : 0.001; })});
    const ContestedLand found = land();
    ASSERT_EQ(found.parts.size(), 2U);
    EXPECT_TRUE(found.parts[1].claimed_by_neither);
    EXPECT_NEAR(found.claimed_m2[0], found.parts[0].area_m2, 0.01);
    ASSERT_EQ(found.findings.size(), 1U);
    EXPECT_EQ(found.findings[0].code, "claims_cross");
    for (const ProposalMethod method :
         {ProposalMethod::midline, ProposalMethod::equal_area, ProposalMethod::straight})
        expect_sound(found, proposed(found, {.method = method}));
}

TEST_F(Proposals, MidlineIsEquallyFarFromBothClaims) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> width(0.0005, 0.004);
        std::get<model::Table<model::Claim>>(regency.tables) = {};
        claim(barat, {bulge(50, [&](double) { return width(random); })});
        claim(timur, {bulge(50, [&](double) { return -width(random); })});
        const ContestedLand found = land();
        const Proposal made = proposed(found, {});
        expect_sound(found, made);
        // In a local plane of the ellipsoid, with the scale of each place.
        for (std::size_t i = 0; i + 1 < made.line.size(); ++i) {
            const geo::Point p = (made.line[i] + made.line[i + 1]) * 0.5;
            const double x = crs::ellipsoidal_distance(p, {p.x + 0.001, p.y}) * 1000;
            const double y = crs::ellipsoidal_distance(p, {p.x, p.y + 0.001}) * 1000;
            const auto away = [&](const geo::Line& line) {
                geo::Line metres;
                for (const geo::Point q : line)
                    metres.push_back({(q.x - p.x) * x, (q.y - p.y) * y});
                return geo::distance_to_line(metres, {0, 0});
            };
            EXPECT_NEAR(away(found.between.left), away(found.between.right), 0.1) << seed;
        }
    }
}

TEST_F(Proposals, SharesAreExactInEveryDirection) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> width(0.0005, 0.004);
    claim(barat, {bulge(50, [&](double) { return width(random); })});
    claim(timur, {bulge(50, [&](double at) { return at < 0.4 || at > 0.5 ? -width(random) : 0; })});
    const ContestedLand found = land();
    for (const double share : {0.5, 0.6, 0.1})
        for (const double direction : {0.0, 40.0, -30.0, 85.0, 180.0}) {
            ProposalRequest request{ProposalMethod::equal_area, share, direction, nullptr};
            const Proposal made = proposed(found, request);
            expect_sound(found, made);
            EXPECT_NEAR(crs::ellipsoidal_area(made.parts[0]), share * found.area_m2, 1)
                << share << " " << direction;
        }
    EXPECT_EQ(refused(found, {.method = ProposalMethod::equal_area, .first_share = 1}),
              "analysis.proposal.share");
}

TEST_F(Proposals, LandThatIsNotContestedInsideCountsForNobody) {
    const geo::Ring island{{109.0501, -6.986},
                           {109.0509, -6.986},
                           {109.0509, -6.984},
                           {109.0501, -6.984},
                           {109.0501, -6.986}};
    claim(barat, {bulge(20, [](double) { return 0.003; }), island});
    claim(timur, {bulge(20, [](double) { return -0.001; })});
    const ContestedLand found = land();
    ASSERT_EQ(found.between.holes.size(), 1U);
    EXPECT_TRUE(found.between.holes[0].of_right); // Barat leaves it to Timur
    for (const double share : {0.3, 0.5, 0.7}) {
        const Proposal made =
            proposed(found, {.method = ProposalMethod::equal_area, .first_share = share});
        EXPECT_NEAR(made.ledger[0].after_m2, share * found.area_m2, 1);
        EXPECT_FALSE(topology::own_crossing(made.line));
    }
}

TEST_F(Proposals, AStraightLineKeepsInside) {
    claim(barat, {bulge(20, [](double at) { return at < 0.5 ? 0.003 : -0.001; })});
    claim(timur, {bulge(20, [](double) { return -0.002; })});
    const ContestedLand found = land();
    const Proposal made = proposed(found, {.method = ProposalMethod::straight});
    expect_sound(found, made);
    ASSERT_EQ(made.remarks.size(), 1U);
    EXPECT_EQ(made.remarks[0].key, "analysis.proposal.straight_led");
}

TEST_F(Proposals, FollowsARiverThatRunsThrough) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(timur, {bulge(20, [](double) { return -0.002; })});
    const ContestedLand found = land();
    const geo::Line upper{{109.0505, -6.99}, {109.0508, -6.985}, {109.0506, -6.98}};
    const geo::Line lower{{109.0504, -7.01}, {109.0501, -6.995}, {109.0505, -6.99}};
    const geo::Line elsewhere{{109.01, -7}, {109.01, -6.97}};
    ProposalRequest request{
        ProposalMethod::follow, 0.5, std::nullopt,
        std::make_shared<const geo::MultiLine>(geo::MultiLine{elsewhere, upper, lower})};
    const Proposal made = proposed(found, request);
    expect_sound(found, made);
    for (const geo::Point p : {upper[0], upper[1], lower[1]})
        EXPECT_NE(std::find(made.line.begin(), made.line.end(), p), made.line.end());
    request.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{elsewhere});
    EXPECT_EQ(refused(found, request), "analysis.proposal.nothing_to_follow");
}

TEST_F(Proposals, TellsOnlyOfTheContestedStretchThatARiverLeaves) {
    // A third of the line is contested; the river runs through half of that, else far away.
    const auto part = [](double at) { return at > 0.34 && at < 0.66 ? 0.002 : 0.0; };
    geo::Line claimed(in_force.begin(), in_force.end());
    for (std::size_t i = 1; i + 1 < claimed.size(); ++i)
        claimed[i].x += part(static_cast<double>(i) / steps);
    claim(barat, {claimed});
    const ContestedLand found = land();
    const geo::Line river{{109.052, -7.0},   {109.06, -6.99},  {109.06, -6.985}, {109.0512, -6.985},
                          {109.051, -6.981}, {109.06, -6.975}, {109.052, -6.97}};
    const Proposal made =
        proposed(found, {ProposalMethod::follow, 0.5, std::nullopt,
                         std::make_shared<const geo::MultiLine>(geo::MultiLine{river})});
    expect_sound(found, made);
    ASSERT_EQ(made.remarks.size(), 1U);
    EXPECT_EQ(made.remarks[0].key, "analysis.proposal.follow_led");
    const geo::Line contested(claimed.begin() + 19, claimed.begin() + 42);
    EXPECT_GT(std::stod(made.remarks[0].arguments.at(0)), 100);
    EXPECT_LT(std::stod(made.remarks[0].arguments.at(0)), crs::ellipsoidal_length(contested));
}

TEST_F(Proposals, ADrawnLineLeadsFromNodeToNode) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(timur, {bulge(20, [](double) { return -0.002; })});
    const ContestedLand found = land();
    const auto with = [](geo::Line line) {
        return ProposalRequest{
            ProposalMethod::drawn, 0.5, std::nullopt,
            std::make_shared<const geo::MultiLine>(geo::MultiLine{std::move(line)})};
    };
    geo::Line line{in_force.back(), {109.0505, -6.98}, {109.0495, -6.99}, in_force.front()};
    const Proposal made = proposed(found, with(line));
    std::reverse(line.begin(), line.end());
    EXPECT_EQ(made.line, line);
    EXPECT_TRUE(made.remarks.empty());
    expect_sound(found, made);
    line[1].x = 109.06; // far outside
    const Proposal led = proposed(found, with(line));
    expect_sound(found, led);
    EXPECT_EQ(led.remarks.at(0).key, "analysis.proposal.drawn_led");
    line.back().y += 0.01;
    EXPECT_EQ(refused(found, with(line)), "analysis.proposal.off_nodes");
    EXPECT_EQ(refused(found, {.method = ProposalMethod::drawn}), "analysis.proposal.one_line");
}

TEST_F(Proposals, SidesDoNotDependOnHowTheDisputeNamesThem) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(timur, {bulge(20, [](double) { return -0.001; })});
    const ProposalRequest request{.method = ProposalMethod::equal_area, .first_share = 0.7};
    const Proposal one = proposed(land(), request);
    model::BoundaryDispute row = *atlas()->find(dispute);
    std::swap(row.first, row.second);
    regency.put(row);
    const Proposal other = proposed(land(), request);
    EXPECT_EQ(one.ledger[0].village, other.ledger[1].village);
    EXPECT_NEAR(one.ledger[0].after_m2, other.ledger[0].after_m2, 0.1);
    EXPECT_NEAR(one.ledger[0].before_m2, other.ledger[1].before_m2, 1e-6);
}

TEST_F(Proposals, NamesWhatLiesInside) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(timur, {bulge(20, [](double) { return -0.002; })});
    model::Agreement agreement;
    agreement.title = "Air bersih";
    const auto agreed = regency.put(agreement);
    const auto asset = [&](geo::Point at) {
        model::SharedAsset row;
        row.agreement = agreed;
        row.geometry = std::make_shared<const geo::Geometry>(geo::PointSet{{at}});
        return regency.put(row);
    };
    const auto inside = asset({109.0505, -6.985});
    asset({109.02, -6.985});
    model::ReferenceLine river;
    river.geometry = std::make_shared<const geo::MultiLine>(
        geo::MultiLine{{{109.04, -6.985}, {109.06, -6.985}}});
    const auto crossing = regency.put(river);
    const ContestedLand found = land();
    Progress progress;
    const LandContents contents = contents_of(*atlas(), found.land(), progress);
    EXPECT_EQ(contents.assets, std::vector{inside});
    EXPECT_EQ(contents.agreements, std::vector{agreed});
    ASSERT_EQ(contents.lines.size(), 1U);
    EXPECT_EQ(contents.lines[0].line, crossing);
    EXPECT_NEAR(contents.lines[0].length_m,
                crs::ellipsoidal_distance({109.048, -6.985}, {109.052, -6.985}), 0.1);
}

} // namespace
} // namespace antardesa::analysis
