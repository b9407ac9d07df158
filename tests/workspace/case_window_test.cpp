#include "running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

constexpr Id<model::BoundaryDispute> the_case{1};

/// A case as two villages work it in the window, from the first report to the Perbup. Each step can
/// be taken out.
class WindowCase : public ::testing::Test {
  public:
    static constexpr int steps = 6;

  protected:
    WindowCase() {
        write("desa.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  feature("1", "[109,-7],[109.01,-7],[109.01,-6.99],[109,-6.99]") + "," +
                  feature("2", "[109.01,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99]") + "]}");
        write("barat.csv", "No;Lintang;Bujur\n1;-7;109,01\n2;-6,995;109,012\n3;-6,99;109,01\n");
        write("timur.geojson",
              R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":)"
              R"([[109.01,-7],[109.009,-6.995],[109.01,-6.99]]}})");
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), project_, test_environment(), progress);
        running_.act(OpenFile{project_});
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
    }
    static std::string feature(const std::string& number, const std::string& ring) {
        const std::string first = ring.substr(0, ring.find(']') + 1);
        return R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)" + number +
               R"(","NAMOBJ":"Asri )" + number +
               R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
               R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "," + first + "]]}}";
    }
    static CitedDocument paper(const char* kind, const char* number) {
        model::Document document;
        document.kind = kind;
        document.number = number;
        document.title = "Batas Asri 1 dengan Asri 2";
        document.date = test_environment().clock->today();
        return {{}, document};
    }
    void step(int number) {
        switch (number) {
        case 0:
            return running_.act(ReportDisputeOn{{1}, "Dua peta"});
        case 1:
            return running_.act(
                AddClaim{the_case, {1}, "Peta 1987", "BPN", {}, folder_ / "barat.csv"});
        case 2:
            return running_.act(AdvanceCase{the_case, model::DisputeState::district_facilitation,
                                            CitedDocument{}, test_environment().clock->today()});
        case 3: {
            PreviewProposal wish{the_case, ProposalWay::equal_area};
            wish.first_share = 0.6;
            return running_.act(wish);
        }
        case 4:
            return running_.act(AcceptProposal{paper("berita_acara", "9/BA"), "Kantor", "Camat"});
        default:
            return running_.act(
                AdvanceCase{the_case, model::DisputeState::enacted, paper("perbup", "12"), {}});
        }
    }
    const model::Atlas& atlas() const { return *running_.workspace.atlas(); }
    bool is_enacted() const {
        const auto* dispute = atlas().find(the_case);
        return dispute && dispute->state == model::DisputeState::enacted &&
               atlas().find(Id<model::BoundarySegment>{1})->state == model::SegmentState::enacted;
    }

    TemporaryFolder folder_;
    fs::path project_ = folder_ / "proyek.gpkg";
    Running running_;
};

TEST_F(WindowCase, IsWorkedFromTheClaimsToThePerbup) {
    for (int number = 0; number < 2; ++number)
        step(number);
    running_.act(AddClaim{the_case, {2}, "Peta 2015", "BIG", {}, folder_ / "timur.geojson"});
    EXPECT_THAT(atlas().claims(the_case), ::testing::SizeIs(2));
    for (int number = 2; number < 4; ++number)
        step(number);
    ASSERT_EQ(running_.workspace.proposal().stage, ProposalView::Stage::ready)
        << running_.workspace.proposal().summary;
    EXPECT_THAT(running_.workspace.proposal().summary, ::testing::HasSubstr("Titik kartometrik"))
        << "what becomes of the points is said before anybody agrees";
    running_.act(KeepProposal{{}, "Camat"});
    step(4);
    EXPECT_EQ(atlas().find(Id<model::BoundarySegment>{1})->state, model::SegmentState::agreed);
    const auto points = atlas().points_of(Id<model::BoundarySegment>{1});
    ASSERT_GE(points.size(), 3U);
    EXPECT_EQ(points.front()->number, "000");
    EXPECT_EQ(points[1]->number, "001");
    EXPECT_EQ(points.back()->number, "000");
    const fs::path minutes = folder_ / "ba.docx";
    PaperRequest request;
    request.kind = PaperKind::minutes;
    request.dispute = the_case;
    running_.act(WritePaper{request, minutes});
    EXPECT_TRUE(fs::exists(minutes));
    step(5);
    EXPECT_TRUE(is_enacted());
    running_.act(Undo{});
    EXPECT_EQ(atlas().find(the_case)->state, model::DisputeState::agreed);
    EXPECT_EQ(atlas().find(Id<model::BoundarySegment>{1})->state, model::SegmentState::agreed)
        << "one step takes both back";
    running_.act(Undo{});
    EXPECT_THAT(atlas().points_of(Id<model::BoundarySegment>{1}), ::testing::IsEmpty());
}

class WindowCaseWithout : public WindowCase, public ::testing::WithParamInterface<int> {};

TEST_P(WindowCaseWithout, AStepDoesNotComeToItsEnd) {
    for (int number = 0; number < steps; ++number)
        if (number != GetParam())
            step(number);
    EXPECT_FALSE(is_enacted());
}

INSTANTIATE_TEST_SUITE_P(Steps, WindowCaseWithout, ::testing::Range(0, WindowCase::steps));

TEST_F(WindowCase, ComesToItsEndWithEveryStep) {
    for (int number = 0; number < steps; ++number)
        step(number);
    EXPECT_TRUE(is_enacted());
}

} // namespace
} // namespace antardesa::workspace
