#include "proposed_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::SizeIs;

/// A line of four pieces on the table.
class LockedPieces : public ProposedLine {
  protected:
    LockedPieces() {
        running_.act(PreviewProposal{the_case, ProposalWay::straight});
        for (const double part : {0.25, 0.5, 0.75}) {
            const geo::Point first = pixels(0);
            const geo::Point last = pixels(view().handles.size() - 1);
            running_.act(AddProposalPoint{first + (last - first) * part});
        }
    }
    std::vector<std::size_t> locked() const {
        std::vector<std::size_t> pieces;
        for (std::size_t i = 0; i < view().handles.size(); ++i)
            if (view().handles[i].locked_after)
                pieces.push_back(i);
        return pieces;
    }
    void select(std::size_t handle) {
        running_.act(PressProposal{pixels(handle)});
        running_.act(ReleaseProposal{});
    }
};

TEST_F(LockedPieces, ThePieceUnderThePointerIsLockedWhateverIsSelected) {
    ASSERT_THAT(view().handles, SizeIs(5));
    select(1);
    running_.act(PointAt{(pixels(2) + pixels(3)) * 0.5, true});
    running_.act(LockProposalPiece{});
    EXPECT_THAT(locked(), ::testing::ElementsAre(2u));
    running_.act(LockProposalPiece{});
    EXPECT_THAT(locked(), SizeIs(0)) << "open again";
}

TEST_F(LockedPieces, AwayFromTheLineItIsTheOneAfterTheSelectedHandle) {
    ASSERT_THAT(view().handles, SizeIs(5));
    select(1);
    running_.act(PointAt{pixels(2) + geo::Point{200, 0}, true});
    running_.act(LockProposalPiece{});
    EXPECT_THAT(locked(), ::testing::ElementsAre(1u));
}

TEST_F(LockedPieces, WithNeitherItIsSaidWhatToDo) {
    ASSERT_THAT(view().handles, SizeIs(5));
    running_.act(PressProposal{pixels(2) + geo::Point{200, 0}});
    running_.act(ReleaseProposal{});
    ASSERT_EQ(view().selected, -1);
    running_.act(LockProposalPiece{});
    EXPECT_THAT(locked(), SizeIs(0));
    EXPECT_TRUE(running_.says("lalu tekan L"));
}

} // namespace
} // namespace antardesa::workspace
