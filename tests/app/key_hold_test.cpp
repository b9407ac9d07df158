#include "app/key_hold.h"

#include <gtest/gtest.h>

namespace antardesa::app {
namespace {

constexpr int control = 341;
constexpr int k = 75;

TEST(KeyHold, AReleaseAfterItsPressWaitsForTheFrame) {
    KeyHold keys;
    keys.press();
    EXPECT_TRUE(keys.holds({k, 0, 0}));
    EXPECT_TRUE(keys.waits());
    const auto waited = keys.take();
    ASSERT_EQ(waited.size(), 1U);
    EXPECT_EQ(waited[0].key, k);
    EXPECT_FALSE(keys.waits());
    EXPECT_FALSE(keys.holds({k, 0, 0})) << "the frame has seen it";
}

TEST(KeyHold, AModifierOfAnEarlierFrameStaysDownWithTheKeyOfThisOne) {
    KeyHold keys;
    keys.press(); // Ctrl, and a frame passes
    static_cast<void>(keys.take());
    keys.press(); // K, and both are let go before the next one
    EXPECT_TRUE(keys.holds({k, 0, 2}));
    EXPECT_TRUE(keys.holds({control, 0, 0})) << "or the frame would see K alone";
    const auto waited = keys.take();
    ASSERT_EQ(waited.size(), 2U);
    EXPECT_EQ(waited[1].key, control);
}

} // namespace
} // namespace antardesa::app
