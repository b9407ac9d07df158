#include "project/project_sample.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace antardesa::project {

namespace {

/// Opens, edits and closes until `edits` were acknowledged, however often the file is in use.
/// Ends the process: 0, or 1 for any other trouble.
[[noreturn]] void edit_by_turns(const fs::path& path, int edits, std::int64_t village_id) {
    for (int done = 0; done < edits;) {
        try {
            auto file = ProjectFile::open(path, OpenMode::write);
            model::Village row = village(village_id, 110.0, -7.0);
            row.name = "Kali " + std::to_string(++done);
            if (!file.apply({{"edit.x", {}}, {model::Put<model::Village>{row}}, {}}, by_tester))
                ::_exit(1);
        } catch (const Error& error) {
            if (error.message().key != "project.in_use")
                ::_exit(1);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    ::_exit(0);
}

int exit_code_of(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(TwoWriters, TakeTurnsAndLoseNoEdit) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const int edits = asked_for("ANTARDESA_TURNS", 30);
    std::vector<pid_t> children;
    for (std::int64_t village_id = 1; village_id <= 2; ++village_id) {
        children.push_back(::fork());
        if (children.back() == 0)
            edit_by_turns(path, edits, village_id);
    }
    for (const pid_t child : children)
        EXPECT_EQ(exit_code_of(child), 0);
    const auto file = ProjectFile::open(path, OpenMode::read);
    EXPECT_EQ(file.revision(), 2 * edits);
    Progress progress;
    EXPECT_TRUE(file.check_integrity(progress).empty());
    const auto tables = read_all(file);
    for (std::int64_t village_id = 1; village_id <= 2; ++village_id)
        EXPECT_EQ(std::get<model::Table<model::Village>>(tables).find({village_id})->name,
                  "Kali " + std::to_string(edits));
}

TEST(TwoWriters, AHolderThatIsStoppedStillHolds) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto file = ProjectFile::open(path, OpenMode::write);
        static_cast<void>(::write(ends[1], "x", 1) == 1);
        for (;;)
            ::pause();
    }
    char word = 0;
    ASSERT_EQ(::read(ends[0], &word, 1), 1);
    ::kill(child, SIGSTOP);
    EXPECT_EQ(error_key([&] { ProjectFile::open(path, OpenMode::write); }), "project.in_use");
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(error_key([&] { ProjectFile::open(path, OpenMode::write); }), "no error");
    ::close(ends[0]);
    ::close(ends[1]);
}

} // namespace

} // namespace antardesa::project
