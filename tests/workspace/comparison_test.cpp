#include "proposed_line.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ComparedLines : public ProposedLine {
  protected:
    ComparedLines() {
        running_.act(PreviewProposal{the_case});
        running_.act(KeepProposal{{}, "Camat"});
        PreviewProposal shares{the_case, ProposalWay::equal_area};
        shares.first_share = 0.8;
        running_.act(shares);
        running_.act(KeepProposal{{}, "Kades Asri 1"});
    }
    CompareProposals both() const { return {view().scenarios[0].id, view().scenarios[1].id}; }
};

TEST_F(ComparedLines, HaveTheirFiguresBesideEachOther) {
    ASSERT_THAT(view().scenarios, SizeIs(2));
    for (const ScenarioView& scenario : view().scenarios) {
        EXPECT_THAT(scenario.after[0], HasSubstr(" ha"));
        EXPECT_THAT(scenario.pieces[0], HasSubstr("(1)")) << "one piece changes hands";
        EXPECT_EQ(scenario.assets, "0");
        EXPECT_EQ(scenario.agreements, "0");
        EXPECT_FALSE(scenario.roads.empty());
        EXPECT_THAT(scenario.length, HasSubstr("km"));
    }
    EXPECT_NE(view().scenarios[0].after[0], view().scenarios[1].after[0]);
    EXPECT_EQ(view().scenarios[1].author, "Kades Asri 1");
    EXPECT_EQ(view().scenarios[1].method, "Dibagi luas 80:20");
}

TEST_F(ComparedLines, StandOnEitherSideOfTheDivider) {
    EXPECT_FALSE(view().swipe);
    running_.act(both());
    ASSERT_TRUE(view().swipe);
    const SwipeView& swipe = *view().swipe;
    EXPECT_EQ(swipe.titles[0], "A · Garis tengah");
    EXPECT_EQ(swipe.scenarios[1], view().scenarios[1].id);
    EXPECT_NE(swipe.lines[0], swipe.lines[1]);
    for (const auto& half : swipe.parts)
        for (const auto& rings : half)
            EXPECT_THAT(rings, SizeIs(1));
    running_.act(CompareProposals{});
    EXPECT_FALSE(view().swipe);
}

TEST_F(ComparedLines, EndWhenOneOfThemGoesOrAnotherLineIsAskedFor) {
    running_.act(both());
    running_.act(EraseProposal{both().left});
    EXPECT_FALSE(view().swipe);
    running_.act(Undo{});
    running_.act(both());
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    EXPECT_FALSE(view().swipe);
}

TEST_F(ComparedLines, SayHowMuchLandAndHowManyPiecesChangeHands) {
    running_.act(PreviewProposal{the_case});
    const auto& contents = view().contents;
    const auto found = [&](const std::string& name) {
        return std::find_if(contents.begin(), contents.end(),
                            [&](const auto& content) { return content.name == name; });
    };
    ASSERT_NE(found("Bidang didapat"), contents.end());
    EXPECT_EQ(found("Bidang didapat")->in, (std::array<std::string, 2>{"1", "0"}));
    const std::string hectares = found("Lahan didapat (ha)")->in[0];
    EXPECT_EQ("+" + hectares + " ha", view().sides[0].change);
}

TEST_F(ProposedLine, AnyWayIsMovedAsideToAShare) {
    for (const ProposalWay way : {ProposalWay::midline, ProposalWay::straight}) {
        PreviewProposal wish{the_case, way};
        wish.first_share = 0.3;
        wish.shifted = true;
        running_.act(wish);
        ASSERT_THAT(view().sides, SizeIs(2)) << view().summary;
        EXPECT_NEAR(view().sides[0].share, 0.3, 1e-4);
    }
    running_.act(KeepProposal{});
    ASSERT_THAT(view().scenarios, SizeIs(1));
    EXPECT_EQ(view().scenarios[0].method, "Garis lurus 30:70") << "kept with its share";
}

TEST_F(ProposedLine, IsLedThroughPointsPickedOnTheMap) {
    running_.act(PreviewProposal{the_case});
    running_.act(PreviewProposal{the_case, ProposalWay::by_points});
    EXPECT_TRUE(view().picking);
    EXPECT_EQ(view().stage, ProposalView::Stage::refused) << "there is no point yet";
    EXPECT_THAT(view().choices, IsEmpty());
    const auto on_map = [&](geo::Point at) {
        const auto& seen = running_.workspace.view();
        const double scale =
            running_.workspace.pixels_per_millimetre() / seen.scale.metres_per_millimetre();
        return geo::Point{400 + (at.x - seen.centre.x) * scale,
                          300 - (at.y - seen.centre.y) * scale};
    };
    const geo::Line claim = view().claims[0].at(0);
    const geo::Line other = view().claims[1].at(0);
    const geo::Point place = on_map((claim[1] + other[1]) * 0.5);
    running_.act(PickProposalPoint{place, true});
    ASSERT_EQ(view().stage, ProposalView::Stage::ready) << view().summary;
    ASSERT_THAT(view().choices, SizeIs(1));
    EXPECT_TRUE(view().choices[0].picked);
    EXPECT_THAT(view().line, SizeIs(3)) << "node, place, node";
    PreviewProposal shifted{the_case, ProposalWay::by_points};
    shifted.shifted = true;
    running_.act(shifted);
    EXPECT_NEAR(view().sides[0].share, 0.5, 1e-4);
    EXPECT_THAT(view().choices, SizeIs(1)) << "what was picked stays";
    running_.act(PickProposalPoint{place, true});
    EXPECT_THAT(view().choices, IsEmpty()) << "a second click leaves it";
}

} // namespace
} // namespace antardesa::workspace
