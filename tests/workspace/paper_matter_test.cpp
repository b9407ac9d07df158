#include "workspace/paper_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using ::testing::ElementsAre;

TEST(PaperMatter, PartsOfTheWholeAddUpAsTheyArePrinted) {
    // 29,7249 + 22,1048 + 9,0403 = 60,87 ha; each for itself would give 60,86.
    EXPECT_THAT(rounded_parts({297'249, 221'048, 90'403}, 608'700),
                ElementsAre(297'300, 221'000, 90'400));
    EXPECT_THAT(rounded_parts({297'249, 221'048}, 518'297), ElementsAre(297'300, 221'000));
}

TEST(PaperMatter, OtherPartsAreRoundedEachForItself) {
    EXPECT_THAT(rounded_parts({297'249, 40}, 608'700), ElementsAre(297'200, 0));
    EXPECT_THAT(rounded_parts({297'250}, 608'700), ElementsAre(297'300));
}

} // namespace
} // namespace antardesa::workspace
