#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
using cartography::SheetKind;

FakeViews sheet_views() {
    FakeViews views = typical_views();
    views.job = Job::sheet;
    views.card = {};
    views.card.subject = {SubjectKind::village, 8};
    views.card.title = "Batutengah";
    return views;
}

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

/// Opens the list that shows a word; it stays open, unlike after `Glass::click`.
void open_list(Glass& glass, const FakeViews& views, const std::string& shown) {
    glass.draw(views);
    glass.draw(views);
    const auto* item = glass.find(shown);
    ASSERT_TRUE(item) << shown;
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = item->rect.centre();
    for (const bool down : {false, false, true, false}) {
        io.MouseDown[0] = down;
        glass.draw(views);
    }
    io.DeltaTime = 1;
    glass.draw(views);
}

TEST(SheetPanel, ABoundarySheetIsAboutWhatIsSelected) {
    Glass glass;
    const FakeViews views = sheet_views();
    const auto actions = glass.click(views, text(glass, "ui.sheet.kind_boundary"));
    ASSERT_TRUE(asked<SetSheet>(actions));
    const auto& request = asked<SetSheet>(actions)->request;
    EXPECT_EQ(request.kind, SheetKind::boundary);
    EXPECT_EQ(request.focus, views.card.subject);
}

TEST(SheetPanel, ABoundarySheetTakesLawfulScalesOnly) {
    Glass glass;
    FakeViews views = sheet_views();
    views.sheet.request.kind = SheetKind::meeting;
    views.sheet.request.scale = MapScale{25'000};
    const auto actions = glass.click(views, text(glass, "ui.sheet.kind_boundary"));
    ASSERT_TRUE(asked<SetSheet>(actions));
    EXPECT_FALSE(asked<SetSheet>(actions)->request.scale);
    views.sheet.request = asked<SetSheet>(actions)->request;
    open_list(glass, views, text(glass, "ui.sheet.scale_fits"));
    EXPECT_TRUE(glass.shows("1 : 5.000"));
    EXPECT_FALSE(glass.shows("1 : 25.000"));
}

TEST(SheetPanel, OffersTheSelectedVillageAsExtent) {
    Glass glass;
    const FakeViews views = sheet_views();
    open_list(glass, views, text(glass, "ui.sheet.whole"));
    const auto actions = glass.click(views, "Batutengah");
    ASSERT_TRUE(asked<SetSheet>(actions));
    EXPECT_EQ(asked<SetSheet>(actions)->request.focus, views.card.subject);
}

TEST(SheetPanel, SaysWhyNoSheetComesOfIt) {
    Glass glass;
    FakeViews views = sheet_views();
    views.sheet.refused = "Pilih satu desa.";
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Pilih satu desa."));
    glass.click(views, text(glass, "ui.sheet.export"));
    EXPECT_NE(glass.state.dialog, Dialog::files);
}

TEST(SheetPanel, WalksThroughTheSetAndBackToItsFirst) {
    Glass glass;
    FakeViews views = sheet_views();
    glass.draw(views);
    EXPECT_FALSE(glass.shows(text(glass, "ui.sheet.page")));
    views.sheet.request.kind = SheetKind::boundary;
    views.sheet.request.focus = views.card.subject;
    views.sheet.request.pages = 3;
    open_list(glass, views, "Lembar 1 dari 3");
    const auto actions = glass.click(views, "Lembar 2 dari 3");
    ASSERT_TRUE(asked<SetSheet>(actions));
    EXPECT_EQ(asked<SetSheet>(actions)->request.page, 2);
    views.sheet.request.page = 2;
    const auto other = glass.click(views, "A1");
    ASSERT_TRUE(asked<SetSheet>(other));
    EXPECT_EQ(asked<SetSheet>(other)->request.page, 1) << "of another set";
}

} // namespace
} // namespace antardesa::ui
