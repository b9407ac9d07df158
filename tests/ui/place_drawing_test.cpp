#include "fake_views.h"
#include "ui/panels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::StartsWith;

constexpr int enter = 400 + ImGuiKey_Enter;
constexpr int escape = 400 + ImGuiKey_Escape;

/// The form of an asset, opened.
FakeViews with_asset(Glass& glass) {
    FakeViews views = typical_views();
    RecordForm form;
    form.key = {Register::asset, 4};
    form.title = "Mata air";
    form.fields = {{"nama", "Nama", FieldKind::text, "Mata air", {}},
                   {"geometri", "Letak", FieldKind::place, "", {}}};
    views.record = form;
    views.card = {};
    views.card.subject = {SubjectKind::asset, 4};
    views.card.title = "Mata air";
    glass.click(views, glass.language().text("ui.card.change_asset"));
    glass.draw(views);
    return views;
}

void press_way(Glass& glass, const FakeViews& views, const char* key) {
    glass.click(views, glass.language().text(key));
    glass.draw(views);
}

ImVec2 on_map(float x, float y) {
    return {560 + x, 300 + y};
}

std::string sent_place(Glass& glass, const FakeViews& views) {
    const auto actions = glass.click(views, glass.language().text("ui.record.save"));
    const auto* saved = asked<SaveRecord>(actions);
    return saved && saved->change.values.size() == 1 && saved->change.values[0].first == "geometri"
               ? saved->change.values[0].second
               : std::string("nothing");
}

TEST(Placement, OneClickPlacesAPointAndTheFormKeepsWhatWasTyped) {
    Glass glass;
    const FakeViews views = with_asset(glass);
    glass.state.record.typed[0] = "Mata air Tuk";
    press_way(glass, views, "ui.place.as_point");
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    EXPECT_TRUE(glass.shows(glass.language().text("ui.place.point")));
    const auto clicked = glass.click_at(views, on_map(0, 0));
    EXPECT_FALSE(asked<ClickMap>(clicked)) << "it selects nothing";
    glass.draw(views);
    ASSERT_EQ(glass.state.dialog, Dialog::record);
    EXPECT_EQ(glass.state.record.typed[0], "Mata air Tuk");
    EXPECT_THAT(glass.state.record.typed[1], ::testing::HasSubstr("°")) << "as people read it";
    const auto actions = glass.click(views, glass.language().text("ui.record.save"));
    const auto* saved = asked<SaveRecord>(actions);
    ASSERT_TRUE(saved);
    EXPECT_THAT(saved->change.values,
                ElementsAre(Pair("nama", "Mata air Tuk"), Pair("geometri", StartsWith("POINT ("))));
}

TEST(Placement, AnAreaIsDrawnCornerByCornerAndEndsByEnter) {
    Glass glass;
    const FakeViews views = with_asset(glass);
    press_way(glass, views, "ui.place.as_area");
    glass.click_at(views, on_map(0, 0));
    glass.click_at(views, on_map(60, 0));
    glass.press(views, enter);
    EXPECT_EQ(glass.state.dialog, Dialog::none) << "two corners are no area";
    glass.click_at(views, on_map(60, 60));
    glass.press(views, enter);
    glass.draw(views);
    ASSERT_EQ(glass.state.dialog, Dialog::record);
    EXPECT_EQ(glass.state.record.typed[1], "bidang dengan 3 titik");
    EXPECT_THAT(sent_place(glass, views), StartsWith("MULTIPOLYGON ("));
}

TEST(Placement, ABorderThatCrossesItselfIsNotKept) {
    Glass glass;
    const FakeViews views = with_asset(glass);
    press_way(glass, views, "ui.place.as_area");
    for (const ImVec2 corner : {on_map(0, 0), on_map(60, 60), on_map(60, 0), on_map(0, 60)})
        glass.click_at(views, corner);
    EXPECT_TRUE(glass.find_beginning(glass.language().text("ui.place.crosses")));
    glass.press(views, enter);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    glass.press(views, 400 + ImGuiKey_Backspace);
    glass.press(views, enter);
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
}

TEST(Placement, CornersInOneRowAreNoArea) {
    Glass glass;
    const FakeViews views = with_asset(glass);
    press_way(glass, views, "ui.place.as_area");
    for (const float along : {0.0F, 60.0F, 120.0F})
        glass.click_at(views, on_map(along, 0));
    EXPECT_TRUE(glass.find_beginning(glass.language().text("ui.place.flat")));
    glass.press(views, enter);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    glass.click_at(views, on_map(60, 20));
    glass.press(views, enter);
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
}

TEST(Placement, AnotherLanguageBringsTheWaitingFormBackFirst) {
    Glass glass;
    const FakeViews views = with_asset(glass);
    press_way(glass, views, "ui.place.as_line");
    EXPECT_FALSE(asked<SetLanguage>(glass.click(views, "EN")));
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
    glass.press(views, escape);
    glass.draw(views);
    EXPECT_TRUE(asked<SetLanguage>(glass.click(views, "EN")));
}

TEST(Placement, NoOtherFormIsOpenedOverTheOneThatWaits) {
    Glass glass;
    FakeViews views = with_asset(glass);
    glass.state.record.typed[0] = "Mata air Tuk";
    press_way(glass, views, "ui.place.as_line");
    glass.press(views, 291); // F2
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
    EXPECT_EQ(glass.state.record.typed[0], "Mata air Tuk");
    press_way(glass, views, "ui.place.as_line");
    EXPECT_FALSE(asked<SetJob>(glass.press(views, '4', true)));
    views.job = Job::sheet;
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record) << "there is no map to show it on";
}

TEST(Placement, IsGoneWithItsProject) {
    Glass glass;
    FakeViews views = with_asset(glass);
    press_way(glass, views, "ui.place.as_line");
    views.top_bar.title = "Kabupaten Lain";
    glass.draw(views);
    EXPECT_FALSE(glass.state.map.placement);
    EXPECT_FALSE(glass.state.record.form) << "its row is another one there";
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(Placement, EscapeLeadsBackWithoutAPlace) {
    Glass glass;
    const FakeViews views = with_asset(glass);
    press_way(glass, views, "ui.place.as_line");
    glass.click_at(views, on_map(0, 0));
    glass.press(views, escape);
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
    EXPECT_EQ(glass.state.record.typed[1], "");
    EXPECT_FALSE(glass.state.map.placement);
}

} // namespace
} // namespace antardesa::ui
