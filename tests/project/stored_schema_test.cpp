#include "project/detail/row_hashes.h"
#include "project/detail/state.h"
#include "project/project_sample.h"
#include "project/recovery.h"
#include "project/stored_copy.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

namespace antardesa::project {

namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Written by the program of schema 1: an import, a second one, and an undo.
class StoredSchema1 : public StoredCopy {
  protected:
    StoredSchema1() : StoredCopy("skema1.gpkg") {}
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
    fs::copy_file(stored_, path_);
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

/// Written by the program of schema 2: the same with other geometry.
class StoredSchema2 : public StoredCopy {
  protected:
    StoredSchema2() : StoredCopy("skema2.gpkg") {}
    void by_another_program(const char* sql) {
        auto database = sqlite::Database::open(path_, sqlite::Access::read_write);
        detail::register_functions(database);
        database.trust_schema();
        database.execute(sql);
    }
};

TEST_F(StoredSchema2, IsLookedAtAsItIs) {
    const std::string before = bytes_of(path_);
    {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        EXPECT_EQ(file.version(), 2);
        const auto tables = read_all(file);
        EXPECT_EQ(std::get<model::Table<model::Village>>(tables).size(), 3u);
        EXPECT_EQ(std::get<model::Table<model::BoundarySegment>>(tables)[0].accuracy_m,
                  std::nullopt);
        EXPECT_TRUE(std::get<model::Table<model::BoundaryFinding>>(tables).empty());
    }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_NE(content_dump(path_), "");
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema2, KeepsItsHistoryThatCanBeTakenBackAndForth) {
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        EXPECT_EQ(file.version(), schema_version);
        Progress progress;
        EXPECT_THAT(file.check_integrity(progress), IsEmpty());
        ASSERT_TRUE(file.redo(by_tester)) << "a changeset of rows that had fewer columns";
        EXPECT_EQ(std::get<model::Table<model::Village>>(read_all(file)).size(), 4u);
        EXPECT_EQ(std::get<model::Table<model::Village>>(read_all(file)).find({4})->name,
                  "Karangan");
        EXPECT_THAT(file.check_integrity(progress), IsEmpty());
        ASSERT_TRUE(file.undo(by_tester));
    }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_THAT(folder_.names(), UnorderedElementsAre("p.gpkg", "p.skema2.gpkg"));
}

TEST_F(StoredSchema2, WhatAnotherProgramChangedStaysKnownAsChanged) {
    by_another_program("UPDATE desa SET nama = 'Sukajadi' WHERE id = 1;"
                       "UPDATE segmen_batas SET status = 'sepakat'");
    const auto before = damage();
    EXPECT_THAT(before,
                UnorderedElementsAre("row_changed Sukajadi", "row_changed Sukajadi – Sidomulyo"));
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        EXPECT_EQ(file.version(), schema_version);
    }
    EXPECT_EQ(damage(), before);
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        Progress progress;
        EXPECT_TRUE(file.accept_changes(by_tester, progress));
    }
    EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(StoredSchema2, IsLeftAsItWasWhenDamaged) {
    by_another_program("DELETE FROM riwayat WHERE revisi = 1");
    const std::string before = bytes_of(path_);
    EXPECT_EQ(error_key([&] { ProjectFile::open(path_, OpenMode::write); }),
              "project.migration_failed");
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema2, IsRecoveredIntoTheNewestSchema) {
    Progress progress;
    const auto report = recover(path_, folder_ / "baru.gpkg", by_tester, progress);
    EXPECT_EQ(report.lost(), 0);
    for (const auto& table : report.tables)
        EXPECT_EQ(table.doubtful, 0) << table.table;
    const auto file = ProjectFile::open(folder_ / "baru.gpkg", OpenMode::read);
    EXPECT_EQ(file.version(), schema_version);
    EXPECT_EQ(std::get<model::Table<model::Village>>(read_all(file)).size(), 3u);
}

/// Written by the program of schema 3: an import, a state with its document, points, an undo.
class StoredSchema3 : public StoredCopy {
  protected:
    StoredSchema3() : StoredCopy("skema3.gpkg") {}
};

TEST_F(StoredSchema3, IsLookedAtAsItIs) {
    const std::string before = bytes_of(path_);
    {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        EXPECT_EQ(file.version(), 3);
        const auto tables = read_all(file);
        const auto& segment = std::get<model::Table<model::BoundarySegment>>(tables)[0];
        EXPECT_EQ(segment.state, model::SegmentState::agreed);
        EXPECT_EQ(segment.character, model::LineCharacter::none);
        EXPECT_EQ(std::get<model::Table<model::TurningPoint>>(tables).size(), 2u);
    }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema3, KeepsItsHistoryThatCanBeTakenBackAndForth) {
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        EXPECT_EQ(file.version(), schema_version);
        Progress progress;
        EXPECT_THAT(file.check_integrity(progress), IsEmpty());
        ASSERT_TRUE(file.redo(by_tester)) << "a changeset of rows that had fewer columns";
        EXPECT_EQ(std::get<model::Table<model::TurningPoint>>(read_all(file)).size(), 3u);
        ASSERT_TRUE(file.undo(by_tester));
        ASSERT_TRUE(file.undo(by_tester));
        ASSERT_TRUE(file.undo(by_tester)) << "back to a segment without state";
        EXPECT_EQ(std::get<model::Table<model::BoundarySegment>>(read_all(file))[0].state,
                  model::SegmentState::untraced);
    }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_THAT(folder_.names(), UnorderedElementsAre("p.gpkg", "p.skema3.gpkg"));
}

/// Written by the program of schema 4: boundaries and registers, a second import of them, an undo.
class StoredSchema4 : public StoredCopy {
  protected:
    StoredSchema4() : StoredCopy("skema4.gpkg") {}
    std::optional<double> value() const {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        return std::get<model::Table<model::Agreement>>(read_all(file))[0].value_rupiah;
    }
};

TEST_F(StoredSchema4, IsLookedAtAsItIs) {
    const std::string before = bytes_of(path_);
    {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        EXPECT_EQ(file.version(), 4);
        const auto tables = read_all(file);
        EXPECT_EQ(std::get<model::Table<model::Agreement>>(tables)[0].content_scope, "");
        EXPECT_EQ(std::get<model::Table<model::AgreementParty>>(tables).size(), 2u);
        EXPECT_TRUE(std::get<model::Table<model::Meeting>>(tables).empty());
        EXPECT_EQ(file.history().front().link, "") << "no chain yet";
    }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema4, KeepsItsHistoryThatCanBeTakenBackAndForth) {
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        EXPECT_EQ(file.version(), schema_version);
        EXPECT_EQ(file.history().size(), 3u);
        for (const model::HistoryEntry& entry : file.history())
            EXPECT_EQ(entry.link.size(), 32u) << "old entries are linked as well";
    }
    EXPECT_EQ(value(), 450e6);
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.redo(by_tester)) << "a changeset of rows that had fewer columns";
    }
    EXPECT_EQ(value(), 460e6);
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_THAT(folder_.names(), UnorderedElementsAre("p.gpkg", "p.skema4.gpkg"));
}

/// Whoever changes an entry and makes its own hash anew still breaks the chain behind it.
TEST_F(StoredSchema4, AnEntryThatWasForgedBreaksTheChain) {
    { ProjectFile::open(path_, OpenMode::write); }
    const std::string head = ProjectFile::open(path_, OpenMode::read).history().front().link;
    {
        auto database = sqlite::Database::open(path_, sqlite::Access::read_write);
        detail::register_functions(database);
        database.trust_schema();
        database.execute("UPDATE riwayat SET pelaku = 'Orang lain' WHERE revisi = 1");
        detail::hash_entry(database, 1);
    }
    EXPECT_THAT(damage(), testing::ElementsAre("history_chain riwayat"));
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        Progress progress;
        EXPECT_TRUE(file.accept_changes(by_tester, progress));
        EXPECT_NE(file.history()[1].link, head) << "a sheet that bears the old link tells";
    }
    EXPECT_THAT(damage(), IsEmpty());
}

/// Written by the program of schema 5: boundaries, a case and its meeting, the meeting's outcome
/// imported again, an undo of that.
class StoredSchema5 : public StoredCopy {
  protected:
    StoredSchema5() : StoredCopy("skema5.gpkg") {}
    model::MeetingOutcome outcome() const {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        return std::get<model::Table<model::Meeting>>(read_all(file))[0].outcome;
    }
    void change(const char* sql) const {
        auto database = sqlite::Database::open(path_, sqlite::Access::read_write);
        detail::register_functions(database);
        database.trust_schema();
        database.execute(sql);
    }
};

TEST_F(StoredSchema5, IsLookedAtAsItIs) {
    const std::string before = bytes_of(path_);
    {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        EXPECT_EQ(file.version(), 5);
        const auto tables = read_all(file);
        EXPECT_FALSE(std::get<model::Table<model::Meeting>>(tables)[0].step);
        EXPECT_TRUE(std::get<model::Table<model::Signatory>>(tables).empty());
    }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema5, KeepsItsHistoryThatCanBeTakenBackAndForth) {
    { EXPECT_EQ(ProjectFile::open(path_, OpenMode::write).version(), schema_version); }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_EQ(outcome(), model::MeetingOutcome::postponed);
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.redo(by_tester)) << "a changeset of rows that had fewer columns";
    }
    EXPECT_EQ(outcome(), model::MeetingOutcome::agreed);
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_THAT(folder_.names(), UnorderedElementsAre("p.gpkg", "p.skema5.gpkg"));
}

TEST_F(StoredSchema5, MissesARowThatWentWithItsHash) {
    { ProjectFile::open(path_, OpenMode::write); }
    change("DELETE FROM musyawarah;"
           "DELETE FROM sidik_baris WHERE tabel = 'musyawarah'");
    EXPECT_THAT(damage(), testing::ElementsAre("rows_gone musyawarah"));
}

} // namespace

} // namespace antardesa::project
