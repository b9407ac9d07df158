#include "base/whole_file.h"
#include "project/backup.h"
#include "project/detail/beside.h"
#include "project/detail/holder.h"
#include "project/detail/row_hashes.h"
#include "project/detail/state.h"
#include "project/project_sample.h"
#include "project/recovery.h"
#include "project/watched_vfs.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

#include <sqlite3.h>

namespace antardesa::project {

namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::string refusal_key(const Result<std::int64_t>& result) {
    return result ? "done" : result.refusal().message.key;
}

class Media : public testing::Test {
  protected:
    Media() { create_sample(path_); }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
};

TEST_F(Media, AFileThatIsGoneIsNotEdited) {
    auto file = ProjectFile::open(path_, OpenMode::write);
    const auto edit = renaming(file, 1, "Baru");
    fs::rename(path_, folder_ / "dipindah.gpkg");
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "project.gone");
    EXPECT_EQ(refusal_key(file.undo(by_tester)), "project.gone");
    EXPECT_THAT(folder_.names(), ElementsAre("dipindah.gpkg"));
    fs::rename(folder_ / "dipindah.gpkg", path_);
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "done") << "the stick is back";
}

TEST_F(Media, AFileThatWasReplacedIsNotEditedAndCanBeSavedElsewhere) {
    const std::string before = content_dump(path_);
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "Pertama"), by_tester));
        fs::rename(path_, folder_ / "lama.gpkg");
        create_sample(path_);
        EXPECT_EQ(refusal_key(file.apply(renaming(file, 1, "Baru"), by_tester)),
                  "project.replaced");
        Progress progress;
        file.copy_to(folder_ / "salinan.gpkg", progress);
    }
    EXPECT_EQ(content_dump(path_), before) << "also closing writes nothing to the other file";
    EXPECT_EQ(content_dump(folder_ / "salinan.gpkg"), content_dump(folder_ / "lama.gpkg"));
    EXPECT_THAT(folder_.names(), UnorderedElementsAre("p.gpkg", "lama.gpkg", "salinan.gpkg"));
}

TEST_F(Media, AFileThatWasCutOffIsNotEdited) {
    auto file = ProjectFile::open(path_, OpenMode::write);
    const auto edit = renaming(file, 1, "Baru");
    fs::resize_file(path_, fs::file_size(path_) - 4096);
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "project.cut_off");
}

TEST_F(Media, AnEditIsNotLaidOverWhatAnotherProgramWrote) {
    auto file = ProjectFile::open(path_, OpenMode::write);
    const auto edit = renaming(file, 1, "Baru");
    sqlite::Database::open(path_, sqlite::Access::read_write)
        .execute("UPDATE kecamatan SET nama = 'Diubah QGIS' WHERE id = 1");
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "project.changed_elsewhere");
    EXPECT_EQ(file.revision(), 0);
    EXPECT_EQ(refusal_key(file.apply(renaming(file, 1, "Baru"), by_tester)), "done")
        << "after reading again";
}

TEST_F(Media, ACopyNeverReplacesWhatIsThere) {
    const auto file = ProjectFile::open(path_, OpenMode::read);
    write_bytes(folder_ / "ada.gpkg", "surat");
    Progress progress;
    EXPECT_EQ(error_key([&] { file.copy_to(folder_ / "ada.gpkg", progress); }), "project.exists");
    EXPECT_EQ(error_key([&] { file.copy_to(folder_ / "tidak/ada.gpkg", progress); }),
              "project.cannot_create");
    EXPECT_EQ(bytes_of(folder_ / "ada.gpkg"), "surat");
}

/// A disk that takes so many bytes of files whose names contain `word`.
class SmallDisk final : public DiskWatcher {
  public:
    SmallDisk(std::string_view word, std::int64_t bytes)
        : word_(word), bytes_(bytes), disk_(*this) {}
    int before(const DiskCall& call) override {
        const bool meant = call.name.find(word_) != std::string_view::npos;
        if (call.kind == DiskCall::Kind::write && meant)
            bytes_ -= static_cast<std::int64_t>(call.bytes.size());
        full_ = full_ || bytes_ < 0;
        return full_ && meant ? SQLITE_FULL : SQLITE_OK;
    }

  private:
    std::string_view word_;
    std::int64_t bytes_;
    bool full_ = false;
    WatchedDisk disk_;
};

/// More pages than are copied in one step.
model::Edit large_attachment() {
    model::Attachment row;
    row.id = {999};
    row.document = {3};
    row.name = "besar.bin";
    row.content = std::make_shared<const std::vector<std::uint8_t>>(2'000'000, std::uint8_t{7});
    return {{"edit.attach", {"besar.bin", "x"}}, {model::Put<model::Attachment>{row}}, {}};
}

TEST_F(Media, ACopyThatFindsNoRoomLeavesNothingAndSaysWhatItNeeds) {
    auto file = ProjectFile::open(path_, OpenMode::write);
    ASSERT_EQ(refusal_key(file.apply(large_attachment(), by_tester)), "done");
    Progress progress;
    for (const std::int64_t room : {0, 4096, 1'000'000, 1'500'000}) {
        const SmallDisk disk(".antardesa-", room);
        EXPECT_EQ(error_key([&] { file.copy_to(folder_ / "salinan.gpkg", progress); }),
                  "project.full_though_free");
        EXPECT_THAT(folder_.names(), ElementsAre("p.gpkg"));
        EXPECT_EQ(error_key([&] { static_cast<void>(back_up(path_, fixed_clock, progress)); }),
                  "project.full_though_free");
        EXPECT_THAT(folder_.names(), ElementsAre("p.gpkg"));
    }
}

TEST_F(Media, SpaceIsSaidForTheNewFileNotForWhatIsThere) {
    const sqlite::DatabaseError full(sqlite::Trouble::full, "x");
    const auto said = [&](std::uint64_t needed) {
        try {
            detail::rethrow(full, {folder_ / "baru.gpkg", path_, needed});
        } catch (const Error& error) {
            return error.message();
        }
    };
    const std::uint64_t more = free_bytes(path_).value() + 500'000'000;
    const Message known = said(more);
    EXPECT_EQ(known.key, "project.no_space");
    ASSERT_EQ(known.arguments.size(), 3U);
    EXPECT_EQ(known.arguments[0], (folder_ / "baru.gpkg").string());
    EXPECT_EQ(known.arguments[1], std::to_string((more + 999'999) / 1'000'000) + " MB");
    EXPECT_EQ(said(1).key, "project.full_though_free");
    EXPECT_EQ(said(0).key, "project.no_space_more");
}

TEST_F(Media, ANewProjectThatFindsNoRoomLeavesNothing) {
    Progress progress;
    // As long as nothing is written it is not known how large the file will be.
    for (const std::int64_t room : {0, 100'000}) {
        const char* said = room == 0 ? "project.no_space_more" : "project.full_though_free";
        const SmallDisk disk(".antardesa-", room);
        EXPECT_EQ(error_key([&] { create_sample(folder_ / "baru.gpkg"); }), said);
        EXPECT_EQ(error_key([&] { recover(path_, folder_ / "baru.gpkg", by_tester, progress); }),
                  "project.full_though_free");
        EXPECT_THAT(folder_.names(), ElementsAre("p.gpkg"));
    }
}

TEST_F(Media, AFileMarkedForAWriteAheadLogOpensAndIsPutBack) {
    { sqlite::Database::open(path_, sqlite::Access::read_write).text("PRAGMA journal_mode=WAL"); }
    ASSERT_EQ(bytes_of(path_).substr(18, 2), std::string("\2\2"));
    EXPECT_EQ(
        std::get<model::Table<model::Village>>(read_all(ProjectFile::open(path_, OpenMode::read)))
            .size(),
        4u);
    EXPECT_THAT(folder_.names(), ElementsAre("p.gpkg")) << "looking leaves nothing beside";
    { ProjectFile::open(path_, OpenMode::write); }
    EXPECT_EQ(bytes_of(path_).substr(18, 2), std::string("\1\1"));
    EXPECT_THAT(folder_.names(), ElementsAre("p.gpkg"));
}

TEST_F(Media, OpensAsItCanAndSaysWhy) {
    const auto writer = ProjectFile::open(path_, OpenMode::write);
    std::optional<Message> reason;
    const auto second = ProjectFile::open_as_possible(path_, reason);
    EXPECT_EQ(second.mode(), OpenMode::read);
    ASSERT_TRUE(reason);
    EXPECT_EQ(reason->key, "project.in_use");
}

TEST_F(Media, ANewerFileIsLookedAtWhenItAllowsThat) {
    sqlite::Database::open(path_, sqlite::Access::read_write)
        .execute(
            "INSERT INTO antardesa_skema VALUES (99); INSERT INTO antardesa_baca VALUES (99, 2)");
    std::optional<Message> reason;
    const auto file = ProjectFile::open_as_possible(path_, reason);
    EXPECT_EQ(file.mode(), OpenMode::read);
    EXPECT_EQ(file.version(), 99);
    EXPECT_EQ(reason->key, "project.newer");
    EXPECT_EQ(error_key([&] { ProjectFile::open(path_, OpenMode::write); }), "project.newer");
}

TEST(Holders, OfMediaWithoutLocksAreForgottenAfterTenSilentMinutes) {
    Holder holder = detail::this_instance();
    EXPECT_FALSE(detail::is_silent(holder));
    holder.seen = iso_text(std::chrono::system_clock::now() - std::chrono::minutes(11));
    EXPECT_TRUE(detail::is_silent(holder));
    holder.seen.clear();
    EXPECT_FALSE(detail::is_silent(holder)) << "a program of schema 1 says nothing";
}

} // namespace

} // namespace antardesa::project
