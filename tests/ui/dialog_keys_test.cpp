#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

constexpr int tab = 400 + ImGuiKey_Tab;
constexpr int enter = 400 + ImGuiKey_Enter;
constexpr int space = 400 + ImGuiKey_Space;
constexpr int down_arrow = 400 + ImGuiKey_DownArrow;

FakeViews with_agreement_form(Glass& glass) {
    FakeViews views = typical_views();
    glass.press(views, 'K');
    views.list.kind = ListKind::villages;
    views.list.rows = {};
    glass.draw(views);
    glass.draw(views);
    return views;
}

TEST(DialogKeys, MakeAnAgreementWithoutTheMouse) {
    Glass glass;
    const FakeViews views = with_agreement_form(glass);
    ASSERT_EQ(glass.state.dialog, Dialog::new_agreement);
    glass.type(views, "Air bersih");
    glass.press(views, tab);
    glass.press(views, space);
    glass.press(views, down_arrow);
    glass.press(views, enter);
    EXPECT_EQ(glass.state.agreement.title, "Air bersih");
    EXPECT_EQ(glass.state.agreement.field, 1) << "from the list that Space opened";
    glass.press(views, tab); // the cross of the village that is there already
    glass.press(views, tab);
    glass.type(views, "batu");
    glass.press(views, enter);
    EXPECT_EQ(glass.state.agreement.villages.size(), 2U) << "Enter takes what was found";
    ASSERT_EQ(glass.state.dialog, Dialog::new_agreement);
    glass.press(views, tab);
    const auto made = glass.press(views, enter);
    ASSERT_TRUE(asked<CreateAgreement>(made));
    EXPECT_EQ(asked<CreateAgreement>(made)->villages, (std::vector<Id<model::Village>>{{7}, {8}}));
}

TEST(DialogKeys, EnterOnTheWayOutConfirmsNothing) {
    Glass glass;
    const FakeViews views = with_agreement_form(glass);
    glass.type(views, "Air bersih");
    for (int step = 0; step < 5; ++step)
        glass.press(views, tab);
    const auto asked_for = glass.press(views, enter);
    EXPECT_FALSE(asked<CreateAgreement>(asked_for));
    EXPECT_EQ(glass.state.dialog, Dialog::none) << "the fifth stop is Cancel";
}

TEST(DialogKeys, ALetterGoesToTheWordThatBeginsWithIt) {
    Glass glass;
    const FakeViews views = with_agreement_form(glass);
    glass.press(views, tab);
    glass.press(views, space);
    const std::string last = glass.language().text(
        "ui.field." + std::string(model::Codes<model::Field>::list.back().code));
    glass.type(views, last.substr(0, 1));
    glass.press(views, enter);
    const auto& chosen =
        model::Codes<model::Field>::list[static_cast<std::size_t>(glass.state.agreement.field)];
    EXPECT_EQ(glass.language().text("ui.field." + std::string(chosen.code)).substr(0, 1),
              last.substr(0, 1));
    EXPECT_GT(glass.state.agreement.field, 0);
}

TEST(DialogKeys, TheFirstFieldHasThemAsSoonAsTheDialogIsOpen) {
    Glass glass;
    const FakeViews views = typical_views();
    glass.state.dialog = Dialog::edit_village;
    glass.draw(views);
    glass.type(views, "Lor");
    EXPECT_EQ(glass.state.village.name, "Lor");
}

TEST(DialogKeys, EnterInTheTitleLeadsToTheVillagesThatAreMissing) {
    Glass glass;
    const FakeViews views = with_agreement_form(glass);
    glass.state.agreement.villages.clear();
    glass.state.agreement.title = "Pasar";
    glass.draw(views);
    glass.press(views, enter);
    glass.draw(views);
    glass.type(views, "Batu");
    EXPECT_EQ(glass.state.dialog, Dialog::new_agreement);
    EXPECT_EQ(glass.state.agreement.search.words, "Batu");
}

TEST(VillageSearch, TellsVillagesOfOneNameApartByTheirKecamatan) {
    Glass glass;
    FakeViews views = with_agreement_form(glass);
    views.entries = {
        {"Sidomulyo", "99.01.01.2001 · Kec. Lor", Select{{SubjectKind::village, 8}}},
        {"Sidomulyo", "99.01.02.2001 · Kec. Kidul", Select{{SubjectKind::village, 9}}}};
    glass.state.agreement.search.words = "Sidomulyo";
    glass.state.agreement.search.focus = true;
    glass.draw(views);
    glass.press(views, enter);
    EXPECT_EQ(glass.state.agreement.villages.back().name, "Sidomulyo · Kec. Lor");
}

TEST(VillageSearch, SaysThatNobodyIsCalledSo) {
    Glass glass;
    FakeViews views = with_agreement_form(glass);
    views.entries.clear();
    glass.state.agreement.search.words = "tidak ada";
    glass.draw(views);
    EXPECT_TRUE(
        glass.shows(glass.language().text(Message{"ui.village.none_found", {"tidak ada"}})));
}

} // namespace
} // namespace antardesa::ui
