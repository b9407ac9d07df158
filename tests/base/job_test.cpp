#include "base/job.h"

#include <gtest/gtest.h>

using namespace antardesa;

namespace {

const JobRunner::Failure fails_the_test = [](const Message& message) {
    ADD_FAILURE() << debug_text(message);
};

} // namespace

TEST(JobRunner, DeliversOnTheCallingThread) {
    JobRunner runner(2);
    const auto here = std::this_thread::get_id();
    std::thread::id worked, delivered;
    runner.start(
        {},
        [&](Progress&) -> JobRunner::Continuation {
            worked = std::this_thread::get_id();
            return [&] { delivered = std::this_thread::get_id(); };
        },
        fails_the_test);
    runner.wait_idle();
    EXPECT_EQ(runner.deliver(), 1);
    EXPECT_EQ(delivered, here);
    EXPECT_NE(worked, here);
    EXPECT_EQ(runner.deliver(), 0);
}

TEST(JobRunner, CancelledWorkDeliversNothing) {
    JobRunner runner(1);
    std::atomic<bool> started{false};
    auto handle = runner.start(
        {},
        [&](Progress& progress) -> JobRunner::Continuation {
            started = true;
            for (;;)
                progress.check();
        },
        fails_the_test);
    while (!started)
        std::this_thread::yield();
    handle->cancel();
    runner.wait_idle();
    EXPECT_EQ(runner.deliver(), 0);
    EXPECT_TRUE(handle->finished());
    EXPECT_TRUE(runner.active().empty());
}

TEST(JobRunner, FailuresArriveAsMessages) {
    JobRunner runner(1);
    std::vector<std::string> keys;
    const auto note = [&](const Message& message) { keys.push_back(message.key); };
    runner.start(
        {},
        [](Progress&) -> JobRunner::Continuation {
            throw Error({"io.x", {}});
        },
        note);
    runner.start(
        {}, [](Progress&) -> JobRunner::Continuation { throw std::runtime_error("x"); }, note);
    runner.start(
        {}, [](Progress&) -> JobRunner::Continuation { throw std::bad_alloc(); }, note);
    runner.wait_idle();
    runner.deliver();
    EXPECT_EQ(keys, (std::vector<std::string>{"io.x", "base.unexpected", "base.out_of_memory"}));
}

TEST(JobRunner, DestructionCancelsWhatRuns) {
    std::atomic<bool> left{false};
    {
        JobRunner runner(1);
        std::atomic<bool> started{false};
        runner.start(
            {},
            [&](Progress& progress) -> JobRunner::Continuation {
                started = true;
                while (!progress.stop_requested())
                    std::this_thread::yield();
                left = true;
                return {};
            },
            fails_the_test);
        while (!started)
            std::this_thread::yield();
    }
    EXPECT_TRUE(left);
}

TEST(JobRunner, WakesWhenSomethingIsReady) {
    JobRunner runner(1);
    std::atomic<int> woken{0};
    runner.on_ready([&] { ++woken; });
    runner.start(
        {}, [](Progress&) -> JobRunner::Continuation { return [] {}; }, fails_the_test);
    runner.wait_idle();
    runner.deliver();
    while (woken == 0)
        std::this_thread::yield();
    EXPECT_EQ(woken, 1);
}
