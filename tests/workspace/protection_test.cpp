#include "workspace/protection.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

TEST(Protection, HasALineForEachPart) {
    const auto lines = reader_protection();
    ASSERT_EQ(lines.size(), 4u);
    for (const Message& line : lines)
        EXPECT_TRUE(line.key.starts_with("io.protection.")) << line.key;
}

} // namespace
} // namespace antardesa::workspace
