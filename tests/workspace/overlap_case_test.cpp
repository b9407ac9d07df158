#include "proposed_line.h"

#include "analysis/proposal.h"
#include "crs/ellipsoid.h"
#include "project/project_file.h"
#include "workspace/accept_proposal.h"
#include "workspace/paper_matter.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* west = "[109,-7],[109.01,-7],[109.01,-6.998],[109.012,-6.995],"
                             "[109.01,-6.992],[109.01,-6.99],[109,-6.99]";
constexpr const char* east = "[109.01,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99],"
                             "[109.01,-6.992],[109.009,-6.995],[109.01,-6.998]";

/// Two villages whose outlines overlap, in the middle of their border if nothing else is said, and
/// one in their holes where it is named.
struct Outlines {
    std::string first = west;
    std::string second = east;
    std::string first_hole = {};
    std::string second_hole = {};
    std::string third = {};
};

class OverlapCase : public ::testing::Test {
  protected:
    explicit OverlapCase(const Outlines& outlines = {}) {
        const auto closed = [](const std::string& ring) {
            return "[" + ring + "," + ring.substr(0, ring.find(']') + 1) + "]";
        };
        const auto feature = [&](const std::string& number, const std::string& ring,
                                 const std::string& hole) {
            return R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)" + number +
                   R"(","NAMOBJ":"Asri )" + number +
                   R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
                   R"("geometry":{"type":"Polygon","coordinates":[)" + closed(ring) +
                   (hole.empty() ? "" : "," + closed(hole)) + "]}}";
        };
        std::ofstream(folder_ / "desa.geojson")
            << R"({"type":"FeatureCollection","features":[)"
            << feature("1", outlines.first, outlines.first_hole) << ","
            << feature("2", outlines.second, outlines.second_hole)
            << (outlines.third.empty() ? "" : "," + feature("3", outlines.third, "")) << "]}";
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), project_, test_environment(), progress);
        running_.act(OpenFile{project_});
        running_.act(CheckBoundaries{});
        for (const auto& finding : atlas().table<model::BoundaryFinding>())
            if (finding.kind == model::FlawKind::overlap)
                overlap_ = finding.id;
    }
    const model::Atlas& atlas() const { return *running_.workspace.atlas(); }
    /// The case that the overlap becomes, facilitated; none where it is refused.
    Id<model::BoundaryDispute> facilitated() {
        running_.act(ClaimOverlap{overlap_, {"Peta 1987", "Peta 2015"}, "PMD", {}, 3});
        if (atlas().disputes().empty())
            return {};
        const Id<model::BoundaryDispute> dispute = atlas().disputes()[0].id;
        running_.act(AdvanceCase{dispute, model::DisputeState::district_facilitation,
                                 CitedDocument{}, Date{std::chrono::year{2026} / 9 / 12}});
        return dispute;
    }

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
        : OverlapCase({"[109,-7],[109.012,-7],[109.011,-6.99],[109,-6.99]",
                       "[109.009,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99]"}) {}
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
        : OverlapCase({"[109,-6.996],[109.02,-6.996],[109.02,-6.994],[109,-6.994]",
                       "[109.009,-7],[109.011,-7],[109.011,-6.99],[109.009,-6.99]"}) {}
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
        : OverlapCase({"[109,-7],[109.02,-7],[109.02,-6.99],[109,-6.99]",
                       "[109.009,-6.996],[109.011,-6.996],[109.011,-6.994],[109.009,-6.994]"}) {}
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

constexpr const char* hole =
    "[109.0102,-6.9955],[109.0108,-6.9955],[109.0108,-6.9945],[109.0102,-6.9945]";

/// Asri 2 leaves out some of what both claim: that is not in question.
class OverlapWithHole : public OverlapCase {
  protected:
    OverlapWithHole() : OverlapCase({west, east, {}, hole, {}}) {}
};

TEST_F(OverlapWithHole, SharesWhatBothClaimAndNothingElse) {
    ASSERT_TRUE(overlap_);
    const double overlap = *atlas().find(overlap_)->area_m2;
    const auto dispute = facilitated();
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    ASSERT_TRUE(dispute);
    Progress progress;
    const auto land = analysis::contested_land(atlas(), dispute, progress);
    ASSERT_TRUE(land) << land.refusal().message.key;
    EXPECT_NEAR(land.value().area_m2, overlap, overlap * 1e-3);
    const geo::MultiPolygon contested = *atlas().find(dispute)->contested;
    EXPECT_NEAR(crs::ellipsoidal_area(contested), overlap, overlap * 1e-3);
    analysis::ProposalRequest request;
    request.method = analysis::ProposalMethod::equal_area;
    const auto proposed = analysis::propose(land.value(), request, progress);
    ASSERT_TRUE(proposed) << proposed.refusal().message.key;
    AcceptedLine accepted;
    accepted.dispute = dispute;
    accepted.line = proposed.value().line;
    accepted.document = minutes();
    accepted.today = test_environment().clock->today();
    const auto agreed = accept_proposal(atlas(), accepted);
    ASSERT_TRUE(agreed) << agreed.refusal().message.key;
    const auto after = model::Atlas::build(atlas().identity(),
                                           model::applied(atlas().tables(), agreed.value().edit),
                                           atlas().revision() + 1, progress);
    for (std::size_t side = 0; side < 2; ++side)
        EXPECT_NEAR(land_in(*after, contested, land.value().claims[side].village), overlap / 2,
                    overlap * 1e-3)
            << "what the minutes say is what was proposed";
}

/// A third village lies in the holes of both.
class OverlapAroundThird : public OverlapCase {
  protected:
    OverlapAroundThird() : OverlapCase({west, east, hole, hole, hole}) {}
};

TEST_F(OverlapAroundThird, KeepsTheThirdOutOfWhatIsToldAndPrinted) {
    ASSERT_TRUE(overlap_);
    const double overlap = *atlas().find(overlap_)->area_m2;
    const auto dispute = facilitated();
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    ASSERT_TRUE(dispute);
    ASSERT_TRUE(atlas().find(dispute)->contested);
    EXPECT_NEAR(crs::ellipsoidal_area(*atlas().find(dispute)->contested), overlap, overlap * 1e-3);
}

/// Both leave out land that is nobody's.
class OverlapAroundGap : public OverlapCase {
  protected:
    OverlapAroundGap() : OverlapCase({west, east, hole, hole, {}}) {}
};

TEST_F(OverlapAroundGap, IsRefusedWithWhatToDo) {
    ASSERT_TRUE(overlap_);
    EXPECT_FALSE(facilitated());
    EXPECT_THAT(running_.workspace.form_answer().refusal, HasSubstr("celah"));
}

} // namespace
} // namespace antardesa::workspace
