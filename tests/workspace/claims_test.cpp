#include "proposed_line.h"

#include "analysis/proposal.h"
#include "cartography/map_geometry.h"
#include "crs/ellipsoid.h"
#include "project/project_file.h"
#include "workspace/accept_proposal.h"

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

constexpr const char* west = "[109,-7],[109.01,-7],[109.01,-6.998],[109.012,-6.995],"
                             "[109.01,-6.992],[109.01,-6.99],[109,-6.99]";
constexpr const char* east = "[109.01,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99],"
                             "[109.01,-6.992],[109.009,-6.995],[109.01,-6.998]";

/// Two villages whose outlines overlap, in the middle of their border if nothing else is said.
class OverlapCase : public ::testing::Test {
  protected:
    explicit OverlapCase(const std::string& first_ring = west,
                         const std::string& second_ring = east) {
        const auto feature = [](const std::string& number, const std::string& ring) {
            const std::string first = ring.substr(0, ring.find(']') + 1);
            return R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)" + number +
                   R"(","NAMOBJ":"Asri )" + number +
                   R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
                   R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "," + first + "]]}}";
        };
        std::ofstream(folder_ / "desa.geojson")
            << R"({"type":"FeatureCollection","features":[)" << feature("1", first_ring) << ","
            << feature("2", second_ring) << "]}";
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), project_, test_environment(), progress);
        running_.act(OpenFile{project_});
        running_.act(CheckBoundaries{});
        for (const auto& finding : atlas().table<model::BoundaryFinding>())
            if (finding.kind == model::FlawKind::overlap)
                overlap_ = finding.id;
    }
    const model::Atlas& atlas() const { return *running_.workspace.atlas(); }

    TemporaryFolder folder_;
    fs::path project_ = folder_ / "proyek.gpkg";
    Running running_;
    Id<model::BoundaryFinding> overlap_;
};

TEST_F(OverlapCase, HasBothLinesAsClaimsAndTheMiddleInForceInOneStep) {
    ASSERT_TRUE(overlap_);
    running_.act(Select{{SubjectKind::finding, overlap_.value}});
    ASSERT_TRUE(running_.workspace.card().finding);
    EXPECT_THAT(running_.workspace.card().finding->claimants,
                ::testing::ElementsAre("Asri 1", "Asri 2"));
    const std::string before = project::content_dump(project_);
    std::vector<double> areas;
    for (const model::Village& village : atlas().villages())
        areas.push_back(crs::ellipsoidal_area(*village.geometry));
    const double overlap = *atlas().find(overlap_)->area_m2;
    running_.act(ClaimOverlap{overlap_, {"Peta 1987", "Peta 2015"}, "PMD", {}, 3});
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    ASSERT_EQ(atlas().disputes().size(), 1U);
    const model::BoundaryDispute& dispute = atlas().disputes()[0];
    const auto claims = atlas().claims(dispute.id);
    ASSERT_THAT(claims, SizeIs(2));
    EXPECT_EQ(running_.workspace.card().subject,
              (cartography::Subject{SubjectKind::dispute, dispute.id.value}))
        << "the new case is what one looks at";
    ASSERT_TRUE(dispute.contested);
    EXPECT_NEAR(crs::ellipsoidal_area(*dispute.contested), overlap, overlap * 0.01);
    EXPECT_EQ(claims[0]->basis, "Peta 1987");
    EXPECT_EQ(claims[1]->author, "PMD");
    EXPECT_THAT(claims[0]->line->at(0), ::testing::Contains(geo::Point{109.012, -6.995}));
    EXPECT_THAT(claims[1]->line->at(0), ::testing::Contains(geo::Point{109.009, -6.995}));
    EXPECT_EQ(atlas().find(dispute.segment)->state, model::SegmentState::disputed);
    running_.act(PreviewProposal{dispute.id});
    const ProposalView& view = running_.workspace.proposal();
    ASSERT_EQ(view.stage, ProposalView::Stage::ready) << view.summary;
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_NEAR(crs::ellipsoidal_area(*atlas().villages()[i].geometry), areas[i] - overlap / 2,
                    overlap * 0.1)
            << "what both claimed is shared for the time being";
    running_.act(Undo{});
    EXPECT_EQ(atlas().disputes().size(), 0U);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(crs::ellipsoidal_area(*atlas().villages()[i].geometry), areas[i]);
    EXPECT_TRUE(atlas().find(overlap_)) << "one step takes all of it back";
}

/// All along the border: the overlap reaches what lies north and south of both.
class OverlapFromEndToEnd : public OverlapCase {
  protected:
    OverlapFromEndToEnd()
        : OverlapCase("[109,-7],[109.012,-7],[109.011,-6.99],[109,-6.99]",
                      "[109.009,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99]") {}
};

TEST_F(OverlapFromEndToEnd, IsSharedByAreaWithoutRunningAlongTheEdge) {
    ASSERT_TRUE(overlap_);
    running_.act(ClaimOverlap{overlap_, {"Peta 1987", "Peta 2015"}, "PMD", {}, 3});
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    const Id<model::BoundaryDispute> dispute = atlas().disputes()[0].id;
    running_.act(AdvanceCase{dispute, model::DisputeState::district_facilitation, CitedDocument{},
                             Date{std::chrono::year{2026} / 9 / 12}});
    Progress progress;
    const auto land = analysis::contested_land(atlas(), dispute, progress);
    ASSERT_TRUE(land);
    EXPECT_THAT(land.value().others, SizeIs(::testing::Ge(2U)));
    for (const std::optional<double> direction : {std::optional<double>(), {30.0}, {135.0}})
        for (const double share : {0.5, 0.6, 0.2}) {
            analysis::ProposalRequest request;
            request.method = analysis::ProposalMethod::equal_area;
            request.first_share = share;
            request.direction_deg = direction;
            const auto proposed = analysis::propose(land.value(), request, progress);
            EXPECT_TRUE(proposed) << proposed.refusal().message.key << " " << share << " "
                                  << direction.value_or(-1);
            if (!proposed)
                continue;
            EXPECT_NEAR(proposed.value().ledger[0].after_m2, share * land.value().area_m2, 0.02);
            AcceptedLine accepted;
            accepted.dispute = dispute;
            accepted.line = proposed.value().line;
            accepted.document = minutes();
            accepted.today = test_environment().clock->today();
            const auto agreed = accept_proposal(atlas(), accepted);
            EXPECT_TRUE(agreed) << agreed.refusal().message.key << " " << share << " "
                                << direction.value_or(-1);
        }
}

TEST_F(OverlapCase, OfAnotherFindingIsRefused) {
    running_.act(ClaimOverlap{{99}, {}, {}, {}, 3});
    EXPECT_THAT(running_.workspace.form_answer().refusal, HasSubstr("99"));
    EXPECT_EQ(atlas().disputes().size(), 0U);
}

/// One lies across the other, from side to side.
class CrossedOverlap : public OverlapCase {
  protected:
    CrossedOverlap()
        : OverlapCase("[109,-6.996],[109.02,-6.996],[109.02,-6.994],[109,-6.994]",
                      "[109.009,-7],[109.011,-7],[109.011,-6.99],[109.009,-6.99]") {}
};

TEST_F(CrossedOverlap, BecomesACaseWithBothClaimsWhileOneHoldsTheLand) {
    ASSERT_TRUE(overlap_);
    const double overlap = *atlas().find(overlap_)->area_m2;
    running_.act(ClaimOverlap{overlap_, {"Peta 1987", "Peta 2015"}, "PMD", {}, 3});
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    ASSERT_EQ(atlas().disputes().size(), 1U);
    const model::BoundaryDispute& dispute = atlas().disputes()[0];
    ASSERT_TRUE(dispute.contested);
    EXPECT_NEAR(crs::ellipsoidal_area(*dispute.contested), overlap, overlap * 1e-6);
    const auto claims = atlas().claims(dispute.id);
    ASSERT_THAT(claims, SizeIs(2));
    EXPECT_THAT(*claims[0]->line, SizeIs(2)) << "both banks of the land that it claims";
    EXPECT_THAT(*claims[1]->line, SizeIs(2));
    EXPECT_THAT(running_.workspace.history().rows.at(0).name, HasSubstr("dipegang Asri 1"));
    running_.act(CheckBoundaries{});
    for (const model::BoundaryFinding& finding : atlas().table<model::BoundaryFinding>())
        EXPECT_NE(finding.kind, model::FlawKind::overlap);
}

/// One lies in the other, which has no hole for it.
class EnclosedOverlap : public OverlapCase {
  protected:
    EnclosedOverlap()
        : OverlapCase("[109,-7],[109.02,-7],[109.02,-6.99],[109,-6.99]",
                      "[109.009,-6.996],[109.011,-6.996],[109.011,-6.994],[109.009,-6.994]") {}
};

TEST_F(EnclosedOverlap, TheEnclosedOneHoldsItsLandUntilTheyAgree) {
    ASSERT_TRUE(overlap_);
    const double overlap = *atlas().find(overlap_)->area_m2;
    running_.act(ClaimOverlap{overlap_, {"Peta 1987", "Peta 2015"}, "PMD", {}, 3});
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    ASSERT_EQ(atlas().disputes().size(), 1U);
    const model::BoundaryDispute& dispute = atlas().disputes()[0];
    const auto claims = atlas().claims(dispute.id);
    ASSERT_THAT(claims, SizeIs(2));
    EXPECT_FALSE(claims[0]->line) << "it claims all of it";
    ASSERT_TRUE(claims[1]->line);
    EXPECT_EQ(claims[1]->line->at(0).front(), claims[1]->line->at(0).back());
    EXPECT_NEAR(crs::ellipsoidal_area(*atlas().villages()[1].geometry), overlap, 0.01);
    EXPECT_NEAR(crs::ellipsoidal_area(*dispute.contested), overlap, overlap * 1e-6);
}

TEST_F(EnclosedOverlap, LeavesNothingToNegotiateAndSaysHowItEnds) {
    running_.act(ClaimOverlap{overlap_, {"Peta 1987", "Peta 2015"}, "PMD", {}, 3});
    Progress progress;
    const auto told = analysis::contested_land(atlas(), atlas().disputes()[0].id, progress);
    ASSERT_FALSE(told);
    EXPECT_EQ(told.refusal().message.key, "analysis.contested.enclosed");
    running_.act(PreviewProposal{atlas().disputes()[0].id});
    EXPECT_THAT(running_.workspace.proposal().summary, HasSubstr("sampai sepakat"));
}

} // namespace
} // namespace antardesa::workspace
