#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace antardesa::project {

namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::string open_error(const fs::path& path, OpenMode mode) {
    return error_key([&] { ProjectFile::open(path, mode); });
}

TEST(ProjectOpening, ReadingChangesNoByteAndLeavesNothingBeside) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const std::string before = bytes_of(path);
    {
        const auto file = ProjectFile::open(path, OpenMode::read);
        read_all(file);
        EXPECT_EQ(file.history().size(), 1u);
        EXPECT_EQ(file.identity().province, "Provinsi Contoh");
        EXPECT_EQ(file.version(), schema_version);
        EXPECT_FALSE(file.can_undo());
        EXPECT_THAT(folder.names(), ElementsAre("p.gpkg"));
    }
    content_dump(path);
    EXPECT_EQ(bytes_of(path), before);
    EXPECT_THAT(folder.names(), ElementsAre("p.gpkg"));
}

TEST(ProjectOpening, ReadsAFileAndFolderWithoutWritePermission) {
    const Folder folder;
    const fs::path path = folder / "nama aneh ?#%.gpkg";
    create_sample(path);
    fs::permissions(path, fs::perms::owner_read);
    const auto file = ProjectFile::open(path, OpenMode::read);
    EXPECT_EQ(std::get<model::Table<model::Village>>(read_all(file)).size(), 4u);
}

TEST(ProjectOpening, SaysWhatAFileIsNot) {
    const Folder folder;
    for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
        EXPECT_EQ(open_error(folder / "tidak-ada.gpkg", mode), "project.not_found");
        EXPECT_EQ(open_error(folder / ".", mode), "project.no_file");
        write_bytes(folder / "kosong.gpkg", "");
        EXPECT_EQ(open_error(folder / "kosong.gpkg", mode), "project.not_ours");
        write_bytes(folder / "acak.gpkg", std::string(5000, 'x'));
        EXPECT_EQ(open_error(folder / "acak.gpkg", mode), "project.not_ours");
    }
}

TEST(ProjectOpening, RefusesAnotherProgramsGeoPackageWithoutTouchingIt) {
    const Folder folder;
    const fs::path path = folder / "asing.gpkg";
    {
        auto other = sqlite::Database::open(path, sqlite::Access::create);
        other.execute("PRAGMA application_id=0x47504B47; CREATE TABLE desa(id INTEGER)");
    }
    const std::string before = bytes_of(path);
    EXPECT_EQ(open_error(path, OpenMode::read), "project.not_ours");
    EXPECT_EQ(open_error(path, OpenMode::write), "project.not_ours");
    EXPECT_EQ(bytes_of(path), before);
}

TEST(ProjectOpening, RefusesANewerSchemaAndNamesBothVersions) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    sqlite::Database::open(path, sqlite::Access::read_write)
        .execute(
            "INSERT INTO antardesa_skema VALUES (99); INSERT INTO antardesa_baca VALUES (99, 98)");
    EXPECT_EQ(open_error(path, OpenMode::read), "project.newer");
    try {
        ProjectFile::open(path, OpenMode::write);
        FAIL() << "opened";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "project.newer");
        EXPECT_EQ(error.message().arguments.at(1), "99");
        EXPECT_EQ(error.message().arguments.at(2), std::to_string(schema_version));
    }
}

TEST(ProjectOpening, FindsAFileThatWasCutOff) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    fs::resize_file(path, fs::file_size(path) / 2);
    EXPECT_EQ(open_error(path, OpenMode::read), "project.damaged");
    EXPECT_EQ(open_error(path, OpenMode::write), "project.damaged");
}

TEST(ProjectOpening, DoesNotFollowAJournalThatNamesAnotherFile) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    write_bytes(folder / "korban", "jangan dihapus");
    const std::string magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    write_bytes(folder / "p.gpkg-journal",
                magic + std::string(504, '\0') + (folder / "korban").string() + magic);
    EXPECT_EQ(open_error(path, OpenMode::write), "project.foreign_journal");
    EXPECT_EQ(open_error(path, OpenMode::read), "project.foreign_journal");
    EXPECT_EQ(bytes_of(folder / "korban"), "jangan dihapus");
    fs::remove(folder / "p.gpkg-journal");
    fs::create_symlink(folder / "korban", folder / "p.gpkg-journal");
    EXPECT_EQ(open_error(path, OpenMode::write), "project.foreign_journal");
}

TEST(ProjectOpening, TellsOfWhatLiesBeside) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    write_bytes(folder / "p.gpkg-journal",
                "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + std::string(504, '\1'));
    EXPECT_EQ(open_error(path, OpenMode::read), "project.other_journal");
    write_bytes(folder / "p.gpkg-wal", "x");
    EXPECT_EQ(open_error(path, OpenMode::read), "project.write_ahead_log");
    EXPECT_EQ(open_error(path, OpenMode::write), "project.write_ahead_log");
}

// https://sqlite.org/howtocorrupt.html, 2.5: each name has a journal of its own.
TEST(ProjectOpening, AFileWithTwoNamesIsOnlyRead) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    fs::create_hard_link(path, folder / "q.gpkg");
    EXPECT_EQ(open_error(path, OpenMode::write), "project.hard_linked");
    std::optional<Message> reason;
    EXPECT_EQ(ProjectFile::open_as_possible(path, reason).mode(), OpenMode::read);
    EXPECT_TRUE(reason);
    fs::remove(folder / "q.gpkg");
    EXPECT_EQ(open_error(path, OpenMode::write), "no error");
}

TEST(ProjectCreation, NeverOverwritesUnasked) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    write_bytes(path, "surat");
    EXPECT_EQ(error_key([&] { create_sample(path); }), "project.exists");
    EXPECT_EQ(bytes_of(path), "surat");
    Progress progress;
    EXPECT_EQ(
        error_key([&] { ProjectFile::create_with(path, {}, {}, {}, by_tester, true, progress); }),
        "project.not_ours")
        << "only a project of ours is replaced";
    EXPECT_EQ(bytes_of(path), "surat");
    EXPECT_EQ(error_key([&] { create_sample(folder / "tidak/ada.gpkg"); }),
              "project.cannot_create");
    write_bytes(folder / "q.gpkg-journal", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7sisa");
    EXPECT_EQ(error_key([&] { create_sample(folder / "q.gpkg"); }), "project.foreign_journal");
}

TEST(ProjectCreation, ReplacesAProjectOfOursWhole) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    Progress progress;
    const auto file = ProjectFile::create_with(path, {"Lain", "", ""}, {}, {"edit.import", {}},
                                               by_tester, true, progress);
    EXPECT_EQ(file.identity().regency, "Lain");
    EXPECT_EQ(std::get<model::Table<model::Village>>(read_all(file)).size(), 0u);
    EXPECT_THAT(folder.names(), ElementsAre("p.gpkg"));
}

TEST(ProjectCreation, WritesTheSameBytesForTheSameInput) {
    const Folder folder;
    create_sample(folder / "a.gpkg");
    create_sample(folder / "b.gpkg");
    // The header's counters and the erased holder row depend on nothing but the steps taken.
    EXPECT_EQ(content_dump(folder / "a.gpkg"), content_dump(folder / "b.gpkg"));
    EXPECT_EQ(fs::file_size(folder / "a.gpkg"), fs::file_size(folder / "b.gpkg"));
}

TEST(ProjectCreation, MakesAnEmptyProjectWithEveryLayer) {
    const Folder folder;
    const auto file = ProjectFile::create(folder / "p.gpkg", {"Contoh", "", ""}, by_tester);
    EXPECT_EQ(file.revision(), 0);
    EXPECT_EQ(file.history().size(), 1u);
    const auto database = sqlite::Database::open(folder / "p.gpkg", sqlite::Access::immutable);
    EXPECT_EQ(database.integer("PRAGMA application_id"), 0x47504B47);
    EXPECT_EQ(database.integer("PRAGMA user_version"), 10300);
    for (const char* table :
         {"desa", "kecamatan", "segmen_batas", "titik_batas", "kerja_sama", "kerja_sama_pihak",
          "pihak_ketiga", "bkad", "bum_desa_bersama", "sengketa_batas", "klaim_batas",
          "usulan_batas", "aset_bersama", "aset_bersama_hak", "dokumen", "dasar_hukum", "riwayat",
          "area_khusus", "unsur_acuan"})
        EXPECT_EQ(database.integer("SELECT count(*) FROM gpkg_contents WHERE table_name = '" +
                                   std::string(table) + "'"),
                  1)
            << table;
    EXPECT_EQ(database.integer("SELECT count(*) FROM gpkg_geometry_columns"),
              database.integer("SELECT count(*) FROM layer_styles WHERE useAsDefault"));
    EXPECT_EQ(database.integer("SELECT count(*) FROM gpkg_geometry_columns"),
              database.integer("SELECT count(*) FROM gpkg_extensions"));
}

TEST(ProjectCreation, IsReadByOgrinfoWithoutAWarning) {
    if (std::system("ogrinfo --version >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "ogrinfo is not installed";
    const Folder folder;
    create_sample(folder / "p.gpkg");
    const auto run = [&](const std::string& options) {
        const std::string file = (folder / "p.gpkg").string();
        return std::system(("ogrinfo -ro " + options + " '" + file + "' >'" + file + ".out' 2>'" +
                            file + ".err'" + "")
                               .c_str());
    };
    EXPECT_EQ(run("-al -so"), 0);
    EXPECT_EQ(bytes_of(folder / "p.gpkg.err"), "");
    const std::string out = bytes_of(folder / "p.gpkg.out");
    EXPECT_THAT(out, testing::HasSubstr("Layer name: segmen_batas"));
    EXPECT_THAT(out, testing::HasSubstr("Layer name: kerja_sama"));
    EXPECT_THAT(out, testing::Not(testing::HasSubstr("antardesa_skema")));
    EXPECT_EQ(run("-al"), 0);
    EXPECT_EQ(bytes_of(folder / "p.gpkg.err"), "");
}

/// Another process that opens the file for writing, says so, and waits to be killed.
class OtherInstance {
  public:
    explicit OtherInstance(const fs::path& path) {
        int ends[2];
        if (::pipe(ends) != 0)
            throw std::runtime_error("no pipe");
        child_ = ::fork();
        if (child_ == 0) {
            try {
                const auto file = ProjectFile::open(path, OpenMode::write);
                static_cast<void>(::write(ends[1], "k", 1) == 1);
                for (;;)
                    ::pause();
            } catch (...) {
                ::_exit(1);
            }
        }
        ::close(ends[1]);
        char said = 0;
        ready_ = ::read(ends[0], &said, 1) == 1;
        ::close(ends[0]);
    }
    ~OtherInstance() { kill(); }
    void kill() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
            child_ = 0;
        }
    }
    pid_t process() const { return child_; }
    bool ready() const { return ready_; }

  private:
    pid_t child_ = 0;
    bool ready_ = false;
};

TEST(ProjectHolder, TellsASecondInstanceWhoWrites) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    EXPECT_FALSE(ProjectFile::holder(path));
    OtherInstance other(path);
    ASSERT_TRUE(other.ready());
    const auto holder = ProjectFile::holder(path);
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->process, other.process());
    EXPECT_FALSE(holder->host.empty());
    EXPECT_EQ(holder->since.size(), 24u);
    try {
        ProjectFile::open(path, OpenMode::write);
        FAIL() << "two writers";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "project.in_use");
        EXPECT_EQ(error.message().arguments.at(2), std::to_string(other.process()));
    }
    EXPECT_EQ(open_error(path, OpenMode::read), "no error") << "reading is free";
    Progress progress;
    EXPECT_EQ(
        error_key([&] { ProjectFile::create_with(path, {}, {}, {}, by_tester, true, progress); }),
        "project.in_use");
    other.kill();
    EXPECT_FALSE(ProjectFile::holder(path)) << "the dead hold nothing";
    EXPECT_EQ(open_error(path, OpenMode::write), "no error");
}

TEST(ProjectHolder, WritesNothingBeforeTheFirstEdit) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const std::string before = bytes_of(path);
    {
        const auto file = ProjectFile::open(path, OpenMode::write);
        read_all(file);
        EXPECT_EQ(bytes_of(path), before) << "while open";
    }
    EXPECT_EQ(bytes_of(path), before) << "after closing";
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        EXPECT_FALSE(file.undo(by_tester)) << "a refused step is no edit";
    }
    EXPECT_EQ(bytes_of(path), before);
}

TEST(ProjectHolder, IsWrittenWithTheFirstEditAndGoneAfterClosing) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const auto rows = [&] {
        return sqlite::Database::open(path, sqlite::Access::immutable)
            .integer("SELECT count(*) FROM pemegang");
    };
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        EXPECT_EQ(rows(), 0);
        model::Edit edit;
        edit.name = {"edit.test", {}};
        edit.writes.push_back(model::Put<model::ProjectIdentity>{{"Lain", "", ""}});
        ASSERT_TRUE(file.apply(edit, by_tester));
        EXPECT_EQ(rows(), 1);
        EXPECT_EQ(ProjectFile::holder(path)->process, ::getpid());
    }
    EXPECT_EQ(rows(), 0);
}

TEST(ProjectHolder, IsNotTakenFromTheRowOfADeadOne) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    sqlite::Database::open(path, sqlite::Access::read_write)
        .execute("INSERT INTO pemegang (id, inang, proses, sejak) VALUES (1, 'lain', 7, 'dulu')");
    OtherInstance other(path);
    ASSERT_TRUE(other.ready());
    EXPECT_EQ(ProjectFile::holder(path)->process, other.process());
}

TEST(ProjectHolder, TellsTheSameProcessToo) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    {
        const auto file = create_sample(path);
        EXPECT_EQ(open_error(path, OpenMode::write), "project.in_use");
    }
    EXPECT_EQ(open_error(path, OpenMode::write), "no error") << "given back on closing";
    EXPECT_EQ(sqlite::Database::open(path, sqlite::Access::immutable)
                  .integer("SELECT count(*) FROM pemegang"),
              0);
}

} // namespace

} // namespace antardesa::project
