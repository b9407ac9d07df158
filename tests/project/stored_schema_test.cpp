#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

namespace antardesa::project {

namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Written by the program of schema 1: an import, a second one, and an undo.
const fs::path stored = fs::path(ANTARDESA_SOURCE_DIR) / "tests/project/data/skema1.gpkg";

class StoredSchema1 : public testing::Test {
  protected:
    StoredSchema1() { fs::copy_file(stored, path_); }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
};

TEST_F(StoredSchema1, IsLookedAtAsItIs) {
    const std::string before = bytes_of(path_);
    const auto file = ProjectFile::open(path_, OpenMode::read);
    EXPECT_EQ(file.version(), 1);
    EXPECT_EQ(std::get<model::Table<model::Village>>(read_all(file)).size(), 3u);
    EXPECT_EQ(file.history().size(), 3u);
    Progress progress;
    const auto findings = file.check_integrity(progress);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().code, "no_hashes");
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema1, IsMigratedWithACopyOfWhatItWas) {
    const std::string content = content_dump(path_);
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        EXPECT_EQ(file.version(), schema_version);
        EXPECT_EQ(file.revision(), 2);
        Progress progress;
        EXPECT_THAT(file.check_integrity(progress), IsEmpty());
        EXPECT_TRUE(file.can_redo()) << "the history goes on";
        EXPECT_TRUE(file.redo(by_tester));
    }
    EXPECT_THAT(folder_.names(), UnorderedElementsAre("p.gpkg", "p.skema1.gpkg"));
    EXPECT_EQ(content_dump(folder_ / "p.skema1.gpkg"), content);
    EXPECT_EQ(ProjectFile::open(folder_ / "p.skema1.gpkg", OpenMode::read).version(), 1);
}

TEST_F(StoredSchema1, NeverOverwritesAnotherCopyAndReusesItsOwn) {
    write_bytes(folder_ / "p.skema1.gpkg", "surat");
    { ProjectFile::open(path_, OpenMode::write); }
    EXPECT_THAT(folder_.names(),
                UnorderedElementsAre("p.gpkg", "p.skema1.gpkg", "p.skema1-2.gpkg"));
    EXPECT_EQ(bytes_of(folder_ / "p.skema1.gpkg"), "surat");
    fs::remove(path_);
    fs::copy_file(stored, path_);
    { ProjectFile::open(path_, OpenMode::write); }
    EXPECT_THAT(folder_.names(), UnorderedElementsAre("p.gpkg", "p.skema1.gpkg", "p.skema1-2.gpkg"))
        << "as after a migration that was killed";
}

TEST_F(StoredSchema1, IsLeftAsItWasWhenDamaged) {
    {
        auto other = sqlite::Database::open(path_, sqlite::Access::read_write);
        other.execute("DELETE FROM riwayat WHERE revisi = 1");
    }
    const std::string before = bytes_of(path_);
    EXPECT_EQ(error_key([&] { ProjectFile::open(path_, OpenMode::write); }),
              "project.migration_failed");
    EXPECT_EQ(bytes_of(path_), before);
}

} // namespace

} // namespace antardesa::project
