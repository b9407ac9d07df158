#include "fake_views.h"
#include "ui/layout.h"

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

/// Presses twice in the middle of what carries this text.
std::vector<Action> double_click(Glass& glass, const FakeViews& views, ImVec2 place) {
    ImGuiIO& io = ImGui::GetIO();
    std::vector<Action> all;
    io.MousePos = place;
    for (const bool down : {false, false, true, false, true, false}) {
        io.MouseDown[0] = down;
        for (Action& action : glass.draw(views))
            all.push_back(std::move(action));
    }
    io.MousePos = {-1, -1};
    return all;
}

TEST(LineTable, ACellIsTypedInto) {
    Glass glass;
    FakeViews views = line_views();
    glass.draw(views);
    glass.draw(views);
    // The second row: the first vertex is locked.
    std::vector<ImVec2> cells;
    for (const Witness::Item& item : glass.witness().items)
        if (item.text == "298 712,25")
            cells.push_back(item.rect.centre());
    ASSERT_EQ(cells.size(), 3U);
    double_click(glass, views, cells[1]);
    ASSERT_EQ(glass.state.line_table.number, 2);
    EXPECT_EQ(glass.state.line_table.column, LineColumn::easting);
    EXPECT_EQ(glass.state.line_table.text, "298 712,25") << "what stood there can be changed";
    glass.draw(views);
    glass.state.line_table.text = "298 713";
    const auto actions = glass.press(views, 400 + ImGuiKey_Enter);
    ASSERT_TRUE(asked<TypeLineVertex>(actions));
    EXPECT_EQ(asked<TypeLineVertex>(actions)->number, 2);
    EXPECT_EQ(asked<TypeLineVertex>(actions)->column, LineColumn::easting);
    EXPECT_EQ(glass.state.line_table.number, 0) << "done";
    double_click(glass, views, cells[0]);
    EXPECT_EQ(glass.state.line_table.number, 0) << "a final vertex is not typed into";
}

TEST(LineTable, IsCopiedWholeAndPastedInto) {
    Glass glass;
    const FakeViews views = line_views();
    glass.draw(views);
    glass.click(views, glass.language().text("ui.line.copy"));
    const std::string copied = ImGui::GetClipboardText();
    EXPECT_NE(copied.find("No\tLINTANG"), std::string::npos);
    EXPECT_NE(copied.find("\n2\t07\u00b034'42,180\" LS\t109"), std::string::npos) << copied;
    ImGui::SetClipboardText("49S 298712 9161840");
    const auto pasted = glass.click(views, glass.language().text("ui.line.paste"));
    ASSERT_TRUE(asked<PasteLinePositions>(pasted));
    EXPECT_EQ(asked<PasteLinePositions>(pasted)->text, "49S 298712 9161840");
}

TEST(LineTable, AButtonPutsAVertexBehindTheSelectedOne) {
    Glass glass;
    FakeViews views = line_views();
    glass.draw(views);
    EXPECT_TRUE(
        asked<InsertLineVertexAfter>(glass.click(views, glass.language().text("ui.line.insert"))));
    views.line.selected = 3;
    EXPECT_FALSE(
        asked<InsertLineVertexAfter>(glass.click(views, glass.language().text("ui.line.insert"))))
        << "nothing comes after the last";
}

TEST(LineTable, KeepsItsPlaceWhileTheLineIsDerivedAnew) {
    Glass glass;
    FakeViews views = line_views();
    const std::vector<LineHandle> many(200, LineHandle{{0, 0}, 0, false, false});
    views.line.handles = std::make_shared<const std::vector<LineHandle>>(many);
    views.line.selected = 100;
    for (int frame = 0; frame < 3; ++frame)
        glass.draw(views);
    const auto shows_row = [&] { return glass.shows("100"); };
    ASSERT_TRUE(shows_row());
    FakeViews empty = views;
    empty.line.handles = nullptr;
    glass.draw(empty);
    glass.draw(empty);
    glass.draw(views);
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(shows_row());
}

TEST(LineMap, NamesWhatADrawnPointWouldLieOnUnlessTheHandIsFree) {
    Glass glass;
    FakeViews views = line_views();
    views.line.tool = LineTool::draw;
    views.line.drawn = {{0, 0}};
    views.line.snapped = geo::Point{0, 0};
    views.line.snapped_to = "Sungai Cikahuripan";
    const Rect map = lay_out(glass.state, {.width = 1366, .height = 768, .line = true}).map;
    ImGui::GetIO().MousePos = {map.centre().x + 40, map.centre().y + 30};
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Sungai Cikahuripan"));
    ImGui::GetIO().KeyAlt = true;
    glass.draw(views);
    EXPECT_FALSE(glass.shows("Sungai Cikahuripan"));
    ImGui::GetIO().KeyAlt = false;
}

TEST(LineMap, ADoubleClickAsksForAVertexThere) {
    Glass glass;
    const FakeViews views = line_views();
    glass.draw(views);
    const Rect map = lay_out(glass.state, {.width = 1366, .height = 768, .line = true}).map;
    const auto actions = double_click(glass, views, map.centre());
    ASSERT_TRUE(asked<InsertLineVertex>(actions));
    EXPECT_NEAR(asked<InsertLineVertex>(actions)->pixels.x, map.width() / 2, 1);
}

TEST(LinePanel, FollowsARiverOrARoad) {
    Glass glass;
    FakeViews views = line_views();
    const auto tool = glass.click(views, glass.language().text("ui.line.tool_trace"));
    ASSERT_TRUE(asked<SetLineTool>(tool));
    EXPECT_EQ(asked<SetLineTool>(tool)->tool, LineTool::trace);
    views.line.tool = LineTool::trace;
    EXPECT_FALSE(asked<FinishLine>(glass.click(views, glass.language().text("ui.line.finish"))))
        << "nothing is followed yet";
    views.line.can_finish = true;
    EXPECT_TRUE(asked<FinishLine>(glass.click(views, glass.language().text("ui.line.finish"))));
}

TEST(LinePanel, SaysWhoElseClaimsTheLineAndLeadsThere) {
    Glass glass;
    FakeViews views = line_views();
    views.line.claimed_again = "Bumikencana tercatat dua kali.";
    views.line.claimed_by = {7};
    views.line.trouble = views.line.claimed_again;
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Bumikencana tercatat dua kali."));
    const auto actions = glass.click(views, glass.language().text("ui.line.open_finding"));
    EXPECT_TRUE(asked<EndLineEdit>(actions));
    ASSERT_TRUE(asked<Select>(actions));
    EXPECT_EQ(asked<Select>(actions)->subject, (Subject{SubjectKind::finding, 7}));
    views.line.claimed_by = {};
    EXPECT_TRUE(
        asked<CheckBoundaries>(glass.click(views, glass.language().text("ui.line.check_first"))));
}

TEST(LinePanel, StandsBesideItsTableInANarrowWindow) {
    Glass glass(i18n::Language::indonesian, {1366, 768}, 125);
    FakeViews views = line_views();
    views.scale_percent = 125;
    glass.draw(views);
    const UiState state;
    const Layout at = lay_out(state, {.width = 1366, .height = 768, .scale = 1.25F, .line = true});
    EXPECT_FALSE(at.right_over_map);
    EXPECT_LE(at.bottom.max.x, at.right.min.x) << "no column is covered";
    EXPECT_GE(at.bottom.width(), 1.25F * 680) << "all columns";
    EXPECT_GT(at.map.width(), 1.25F * 320);
    const Layout other = lay_out(state, {.width = 1366, .height = 768, .scale = 1.25F});
    EXPECT_TRUE(other.right_over_map) << "a card lies over the map as before";
}

TEST(LinePanel, AreasStayInSightUnderWarnings) {
    Glass glass(i18n::Language::indonesian, {1366, 768}, 125);
    FakeViews views = line_views();
    views.scale_percent = 125;
    const std::string warning = "Garis ini disepakati menurut berita acara nomor tiga tahun ini, "
                                "dan titik kartometriknya ikut bergeser beberapa meter.";
    views.line.trouble = warning;
    views.line.consequences = {warning, warning, warning};
    glass.draw(views);
    glass.draw(views);
    const Witness::Item* sum = glass.find("Jumlah semua pihak 0,00 m²");
    ASSERT_TRUE(sum);
    EXPECT_LE(sum->rect.max.y, sum->clip.max.y + 0.5F);
    EXPECT_GE(sum->rect.min.y, sum->clip.min.y - 0.5F);
}

} // namespace
} // namespace antardesa::ui
