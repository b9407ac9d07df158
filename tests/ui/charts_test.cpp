#include "fake_views.h"
#include "ui/panels.h"

#include <gmock/gmock.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
using cartography::SubjectKind;

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

/// Two kecamatan, one agreement that ends soon, one set of partners.
ChartsView charts() {
    ChartsView view;
    for (int field = 0; field < 10; ++field)
        view.fields.push_back({"Bidang " + std::to_string(field), 0xE8D1, {}});
    view.rows = {{{1}, "Asri", {2}, 2}, {{2}, "Giri", {0, 3}, 3}};
    view.totals = {2, 3};
    view.most = 3;
    view.bars = {{7, "Air bersih", "2024 – 2027", 2024, 2027, false, 42, "42 hari lagi"}};
    view.first_year = 2024;
    view.last_year = 2027;
    view.today = 2026.9;
    view.endings = {{30, "Dalam 30 hari: 0"}, {90, "Dalam 90 hari: 1"}};
    view.villages = {{{2}, "Mekarsari", 3}, {{3}, "Sukamaju", 3}, {{5}, "Giriagung", 1}};
    view.partners = {{"Mekarsari, Sukamaju", {0, 1}, {7, 9}, 3},
                     {"Mekarsari, Sukamaju, Giriagung", {0, 1, 2}, {8}, 1}};
    return view;
}

class Charts : public ::testing::Test {
  protected:
    Charts() : views(typical_views()) {
        views.filter.filter = {};
        views.charts = charts();
        ui::open_dialog(glass.state, Dialog::charts);
        glass.draw(views);
    }
    const analysis::Filter* filter_after_click(const std::string& name) {
        actions_ = glass.click(views, name);
        const auto* set = asked<SetFilter>(actions_);
        return set ? &set->filter : nullptr;
    }
    std::vector<Action> actions_;
    Glass glass;
    FakeViews views;
};

TEST_F(Charts, ACellARowAndAColumnOfTheMatrixNarrowTheFilter) {
    const auto* cell = filter_after_click("Giri · Bidang 1: 3");
    ASSERT_TRUE(cell);
    EXPECT_EQ(cell->district.value, 2);
    EXPECT_EQ(cell->fields, std::bitset<10>().set(1));
    EXPECT_EQ(glass.state.dialog, Dialog::charts) << "one sees what comes of it";
    const auto* row = filter_after_click("Asri");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->district.value, 1);
    EXPECT_TRUE(row->fields.all());
    const auto* column = filter_after_click("Bidang 4");
    ASSERT_TRUE(column);
    EXPECT_EQ(column->fields, std::bitset<10>().set(4));
    EXPECT_FALSE(column->district);
}

TEST(Contrast, FiguresAreReadOnEveryShadeOfEveryTheme) {
    for (const UiTheme theme : {UiTheme::light, UiTheme::dark, UiTheme::high_contrast})
        for (const ImU32 field : tokens_of(theme).fields)
            for (float share = 0.1F; share < 1; share += 0.05F) {
                const ImU32 ground = mixed(field, tokens_of(theme).panel, share);
                EXPECT_GE(contrast(readable_on(ground), ground), 4.5F) << share;
            }
    EXPECT_NEAR(contrast(IM_COL32_BLACK, IM_COL32_WHITE), 21, 0.01);
}

/// Vertices of a colour in the frame that was drawn last.
int drawn_in(ImU32 colour) {
    const ImDrawData* data = ImGui::GetDrawData();
    int count = 0;
    for (int i = 0; i < data->CmdListsCount; ++i)
        for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer)
            count += vertex.col == colour;
    return count;
}

TEST_F(Charts, FiguresOfTheMatrixAreBlackOrWhiteByTheirGround) {
    views.theme = UiTheme::dark;
    glass.state.charts.view = {};
    glass.draw(views);
    glass.draw(views);
    const Tokens& tokens = tokens_of(UiTheme::dark);
    EXPECT_GT(drawn_in(mixed(tokens.fields[1], tokens.panel, 0.8F)), 0) << "the fullest cell";
    EXPECT_GT(drawn_in(IM_COL32_BLACK), 0) << "on pale blue";
}

TEST_F(Charts, TheMatrixSaysWhyItsRowsAddUpToMore) {
    glass.draw(views);
    EXPECT_TRUE(std::any_of(glass.witness().items.begin(), glass.witness().items.end(),
                            [&](const auto& item) {
                                return text(glass, "ui.charts.why_more").rfind(item.text, 0) == 0 &&
                                       item.text.size() > 20;
                            }));
}

TEST_F(Charts, ARowOfTheTimelineShowsItsAgreementAlone) {
    glass.click(views, text(glass, "ui.charts.timeline"));
    glass.draw(views);
    EXPECT_TRUE(glass.shows("42 hari lagi"));
    const auto* row = filter_after_click("Air bersih");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->agreement.value, 7);
    const auto* selected = asked<Select>(actions_);
    ASSERT_TRUE(selected);
    EXPECT_EQ(selected->subject.id, 7);
    const auto* soon = filter_after_click("Dalam 90 hari: 1");
    ASSERT_TRUE(soon);
    EXPECT_EQ(soon->ends_within_days, 90);
}

TEST_F(Charts, WhatEndsSoonIsAmberForRedIsOfDisputesAlone) {
    glass.click(views, text(glass, "ui.charts.timeline"));
    const Tokens& tokens = tokens_of(UiTheme::light);
    const auto with_days = [&](int days) {
        views.charts.bars[0].days_left = days;
        glass.state.charts.view = {};
        glass.draw(views);
        glass.draw(views);
        return std::pair(drawn_in(tokens.red), drawn_in(tokens.amb));
    };
    const auto later = with_days(400);
    const auto soon = with_days(7);
    EXPECT_EQ(soon.first, later.first);
    EXPECT_GT(soon.second, later.second);
}

TEST_F(Charts, ATimelineOfThousandsDrawsWhatIsInSight) {
    for (int i = 0; i < 2000; ++i)
        views.charts.bars.push_back(
            {100 + i, "Urusan " + std::to_string(i), "", 2024, 2026, false, 400, "400 hari lagi"});
    glass.click(views, text(glass, "ui.charts.timeline"));
    glass.state.charts.view = {};
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Urusan 1"));
    EXPECT_FALSE(glass.shows("Urusan 1500"));
}

TEST_F(Charts, FieldsOfTheMatrixAreNamedUnderTheirIcons) {
    for (const char* name : {"ui.field.ekonomi", "ui.field.kesehatan", "ui.field.tramtib"}) {
        bool seen = false;
        for (const Witness::Item& item : glass.witness().items)
            seen = seen || (item.text == text(glass, name) && item.rect.min.x > 340);
        EXPECT_TRUE(seen) << name;
    }
}

TEST_F(Charts, PartnersAreAMatrixOfSetsExactOrAtLeast) {
    glass.click(views, text(glass, "ui.charts.partners"));
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Giriagung"));
    const auto* exact = filter_after_click("Mekarsari, Sukamaju");
    ASSERT_TRUE(exact);
    EXPECT_THAT(exact->partners,
                ::testing::ElementsAre(Id<model::Village>{2}, Id<model::Village>{3}));
    EXPECT_TRUE(exact->partners_alone);
    glass.click(views, text(glass, "ui.charts.at_least"));
    glass.draw(views);
    EXPECT_TRUE(glass.state.charts.at_least);
    const auto* loose = filter_after_click("Mekarsari, Sukamaju");
    ASSERT_TRUE(loose);
    EXPECT_FALSE(loose->partners_alone);
    const auto* village = filter_after_click("Giriagung");
    ASSERT_TRUE(village);
    EXPECT_THAT(village->partners, ::testing::ElementsAre(Id<model::Village>{5}));
}

TEST_F(Charts, FollowTheFilterAndLetItGoAgain) {
    views.filter.active = true;
    views.filter.filter.agreement = {7};
    views.filter.chips = {{"Air bersih saja", {}}};
    views.charts.rows[1].district = "Giri Wetan";
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Giri Wetan")) << "made anew";
    const auto* without = filter_after_click("Air bersih saja");
    ASSERT_TRUE(without);
    EXPECT_TRUE(without->passes_everything());
}

TEST(Palette, OpensEachChartByName) {
    for (const auto& [opens, shown] :
         {std::pair{PaletteOpens::matrix, 0}, std::pair{PaletteOpens::timeline, 1},
          std::pair{PaletteOpens::partners, 2}}) {
        Glass glass;
        FakeViews views = typical_views();
        views.charts = charts();
        views.entries = {{"Grafik", "perintah", {}, opens}};
        ui::open_dialog(glass.state, Dialog::palette);
        glass.draw(views);
        glass.click(views, "Grafik");
        EXPECT_EQ(glass.state.dialog, Dialog::charts);
        EXPECT_EQ(glass.state.charts.shown, shown);
    }
}

TEST(Years, MoveByKeyAndByButton) {
    Glass glass;
    FakeViews views = typical_views();
    views.filter.counts.first_year = 2022;
    views.filter.counts.last_year = 2028;
    glass.draw(views);
    const auto later = glass.click(views, text(glass, "ui.filter.year_after"));
    ASSERT_TRUE(asked<StepYears>(later));
    EXPECT_EQ(asked<StepYears>(later)->step, 1);
    const auto keys = glass.type(views, ",");
    ASSERT_TRUE(asked<StepYears>(keys));
    EXPECT_EQ(asked<StepYears>(keys)->step, -1);
}

TEST(ByDistrict, IsChosenAboveTheFilters) {
    Glass glass;
    FakeViews views = typical_views();
    glass.draw(views);
    const auto actions = glass.click(views, text(glass, "ui.layers.by_district"));
    ASSERT_TRUE(asked<ShowByDistrict>(actions));
    EXPECT_TRUE(asked<ShowByDistrict>(actions)->on);
}

TEST(ByDistrict, TheCardWritesTheAccountabilityOfEachBody) {
    Glass glass;
    FakeViews views = typical_views();
    views.card = {};
    views.card.subject = {SubjectKind::district, 3};
    views.card.title = "Kecamatan Asri";
    views.card.bodies = {{{4}, "BKAD Asri"}};
    glass.draw(views);
    glass.click(views, glass.language().text(Message{"ui.paper.accountability", {"BKAD Asri"}}));
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::write_paper);
    EXPECT_EQ(glass.state.files.paper.body.value, 4);
}

TEST(Documents, ARowOfTheListOpensItsForm) {
    Glass glass;
    FakeViews views = typical_views();
    views.list = {};
    views.list.kind = ListKind::documents;
    views.list.columns = {{"Nomor", 1, 90, false}, {"Judul", 1, 90, false}};
    ListRow row;
    row.cells.resize(2);
    row.cells[0].text = "01/PB/2022";
    row.cells[1].text = "Pembentukan BKAD";
    row.record = RecordKey{Register::document, 6};
    views.list.rows = {row};
    views.record = RecordForm{};
    glass.draw(views);
    glass.click(views, "01/PB/2022");
    glass.draw(views);
    ASSERT_TRUE(views.asked_record);
    EXPECT_EQ(*views.asked_record, (RecordKey{Register::document, 6}));
    EXPECT_EQ(glass.state.dialog, Dialog::record);
}

} // namespace
} // namespace antardesa::ui
