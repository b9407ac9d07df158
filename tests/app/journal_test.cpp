#include "app/crash_line.h"
#include "app/journal.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace antardesa::app {
namespace {

namespace fs = std::filesystem;

class Notes : public ::testing::Test {
  protected:
    Notes() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() /
                  ("antardesa-app-" + std::to_string(getpid()) + "-" + test->name());
        fs::remove_all(folder_);
    }
    ~Notes() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    std::string bytes(const char* name) const {
        std::ifstream file(folder_ / name, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    fs::path folder_;
    std::shared_ptr<const Clock> clock_ = std::make_shared<FixedClock>(
        Date{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(25)});
};

TEST_F(Notes, StandOnALineEachWithTheirTime) {
    {
        Journal journal(folder_, clock_);
        journal.note("frame 150 ms\n\x1B[31m");
        journal.note("second");
        journal.wait();
    }
    EXPECT_EQ(bytes("catatan.log"), "2026-11-25T00:00:00.000Z frame 150 ms\\u{a}\\u{1b}[31m\n"
                                    "2026-11-25T00:00:00.000Z second\n");
}

TEST_F(Notes, NeverFillTheDisk) {
    Journal journal(folder_, clock_);
    for (int i = 0; i < 700; ++i)
        journal.note(std::string(1000, 'x'));
    journal.wait();
    EXPECT_LE(fs::file_size(folder_ / "catatan.log"), Journal::most_bytes);
    EXPECT_LE(fs::file_size(folder_ / "catatan-lama.log"), Journal::most_bytes);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 2);
}

TEST_F(Notes, NeedNoFolder) {
    Journal journal({}, clock_);
    journal.note("nothing");
    journal.wait();
    EXPECT_FALSE(fs::exists(folder_));
}

TEST_F(Notes, ACrashLeavesVersionAndSignalAlone) {
    const fs::path folder = folder_;
    EXPECT_EXIT(
        {
            const CrashLine line(folder);
            std::raise(SIGFPE);
        },
        ::testing::KilledBySignal(SIGFPE), "");
    const std::string text = bytes("jatuh.log");
    EXPECT_TRUE(text.ends_with(" antardesa 0.1.0 signal 8\n")) << text;
    EXPECT_EQ(text.find(folder_.string()), std::string::npos);
}

} // namespace
} // namespace antardesa::app
