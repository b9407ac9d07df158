#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

FakeViews with_finding() {
    FakeViews views = typical_views();
    views.job = Job::boundaries;
    views.card = {};
    views.card.subject = {SubjectKind::finding, 7};
    views.card.title = "Batutengah – Bumikencana";
    views.card.remarks = {"Diakui dua desa."};
    views.card.finding = FindingDeeds{};
    views.card.finding->can_allow = true;
    views.card.finding->reasons = {{model::ExceptionReason::lake, "danau"},
                                   {model::ExceptionReason::mutual_claim, "area saling klaim"}};
    return views;
}

FakeViews with_list() {
    FakeViews views = with_finding();
    views.list = {};
    views.list.kind = ListKind::findings;
    views.list.choices = {{FindingChoice::open, "Terbuka 3"},
                          {FindingChoice::allowed, "Dibiarkan 1"}};
    views.list.empty_text = "Tidak ada temuan batas.";
    return views;
}

TEST(FindingCard, SaysWhatItMeansAndAllowsWithAReason) {
    Glass glass;
    const FakeViews views = with_finding();
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Diakui dua desa."));
    glass.click(views, glass.language().text("ui.finding.allow"));
    glass.draw(views);
    glass.state.allow.reason = 1;
    glass.state.allow.remark = "menunggu rapat";
    const auto actions = glass.click(views, glass.language().text("ui.finding.allow_now"));
    const auto* allowed = asked<AllowFinding>(actions);
    ASSERT_TRUE(allowed);
    EXPECT_EQ(allowed->request.stay.finding.value, 7);
    EXPECT_EQ(allowed->request.stay.reason, model::ExceptionReason::mutual_claim);
    EXPECT_EQ(allowed->request.stay.remark, "menunggu rapat");
    EXPECT_FALSE(allowed->request.stay.document);
}

TEST(FindingCard, IsAllowedWithADocumentADateAndStaysOpenWithTheRefusal) {
    Glass glass;
    FakeViews views = with_finding();
    views.card.finding->documents = {{{6}, "BA 3/2026"}};
    views.card.finding->today = parse_date("2026-11-26");
    glass.click(views, glass.language().text("ui.finding.allow"));
    glass.draw(views);
    EXPECT_EQ(glass.state.allow.date, "26-11-2026");
    glass.state.allow.date = "31-02-2026";
    const std::string allow = glass.language().text("ui.finding.allow_now");
    EXPECT_FALSE(asked<AllowFinding>(glass.click(views, allow)));
    glass.state.allow.date = "01-10-2026";
    glass.state.allow.document.chosen = 1;
    auto actions = glass.click(views, allow);
    ASSERT_TRUE(asked<AllowFinding>(actions));
    EXPECT_EQ(asked<AllowFinding>(actions)->request.stay.document.value, 6);
    EXPECT_EQ(asked<AllowFinding>(actions)->request.stay.date, parse_date("2026-10-01"));
    views.form_answer = {asked<AllowFinding>(actions)->form, "Perlu berita acara."};
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Perlu berita acara."));
    glass.state.allow.document.chosen = 2;
    glass.state.allow.document.number = "BA 9/2026";
    EXPECT_FALSE(asked<AllowFinding>(glass.click(views, allow))) << "a lake needs a dated paper";
    glass.state.allow.document.chosen = 0;
    EXPECT_FALSE(asked<AllowFinding>(glass.click(views, allow)));
    glass.state.allow.document.chosen = 2;
    glass.state.allow.document.date = "03-10-2026";
    actions = glass.click(views, allow);
    ASSERT_TRUE(asked<AllowFinding>(actions));
    ASSERT_TRUE(asked<AllowFinding>(actions)->request.entered);
    EXPECT_EQ(asked<AllowFinding>(actions)->request.entered->number, "BA 9/2026");
    views.form_answer = {asked<AllowFinding>(actions)->form, ""};
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(FindingCard, OfABrokenRingOrACopyIsMendedInItsOwnWay) {
    Glass glass;
    FakeViews views = with_finding();
    views.card.finding = FindingDeeds{};
    views.card.finding->can_repair = true;
    const auto actions = glass.click(views, glass.language().text("ui.finding.repair"));
    ASSERT_TRUE(asked<PreviewRepair>(actions));
    EXPECT_EQ(asked<PreviewRepair>(actions)->finding.value, 7);
    views.repair.stage = RepairView::Stage::ready;
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(glass.language().text("ui.repair.outline")));
    EXPECT_FALSE(glass.shows(glass.language().text("ui.repair.midline")));
}

TEST(FindingCard, OfAnExceptionOffersToWithdrawIt) {
    Glass glass;
    FakeViews views = with_finding();
    views.card.subject = {SubjectKind::exception, 4};
    views.card.finding->allowed = true;
    const auto actions = glass.click(views, glass.language().text("ui.finding.withdraw"));
    ASSERT_TRUE(asked<WithdrawExceptionOf>(actions));
    EXPECT_EQ(asked<WithdrawExceptionOf>(actions)->exception.value, 4);
    views.can_edit = false;
    EXPECT_FALSE(asked<WithdrawExceptionOf>(
        glass.click(views, glass.language().text("ui.finding.withdraw"))));
}

TEST(FindingList, ChecksAndChooses) {
    Glass glass;
    const FakeViews views = with_list();
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Tidak ada temuan batas."));
    EXPECT_TRUE(
        asked<CheckBoundaries>(glass.click(views, glass.language().text("ui.finding.check"))));
    FakeViews unchecked = with_list();
    unchecked.list.unchecked = true;
    unchecked.list.empty_text = "Belum diperiksa.";
    glass.draw(unchecked);
    EXPECT_TRUE(glass.shows("Belum diperiksa."));
    const auto chosen = glass.click(views, "Dibiarkan 1");
    ASSERT_TRUE(asked<ChooseFindings>(chosen));
    EXPECT_EQ(asked<ChooseFindings>(chosen)->choice, FindingChoice::allowed);
}

TEST(FindingList, MendsInABatchAndExportsWhatItShows) {
    Glass glass;
    FakeViews views = with_list();
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.finding.export"))) << "nothing to export";
    views.list.columns = {{"Temuan", 1, 60, false}};
    views.list.rows = {{{SubjectKind::finding, 3}, {{"celah", {}, 0, {}}}, false}};
    glass.click(views, glass.language().text("ui.finding.export"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::export_findings);
    glass.state.files.typed = "temuan-kecil";
    glass.draw(views);
    const auto written = glass.click(views, glass.language().text("ui.files.do.findings"));
    ASSERT_TRUE(asked<ExportFindings>(written));
    EXPECT_EQ(asked<ExportFindings>(written)->path.filename(), "temuan-kecil.gpkg");
    EXPECT_TRUE(asked<PreviewRepair>(
        glass.click(views, glass.language().text("ui.finding.repair_technical"))));
    views.can_edit = false;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.finding.repair_technical")));
}

TEST(FindingLimits, AreTypedAndFollowTheFilter) {
    Glass glass(i18n::Language::indonesian, {1366, 1200});
    FakeViews views = with_list();
    views.filter.filter.strips.most_m2 = 0.5;
    glass.draw(views);
    glass.draw(views);
    EXPECT_EQ(glass.state.limits.texts[1], "0,5");
    const Witness::Item* label = glass.find(glass.language().text("ui.limits.larger"));
    ASSERT_TRUE(label);
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = {label->rect.max.x + 80, label->rect.centre().y};
    for (const bool down : {false, true, false}) {
        io.MouseDown[0] = down;
        glass.draw(views);
    }
    glass.type(views, "0,25");
    const auto actions = glass.press(views, 400 + ImGuiKey_Enter);
    const auto* filtered = asked<SetFilter>(actions);
    ASSERT_TRUE(filtered);
    EXPECT_EQ(filtered->filter.strips.least_m2, 0.25);
    EXPECT_EQ(filtered->filter.strips.most_m2, 0.5) << "the others stay";
    views.filter.filter.strips = {};
    glass.draw(views);
    EXPECT_EQ(glass.state.limits.texts[1], "") << "cleared with the filter";
}

TEST(FindingCard, OfAMovedLinePutsItBack) {
    Glass glass;
    FakeViews views = with_finding();
    views.card.finding->confirms = true;
    glass.draw(views);
    EXPECT_TRUE(glass.shows(glass.language().text("ui.finding.confirm"))) << "or it is right";
    const auto actions = glass.click(views, glass.language().text("ui.finding.put_back"));
    ASSERT_TRUE(asked<PutLineBack>(actions));
    EXPECT_EQ(asked<PutLineBack>(actions)->finding.value, 7);
    views.repair.stage = RepairView::Stage::ready;
    views.repair.can_apply = true;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text("ui.repair.midline"))) << "nothing to choose";
    EXPECT_TRUE(asked<ApplyRepair>(glass.click(views, glass.language().text("ui.repair.apply"))));
}

TEST(FindingKeys, WalkAndLookAround) {
    Glass glass;
    const FakeViews views = with_finding();
    const auto next = glass.press(views, 'N');
    ASSERT_TRUE(asked<SelectNextFinding>(next));
    EXPECT_EQ(asked<SelectNextFinding>(next)->step, 1);
    EXPECT_TRUE(asked<ZoomAround>(glass.press(views, 'L')));
}

TEST(FindingList, KeepsEveryDeedWhereItsWordsHaveNoRoom) {
    Glass glass(i18n::Language::indonesian, {1366, 768}, 125);
    FakeViews views = with_list();
    views.list.rows.resize(1);
    glass.draw(views);
    glass.draw(views);
    for (const char* deed :
         {"ui.finding.check", "ui.finding.repair_technical", "ui.finding.export"})
        EXPECT_TRUE(glass.shows(glass.language().text(deed))) << deed;
    glass.click(views, glass.language().text("ui.finding.export"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
}

} // namespace
} // namespace antardesa::ui
