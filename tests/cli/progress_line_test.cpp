#include "cli/progress_line.h"

#include <chrono>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::cli {
namespace {

TEST(ProgressText, IsThePercentOnceTheTotalIsKnown) {
    Progress progress;
    EXPECT_EQ(progress_text("Membaca…", progress), "Membaca…");
    progress.start(8);
    progress.advance(3);
    EXPECT_EQ(progress_text("Membaca…", progress), "Membaca… 37 %");
    progress.advance(20);
    EXPECT_EQ(progress_text("Membaca…", progress), "Membaca… 100 %");
}

TEST(ProgressLine, ShortWorkShowsNothing) {
    std::ostringstream terminal;
    const Progress progress;
    { const ProgressLine line(terminal, "Membaca…", progress); }
    EXPECT_EQ(terminal.str(), "");
}

TEST(ProgressLine, LongWorkIsShownAndClearedAtTheEnd) {
    std::ostringstream terminal;
    const Progress progress;
    {
        const ProgressLine line(terminal, "Membaca…", progress);
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
    EXPECT_THAT(terminal.str(), ::testing::StartsWith("\rMembaca…\x1b[K"));
    EXPECT_THAT(terminal.str(), ::testing::EndsWith("\r\x1b[K"));
}

} // namespace
} // namespace antardesa::cli
