#include "flaw_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

/// The situations that GEOS tries its coverage validator on (tests/unit/coverage, 3.12), with data
/// of our own: what meets, what nearly does, and what lies in what.
struct Case {
    const char* name;
    std::vector<std::string> villages;
    std::vector<std::string> flaws; ///< as `listed` writes them
    int near_misses = 0;            ///< within 0.1
};
std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

class CoverageCases : public testing::TestWithParam<Case> {};

TEST_P(CoverageCases, AreNamedAsTheyAre) {
    const Flaws flaws = flaws_of(GetParam().villages, {0.1});
    EXPECT_EQ(listed(flaws), GetParam().flaws);
    EXPECT_EQ(static_cast<int>(flaws.near_misses.size()), GetParam().near_misses);
}

TEST_P(CoverageCases, DoNotDependOnTheOrder) {
    std::vector<std::string> turned = GetParam().villages;
    std::reverse(turned.begin(), turned.end());
    const Flaws one = flaws_of(GetParam().villages, {0.1});
    const Flaws other = flaws_of(turned, {0.1});
    EXPECT_EQ(one.strips.size(), other.strips.size());
    EXPECT_EQ(one.invalid.size(), other.invalid.size());
    EXPECT_EQ(one.near_misses.size(), other.near_misses.size());
    EXPECT_EQ(one.holes, other.holes);
}

INSTANTIATE_TEST_SUITE_P(
    Ideas, CoverageCases,
    testing::Values(
        Case{"TwoThatShareASide", {"0 0, 8 0, 8 8, 0 8", "8 0, 16 0, 16 8, 8 8"}, {}},
        Case{"AShorterSideAgainstALonger",
             {"0 0, 8 0, 8 3, 8 6, 8 8, 0 8", "8 3, 16 3, 16 6, 8 6"},
             {}},
        Case{"ASideWithAVertexThatTheOtherLacks",
             {"0 0, 8 0, 8 4, 8 8, 0 8", "8 0, 16 0, 16 8, 8 8"},
             {},
             1},
        Case{"AVertexMovedIn",
             {"0 0, 8 0, 7 4, 8 8, 0 8", "8 0, 16 0, 16 8, 8 8, 8 4"},
             {"gap 0 1: 4"}},
        Case{"AVertexMovedOut",
             {"0 0, 8 0, 9 4, 8 8, 0 8", "8 0, 16 0, 16 8, 8 8, 8 4"},
             {"overlap 0 1: 4"}},
        Case{"ACornerThatReachesOver",
             {"0 0, 8 0, 8 8, 0 8", "6 6, 14 6, 14 14, 6 14"},
             {"overlap 0 1: 4"}},
        Case{"OneWithinAnother",
             {"0 0, 12 0, 12 12, 0 12", "4 4, 8 4, 8 8, 4 8"},
             {"overlap 0 1: 16"}},
        Case{"OneCoveredByItsTwoNeighbours",
             {"0 0, 8 0, 8 8, 0 8", "8 0, 16 0, 16 8, 8 8", "4 0, 12 0, 12 8, 4 8"},
             {"overlap 0 2: 32", "overlap 1 2: 32"}},
        Case{"TwoThatTouchInACorner", {"0 0, 8 0, 8 8, 0 8", "8 8, 16 8, 16 16, 8 16"}, {}},
        Case{"FourRoundANode",
             {"0 0, 8 0, 8 8, 0 8", "8 0, 16 0, 16 8, 8 8", "0 8, 8 8, 8 16, 0 16",
              "8 8, 16 8, 16 16, 8 16"},
             {}},
        Case{"ANodeThatThreeMiss",
             {"0 0, 8 0, 8 7, 7 8, 0 8", "8 0, 16 0, 16 8, 9 8, 8 7",
              "0 8, 7 8, 9 8, 16 8, 16 16, "
              "0 16"},
             {"gap 0 1 2: 1"}},
        Case{"AnOpenSlit", {"0 0, 8 0, 8 8, 0 8", "8.05 0, 16 0, 16 8, 8.05 8"}, {}, 1},
        Case{"ASlitAsWideAsTheTolerance", {"0 0, 8 0, 8 8, 0 8", "8.2 0, 16 0, 16 8, 8.2 8"}, {}},
        Case{"APartOfManyInTheNeighbour",
             {"0 0, 8 0, 8 8, 0 8", "8 0, 16 0, 16 8, 8 8; 3 3, 5 3, 5 5, 3 5"},
             {"overlap 0 1: 4"}}),
    [](const auto& tested) { return std::string(tested.param.name); });

} // namespace
} // namespace antardesa::topology
