#include "workspace/import_report.h"

#include "io/table_reader.h"
#include "running.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const i18n::Catalogue& indonesian() {
    static const i18n::Catalogue language(i18n::Language::indonesian,
                                          test_environment().languages_folder);
    return language;
}

Finding finding(Severity severity, const std::string& code, const std::string& subject) {
    return {severity, code, subject, std::nullopt, {"io.more_findings", {"1", subject}}};
}

ReadingReport sample_report() {
    ReadingReport report;
    report.source = "/rahasia/folder/desa.shp";
    report.bytes = 12345;
    report.files = {{"/rahasia/folder/desa.shp", FileRole::boundaries, 305, 297, 3, 5}};
    for (int i = 0; i < 250; ++i)
        report.findings.push_back(
            finding(Severity::warning, "odd_code", "=Desa" + std::to_string(i)));
    report.findings.push_back(finding(Severity::error, "no_outline", "Suka\nMaju"));
    report.findings.back().place = Place{109.25, -7.5};
    return report;
}

std::size_t count_lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(ImportReport, GroupsErrorsFirstAndKeepsTheOrderOfEach) {
    const auto groups = grouped(sample_report().findings);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].code, "no_outline");
    EXPECT_THAT(groups[0].findings, ElementsAre(250U));
    EXPECT_EQ(groups[1].findings.size(), 250U);
    EXPECT_EQ(groups[1].findings[7], 7U);
}

TEST(ImportReport, SaysHowManyOfHowMany) {
    const FileOutcome file = sample_report().files[0];
    EXPECT_EQ(outcome_sentence(file, indonesian()), "297 dari 300 desa masuk");
    EXPECT_EQ(outcome_detail(file, indonesian()),
              "305 fitur dibaca · 3 tanpa garis batas, tidak masuk · 5 menjadi area khusus");
}

TEST(ImportReport, TextHoldsEveryFindingOnALineAndNoFolder) {
    const std::string text = report_text(sample_report(), indonesian());
    EXPECT_THAT(text, HasSubstr("desa.shp: 297 dari 300 desa masuk"));
    EXPECT_THAT(text, HasSubstr("12.345"));
    EXPECT_THAT(text, HasSubstr("=Desa249"));
    EXPECT_THAT(text, HasSubstr("Suka\\u{a}Maju"));
    EXPECT_THAT(text, HasSubstr("109.2500000 -7.5000000"));
    EXPECT_THAT(text, Not(HasSubstr("rahasia")));
    EXPECT_GT(count_lines(text), 251U);
}

TEST(ImportReport, CsvIsReadBackAndCalculatesNothing) {
    const io::Table table = io::parse_csv(report_csv(sample_report(), indonesian()), "laporan.csv");
    EXPECT_THAT(table.findings, IsEmpty());
    ASSERT_GT(table.rows.size(), 251U);
    std::size_t about_villages = 0;
    for (const io::Table::Row& row : table.rows) {
        for (const std::string& cell : row.cells)
            EXPECT_FALSE(cell.starts_with("=")) << cell;
        about_villages += row.cells[2].starts_with("'=Desa");
    }
    EXPECT_EQ(about_villages, 250U);
}

TEST(ImportReport, IsWrittenByItsEndingWholeOrNotAtAll) {
    const TemporaryFolder folder;
    write_report(folder / "laporan.txt", sample_report(), indonesian());
    write_report(folder / "laporan.CSV", sample_report(), indonesian());
    EXPECT_EQ(bytes_of(folder / "laporan.txt"), report_text(sample_report(), indonesian()));
    EXPECT_THROW(write_report(folder / "laporan.doc", sample_report(), indonesian()), Error);
    EXPECT_THROW(write_report(folder / "tiada/laporan.txt", sample_report(), indonesian()), Error);
    EXPECT_EQ(listing(folder.path()).size(), 2U);
}

TEST(ImportReport, WhatCouldNotBeStoredIsSaidUntilItIs) {
    const ReadingReport read = sample_report();
    const Message reason{"workspace.no_project", {}};
    const ReadingReport failed = not_written(not_written(read, reason), reason);
    EXPECT_EQ(failed.findings.size(), read.findings.size() + 1);
    const std::string text = report_text(failed, indonesian());
    EXPECT_THAT(text, HasSubstr("297 dari 300 desa terbaca, tidak ada yang disimpan"));
    EXPECT_THAT(text, HasSubstr(indonesian().text(reason)));
    const ReadingReport stored = written(failed, "/rahasia/proyek.gpkg");
    EXPECT_EQ(stored.findings.size(), read.findings.size());
    EXPECT_THAT(report_text(stored, indonesian()), HasSubstr("297 dari 300 desa masuk"));
    EXPECT_THAT(report_text(stored, indonesian()), HasSubstr("Disimpan di proyek.gpkg."));
}

TEST(ImportReport, WhatTheMediumDidNotConfirmIsStoredAndSaidToBe) {
    const ReadingReport read = sample_report();
    const Message reason{"project.unconfirmed", {"proyek.gpkg"}};
    const std::string text =
        report_text(written_unconfirmed(read, "/rahasia/proyek.gpkg", reason), indonesian());
    EXPECT_THAT(text, HasSubstr("297 dari 300 desa masuk"));
    EXPECT_THAT(text, HasSubstr("Disimpan di proyek.gpkg."));
    EXPECT_THAT(text, HasSubstr(indonesian().text(reason)));
}

TEST(ImportReport, RegistersSayHowManyRowsCameIn) {
    const TemporaryFolder folder;
    Progress progress;
    const auto source = write_grid(folder / "desa.geojson", grid(2));
    const ImportPlan whole = plan_import({source, {}, {}, std::nullopt}, nullptr, progress);
    ASSERT_EQ(whole.files.size(), 1U);
    EXPECT_EQ(whole.files[0].taken, 4);
    EXPECT_EQ(whole.files[0].left_out, 0);
    const auto atlas = model::Atlas::build(whole.identity, whole.tables, 0, progress);
    std::ofstream(folder / "dokumen.csv") << "id,jenis,nomor,judul\n1,perdes,1/2020,Satu\n"
                                             "1,perdes,2/2020,Dua\n3,perdes,3/2020,Tiga\n";
    const ImportPlan plan =
        plan_import({folder / "dokumen.csv", {}, {}, std::nullopt}, atlas.get(), progress);
    ASSERT_EQ(plan.files.size(), 1U);
    EXPECT_EQ(plan.files[0].rows, 3);
    EXPECT_EQ(plan.files[0].taken, 2);
    EXPECT_EQ(plan.files[0].left_out, 1);
}

TEST(ImportReport, AFileThatCannotBeOpenedShowsWhy) {
    const TemporaryFolder folder;
    std::ofstream(folder / "desa.geojson") << "<html>tidak ada</html>";
    Running app;
    app.act(OpenFile{folder / "desa.geojson"});
    const auto& view = app.workspace.import();
    ASSERT_TRUE(view);
    EXPECT_EQ(view->stage, ImportStage::refused);
    ASSERT_EQ(view->files.size(), 1U);
    EXPECT_EQ(view->files[0].name, "desa.geojson");
    EXPECT_THAT(view->files[0].detail, Not(IsEmpty()));
    EXPECT_EQ(app.workspace.atlas(), nullptr);
    app.act(SaveReport{folder / "laporan.txt"});
    EXPECT_THAT(bytes_of(folder / "laporan.txt"), HasSubstr(view->files[0].detail));
    app.act(RejectImport{});
    EXPECT_FALSE(app.workspace.import());
    app.act(ShowReport{});
    EXPECT_TRUE(app.workspace.import());
}

TEST(ImportReport, AFileWithWarningsOpensItsReportOverTheMap) {
    const TemporaryFolder folder;
    auto villages = grid(2);
    villages[0].code = "ngawur";
    Running app;
    app.act(OpenFile{write_grid(folder / "desa.geojson", villages)});
    ASSERT_NE(app.workspace.atlas(), nullptr);
    ASSERT_TRUE(app.workspace.import());
    const ImportView& view = *app.workspace.import();
    EXPECT_EQ(view.stage, ImportStage::shown);
    EXPECT_EQ(view.files[0].result, "4 dari 4 desa masuk");
    ASSERT_GT(view.findings, 0U);
    EXPECT_THAT(view.row(view.groups[0].rows[0]).sentence, Not(IsEmpty()));
    app.act(CloseProject{});
    EXPECT_FALSE(app.workspace.import());
}

TEST(ImportReport, GoesToWhereAFindingLies) {
    const TemporaryFolder folder;
    Running app;
    app.act(OpenFile{write_grid(folder / "desa.geojson", grid(4))});
    const auto whole = app.workspace.view().scale.denominator;
    app.act(ZoomToPlace{{109.115, -7.585}});
    EXPECT_LT(app.workspace.view().scale.denominator, whole);
    const auto here = app.workspace.view().centre;
    app.act(ZoomToPlace{{std::numeric_limits<double>::quiet_NaN(), 0}});
    EXPECT_EQ(app.workspace.view().centre, here);
}

} // namespace
} // namespace antardesa::workspace
