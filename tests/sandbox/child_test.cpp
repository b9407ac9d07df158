#include "sandbox/child.h"

#include "base/sanitizers.h"
#include "sandbox/memory.h"
#include "sandbox/roles.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace antardesa::sandbox::testing {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds long_enough{120000};

TEST(Child, EndsWithItsStatus) {
    const Descriptor answer = make_memory();
    Child child({std::string(prefix) + "seven"}, {answer.number()});
    ASSERT_TRUE(child.wait(long_enough));
    EXPECT_TRUE(child.ending().exited);
    EXPECT_EQ(child.ending().number, 7);
}

TEST(Child, DyingIsSeenFromOutside) {
    const Descriptor answer = make_memory();
    Child child({std::string(prefix) + "dies"}, {answer.number()});
    ASSERT_TRUE(child.wait(long_enough));
    if (built_with_sanitizers)
        return; // they end it in their own way
    EXPECT_FALSE(child.ending().exited);
    EXPECT_EQ(child.ending().number, SIGSEGV);
}

TEST(Child, IsKilledAtOnce) {
    const Descriptor answer = make_memory();
    Child child({std::string(prefix) + "sleeps"}, {answer.number()});
    EXPECT_FALSE(child.wait(milliseconds(1)));
    child.kill();
    EXPECT_FALSE(child.ending().exited);
    EXPECT_EQ(child.ending().number, SIGKILL);
}

TEST(Child, StartsNoChildren) {
    const Descriptor answer = make_memory();
    Child child({std::string(prefix) + "childless"}, {answer.number()});
    ASSERT_TRUE(child.wait(long_enough));
    EXPECT_TRUE(child.ending().exited);
    EXPECT_EQ(child.ending().number, 0);
}

TEST(Child, InheritsNothingButWhatItIsGiven) {
    const Descriptor answer = make_memory();
    const int leaked = ::fcntl(answer.number(), F_DUPFD, 50);
    ASSERT_EQ(leaked, 50);
    ::setenv("ANTARDESA_SECRET", "x", 1);
    Child child({std::string(prefix) + "surroundings"}, {answer.number()});
    ASSERT_TRUE(child.wait(long_enough));
    ::unsetenv("ANTARDESA_SECRET");
    ::close(leaked);
    EXPECT_EQ(child.ending().number, 0);
}

TEST(SealedBytes, AreReadOnlyOnceTheyCannotChange) {
    const Descriptor answer = make_memory();
    EXPECT_FALSE(SealedBytes::open(answer.number()));
    Child child({std::string(prefix) + "answer"}, {answer.number()});
    ASSERT_TRUE(child.wait(long_enough));
    const auto sealed = SealedBytes::open(answer.number());
    ASSERT_TRUE(sealed);
    EXPECT_EQ(sealed->bytes(), "an answer");
}

TEST(SealedBytes, AreNotBelievedWithoutSeals) {
    const Descriptor answer = make_memory();
    Child child({std::string(prefix) + "unsealed"}, {answer.number()});
    ASSERT_TRUE(child.wait(long_enough));
    EXPECT_FALSE(SealedBytes::open(answer.number()));
}

TEST(SealedBytes, CannotBeChangedByTheirSender) {
    const Descriptor answer = make_memory();
    Child child({std::string(prefix) + "changes"}, {answer.number()});
    ASSERT_TRUE(child.wait(long_enough));
    EXPECT_EQ(child.ending().number, 0);
    EXPECT_EQ(SealedBytes::open(answer.number())->bytes(), "whole");
}

TEST(SealedBytes, MayBeEmpty) {
    EXPECT_EQ(SealedBytes::open(make_sealed("").number())->bytes(), "");
}

TEST(SharedProgress, IsSeenByItsMaker) {
    const SharedProgress progress;
    Child child({std::string(prefix) + "progress"}, {progress.descriptor()});
    ASSERT_TRUE(child.wait(long_enough));
    EXPECT_EQ(progress.total(), 10);
    EXPECT_EQ(progress.done(), 4);
    EXPECT_NE(::ftruncate(progress.descriptor(), 0), 0) << "its size is sealed";
}

} // namespace
} // namespace antardesa::sandbox::testing
