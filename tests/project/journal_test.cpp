#include "project/backup.h"
#include "project/detail/journal.h"
#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace antardesa::project {
namespace {

/// A write that spills into the file and dies.
void write_and_die(const fs::path& path, const char* statement) {
    const pid_t child = ::fork();
    if (child == 0) {
        auto database = sqlite::Database::open(path, sqlite::Access::read_write);
        database.execute("PRAGMA cache_size=1; BEGIN IMMEDIATE;");
        database.execute(statement);
        database.execute("CREATE TABLE sisa (isi BLOB);"
                         "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 99)"
                         " INSERT INTO sisa SELECT randomblob(9000) FROM n;");
        ::raise(SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
}

class LeftJournal : public ::testing::Test {
  protected:
    LeftJournal() { create_sample(path_); }
    fs::path journal() const { return path_.string() + "-journal"; }
    void rename_district(const std::string& name) const {
        auto file = ProjectFile::open(path_, OpenMode::write);
        Progress progress;
        std::vector<Finding> findings;
        const model::TableSet tables = file.read(findings, progress);
        model::District district = *std::get<model::Table<model::District>>(tables).begin();
        district.name = name;
        ASSERT_TRUE(
            file.apply({{"edit.x", {}}, {model::Put<model::District>{district}}, {}}, by_tester));
    }
    std::string refused(OpenMode mode) const {
        try {
            ProjectFile::open(path_, mode);
            return "";
        } catch (const Error& error) {
            return error.message().key;
        }
    }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
};

constexpr const char* half_done = "UPDATE kecamatan SET nama = 'setengah';";

TEST_F(LeftJournal, OfThisFileIsRolledBack) {
    const std::string content = content_dump(path_);
    write_and_die(path_, half_done);
    ASSERT_TRUE(fs::exists(journal()));
    EXPECT_TRUE(detail::journal_fits(journal(), path_));
    EXPECT_EQ(refused(OpenMode::read), "project.unfinished");
    EXPECT_EQ(refused(OpenMode::write), "");
    EXPECT_EQ(content_dump(path_), content);
}

TEST_F(LeftJournal, FallsNotOnABackupThatWasPutBack) {
    Progress progress;
    const auto backup = back_up(path_, fixed_clock, progress);
    ASSERT_TRUE(backup);
    rename_district("Satu");
    rename_district("Dua");
    write_and_die(path_, half_done);
    const std::string good = bytes_of(backup.value().path);
    write_bytes(path_, good);
    EXPECT_FALSE(detail::journal_fits(journal(), path_));
    EXPECT_EQ(refused(OpenMode::write), "project.other_journal");
    EXPECT_EQ(refused(OpenMode::read), "project.other_journal");
    EXPECT_EQ(bytes_of(path_), good);
    fs::remove(journal());
    EXPECT_EQ(refused(OpenMode::write), "");
}

TEST_F(LeftJournal, OfAnOlderCopyFallsNotOnANewerFile) {
    const fs::path older = folder_ / "lama.gpkg";
    fs::copy_file(path_, older);
    write_and_die(older, half_done);
    rename_district("Satu");
    rename_district("Dua");
    fs::copy_file(older.string() + "-journal", journal());
    const std::string newer = bytes_of(path_);
    EXPECT_EQ(refused(OpenMode::write), "project.other_journal");
    EXPECT_EQ(bytes_of(path_), newer);
}

TEST_F(LeftJournal, WithoutAHeadFitsNothing) {
    write_bytes(journal(), "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
    EXPECT_FALSE(detail::journal_fits(journal(), path_));
    EXPECT_FALSE(detail::journal_fits(folder_ / "tiada", path_));
}

} // namespace
} // namespace antardesa::project
