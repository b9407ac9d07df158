#include "fake_views.h"

#include <algorithm>

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

/// The first line of a sentence that may be wrapped.
bool shows_beginning(const Glass& glass, const std::string& sentence) {
    const auto& items = glass.witness().items;
    return std::any_of(items.begin(), items.end(), [&](const Witness::Item& item) {
        return item.text.size() > 12 && sentence.starts_with(item.text);
    });
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

TEST(Repair, OfABatchShowsEachFindingAndLeadsThere) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    FakeViews views = ready_views();
    views.repair.changes = {{"celah · Batutengah, Sukamaju", "12,50 m²", Place{109.2, -7.4}}};
    views.repair.stays = {{"tumpang tindih · Asri, Bumi", "Garis ini sudah Perbup.", {}},
                          {"celah · Asri, Bumi", "Lebih lebar.", Place{109.3, -7.4}}};
    start_repair(glass.state);
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Diperbaiki 1"));
    glass.click(views, "Diperbaiki 1");
    EXPECT_EQ(glass.state.repair.sight, 1);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("12,50 m²"));
    EXPECT_FALSE(glass.shows("0,000000 m²"));
    const auto there = glass.click(views, "celah · Batutengah, Sukamaju");
    ASSERT_TRUE(asked<ZoomToPlace>(there));
    EXPECT_EQ(asked<ZoomToPlace>(there)->place.longitude, 109.2);
    glass.click(views, "Tersisa 2");
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Garis ini sudah Perbup."));
}

TEST(Repair, WhereNobodyHasChosenTheTakenWayIsTheForms) {
    Glass glass;
    FakeViews views = ready_views();
    start_repair(glass.state, {5}, 2);
    ASSERT_TRUE(asked<PreviewRepair>(glass.draw(views))->undecided);
    views.repair.way = RepairWay::to_second;
    glass.draw(views);
    EXPECT_EQ(glass.state.repair.way, 1);
    EXPECT_FALSE(glass.state.repair.undecided);
    const auto chosen = glass.click(views, glass.language().text("ui.repair.longest_border"));
    ASSERT_TRUE(asked<PreviewRepair>(chosen));
    EXPECT_FALSE(asked<PreviewRepair>(chosen)->undecided);
}

TEST(Repair, OfOutlinesIsABatchWithoutALimit) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    start_repair(glass.state);
    glass.draw(ready_views());
    glass.draw(ready_views());
    EXPECT_TRUE(glass.shows(words.text("ui.repair.limit")));
    for (const auto& [key, way] : {std::pair{"ui.repair.rings", RepairWay::rings},
                                   std::pair{"ui.repair.copies", RepairWay::copies}}) {
        const auto chosen = glass.click(ready_views(), words.text(key));
        ASSERT_TRUE(asked<PreviewRepair>(chosen)) << key;
        EXPECT_EQ(asked<PreviewRepair>(chosen)->way, way);
        EXPECT_FALSE(asked<PreviewRepair>(chosen)->finding);
        EXPECT_FALSE(glass.shows(words.text("ui.repair.limit"))) << key;
    }
}

TEST(Repair, OfAgreedLinesAsksWhatBecomesOfThem) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    FakeViews views = ready_views();
    views.repair.moves_settled = true;
    start_repair(glass.state, {5});
    glass.draw(views);
    glass.draw(views);
    EXPECT_FALSE(asked<ApplyRepair>(glass.click(views, words.text("ui.repair.apply"))));
    EXPECT_TRUE(shows_beginning(glass, words.text("ui.repair.settled_needs")));
    EXPECT_TRUE(glass.shows(words.text("ui.repair.settled_choose")));
    glass.state.repair.settled = 2;
    const auto back = glass.click(views, words.text("ui.repair.apply"));
    ASSERT_TRUE(asked<ApplyRepair>(back));
    EXPECT_TRUE(asked<ApplyRepair>(back)->falls_back);
    glass.state.repair.settled = 1;
    EXPECT_FALSE(asked<ApplyRepair>(glass.click(views, words.text("ui.repair.apply"))))
        << "by which document?";
    views.repair.documents = {{{6}, "BA 3/2026"}};
    glass.draw(views);
    glass.state.repair.document.chosen = 1;
    const auto anew = glass.click(views, words.text("ui.repair.apply"));
    ASSERT_TRUE(asked<ApplyRepair>(anew));
    EXPECT_FALSE(asked<ApplyRepair>(anew)->falls_back);
    EXPECT_EQ(asked<ApplyRepair>(anew)->document.known.value, 6);
}

TEST(Repair, OfABatchTakesAgreedLinesWithItWhenAsked) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    FakeViews views = ready_views();
    views.repair.leaves_settled = true;
    start_repair(glass.state);
    ASSERT_FALSE(asked<PreviewRepair>(glass.draw(views))->with_settled);
    EXPECT_TRUE(asked<ApplyRepair>(glass.click(views, words.text("ui.repair.apply"))))
        << "they stay as they are";
    EXPECT_TRUE(glass.shows(words.text("ui.repair.settled_leave")));
    glass.state.repair.settled = 2;
    glass.state.repair.due = true; // as a choice in the list does
    const auto anew = glass.draw(views);
    EXPECT_TRUE(glass.shows(words.text("ui.line.settled_back")));
    ASSERT_TRUE(asked<PreviewRepair>(anew));
    EXPECT_TRUE(asked<PreviewRepair>(anew)->with_settled);
}

TEST(Repair, OfEqualOutlinesOffersWhomToKeep) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    FakeViews views = ready_views();
    views.repair.sides = {"Rawa Pening", "Hutan Wana"};
    views.repair.keepable = 2;
    start_repair(glass.state, {5}, 8);
    glass.draw(views);
    glass.draw(views);
    const auto kept =
        glass.click(views, words.text(Message{"ui.repair.keep_named", {"Hutan Wana"}}));
    ASSERT_TRUE(asked<PreviewRepair>(kept));
    EXPECT_EQ(asked<PreviewRepair>(kept)->way, RepairWay::to_second);
    EXPECT_FALSE(glass.shows(words.text("ui.repair.midline")));
    views.repair.keepable = 1;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(words.text(Message{"ui.repair.keep_named", {"Hutan Wana"}})));
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
}

TEST(Repair, SaysWhatIsWorkedOutBeforeThePreviewHasBegun) {
    Glass glass;
    FakeViews views = ready_views();
    views.repair = {};
    const auto begins = [&](std::string_view words) {
        const auto& items = glass.witness().items;
        return std::any_of(items.begin(), items.end(), [&](const Witness::Item& item) {
            return item.text.size() > 8 && words.starts_with(item.text);
        });
    };
    start_repair(glass.state);
    glass.draw(views);
    EXPECT_TRUE(begins(glass.language().text("workspace.repair.working_batch")));
    start_repair(glass.state, {5});
    glass.draw(views);
    EXPECT_TRUE(begins(glass.language().text("workspace.repair.working")));
}

TEST(Repair, IsDroppedByCancelling) {
    Glass glass;
    start_repair(glass.state);
    glass.draw(ready_views());
    EXPECT_TRUE(asked<DropRepair>(glass.click(ready_views(), glass.language().text("ui.cancel"))));
}

TEST(Repair, OfOneFindingOffersTheSidesByName) {
    Glass glass;
    FakeViews views = ready_views();
    views.repair.title = "Batutengah – Sukamaju";
    views.repair.sides = {"Batutengah", "Sukamaju"};
    start_repair(glass.state, {5});
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Batutengah – Sukamaju"));
    EXPECT_FALSE(glass.shows(glass.language().text("ui.repair.limit")));
    const std::string to_second =
        glass.language().text(Message{"ui.repair.to_named", {"Sukamaju"}});
    const auto actions = glass.click(views, to_second);
    ASSERT_TRUE(asked<PreviewRepair>(actions));
    EXPECT_EQ(asked<PreviewRepair>(actions)->way, RepairWay::to_second);
    EXPECT_EQ(asked<PreviewRepair>(actions)->finding.value, 5);
}

TEST(Repair, OfThreeSidesOffersEachAndNoLineBetweenTwo) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    FakeViews views = ready_views();
    views.repair.sides = {"Batutengah", "Sukamaju", "Wanasari", "Karanganyar"};
    start_repair(glass.state, {5}, 3);
    glass.draw(views);
    glass.draw(views);
    for (const std::string& side : views.repair.sides)
        EXPECT_TRUE(glass.shows(words.text(Message{"ui.repair.to_named", {side}}))) << side;
    EXPECT_FALSE(glass.shows(words.text("ui.repair.midline")));
    EXPECT_FALSE(glass.shows(words.text("ui.repair.along_line")));
    const auto chosen =
        glass.click(views, words.text(Message{"ui.repair.to_named", {"Karanganyar"}}));
    ASSERT_TRUE(asked<PreviewRepair>(chosen));
    EXPECT_EQ(asked<PreviewRepair>(chosen)->way, RepairWay::to_side);
    EXPECT_EQ(asked<PreviewRepair>(chosen)->side, 3U);
    EXPECT_FALSE(asked<PreviewRepair>(glass.draw(views))) << "once";
}

TEST(Repair, AlongAnAgreedLineWaitsUntilOneIsChosen) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    FakeViews views = ready_views();
    views.repair.claims = {{{4}, "Klaim Batutengah: peta 1987"}};
    start_repair(glass.state, {5});
    glass.draw(views);
    const auto chosen = glass.click(views, words.text("ui.repair.along_line"));
    ASSERT_TRUE(asked<PreviewRepair>(chosen)) << "what another rule drew goes from the map";
    EXPECT_FALSE(asked<PreviewRepair>(chosen)->claim) << "which line?";
    EXPECT_FALSE(asked<ApplyRepair>(glass.click(views, words.text("ui.repair.apply"))));
    glass.state.repair.claim = {4};
    glass.state.repair.due = true;
    const auto asked_for = glass.draw(views);
    ASSERT_TRUE(asked<PreviewRepair>(asked_for));
    EXPECT_EQ(asked<PreviewRepair>(asked_for)->way, RepairWay::along_line);
    EXPECT_EQ(asked<PreviewRepair>(asked_for)->claim.value, 4);
    EXPECT_TRUE(glass.shows("Klaim Batutengah: peta 1987"));
    views.repair.claims.clear();
    glass.state.repair.claim = {};
    glass.click(views, words.text("ui.repair.line_of_file"));
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::repair_line);
    glass.state.files.typed = "/data/sepakat.shp";
    glass.draw(views);
    const auto of_file = glass.click(views, words.text("ui.files.do.line"));
    EXPECT_EQ(glass.state.repair.line_file, "/data/sepakat.shp");
    EXPECT_TRUE(asked<PreviewRepair>(of_file) || asked<PreviewRepair>(glass.draw(views)));
}

TEST(Repair, NamesADocumentOfTheProjectOrANewOne) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    FakeViews views = ready_views();
    views.repair.documents = {{{6}, "BA 3/2026"}};
    start_repair(glass.state);
    glass.draw(views);
    glass.draw(views);
    glass.state.repair.document.chosen = 1;
    const auto known = glass.click(views, words.text("ui.repair.apply"));
    ASSERT_TRUE(asked<ApplyRepair>(known));
    EXPECT_EQ(asked<ApplyRepair>(known)->document.known.value, 6);
    glass.state.repair.document.chosen = 2;
    EXPECT_FALSE(asked<ApplyRepair>(glass.click(views, words.text("ui.repair.apply"))))
        << "a new one without number and title";
    EXPECT_TRUE(glass.shows(words.text("ui.segment.needs_number")));
    glass.state.repair.document.number = "BA 9/2026";
    const auto entered = glass.click(views, words.text("ui.repair.apply"));
    ASSERT_TRUE(asked<ApplyRepair>(entered));
    ASSERT_TRUE(asked<ApplyRepair>(entered)->document.entered);
    EXPECT_EQ(asked<ApplyRepair>(entered)->document.entered->number, "BA 9/2026");
}

TEST(Repair, StandsBesideTheMapAndLeavesIt) {
    Glass glass;
    FakeViews views = ready_views();
    start_repair(glass.state);
    glass.draw(views);
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::none) << "the map is seen while one decides";
    EXPECT_TRUE(asked<DropRepair>(glass.press(views, 400 + ImGuiKey_Escape)));
    views.repair = {};
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.repair.title"))) << "closed with the view";
}

TEST(Repair, NothingIsCut) {
    for (const int percent : {100, 150}) {
        Glass glass(i18n::Language::indonesian, {1366, 768}, percent);
        FakeViews views = ready_views();
        views.scale_percent = percent;
        start_repair(glass.state, {5});
        glass.draw(views);
        glass.draw(views);
        for (const char* text : {"−12,50 m²", "+12,50 m²", "0,000000 m²"}) {
            const Witness::Item* item = glass.find(text);
            ASSERT_TRUE(item) << text << " at " << percent;
            EXPECT_LE(item->rect.max.x, item->clip.max.x + 0.5F) << text;
            EXPECT_LE(item->rect.max.y, item->clip.max.y + 0.5F) << text;
        }
    }
}

TEST(Repair, OfAStripMayBeASnapWithATypedTolerance) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    const auto& words = glass.language();
    start_repair(glass.state, {5}, 2);
    glass.draw(ready_views());
    EXPECT_FALSE(glass.shows(words.text("ui.repair.other_limit"))) << "the midline has no limit";
    glass.click(ready_views(), words.text("ui.repair.snap"));
    EXPECT_EQ(glass.state.repair.way, snap_way);
    EXPECT_TRUE(glass.shows(words.text("ui.repair.midline"))) << "the others are still there";
    EXPECT_TRUE(glass.shows(words.text("ui.repair.other_limit")));
    glass.state.repair.width = "0,35";
    glass.state.repair.due = true;
    const auto actions = glass.draw(ready_views());
    const auto* wish = asked<PreviewRepair>(actions);
    ASSERT_TRUE(wish);
    EXPECT_EQ(wish->way, RepairWay::snap);
    EXPECT_DOUBLE_EQ(wish->width_m, 0.35);
}

TEST(Repair, OfANearMissIsASnapAlone) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    start_repair(glass.state, {5}, snap_way);
    glass.draw(ready_views());
    glass.draw(ready_views());
    EXPECT_TRUE(glass.shows(glass.language().text("ui.repair.snap")));
    EXPECT_FALSE(glass.shows(glass.language().text("ui.repair.midline")));
}

TEST(Repair, OfABatchHasAGreatestArea) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    start_repair(glass.state);
    glass.state.repair.area = "250,5";
    auto actions = glass.draw(ready_views());
    ASSERT_TRUE(asked<PreviewRepair>(actions));
    EXPECT_EQ(asked<PreviewRepair>(actions)->max_area_m2, 250.5);
    EXPECT_TRUE(glass.shows(glass.language().text("ui.repair.max_area")));
    glass.state.repair.area = "luas";
    EXPECT_FALSE(
        asked<ApplyRepair>(glass.click(ready_views(), glass.language().text("ui.repair.apply"))))
        << "what is no number is not passed over";
}

TEST(Repair, SaysWhyItWasNotCarriedOut) {
    Glass glass(i18n::Language::indonesian, {1366, 1000});
    start_repair(glass.state);
    FakeViews views = ready_views();
    views.repair.trouble = "Proyek berubah sementara itu.";
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Proyek berubah sementara itu."));
    EXPECT_TRUE(glass.shows("3 temuan akan diperbaiki.")) << "the preview stays";
}

} // namespace
} // namespace antardesa::ui
