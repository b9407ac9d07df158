#include "project/project_sample.h"

#include <gmock/gmock.h>

#include <random>

namespace antardesa::project {

namespace {

using namespace model;

/// Edits as a person might make them, right and wrong ones.
class RandomEdits {
  public:
    explicit RandomEdits(unsigned seed) : random_(seed) {}

    Edit next() {
        Edit edit{{"edit.test", {std::to_string(random_() % 1000)}}, {}, {}};
        for (unsigned i = 0; i < 1 + random_() % 4; ++i)
            edit.writes.push_back(write());
        return edit;
    }

  private:
    std::int64_t number(unsigned most) { return 1 + static_cast<std::int64_t>(random_() % most); }

    Village some_village() {
        Village row = village(number(12), 110 + 0.1 * static_cast<double>(random_() % 9), -7);
        row.name = "Desa " + std::to_string(random_() % 100);
        row.official_area_ha = random_() % 2 ? std::optional<double>() : 12.25;
        return row;
    }
    Agreement some_agreement() {
        Agreement row;
        row.id = {number(6)};
        row.title = std::string(random_() % 6000, 'x');
        return row;
    }
    RowWrite write() {
        switch (random_() % 7) {
        case 0:
            return Erase<Village>{{number(12)}};
        case 1:
            return Put<Agreement>{some_agreement()};
        case 2:
            return Erase<Agreement>{{number(6)}};
        case 3:
            return Erase<SharedAsset>{{number(4)}};
        case 4:
            return Put<ProjectIdentity>{{"K" + std::to_string(random_() % 5), "P", "S"}};
        case 5:
            return Put<District>{
                {{number(5)}, "99.01.0" + std::to_string(random_() % 9), "Kec", "Contoh"}};
        default:
            return Put<Village>{some_village()};
        }
    }
    std::mt19937 random_;
};

/// Lays random edits over the project, some undone and redone on the way; the rows that would
/// break a reference are refused and change nothing.
int edit_at_random(ProjectFile& file, unsigned seed, int steps) {
    RandomEdits edits(seed);
    std::mt19937 random(seed + 1);
    int done = 0;
    for (int i = 0; i < steps; ++i) {
        const unsigned what = random() % 6;
        if (what == 0)
            static_cast<void>(file.undo(by_tester));
        else if (what == 1)
            static_cast<void>(file.redo(by_tester));
        else
            done += file.apply(edits.next(), by_tester).has_value();
    }
    return done;
}

TEST(UndoProperty, TakingEverythingBackGivesTheFirstContent) {
    int edits = 0;
    for (unsigned seed = 0; seed < 12; ++seed) {
        const Folder folder;
        const fs::path path = folder / "p.gpkg";
        create_sample(path);
        const std::string first = content_dump(path);
        {
            auto file = ProjectFile::open(path, OpenMode::write);
            edits += edit_at_random(file, seed, 40);
        }
        const std::string last = content_dump(path);
        auto file = ProjectFile::open(path, OpenMode::write);
        int steps = 0;
        while (file.can_undo()) {
            ASSERT_TRUE(file.undo(by_tester)) << "seed " << seed;
            ++steps;
        }
        EXPECT_EQ(content_dump(path), first) << "seed " << seed;
        for (; steps > 0; --steps)
            ASSERT_TRUE(file.redo(by_tester));
        EXPECT_EQ(content_dump(path), last) << "seed " << seed;
        Progress progress;
        EXPECT_TRUE(file.check_integrity(progress).empty()) << "seed " << seed;
    }
    EXPECT_GT(edits, 100);
    std::printf("  12 of 12 projects equal after undoing all of %d edits\n", edits);
}

/// Every look at it is an hour earlier.
class BackwardClock : public Clock {
  public:
    std::chrono::system_clock::time_point now() const override {
        hours_ += std::chrono::hours(1);
        return std::chrono::sys_days(day(2026, 11, 23)) - hours_;
    }
    Date today() const override { return day(2026, 11, 23); }

  private:
    mutable std::chrono::hours hours_{0};
};

TEST(HistoryOrder, IsThatOfTheRevisionsWhateverTheClockSays) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const BackwardClock clock;
    const Authorship by{"Penguji", &clock};
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        for (const char* name : {"Pertama", "Kedua", "Ketiga"})
            ASSERT_TRUE(file.apply(renaming(file, 1, name), by));
    }
    auto file = ProjectFile::open(path, OpenMode::write);
    const auto history = file.history();
    ASSERT_EQ(history.size(), 4u);
    EXPECT_EQ(history[0].arguments.front(), "Ketiga");
    EXPECT_LT(history[0].time, history[1].time) << "the clock did run backwards";
    ASSERT_TRUE(file.undo(by));
    EXPECT_EQ(std::get<Table<Village>>(read_all(file)).find({1})->name, "Kedua");
}

} // namespace

} // namespace antardesa::project
