#include "fake_views.h"
#include "ui/layout.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
constexpr int escape = 400 + ImGuiKey_Escape, enter = 400 + ImGuiKey_Enter;

FakeViews read_only_views() {
    FakeViews views = typical_views();
    views.can_edit = false;
    views.keep.trouble = KeepTrouble::read_only;
    views.keep.banner = "Sedang dibuka di komputer lain.";
    views.keep.read_only_reason = "Sedang dibuka di kantor-2 sejak 13.40.";
    views.keep.project = "/data/kabupaten.gpkg";
    return views;
}

FakeViews changed_views() {
    FakeViews views = typical_views();
    views.keep.trouble = KeepTrouble::changed;
    views.keep.banner = "2 hal diubah di luar AntarDesa.";
    views.keep.project = views.keep.recoverable = "/data/kabupaten.gpkg";
    views.keep.checked = views.keep.can_accept = true;
    views.keep.summary = "2 hal tidak sama.";
    views.keep.findings = {{Severity::error, "Batutengah", "Batutengah tidak sama."},
                           {Severity::warning, "register", "Indeks tidak cocok."}};
    views.keep.backup = "Cadangan terakhir: 23-11-2026 14.02";
    views.keep.backup_place = "/data/kabupaten.gpkg.cadangan/7.gpkg";
    return views;
}

FakeViews damaged_views() {
    FakeViews views = empty_views();
    views.keep.trouble = KeepTrouble::damaged;
    views.keep.banner = "rusak.gpkg rusak.";
    views.keep.damaged = views.keep.recoverable = "/data/rusak.gpkg";
    return views;
}

/// By hand: a popup does not outlive the empty frame that ends `Glass::click`.
void open_menu(Glass& glass, const FakeViews& views) {
    glass.draw(views);
    ImGui::GetIO().MousePos = glass.find(glass.language().text("ui.tip.menu"))->rect.centre();
    glass.draw(views);
    for (const bool down : {true, false, false}) {
        ImGui::GetIO().MouseDown[0] = down;
        glass.draw(views);
    }
}

TEST(Banner, IsThereOnlyWhenSomethingIsToBeSaid) {
    Glass glass;
    glass.draw(typical_views());
    EXPECT_FALSE(glass.shows(glass.language().text("ui.banner.look")));
    const FakeViews views = read_only_views();
    glass.draw(views);
    ASSERT_TRUE(glass.shows(views.keep.banner));
    EXPECT_NEAR(glass.find(views.keep.banner)->rect.centre().y, 68, 4) << "under the top bar";
}

TEST(Banner, TakesItsHeightFromTheMap) {
    const Layout at = lay_out({}, {.width = 1366, .height = 768, .banner = true});
    EXPECT_EQ(at.banner.height(), 40);
    EXPECT_EQ(at.map.min.y, 88);
    EXPECT_EQ(at.map.height(), 480);
    UiState alone;
    alone.map_only = true;
    EXPECT_EQ(lay_out(alone, {.width = 1366, .height = 768, .banner = true}).map.min.y, 88);
}

TEST(Banner, OffersACopyOfWhatCannotBeEdited) {
    Glass glass;
    const FakeViews views = read_only_views();
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.banner.accept")));
    EXPECT_FALSE(glass.shows(glass.language().text("ui.banner.recover")));
    glass.click(views, glass.language().text("ui.banner.copy"));
    ASSERT_EQ(glass.state.dialog, Dialog::files);
    glass.state.files.folder = "/stik";
    const auto actions = glass.click(views, glass.language().text("ui.files.do.copy"));
    ASSERT_TRUE(asked<SaveCopy>(actions));
    EXPECT_EQ(asked<SaveCopy>(actions)->path, "/stik/kabupaten-salinan.gpkg");
}

TEST(Banner, AcceptsChangesOnlyAfterSayingWhatItMeans) {
    Glass glass;
    const FakeViews views = changed_views();
    const auto first = glass.click(views, glass.language().text("ui.banner.accept"));
    EXPECT_FALSE(asked<AcceptChanges>(first));
    ASSERT_EQ(glass.state.dialog, Dialog::acceptance);
    EXPECT_FALSE(asked<AcceptChanges>(glass.press(views, enter))) << "not by a habit";
    EXPECT_FALSE(asked<AcceptChanges>(glass.press(views, escape)));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    glass.click(views, glass.language().text("ui.banner.accept"));
    EXPECT_TRUE(
        asked<AcceptChanges>(glass.click(views, glass.language().text("ui.acceptance.do"))));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(Banner, DoesNotOfferToAcceptDamagedPages) {
    Glass glass;
    FakeViews views = changed_views();
    views.keep.trouble = KeepTrouble::unreadable;
    views.keep.can_accept = false;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.banner.accept")));
    EXPECT_TRUE(glass.shows(glass.language().text("ui.banner.recover")));
}

TEST(Banner, RecoversADamagedFileOrIsPutAside) {
    Glass glass;
    const FakeViews views = damaged_views();
    glass.click(views, glass.language().text("ui.banner.recover"));
    ASSERT_EQ(glass.state.dialog, Dialog::files);
    glass.state.files.folder = "/data";
    const auto actions = glass.click(views, glass.language().text("ui.files.do.recover"));
    const auto* recover = asked<RecoverProject>(actions);
    ASSERT_TRUE(recover);
    EXPECT_EQ(recover->damaged, "/data/rusak.gpkg");
    EXPECT_EQ(recover->path, "/data/rusak-pulih.gpkg");
    glass.click(views, glass.language().text("ui.tip.close"));
    glass.draw(views);
    EXPECT_FALSE(glass.shows(views.keep.banner));
}

TEST(FileDialog, NeverReplacesByACopy) {
    Glass glass;
    FakeViews views = read_only_views();
    views.existing = {"/data/kabupaten-salinan.gpkg"};
    glass.click(views, glass.language().text("ui.banner.copy"));
    glass.state.files.folder = "/data";
    const std::string save = glass.language().text("ui.files.do.copy");
    for (int i = 0; i < 2; ++i)
        EXPECT_FALSE(asked<SaveCopy>(glass.click(views, save)));
    EXPECT_TRUE(glass.shows(glass.language().text("ui.files.exists_kept")));
}

TEST(Keeping, ListsFindingsAndTheBackup) {
    Glass glass;
    const FakeViews views = changed_views();
    glass.click(views, glass.language().text("ui.banner.look"));
    ASSERT_EQ(glass.state.dialog, Dialog::keeping);
    glass.draw(views);
    glass.draw(views);
    for (const char* text :
         {"2 hal tidak sama.", "Batutengah tidak sama.", "Indeks tidak cocok.", "register",
          "Cadangan terakhir: 23-11-2026 14.02", "/data/kabupaten.gpkg.cadangan/7.gpkg"})
        EXPECT_TRUE(glass.shows(text)) << text;
}

TEST(Keeping, ChecksNowAndLeadsOn) {
    Glass glass;
    const FakeViews views = changed_views();
    const auto& words = glass.language();
    open_dialog(glass.state, Dialog::keeping);
    EXPECT_TRUE(asked<LookAfterProject>(glass.click(views, words.text("ui.keeping.check"))));
    EXPECT_EQ(glass.state.dialog, Dialog::keeping) << "its answer is shown here";
    glass.click(views, words.text("ui.keeping.recover"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.source, "/data/kabupaten.gpkg");
}

TEST(Keeping, GreysWhatTheStateDoesNotAllow) {
    Glass glass;
    const FakeViews views = read_only_views();
    open_dialog(glass.state, Dialog::keeping);
    glass.click(views, glass.language().text("ui.keeping.recover"));
    EXPECT_EQ(glass.state.dialog, Dialog::keeping);
    glass.click(views, glass.language().text("ui.banner.accept"));
    EXPECT_EQ(glass.state.dialog, Dialog::keeping);
}

TEST(Palette, LeadsToWhatMustBeAskedFirst) {
    const std::pair<PaletteOpens, Dialog> ways[] = {{PaletteOpens::keeping, Dialog::keeping},
                                                    {PaletteOpens::acceptance, Dialog::acceptance},
                                                    {PaletteOpens::copy, Dialog::files},
                                                    {PaletteOpens::recovery, Dialog::files}};
    for (const auto& [opens, dialog] : ways) {
        Glass glass;
        FakeViews views = changed_views();
        views.entries = {{"Perintah", "perintah", SaveCopy{}, opens}};
        glass.press(views, 'K', true);
        glass.draw(views);
        EXPECT_FALSE(asked<SaveCopy>(glass.press(views, enter)));
        EXPECT_EQ(glass.state.dialog, dialog);
    }
}

TEST(Menu, HoldsCopyAndSafetyOfAProjectOnly) {
    for (const bool project : {true, false}) {
        Glass glass;
        FakeViews views = project ? read_only_views() : empty_views();
        views.can_edit = false;
        open_menu(glass, views);
        EXPECT_EQ(glass.shows(glass.language().text("ui.menu.copy")), project);
        EXPECT_EQ(glass.shows(glass.language().text("ui.menu.keeping")), project);
        EXPECT_FALSE(glass.shows(glass.language().text("ui.menu.import"))) << "read-only";
    }
}

} // namespace
} // namespace antardesa::ui
