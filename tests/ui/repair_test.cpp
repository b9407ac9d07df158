#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

FakeViews ready_views() {
    FakeViews views = typical_views();
    views.repair.stage = RepairView::Stage::ready;
    views.repair.summary = "3 temuan akan diperbaiki.";
    views.repair.rows = {{"Batutengah", "−12,50 m²", false, Place{109.2, -7.4}},
                         {"Sukamaju", "+12,50 m²", true, Place{109.3, -7.4}}};
    views.repair.sum = "0,000000 m²";
    views.repair.can_apply = true;
    return views;
}

TEST(Repair, AsksForThePreviewWhenItIsOpened) {
    Glass glass;
    start_repair(glass.state);
    const auto actions = glass.draw(ready_views());
    ASSERT_TRUE(asked<PreviewRepair>(actions));
    EXPECT_FALSE(asked<PreviewRepair>(glass.draw(ready_views()))) << "once";
}

TEST(Repair, ShowsWhoGainsAndLosesAndTheSum) {
    Glass glass;
    start_repair(glass.state);
    glass.draw(ready_views());
    glass.draw(ready_views());
    for (const char* text : {"3 temuan akan diperbaiki.", "Batutengah", "−12,50 m²", "Sukamaju",
                             "+12,50 m²", "0,000000 m²"})
        EXPECT_TRUE(glass.shows(text)) << text;
}

TEST(Repair, AnotherRuleIsPreviewedAnew) {
    Glass glass;
    const auto& words = glass.language();
    start_repair(glass.state);
    glass.draw(ready_views());
    glass.click(ready_views(), words.text("ui.repair.midline"));
    EXPECT_EQ(glass.state.repair.way, 1);
}

TEST(Repair, IsAppliedOnlyFromAReadyPreview) {
    Glass glass;
    const auto& words = glass.language();
    start_repair(glass.state);
    glass.draw(ready_views());
    FakeViews working = ready_views();
    working.repair.stage = RepairView::Stage::working;
    EXPECT_FALSE(asked<ApplyRepair>(glass.click(working, words.text("ui.repair.apply"))));
    EXPECT_TRUE(asked<ApplyRepair>(glass.click(ready_views(), words.text("ui.repair.apply"))));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(Repair, IsDroppedByCancelling) {
    Glass glass;
    start_repair(glass.state);
    glass.draw(ready_views());
    EXPECT_TRUE(asked<DropRepair>(glass.click(ready_views(), glass.language().text("ui.cancel"))));
}

TEST(Repair, OfOneFindingOffersTheSides) {
    Glass glass;
    start_repair(glass.state, {5});
    glass.draw(ready_views());
    glass.draw(ready_views());
    EXPECT_TRUE(glass.shows(glass.language().text("ui.repair.to_first")));
    EXPECT_FALSE(glass.shows(glass.language().text("ui.repair.limit")));
}

} // namespace
} // namespace antardesa::ui
