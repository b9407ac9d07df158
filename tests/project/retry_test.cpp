#include "project/project_sample.h"
#include "project/watched_vfs.h"
#include "sqlite/database.h"

#include <sqlite3.h>

#include <utility>

namespace antardesa::project {

namespace {

/// One call to the disk fails, all others work.
class FailsOnce final : public DiskWatcher {
  public:
    FailsOnce(int at, int code) : at_(at), code_(code), disk_(*this) {}
    int before(const DiskCall& call) override {
        if (call.kind == DiskCall::Kind::create)
            return SQLITE_OK;
        return ++calls_ == at_ ? code_ : SQLITE_OK;
    }
    bool struck() const { return calls_ >= at_; }

  private:
    int at_;
    int code_;
    int calls_ = 0;
    WatchedDisk disk_;
};

class Retry : public testing::TestWithParam<int> {
  protected:
    Retry() {
        create_sample(source_);
        fs::copy_file(source_, path_);
        auto file = ProjectFile::open(path_, OpenMode::write);
        EXPECT_TRUE(file.apply(renaming(file, 1, std::string(9000, 'n')), by_tester));
        file = ProjectFile::open(source_, OpenMode::read);
        wanted_ = content_dump(path_);
    }

    /// The key of the error with which the first try failed; empty when it did not.
    std::string edit_twice_if_needed(FailsOnce& disk, const model::Edit& edit) {
        auto file = ProjectFile::open(path_, OpenMode::write);
        std::string key;
        try {
            EXPECT_TRUE(file.apply(edit, by_tester));
        } catch (const Error& error) {
            EXPECT_TRUE(disk.struck());
            key = error.message().key;
            EXPECT_EQ(file.revision(), sqlite::Database::open(path_, sqlite::Access::immutable)
                                           .integer("SELECT max(revisi) FROM riwayat"))
                << "what is said after a failure is what the file holds";
            EXPECT_TRUE(file.apply(edit, by_tester)) << "trying again works";
        }
        return key;
    }

    Folder folder_;
    fs::path source_ = folder_ / "asal.gpkg";
    fs::path path_ = folder_ / "p.gpkg";
    std::string wanted_;
};

TEST_P(Retry, AfterAFailedCallTheSameEditWorksInTheSameSession) {
    model::Edit edit;
    {
        const auto file = ProjectFile::open(source_, OpenMode::read);
        edit = renaming(file, 1, std::string(9000, 'n'));
    }
    int failed = 0;
    int tried = 0;
    int at = 1;
    for (bool struck = true; struck; at += call_step()) {
        ++tried;
        fs::copy_file(source_, path_, fs::copy_options::overwrite_existing);
        FailsOnce disk(at, GetParam());
        const std::string key = edit_twice_if_needed(disk, edit);
        struck = disk.struck();
        // The fault may have hit while the file was closed: then the next writer cleans up.
        { ProjectFile::open(path_, OpenMode::write); }
        failed += !key.empty();
        if (!key.empty() && GetParam() == SQLITE_FULL) {
            EXPECT_EQ(key, "project.full_though_free");
        }
        EXPECT_EQ(content_dump(path_), wanted_) << "call " << at;
        Progress progress;
        EXPECT_TRUE(ProjectFile::open(path_, OpenMode::read).check_integrity(progress).empty());
    }
    EXPECT_GT(failed, 10 / call_step());
    std::printf("  %d calls, %d failed the edit, %d retries worked\n", tried - 1, failed, failed);
}

/// Deletes what it is told to, but the first time the folder does not reach the medium.
class LosesTheFolder final : public DiskWatcher {
  public:
    LosesTheFolder() : disk_(*this) {}
    int before(const DiskCall& call) override {
        if (call.kind != DiskCall::Kind::remove || !call.folder || std::exchange(struck_, true))
            return SQLITE_OK;
        fs::remove(call.name);
        return SQLITE_IOERR_DIR_FSYNC;
    }
    bool struck() const { return struck_; }

  private:
    bool struck_ = false;
    WatchedDisk disk_;
};

TEST(Unconfirmed, AnEditThatStandsIsNotCalledLost) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    LosesTheFolder disk;
    auto file = ProjectFile::open(path, OpenMode::write);
    try {
        static_cast<void>(file.apply(renaming(file, 1, "A"), by_tester));
        ADD_FAILURE() << "the medium confirmed it";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "project.unconfirmed");
    }
    EXPECT_TRUE(disk.struck());
    EXPECT_EQ(file.revision(), 1) << "what is said after it is what the file holds";
    EXPECT_EQ(sqlite::Database::open(path, sqlite::Access::immutable)
                  .integer("SELECT max(revisi) FROM riwayat"),
              1);
    EXPECT_TRUE(file.apply(renaming(file, 1, "B"), by_tester));
    EXPECT_EQ(file.revision(), 2);
    Progress progress;
    EXPECT_TRUE(file.check_integrity(progress).empty());
}

INSTANTIATE_TEST_SUITE_P(Codes, Retry,
                         testing::Values(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC));

} // namespace

} // namespace antardesa::project
