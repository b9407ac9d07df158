#include "fake_views.h"
#include "ui/finding_list.h"
#include "ui/panels.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
constexpr int escape = 400 + ImGuiKey_Escape;

/// Three findings of two kinds; the second lies somewhere.
ImportView report(ImportStage stage) {
    ImportView view;
    view.stage = stage;
    view.title = "Yang masuk dari desa.shp";
    view.files = {
        {"desa.shp", "298 dari 300 desa masuk", "2 tanpa garis batas", Severity::warning}};
    view.groups = {{Severity::error, "Garis hilang", "1", {2}},
                   {Severity::warning, "Kode kembar", "2", {0, 1}}};
    view.counts = {"", "2 peringatan", "1 kesalahan"};
    view.findings = 3;
    view.row = [](std::size_t index) -> FindingRow {
        if (index == 1)
            return {"Sukamaju", "Kodenya sama dengan Sidomulyo.", Place{109.5, -7.5}};
        return {"", "Temuan nomor " + std::to_string(index) + ".", std::nullopt};
    };
    view.number = 1;
    return view;
}

FakeViews with_report(ImportStage stage) {
    FakeViews views = typical_views();
    views.import = report(stage);
    return views;
}

TEST(ImportPanel, IsAcceptedOrRejected) {
    Glass glass;
    const FakeViews views = with_report(ImportStage::plan);
    glass.draw(views);
    EXPECT_TRUE(asked<RejectImport>(glass.press(views, escape)));
    EXPECT_TRUE(asked<AcceptImport>(glass.click(views, glass.language().text("ui.import.accept"))));
}

TEST(ImportPanel, AsksForTheReferenceSystem) {
    Glass glass;
    FakeViews views = with_report(ImportStage::choose_crs);
    views.import->crs_choices = {{32749, false, "UTM 49S"}, {4326, false, "WGS 84"}};
    glass.draw(views);
    const auto actions = glass.click(views, "WGS 84");
    ASSERT_TRUE(asked<ImportInto>(actions));
    EXPECT_EQ(asked<ImportInto>(actions)->assumed_epsg, 4326);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.import.accept")));
}

/// A list of two columns with one name that is not sure.
ImportView office_report() {
    ImportView view = report(ImportStage::plan);
    OfficeListView list;
    list.source = "Daftar.xlsx";
    list.kinds = {{"-", "tidak dibaca"}, {"kerja_sama", "Kerja sama"}, {"aset_bersama", "Aset"}};
    list.kind = 1;
    list.fields = {{"-", "tidak diambil"}, {"judul", "Judul"}, {"desa", "Desa"}};
    list.columns = {{"Urusan", "Pasar", 0}, {"Para pihak", "Mekarsari", 2}};
    list.names = {
        {"Soekamadjo", "Asri", {{"99.2001", "Sukamaju · Asri"}, {"-", "tinggalkan"}}, -1, true}};
    list.sure = 7;
    view.office = {list};
    view.open_names = 1;
    return view;
}

TEST(ImportPanel, AnOfficesListWaitsUntilItsNamesAreDecided) {
    Glass glass;
    FakeViews views = typical_views();
    views.import = office_report();
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Soekamadjo"));
    EXPECT_TRUE(glass.shows("Urusan"));
    EXPECT_FALSE(asked<AcceptImport>(glass.click(views, glass.language().text("ui.import.accept"))))
        << "a name is open";
    glass.state.office.choices.names["Soekamadjo"] = "99.2001";
    glass.state.office.choices.columns["Urusan"] = "judul";
    glass.state.office.changed = true;
    const auto actions = glass.click(views, glass.language().text("ui.office.apply"));
    const auto* again = asked<ImportInto>(actions);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->path.empty()) << "the same file";
    EXPECT_EQ(again->office.names.at("Soekamadjo"), "99.2001");
    EXPECT_EQ(again->office.columns.at("Urusan"), "judul");
    views.import->number = 2;
    views.import->open_names = 0;
    glass.draw(views);
    EXPECT_EQ(glass.state.office.choices.names.size(), 1U) << "kept for what is decided next";
    EXPECT_TRUE(asked<AcceptImport>(glass.click(views, glass.language().text("ui.import.accept"))));
    views.import->number = 3;
    glass.draw(views);
    EXPECT_TRUE(glass.state.office.choices.names.empty()) << "another file begins anew";
}

TEST(ImportPanel, SaysWhatItWaitsForAndKeepsTheWayOutInSight) {
    Glass glass(i18n::Language::indonesian, {1366, 768}, 125);
    FakeViews views = typical_views();
    views.scale_percent = 125;
    views.import = office_report();
    views.import->office[0].names.resize(40, views.import->office[0].names[0]);
    views.import->open_names = 40;
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(glass.language().plural("ui.office.undecided", 40)));
    const Witness::Item* leave = glass.find(glass.language().text("ui.office.leave_all"));
    ASSERT_TRUE(leave);
    EXPECT_LE(leave->rect.max.y, leave->clip.max.y) << "not below the fold";
    glass.click(views, glass.language().text("ui.office.leave_all"));
    EXPECT_TRUE(glass.state.office.choices.leave_unknown);
}

TEST(ImportPanel, WhatAListIsAboutCanBeSaid) {
    Glass glass;
    FakeViews views = typical_views();
    views.import = office_report();
    views.import->office[0].missing = "Nama aset";
    views.import->open_names = 0;
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Kerja sama"));
    EXPECT_TRUE(glass.shows(glass.language().text({"ui.office.missing", {"Nama aset"}})));
    glass.state.office.choices.lists["Daftar.xlsx"] = "aset_bersama";
    glass.state.office.changed = true;
    const auto actions = glass.click(views, glass.language().text("ui.office.apply"));
    ASSERT_TRUE(asked<ImportInto>(actions));
    EXPECT_EQ(asked<ImportInto>(actions)->office.lists.at("Daftar.xlsx"), "aset_bersama");
}

TEST(ImportPanel, WhatAListIsAboutIsChosenByHand) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    FakeViews views = typical_views();
    views.import = office_report();
    views.import->open_names = 0;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.office.apply"))) << "nothing to apply yet";
    glass.choose(views, "Kerja sama", "Aset");
    EXPECT_EQ(glass.state.office.choices.lists.at("Daftar.xlsx"), "aset_bersama");
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Aset"));
    const auto actions = glass.click(views, glass.language().text("ui.office.apply"));
    ASSERT_TRUE(asked<ImportInto>(actions));
    EXPECT_EQ(asked<ImportInto>(actions)->office.lists.at("Daftar.xlsx"), "aset_bersama");
}

TEST(ImportPanel, ATableThatIsNoListIsOfferedToBeOne) {
    Glass glass;
    FakeViews views = typical_views();
    views.import = office_report();
    auto& list = views.import->office[0];
    list.kind = 0;
    list.columns.clear();
    list.names.clear();
    views.import->open_names = 0;
    glass.draw(views);
    EXPECT_TRUE(glass.shows("tidak dibaca"));
    EXPECT_FALSE(glass.shows("Urusan"));
}

TEST(ImportPanel, AllOpenNamesCanBeLeftOut) {
    Glass glass;
    FakeViews views = typical_views();
    views.import = office_report();
    glass.draw(views);
    glass.click(views, glass.language().text("ui.office.leave_all"));
    const auto actions = glass.click(views, glass.language().text("ui.office.apply"));
    ASSERT_TRUE(asked<ImportInto>(actions));
    EXPECT_TRUE(asked<ImportInto>(actions)->office.leave_unknown);
}

TEST(OfficeForm, AnyVillageCanBeLookedForBeyondTheNearest) {
    Glass glass;
    FakeViews views = typical_views();
    views.import = office_report();
    glass.draw(views);
    glass.state.office.searching = "Soekamadjo";
    glass.state.office.search.words = "batu";
    glass.draw(views);
    glass.draw(views);
    glass.click(views, "Batutengah");
    EXPECT_EQ(glass.state.office.choices.names.at("Soekamadjo"), "#8");
    EXPECT_TRUE(glass.state.office.searching.empty());
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Batutengah · 99.01.10.2004")) << "and stands in the row";
    const auto actions = glass.click(views, glass.language().text("ui.office.apply"));
    ASSERT_TRUE(asked<ImportInto>(actions));
    EXPECT_EQ(asked<ImportInto>(actions)->office.names.at("Soekamadjo"), "#8");
}

TEST(ImportPanel, SaysHowManyCameInAndWhatIsWrong) {
    Glass glass;
    const FakeViews views = with_report(ImportStage::shown);
    glass.draw(views);
    glass.draw(views);
    for (const char* text : {"desa.shp", "298 dari 300 desa masuk", "2 tanpa garis batas",
                             "Temuan nomor 2.", "Kode kembar", "2 peringatan", "1 kesalahan"})
        EXPECT_TRUE(glass.shows(text)) << text;
}

TEST(ImportPanel, FiltersBySeverityAndFoldsKinds) {
    Glass glass;
    const FakeViews views = with_report(ImportStage::shown);
    glass.click(views, "2 peringatan");
    glass.draw(views);
    EXPECT_FALSE(glass.shows("Kode kembar"));
    EXPECT_TRUE(glass.shows("Temuan nomor 2."));
    glass.click(views, "2 peringatan");
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Temuan nomor 0."));
    glass.click(views, "Kode kembar");
    glass.draw(views);
    EXPECT_FALSE(glass.shows("Temuan nomor 0."));
}

TEST(ImportPanel, ShowsAPlaceBesideTheMap) {
    Glass glass;
    const FakeViews views = with_report(ImportStage::shown);
    glass.click(views, "Kodenya sama dengan Sidomulyo.");
    const auto actions = glass.click(views, glass.language().text("ui.import.show_place"));
    ASSERT_TRUE(asked<ZoomToPlace>(actions));
    EXPECT_EQ(asked<ZoomToPlace>(actions)->place.longitude, 109.5);
    EXPECT_TRUE(report_aside(views.views(glass.language()), glass.state));
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Kode kembar")) << "beside the map";
    EXPECT_TRUE(asked<RejectImport>(glass.click(views, glass.language().text("ui.done"))));
    EXPECT_FALSE(glass.state.report.aside);
}

TEST(ImportPanel, SavesTheReportByTheFileDialog) {
    Glass glass;
    const FakeViews views = with_report(ImportStage::refused);
    glass.click(views, glass.language().text("ui.import.save_report"));
    ASSERT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.typed, "laporan-desa.shp.txt");
    glass.state.files.folder = "/tidak-ada";
    const auto actions = glass.click(views, glass.language().text("ui.files.do.report"));
    ASSERT_TRUE(asked<SaveReport>(actions));
    EXPECT_EQ(asked<SaveReport>(actions)->path, "/tidak-ada/laporan-desa.shp.txt");
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("298 dari 300 desa masuk")) << "the report is still there";
}

TEST(ImportPanel, PutsOnlyRowsInSightIntoWords) {
    Glass glass;
    FakeViews views = with_report(ImportStage::shown);
    constexpr std::size_t many = 100'000;
    std::vector<std::size_t> rows(many);
    for (std::size_t i = 0; i < many; ++i)
        rows[i] = i;
    views.import->groups = {{Severity::warning, "Kode kembar", "100.000", rows}};
    views.import->findings = many;
    int asked_for = 0;
    views.import->row = [&asked_for](std::size_t) -> FindingRow {
        ++asked_for;
        return {"", "Satu temuan.", std::nullopt};
    };
    glass.draw(views);
    glass.state.report.opened = {true};
    asked_for = 0;
    glass.draw(views);
    EXPECT_GT(asked_for, 0);
    EXPECT_LT(asked_for, 100);
}

FakeViews with_columns(ImportStage stage) {
    FakeViews views = with_report(stage);
    views.import->source = {{"desa", "kecamatan"},
                            "kecamatan",
                            {{"code", "Kode desa", "KODE"}, {"village", "Nama desa", ""}},
                            {"KODE", "SEBUTAN"}};
    return views;
}

TEST(ImportPanel, AnotherLayerIsReadAtOnce) {
    Glass glass;
    const FakeViews views = with_columns(ImportStage::plan);
    glass.draw(views);
    const auto actions = glass.choose(views, "kecamatan", "desa");
    const auto* again = asked<ImportInto>(actions);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->path.empty()) << "the same file";
    ASSERT_TRUE(again->choices);
    EXPECT_EQ(again->choices->layer, "desa");
    EXPECT_TRUE(again->choices->columns.empty()) << "another layer has other columns";
}

TEST(ImportPanel, AColumnIsChosenForTheName) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const FakeViews views = with_columns(ImportStage::choose_columns);
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.import.accept"))) << "nothing to take yet";
    const auto actions =
        glass.choose(views, glass.language().text("ui.import.no_column"), "SEBUTAN");
    const auto* again = asked<ImportInto>(actions);
    ASSERT_TRUE(again);
    ASSERT_TRUE(again->choices);
    EXPECT_EQ(again->choices->columns.at("village"), "SEBUTAN");
    EXPECT_EQ(again->choices->columns.at("code"), "KODE") << "as it was recognised";
}

TEST(ImportPanel, ColumnsAreShownWhenAsked) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const FakeViews views = with_columns(ImportStage::plan);
    glass.draw(views);
    glass.draw(views);
    EXPECT_FALSE(glass.shows("Nama desa"));
    glass.click(views, glass.language().text("ui.import.columns"));
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Nama desa"));
}

} // namespace
} // namespace antardesa::ui
