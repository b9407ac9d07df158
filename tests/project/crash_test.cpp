#include "base/sanitizers.h"
#include "project/fault_disk.h"
#include "project/project_sample.h"
#include "sqlite/database.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <random>
#include <thread>

namespace antardesa::project {

namespace {

using namespace model;

/// An edit that touches several tables, an R-tree and some overflow pages.
Edit wide_edit() {
    Edit edit{{"edit.wide", {}}, {}, {}};
    Village large = village(1, 110.0, -7.0);
    large.name = "Meluas";
    geo::Ring ring;
    for (int i = 0; i < 1000; ++i)
        ring.push_back(
            {110.0 + 0.01 * std::cos(i * 0.006283), -7.0 + 0.01 * std::sin(i * 0.006283)});
    ring.push_back(ring.front());
    large.geometry = shared(geo::MultiPolygon{{ring, {}}});
    edit.writes.push_back(Put<Village>{large});
    edit.writes.push_back(Put<Village>{village(60, 111, -8)});
    Agreement agreement;
    agreement.id = {60};
    agreement.title = "Baru";
    agreement.remark = std::string(9000, 'k');
    edit.writes.push_back(Put<Agreement>{agreement});
    edit.writes.push_back(Erase<SharedAsset>{{2}});
    return edit;
}

/// Exit codes of a child that applied an edit.
enum Outcome { acknowledged = 0, refused = 1, killed = 2 };

/// Opens, edits and closes under the fault, in a process of its own. `calls`, if given, is told
/// how many changes to the disk that took.
Outcome edit_in_child(const fs::path& path, Fault fault, int* calls = nullptr) {
    int ends[2];
    if (::pipe(ends) != 0)
        throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        FaultDisk disk(fault);
        int code = refused;
        try {
            auto file = ProjectFile::open(path, OpenMode::write);
            if (file.apply(wide_edit(), by_tester)) {
                code = acknowledged;
                // Said at once: what is said must survive whatever follows.
                const int said = -1;
                static_cast<void>(::write(ends[1], &said, sizeof said) == sizeof said);
            }
        } catch (const std::exception&) {
        }
        const int count = disk.calls();
        static_cast<void>(::write(ends[1], &count, sizeof count) == sizeof count);
        ::_exit(code);
    }
    ::close(ends[1]);
    bool said_done = false;
    for (int word = 0; ::read(ends[0], &word, sizeof word) == sizeof word;) {
        said_done = said_done || word == -1;
        if (calls && word != -1)
            *calls = word;
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (said_done)
        return acknowledged;
    return WIFSIGNALED(status) ? killed : refused;
}

class CrashLoop : public testing::Test {
  protected:
    CrashLoop() {
        { create_sample(source_); }
        old_ = content_dump(source_);
        fs::copy_file(source_, path_);
        EXPECT_EQ(edit_in_child(path_, {}, &calls_), acknowledged);
        new_ = content_dump(path_);
    }

    /// "old", "new", or what is wrong with the file.
    std::string state() const {
        try {
            std::int64_t revision = 0;
            { revision = ProjectFile::open(path_, OpenMode::write).revision(); }
            const std::string checked =
                sqlite::Database::open(path_, sqlite::Access::immutable).quick_check();
            if (checked != "ok")
                return "corrupt: " + checked;
            const std::string dump = content_dump(path_);
            if (dump == old_ && revision == 0)
                return "old";
            return dump == new_ && revision == 1 ? "new" : "mixed";
        } catch (const Error& error) {
            return std::string("corrupt: ") + error.what();
        }
    }

    struct Tally {
        std::map<std::string, int> states;
        int lost = 0; ///< acknowledged but not there
        int tried = 0;
    };
    Tally sweep(Fault::Kind kind) {
        Tally tally;
        for (int at = 1; at <= calls_; at += call_step()) {
            ++tally.tried;
            fs::remove(folder_ / "p.gpkg-journal");
            fs::copy_file(source_, path_, fs::copy_options::overwrite_existing);
            const Outcome outcome = edit_in_child(path_, {kind, at});
            const std::string found = state();
            ++tally.states[found];
            tally.lost += outcome == acknowledged && found != "new";
        }
        return tally;
    }

    Folder folder_;
    fs::path source_ = folder_ / "asal.gpkg";
    fs::path path_ = folder_ / "p.gpkg";
    std::string old_;
    std::string new_;
    int calls_ = 0;
};

void expect_whole(const std::map<std::string, int>& states, int calls) {
    int whole = 0;
    for (const auto& [state, count] : states) {
        EXPECT_TRUE(state == "old" || state == "new") << state << ", " << count << " times";
        whole += state == "old" || state == "new" ? count : 0;
    }
    EXPECT_EQ(whole, calls);
    std::printf("  %d points: %d old, %d new\n", calls,
                states.contains("old") ? states.at("old") : 0,
                states.contains("new") ? states.at("new") : 0);
}

TEST_F(CrashLoop, AKillAtAnyWriteLeavesOldOrNew) {
    ASSERT_GT(calls_, 20);
    const Tally tally = sweep(Fault::Kind::kill);
    expect_whole(tally.states, tally.tried);
    EXPECT_EQ(tally.lost, 0);
    EXPECT_TRUE(tally.states.contains("old") && tally.states.contains("new"));
}

TEST_F(CrashLoop, AFailedWriteAnywhereLeavesOldOrNew) {
    const Tally tally = sweep(Fault::Kind::fail_once);
    expect_whole(tally.states, tally.tried);
    EXPECT_EQ(tally.lost, 0);
}

TEST_F(CrashLoop, ADiskThatFillsUpAnywhereLeavesOldOrNew) {
    const Tally tally = sweep(Fault::Kind::fail_always);
    expect_whole(tally.states, tally.tried);
    EXPECT_EQ(tally.lost, 0);
}

TEST_F(CrashLoop, SeesDamageWhenThereIsNoJournal) {
    const Tally tally = sweep(Fault::Kind::kill_without_journal);
    int damaged = 0;
    for (const auto& [state, count] : tally.states)
        damaged += state == "old" || state == "new" ? 0 : count;
    EXPECT_GT(damaged, 0) << "the method would not see what it looks for";
    std::printf("  control: %d of %d points damaged\n", damaged, tally.tried);
}

/// Renames a village after the revision that the edit will get, again and again, and says each
/// acknowledged revision.
[[noreturn]] void edit_for_ever(const fs::path& path, int pipe_end) {
    try {
        auto file = ProjectFile::open(path, OpenMode::write);
        for (;;) {
            Village row = village(1, 110.0, -7.0);
            row.name = "Revisi " + std::to_string(file.revision() + 1);
            const auto done =
                file.apply({{"edit.change_village", {}}, {Put<Village>{row}}, {}}, by_tester);
            const std::int64_t said = done ? done.value() : -1;
            if (::write(pipe_end, &said, sizeof said) != sizeof said)
                ::_exit(1);
        }
    } catch (const std::exception&) {
        ::_exit(1);
    }
}

/// The last acknowledged revision of a child that got `signal` so long after its first one.
std::int64_t end_after(const fs::path& path, std::chrono::microseconds delay, int signal) {
    int ends[2];
    if (::pipe(ends) != 0)
        throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0)
        edit_for_ever(path, ends[1]);
    ::close(ends[1]);
    std::int64_t last = -1;
    static_cast<void>(::read(ends[0], &last, sizeof last) == sizeof last);
    std::this_thread::sleep_for(delay);
    ::kill(child, signal);
    for (std::int64_t said = 0; ::read(ends[0], &said, sizeof said) == sizeof said;)
        last = said;
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return last;
}

TEST(RandomKills, LoseAtMostTheEditUnderWay) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const std::string before = content_dump(path);
    const std::string name = "Desa 1'";
    const std::size_t at = before.find(name);
    ASSERT_NE(at, std::string::npos);
    std::mt19937 random(20261123);
    int one_more = 0;
    const int kills = asked_for("ANTARDESA_KILLS", 200);
    for (int i = 0; i < kills; ++i) {
        // Also as the program ends by a fault of its own; sanitizers would write a report each
        // time.
        const int signal = built_with_sanitizers || i % 3 != 0 ? SIGKILL : SIGSEGV;
        const auto last = end_after(path, std::chrono::microseconds(random() % 4000), signal);
        ASSERT_GT(last, 0);
        std::int64_t revision = 0;
        { revision = ProjectFile::open(path, OpenMode::write).revision(); }
        ASSERT_TRUE(revision == last || revision == last + 1) << revision << " after " << last;
        one_more += revision == last + 1;
        std::string expected = before;
        expected.replace(at, name.size(), "Revisi " + std::to_string(revision) + "'");
        ASSERT_EQ(content_dump(path), expected) << "kill " << i;
    }
    const auto file = sqlite::Database::open_foreign(path);
    EXPECT_EQ(file.integer("SELECT count(*) FROM riwayat"),
              file.integer("SELECT max(revisi) + 1 FROM riwayat"));
    std::printf("  %d kills, %lld edits, %d kept the edit under way, 0 lost\n", kills,
                static_cast<long long>(file.integer("SELECT max(revisi) FROM riwayat")), one_more);
}

} // namespace

} // namespace antardesa::project
