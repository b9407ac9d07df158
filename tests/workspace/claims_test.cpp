#include "proposed_line.h"

#include "cartography/map_geometry.h"
#include "crs/ellipsoid.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(ProposedLine, AClaimIsTakenAwayAndComesBackByUndo) {
    const auto claims = [&] { return running_.workspace.atlas()->claims(the_case); };
    ASSERT_THAT(claims(), SizeIs(2));
    const model::Claim before = *claims()[0];
    running_.act(DropClaim{before.id});
    ASSERT_THAT(claims(), SizeIs(1));
    running_.act(Undo{});
    ASSERT_THAT(claims(), SizeIs(2));
    EXPECT_EQ(*claims()[0]->line, *before.line);
    EXPECT_EQ(claims()[0]->basis, before.basis);
}

TEST_F(ProposedLine, TheCardHasBothPartiesSideBySide) {
    running_.act(Select{{SubjectKind::dispute, the_case.value}});
    const auto& deeds = running_.workspace.card().dispute;
    ASSERT_TRUE(deeds);
    ASSERT_THAT(deeds->parties, SizeIs(2));
    EXPECT_EQ(deeds->parties[0].name, "Asri 1");
    ASSERT_THAT(deeds->parties[0].claims, SizeIs(1));
    EXPECT_EQ(deeds->parties[0].claims[0].title, "Peta 1987");
    EXPECT_THAT(deeds->parties[0].claims[0].detail, HasSubstr("km"));
    EXPECT_EQ(deeds->parties[1].claims.at(0).title, "Peta 2015");
    running_.act(DropClaim{deeds->parties[1].claims[0].claim});
    const auto& held = running_.workspace.card().dispute->parties[1].claims;
    ASSERT_THAT(held, SizeIs(1)) << "who claims nothing holds to the line in force";
    EXPECT_EQ(held[0].title, "Belum mengajukan garis; pembandingnya garis yang tercatat");
    EXPECT_EQ(held[0].claim.value, 0);
    running_.act(DropClaim{deeds->parties[0].claims.at(0).claim});
    EXPECT_THAT(running_.workspace.card().dispute->parties[0].claims, IsEmpty());
}

/// A case without claims, and where its line in force begins and ends on the map panel.
class DrawnClaim : public ProposedLine {
  protected:
    DrawnClaim() {
        running_.act(ReportDisputeOn{{1}, "Dua peta lagi"});
        running_.act(BeginClaimLine{second, {1}});
    }
    geo::Point pixels_of(geo::Point degrees) const {
        Progress progress;
        const auto geometry =
            cartography::MapGeometry::build(running_.workspace.atlas(), nullptr, progress);
        const auto& seen = running_.workspace.view();
        const double scale =
            running_.workspace.pixels_per_millimetre() / seen.scale.metres_per_millimetre();
        const geo::Point at = geometry->to_map(degrees);
        return {400 + (at.x - seen.centre.x) * scale, 300 - (at.y - seen.centre.y) * scale};
    }
    const ClaimLineView& drawn() const { return running_.workspace.map().claim_line; }
    static constexpr Id<model::BoundaryDispute> second{2};
};

TEST_F(DrawnClaim, IsPutPointByPointAndItsEndsAreDrawnToTheLineInForce) {
    EXPECT_TRUE(drawn().active);
    EXPECT_FALSE(drawn().can_keep);
    running_.act(AddClaimPoint{pixels_of({109.01, -7}) + geo::Point{5, 3}});
    running_.act(AddClaimPoint{pixels_of({109.012, -6.995}), true});
    running_.act(AddClaimPoint{pixels_of({109.011, -6.991}), true});
    running_.act(StepBackClaimLine{});
    running_.act(AddClaimPoint{pixels_of({109.01, -6.99}) + geo::Point{-4, 2}});
    EXPECT_TRUE(drawn().can_keep);
    EXPECT_THAT(drawn().line, SizeIs(3));
    EXPECT_THAT(drawn().sentence, HasSubstr("Asri 1: 3 titik"));
    AddClaim claim{second, {1}, "Kesaksian", "Tokoh desa", {}, {}, 4};
    claim.drawn = true;
    running_.act(claim);
    EXPECT_EQ(running_.workspace.form_answer().form, 4U);
    EXPECT_EQ(running_.workspace.form_answer().refusal, "");
    const auto claims = running_.workspace.atlas()->claims(second);
    ASSERT_THAT(claims, SizeIs(1));
    const geo::Line& line = claims[0]->line->at(0);
    EXPECT_EQ(line.front(), (geo::Point{109.01, -7})) << "the node";
    EXPECT_NEAR(line[1].x, 109.012, 2e-5);
    EXPECT_EQ(claims[0]->author, "Tokoh desa");
    const auto& contested = running_.workspace.atlas()->find(second)->contested;
    ASSERT_TRUE(contested) << "the case keeps the land between the claims";
    EXPECT_GT(crs::ellipsoidal_area(*contested), 1e5);
    running_.act(EndClaimLine{});
    EXPECT_FALSE(drawn().active);
    running_.act(Undo{});
    EXPECT_THAT(running_.workspace.atlas()->claims(second), IsEmpty());
}

TEST_F(DrawnClaim, ThatEndsOffTheLineInForceIsRefusedInTheForm) {
    running_.act(AddClaimPoint{pixels_of({109.012, -6.998}), true});
    running_.act(AddClaimPoint{pixels_of({109.012, -6.992}), true});
    AddClaim claim{second, {1}, {}, {}, {}, {}, 5};
    claim.drawn = true;
    running_.act(claim);
    EXPECT_EQ(running_.workspace.form_answer().form, 5U);
    EXPECT_THAT(running_.workspace.form_answer().refusal, HasSubstr("Asri 1"));
    EXPECT_TRUE(drawn().active) << "it can be drawn on";
    EXPECT_THAT(running_.workspace.atlas()->claims(second), IsEmpty());
}

} // namespace
} // namespace antardesa::workspace
