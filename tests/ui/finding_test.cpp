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
    const auto chosen = glass.click(views, "Dibiarkan 1");
    ASSERT_TRUE(asked<ChooseFindings>(chosen));
    EXPECT_EQ(asked<ChooseFindings>(chosen)->choice, FindingChoice::allowed);
}

TEST(FindingKeys, WalkAndLookAround) {
    Glass glass;
    const FakeViews views = with_finding();
    const auto next = glass.press(views, 'N');
    ASSERT_TRUE(asked<SelectNextFinding>(next));
    EXPECT_EQ(asked<SelectNextFinding>(next)->step, 1);
    EXPECT_TRUE(asked<ZoomAround>(glass.press(views, 'L')));
}

} // namespace
} // namespace antardesa::ui
