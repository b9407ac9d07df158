// Projects that somebody prepared: what they hold besides our rows must not act.
#include "project/backup.h"
#include "project/recovery.h"

#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace antardesa::project {

namespace {

using testing::Contains;
using testing::Field;

const std::string magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

/// A journal that makes SQLite delete `victim`, whatever `head` says
/// (https://sqlite.org/src/file/src/pager.c, readSuperJournal).
std::string journal_naming(const fs::path& victim, const std::string& head) {
    const std::string name = victim.string();
    std::uint32_t sum = 0;
    for (const char c : name)
        sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
    std::string bytes = head + std::string(512 - head.size(), '\1');
    bytes += big_endian(0x40000000 / 4096 + 1) + name;
    return bytes + big_endian(static_cast<std::uint32_t>(name.size())) + big_endian(sum) + magic;
}

class HostileProject : public testing::Test {
  protected:
    HostileProject() {
        create_sample(path_);
        write_bytes(victim_, "jangan dihapus");
    }
    std::string open_error(const fs::path& path, OpenMode mode) const {
        return error_key([&] { ProjectFile::open(path, mode); });
    }
    void alter(const std::string& sql) const {
        auto database = sqlite::Database::open(path_, sqlite::Access::read_write);
        database.trust_schema();
        database.execute("PRAGMA foreign_keys=OFF");
        database.execute(sql);
    }
    /// By a program without our connections' guards.
    fs::path altered_copy(const std::string& sql) const {
        const fs::path path = folder_ / "diubah.gpkg";
        fs::copy_file(path_, path, fs::copy_options::overwrite_existing);
        sqlite3* connection = nullptr;
        EXPECT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(connection);
        sqlite3_close(connection);
        return path;
    }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
    fs::path victim_ = folder_ / "korban";
};

TEST_F(HostileProject, AJournalIsJudgedByItsEndToo) {
    for (const std::string& head : {std::string("X"), magic.substr(0, 4), magic}) {
        write_bytes(folder_ / "p.gpkg-journal", journal_naming(victim_, head));
        EXPECT_EQ(open_error(path_, OpenMode::write), "project.foreign_journal");
        EXPECT_EQ(open_error(path_, OpenMode::read), "project.foreign_journal");
        EXPECT_EQ(bytes_of(victim_), "jangan dihapus");
    }
    write_bytes(folder_ / "p.gpkg-journal", "kurang");
    EXPECT_EQ(open_error(path_, OpenMode::write), "project.foreign_journal");
    // A wiped head is what a finished write may leave.
    write_bytes(folder_ / "p.gpkg-journal", std::string(600, '\0'));
    EXPECT_EQ(open_error(path_, OpenMode::write), "no error");
}

TEST_F(HostileProject, ALinkIsFollowedBeforeAnythingIsLookedAt) {
    fs::create_directory(folder_ / "lain");
    const fs::path link = folder_ / "lain/p.gpkg";
    fs::create_symlink(path_, link);
    EXPECT_EQ(ProjectFile::open(link, OpenMode::write).path(), fs::canonical(path_));
    write_bytes(folder_ / "p.gpkg-journal", journal_naming(victim_, magic));
    const std::string before = bytes_of(path_);
    EXPECT_EQ(open_error(link, OpenMode::write), "project.foreign_journal");
    EXPECT_EQ(open_error(link, OpenMode::read), "project.foreign_journal");
    EXPECT_EQ(bytes_of(path_), before);
    EXPECT_EQ(bytes_of(victim_), "jangan dihapus");
}

TEST_F(HostileProject, ReplacingThroughALinkReplacesWhatItNames) {
    const fs::path link = folder_ / "tautan.gpkg";
    fs::create_symlink(path_, link);
    Progress progress;
    ProjectFile::create_with(link, {"Baru", "", ""}, {}, {"edit.import", {"x"}}, by_tester, true,
                             progress);
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_EQ(ProjectFile::open(path_, OpenMode::read).identity().regency, "Baru");
}

TEST_F(HostileProject, AViewInATablesPlaceIsNeverAsked) {
    alter("DROP TABLE bkad_anggota; CREATE VIEW BKAD_anggota AS WITH RECURSIVE n(id) AS"
          " (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n");
    EXPECT_EQ(open_error(path_, OpenMode::read), "project.foreign_schema");
    EXPECT_EQ(open_error(path_, OpenMode::write), "project.foreign_schema");
}

TEST_F(HostileProject, NorIsOneInThePlaceOfTheHolder) {
    alter("DROP TABLE pemegang; CREATE VIEW pemegang AS WITH RECURSIVE n(id) AS"
          " (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n");
    EXPECT_EQ(open_error(path_, OpenMode::write), "project.foreign_schema");
    EXPECT_FALSE(ProjectFile::holder(path_));
}

TEST_F(HostileProject, NorIsOneInThePlaceOfASpatialIndex) {
    for (const char* name : {"rtree_desa_geom", "RTREE_segmen_batas_geom"}) {
        const fs::path path = altered_copy(
            std::string("DROP TABLE ") + name + "; CREATE VIEW " + name +
            " AS WITH RECURSIVE n(id)"
            " AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 0 AS minx FROM n");
        EXPECT_EQ(open_error(path, OpenMode::read), "project.foreign_schema") << name;
        EXPECT_EQ(open_error(path, OpenMode::write), "project.foreign_schema") << name;
    }
    const fs::path other = altered_copy("DROP TABLE rtree_desa_geom;"
                                        "CREATE VIRTUAL TABLE rtree_desa_geom USING"
                                        " rtree(id, minx, maxx, miny, maxy, +lain)");
    EXPECT_EQ(open_error(other, OpenMode::read), "project.foreign_schema");
}

TEST_F(HostileProject, NorIsOneBehindASpatialIndex) {
    for (const char* name : {"rtree_desa_geom_rowid", "rtree_desa_geom_parent",
                             "rtree_desa_geom_node", "sqlite_stat1"}) {
        // What a mere CREATE VIEW would refuse, whoever writes the file by hand does not mind.
        const fs::path path = altered_copy(
            std::string("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE name = '") +
            name + "'; INSERT INTO sqlite_schema VALUES ('view', '" + name + "', '" + name +
            "', 0, 'CREATE VIEW " + name +
            " AS WITH RECURSIVE n(id) AS"
            " (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, id AS data FROM n')");
        EXPECT_EQ(open_error(path, OpenMode::read), "project.foreign_schema") << name;
    }
}

TEST_F(HostileProject, ASpatialIndexOfAnotherProgramIsTaken) {
    const fs::path path = altered_copy("DROP TABLE rtree_desa_geom;"
                                       "CREATE VIRTUAL TABLE \"rtree_desa_geom\" USING"
                                       " rtree(id, minx, maxx, miny, maxy)");
    EXPECT_EQ(open_error(path, OpenMode::write), "no error");
}

/// Thirty levels, each of whose nodes names the next one fifty times: what walks it does not end.
TEST_F(HostileProject, ASpatialIndexThatLeadsInCirclesIsNeverWalked) {
    const fs::path path = altered_copy(
        "DELETE FROM rtree_desa_geom_node; DELETE FROM rtree_desa_geom_rowid;"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 31)"
        " INSERT INTO rtree_desa_geom_node SELECT i, CAST(iif(i = 1, x'001e', x'0000') ||"
        " iif(i < 31, x'0032' || replace(hex(zeroblob(50)), '00', x'00000000000000' ||"
        " CAST(char(i + 1) AS BLOB) || x'42b4000043160000c1a0000041a00000'), x'0000') ||"
        " zeroblob(iif(i < 31, 24, 1224)) AS BLOB) FROM n;"
        "DELETE FROM rtree_desa_geom_parent;"
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 31)"
        " INSERT INTO rtree_desa_geom_parent SELECT i, i - 1 FROM n");
    EXPECT_EQ(open_error(path, OpenMode::write), "project.endless_index");
    std::optional<Message> reason;
    const auto file = ProjectFile::open_as_possible(path, reason);
    ASSERT_TRUE(reason);
    EXPECT_THAT(reason->arguments, Contains("desa"));
    Progress progress;
    EXPECT_THAT(file.check_integrity(progress),
                Contains(Field(&Finding::code, std::string("index"))));
    recover(path, folder_ / "baru.gpkg", by_tester, progress);
    EXPECT_EQ(open_error(folder_ / "baru.gpkg", OpenMode::write), "no error");
}

TEST_F(HostileProject, AForeignTriggerKeepsItReadOnlyAndIsNamed) {
    alter("CREATE TRIGGER diam AFTER INSERT ON riwayat BEGIN"
          " UPDATE kerja_sama SET nilai_rupiah = 1; END");
    EXPECT_EQ(open_error(path_, OpenMode::write), "project.foreign_trigger");
    std::optional<Message> reason;
    const auto file = ProjectFile::open_as_possible(path_, reason);
    EXPECT_EQ(file.mode(), OpenMode::read);
    ASSERT_TRUE(reason);
    EXPECT_THAT(reason->arguments, Contains("diam"));
    Progress progress;
    EXPECT_THAT(file.check_integrity(progress),
                Contains(Field(&Finding::code, std::string("foreign_trigger"))));
    // The way out that the message names.
    recover(path_, folder_ / "baru.gpkg", by_tester, progress);
    EXPECT_EQ(open_error(folder_ / "baru.gpkg", OpenMode::write), "no error");
}

TEST_F(HostileProject, ASpatialTriggerWithAnotherTextIsForeign) {
    alter("DROP TRIGGER rtree_desa_geom_delete; CREATE TRIGGER rtree_desa_geom_delete"
          " AFTER DELETE ON desa BEGIN DELETE FROM kerja_sama; END");
    EXPECT_EQ(open_error(path_, OpenMode::write), "project.foreign_trigger");
}

TEST_F(HostileProject, AForeignKeyThatActsKeepsItReadOnly) {
    alter("DROP TABLE bkad_anggota; CREATE TABLE bkad_anggota (id INTEGER PRIMARY KEY, bkad_id"
          " INTEGER REFERENCES bkad(id) ON DELETE CASCADE, desa_id, nama_orang, jabatan, unsur,"
          " jenis_kelamin)");
    EXPECT_EQ(open_error(path_, OpenMode::write), "project.foreign_action");
    Progress progress;
    EXPECT_THAT(ProjectFile::open(path_, OpenMode::read).check_integrity(progress),
                Contains(Field(&Finding::code, std::string("foreign_action"))));
}

TEST_F(HostileProject, ARenamedColumnIsNoFailingMedium) {
    alter("ALTER TABLE musyawarah RENAME COLUMN agenda TO agenda2");
    EXPECT_EQ(error_key([&] {
                  const auto file = ProjectFile::open(path_, OpenMode::read);
                  std::vector<Finding> findings;
                  Progress progress;
                  file.read(findings, progress);
              }),
              "project.table_unlike");
}

TEST_F(HostileProject, OtherViewsAreFoundAndHarmless) {
    alter("CREATE VIEW ringkasan AS SELECT nama FROM desa");
    Progress progress;
    const auto file = ProjectFile::open(path_, OpenMode::write);
    const auto findings = file.check_integrity(progress);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].code, "foreign_object");
    EXPECT_EQ(findings[0].severity, Severity::warning);
}

TEST_F(HostileProject, WhatIsNoFileOrMayNotBeReadIsSaidSo) {
    ASSERT_EQ(::mkfifo((folder_ / "pipa.gpkg").c_str(), 0600), 0);
    EXPECT_EQ(open_error(folder_ / "pipa.gpkg", OpenMode::read), "project.no_file");
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may read everything";
    fs::permissions(path_, fs::perms::none);
    EXPECT_EQ(open_error(path_, OpenMode::read), "project.no_access");
}

TEST_F(HostileProject, TheFirstBackupOfADamagedProjectLeavesNoFolder) {
    alter("UPDATE kecamatan SET nama = 'Dari luar'");
    Progress progress;
    const auto made = back_up(path_, fixed_clock, progress);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.refusal().message.key, "project.backup.damaged_first");
    EXPECT_FALSE(fs::exists(backup_folder(path_)));
}

} // namespace

} // namespace antardesa::project
