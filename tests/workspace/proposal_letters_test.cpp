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

TEST_F(ProposedLine, ATitleThatTellsAnotherYearIsToldApartFromThatOfTheEvidence) {
    running_.act(SaveRecord{{{Register::evidence, 0, the_case.value, Register::dispute},
                             {{"kode_desa", "99.01.01.2001"},
                              {"jenis", "peta"},
                              {"judul", "Peta desa 1987"},
                              {"tahun", "2015"}}},
                            4});
    running_.act(PreviewProposal{the_case});
    EXPECT_EQ(view().claim_sources[0], "Peta desa 1987, 2015");
}

TEST_F(ProposedLine, AMeetingTellsWhoWasThere) {
    running_.act(PreviewProposal{the_case});
    running_.act(AcceptProposal{minutes(), "Balai", "Camat Tanjungasri"});
    ASSERT_EQ(view().meetings.size(), 1U);
    EXPECT_NE(view().meetings[0].detail.find("Hadir: Asri 1, Asri 2"), std::string::npos)
        << view().meetings[0].detail;
    EXPECT_EQ(view().meetings[0].people, "Hadir: Camat Tanjungasri") << "told when asked for";
}

} // namespace
} // namespace antardesa::workspace
