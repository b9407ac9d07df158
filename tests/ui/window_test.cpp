#include "fake_views.h"
#include "ui/layout.h"
#include "ui/panels.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

/// Texts that stick out sideways of what clips them; down a scrolling list runs on by design.
std::vector<std::string> texts_cut(const Glass& glass) {
    std::vector<std::string> cut;
    for (const Witness::Item& item : glass.witness().items)
        if (!item.clickable &&
            (item.rect.min.x < item.clip.min.x - 1 || item.rect.max.x > item.clip.max.x + 1))
            cut.push_back(item.text + " @ " + item.window);
    return cut;
}

struct Case {
    i18n::Language language;
    ImVec2 size;
    int percent;
};

class WholeWindow : public testing::TestWithParam<Case> {};

TEST_P(WholeWindow, CutsNoTextHoweverFullTheViewsAre) {
    const Case& one = GetParam();
    Glass glass(one.language, one.size, one.percent);
    for (FakeViews views : {empty_views(), typical_views(), overfull_views()})
        for (const Job job : {Job::cooperation, Job::boundaries, Job::sheet}) {
            views.job = job;
            views.scale_percent = one.percent;
            for (int i = 0; i < 3; ++i)
                glass.draw(views);
            EXPECT_EQ(texts_cut(glass), std::vector<std::string>{});
        }
}

TEST_P(WholeWindow, WritesNothingSmallerThanElevenPixels) {
    const Case& one = GetParam();
    Glass glass(one.language, one.size, one.percent);
    FakeViews views = typical_views();
    views.scale_percent = one.percent;
    glass.draw(views);
    for (const Witness::Item& item : glass.witness().items)
        if (!item.clickable) {
            EXPECT_GE(item.rect.height(), 11) << item.text;
        }
}

TEST_P(WholeWindow, LeavesNoKeyWithoutASentence) {
    const Case& one = GetParam();
    Glass glass(one.language, one.size, one.percent);
    FakeViews views = typical_views();
    views.scale_percent = one.percent;
    for (const char* panel :
         {"riwayat", "berkas", "setelan", "pintasan", "cari", "tentang", "keamanan"}) {
        ASSERT_TRUE(open_panel(glass.state, panel));
        glass.draw(views);
        glass.draw(views);
        for (const Witness::Item& item : glass.witness().items)
            EXPECT_NE(item.text.rfind("ui.", 0), 0U) << item.text;
        glass.state.dialog = Dialog::none;
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, WholeWindow,
                         testing::Values(Case{i18n::Language::indonesian, {1366, 768}, 100},
                                         Case{i18n::Language::english, {1366, 768}, 100},
                                         Case{i18n::Language::indonesian, {1920, 1080}, 150},
                                         Case{i18n::Language::english, {3840, 2160}, 250}));

TEST(Layout, StandsAsThePictureAt1366) {
    const Layout at = lay_out({}, {.width = 1366, .height = 768});
    EXPECT_EQ(at.left.width(), 256);
    EXPECT_EQ(at.right.width(), 304);
    EXPECT_EQ(at.bottom.height(), 176);
    EXPECT_EQ(at.map.width(), 726);
    EXPECT_EQ(at.map.height(), 520);
    EXPECT_FALSE(at.right_over_map);
}

TEST(Layout, GrowsAt1920AndGivesTheMapTheRest) {
    const Layout at = lay_out({}, {.width = 1920, .height = 1080});
    EXPECT_EQ(at.left.width(), 288);
    EXPECT_EQ(at.right.width(), 384);
    EXPECT_EQ(at.map.width(), 1168);
    EXPECT_EQ(at.map.height(), 720);
}

TEST(Layout, LetsTheCardCoverTheMapWhenNarrow) {
    const Layout at = lay_out({}, {.width = 1100, .height = 700});
    EXPECT_TRUE(at.right_over_map);
    EXPECT_EQ(at.map.max.x, 1100);
    EXPECT_EQ(at.right.max.x, 1100);
    EXPECT_EQ(at.bottom.max.x, at.right.min.x) << "the list keeps its buttons in sight";
}

TEST(Layout, KeepsDraggedPanelsWithinTheirLimits) {
    UiState state;
    state.left_width = 5000;
    state.bottom_height = 5000;
    const Layout at = lay_out(state, {.width = 1366, .height = 768});
    EXPECT_EQ(at.left.width(), 400);
    EXPECT_GE(at.map.height(), 240);
}

TEST(Layout, ShowsTheMapAloneOnRequest) {
    UiState state;
    state.map_only = true;
    const Layout at = lay_out(state, {.width = 1366, .height = 768});
    EXPECT_EQ(at.map.width(), 1366);
    EXPECT_EQ(at.rail.width(), 0);
}

TEST(Picture, LiesWhereItsMetresLie) {
    MapPicture picture;
    auto image = std::make_shared<cartography::Image>();
    image->width = 400;
    image->height = 200;
    picture.image = image;
    picture.pixels_per_millimetre = 4;
    picture.view.scale = {10000}; // 10 m a millimetre, 2.5 m a pixel
    cartography::View view = picture.view;
    const Rect map{{100, 50}, {300, 150}};
    const Rect same = picture_place(picture, view, 4, map);
    EXPECT_EQ(same.min.x, 0);
    EXPECT_EQ(same.width(), 400);
    view.centre = {250, 0}; // the camera went 100 px to the right
    EXPECT_EQ(picture_place(picture, view, 4, map).min.x, -100);
    view.centre = {0, 250}; // and 100 px up: the picture sinks
    EXPECT_EQ(picture_place(picture, view, 4, map).min.y, 100);
    view.centre = {};
    view.scale = {5000};
    EXPECT_EQ(picture_place(picture, view, 4, map).width(), 800);
}

TEST(Window, TellsTheMapWhatFloatsOverIt) {
    Glass glass;
    FakeViews views = typical_views();
    const auto told = glass.draw(views);
    const auto* resized = asked<workspace::ResizeMap>(told);
    ASSERT_TRUE(resized);
    EXPECT_GE(resized->covered.size(), 3U) << "sentence, tools, legend";
    for (const geo::Box& box : resized->covered)
        EXPECT_TRUE((geo::Box{
            {0, 0}, {static_cast<double>(resized->width), static_cast<double>(resized->height)}}
                         .contains(box)));
    EXPECT_FALSE(asked<workspace::ResizeMap>(glass.draw(views))) << "once";
}

} // namespace
} // namespace antardesa::ui
