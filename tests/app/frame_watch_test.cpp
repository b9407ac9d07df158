#include "app/frame_watch.h"

#include <gtest/gtest.h>

#include <vector>

namespace antardesa::app {
namespace {

using std::chrono::milliseconds;

/// A clock that goes when it is told to.
struct FakeTime {
    std::chrono::steady_clock::time_point now{};
    void pass(int ms) { now += milliseconds(ms); }
};

TEST(FrameWatch, TellsOfSlowFramesAndWhatTookThem) {
    FakeTime time;
    std::vector<SlowFrame> told;
    FrameWatch watch([&] { return time.now; },
                     [&](const SlowFrame& frame) { told.push_back(frame); });
    const auto frame = [&](int update, int dispatch) {
        watch.begin();
        watch.step("update");
        time.pass(update);
        watch.step("dispatch ImportInto");
        time.pass(dispatch);
        watch.end();
    };
    frame(5, 3);
    frame(50, 50);
    EXPECT_TRUE(told.empty());
    frame(20, 130);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].milliseconds, 150);
    EXPECT_EQ(told[0].longest_step, "dispatch ImportInto");
    EXPECT_EQ(told[0].step_milliseconds, 130);
    frame(101, 0);
    EXPECT_EQ(told.back().longest_step, "update");
    EXPECT_EQ(watch.slow_frames(), 2);
    EXPECT_EQ(watch.worst_milliseconds(), 150);
}

} // namespace
} // namespace antardesa::app
