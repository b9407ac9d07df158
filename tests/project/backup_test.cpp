#include "project/backup.h"

#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

namespace antardesa::project {

namespace {

using testing::ElementsAre;

std::vector<Backup> at_times(const std::vector<std::string>& times) {
    std::vector<Backup> backups;
    for (const std::string& time : times) {
        Backup backup;
        backup.number = static_cast<std::int64_t>(backups.size());
        backup.time = time;
        backups.push_back(backup);
    }
    return backups;
}

TEST(Superseded, KeepsTheNewestFive) {
    EXPECT_THAT(superseded({}), ElementsAre());
    const auto backups = at_times(std::vector<std::string>(5, "20261125T100000Z"));
    EXPECT_THAT(superseded(backups), ElementsAre());
    EXPECT_THAT(superseded(at_times(std::vector<std::string>(8, "20261125T100000Z"))),
                ElementsAre(0, 1, 2));
}

TEST(Superseded, KeepsTheLastOfEachOfSevenDaysAndSixMonths) {
    std::vector<std::string> times;
    for (const char* month : {"01", "02", "03", "04", "05", "06", "07", "08", "09"})
        for (const char* day : {"10", "11"})
            times.push_back(std::string("2026") + month + day + "T080000Z");
    for (int day = 10; day < 20; ++day)
        for (const char* hour : {"08", "16"})
            times.push_back("202610" + std::to_string(day) + "T" + hour + "0000Z");
    const auto backups = at_times(times);
    std::vector<std::string> kept = times;
    const auto rest = superseded(backups);
    for (auto at = rest.rbegin(); at != rest.rend(); ++at)
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(*at));
    EXPECT_THAT(kept, ElementsAre("20260511T080000Z", "20260611T080000Z", "20260711T080000Z",
                                  "20260811T080000Z", "20260911T080000Z", "20261013T160000Z",
                                  "20261014T160000Z", "20261015T160000Z", "20261016T160000Z",
                                  "20261017T160000Z", "20261018T080000Z", "20261018T160000Z",
                                  "20261019T080000Z", "20261019T160000Z"));
}

TEST(Superseded, NeverDropsTheNewestWhateverTheClockSays) {
    std::vector<std::string> times;
    for (int year = 2040; year > 2000; --year)
        times.push_back(std::to_string(year) + "0101T000000Z");
    const auto rest = superseded(at_times(times));
    EXPECT_EQ(rest.size(), 33u);
    EXPECT_EQ(rest.back(), 32u);
}

class Backups : public testing::Test {
  protected:
    Backups() { create_sample(path_); }
    BackupReport made() {
        Progress progress;
        const auto report = back_up(path_, fixed_clock, progress);
        EXPECT_TRUE(report) << debug_text(report.refusal().message);
        return report.value();
    }
    void rename_village(const std::string& name) {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, name), by_tester));
    }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
};

TEST_F(Backups, AreWholeProjectsBesideTheProject) {
    const BackupReport report = made();
    EXPECT_TRUE(report.made);
    EXPECT_EQ(report.path.parent_path(), folder_ / "p.cadangan");
    EXPECT_THAT(report.path.filename().string(),
                testing::MatchesRegex("p-0001-r0-20261123T000000Z-[0-9a-f]{8}\\.gpkg"));
    EXPECT_EQ(content_dump(report.path), content_dump(path_));
    Progress progress;
    EXPECT_TRUE(ProjectFile::open(report.path, OpenMode::read).check_integrity(progress).empty());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "p.cadangan"), {}), 1);
}

TEST_F(Backups, StoppedLeaveNothingBehind) {
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(static_cast<void>(back_up(path_, fixed_clock, progress)), Cancelled);
    EXPECT_FALSE(fs::exists(folder_ / "p.cadangan"));
}

TEST_F(Backups, AreNeverMadeWhereALinkLeads) {
    fs::create_directory(folder_ / "lain");
    fs::create_directory_symlink(folder_ / "lain", folder_ / "p.cadangan");
    Progress progress;
    try {
        static_cast<void>(back_up(path_, fixed_clock, progress));
        ADD_FAILURE() << "a backup was made";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "project.backup.folder_is_link");
    }
    EXPECT_TRUE(fs::is_empty(folder_ / "lain"));
    EXPECT_TRUE(fs::is_symlink(folder_ / "p.cadangan"));
}

TEST_F(Backups, AreMadeOnlyOfWhatIsNew) {
    made();
    EXPECT_FALSE(made().made);
    rename_village("A");
    EXPECT_TRUE(made().made);
    EXPECT_FALSE(made().made);
    EXPECT_EQ(list_backups(path_).size(), 2u);
}

TEST_F(Backups, ADamagedOneIsMadeAnew) {
    const auto destroyed = [&](auto destroy) {
        const fs::path newest = list_backups(path_).back().path;
        destroy(newest);
        Progress progress;
        EXPECT_FALSE(newest_backup_is_good(path_, progress));
        const BackupReport report = made();
        EXPECT_TRUE(report.made);
        EXPECT_NE(report.path, newest);
        EXPECT_TRUE(newest_backup_is_good(path_, progress));
        EXPECT_FALSE(made().made);
    };
    made();
    destroyed([&](const fs::path& newest) {
        fs::resize_file(newest, 0);
        EXPECT_TRUE(backup_is_due(path_));
    });
    destroyed([&](const fs::path& newest) {
        fs::resize_file(newest, fs::file_size(newest) / 2);
        EXPECT_TRUE(backup_is_due(path_));
    });
    destroyed([](const fs::path& newest) {
        sqlite::Database::open(newest, sqlite::Access::read_write)
            .execute("UPDATE kecamatan SET nama = 'lain'");
    });
}

TEST_F(Backups, RollAndKeepTheNewest) {
    for (int i = 0; i < 8; ++i) {
        rename_village("Nama " + std::to_string(i));
        made();
    }
    const auto backups = list_backups(path_);
    ASSERT_EQ(backups.size(), 5u);
    EXPECT_EQ(backups.back().revision, 8);
    EXPECT_EQ(backups.front().revision, 4);
}

TEST_F(Backups, OfADamagedProjectAreRefusedAndNothingIsRemoved) {
    for (int i = 0; i < 5; ++i) {
        rename_village("Nama " + std::to_string(i));
        made();
    }
    const std::string content = content_dump(path_);
    sqlite::Database::open(path_, sqlite::Access::read_write)
        .execute("UPDATE kecamatan SET nama = 'rusak' WHERE id = 1");
    Progress progress;
    const auto report = back_up(path_, fixed_clock, progress);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.refusal().message.key, "project.backup.damaged");
    ASSERT_EQ(list_backups(path_).size(), 5u);
    EXPECT_EQ(content_dump(list_backups(path_).back().path), content);
}

TEST_F(Backups, LeaveOtherFilesInTheFolderAlone) {
    fs::create_directory(folder_ / "p.cadangan");
    write_bytes(folder_ / "p.cadangan/catatan.txt", "x");
    write_bytes(folder_ / "p.cadangan/p-0001-r0-kemarin-1a2b3c4d.gpkg", "x");
    for (int i = 0; i < 7; ++i) {
        rename_village("Nama " + std::to_string(i));
        made();
    }
    EXPECT_EQ(list_backups(path_).size(), 5u);
    EXPECT_TRUE(fs::exists(folder_ / "p.cadangan/catatan.txt"));
    EXPECT_TRUE(fs::exists(folder_ / "p.cadangan/p-0001-r0-kemarin-1a2b3c4d.gpkg"));
}

TEST_F(Backups, ADamagedOneIsPassedOver) {
    made();
    rename_village("A");
    const fs::path newest = made().path;
    Progress progress;
    EXPECT_EQ(newest_good_backup(path_, progress)->path, newest);
    std::string bytes = bytes_of(newest);
    for (std::size_t at = bytes.find("Desa 2"); at != std::string::npos;
         at = bytes.find("Desa 2", at + 1))
        bytes[at + 5] = '9';
    write_bytes(newest, bytes);
    EXPECT_EQ(newest_good_backup(path_, progress)->number, 1);
}

} // namespace

} // namespace antardesa::project
