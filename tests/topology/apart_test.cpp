#include "topology/detail/apart.h"

#include <gmock/gmock.h>

namespace antardesa::topology::detail {
namespace {

using ::testing::ElementsAre;

/// Lands 1 to 3 are pieces, 11 to 13 the main lands of their groups.
using Touching = std::set<std::pair<std::uint32_t, std::uint32_t>>;

TEST(BehindAnother, IsWhatAPieceThatIsToldPartsFromItsOwn) {
    const std::vector<Apart> pieces{{1, 11}, {2, 12}};
    // 2 lies between 1 and 1's own; 1 leads 2 nowhere.
    EXPECT_THAT(behind_another(pieces, Touching{{1, 2}, {2, 11}}), ElementsAre(true, false));
    EXPECT_THAT(behind_another(pieces, Touching{{1, 2}, {2, 11}, {1, 12}}),
                ElementsAre(false, false))
        << "either may be wrong";
}

TEST(BehindAnother, AChainEndsAtOneThatIsTold) {
    const std::vector<Apart> pieces{{1, 11}, {2, 12}, {3, 13}};
    EXPECT_THAT(behind_another(pieces, Touching{{1, 2}, {2, 11}, {2, 3}, {3, 12}}),
                ElementsAre(true, true, false));
}

TEST(BehindAnother, OfACircleAllAreTold) {
    const std::vector<Apart> pieces{{1, 11}, {2, 12}, {3, 13}};
    EXPECT_THAT(behind_another(pieces, Touching{{1, 2}, {2, 3}, {1, 3}, {2, 11}, {3, 12}, {1, 13}}),
                ElementsAre(false, false, false));
}

} // namespace
} // namespace antardesa::topology::detail
