#include "project/power_cut.h"
#include "project/project_sample.h"
#include "sqlite/database.h"

#include <algorithm>
#include <functional>

namespace antardesa::project {

namespace {

using namespace model;

/// What another import of the same regency brings: most villages anew, some gone, some new.
Edit import_update() {
    Edit edit{{"edit.import", {"desa.shp"}}, {}, {}};
    for (int i = 100; i < 220; ++i) {
        Village row = village(i, 110.0 + i * 0.001, -7.0);
        row.name = "Desa pembaruan " + std::to_string(i);
        edit.writes.push_back(Put<Village>{row});
    }
    Village moved = village(1, 110.3, -7.2);
    moved.name = "Berpindah";
    edit.writes.push_back(Put<Village>{moved});
    edit.writes.push_back(Erase<SharedAsset>{{2}});
    return edit;
}

/// Makes the folder hold these files and nothing else.
void lay(const fs::path& folder, const DiskImage& image) {
    for (const auto& entry : fs::directory_iterator(folder))
        fs::remove_all(entry.path());
    for (const auto& [path, bytes] : image) {
        fs::create_directories(fs::path(path).parent_path());
        write_bytes(path, bytes);
    }
}

/// Work on one project, recorded: what the file held after each edit, and after how many steps
/// that edit was acknowledged.
class Recorded {
  public:
    Recorded() {
        { create_sample(path_); }
        before_[path_.string()] = bytes_of(path_);
        states_.push_back(content_dump(path_));
        acknowledged_.push_back(0);
        RecordingDisk disk;
        auto file = ProjectFile::open(path_, OpenMode::write);
        const std::function<Result<std::int64_t>()> work[] = {
            [&] { return file.apply(renaming(file, 2, "Nama baru"), by_tester); },
            [&] { return file.apply(import_update(), by_tester); },
            [&] { return file.undo(by_tester); },
            [&] { return file.redo(by_tester); },
            [&] { return file.undo(by_tester); },
            [&] { return file.apply(renaming(file, 7, std::string(6000, 'n')), by_tester); },
        };
        for (const auto& edit : work) {
            if (!edit())
                throw std::runtime_error("an edit of the recording was refused");
            states_.push_back(content_dump(path_));
            acknowledged_.push_back(disk.steps().size());
        }
        steps_ = disk.steps();
    }

    std::size_t length() const { return steps_.size(); }
    /// Any step; every fourth time one that is no mere write, for there the states turn.
    std::size_t moment(std::mt19937& random) const {
        std::size_t at = random() % steps_.size();
        if (random() % 4 == 0)
            while (steps_[at].kind == DiskCall::Kind::write)
                at = (at + 1) % steps_.size();
        return at;
    }
    std::size_t edits() const { return states_.size() - 1; }

    /// "old" (the newest acknowledged state), "new" (the edit under way), or what is wrong.
    std::string state_after(std::size_t at, DiskFlaws flaws, std::mt19937& random) const {
        lay(path_.parent_path(), after_power_cut(before_, steps_, at, flaws, random));
        const auto done = static_cast<std::int64_t>(
            std::upper_bound(acknowledged_.begin(), acknowledged_.end(), at) -
            acknowledged_.begin() - 1);
        try {
            return judged(done);
        } catch (const Error& error) {
            return "corrupt: " + error.message().key;
        }
    }

  private:
    std::string judged(std::int64_t done) const {
        std::int64_t revision = 0;
        { revision = ProjectFile::open(path_, OpenMode::write).revision(); }
        const auto database = sqlite::Database::open(path_, sqlite::Access::immutable);
        if (database.quick_check() != "ok")
            return "corrupt: quick_check";
        const auto at = static_cast<std::size_t>(revision);
        if (at >= states_.size() || content_dump(path_) != states_[at])
            return "mixed";
        if (revision < done)
            return "lost";
        return revision == done ? "old" : revision == done + 1 ? "new" : "from the future";
    }

    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
    DiskImage before_;
    std::vector<std::string> states_;
    std::vector<std::size_t> acknowledged_;
    std::vector<DiskStep> steps_;
};

std::map<std::string, int> tally(const Recorded& recorded, int plans, DiskFlaws flaws) {
    std::mt19937 random(20261125);
    std::map<std::string, int> states;
    for (int plan = 0; plan < plans; ++plan)
        ++states[recorded.state_after(recorded.moment(random), flaws, random)];
    return states;
}

void print(const char* title, const std::map<std::string, int>& states) {
    std::printf("  %s:", title);
    for (const auto& [state, count] : states)
        std::printf(" %d %s;", count, state.c_str());
    std::printf("\n");
}

TEST(PowerCut, LeavesTheStateBeforeOrAfterTheEditUnderWay) {
    const Recorded recorded;
    const int plans = asked_for("ANTARDESA_POWER_CUTS", 300);
    const auto states = tally(recorded, plans, {});
    std::printf("  %d plans over %zu edits in %zu steps\n", plans, recorded.edits(),
                recorded.length());
    print("power cuts", states);
    for (const auto& [state, count] : states)
        EXPECT_TRUE(state == "old" || state == "new") << state << ", " << count << " times";
    EXPECT_GT(states.at("old"), 0);
    EXPECT_GT(states.at("new"), 0);
}

/// Whatever is left of it, the next opening ends where an undisturbed one does.
TEST(PowerCut, DuringAMigrationLeavesAFileThatMigrates) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    fs::copy_file(ANTARDESA_SOURCE_DIR "/tests/project/data/skema1.gpkg", path);
    const DiskImage before{{path.string(), bytes_of(path)}};
    RecordingDisk disk;
    { static_cast<void>(ProjectFile::open(path, OpenMode::write)); }
    const std::vector<DiskStep> steps = disk.steps();
    const std::string migrated = content_dump(path);
    ASSERT_GT(steps.size(), 10U);
    std::mt19937 random(20261126);
    const int plans = asked_for("ANTARDESA_POWER_CUTS", 300) / 10;
    int unharmed = 0;
    for (int plan = 0; plan < plans; ++plan) {
        const std::size_t at = random() % steps.size();
        lay(path.parent_path(), after_power_cut(before, steps, at, {}, random));
        EXPECT_EQ(error_key([&] { ProjectFile::open(path, OpenMode::write); }), "no error") << at;
        const bool same = content_dump(path) == migrated;
        EXPECT_TRUE(same) << "cut during step " << at;
        unharmed += same;
    }
    std::printf("  %d plans over a migration in %zu steps: %d end migrated\n", plans, steps.size(),
                unharmed);
}

/// A disk that breaks its word must be caught, or the test above proves nothing.
TEST(PowerCut, IsSeenToDoDamageWithoutSyncsWithoutJournalAndWithoutTheFoldersSync) {
    const Recorded recorded;
    const std::pair<const char*, DiskFlaws> controls[] = {
        {"control without syncs", {true, false, false}},
        {"control without journal", {false, true, false}},
        {"control without the folder's sync", {false, false, true}},
    };
    for (const auto& [title, flaws] : controls) {
        const auto states = tally(recorded, asked_for("ANTARDESA_CONTROL_CUTS", 200), flaws);
        print(title, states);
        int damaged = 0;
        for (const auto& [state, count] : states)
            damaged += state == "old" || state == "new" ? 0 : count;
        EXPECT_GT(damaged, 0) << title;
    }
}

} // namespace

} // namespace antardesa::project
