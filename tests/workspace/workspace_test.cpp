#include "running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class OpenProject : public ::testing::Test {
  protected:
    void SetUp() override {
        path_ = make_project(folder_, grid(4));
        app_.act(OpenFile{path_});
    }
    const model::BoundarySegment& segment(std::size_t index = 0) const {
        return app_.workspace.atlas()->segments()[index];
    }
    TemporaryFolder folder_;
    fs::path path_;
    Running app_;
};

TEST(Workspace, StartsEmptyAndSaysSo) {
    Running app;
    app.workspace.settle();
    EXPECT_FALSE(app.workspace.has_project());
    EXPECT_FALSE(app.workspace.busy());
    EXPECT_EQ(app.workspace.atlas(), nullptr);
    EXPECT_TRUE(app.workspace.map().empty);
    EXPECT_EQ(app.workspace.top_bar().title, "AntarDesa");
    EXPECT_EQ(app.workspace.picture().image, nullptr);
    EXPECT_TRUE(app.workspace.list().rows.empty());
    EXPECT_EQ(app.workspace.card().subject.kind, SubjectKind::none);
    EXPECT_EQ(app.pictures(), 0);
}

TEST_F(OpenProject, ShowsMapTitleAndLists) {
    EXPECT_TRUE(app_.workspace.has_project());
    EXPECT_TRUE(app_.workspace.can_edit());
    EXPECT_FALSE(app_.workspace.shows_foreign_file());
    EXPECT_EQ(app_.workspace.top_bar().title, "Kabupaten Contoh");
    EXPECT_THAT(app_.workspace.top_bar().subtitle, HasSubstr("proyek.gpkg"));
    ASSERT_NE(app_.workspace.picture().image, nullptr);
    EXPECT_GT(app_.workspace.picture().image->width, 800) << "wider than the view by its margin";
    EXPECT_THAT(app_.workspace.status().system, HasSubstr("UTM 49S"));
    app_.act(SetList{ListKind::villages});
    EXPECT_EQ(app_.workspace.list().rows.size(), 16U);
    EXPECT_EQ(app_.workspace.list().tabs.size(), 8U) << "those of the job";
}

TEST_F(OpenProject, AnotherFileIsNotSearchedForWhatTheLastOneWas) {
    app_.act(SetList{ListKind::villages});
    app_.act(SetListSearch{"tidak ada"});
    ASSERT_THAT(app_.workspace.list().rows, IsEmpty());
    EXPECT_EQ(app_.workspace.list().search, "tidak ada");
    app_.act(OpenFile{path_});
    app_.act(SetList{ListKind::villages});
    EXPECT_EQ(app_.workspace.list().rows.size(), 16U);
    EXPECT_EQ(app_.workspace.list().search, "");
}

TEST_F(OpenProject, PanInsideTheMarginReusesThePicture) {
    const int before = app_.pictures();
    const auto generation = app_.workspace.picture().generation;
    for (int i = 0; i < 10; ++i)
        app_.act(PanBy{{12, -8}});
    EXPECT_EQ(app_.pictures(), before);
    EXPECT_EQ(app_.workspace.picture().generation, generation);
    app_.act(PanBy{{400, 0}});
    EXPECT_EQ(app_.pictures(), before + 1);
    EXPECT_TRUE(app_.workspace.picture().view.extent().contains(app_.workspace.view().extent()));
}

TEST_F(OpenProject, ZoomIsFollowedByOneCrispPicture) {
    const int before = app_.pictures();
    for (int i = 0; i < 5; ++i) {
        app_.workspace.dispatch(ZoomBy{1.2, {400, 300}});
        app_.workspace.update(0.005);
    }
    EXPECT_TRUE(app_.workspace.busy());
    app_.workspace.settle();
    EXPECT_LE(app_.pictures(), before + 2);
    EXPECT_EQ(app_.workspace.picture().view.scale, app_.workspace.view().scale);
}

TEST_F(OpenProject, EditUndoRedoGoThroughHistoryAndFile) {
    const auto id = segment().id;
    app_.act(RecordSegmentState{{id, model::SegmentState::documents}});
    EXPECT_EQ(app_.workspace.atlas()->find(id)->state, model::SegmentState::documents);
    EXPECT_TRUE(app_.workspace.top_bar().can_undo);
    EXPECT_THAT(app_.workspace.top_bar().undo_name, HasSubstr("Urungkan: "));
    ASSERT_FALSE(app_.workspace.notices().empty());
    EXPECT_TRUE(app_.workspace.notices().back().offers_undo);
    const auto geometry = app_.workspace.atlas()->shared_coverage();

    app_.act(Undo{});
    EXPECT_EQ(app_.workspace.atlas()->find(id)->state, model::SegmentState::untraced);
    EXPECT_EQ(app_.workspace.atlas()->shared_coverage(), geometry) << "no line moved";
    EXPECT_FALSE(app_.workspace.top_bar().can_undo);
    EXPECT_TRUE(app_.workspace.top_bar().can_redo);
    EXPECT_THAT(app_.workspace.top_bar().redo_name, HasSubstr("Ulangi: "));

    app_.act(Redo{});
    EXPECT_EQ(app_.workspace.atlas()->find(id)->state, model::SegmentState::documents);
    EXPECT_EQ(app_.workspace.history().rows.size(), 4U) << "creation, edit, undo, redo";
    Progress progress;
    Running second;
    EXPECT_EQ(load_project(path_, progress).atlas->find(id)->state, model::SegmentState::documents);
}

TEST_F(OpenProject, NothingToUndoIsSaidNotDone) {
    app_.act(Undo{});
    EXPECT_TRUE(app_.says("Tidak ada langkah yang dapat diurungkan"));
    EXPECT_EQ(app_.workspace.atlas()->revision(), 0);
}

TEST_F(OpenProject, RefusalBecomesANotice) {
    app_.act(RecordSegmentState{{segment().id, model::SegmentState::enacted}});
    EXPECT_EQ(app_.workspace.atlas()->revision(), 0);
    ASSERT_FALSE(app_.workspace.notices().empty());
    EXPECT_EQ(app_.workspace.notices().back().severity, Severity::warning);
}

TEST_F(OpenProject, EditsAreCarriedOutInOrder) {
    for (std::size_t i = 0; i < 5; ++i)
        app_.workspace.dispatch(RecordSegmentState{{segment(i).id, model::SegmentState::tracing}});
    app_.workspace.settle();
    EXPECT_EQ(app_.workspace.atlas()->revision(), 5);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(segment(i).state, model::SegmentState::tracing);
}

TEST_F(OpenProject, NewAgreementAndDisputeAppearInListsAndSentence) {
    const auto& villages = app_.workspace.atlas()->villages();
    app_.act(CreateAgreement{
        "Air bersih", model::Field::natural_resources, {villages[0].id, villages[1].id}});
    EXPECT_THAT(app_.workspace.map().live_sentence,
                HasSubstr("1 kerja sama (0 berjalan) melibatkan 2 desa"))
        << "a draft binds no one";
    ASSERT_EQ(app_.workspace.list().rows.size(), 1U);
    EXPECT_EQ(app_.workspace.list().rows[0].cells[1].text, "Air bersih");
    app_.act(SetJob{Job::boundaries});
    app_.act(ReportDisputeOn{segment().id, "Kebun"});
    const Subject made{SubjectKind::dispute, app_.workspace.atlas()->disputes()[0].id.value};
    EXPECT_EQ(app_.workspace.card().subject, made) << "nobody looks for the case just made";
    EXPECT_EQ(app_.workspace.list().kind, ListKind::disputes);
    ASSERT_EQ(app_.workspace.list().rows.size(), 1U);
    EXPECT_TRUE(app_.workspace.list().rows[0].selected);
    ASSERT_TRUE(app_.workspace.card().dispute);
    EXPECT_EQ(app_.workspace.card().dispute->today, test_environment().clock->today());
    EXPECT_EQ(segment().state, model::SegmentState::disputed);
}

TEST_F(OpenProject, SecondInstanceReadsAndNamesTheHolder) {
    Running second;
    second.act(OpenFile{path_});
    EXPECT_TRUE(second.workspace.has_project());
    EXPECT_FALSE(second.workspace.can_edit());
    EXPECT_TRUE(second.says("dibaca saja"));
    second.act(RecordSegmentState{{segment().id, model::SegmentState::documents}});
    EXPECT_EQ(second.workspace.atlas()->revision(), 0);
    app_.act(RecordSegmentState{{segment().id, model::SegmentState::documents}});
    EXPECT_EQ(app_.workspace.atlas()->revision(), 1);
}

TEST_F(OpenProject, CloseLetsGoOfTheFile) {
    app_.act(CloseProject{});
    EXPECT_FALSE(app_.workspace.has_project());
    EXPECT_EQ(app_.workspace.atlas(), nullptr);
    EXPECT_EQ(project::ProjectFile::holder(path_), std::nullopt);
    Running second;
    second.act(OpenFile{path_});
    EXPECT_TRUE(second.workspace.can_edit());
}

TEST(Workspace, ForeignFileIsShownAndNothingIsWritten) {
    const TemporaryFolder folder;
    const auto source = write_grid(folder / "desa.shp", grid(4));
    const auto before = listing(folder.path());
    Running app;
    app.act(OpenFile{source});
    EXPECT_FALSE(app.workspace.has_project());
    EXPECT_TRUE(app.workspace.shows_foreign_file());
    EXPECT_FALSE(app.workspace.can_edit());
    EXPECT_EQ(app.workspace.atlas()->villages().size(), 16U);
    EXPECT_NE(app.workspace.picture().image, nullptr);
    EXPECT_THAT(app.workspace.top_bar().subtitle, HasSubstr("belum disimpan"));
    app.act(RecordSegmentState{{{1}, model::SegmentState::documents}});
    EXPECT_EQ(listing(folder.path()), before);
    EXPECT_EQ(app.workspace.atlas()->segments()[0].state, model::SegmentState::untraced);
}

TEST(Workspace, ForeignFileBecomesAProjectWhenNamed) {
    const TemporaryFolder folder;
    Running app;
    app.act(OpenFile{write_grid(folder / "desa.geojson", grid(4))});
    app.act(SaveAsProject{folder / "baru.gpkg"});
    EXPECT_TRUE(app.workspace.has_project());
    EXPECT_FALSE(app.workspace.shows_foreign_file());
    EXPECT_TRUE(is_project(folder / "baru.gpkg"));
    app.act(RecordSegmentState{{{1}, model::SegmentState::documents}});
    EXPECT_EQ(app.workspace.atlas()->revision(), 1);
}

TEST(Workspace, MissingSystemIsAskedForAndTaken) {
    const TemporaryFolder folder;
    const auto source = write_grid(folder / "desa.shp", grid(2));
    fs::remove(folder / "desa.prj");
    Running app;
    app.act(OpenFile{source});
    ASSERT_TRUE(app.workspace.import());
    EXPECT_EQ(app.workspace.import()->stage, ImportStage::choose_crs);
    EXPECT_THAT(app.workspace.import()->crs_choices, Not(IsEmpty()));
    EXPECT_EQ(app.workspace.atlas(), nullptr);
    app.act(AcceptImport{});
    EXPECT_EQ(app.workspace.atlas(), nullptr) << "nothing to accept without a system";
    app.act(ImportInto{{}, 4326});
    EXPECT_FALSE(app.workspace.import());
    ASSERT_NE(app.workspace.atlas(), nullptr);
    EXPECT_EQ(app.workspace.atlas()->villages().size(), 4U);
}

TEST(Workspace, SwappedAxesAreAskedForAndExchanged) {
    const TemporaryFolder folder;
    std::ofstream(folder / "desa.geojson")
        << R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
           R"("properties":{"NAMOBJ":"A"},"geometry":{"type":"Polygon","coordinates":)"
           R"([[[-7.5,110.25],[-7.5,110.5],[-7.25,110.5],[-7.25,110.25],[-7.5,110.25]]]}}]})";
    Running app;
    app.act(OpenFile{folder / "desa.geojson"});
    ASSERT_TRUE(app.workspace.import());
    ASSERT_EQ(app.workspace.import()->crs_choices.size(), 1U);
    EXPECT_EQ(app.workspace.atlas(), nullptr);
    app.act(ImportInto{{}, 0, true});
    ASSERT_NE(app.workspace.atlas(), nullptr);
    EXPECT_DOUBLE_EQ(app.workspace.atlas()->box().min.x, 110.25);
}

TEST(Workspace, AColumnIsChosenWhereNoneIsKnownToNameTheVillages) {
    const TemporaryFolder folder;
    std::ofstream(folder / "desa.geojson")
        << R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
           R"("properties":{"SEBUTAN":"Sukamaju","TEMPAT":"dekat sungai"},)"
           R"("geometry":{"type":"Polygon","coordinates":)"
           R"([[[110.25,-7.5],[110.5,-7.5],[110.5,-7.25],[110.25,-7.25],[110.25,-7.5]]]}}]})";
    Running app;
    app.act(OpenFile{folder / "desa.geojson"});
    ASSERT_TRUE(app.workspace.import());
    EXPECT_EQ(app.workspace.import()->stage, ImportStage::choose_columns);
    EXPECT_EQ(app.workspace.atlas(), nullptr);
    const ImportSourceView& source = app.workspace.import()->source;
    EXPECT_THAT(source.columns, ::testing::ElementsAre("SEBUTAN", "TEMPAT"));
    EXPECT_THAT(source.fields, Not(IsEmpty()));
    ImportChoices choices;
    choices.columns["village"] = "SEBUTAN";
    app.act(ImportInto{{}, 0, false, {}, choices});
    ASSERT_NE(app.workspace.atlas(), nullptr);
    ASSERT_EQ(app.workspace.atlas()->villages().size(), 1U);
    EXPECT_EQ(app.workspace.atlas()->villages()[0].name, "Sukamaju");
}

TEST_F(OpenProject, ImportIsShownBeforeItIsWritten) {
    auto villages = grid(4);
    villages[3].name = "Nama Baru";
    const auto source = write_grid(folder_ / "baru.geojson", villages);
    app_.act(ImportInto{source, 0});
    ASSERT_TRUE(app_.workspace.import());
    EXPECT_THAT(app_.workspace.import()->summary, Not(IsEmpty()));
    EXPECT_EQ(app_.workspace.atlas()->revision(), 0);
    app_.act(RejectImport{});
    EXPECT_FALSE(app_.workspace.import());
    EXPECT_EQ(app_.workspace.atlas()->revision(), 0);
    app_.act(ImportInto{source, 0});
    app_.act(AcceptImport{});
    EXPECT_EQ(app_.workspace.atlas()->revision(), 1);
    EXPECT_EQ(app_.workspace.atlas()->village_by_code(villages[3].code)->name, "Nama Baru");
}

TEST_F(OpenProject, PlanMadeBeforeAnotherEditIsRefused) {
    auto villages = grid(4);
    villages[3].name = "Nama Baru";
    app_.act(ImportInto{write_grid(folder_ / "baru.geojson", villages), 0});
    app_.act(RecordSegmentState{{segment().id, model::SegmentState::documents}});
    app_.act(AcceptImport{});
    EXPECT_EQ(app_.workspace.atlas()->revision(), 1);
    EXPECT_TRUE(app_.says("sekali lagi"));
    ASSERT_TRUE(app_.workspace.import()) << "the report says that nothing came in";
    EXPECT_EQ(app_.workspace.import()->stage, ImportStage::refused);
    EXPECT_THAT(app_.workspace.import()->files.front().result, HasSubstr("tidak ada yang"));
}

TEST(Workspace, WhatCannotBeSavedIsNotReportedAsIn) {
    const TemporaryFolder folder;
    Running app;
    app.act(OpenFile{write_grid(folder / "desa.geojson", grid(4))});
    app.act(SaveAsProject{folder / "tidak-ada" / "baru.gpkg"});
    EXPECT_FALSE(app.workspace.has_project());
    ASSERT_TRUE(app.workspace.import());
    EXPECT_EQ(app.workspace.import()->stage, ImportStage::refused);
    EXPECT_THAT(app.workspace.import()->title, HasSubstr("tidak masuk"));
    EXPECT_THAT(app.workspace.import()->files.front().result, HasSubstr("16 dari 16 desa terbaca"));
    app.act(SaveReport{folder / "gagal.txt"});
    EXPECT_THAT(bytes_of(folder / "gagal.txt"), Not(HasSubstr("desa masuk")));
    app.act(SaveAsProject{folder / "baru.gpkg"});
    app.act(SaveReport{folder / "masuk.txt"});
    EXPECT_THAT(bytes_of(folder / "masuk.txt"), HasSubstr("16 dari 16 desa masuk"));
    EXPECT_THAT(bytes_of(folder / "masuk.txt"), HasSubstr("Disimpan di baru.gpkg."));
}

TEST(Workspace, WhatCannotBeOpenedIsSaidAndLeavesTheOldOnDisplay) {
    const TemporaryFolder folder;
    const auto project = make_project(folder, grid(2));
    std::ofstream(folder / "rusak.geojson") << "{ bukan json";
    Running app;
    app.act(OpenFile{project});
    app.act(OpenFile{folder / "rusak.geojson"});
    ASSERT_TRUE(app.workspace.import());
    EXPECT_EQ(app.workspace.import()->stage, ImportStage::refused);
    app.act(OpenFile{folder / "tidak-ada.gpkg"});
    EXPECT_TRUE(app.workspace.has_project());
    EXPECT_EQ(app.workspace.atlas()->villages().size(), 4U);
    int errors = 0;
    for (const auto& notice : app.workspace.notices())
        errors += notice.severity == Severity::error;
    EXPECT_EQ(errors, 1);
    app.workspace.update(1000);
    EXPECT_EQ(app.workspace.notices().size(), 1U) << "errors stay until they are dismissed";
}

TEST(Workspace, RecentFilesOutliveTheProgram) {
    const TemporaryFolder folder;
    auto environment = test_environment();
    environment.config_folder = folder / "setelan";
    const auto project = make_project(folder, grid(2));
    {
        Running app(environment);
        app.act(OpenFile{project});
        EXPECT_THAT(app.workspace.recent_files(), ::testing::ElementsAre(project));
    }
    Running later(environment);
    later.workspace.settle();
    EXPECT_THAT(later.workspace.recent_files(), ::testing::ElementsAre(project));
    EXPECT_TRUE(fs::exists(folder / "setelan" / "terkini.json"));
}

TEST(Workspace, SampleIsBuiltOnceAndOpened) {
    const TemporaryFolder folder;
    auto environment = test_environment();
    environment.config_folder = folder.path();
    Running app(environment);
    app.act(OpenSample{});
    ASSERT_TRUE(app.workspace.has_project())
        << (app.workspace.notices().empty() ? "" : app.workspace.notices().back().text);
    EXPECT_GE(app.workspace.list().rows.size(), 45U);
    EXPECT_FALSE(app.workspace.map().legend.empty());
    EXPECT_EQ(app.workspace.map().legend.size(), app.workspace.map().legend_texts.size());
}

TEST(Workspace, DestructionWithWorkUnderWayIsClean) {
    const TemporaryFolder folder;
    const auto project = make_project(folder, grid(6));
    Running app;
    app.workspace.dispatch(OpenFile{project});
    app.workspace.dispatch(RecordSegmentState{{{1}, model::SegmentState::documents}});
    app.workspace.update(0.01);
}

} // namespace
} // namespace antardesa::workspace
