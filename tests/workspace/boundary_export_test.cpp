#include "grid_file.h"
#include "running.h"
#include "workspace/paper_code.h"
#include "workspace/sheet_annex.h"
#include "workspace/sheet_code.h"
#include "workspace/workspace.h"

#include "project/project_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;

class BoundaryExport : public ::testing::Test {
  protected:
    void SetUp() override { atlas_ = with_points(6); }
    /// Titik kartometrik along the first segment.
    std::shared_ptr<const model::Atlas> with_points(int count) {
        ImportPlan plan = plan_of(write_grid(folder_ / "desa.geojson", grid(4)));
        Progress progress;
        const auto first = model::Atlas::build(plan.identity, plan.tables, 0, progress);
        model::TableSet tables = first->tables();
        const geo::Line line = first->segments().find({1})->geometry->front();
        for (int i = 0; i < count; ++i) {
            model::TurningPoint point;
            point.id = {i + 1};
            point.segment = {1};
            point.order = i + 1;
            point.kind = "TK";
            point.number = i == 0 || i + 1 == count ? "000" : std::to_string(1000 + i).substr(1);
            point.position =
                line.front() + (line.back() - line.front()) * (double(i) / (count - 1));
            std::get<model::Table<model::TurningPoint>>(tables).put(point);
        }
        return model::Atlas::build(plan.identity, std::move(tables), 1, progress);
    }
    ExportRequest request(const std::string& name, const std::string& extent) {
        ExportRequest request;
        request.output = folder_ / name;
        request.dpi = 30;
        request.extent = extent;
        request.sheet.kind = cartography::SheetKind::boundary;
        return request;
    }
    Result<ExportReport> run(const ExportRequest& request) {
        Progress progress;
        return export_map(atlas_, request, environment_, progress);
    }
    TemporaryFolder folder_;
    Environment environment_ = test_environment();
    std::shared_ptr<const model::Atlas> atlas_;
};

TEST_F(BoundaryExport, OfAVillageIsOneSheetWhereItFits) {
    const auto report = run(request("batas.pdf", "village=99.01.01.2001"));
    ASSERT_TRUE(report) << debug_text(report.refusal().message);
    EXPECT_EQ(report.value().pages, 1);
    EXPECT_EQ(report.value().annex_pages, 0);
    EXPECT_EQ(report.value().scale.denominator, 10'000);
    EXPECT_THAT(bytes_of(folder_ / "batas.pdf"), HasSubstr("/Measure"));
}

TEST_F(BoundaryExport, ASetIsOnePdfAndNumberedPictures) {
    ExportRequest wanted = request("batas.pdf", "village=99.01.01.2001");
    wanted.sheet.scale = MapScale{2'500};
    const auto report = run(wanted);
    ASSERT_TRUE(report) << debug_text(report.refusal().message);
    EXPECT_GT(report.value().pages, 1);
    wanted.output = folder_ / "batas.svg";
    ASSERT_TRUE(run(wanted));
    EXPECT_TRUE(fs::exists(folder_ / "batas-01.svg"));
    EXPECT_TRUE(fs::exists(folder_ / "batas-02.svg"));
}

TEST_F(BoundaryExport, PointsWithoutRoomFollowOnAnAnnex) {
    atlas_ = with_points(120);
    const auto report = run(request("batas.pdf", "segment=1"));
    ASSERT_TRUE(report) << debug_text(report.refusal().message);
    EXPECT_GT(report.value().annex_pages, 0);
    EXPECT_EQ(report.value().pages, 1 + report.value().annex_pages);
    ExportRequest pictures = request("batas.svg", "segment=1");
    ASSERT_TRUE(run(pictures));
    EXPECT_TRUE(fs::exists(folder_ / "batas-02.svg"));
    atlas_ = with_points(20);
    pictures.sheet.paper = cartography::Paper::a0;
    pictures.output = folder_ / "besar.pdf";
    EXPECT_EQ(run(pictures).value().annex_pages, 0);
}

TEST_F(BoundaryExport, TheAnnexNumbersEveryPointOfEverySegment) {
    atlas_ = with_points(120);
    const i18n::Catalogue indonesian(i18n::Language::indonesian, environment_.languages_folder);
    const PaperFacts facts{*atlas_, indonesian, environment_.clock->today(), "Uji", ""};
    const auto annex = sheet_annex(facts, {SubjectKind::village, 1}, {49, true}, "7K3M");
    const documents::Table* table = nullptr;
    for (const documents::Block& block : annex.blocks)
        if (const auto* one = std::get_if<documents::Table>(&block))
            table = one;
    ASSERT_TRUE(table);
    ASSERT_EQ(table->columns.size(), 6U);
    EXPECT_EQ(table->columns[0].title, "NO");
    EXPECT_EQ(table->columns[1].title, "TITIK KARTOMETRIK");
    ASSERT_EQ(table->rows.size(), 120U);
    EXPECT_EQ(table->rows.back()[0].text, "120");
    EXPECT_THAT(annex.footer, HasSubstr("7K3M"));
    EXPECT_EQ(annex.mark, "DRAF");
}

TEST_F(BoundaryExport, WhatIsNoBoundaryAndAWrongScaleAreRefused) {
    const auto refused = [&](ExportRequest wanted) {
        const auto report = run(wanted);
        return report ? "" : report.refusal().message.key;
    };
    EXPECT_EQ(refused(request("x.pdf", "kecamatan=99.01.01")), "sheet.refused.subject");
    EXPECT_EQ(refused(request("x.pdf", "")), "sheet.refused.subject");
    ExportRequest scale = request("x.pdf", "village=99.01.01.2001");
    scale.sheet.scale = MapScale{25'000};
    EXPECT_EQ(refused(scale), "sheet.refused.scale_landscape");
    scale.sheet.kind = cartography::SheetKind::working;
    EXPECT_EQ(refused(scale), "");
    EXPECT_FALSE(fs::exists(folder_ / "y.pdf"));
}

TEST_F(BoundaryExport, SaysWhenItsTypefaceIsMissing) {
    EXPECT_EQ(run(request("a.pdf", "segment=1")).value().substitute_type,
              !environment_.typesetter->has(text::Family::sheet));
    environment_.typesetter = std::make_shared<const text::Typesetter>(
        std::vector<fs::path>{"/usr/share/fonts/truetype/dejavu"});
    const auto report = run(request("b.pdf", "segment=1"));
    ASSERT_TRUE(report);
    EXPECT_TRUE(report.value().substitute_type);
    ExportRequest meeting = request("c.pdf", "");
    meeting.sheet.kind = cartography::SheetKind::meeting;
    EXPECT_FALSE(run(meeting).value().substitute_type);
}

TEST_F(BoundaryExport, TheSheetOfAVillageHasTheCodeOfAllItsLines) {
    const Date today = environment_.clock->today();
    cartography::SheetRequest sheet;
    sheet.kind = cartography::SheetKind::boundary;
    sheet.focus = {SubjectKind::village, 6};
    const auto check = sheet_check(*atlas_, sheet, today);
    ASSERT_TRUE(check);
    EXPECT_EQ(check->code, sheet_code(*atlas_, Id<model::Village>{6}, today));
    EXPECT_NE(check->code, sheet_code(*atlas_, Id<model::Village>{7}, today));
    sheet.kind.reset();
    EXPECT_FALSE(sheet_check(*atlas_, sheet, today)) << "a meeting's map is about no line";
}

TEST(BoundaryPanel, ShowsEachSheetOfTheSetOrWhyThereIsNone) {
    const TemporaryFolder folder;
    Running running;
    running.act(OpenFile{write_grid(folder / "desa.geojson", grid(4))});
    running.act(SetJob{Job::sheet});
    cartography::SheetRequest request = running.workspace.sheet().request;
    request.kind = cartography::SheetKind::boundary;
    running.act(SetSheet{request});
    EXPECT_THAT(running.workspace.sheet().refused, HasSubstr("satu desa"));
    EXPECT_FALSE(running.workspace.sheet().preview);
    request.focus = {SubjectKind::village, 1};
    request.scale = MapScale{2'500};
    running.act(SetSheet{request});
    const SheetView& view = running.workspace.sheet();
    EXPECT_EQ(view.refused, "");
    EXPECT_TRUE(view.preview);
    EXPECT_GT(view.request.pages, 1);
    EXPECT_THAT(view.about, HasSubstr("Desa 1"));
    EXPECT_EQ(view.scale, "1 : 2.500");
    const int before = running.pictures();
    request.page = 2;
    running.act(SetSheet{request});
    EXPECT_GT(running.pictures(), before);
    EXPECT_EQ(running.workspace.sheet().request.page, 2);
}

TEST(BoundaryPanel, WritesTheSheetOfAVillage) {
    const TemporaryFolder folder;
    Running running;
    running.act(OpenFile{write_grid(folder / "desa.geojson", grid(4))});
    running.act(WriteSheetOf{{SubjectKind::village, 1}, folder / "batas.pdf"});
    EXPECT_TRUE(running.says("batas.pdf"));
    EXPECT_TRUE(fs::exists(folder / "batas.pdf"));
    running.act(WriteSheetOf{{SubjectKind::district, 1}, folder / "lain.pdf"});
    EXPECT_FALSE(fs::exists(folder / "lain.pdf"));
}

} // namespace
} // namespace antardesa::workspace
