#include "fake_views.h"
#include "ui/draw.h"
#include "ui/icons.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
constexpr int f6 = 295, f8 = 297, f9 = 298;
constexpr int escape = 400 + ImGuiKey_Escape, enter = 400 + ImGuiKey_Enter,
              tab = 400 + ImGuiKey_Tab, right_arrow = 400 + ImGuiKey_RightArrow;

TEST(Window, OffersFileAndSampleWhenNothingIsOpen) {
    Glass glass;
    const FakeViews views = empty_views();
    glass.draw(views);
    EXPECT_FALSE(glass.shows("Lapisan"));
    EXPECT_TRUE(asked<OpenSample>(glass.click(views, glass.language().text("ui.menu.sample"))));
    glass.click(views, glass.language().text("ui.menu.open"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
}

TEST(Window, TellsTheMapItsSizeOnce) {
    Glass glass;
    const auto first = glass.draw(typical_views());
    const auto* size = asked<ResizeMap>(first);
    ASSERT_TRUE(size);
    EXPECT_EQ(size->width, 726);
    EXPECT_EQ(size->height, 520);
    EXPECT_FALSE(asked<ResizeMap>(glass.draw(typical_views())));
}

TEST(Rail, ChangesTheJob) {
    Glass glass;
    const auto actions = glass.click(typical_views(), "Batas");
    ASSERT_TRUE(asked<SetJob>(actions));
    EXPECT_EQ(asked<SetJob>(actions)->job, Job::boundaries);
}

TEST(TopBar, UndoesSwitchesLanguageAndTheme) {
    Glass glass;
    const FakeViews views = typical_views();
    const std::string undo = glass.language().text("ui.tip.undo") + "  Ctrl+Z";
    EXPECT_TRUE(asked<Undo>(glass.click(views, undo)));
    const std::string redo = glass.language().text("ui.tip.redo") + "  Ctrl+Y";
    EXPECT_FALSE(asked<Redo>(glass.click(views, redo))) << "there is nothing to redo";
    const auto spoken = glass.click(views, "EN");
    ASSERT_TRUE(asked<SetLanguage>(spoken));
    EXPECT_EQ(asked<SetLanguage>(spoken)->language, i18n::Language::english);
    const auto themed = glass.click(views, glass.language().text("ui.tip.theme"));
    ASSERT_TRUE(asked<SetUiTheme>(themed));
    EXPECT_EQ(asked<SetUiTheme>(themed)->theme, UiTheme::dark);
}

TEST(Dialogs, TabGoesToTheNextField) {
    Glass glass;
    const FakeViews views = typical_views();
    glass.state.village.name = "Batutengah";
    glass.state.village.focus = true;
    glass.state.dialog = Dialog::edit_village;
    glass.draw(views);
    glass.type(views, "Lor");
    EXPECT_FALSE(asked<SelectNextVillage>(glass.press(views, tab)));
    glass.type(views, "99.01.10.2009");
    EXPECT_EQ(glass.state.village.name, "Lor") << "the field was selected as a whole";
    EXPECT_EQ(glass.state.village.code, "99.01.10.2009");
}

TEST(Layers, ToggleByTheirRow) {
    Glass glass;
    const auto actions = glass.click(typical_views(), "Lapisan 3");
    ASSERT_TRUE(asked<ToggleLayer>(actions));
    EXPECT_EQ(asked<ToggleLayer>(actions)->layer, cartography::MapLayer::third_parties);
}

TEST(Filters, AChipTurnsItsFieldOff) {
    Glass glass;
    const auto actions = glass.click(typical_views(), "Kesehatan");
    const auto* set = asked<SetFilter>(actions);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->filter.fields.count(), 9U);
    EXPECT_FALSE(set->filter.fields[static_cast<std::size_t>(model::Field::health)]);
}

TEST(Filters, ShiftLeavesOnlyOneField) {
    Glass glass;
    ImGui::GetIO().KeyShift = true;
    const auto actions = glass.click(typical_views(), "Kesehatan");
    ASSERT_TRUE(asked<SetFilter>(actions));
    EXPECT_EQ(asked<SetFilter>(actions)->filter.fields.count(), 1U);
}

TEST(Filters, ClearingGivesTheDefaultFilter) {
    Glass glass;
    FakeViews views = typical_views();
    views.filter.filter.fields.reset(0);
    const auto actions = glass.click(views, glass.language().text("ui.filter.clear"));
    ASSERT_TRUE(asked<SetFilter>(actions));
    EXPECT_TRUE(asked<SetFilter>(actions)->filter.passes_everything());
}

TEST(Map, ClickSelectsDragPansWheelZooms) {
    Glass glass;
    const FakeViews views = typical_views();
    const auto clicked = glass.click_at(views, {700, 300});
    ASSERT_TRUE(asked<ClickMap>(clicked));
    EXPECT_EQ(asked<ClickMap>(clicked)->pixels, (geo::Point{364, 252}));
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = {700, 300};
    glass.draw(views);
    io.MouseDown[0] = true;
    glass.draw(views);
    io.MousePos = {740, 310};
    const auto dragged = glass.draw(views);
    ASSERT_TRUE(asked<PanBy>(dragged));
    EXPECT_EQ(asked<PanBy>(dragged)->pixels, (geo::Point{40, 10}));
    io.MouseDown[0] = false;
    EXPECT_FALSE(asked<ClickMap>(glass.draw(views))) << "a drag is no click";
    io.MouseWheel = 1;
    const auto zoomed = glass.draw(views);
    ASSERT_TRUE(asked<ZoomBy>(zoomed));
    EXPECT_GT(asked<ZoomBy>(zoomed)->factor, 1);
    EXPECT_EQ(asked<ZoomBy>(zoomed)->at, (geo::Point{404, 262}));
}

TEST(Map, TheLegendDoesNotLetAClickThrough) {
    Glass glass;
    EXPECT_FALSE(asked<ClickMap>(glass.click_at(typical_views(), {380, 540})));
}

TEST(Table, ARowSelectsAndAHeadSorts) {
    Glass glass;
    const FakeViews views = typical_views();
    const auto chosen = glass.click(views, "12/PB/2002");
    ASSERT_TRUE(asked<Select>(chosen));
    EXPECT_EQ(asked<Select>(chosen)->subject, (Subject{SubjectKind::agreement, 2}));
    EXPECT_TRUE(asked<Select>(chosen)->reveal);
    const auto sorted = glass.click(views, "Nomor");
    ASSERT_TRUE(asked<SortList>(sorted));
    EXPECT_TRUE(asked<SortList>(sorted)->descending) << "already sorted by it";
    const auto tabbed = glass.click(views, "Desa");
    ASSERT_TRUE(asked<SetList>(tabbed));
    EXPECT_EQ(asked<SetList>(tabbed)->list, ListKind::villages);
}

TEST(Table, ShowsWhatIsHiddenByTheFilterAndClearsIt) {
    Glass glass;
    FakeViews views = typical_views();
    views.list.rows.clear();
    views.list.empty_text = "Tidak ada yang sesuai.";
    views.list.empty_by_filter = true;
    views.filter.active = false;
    const auto actions = glass.click(views, glass.language().text("ui.filter.clear"));
    EXPECT_TRUE(asked<SetFilter>(actions));
}

TEST(Table, ClearingTheFilterEmptiesTheSearchFieldToo) {
    Glass glass;
    FakeViews views = typical_views();
    views.list.rows.clear();
    views.list.empty_by_filter = true;
    glass.state.list_words = "tidak ada";
    const auto actions = glass.click(views, glass.language().text("ui.filter.clear"));
    EXPECT_TRUE(asked<SetListSearch>(actions));
    EXPECT_TRUE(glass.state.list_words.empty());
}

TEST(Table, AnotherFileEmptiesTheSearchField) {
    Glass glass;
    FakeViews views = typical_views();
    views.list.search = "sukamaju";
    glass.draw(views);
    EXPECT_EQ(glass.state.list_words, "sukamaju");
    views.list.search.clear();
    glass.draw(views);
    EXPECT_EQ(glass.state.list_words, "");
}

TEST(Table, ALongNameGivesWayToAShortWord) {
    Glass glass;
    FakeViews views = typical_views();
    views.list.rows.resize(1);
    ASSERT_GE(views.list.columns.size(), 3U);
    auto& cells = views.list.rows[0].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = {};
        cells[i].text = "celah";
    }
    cells[2].text = "tumpang tindih";
    cells[1].text = std::string(200, 'm');
    glass.draw(views);
    EXPECT_TRUE(glass.shows("tumpang tindih"));
    EXPECT_FALSE(glass.shows(cells[1].text)) << "there is no room for it";
}

TEST(Table, GivesItsNameRoomBeforeOtherWords) {
    Glass glass;
    FakeViews views = typical_views();
    views.list.rows.resize(1);
    auto& cells = views.list.rows[0].cells;
    const std::size_t last = cells.size() - 1;
    cells[views.list.name_column] = {};
    cells[views.list.name_column].text = "Pasar desa bersama Asri";
    cells[last] = {};
    cells[last].text = "berita acara Musdes +3";
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Pasar desa bersama Asri"));
}

TEST(Table, AnIconStandsAloneWhereTheNameNeedsTheRoomOfItsWord) {
    Glass glass;
    FakeViews views = typical_views();
    views.list.rows.resize(1);
    auto& cells = views.list.rows[0].cells;
    for (workspace::ListCell& cell : cells) {
        cell = {};
        cell.text = "999.999.999.999.999"; // never cut
    }
    workspace::ListCell& field = cells[views.list.name_column + 2];
    field.text = "Pekerjaan umum";
    field.icon = U'\xE8D1';
    const std::string name = "Pasar desa bersama Gunung";
    cells[views.list.name_column].text = name;
    glass.draw(views);
    EXPECT_TRUE(glass.shows(name));
    EXPECT_FALSE(glass.shows("Pekerjaan umum"));
    for (workspace::ListCell& cell : cells)
        if (!cell.icon)
            cell.text = "celah";
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Pekerjaan umum")) << "there is room for both";
}

TEST(Table, AFirstColumnThatIsTheNameKeepsTheWidthItAsksFor) {
    Glass glass(i18n::Language::indonesian, {1366, 768}, 125);
    FakeViews views = typical_views();
    views.scale_percent = 125;
    views.list.name_column = 0;
    views.list.columns[0].least_width = 176;
    views.list.rows.resize(1);
    auto& cells = views.list.rows[0].cells;
    for (workspace::ListCell& cell : cells) {
        cell = {};
        cell.text = "kata yang sangat panjang sekali";
    }
    cells[0].text = "Argomakmur Kidul – Bumi";
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Argomakmur Kidul – Bumi")) << "the others are cut first";
}

TEST(Table, NeverCutsADateOrATag) {
    Glass glass;
    glass.draw(overfull_views());
    EXPECT_TRUE(glass.shows("31-12-2027"));
    EXPECT_TRUE(glass.shows("Berjalan"));
}

TEST(Card, RowsLeadOnAndClosesByF7) {
    Glass glass;
    const auto actions = glass.click(typical_views(), "Pasar desa");
    ASSERT_TRUE(asked<Select>(actions));
    EXPECT_EQ(asked<Select>(actions)->subject, (Subject{SubjectKind::agreement, 3}));
}

TEST(Card, HasNoButtonsWhenNothingCanBeEdited) {
    Glass glass;
    FakeViews views = typical_views();
    views.can_edit = false;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.card.new_agreement")));
}

TEST(Agreement, IsMadeFromTheVillagesChosen) {
    Glass glass;
    FakeViews views = typical_views();
    EXPECT_TRUE(asked<SetList>(glass.press(views, 'K')));
    views.list.kind = ListKind::villages;
    views.list.rows = {};
    glass.draw(views);
    ASSERT_EQ(glass.state.dialog, Dialog::new_agreement);
    ASSERT_EQ(glass.state.agreement.villages.size(), 1U);
    glass.state.agreement.search.words = "batu";
    glass.click(views, "Batutengah");
    ASSERT_EQ(glass.state.agreement.villages.size(), 2U);
    glass.state.agreement.title = "Air bersih";
    const auto made = glass.click(views, glass.language().text("ui.agreement.create"));
    const auto* create = asked<CreateAgreement>(made);
    ASSERT_TRUE(create);
    EXPECT_EQ(create->villages, (std::vector<Id<model::Village>>{{7}, {8}}));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(FileDialog, OpensTheFileTyped) {
    Glass glass;
    const FakeViews views = typical_views();
    open_files(glass.state, FilePurpose::open);
    glass.state.files.folder = "/data";
    glass.draw(views);
    glass.click(views, "desa.shp");
    EXPECT_EQ(glass.state.files.typed, "desa.shp");
    const auto actions = glass.click(views, glass.language().text("ui.files.do.open"));
    ASSERT_TRUE(asked<OpenFile>(actions));
    EXPECT_EQ(asked<OpenFile>(actions)->path, "/data/desa.shp");
}

TEST(FileDialog, GivesAnExportItsEnding) {
    Glass glass;
    const FakeViews views = typical_views();
    open_files(glass.state, FilePurpose::export_sheet, "lembar");
    glass.state.files.folder = "/tidak-ada";
    glass.draw(views);
    const auto actions = glass.click(views, glass.language().text("ui.files.do.export"));
    ASSERT_TRUE(asked<ExportSheet>(actions));
    EXPECT_EQ(asked<ExportSheet>(actions)->output, "/tidak-ada/lembar.pdf");
}

TEST(FileDialog, AsksBeforeItReplaces) {
    Glass glass;
    FakeViews views = typical_views();
    views.existing = {"/data/lembar.pdf"};
    open_files(glass.state, FilePurpose::export_sheet, "lembar.pdf");
    glass.state.files.folder = "/data";
    glass.draw(views);
    EXPECT_FALSE(
        asked<ExportSheet>(glass.click(views, glass.language().text("ui.files.do.export"))));
    const auto actions = glass.click(views, glass.language().text("ui.files.replace"));
    ASSERT_TRUE(asked<ExportSheet>(actions));
}

TEST(Keys, FoldPanelsWalkVillagesAndLetGo) {
    Glass glass;
    const FakeViews views = typical_views();
    glass.press(views, f6);
    EXPECT_FALSE(glass.state.left_open);
    glass.press(views, f8);
    EXPECT_FALSE(glass.state.bottom_open);
    glass.press(views, f9);
    EXPECT_TRUE(glass.state.map_only);
    EXPECT_TRUE(asked<SelectNextVillage>(glass.press(views, tab)));
    EXPECT_TRUE(asked<PanBy>(glass.press(views, right_arrow)));
    const auto freed = glass.press(views, escape);
    ASSERT_TRUE(asked<Select>(freed));
    EXPECT_EQ(asked<Select>(freed)->subject.kind, SubjectKind::none);
    EXPECT_TRUE(asked<Undo>(glass.press(views, 'Z', true)));
}

TEST(Palette, TakesTheFirstEntryWithEnter) {
    Glass glass;
    const FakeViews views = typical_views();
    glass.press(views, 'K', true);
    ASSERT_EQ(glass.state.dialog, Dialog::palette);
    glass.draw(views);
    const auto actions = glass.press(views, enter);
    ASSERT_TRUE(asked<Select>(actions));
    EXPECT_EQ(asked<Select>(actions)->subject.id, 8);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(Sheet, ChangesPaperAndExports) {
    Glass glass;
    FakeViews views = typical_views();
    views.job = Job::sheet;
    const auto actions = glass.click(views, "A1");
    ASSERT_TRUE(asked<SetSheet>(actions));
    EXPECT_EQ(asked<SetSheet>(actions)->request.paper, cartography::Paper::a1);
    glass.click(views, glass.language().text("ui.sheet.export"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
}

TEST(Text, IsElidedAtWholeCharacters) {
    Glass glass;
    const std::string name = "Désa-Ångström-Kidul";
    const std::string cut = elided(Role::body, name, text_width(Role::body, name) * 0.5F);
    EXPECT_LE(text_width(Role::body, cut), text_width(Role::body, name) * 0.5F + 0.5F);
    EXPECT_EQ(cut.substr(cut.size() - 3), "…");
    EXPECT_EQ(elided(Role::body, name, 1000), name);
    EXPECT_TRUE(is_figures("31-12-2027"));
    EXPECT_FALSE(is_figures("12/PB/2023"));
    EXPECT_EQ(tabular_width(Role::body, "111"), tabular_width(Role::body, "888"));
}

} // namespace
} // namespace antardesa::ui
