#include "sandbox/lock_down.h"

#include "base/sanitizers.h"
#include "sandbox/child.h"
#include "sandbox/memory.h"
#include "sandbox/roles.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include <sys/syscall.h>
#include <unistd.h>

namespace antardesa::sandbox::testing {
namespace {

using std::chrono::milliseconds;

Ending played(const std::string& role) {
    const Descriptor answer = make_memory();
    Child child({prefix + role}, {answer.number()});
    EXPECT_TRUE(child.wait(milliseconds(120000))) << role;
    child.kill();
    return child.ending();
}

bool kernel_has_landlock() {
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0;
}

TEST(LockDown, SaysWhatItReached) {
    if (!kernel_has_landlock())
        GTEST_SKIP() << "this kernel has no Landlock";
    EXPECT_EQ(played("confined").number, 0);
}

TEST(LockDown, WorksWithoutLandlockAndSaysSo) {
    ::setenv("ANTARDESA_WITHOUT_LANDLOCK", "1", 1);
    const Ending ending = played("without_landlock");
    const Ending opens = played("opens");
    ::unsetenv("ANTARDESA_WITHOUT_LANDLOCK");
    EXPECT_EQ(ending.number, 0);
    EXPECT_EQ(opens.number, 0) << "the filter of calls forbids opening by itself";
}

class Refused : public ::testing::TestWithParam<const char*> {};

// The answer is EACCES, and the process lives on.
TEST_P(Refused, AndTheProcessCarriesOn) {
    const Ending ending = played(GetParam());
    EXPECT_TRUE(ending.exited) << ending.number;
    EXPECT_EQ(ending.number, 0);
}
INSTANTIATE_TEST_SUITE_P(Calls, Refused,
                         ::testing::Values("works", "opens", "creates", "makes_folder", "removes",
                                           "renames", "links", "runs_written_memory",
                                           "starts_thread"));

class Deadly : public ::testing::TestWithParam<const char*> {};

TEST_P(Deadly, AtOnce) {
    const Ending ending = played(GetParam());
    EXPECT_FALSE(ending.exited);
    EXPECT_EQ(ending.number, SIGSYS);
}
INSTANTIATE_TEST_SUITE_P(Calls, Deadly,
                         ::testing::Values("connects", "connects_locally", "forks", "clones",
                                           "executes", "traces", "kills_parent"));

TEST(LockDown, MemoryEndsAtItsLimit) {
    if (built_with_sanitizers)
        GTEST_SKIP() << "sanitizers need the address space";
    EXPECT_EQ(played("exceeds_memory").number, 0);
}

TEST(LockDown, ProcessorTimeEndsAtItsLimit) {
    const Ending ending = played("loops");
    EXPECT_FALSE(ending.exited);
    EXPECT_EQ(ending.number, SIGXCPU);
}

TEST(LockDown, WrittenBytesEndAtTheirLimit) {
    const Ending ending = played("writes_too_much");
    EXPECT_TRUE((ending.exited && ending.number == 0) ||
                (!ending.exited && ending.number == SIGXFSZ));
}

} // namespace
} // namespace antardesa::sandbox::testing
