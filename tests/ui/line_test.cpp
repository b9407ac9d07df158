#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

/// The usual window with a line of three vertices in the middle of the map.
FakeViews line_views() {
    FakeViews views = typical_views();
    views.job = Job::boundaries;
    views.view = {};
    LineEditView& line = views.line;
    line.active = true;
    line.title = "Batas Batutengah – Bumikencana";
    line.subtitle = "3 titik · 5,2 km";
    line.hint = "Seret titik.";
    const double metre = views.view.scale.metres_per_millimetre() / (96 / 25.4); // a pixel
    line.handles = std::make_shared<const std::vector<LineHandle>>(
        std::vector<LineHandle>{{{-100 * metre, 0}, 0, true, true},
                                {{0, 0}, 0, false, false},
                                {{100 * metre, 0}, 0, true, false}});
    line.selected = 2;
    line.can_delete = true;
    line.areas = {{"Batutengah", "692,4312 ha", "+124,00 m²"},
                  {"Bumikencana", "512,0000 ha", "−124,00 m²"}};
    line.sum = "Jumlah semua pihak 0,00 m²";
    line.columns = {"No", "LINTANG", "BUJUR", "X (m)", "Y (m)", "ZONA"};
    line.row = [](std::size_t i) {
        return LineVertexRow{{std::to_string(i + 1), "07°34'42,180\" LS", "109°10'36,050\" BT",
                              "298 712,25", "9 161 840,50", "49S"},
                             i != 1,
                             i == 0};
    };
    return views;
}

constexpr int escape = 400 + ImGuiKey_Escape, del = 400 + ImGuiKey_Delete,
              right_arrow = 400 + ImGuiKey_RightArrow;

TEST(LinePanel, ShowsAreasAndTheirSum) {
    Glass glass;
    const FakeViews views = line_views();
    glass.draw(views);
    for (const char* text : {"692,4312 ha", "+124,00 m²", "−124,00 m²",
                             "Jumlah semua pihak 0,00 m²", "07°34'42,180\" LS", "9 161 840,50"})
        EXPECT_TRUE(glass.shows(text)) << text;
    EXPECT_TRUE(asked<EndLineEdit>(glass.click(views, glass.language().text("ui.line.end"))));
    const auto tool = glass.click(views, glass.language().text("ui.line.tool_draw"));
    ASSERT_TRUE(asked<SetLineTool>(tool));
    EXPECT_EQ(asked<SetLineTool>(tool)->tool, LineTool::draw);
}

TEST(LinePanel, NothingIsCut) {
    for (const int percent : {100, 150}) {
        Glass glass(i18n::Language::indonesian, {1366, 768}, percent);
        FakeViews views = line_views();
        views.scale_percent = percent;
        glass.draw(views);
        for (const char* text : {"+124,00 m²", "692,4312 ha"}) {
            const Witness::Item* item = glass.find(text);
            ASSERT_TRUE(item) << text << " at " << percent;
            EXPECT_LE(item->rect.max.x, item->clip.max.x + 0.5F) << text;
        }
    }
}

TEST(LineMap, PressDragAndReleaseAskForTheHandle) {
    Glass glass;
    FakeViews views = line_views();
    glass.draw(views);
    const ImVec2 middle{80 + 256 + 363, 48 + 260};
    const auto pressed = glass.click_at(views, middle);
    EXPECT_TRUE(asked<PressLine>(pressed));
    EXPECT_TRUE(asked<ClickLine>(pressed)) << "nothing was in the hand";
    EXPECT_FALSE(asked<ClickMap>(pressed)) << "the selection stays";
    views.line.grabbed = true;
    EXPECT_TRUE(asked<DropLine>(glass.click_at(views, middle)));
}

TEST(LineMap, KeysWalkMoveAndDelete) {
    Glass glass;
    const FakeViews views = line_views();
    glass.draw(views);
    const auto walked = glass.type(views, "]");
    ASSERT_TRUE(asked<StepLineVertex>(walked));
    EXPECT_EQ(asked<StepLineVertex>(walked)->step, 1);
    const auto nudged = glass.press(views, right_arrow);
    ASSERT_TRUE(asked<NudgeLineVertex>(nudged));
    EXPECT_EQ(asked<NudgeLineVertex>(nudged)->east_m, 1);
    EXPECT_FALSE(asked<PanBy>(nudged));
    EXPECT_TRUE(asked<DeleteLineVertex>(glass.press(views, del)));
    EXPECT_TRUE(asked<StepBackLine>(glass.press(views, escape)));
}

TEST(LineTable, ARowSelectsItsVertex) {
    Glass glass;
    const FakeViews views = line_views();
    const auto actions = glass.click(views, "3");
    ASSERT_TRUE(asked<SelectLineVertex>(actions));
    EXPECT_EQ(asked<SelectLineVertex>(actions)->number, 3);
}

} // namespace
} // namespace antardesa::ui
