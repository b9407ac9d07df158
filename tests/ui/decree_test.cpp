#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

/// A final line in the card, whose points stand in two decrees.
FakeViews with_final_line() {
    FakeViews views = typical_views();
    views.card = {};
    views.card.subject = {SubjectKind::segment, 12};
    views.card.title = "Batutengah – Bumikencana";
    views.card.segment = SegmentDeeds{};
    views.card.decrees = {{{3}, "Perbup 12/2025"}, {{4}, "Perbup 7/2024"}};
    return views;
}

TEST(PointsOfAFinalLine, AreNumberedByADecree) {
    Glass glass;
    const FakeViews views = with_final_line();
    EXPECT_FALSE(asked<NumberPoints>(glass.click(views, text(glass, "ui.card.number_points"))));
    ASSERT_EQ(glass.state.dialog, Dialog::points_decree);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Perbup 12/2025"));
    glass.state.decree.chosen = 1;
    std::vector<Action> actions;
    for (const Witness::Item& item : glass.witness().items)
        if (item.clickable && item.text == text(glass, "ui.card.number_points") &&
            item.window.find("perbup-titik") != std::string::npos)
            actions = glass.click_at(views, item.rect.centre());
    ASSERT_TRUE(asked<NumberPoints>(actions));
    EXPECT_EQ(asked<NumberPoints>(actions)->segment.value, 12);
    EXPECT_EQ(asked<NumberPoints>(actions)->document.value, 4);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(PointsOfAFinalLine, AreDeletedByADecree) {
    Glass glass;
    FakeViews views = with_final_line();
    views.card.subject = {SubjectKind::turning_point, 5};
    views.card.segment.reset();
    views.card.point = model::TurningPoint{};
    EXPECT_FALSE(asked<DeletePoint>(glass.press(views, ImGui::GetKeyIndex(ImGuiKey_Delete))));
    ASSERT_EQ(glass.state.dialog, Dialog::points_decree);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.point.about_decree")));
    EXPECT_TRUE(glass.shows(text(glass, "ui.point.question_delete")));
}

TEST(PointsOfAFinalLine, AreChangedByADecree) {
    Glass glass;
    const FakeViews views = with_final_line();
    glass.click(views, text(glass, "ui.card.add_point"));
    ASSERT_EQ(glass.state.dialog, Dialog::turning_point);
    glass.state.point.coordinates = "-7,4 109,2";
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Perbup 12/2025"));
    const auto actions = glass.click(views, text(glass, "ui.point.save"));
    ASSERT_TRUE(asked<PutPoint>(actions));
    EXPECT_EQ(asked<PutPoint>(actions)->request.document.value, 3);
}

} // namespace
} // namespace antardesa::ui
