#include "workspace/verbs.h"

#include "grid_file.h"
#include "model/verbs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;

std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> result;
    for (const Finding& finding : findings)
        result.push_back(finding.code);
    return result;
}

template<class Row>
const model::Table<Row>& table(const ImportPlan& plan) {
    return std::get<model::Table<Row>>(plan.tables);
}

TEST(PlanImport, ReadsABoundaryFileIntoTablesWithIdsAndSegments) {
    const TemporaryFolder folder;
    const ImportPlan plan = plan_of(write_grid(folder / "desa.geojson", grid(4)));
    EXPECT_TRUE(plan.creates_project);
    EXPECT_FALSE(plan.needs_crs);
    EXPECT_EQ(plan.villages, 16);
    EXPECT_EQ(plan.districts, 2);
    EXPECT_EQ(plan.features_read, 16);
    EXPECT_EQ(plan.identity.regency, "Contoh");
    EXPECT_EQ(table<model::Village>(plan).size(), 16U);
    EXPECT_EQ(table<model::Village>(plan)[0].id.value, 1);
    // 2 · 4 · 3 shared sides, four of them between the two kecamatan.
    const auto& segments = table<model::BoundarySegment>(plan);
    EXPECT_EQ(segments.size(), 24U);
    EXPECT_EQ(
        std::count_if(segments.begin(), segments.end(),
                      [](const auto& row) { return row.level == model::SegmentLevel::district; }),
        4);
    EXPECT_TRUE(plan.edit.writes.empty()) << "a new project is tables, not writes";
}

TEST(PlanImport, AsksForTheSystemWhenTheFileDoesNotSayIt) {
    const TemporaryFolder folder;
    const auto source = write_grid(folder / "desa.shp", grid(2));
    fs::remove(folder / "desa.prj");
    const ImportPlan asking = plan_of(source);
    EXPECT_TRUE(asking.needs_crs);
    EXPECT_EQ(table<model::Village>(asking).size(), 0U);
    Progress progress;
    EXPECT_THROW(carry_out(asking, folder / "x.gpkg", test_environment(), progress), Error);
    EXPECT_FALSE(fs::exists(folder / "x.gpkg"));
    const ImportPlan told = plan_import({source, {}, {}, 4326}, nullptr, progress);
    EXPECT_FALSE(told.needs_crs);
    EXPECT_EQ(told.villages, 4);
    EXPECT_THROW(plan_import({source, {}, {}, 1}, nullptr, progress), Error);
}

TEST(PlanImport, TakesFieldsNamedByHand) {
    const TemporaryFolder folder;
    const auto source = write_grid(folder / "desa.geojson", grid(2));
    ImportRequest request{source, {}, {}, std::nullopt};
    request.mapping.columns[io::VillageField::village] = "WADMKC";
    Progress progress;
    const ImportPlan plan = plan_import(request, nullptr, progress);
    EXPECT_EQ(table<model::Village>(plan)[0].name, "Barat");
    request.mapping.columns[io::VillageField::village] = "TIDAK_ADA";
    EXPECT_THROW(plan_import(request, nullptr, progress), Error);
}

TEST(PlanImport, MissingSourceAndEmptyFolderAreErrorsThatNameThePlace) {
    const TemporaryFolder folder;
    for (const auto& path : {folder / "tidak-ada.shp", folder.path()}) {
        try {
            plan_of(path);
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_THAT(debug_text(error.message()), HasSubstr(path.string()));
        }
    }
}

TEST(PlanImport, FolderBringsRiversAndRoadsAlong) {
    const TemporaryFolder folder;
    write_grid(folder / "BATAS_DESA.geojson", grid(2));
    io::VectorFile river;
    river.layer = "sungai";
    river.fields = {{"NAMOBJ", io::FieldType::text}};
    river.rows.push_back(
        {geo::LineSet{{{{109.1, -7.6}, {109.12, -7.58}}}}, {std::string("Kali Contoh")}});
    ASSERT_TRUE(io::write_vector(folder / "SUNGAI.geojson", river));
    ASSERT_TRUE(io::write_vector(folder / "JALAN.geojson", river));
    const ImportPlan plan = plan_of(folder.path());
    const auto& lines = table<model::ReferenceLine>(plan);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].name, "Kali Contoh");
    EXPECT_NE(lines[0].kind, lines[1].kind);
    EXPECT_EQ(plan.villages, 4);
}

TEST(PlanImport, RegisterAloneNeedsAProject) {
    const TemporaryFolder folder;
    std::ofstream(folder / "kerja_sama.csv") << "id,judul\n1,Air\n";
    EXPECT_THROW(plan_of(folder / "kerja_sama.csv"), Error);
}

class ExistingProject : public ::testing::Test {
  protected:
    void SetUp() override {
        project_ = make_project(folder_, grid(3));
        Progress progress;
        atlas_ = load_project(project_, progress).atlas;
    }
    TemporaryFolder folder_;
    fs::path project_;
    std::shared_ptr<const model::Atlas> atlas_;
};

TEST_F(ExistingProject, SameFileAgainChangesNothing) {
    const ImportPlan plan = plan_of(write_grid(folder_ / "lagi.geojson", grid(3)), atlas_.get());
    EXPECT_FALSE(plan.creates_project);
    EXPECT_TRUE(plan.edit.writes.empty());
    EXPECT_THAT(codes(plan.findings), ::testing::Not(::testing::Contains("village_not_in_file")));
}

TEST_F(ExistingProject, RenamedVillageIsFoundByCodeAndKeepsItsId) {
    auto villages = grid(3);
    villages[4].name = "Nama Baru";
    const auto* before = atlas_->village_by_code(villages[4].code);
    const ImportPlan plan = plan_of(write_grid(folder_ / "lagi.geojson", villages), atlas_.get());
    ASSERT_EQ(plan.edit.writes.size(), 1U);
    EXPECT_EQ(table<model::Village>(plan).find(before->id)->name, "Nama Baru");
    EXPECT_EQ(table<model::Village>(plan).size(), 9U);
}

TEST_F(ExistingProject, VillageWithoutCodeIsFoundByNameAndKecamatan) {
    auto villages = grid(3);
    for (auto& village : villages)
        village.code.clear();
    const ImportPlan plan = plan_of(write_grid(folder_ / "lagi.geojson", villages), atlas_.get());
    EXPECT_TRUE(plan.edit.writes.empty());
    EXPECT_EQ(table<model::Village>(plan)[0].code, "99.01.01.2001") << "the code is kept";
}

TEST_F(ExistingProject, MissingVillageIsKeptWithAFindingAndNewOnesAreAdded) {
    auto villages = grid(3);
    villages[8] = {"99.01.02.2099", "Desa Baru", "Timur", 3, 0};
    const ImportPlan plan = plan_of(write_grid(folder_ / "lagi.geojson", villages), atlas_.get());
    EXPECT_EQ(table<model::Village>(plan).size(), 10U);
    EXPECT_THAT(codes(plan.findings), ::testing::Contains("village_not_in_file"));
    Progress progress;
    carry_out(plan, project_, test_environment(), progress);
    const auto loaded = load_project(project_, progress);
    EXPECT_EQ(loaded.atlas->villages().size(), 10U);
    EXPECT_NE(loaded.atlas->village_by_code("99.01.02.2099"), nullptr);
    EXPECT_EQ(loaded.atlas->revision(), 1);
}

TEST_F(ExistingProject, EnteredStateOfASegmentSurvivesAnotherImport) {
    const auto segment = atlas_->segments()[0];
    const auto edit = model::set_segment_state(
        *atlas_, {segment.id, model::SegmentState::tracing, Id<model::Document>{}});
    ASSERT_TRUE(edit);
    Progress progress;
    const auto changed = model::Atlas::build(
        atlas_->identity(), model::applied(atlas_->tables(), edit.value()), 1, progress);
    const ImportPlan plan = plan_of(write_grid(folder_ / "lagi.geojson", grid(3)), changed.get());
    EXPECT_EQ(table<model::BoundarySegment>(plan).find(segment.id)->state,
              model::SegmentState::tracing);
}

TEST_F(ExistingProject, IsKnownByContentNotByName) {
    fs::copy_file(project_, folder_ / "tanpa-akhiran");
    EXPECT_TRUE(is_project(project_));
    EXPECT_TRUE(is_project(folder_ / "tanpa-akhiran"));
    const auto foreign = write_grid(folder_ / "asing.gpkg", grid(2));
    EXPECT_FALSE(is_project(foreign));
    std::ofstream(folder_ / "teks.gpkg") << "SQLite format 3";
    EXPECT_FALSE(is_project(folder_ / "teks.gpkg"));
    EXPECT_FALSE(is_project(folder_ / "tidak-ada.gpkg"));
    EXPECT_FALSE(is_project(folder_.path()));
}

TEST_F(ExistingProject, LookingAndPreviewingWriteNothing) {
    const auto source = write_grid(folder_ / "asing.shp", grid(2));
    const auto before = listing(folder_.path());
    Progress progress;
    EXPECT_EQ(load_project(project_, progress).atlas->villages().size(), 9U);
    const LoadedProject foreign = preview_foreign({source, {}, {}, std::nullopt}, progress);
    EXPECT_EQ(foreign.atlas->revision(), 0);
    EXPECT_EQ(foreign.atlas->villages().size(), 4U);
    EXPECT_EQ(listing(folder_.path()), before);
}

TEST_F(ExistingProject, IsNotOverwrittenByANewOne) {
    const ImportPlan plan = plan_of(write_grid(folder_ / "lagi.geojson", grid(2)));
    const std::string before = bytes_of(project_);
    Progress progress;
    EXPECT_THROW(carry_out(plan, project_, test_environment(), progress), Error);
    EXPECT_EQ(bytes_of(project_), before);
}

template<class Action>
std::string thrown_key(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.message().key;
    }
    return "no error";
}

TEST_F(ExistingProject, IsNoSourceOfAnImport) {
    const std::string before = bytes_of(project_);
    EXPECT_EQ(thrown_key([&] { plan_of(project_); }), "workspace.import.is_project");
    EXPECT_EQ(thrown_key([&] { plan_of(project_, atlas_.get()); }), "workspace.import.is_project");
    EXPECT_EQ(bytes_of(project_), before);
}

TEST_F(ExistingProject, TheSameFileAgainWritesNothingAndSaysSo) {
    const ImportPlan plan = plan_of(write_grid(folder_ / "lagi.geojson", grid(3)), atlas_.get());
    EXPECT_TRUE(plan.edit.writes.empty());
    EXPECT_THAT(codes(plan.findings), ::testing::Contains("nothing_changed"));
    const std::string before = bytes_of(project_);
    Progress progress;
    carry_out(plan, project_, test_environment(), progress);
    EXPECT_EQ(bytes_of(project_), before);
}

TEST_F(ExistingProject, APlanForAnotherRevisionIsNotCarriedOut) {
    auto first = grid(3);
    first[0].name = "Nama Pertama";
    auto second = grid(3);
    second[0].name = "Nama Kedua";
    const ImportPlan one = plan_of(write_grid(folder_ / "satu.geojson", first), atlas_.get());
    const ImportPlan two = plan_of(write_grid(folder_ / "dua.geojson", second), atlas_.get());
    Progress progress;
    carry_out(one, project_, test_environment(), progress);
    EXPECT_EQ(thrown_key([&] { carry_out(two, project_, test_environment(), progress); }),
              "workspace.import.outdated");
    const auto loaded = load_project(project_, progress);
    EXPECT_EQ(loaded.atlas->revision(), 1);
    EXPECT_EQ((*loaded.atlas->villages().begin()).name, "Nama Pertama");
    const ImportPlan again = plan_of(folder_ / "dua.geojson", loaded.atlas.get());
    carry_out(again, project_, test_environment(), progress);
    EXPECT_EQ(load_project(project_, progress).atlas->revision(), 2);
}

TEST(CarryOut, ANewProjectEndsInGpkg) {
    const TemporaryFolder folder;
    const ImportPlan plan = plan_of(write_grid(folder / "desa.geojson", grid(2)));
    Progress progress;
    const auto write = [&](const char* name) {
        return thrown_key([&] { carry_out(plan, folder / name, test_environment(), progress); });
    };
    for (const char* name : {"proyek", "proyek.shp", "proyek.gpkg.bak"}) {
        EXPECT_EQ(write(name), "workspace.import.ending") << name;
        EXPECT_FALSE(fs::exists(folder / name));
    }
    EXPECT_EQ(write("proyek.GPKG"), "no error");
}

TEST(BuildSample, DoesNotReplaceWhatSomebodyEdited) {
    const TemporaryFolder folder;
    Progress progress;
    const auto path = build_sample(folder.path(), test_environment(), progress);
    {
        auto file = project::ProjectFile::open(path, project::OpenMode::write);
        model::Edit edit;
        edit.name = {"edit.test", {}};
        edit.writes.push_back(model::Put<model::ProjectIdentity>{{"Lain", "", ""}});
        ASSERT_TRUE(file.apply(edit, test_environment().authorship()));
    }
    const std::string before = bytes_of(path);
    const auto again = [&] { build_sample(folder.path(), test_environment(), progress); };
    EXPECT_EQ(thrown_key(again), "workspace.sample_exists");
    EXPECT_EQ(bytes_of(path), before);
    std::ofstream(path, std::ios::trunc) << "surat";
    EXPECT_EQ(thrown_key(again), "workspace.sample_exists");
    EXPECT_EQ(bytes_of(path), "surat");
}

TEST(BuildSample, MakesAProjectThatCanBeLoadedAndMadeAgain) {
    const TemporaryFolder folder;
    Progress progress;
    const auto path = build_sample(folder / "baru" / "dalam", test_environment(), progress);
    EXPECT_EQ(path.filename(), sample_file_name);
    EXPECT_TRUE(is_project(path));
    const auto loaded = load_project(path, progress);
    EXPECT_TRUE(loaded.findings.empty());
    EXPECT_EQ(loaded.atlas->identity().regency, "Contoh");
    EXPECT_GE(loaded.atlas->agreements().size(), 45U);
    EXPECT_EQ(loaded.atlas->revision(), 0);
    EXPECT_NO_THROW(build_sample(folder / "baru" / "dalam", test_environment(), progress));
}

TEST(Verbs, StopWhenAsked) {
    const TemporaryFolder folder;
    const auto source = write_grid(folder / "desa.geojson", grid(3));
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(plan_import({source, {}, {}, std::nullopt}, nullptr, progress), Cancelled);
}

} // namespace
} // namespace antardesa::workspace
