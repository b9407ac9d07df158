#include "project/backup.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"
#include "project/detail/state.h"
#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

#include <map>
#include <random>

namespace antardesa::project {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

std::vector<Finding> findings_of(const fs::path& path) {
    Progress progress;
    return ProjectFile::open(path, OpenMode::read).check_integrity(progress);
}

/// Findings of severity error, "code subject".
std::vector<std::string> errors_of(const fs::path& path) {
    std::vector<std::string> found;
    for (const Finding& finding : findings_of(path))
        if (finding.severity == Severity::error)
            found.push_back(finding.code + " " + finding.subject);
    return found;
}

/// As QGIS would.
void change(const fs::path& path, const std::string& sql) {
    auto other = sqlite::Database::open(path, sqlite::Access::read_write);
    other.trust_schema();
    detail::register_functions(other);
    other.execute(sql);
}

class Integrity : public testing::Test {
  protected:
    Integrity() { create_sample(path_); }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
};

TEST_F(Integrity, AllIsWellAfterEveryKindOfWrite) {
    EXPECT_THAT(findings_of(path_), IsEmpty());
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "Mekarsari"), by_tester));
        model::Edit edit;
        edit.writes.push_back(model::Put<model::Village>{village(77, 111, -8)});
        edit.writes.push_back(model::Put<model::ProjectIdentity>{{"Lain", "", ""}});
        edit.writes.push_back(model::Erase<model::SharedAsset>{{2}});
        ASSERT_TRUE(file.apply(edit, by_tester));
        Progress progress;
        EXPECT_THAT(file.check_integrity(progress), IsEmpty());
        ASSERT_TRUE(file.undo(by_tester));
        ASSERT_TRUE(file.undo(by_tester));
        ASSERT_TRUE(file.redo(by_tester));
    }
    EXPECT_THAT(findings_of(path_), IsEmpty());
    const auto file = sqlite::Database::open(path_, sqlite::Access::immutable);
    EXPECT_EQ(file.integer("SELECT count(*) FROM sidik_baris WHERE tabel = 'riwayat'"), 6);
}

TEST_F(Integrity, NamesTheRowThatAnotherProgramChanged) {
    change(path_, "UPDATE desa SET kode = '99.01.10.9999' WHERE id = 1");
    EXPECT_THAT(errors_of(path_), ElementsAre("row_changed Desa 1"));
    const auto findings = findings_of(path_);
    EXPECT_THAT(findings.front().message.arguments, ElementsAre("desa", "1", "Desa 1"));
}

TEST_F(Integrity, FindsAddedAndDeletedRows) {
    change(path_, "INSERT INTO kecamatan VALUES (50, '99.01.50', 'Baru', 'Contoh');"
                  "DELETE FROM aset_bersama_hak WHERE id = 1");
    EXPECT_THAT(errors_of(path_),
                UnorderedElementsAre("row_added Baru", "row_missing aset_bersama_hak 1"));
}

TEST_F(Integrity, FindsARewrittenHistory) {
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "A"), by_tester));
        ASSERT_TRUE(file.apply(renaming(file, 1, "B"), by_tester));
    }
    change(path_, "UPDATE riwayat SET pelaku = 'orang lain' WHERE revisi = 2");
    EXPECT_THAT(errors_of(path_), ElementsAre("row_changed revisi 2", "history_chain riwayat"));
    change(path_, "DELETE FROM riwayat WHERE revisi = 1;"
                  "DELETE FROM sidik_baris WHERE tabel = 'riwayat' AND baris = 2");
    EXPECT_THAT(errors_of(path_),
                UnorderedElementsAre("row_changed revisi 2", "rows_gone riwayat",
                                     "history_gap riwayat", "history_chain riwayat"));
}

TEST_F(Integrity, CountsDamagedPagesWithoutTheLibrarysWords) {
    std::int64_t page = 0;
    std::int64_t size = 0;
    {
        const auto file = sqlite::Database::open(path_, sqlite::Access::immutable);
        size = file.integer("PRAGMA page_size");
        page = file.integer("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = "
                            "'gpkg_data_columns' OR name = 'gpkg_extensions' ORDER BY name");
    }
    ASSERT_GT(page, 1);
    std::string bytes = bytes_of(path_);
    bytes[static_cast<std::size_t>((page - 1) * size)] = 'x';
    write_bytes(path_, bytes);
    bool found = false;
    for (const Finding& finding : findings_of(path_))
        if (finding.code == "pages") {
            found = true;
            ASSERT_EQ(finding.message.arguments.size(), 1u);
            EXPECT_EQ(finding.message.arguments[0].find_first_not_of("0123456789"),
                      std::string::npos)
                << finding.message.arguments[0];
        } else if (finding.code == "unreadable") {
            EXPECT_EQ(finding.message.arguments.size(), 1u);
        }
    EXPECT_TRUE(found);
}

TEST_F(Integrity, TellsValuesOfDifferentTypesApart) {
    change(path_, "UPDATE desa SET kode_bps = x'61' WHERE id = 1");
    EXPECT_THAT(errors_of(path_), ElementsAre("row_changed Desa 1"));
    change(path_, "UPDATE desa SET kode_bps = 'a' WHERE id = 1");
    EXPECT_THAT(errors_of(path_), ElementsAre("row_changed Desa 1"));
}

TEST_F(Integrity, TakesAColumnOrALayerOfAnotherProgramForNoDamage) {
    change(path_, "ALTER TABLE desa ADD COLUMN catatan TEXT DEFAULT 'x'; CREATE TABLE lain (a)");
    EXPECT_THAT(errors_of(path_), IsEmpty());
    const auto findings = findings_of(path_);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().code, "register");
    EXPECT_EQ(findings.front().message, (Message{"project.integrity.register_table", {"desa"}}));
    EXPECT_EQ(findings.front().severity, Severity::warning);
}

TEST_F(Integrity, FindsASpatialIndexThatHidesFeatures) {
    change(path_, "DELETE FROM rtree_desa_geom WHERE id = 2");
    const auto findings = findings_of(path_);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().code, "index");
    EXPECT_EQ(findings.front().subject, "desa");
}

TEST_F(Integrity, KeepsTheLastThreeAsTheyWereAndOnlyWhatDiffers) {
    Progress progress;
    EXPECT_FALSE(keep_as_is(path_, *by_tester.clock, progress)) << "nothing differs";
    EXPECT_FALSE(std::filesystem::exists(backup_folder(path_)));
    std::vector<std::filesystem::path> kept;
    for (const char* code : {"'A'", "'B'", "'C'", "'D'"}) {
        change(path_, std::string("UPDATE desa SET kode = ") + code + " WHERE id = 1");
        kept.push_back(keep_as_is(path_, *by_tester.clock, progress).value());
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.accept_changes(by_tester, progress));
    }
    EXPECT_FALSE(std::filesystem::exists(kept[0]));
    for (std::size_t i = 1; i < kept.size(); ++i)
        EXPECT_TRUE(std::filesystem::exists(kept[i])) << kept[i];
    EXPECT_THAT(errors_of(kept[3]), testing::SizeIs(1)) << "as it was, before it was accepted";
}

TEST_F(Integrity, AcceptsWhatWasMeantAndSaysSoInTheHistory) {
    change(path_,
           "UPDATE desa SET kode = 'X' WHERE id = 1; UPDATE desa SET kode = 'Y' WHERE id = 2;"
           "DELETE FROM aset_bersama_hak WHERE id = 1");
    Progress progress;
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.accept_changes(by_tester, progress));
        const auto newest = file.history(1).front();
        EXPECT_EQ(newest.name, "edit.accept");
        EXPECT_THAT(newest.arguments, ElementsAre("2", "0", "1"));
        EXPECT_FALSE(file.can_undo()) << "there is no changeset to take back";
        EXPECT_FALSE(file.accept_changes(by_tester, progress)) << "nothing differs now";
    }
    EXPECT_THAT(errors_of(path_), IsEmpty());
    const auto file = ProjectFile::open(path_, OpenMode::write);
    EXPECT_FALSE(file.can_undo()) << "also after a restart";
    EXPECT_EQ(file.revision(), 1);
}

// An edit over a damaged row would give it a new hash, and nobody would ever know.
TEST_F(Integrity, DamageIsNotWrittenOver) {
    change(path_, "UPDATE desa SET kode_bps = 'rusak' WHERE id = 1");
    ASSERT_THAT(errors_of(path_), SizeIs(1));
    const std::string before = content_dump(path_);
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        const auto result = file.apply(renaming(file, 1, "Mekarsari"), by_tester);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.refusal().message.key, "project.row_not_as_written");
        EXPECT_EQ(result.refusal().message.arguments.at(0), "desa");
        EXPECT_TRUE(file.apply(renaming(file, 2, "Sukamaju"), by_tester)) << "another row";
        EXPECT_TRUE(file.undo(by_tester));
    }
    EXPECT_THAT(errors_of(path_), SizeIs(1));
    auto file = ProjectFile::open(path_, OpenMode::write);
    Progress progress;
    ASSERT_TRUE(file.accept_changes(by_tester, progress));
    EXPECT_TRUE(file.apply(renaming(file, 1, "Mekarsari"), by_tester));
}

// Points numbered on a damaged line would be wrong, and fresh hashes would call them sound.
TEST_F(Integrity, NothingIsBuiltOnDamage) {
    auto edit = [](std::int64_t id) {
        model::TurningPoint point;
        point.id = {900 + id};
        point.segment = {1};
        point.kind = "TK";
        point.position = {109.1, -7.1};
        return model::Edit{{"edit.x", {}}, {model::Put<model::TurningPoint>{point}}, {}};
    };
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(edit(1), by_tester));
    }
    change(path_, "UPDATE segmen_batas SET panjang_m = 1 WHERE id = 1");
    auto file = ProjectFile::open(path_, OpenMode::write);
    EXPECT_EQ(error_key([&] { static_cast<void>(file.apply(edit(2), by_tester)); }),
              "project.rests_on_damage");
    EXPECT_EQ(file.revision(), 1);
    EXPECT_TRUE(file.apply(renaming(file, 1, "Sukamaju"), by_tester)) << "rests on no segment";
    EXPECT_TRUE(file.undo(by_tester));
    Progress progress;
    ASSERT_TRUE(file.accept_changes(by_tester, progress));
    EXPECT_TRUE(file.apply(edit(2), by_tester));
}

TEST_F(Integrity, AddedAndLostRowsAreNotWrittenOver) {
    change(path_, "DELETE FROM temuan_batas; DELETE FROM titik_batas; DELETE FROM aset_bersama_hak;"
                  "DELETE FROM aset_bersama WHERE id = 2");
    auto file = ProjectFile::open(path_, OpenMode::write);
    const auto erased =
        file.apply({{"edit.x", {}}, {model::Erase<model::SharedAsset>{{2}}}, {}}, by_tester);
    ASSERT_FALSE(erased);
    EXPECT_EQ(erased.refusal().message.key, "project.row_not_as_written");
}

TEST_F(Integrity, ADamagedEntryIsNotUndone) {
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "Mekarsari"), by_tester));
    }
    const auto entry = sqlite::Database::open(path_, sqlite::Access::immutable)
                           .text("SELECT hex(perubahan) FROM riwayat WHERE revisi = 1");
    const std::string before = content_dump(path_);
    for (const std::size_t digit :
         {std::size_t{0}, std::size_t{3}, entry.size() / 2, entry.size() - 1}) {
        std::string damaged = entry;
        damaged[digit] = damaged[digit] == '0' ? '1' : '0';
        change(path_, "UPDATE riwayat SET perubahan = x'" + damaged + "' WHERE revisi = 1");
        auto file = ProjectFile::open(path_, OpenMode::write);
        const auto result = file.undo(by_tester);
        ASSERT_FALSE(result) << digit;
        EXPECT_EQ(result.refusal().message.key, "project.entry_damaged");
    }
    change(path_, "UPDATE riwayat SET perubahan = x'" + entry + "' WHERE revisi = 1");
    EXPECT_EQ(content_dump(path_), before);
    EXPECT_TRUE(ProjectFile::open(path_, OpenMode::write).undo(by_tester)) << "when it is whole";
}

// Whoever knows how hashes are made can write one for a changeset that reaches elsewhere.
TEST_F(Integrity, AnEntryThatReachesBeyondTheTablesOfEditsIsNotUndone) {
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "Mekarsari"), by_tester));
    }
    {
        auto other = sqlite::Database::open(path_, sqlite::Access::read_write);
        other.trust_schema();
        detail::register_functions(other);
        sqlite::Changeset changes;
        {
            sqlite::Session session(other);
            session.attach("gpkg_contents");
            other.execute("UPDATE gpkg_contents SET description = 'x' WHERE table_name = 'desa'");
            changes = session.changeset();
        }
        ASSERT_FALSE(changes.empty());
        auto put = other.prepare("UPDATE riwayat SET perubahan = ?1 WHERE revisi = 1");
        put.bind(1, std::span<const std::uint8_t>(changes));
        put.run();
        detail::hash_entry(other, 1);
    }
    const auto result = ProjectFile::open(path_, OpenMode::write).undo(by_tester);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.refusal().message.key, "project.entry_damaged");
}

TEST_F(Integrity, StopsWhenAsked) {
    const auto file = ProjectFile::open(path_, OpenMode::read);
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(static_cast<void>(file.check_integrity(progress)), Cancelled);
}

TEST_F(Integrity, HashedColumnsAreThoseOfTheSchema) {
    const auto file = sqlite::Database::open(path_, sqlite::Access::immutable);
    std::size_t recorded = 0;
    for (const detail::HashedTable& table : detail::hashed_tables()) {
        EXPECT_EQ(
            file.text(std::string("SELECT group_concat(name, ', ') FROM pragma_table_info('") +
                      table.table + "')"),
            table.columns);
        const auto labels =
            file.prepare(std::string("SELECT ") + table.label + " FROM " + table.table);
        EXPECT_EQ(labels.column_count(), 1);
        recorded += std::string(table.table) != "riwayat";
    }
    EXPECT_EQ(recorded, detail::recorded_tables().size());
}

/// Whether the content that a person entered can no longer be read as it was.
bool lost_something(const fs::path& path, const std::string& before, const std::string& history) {
    try {
        const auto file = sqlite::Database::open(path, sqlite::Access::immutable);
        std::string now;
        auto rows = file.prepare("SELECT hex(nama || argumen || pelaku || waktu) ||"
                                 " coalesce(hex(perubahan), '-') FROM riwayat ORDER BY id");
        while (rows.step())
            now += rows.text(0);
        return content_dump(path) != before || now != history;
    } catch (const Error&) {
        return true;
    }
}

/// By a finding of any severity: a flipped letter in a column's name is a warning about the schema.
bool is_detected(const fs::path& path) {
    try {
        return !findings_of(path).empty();
    } catch (const Error&) {
        return true;
    }
}

TEST_F(Integrity, SeesEveryBitFlipThatReachesContent) {
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "Mekarsari"), by_tester));
    }
    const std::string bytes = bytes_of(path_);
    const std::string before = content_dump(path_);
    std::string history;
    {
        const auto file = sqlite::Database::open(path_, sqlite::Access::immutable);
        auto rows = file.prepare("SELECT hex(nama || argumen || pelaku || waktu) ||"
                                 " coalesce(hex(perubahan), '-') FROM riwayat ORDER BY id");
        while (rows.step())
            history += rows.text(0);
    }
    ASSERT_FALSE(lost_something(path_, before, history));
    const fs::path hurt = folder_ / "rusak.gpkg";
    std::mt19937 random(30);
    std::map<std::string, int> tally;
    const int seeds = asked_for("ANTARDESA_BIT_FLIPS", 200);
    for (int seed = 0; seed < seeds; ++seed) {
        std::string flipped = bytes;
        const unsigned flips = 1 + random() % 40;
        for (unsigned i = 0; i < flips; ++i)
            flipped[random() % flipped.size()] ^= static_cast<char>(1U << random() % 8);
        write_bytes(hurt, flipped);
        const bool lost = lost_something(hurt, before, history);
        const bool detected = is_detected(hurt);
        EXPECT_TRUE(detected || !lost) << "seed " << seed;
        ++tally[lost ? (detected ? "lost, detected" : "lost, silent")
                     : (detected ? "whole, reported" : "whole, silent")];
    }
    for (const auto& [outcome, count] : tally)
        std::printf("  %s: %d of %d\n", outcome.c_str(), count, seeds);
    EXPECT_GT(tally["lost, detected"], 0);
}

} // namespace

} // namespace antardesa::project
