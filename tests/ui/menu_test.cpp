#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

constexpr int enter = 400 + ImGuiKey_Enter;
constexpr int escape = 400 + ImGuiKey_Escape;
constexpr int down_arrow = 400 + ImGuiKey_DownArrow;
constexpr int up_arrow = 400 + ImGuiKey_UpArrow;
constexpr int end_key = 400 + ImGuiKey_End;

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

TEST(Menu, EscapeClosesItAndLeavesTheSelectionAlone) {
    Glass glass;
    const FakeViews views = typical_views();
    glass.open(views, text(glass, "ui.tip.menu"));
    glass.draw(views);
    ASSERT_TRUE(glass.shows(text(glass, "ui.menu.shortcuts")));
    const auto asked_for = glass.press(views, escape);
    EXPECT_FALSE(asked<Select>(asked_for));
    glass.draw(views);
    EXPECT_FALSE(glass.shows(text(glass, "ui.menu.shortcuts")));
    EXPECT_TRUE(asked<ShowByDistrict>(glass.press(views, 'C'))) << "shortcuts live again";
}

TEST(Menu, ArrowsAndEnterChooseARow) {
    Glass glass;
    const FakeViews views = typical_views();
    glass.open(views, text(glass, "ui.tip.menu"));
    glass.press(views, end_key);
    glass.press(views, up_arrow);
    glass.press(views, up_arrow);
    glass.press(views, enter);
    EXPECT_EQ(glass.state.dialog, Dialog::settings) << "the Enter of the menu closes no dialog";
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::settings);
}

TEST(Settings, LeadToTheRulesOfCompliance) {
    Glass glass;
    FakeViews views = typical_views();
    glass.state.dialog = Dialog::settings;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(text(glass, "ui.settings.rules_shipped"))) << "they are in use";
    glass.open(views, text(glass, "ui.settings.rules_choose"));
    ASSERT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::rules);
    EXPECT_EQ(glass.state.files.back_to, Dialog::settings);
    glass.state.dialog = Dialog::settings;
    views.rules_name = "kantor.json";
    glass.draw(views);
    EXPECT_TRUE(glass.shows("kantor.json"));
    const auto back = glass.open(views, text(glass, "ui.settings.rules_shipped"));
    ASSERT_TRUE(asked<UseRules>(back));
    EXPECT_TRUE(asked<UseRules>(back)->file.empty());
    views.rules_name.clear();
    views.lost_rules_name = "hilang.json";
    glass.draw(views);
    EXPECT_TRUE(
        glass.shows(glass.language().text(Message{"ui.settings.rules_lost", {"hilang.json"}})));
    EXPECT_TRUE(asked<UseRules>(glass.open(views, text(glass, "ui.settings.rules_shipped"))))
        << "so that it is not complained of at each start";
}

TEST(Menu, OfMapColoursKnowsTheKeysToo) {
    Glass glass;
    const FakeViews views = typical_views();
    glass.open(views, text(glass, "ui.layers.theme"));
    glass.press(views, down_arrow);
    glass.press(views, down_arrow);
    const auto chosen = glass.press(views, enter);
    ASSERT_TRUE(asked<SetMapTheme>(chosen));
    EXPECT_EQ(asked<SetMapTheme>(chosen)->theme, static_cast<cartography::Theme>(1));
}

/// The eight lists of cooperation with the counts of a large kabupaten.
FakeViews with_many_lists() {
    FakeViews views = typical_views();
    views.list.tabs = {{ListKind::agreements, "Kerja sama", "2.000"},
                       {ListKind::districts, "Kecamatan", "24"},
                       {ListKind::villages, "Desa", "301"},
                       {ListKind::compliance, "Kepatuhan", "4.112"},
                       {ListKind::suggestions, "Saran", "60"},
                       {ListKind::documents, "Dokumen", "118"},
                       {ListKind::assets, "Aset", "57"},
                       {ListKind::disputes, "Sengketa", "12"}};
    return views;
}

class ListTabs : public ::testing::TestWithParam<int> {};

TEST_P(ListTabs, LeaveRoomForTheSearchAndTheFoldWithACardOpen) {
    Glass glass(i18n::Language::indonesian, {1366, 768}, GetParam());
    FakeViews views = with_many_lists();
    views.scale_percent = GetParam();
    glass.draw(views);
    glass.draw(views);
    const Witness::Item* fold = glass.find(text(glass, "ui.list.fold"));
    ASSERT_TRUE(fold);
    const Witness::Item* more = glass.find(text(glass, "ui.tip.more_lists"));
    ASSERT_TRUE(more) << "eight names do not fit";
    for (const Witness::Item& item : glass.witness().items)
        for (const ListTab& tab : views.list.tabs)
            if (item.clickable && item.text == tab.title) {
                EXPECT_LE(item.rect.max.x, more->rect.min.x + 1) << tab.title;
            }
    const float least_search = 96.0F * static_cast<float>(GetParam()) / 100;
    EXPECT_GT(fold->rect.min.x - more->rect.max.x, least_search);
    const auto chosen = glass.choose(views, text(glass, "ui.tip.more_lists"), "Sengketa");
    ASSERT_TRUE(asked<SetList>(chosen));
    EXPECT_EQ(asked<SetList>(chosen)->list, ListKind::disputes);
}

TEST_P(ListTabs, KeepTheOpenListInSight) {
    Glass glass(i18n::Language::indonesian, {1366, 768}, GetParam());
    FakeViews views = with_many_lists();
    views.scale_percent = GetParam();
    views.list.kind = ListKind::disputes;
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Sengketa"));
}

INSTANTIATE_TEST_SUITE_P(Scales, ListTabs, ::testing::Values(125, 150));

} // namespace
} // namespace antardesa::ui
