#include "project/backup.h"
#include "running.h"
#include "sqlite/database.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

namespace antardesa::workspace::testing {

namespace {

namespace fs = std::filesystem;

class KeptProject : public ::testing::Test {
  protected:
    KeptProject() {
        std::string name = (fs::temp_directory_path() / "antardesa-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        folder_ = name;
        Progress progress;
        path_ = build_sample(folder_, test_environment(), progress);
    }
    ~KeptProject() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    std::size_t backups() const { return project::list_backups(path_).size(); }
    /// As another program would, behind our back.
    void change_outside() const {
        sqlite::Database::open(path_, sqlite::Access::read_write)
            .execute("UPDATE kecamatan SET nama = 'Diubah' WHERE id = 1");
    }
    /// An agreed case's minutes become a letter: agreed without minutes is no lawful state.
    void take_the_minutes_away() const {
        sqlite::Database::open(path_, sqlite::Access::read_write)
            .execute("UPDATE dokumen SET jenis = 'surat' WHERE id = 61");
    }
    static Action some_edit(const Workspace& workspace) {
        const auto& village = *workspace.atlas()->villages().begin();
        EditVillage edit;
        edit.change.village = village.id;
        edit.change.name = village.name + " Baru";
        return edit;
    }
    /// Of what is not as it was written.
    static std::size_t errors(const KeepView& kept) {
        return static_cast<std::size_t>(
            std::count_if(kept.findings.begin(), kept.findings.end(),
                          [](const auto& finding) { return finding.severity == Severity::error; }));
    }
    fs::path folder_;
    fs::path path_;
};

TEST_F(KeptProject, IsCheckedAndBackedUpWhenOpenedAndAfterEditsWhenClosed) {
    {
        Running running;
        running.act(OpenFile{path_});
        EXPECT_TRUE(running.workspace.keep().checked);
        EXPECT_TRUE(running.workspace.keep().findings.empty());
        EXPECT_FALSE(running.workspace.keep().backup.empty());
        EXPECT_EQ(backups(), 1u);
        running.act(CloseProject{});
        running.act(OpenFile{path_});
        EXPECT_EQ(backups(), 1u) << "nothing has changed";
        running.act(some_edit(running.workspace));
        EXPECT_EQ(running.workspace.history().rows.size(), 2u);
        running.act(CloseProject{});
        EXPECT_EQ(backups(), 2u);
        running.act(OpenFile{path_});
        running.act(Undo{});
    }
    EXPECT_EQ(backups(), 3u) << "also when the program ends";
}

TEST_F(KeptProject, SaysWhatAnotherProgramChangedAndAcceptsIt) {
    change_outside();
    Running running;
    running.act(OpenFile{path_});
    const KeepView& found = running.workspace.keep();
    ASSERT_EQ(errors(found), 1u);
    EXPECT_EQ(found.findings.front().severity, Severity::error);
    EXPECT_TRUE(found.can_accept);
    EXPECT_EQ(backups(), 0u) << "what may be damaged is no backup";
    EXPECT_TRUE(running.says("Diubah"));
    running.act(AcceptChanges{});
    EXPECT_EQ(errors(running.workspace.keep()), 0u);
    EXPECT_EQ(backups(), 1u);
    EXPECT_EQ(running.workspace.history().rows.size(), 2u);
}

TEST_F(KeptProject, SaysThatACaseStandsWhereNoLawfulStepLeads) {
    take_the_minutes_away();
    Running running;
    running.act(OpenFile{path_});
    running.act(AcceptChanges{});
    const KeepView& kept = running.workspace.keep();
    EXPECT_EQ(errors(kept), 0u) << "a person declared the row right";
    ASSERT_EQ(kept.findings.size(), 1u);
    EXPECT_EQ(kept.findings.front().severity, Severity::warning);
}

TEST_F(KeptProject, ThatChangedBehindTheWindowIsReadAgainBeforeAnEdit) {
    Running running;
    running.act(OpenFile{path_});
    const Action edit = some_edit(running.workspace);
    change_outside();
    running.act(edit);
    EXPECT_EQ(running.workspace.history().rows.size(), 1u) << "not laid over what was not seen";
    bool shown = false;
    for (const auto& district : running.workspace.atlas()->districts())
        shown = shown || district.name == "Diubah";
    EXPECT_TRUE(shown);
    running.act(edit);
    EXPECT_EQ(running.workspace.history().rows.size(), 2u);
}

TEST_F(KeptProject, ThatIsDamagedCanBeRecoveredIntoANewFile) {
    {
        Running running;
        running.act(OpenFile{path_});
    }
    ASSERT_EQ(backups(), 1u);
    {
        std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
        file << std::string(4096, '\0');
    }
    Running running;
    running.act(OpenFile{path_});
    EXPECT_FALSE(running.workspace.has_project());
    ASSERT_EQ(running.workspace.keep().damaged, path_);
    running.act(RecoverProject{path_, folder_ / "pulih.gpkg"});
    EXPECT_TRUE(running.workspace.has_project());
    EXPECT_TRUE(running.workspace.keep().damaged.empty());
    EXPECT_TRUE(running.workspace.can_edit());
}

TEST_F(KeptProject, CanBeSavedElsewhereWhenItsMediumIsGone) {
    Running running;
    running.act(OpenFile{path_});
    const Action edit = some_edit(running.workspace);
    fs::rename(path_, folder_ / "dicabut.gpkg");
    running.act(edit);
    EXPECT_EQ(running.workspace.history().rows.size(), 1u);
    running.act(SaveCopy{folder_ / "salinan.gpkg"});
    EXPECT_TRUE(is_project(folder_ / "salinan.gpkg"));
}

/// What the palette offers for these words.
std::vector<PaletteEntry> commands(const Running& running, const std::string& words) {
    return running.workspace.palette(words);
}

TEST_F(KeptProject, IsOfferedOnlyWhatItsStateAllows) {
    Running running;
    EXPECT_TRUE(commands(running, "simpan salinan").empty()) << "nothing is open";
    EXPECT_TRUE(commands(running, "urungkan").empty());
    running.act(OpenFile{path_});
    EXPECT_TRUE(commands(running, "urungkan langkah").empty()) << "nothing to undo";
    EXPECT_TRUE(commands(running, "terima perubahan").empty());
    EXPECT_TRUE(commands(running, "pulihkan proyek").empty());
    EXPECT_EQ(commands(running, "simpan salinan").front().opens, PaletteOpens::copy);
    running.act(some_edit(running.workspace));
    EXPECT_EQ(commands(running, "urungkan langkah").size(), 1u);
    running.act(CloseProject{});
    change_outside();
    running.act(OpenFile{path_});
    EXPECT_EQ(commands(running, "terima perubahan").front().opens, PaletteOpens::acceptance);
    EXPECT_EQ(commands(running, "pulihkan proyek").front().opens, PaletteOpens::recovery);
    EXPECT_EQ(running.workspace.keep().trouble, KeepTrouble::changed);
    EXPECT_EQ(running.workspace.keep().recoverable, path_);
}

TEST_F(KeptProject, TellsWhenAndWhereItsBackupIs) {
    Running running;
    running.act(OpenFile{path_});
    const auto backup = project::list_backups(path_).back();
    const KeepView& keep = running.workspace.keep();
    EXPECT_EQ(keep.backup_place, backup.path.string());
    EXPECT_TRUE(std::regex_search(keep.backup, std::regex("[0-9]{2}-[0-9]{2}-[0-9]{4} [0-9]{2}")))
        << keep.backup;
    EXPECT_EQ(keep.trouble, KeepTrouble::none);
}

TEST_F(KeptProject, ThatCannotBeRecoveredStaysOffered) {
    {
        Running running;
        running.act(OpenFile{path_});
    }
    {
        std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
        file << std::string(4096, '\0');
    }
    Running running;
    running.act(OpenFile{path_});
    ASSERT_EQ(running.workspace.keep().trouble, KeepTrouble::damaged);
    running.act(RecoverProject{path_, folder_ / "tidak-ada" / "pulih.gpkg"});
    EXPECT_EQ(running.workspace.keep().damaged, path_);
    EXPECT_FALSE(running.workspace.keep().banner.empty());
}

TEST_F(KeptProject, HeldByAnotherIsShownAndSaysWhy) {
    const auto holder = project::ProjectFile::open(path_, project::OpenMode::write);
    Running running;
    running.act(OpenFile{path_});
    EXPECT_TRUE(running.workspace.has_project());
    EXPECT_FALSE(running.workspace.can_edit());
    EXPECT_FALSE(running.workspace.keep().read_only_reason.empty());
    EXPECT_EQ(running.workspace.keep().trouble, KeepTrouble::read_only);
    EXPECT_NE(running.workspace.keep().banner.find("salinan"), std::string::npos);
    EXPECT_EQ(running.workspace.keep().banner.find(path_.string()), std::string::npos);
}

} // namespace

} // namespace antardesa::workspace::testing
