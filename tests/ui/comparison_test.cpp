#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

ScenarioView scenario(std::int64_t id, const char* name, const char* method, const char* author) {
    ScenarioView view;
    view.id = {id};
    view.name = name;
    view.method = method;
    view.author = author;
    view.changes = {"+7,76 ha", "−7,76 ha"};
    view.after = {"45,61 ha", "47,11 ha"};
    view.pieces = {"+7,80 ha (2) −0,04 ha (1)", "+0,04 ha (1) −7,80 ha (2)"};
    view.assets = "3";
    view.agreements = "1";
    view.roads = "1,1 km";
    view.rivers = "0,3 km";
    view.length = "3,2 km";
    return view;
}

FakeViews compared_views(bool swiping) {
    FakeViews views = typical_views();
    views.job = Job::boundaries;
    ProposalView& view = views.proposal;
    view.stage = ProposalView::Stage::ready;
    view.dispute = {4};
    view.title = "Batutengah – Sukamaju";
    view.names = {"Batutengah", "Sukamaju"};
    view.sides = {
        {"Batutengah", "99.01.01.2001", "38,67 ha", "45,61 ha", "+6,94 ha", "699,33 ha", 0.49, {}},
        {"Sukamaju", "99.01.01.2002", "54,05 ha", "47,11 ha", "−6,94 ha", "566,50 ha", 0.51, {}}};
    view.sum = "0,00 ha";
    view.scenarios = {scenario(7, "A", "Garis tengah", "Camat"),
                      scenario(8, "B", "Dibagi luas 50:50", "Kades"),
                      scenario(9, "C", "Ikut sungai", "")};
    if (swiping)
        view.swipe = SwipeView{{Id<model::Proposal>{7}, Id<model::Proposal>{8}},
                               {"A · Garis tengah", "B · Dibagi luas 50:50"},
                               {},
                               {}};
    return views;
}

struct Opened : Glass {
    explicit Opened(ImVec2 size = {1366, 768}, int percent = 100)
        : Glass(i18n::Language::indonesian, size, percent) {
        start_proposal(state, {4});
    }
};

TEST(Comparison, IsAskedForOfTheFirstTwoLinesAndClosedAgain) {
    Opened glass({1366, 1400});
    const std::string begin = glass.language().text("ui.compare.begin");
    glass.draw(compared_views(false));
    const auto asked_for = glass.click(compared_views(false), begin);
    ASSERT_TRUE(asked<CompareProposals>(asked_for));
    EXPECT_EQ(asked<CompareProposals>(asked_for)->left.value, 7);
    EXPECT_EQ(asked<CompareProposals>(asked_for)->right.value, 8);
    const auto closed = glass.press(compared_views(true), 400 + ImGuiKey_Escape);
    const auto* none = asked<CompareProposals>(closed);
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->left);
}

TEST(Comparison, IsNotOfferedForOneLineOrForLinesThatAreNoneAnyMore) {
    Opened glass({1366, 1400});
    FakeViews views = compared_views(false);
    views.proposal.scenarios[0].trouble = views.proposal.scenarios[1].trouble = "Tidak ada jalan.";
    glass.draw(views);
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.compare.begin")));
}

/// Every figure of every scenario, at the smallest window and with large type, in the panel and in
/// the meeting.
class ComparisonTable : public testing::TestWithParam<std::tuple<int, bool>> {};

TEST_P(ComparisonTable, SaysEverythingOfEachScenario) {
    const auto [percent, meeting] = GetParam();
    Opened glass({1366, 768}, percent);
    glass.state.meeting = meeting;
    glass.state.names_shown = true; // somebody asked for them
    FakeViews views = compared_views(true);
    views.scale_percent = percent;
    glass.draw(views);
    glass.draw(views);
    for (const char* text :
         {"+7,76 ha", "−7,76 ha", "45,61 ha", "47,11 ha", "3 aset", "1 kerja sama", "jalan 1,1 km",
          "sungai 0,3 km", "3,2 km", "diminta Camat"})
        EXPECT_TRUE(glass.shows(text)) << text;
}
INSTANTIATE_TEST_SUITE_P(Sizes, ComparisonTable,
                         testing::Values(std::tuple{100, false}, std::tuple{125, false},
                                         std::tuple{100, true}));

TEST(Comparison, PutsAnotherLineOnOneSide) {
    Opened glass({1920, 1080});
    glass.draw(compared_views(true));
    glass.draw(compared_views(true));
    // "Kiri" of the third row is the last one of that name.
    const Witness::Item* last = nullptr;
    for (const auto& item : glass.witness().items)
        if (item.text == "Kiri")
            last = &item;
    ASSERT_TRUE(last);
    const auto chosen = glass.click_at(compared_views(true), last->rect.centre());
    ASSERT_TRUE(asked<CompareProposals>(chosen));
    EXPECT_EQ(asked<CompareProposals>(chosen)->left.value, 9);
    EXPECT_EQ(asked<CompareProposals>(chosen)->right.value, 8);
}

TEST(Swipe, TheDividerFollowsTheHand) {
    Opened glass({1920, 1080});
    const FakeViews views = compared_views(true);
    glass.draw(views);
    glass.draw(views);
    const Witness::Item* grip = glass.find(glass.language().text("ui.compare.divider"));
    ASSERT_TRUE(grip);
    const float before = glass.state.proposal.divider;
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = grip->rect.centre();
    glass.draw(views);
    io.MouseDown[0] = true;
    glass.draw(views);
    io.MousePos.x += 200;
    const auto while_held = glass.draw(views);
    io.MouseDown[0] = false;
    glass.draw(views);
    EXPECT_GT(glass.state.proposal.divider, before + 0.1F);
    EXPECT_FALSE(asked<PanBy>(while_held)) << "the map stays";
    for (const char* text : {"A · Garis tengah", "B · Dibagi luas 50:50"})
        EXPECT_TRUE(glass.shows(text)) << text;
}

TEST(ProposalPanel, EveryWayTakesAShare) {
    Opened glass({1366, 1400});
    const FakeViews views = compared_views(false);
    glass.draw(views);
    glass.state.proposal.shifted = "60";
    glass.state.proposal.due = true;
    const auto asked_for = glass.draw(views);
    ASSERT_TRUE(asked<PreviewProposal>(asked_for));
    EXPECT_TRUE(asked<PreviewProposal>(asked_for)->shifted);
    EXPECT_NEAR(asked<PreviewProposal>(asked_for)->first_share, 0.6, 1e-12);
    const auto points = glass.click(views, glass.language().text("ui.proposal.by_points"));
    ASSERT_TRUE(asked<PreviewProposal>(points));
    EXPECT_EQ(asked<PreviewProposal>(points)->way, ProposalWay::by_points);
    EXPECT_TRUE(asked<PreviewProposal>(points)->shifted);
}

TEST(ProposalPanel, OfACaseWithSeveralSegmentsOneIsChosen) {
    Opened glass({1366, 1400});
    FakeViews views = compared_views(false);
    views.proposal.segments = {{{3}, "Segmen Barat"}, {{5}, "Segmen Timur"}};
    glass.draw(views);
    glass.draw(views);
    // The list stays open only as long as every frame draws it.
    const auto press = [&](const char* name) {
        const Witness::Item* item = nullptr;
        for (const auto& one : glass.witness().items)
            if (one.clickable && one.text == name)
                item = &one;
        std::vector<Action> all;
        if (!item)
            return all;
        ImGuiIO& io = ImGui::GetIO();
        io.MousePos = item->rect.centre();
        for (const bool down : {false, false, true, false, false}) {
            io.MouseDown[0] = down;
            for (Action& action : glass.draw(views))
                all.push_back(std::move(action));
        }
        return all;
    };
    press("Segmen Barat");
    const auto chosen = press("Segmen Timur");
    ASSERT_TRUE(asked<PreviewProposal>(chosen));
    EXPECT_EQ(asked<PreviewProposal>(chosen)->segment.value, 5);
}

} // namespace
} // namespace antardesa::ui
