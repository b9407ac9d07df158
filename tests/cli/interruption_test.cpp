#include "cli/interruption.h"

#include "shell.h"

#include <chrono>
#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;

/// Signals sent to this process while it lives wait until somebody takes them.
class HeldBack {
  public:
    HeldBack() {
        sigset_t set;
        sigemptyset(&set);
        for (const int number : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&set, number);
        pthread_sigmask(SIG_BLOCK, &set, &before_);
    }
    ~HeldBack() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    HeldBack(const HeldBack&) = delete;
    HeldBack& operator=(const HeldBack&) = delete;

  private:
    sigset_t before_{};
};

bool stops_soon(const std::stop_token& token) {
    for (int i = 0; i < 500 && !token.stop_requested(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return token.stop_requested();
}

TEST(Interruption, AsksTheWorkToStopAndEndsNothing) {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        const Interruption interruption;
        EXPECT_EQ(interruption.signal(), 0);
        EXPECT_FALSE(interruption.token().stop_requested());
        ASSERT_EQ(::kill(::getpid(), number), 0);
        EXPECT_TRUE(stops_soon(interruption.token()));
        EXPECT_EQ(interruption.signal(), number);
    }
}

TEST(Interruption, WhatWasIgnoredStaysIgnored) {
    auto* const before = std::signal(SIGHUP, SIG_IGN);
    {
        const Interruption interruption;
        ASSERT_EQ(::kill(::getpid(), SIGHUP), 0);
        ASSERT_EQ(::kill(::getpid(), SIGINT), 0);
        EXPECT_TRUE(stops_soon(interruption.token()));
        EXPECT_EQ(interruption.signal(), SIGINT);
    }
    std::signal(SIGHUP, before);
}

class Interrupted : public Shell {};

TEST_F(Interrupted, ACommandLeavesNothingAndSaysSo) {
    const std::string path = project();
    const std::string before = listing();
    const HeldBack held;
    for (const auto& [number, code] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
        ASSERT_EQ(::kill(::getpid(), number), 0);
        const Answer answer =
            run({"export", path, "-o", in_folder("peta.png"), "--paper", "a0", "--dpi", "300"});
        EXPECT_EQ(answer.code, code);
        EXPECT_THAT(answer.error, HasSubstr("Dibatalkan"));
        EXPECT_EQ(listing(), before);
    }
}

} // namespace
} // namespace antardesa::cli
