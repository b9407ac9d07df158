#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

FakeViews with_card(SubjectKind kind) {
    FakeViews views = typical_views();
    views.job = Job::boundaries;
    views.card = {};
    views.card.subject = {kind, 12};
    views.card.title = "Batutengah – Bumikencana";
    if (kind == SubjectKind::segment)
        views.card.segment = SegmentDeeds{};
    return views;
}

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

TEST(Papers, OfASegmentAreAskedForInItsCard) {
    Glass glass;
    const FakeViews views = with_card(SubjectKind::segment);
    glass.draw(views);
    glass.click(views, text(glass, "ui.paper.minutes"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.typed, "berita-acara-segmen-12.docx");
    glass.draw(views);
    const auto written = glass.click(views, text(glass, "ui.files.do.paper"));
    ASSERT_TRUE(asked<WritePaper>(written));
    EXPECT_EQ(asked<WritePaper>(written)->request.kind, PaperKind::minutes);
    EXPECT_EQ(asked<WritePaper>(written)->request.segment.value, 12);
    EXPECT_EQ(asked<WritePaper>(written)->request.dispute.value, 0);
    EXPECT_EQ(asked<WritePaper>(written)->path.extension(), ".docx");
}

TEST(Papers, OfACaseAreAskedForInItsCard) {
    Glass glass;
    const FakeViews views = with_card(SubjectKind::dispute);
    glass.draw(views);
    glass.click(views, text(glass, "ui.paper.coordinates"));
    EXPECT_EQ(glass.state.files.typed, "koordinat-sengketa-12.docx");
    glass.draw(views);
    const auto written = glass.click(views, text(glass, "ui.files.do.paper"));
    ASSERT_TRUE(asked<WritePaper>(written));
    EXPECT_EQ(asked<WritePaper>(written)->request.kind, PaperKind::coordinates);
    EXPECT_EQ(asked<WritePaper>(written)->request.dispute.value, 12);
    EXPECT_EQ(asked<WritePaper>(written)->request.segment.value, 0);

    Glass second;
    second.draw(views);
    second.click(views, text(second, "ui.paper.sheet"));
    EXPECT_EQ(second.state.files.typed, "peta-sengketa-12.pdf");
    second.draw(views);
    const auto sheet = second.click(views, text(second, "ui.files.do.export"));
    ASSERT_TRUE(asked<WriteSheetOf>(sheet));
    EXPECT_EQ(asked<WriteSheetOf>(sheet)->subject, views.card.subject);
}

TEST(Papers, AVillageHasItsMapSheetInItsCard) {
    Glass glass;
    const FakeViews views = with_card(SubjectKind::village);
    glass.draw(views);
    glass.click(views, text(glass, "ui.paper.village_sheet"));
    EXPECT_EQ(glass.state.files.typed, "peta-batas-desa-12.pdf");
    glass.draw(views);
    const auto written = glass.click(views, text(glass, "ui.files.do.export"));
    ASSERT_TRUE(asked<WriteSheetOf>(written));
    EXPECT_EQ(asked<WriteSheetOf>(written)->subject, views.card.subject);
}

TEST(Papers, AMeetingOfACaseIsRecordedFromItsCard) {
    Glass glass;
    FakeViews views = with_card(SubjectKind::dispute);
    views.record = RecordForm{};
    glass.draw(views);
    glass.click(views, text(glass, "ui.card.add_meeting"));
    ASSERT_TRUE(views.asked_record);
    EXPECT_EQ(*views.asked_record, (RecordKey{Register::meeting, 0, 12, Register::dispute}));
    EXPECT_EQ(glass.state.dialog, Dialog::record);
}

TEST(CodeCheck, AsksAboutTheTypedCodeAndStaysOpen) {
    Glass glass;
    const FakeViews views = typical_views();
    open_dialog(glass.state, Dialog::check_code);
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.code.question")));
    EXPECT_FALSE(asked<VerifyCode>(glass.click(views, text(glass, "ui.code.check"))))
        << "there is nothing to check";
    glass.state.code_typed = "7K3M";
    const auto actions = glass.click(views, text(glass, "ui.code.check"));
    ASSERT_TRUE(asked<VerifyCode>(actions));
    EXPECT_EQ(asked<VerifyCode>(actions)->typed, "7K3M");
    EXPECT_EQ(glass.state.dialog, Dialog::check_code);
    glass.click(views, text(glass, "ui.code.close"));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

} // namespace
} // namespace antardesa::ui
