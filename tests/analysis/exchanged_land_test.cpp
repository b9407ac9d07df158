#include "analysis/exchanged_land.h"

#include "disputed_land.h"

namespace antardesa::analysis {
namespace {

TEST_F(Proposals, SliversAreCountedApartAndTheirAreaStays) {
    claim(barat, {bulge(20, [](double) { return 0.002; })});
    claim(timur, {bulge(20, [](double) { return -0.002; })});
    const ContestedLand found = land();
    geo::Line line = in_force;
    for (std::size_t i = 10; i <= 20; ++i)
        line[i].x += 0.001;
    line[40].x -= 0.00001; // 1.1 m at the middle of 111 m
    const Proposal made =
        proposed(found, {ProposalMethod::drawn, 0.5, std::nullopt,
                         std::make_shared<const geo::MultiLine>(geo::MultiLine{line})});
    Progress progress;
    const auto exchanged = exchanged_land(*atlas(), found, made.line, progress);
    ASSERT_TRUE(exchanged);
    EXPECT_EQ(exchanged->gained[0].size(), 1U);
    EXPECT_EQ(exchanged->gained[1].size(), 0U) << "a sliver is no piece";
    EXPECT_EQ(exchanged->slivers, (std::array<std::size_t, 2>{0, 1}));
    EXPECT_GT(exchanged->slivers_m2[1], 30);
    EXPECT_LT(exchanged->slivers_m2[1], sliver_m2);
    EXPECT_EQ(exchanged->gained_m2[1], exchanged->slivers_m2[1]);
    EXPECT_NEAR(exchanged->gained_m2[0] - exchanged->gained_m2[1], made.ledger[0].delta_m2, 0.05)
        << "what changes hands is the ledger's difference to the last piece";
}

} // namespace
} // namespace antardesa::analysis
