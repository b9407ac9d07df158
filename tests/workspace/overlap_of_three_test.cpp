#include "proposed_line.h"

#include "analysis/contested_land.h"
#include "analysis/proposal.h"
#include "workspace/accept_proposal.h"
#include "workspace/overlap_case.h"

#include <gmock/gmock.h>

#include <set>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Three villages, each reaching 200 m into both others: three overlaps of two meet in one of all.
class OverlapOfThree : public ::testing::Test {
  protected:
    OverlapOfThree() {
        std::ofstream(folder_ / "desa.geojson")
            << R"({"type":"FeatureCollection","features":[)"
            << village("1", "[109,-7],[109.021,-7],[109.021,-6.979],[109,-6.979],[109,-7]") << ","
            << village("2",
                       "[109.019,-7],[109.04,-7],[109.04,-6.979],[109.019,-6.979],[109.019,-7]")
            << ","
            << village("3", "[109,-6.981],[109.04,-6.981],[109.04,-6.96],[109,-6.96],[109,-6.981]")
            << "]}";
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), project_, test_environment(), progress);
        running_.act(OpenFile{project_});
        running_.act(CheckBoundaries{});
    }
    static std::string village(const std::string& number, const std::string& ring) {
        return R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)" + number +
               R"(","NAMOBJ":"Asri )" + number +
               R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
               R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
    }
    const model::Atlas& atlas() const { return *running_.workspace.atlas(); }
    std::vector<Id<model::BoundaryFinding>> overlaps(std::size_t villages) const {
        std::vector<Id<model::BoundaryFinding>> found;
        for (const auto& finding : atlas().table<model::BoundaryFinding>())
            if (finding.kind == model::FlawKind::overlap && finding.villages.size() == villages)
                found.push_back(finding.id);
        return found;
    }
    /// Square metres, of each case.
    std::vector<double> contested() const {
        std::vector<double> areas;
        Progress progress;
        for (const model::BoundaryDispute& dispute : atlas().disputes()) {
            const auto land = analysis::contested_land(atlas(), dispute.id, progress);
            EXPECT_TRUE(land) << land.refusal().message.key;
            areas.push_back(land ? land.value().area_m2 : 0);
        }
        return areas;
    }
    void settle_pairs() {
        for (const auto overlap : overlaps(2))
            running_.act(ClaimOverlap{overlap, {}, "PMD", {}, 3});
        ASSERT_THAT(overlaps(2), IsEmpty());
        ASSERT_THAT(overlaps(3), SizeIs(1));
    }

    TemporaryFolder folder_;
    fs::path project_ = folder_ / "proyek.gpkg";
    Running running_;
};

TEST_F(OverlapOfThree, BecomesACaseOfItsHolderWithEachOther) {
    settle_pairs();
    const auto overlap = overlaps(3).at(0);
    const double area = *atlas().find(overlap)->area_m2;
    const std::vector<double> before = contested();
    running_.act(Select{{SubjectKind::finding, overlap.value}});
    EXPECT_THAT(running_.workspace.card().finding->claimants, SizeIs(3));
    running_.act(ClaimOverlap{overlap, {}, "PMD", {}, 4});
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    EXPECT_THAT(running_.workspace.history().rows.at(0).name, HasSubstr("dipegang Asri"));
    const std::vector<double> after = contested();
    ASSERT_EQ(after.size(), before.size()) << "each pair has its case already";
    int grown = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        grown += after[i] > before[i] + area * 0.9;
        running_.act(PreviewProposal{atlas().disputes()[i].id});
        EXPECT_EQ(running_.workspace.proposal().stage, ProposalView::Stage::ready);
    }
    EXPECT_EQ(grown, 2) << "the land that all three claim";
    running_.act(CheckBoundaries{});
    EXPECT_THAT(overlaps(3), IsEmpty());
    EXPECT_THAT(overlaps(2), IsEmpty());
}

TEST_F(OverlapOfThree, IsWorkedToTheEndCaseByCase) {
    settle_pairs();
    running_.act(ClaimOverlap{overlaps(3).at(0), {}, "PMD", {}, 4});
    std::uint64_t form = 20;
    std::set<Id<model::BoundarySegment>> segments;
    for (const model::BoundaryDispute& dispute : atlas().disputes())
        EXPECT_TRUE(segments.insert(dispute.segment).second) << "two cases on one line";
    for (const model::BoundaryDispute& dispute :
         model::Table<model::BoundaryDispute>(atlas().disputes())) {
        SCOPED_TRACE(dispute.id.value);
        running_.act(AdvanceCase{dispute.id, model::DisputeState::district_facilitation,
                                 CitedDocument{}, Date{std::chrono::year{2026} / 9 / 12}});
        Progress progress;
        const auto told = analysis::contested_land(atlas(), dispute.id, progress);
        ASSERT_TRUE(told) << told.refusal().message.key;
        analysis::ProposalRequest midline;
        midline.method = analysis::ProposalMethod::midline;
        const auto half = analysis::propose(told.value(), midline, progress);
        ASSERT_TRUE(half) << half.refusal().message.key;
        const auto trouble = trouble_with(atlas(), dispute.segment, half.value().line);
        running_.act(PreviewProposal{dispute.id, ProposalWay::midline});
        running_.act(AcceptProposal{minutes(), {}, {}, ++form});
        EXPECT_EQ(atlas().find(dispute.id)->state == model::DisputeState::agreed, !trouble)
            << "what would be refused later is told before";
        // What was agreed with one village may leave no room for the midline with the other.
        for (const ProposalWay way : {ProposalWay::straight, ProposalWay::equal_area})
            if (atlas().find(dispute.id)->state != model::DisputeState::agreed) {
                running_.act(PreviewProposal{dispute.id, way});
                running_.act(AcceptProposal{minutes(), {}, {}, ++form});
            }
        EXPECT_EQ(atlas().find(dispute.id)->state, model::DisputeState::agreed);
    }
}

TEST_F(OverlapOfThree, GivesItsNumberToOneOfItsCasesOnly) {
    settle_pairs();
    Progress progress;
    OverlapCase request;
    request.finding = overlaps(3).at(0);
    request.today = Date{std::chrono::year{2026} / 11 / 26};
    request.number = "4/SB/2026";
    model::TableSet without = atlas().tables();
    std::get<model::Table<model::Claim>>(without) = {};
    std::get<model::Table<model::BoundaryDispute>>(without) = {};
    const auto alone = model::Atlas::build(atlas().identity(), without, 1, progress);
    const auto edit =
        overlap::case_of_three(*alone, *alone->find(request.finding), request, progress);
    ASSERT_TRUE(edit) << edit.refusal().message.key;
    const model::TableSet tables = model::applied(alone->tables(), edit.value());
    int numbered = 0;
    for (const auto& dispute : std::get<model::Table<model::BoundaryDispute>>(tables))
        numbered += dispute.number == request.number ? 1 : 0;
    EXPECT_EQ(numbered, 1);
}

TEST_F(OverlapOfThree, IsOneStepThatCanBeUndone) {
    settle_pairs();
    const std::size_t disputes = atlas().disputes().size();
    const std::size_t claims = atlas().table<model::Claim>().size();
    running_.act(ClaimOverlap{overlaps(3).at(0), {}, "PMD", {}, 4});
    running_.act(Undo{});
    EXPECT_EQ(atlas().disputes().size(), disputes);
    EXPECT_EQ(atlas().table<model::Claim>().size(), claims);
    EXPECT_THAT(overlaps(3), SizeIs(1));
}

TEST_F(OverlapOfThree, IsHeldByTheOneThatIsNamed) {
    settle_pairs();
    const auto overlap = overlaps(3).at(0);
    std::set<std::string> holders;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string named = atlas().find(atlas().find(overlap)->villages[i])->name;
        running_.act(ClaimOverlap{overlap, {}, "PMD", {}, 4 + i, i});
        if (running_.workspace.form_answer().refusal.empty()) {
            EXPECT_THAT(running_.workspace.history().rows.at(0).name,
                        HasSubstr("dipegang " + named));
            holders.insert(named);
            running_.act(Undo{});
        }
    }
    EXPECT_GE(holders.size(), 2U) << "whom nobody names would always be the first";
}

TEST_F(OverlapOfThree, IsNotHeldByAnother) {
    settle_pairs();
    Progress progress;
    OverlapCase request{overlaps(3).at(0), {}, "PMD", {}, Date{}};
    request.holder = {99};
    EXPECT_EQ(case_of_overlap(atlas(), request, progress).refusal().message.key,
              "workspace.overlap.not_claimant");
}

TEST_F(OverlapOfThree, BeforeThoseOfTwoAroundItIsRefusedWithWhatToDo) {
    running_.act(ClaimOverlap{overlaps(3).at(0), {}, "PMD", {}, 4});
    EXPECT_THAT(running_.workspace.form_answer().refusal,
                HasSubstr("Asri 2 dan Asri 3 di sebelahnya"));
    EXPECT_EQ(atlas().disputes().size(), 0U);
}

} // namespace
} // namespace antardesa::workspace
