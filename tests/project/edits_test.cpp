#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

#include <random>

namespace antardesa::project {

namespace {

using namespace model;
using testing::ElementsAre;

std::vector<std::int64_t> revisions(const ProjectFile& file) {
    std::vector<std::int64_t> found;
    for (const auto& entry : file.history())
        found.push_back(entry.revision);
    return found;
}

std::string refusal_key(const Result<std::int64_t>& result) {
    return result ? "accepted" : result.refusal().message.key;
}

TEST(ProjectEdits, UndoAndRedoAcrossReopening) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const std::string first = content_dump(path);
    std::string second;
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        EXPECT_FALSE(file.can_undo()) << "the import stays";
        EXPECT_EQ(refusal_key(file.undo(by_tester)), "project.nothing_to_undo");
        const auto revision = file.apply(renaming(file, 1, "Mekarsari"), by_tester);
        ASSERT_TRUE(revision);
        EXPECT_EQ(revision.value(), 1);
    }
    second = content_dump(path);
    EXPECT_NE(first, second);
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        ASSERT_TRUE(file.undo(by_tester));
        EXPECT_FALSE(file.can_undo());
    }
    EXPECT_EQ(content_dump(path), first);
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        ASSERT_TRUE(file.redo(by_tester));
        EXPECT_FALSE(file.can_redo());
        EXPECT_EQ(file.revision(), 3);
    }
    EXPECT_EQ(content_dump(path), second);
    auto file = ProjectFile::open(path, OpenMode::write);
    ASSERT_TRUE(file.undo(by_tester)) << "a redo can be undone again";
    EXPECT_THAT(revisions(file), ElementsAre(4, 3, 2, 1, 0));
    EXPECT_TRUE(file.history()[3].undone);
    EXPECT_EQ(content_dump(path), first);
}

TEST(ProjectEdits, StandInTheHistoryWithWhoWhenAndWhy) {
    const Folder folder;
    auto file = create_sample(folder / "p.gpkg");
    Edit edit = renaming(file, 1, "Kali \"Baru\", Hulu");
    edit.document = {3};
    ASSERT_TRUE(file.apply(edit, by_tester));
    ASSERT_TRUE(file.undo(by_tester));
    const auto history = file.history();
    ASSERT_EQ(history.size(), 3u);
    EXPECT_EQ(history[1].name, "edit.change_village");
    EXPECT_THAT(history[1].arguments, ElementsAre("Kali \"Baru\", Hulu"));
    EXPECT_EQ(history[1].author, "Penguji");
    EXPECT_EQ(history[1].time, "2026-11-23T00:00:00.000Z");
    EXPECT_EQ(history[1].document, "perbup 12/2025");
    EXPECT_TRUE(history[1].undone);
    EXPECT_EQ(history[0].name, "edit.undo");
    EXPECT_THAT(history[0].arguments, ElementsAre("1"));
    EXPECT_EQ(history[0].reverts, 1);
    EXPECT_EQ(history[2].name, "edit.import");
    EXPECT_EQ(file.history(2).size(), 2u);
}

TEST(ProjectEdits, ANewEditEndsRedo) {
    const Folder folder;
    auto file = create_sample(folder / "p.gpkg");
    ASSERT_TRUE(file.apply(renaming(file, 1, "A"), by_tester));
    ASSERT_TRUE(file.undo(by_tester));
    ASSERT_TRUE(file.can_redo());
    ASSERT_TRUE(file.apply(renaming(file, 1, "B"), by_tester));
    EXPECT_FALSE(file.can_redo());
    EXPECT_EQ(refusal_key(file.redo(by_tester)), "project.nothing_to_redo");
}

TEST(ProjectEdits, ChangeTheIdentityToo) {
    const Folder folder;
    auto file = create_sample(folder / "p.gpkg");
    ASSERT_TRUE(
        file.apply({{"edit.x", {}}, {Put<ProjectIdentity>{{"Lain", "P", "S"}}}, {}}, by_tester));
    EXPECT_EQ(file.identity().regency, "Lain");
    ASSERT_TRUE(file.undo(by_tester));
    EXPECT_EQ(file.identity().regency, "Contoh");
}

TEST(ProjectEdits, AreRefusedWholeWhenRowsBreakAReference) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    auto file = create_sample(path);
    const std::string before = content_dump(path);
    Edit edit = renaming(file, 1, "Setengah");
    edit.writes.push_back(Erase<District>{{1}});
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "project.constraint");
    Edit without_id = renaming(file, 1, "Setengah");
    BoundarySegment segment;
    without_id.writes.push_back(Put<BoundarySegment>{segment});
    EXPECT_EQ(refusal_key(file.apply(without_id, by_tester)), "project.constraint");
    EXPECT_EQ(content_dump(path), before);
    EXPECT_EQ(file.revision(), 0);
    EXPECT_FALSE(file.can_undo());
}

TEST(ProjectEdits, MayBreakAReferenceOnTheWay) {
    const Folder folder;
    auto file = create_sample(folder / "p.gpkg");
    Village row = village(40, 111, -7);
    row.district = {30};
    const Edit edit{
        {"edit.x", {}}, {Put<Village>{row}, Put<District>{{{30}, "", "Baru", "Contoh"}}}, {}};
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "accepted");
}

TEST(ProjectEdits, TakeACasePastNoLocalStep) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    auto file = ProjectFile::open(path, OpenMode::write);
    Progress progress;
    std::vector<Finding> findings;
    const TableSet tables = file.read(findings, progress);
    LocalStep step{{2}, "Musyawarah adat", DisputeState::regency_facilitation, "Perbup 12/2024"};
    ASSERT_TRUE(file.apply({{"edit.add_record", {}}, {Put<LocalStep>{step}}, {}}, by_tester));
    BoundaryDispute ends = *std::get<Table<BoundaryDispute>>(tables).find({1});
    ends.state = DisputeState::not_agreed;
    const Edit edit{{"edit.advance_dispute", {}}, {Put<BoundaryDispute>{ends}}, {}};
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "model.case.local_step");
    Meeting held;
    held.id = {900};
    held.kind = MeetingKind::dispute;
    held.dispute = {1};
    held.date = Date{std::chrono::year{2026} / 3 / 4};
    held.step = {2};
    ASSERT_TRUE(file.apply({{"edit.add_record", {}}, {Put<Meeting>{held}}, {}}, by_tester));
    EXPECT_EQ(refusal_key(file.apply(edit, by_tester)), "accepted");
}

TEST(ProjectEdits, AreRefusedInReadMode) {
    const Folder folder;
    create_sample(folder / "p.gpkg");
    auto file = ProjectFile::open(folder / "p.gpkg", OpenMode::read);
    EXPECT_EQ(refusal_key(file.apply({}, by_tester)), "project.read_only");
    EXPECT_EQ(refusal_key(file.undo(by_tester)), "project.read_only");
    EXPECT_EQ(refusal_key(file.redo(by_tester)), "project.read_only");
}

TEST(ProjectEdits, AreNotUndoneOverAnotherProgramsChange) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "A"), by_tester));
    }
    {
        auto other = sqlite::Database::open(path, sqlite::Access::read_write);
        other.trust_schema();
        other.register_bounds_functions([](auto) { return std::nullopt; });
        other.execute("UPDATE desa SET nama = 'Diubah QGIS' WHERE id = 1");
    }
    const std::string before = content_dump(path);
    auto file = ProjectFile::open(path, OpenMode::write);
    EXPECT_EQ(refusal_key(file.undo(by_tester)), "project.row_not_as_written");
    EXPECT_EQ(content_dump(path), before);
    EXPECT_TRUE(file.can_undo());
}

TEST(ProjectEdits, KeepTheSpatialIndexAndTheBoxes) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    auto file = create_sample(path);
    const auto look = [&](const char* sql) {
        return sqlite::Database::open(path, sqlite::Access::immutable).text(sql);
    };
    EXPECT_EQ(look("SELECT count(*) FROM rtree_desa_geom"), "4");
    EXPECT_EQ(look("SELECT count(*) FROM rtree_aset_bersama_geom"), "3");
    ASSERT_TRUE(file.apply({{"edit.x", {}}, {Put<Village>{village(50, 120, -3)}}, {}}, by_tester));
    EXPECT_EQ(look("SELECT id FROM rtree_desa_geom WHERE minx > 119"), "50");
    EXPECT_EQ(look("SELECT round(max_x, 2) FROM gpkg_contents WHERE table_name = 'desa'"),
              "120.01");
    ASSERT_TRUE(file.undo(by_tester));
    EXPECT_EQ(look("SELECT count(*) FROM rtree_desa_geom"), "4");
    EXPECT_EQ(look("SELECT round(max_x, 2) FROM gpkg_contents WHERE table_name = 'desa'"),
              "110.51");
    ASSERT_TRUE(file.redo(by_tester));
    EXPECT_EQ(look("SELECT id FROM rtree_desa_geom WHERE minx > 119"), "50");
    EXPECT_EQ(look("SELECT rtreecheck('rtree_desa_geom')"), "ok");
}

class RandomEdits {
  public:
    explicit RandomEdits(unsigned seed) : random_(seed) {}

    Edit next(const TableSet& tables) {
        Edit edit{{"edit.random", {}}, {}, {}};
        const int writes = 1 + below(4);
        for (int i = 0; i < writes; ++i)
            edit.writes.push_back(write(tables));
        return edit;
    }

  private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    std::int64_t id(int limit) { return 1 + below(limit); }

    RowWrite write(const TableSet& tables) {
        switch (below(7)) {
        case 0:
        case 1: {
            Village row = village(id(30), 110 + below(100) / 100.0, -7);
            row.name = "Acak " + std::to_string(random_());
            return Put<Village>{row};
        }
        case 2:
            return Erase<Village>{{id(30)}};
        case 3: {
            Agreement row;
            row.id = {id(10)};
            row.stage = below(2) == 0 ? Stage::offer : Stage::execution;
            row.value_rupiah = below(1000) / 7.0;
            return Put<Agreement>{row};
        }
        case 4:
            return Erase<AgreementParty>{{id(5)}};
        case 5: {
            BoundarySegment row = std::get<Table<BoundarySegment>>(tables)[0];
            row.state = static_cast<SegmentState>(below(7));
            row.pillars = below(2) == 0;
            return Put<BoundarySegment>{row};
        }
        default:
            return Put<ProjectIdentity>{{"K" + std::to_string(below(9)), "", ""}};
        }
    }
    std::mt19937 random_;
};

TEST(ProjectEdits, AnyEditsUndoneInFullLeaveTheProjectAsItWas) {
    for (const unsigned seed : {1u, 2u, 3u}) {
        const Folder folder;
        const fs::path path = folder / "p.gpkg";
        auto file = create_sample(path);
        std::vector<std::string> dumps{content_dump(path)};
        const auto tables = read_all(file);
        RandomEdits edits(seed);
        for (int i = 0; i < 40; ++i)
            if (file.apply(edits.next(tables), by_tester))
                dumps.push_back(content_dump(path));
        ASSERT_GT(dumps.size(), 10u);
        for (std::size_t i = dumps.size() - 1; i-- > 0;) {
            ASSERT_TRUE(file.undo(by_tester));
            ASSERT_EQ(content_dump(path), dumps[i]) << "seed " << seed << " step " << i;
        }
        EXPECT_FALSE(file.can_undo());
        for (std::size_t i = 1; i < dumps.size(); ++i) {
            ASSERT_TRUE(file.redo(by_tester));
            ASSERT_EQ(content_dump(path), dumps[i]);
        }
        EXPECT_FALSE(file.can_redo());
    }
}

} // namespace

} // namespace antardesa::project
