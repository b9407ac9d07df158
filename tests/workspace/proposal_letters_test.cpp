#include "proposed_line.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

TEST_F(ProposedLine, HandlesOnNumberedPointsHaveNoLetterOfTheirOwn) {
    const auto lettered = [&] {
        return std::count_if(view().handles.begin(), view().handles.end(),
                             [](const ProposalHandle& handle) { return !handle.label.empty(); });
    };
    running_.act(PreviewProposal{the_case});
    const auto handles = view().handles.size();
    const auto before = lettered();
    ASSERT_GT(before, 0);
    running_.act(AcceptProposal{minutes(), {}, {}});
    const auto& atlas = *running_.workspace.atlas();
    ASSERT_GT(atlas.points_of(atlas.find(the_case)->segment).size(), 2U) << "the bend has a number";
    ASSERT_EQ(view().handles.size(), handles) << "the line is still on the table";
    EXPECT_LT(lettered(), before);
}

} // namespace
} // namespace antardesa::workspace
