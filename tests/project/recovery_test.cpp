#include "project/backup.h"
#include "project/recovery.h"

#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace antardesa::project {

namespace {

using testing::ElementsAre;

class Recovery : public testing::Test {
  protected:
    Recovery() {
        create_sample(path_);
        auto file = ProjectFile::open(path_, OpenMode::write);
        model::Edit many;
        many.name = {"edit.test", {}};
        for (std::int64_t id = 100; id < 400; ++id)
            many.writes.push_back(
                model::Put<model::Village>{village(id, 110 + 0.01 * static_cast<double>(id), -7)});
        EXPECT_TRUE(file.apply(many, by_tester));
    }
    void save() {
        Progress progress;
        ASSERT_TRUE(back_up(path_, fixed_clock, progress));
    }
    RecoveryReport recovered() {
        Progress progress;
        return recover(path_, fresh_, by_tester, progress);
    }
    /// Overwrites the page that holds `text`.
    void destroy_page_with(const std::string& text) {
        std::string bytes = bytes_of(path_);
        const std::size_t at = bytes.find(text);
        ASSERT_NE(at, std::string::npos);
        bytes.replace(at / 4096 * 4096, 4096, std::string(4096, '\xAA'));
        write_bytes(path_, bytes);
    }
    void expect_whole(const fs::path& path, const char* newest_edit = "edit.recover") {
        Progress progress;
        const auto file = ProjectFile::open(path, OpenMode::read);
        EXPECT_TRUE(file.check_integrity(progress).empty());
        EXPECT_EQ(file.history(1).front().name, newest_edit);
    }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
    fs::path fresh_ = folder_ / "pulih.gpkg";
};

TEST_F(Recovery, OfAWholeProjectKeepsEveryRowAndTheHistory) {
    const std::string before = bytes_of(path_);
    const auto report = recovered();
    EXPECT_EQ(report.lost(), 0);
    EXPECT_TRUE(report.findings.empty());
    EXPECT_EQ(content_dump(fresh_), content_dump(path_));
    EXPECT_EQ(bytes_of(path_), before);
    expect_whole(fresh_);
    auto file = ProjectFile::open(fresh_, OpenMode::write);
    EXPECT_EQ(file.revision(), 2);
    EXPECT_TRUE(file.undo(by_tester)) << "the edit before it can still be taken back";
}

TEST_F(Recovery, TakesTheRowsOfADestroyedPageFromTheBackup) {
    const std::string content = content_dump(path_);
    save();
    destroy_page_with("99.01.10.2250");
    const std::string hurt = bytes_of(path_);
    const auto report = recovered();
    EXPECT_EQ(report.lost(), 0);
    EXPECT_FALSE(report.findings.empty());
    for (const Finding& finding : report.findings)
        EXPECT_EQ(finding.code, "from_backup") << finding.subject;
    EXPECT_EQ(content_dump(fresh_), content);
    EXPECT_EQ(bytes_of(path_), hurt) << "the damaged file is evidence";
    expect_whole(fresh_);
}

TEST_F(Recovery, WithoutABackupNamesEveryLostRow) {
    destroy_page_with("99.01.10.2250");
    const auto report = recovered();
    EXPECT_GT(report.lost(), 0);
    EXPECT_LT(report.lost(), 60) << "one page of rows";
    EXPECT_GT(report.kept(), 280);
    EXPECT_EQ(static_cast<std::size_t>(report.lost()), report.findings.size());
    expect_whole(fresh_);
}

TEST_F(Recovery, PrefersTheBackupOverARowThatIsNotAsWritten) {
    const std::string content = content_dump(path_);
    save();
    sqlite::Database::open(path_, sqlite::Access::read_write)
        .execute("UPDATE kecamatan SET nama = 'rusak' WHERE id = 1");
    const auto report = recovered();
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_EQ(report.findings.front().subject, "kecamatan 1");
    EXPECT_EQ(content_dump(fresh_), content);
}

TEST_F(Recovery, KeepsADoubtfulRowThatNoBackupHas) {
    sqlite::Database::open(path_, sqlite::Access::read_write)
        .execute("UPDATE kecamatan SET nama = 'rusak' WHERE id = 1");
    const auto report = recovered();
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_EQ(report.findings.front().code, "doubtful");
    EXPECT_EQ(report.lost(), 0);
}

TEST_F(Recovery, LivesFromTheBackupAloneWhenNothingCanBeRead) {
    const std::string content = content_dump(path_);
    save();
    std::string bytes = bytes_of(path_);
    bytes.replace(0, 4096, std::string(4096, '\0'));
    write_bytes(path_, bytes);
    const auto report = recovered();
    EXPECT_EQ(report.lost(), 0);
    EXPECT_FALSE(report.all_counted) << "nobody knows what came after the backup";
    ASSERT_FALSE(report.findings.empty());
    EXPECT_EQ(report.findings[0].code, "unreadable");
    EXPECT_EQ(content_dump(fresh_), content);
    expect_whole(fresh_, "edit.recover_uncounted");
}

TEST_F(Recovery, SaysWhenThereIsNothing) {
    write_bytes(path_, std::string(8192, '\0'));
    EXPECT_EQ(error_key([&] { recovered(); }), "project.recover.nothing");
    EXPECT_FALSE(fs::exists(fresh_));
    EXPECT_EQ(error_key([&] {
                  Progress progress;
                  recover(folder_ / "tidak-ada.gpkg", fresh_, by_tester, progress);
              }),
              "project.not_found");
}

TEST_F(Recovery, ReadsWhatStandsBeforeTheEndOfACutFile) {
    const std::string bytes = bytes_of(path_);
    write_bytes(path_, bytes.substr(0, bytes.size() / 2));
    const auto report = recovered();
    EXPECT_GT(report.kept(), 20);
    EXPECT_EQ(error_key([&] { ProjectFile::open(fresh_, OpenMode::write); }), "no error");
}

TEST_F(Recovery, SaysHowManyRowsACutFileLost) {
    const std::int64_t rows = recovered().kept();
    fs::remove(fresh_);
    const std::string bytes = bytes_of(path_);
    for (const std::size_t tenths : {2U, 4U, 6U, 8U}) {
        write_bytes(path_, bytes.substr(0, bytes.size() * tenths / 10));
        const auto report = recovered();
        EXPECT_TRUE(report.lost() > 0 || !report.all_counted) << tenths;
        EXPECT_TRUE(!report.all_counted || report.kept() + report.lost() == rows) << tenths;
        EXPECT_TRUE(
            std::any_of(report.findings.begin(), report.findings.end(),
                        [](const Finding& finding) { return finding.severity == Severity::error; }))
            << tenths;
        fs::remove(fresh_);
    }
}

TEST_F(Recovery, PutsTheFirstBytesRight) {
    const std::string good = bytes_of(path_);
    for (const std::size_t at : {0U, 14U, 16U, 18U, 21U, 47U, 59U}) {
        std::string bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x5A);
        write_bytes(path_, bytes);
        const auto report = recovered();
        EXPECT_EQ(report.lost(), 0) << "byte " << at;
        EXPECT_GT(report.kept(), 300) << "byte " << at;
        fs::remove(fresh_);
    }
}

TEST_F(Recovery, NeverWritesOverAFile) {
    write_bytes(fresh_, "surat");
    EXPECT_EQ(error_key([&] { recovered(); }), "project.exists");
    EXPECT_EQ(bytes_of(fresh_), "surat");
}

TEST_F(Recovery, AlwaysGivesAWholeProjectOrAClearError) {
    save();
    const std::string content = content_dump(path_);
    const std::string bytes = bytes_of(path_);
    std::mt19937 random(31);
    int whole = 0;
    const int seeds = asked_for("ANTARDESA_RECOVERIES", 25);
    for (int seed = 0; seed < seeds; ++seed) {
        std::string flipped = bytes;
        for (unsigned i = 0; i < 1 + random() % 40; ++i)
            flipped[random() % flipped.size()] ^= static_cast<char>(1U << random() % 8);
        write_bytes(path_, flipped);
        fs::remove(fresh_);
        const auto report = recovered();
        EXPECT_EQ(report.lost(), 0) << seed << ": the backup has every row";
        expect_whole(fresh_);
        whole += content_dump(fresh_) == content;
    }
    EXPECT_EQ(whole, seeds);
    std::printf("  %d of %d damaged files came back equal\n", whole, seeds);
}

} // namespace

} // namespace antardesa::project
