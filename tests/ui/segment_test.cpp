#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
using model::SegmentState;

FakeViews with_segment() {
    FakeViews views = typical_views();
    views.job = Job::boundaries;
    views.card = {};
    views.card.subject = {SubjectKind::segment, 12};
    views.card.title = "Batutengah – Bumikencana";
    views.card.segment = {
        SegmentState::agreed, false, false, {}, {}, {}, {{{3}, "BA 3/2025"}, {{9}, "12/2025"}}};
    return views;
}

FakeViews with_point() {
    FakeViews views = with_segment();
    views.card.subject = {SubjectKind::turning_point, 5};
    views.card.title = "TK 001";
    views.card.segment.reset();
    model::TurningPoint point;
    point.id = {5};
    point.segment = {12};
    point.kind = "TK";
    point.number = "001";
    point.position = {109.1, -7.5};
    point.accuracy_m = 1.5;
    views.card.point = point;
    return views;
}

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

/// Opens the form of the segment in the card by its button.
Glass& open_form(Glass& glass, const FakeViews& views) {
    glass.click(views, text(glass, "ui.card.set_segment_state"));
    glass.draw(views);
    return glass;
}

TEST(SegmentForm, OfAKotaNamesThePerwali) {
    Glass glass;
    FakeViews views = with_segment();
    views.top_bar.is_city = true;
    views.card.segment->state = SegmentState::enacted;
    open_form(glass, views);
    EXPECT_TRUE(glass.shows("Ditetapkan Perwali"));
}

TEST(SegmentForm, APerbupNeedsItsDocumentBeforeItCanBeRecorded) {
    Glass glass;
    const FakeViews views = with_segment();
    open_form(glass, views);
    glass.state.segment.state = static_cast<int>(SegmentState::enacted);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.segment.needs_perbup")));
    EXPECT_FALSE(asked<RecordSegmentState>(glass.click(views, text(glass, "ui.segment.save"))));
    glass.state.segment.document.chosen = 2;
    const auto actions = glass.click(views, text(glass, "ui.segment.save"));
    const auto* recorded = asked<RecordSegmentState>(actions);
    ASSERT_TRUE(recorded);
    EXPECT_EQ(recorded->request.segment.value, 12);
    EXPECT_EQ(recorded->request.state, SegmentState::enacted);
    EXPECT_EQ(recorded->request.document.value, 9);
    EXPECT_GT(recorded->form, 0U);
}

TEST(SegmentForm, LeavingAPerbupNeedsAnotherDocument) {
    Glass glass;
    FakeViews views = with_segment();
    views.card.segment->state = SegmentState::enacted;
    views.card.segment->document = {9};
    open_form(glass, views);
    glass.state.segment.state = static_cast<int>(SegmentState::disputed);
    glass.state.segment.document.chosen = 2; // the same Perbup
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.segment.needs_reopening")));
    glass.state.segment.document.chosen = 1;
    glass.draw(views);
    EXPECT_FALSE(glass.shows(text(glass, "ui.segment.needs_reopening")));
}

TEST(SegmentForm, ANewDocumentIsEnteredWithItsKindNumberAndDate) {
    Glass glass;
    const FakeViews views = with_segment();
    open_form(glass, views);
    SegmentForm& form = glass.state.segment;
    form.state = static_cast<int>(SegmentState::enacted);
    form.document.kind = 0;
    form.document.chosen = 3;
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.segment.needs_number")));
    form.document.number = "14/2026";
    form.document.date = "31-02-2026";
    EXPECT_FALSE(asked<RecordSegmentState>(glass.click(views, text(glass, "ui.segment.save"))));
    form.document.date = "23-11-2026";
    form.pillars = true;
    const auto actions = glass.click(views, text(glass, "ui.segment.save"));
    const auto* recorded = asked<RecordSegmentState>(actions);
    ASSERT_TRUE(recorded);
    ASSERT_TRUE(recorded->request.entered);
    EXPECT_EQ(recorded->request.entered->kind, "perbup");
    EXPECT_EQ(recorded->request.entered->number, "14/2026");
    EXPECT_EQ(recorded->request.entered->date, parse_date("2026-11-23"));
    EXPECT_EQ(recorded->request.pillars, true);
    EXPECT_FALSE(recorded->request.document);
}

TEST(SegmentForm, StaysOpenWithTheRefusalAndClosesWhenItIsDone) {
    Glass glass;
    FakeViews views = with_segment();
    open_form(glass, views);
    glass.state.segment.pillars = true;
    const auto first = glass.click(views, text(glass, "ui.segment.save"));
    ASSERT_TRUE(asked<RecordSegmentState>(first));
    EXPECT_EQ(glass.state.dialog, Dialog::segment_state) << "until it is answered";
    EXPECT_FALSE(asked<RecordSegmentState>(glass.click(views, text(glass, "ui.segment.save"))))
        << "once";
    views.form_answer = {asked<RecordSegmentState>(first)->form, "Tidak boleh."};
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Tidak boleh."));
    EXPECT_EQ(glass.state.dialog, Dialog::segment_state);
    const auto second = glass.click(views, text(glass, "ui.segment.save"));
    ASSERT_TRUE(asked<RecordSegmentState>(second));
    views.form_answer = {asked<RecordSegmentState>(second)->form, ""};
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(SegmentForm, WithoutAChangeThereIsNothingToRecord) {
    Glass glass;
    const FakeViews views = with_segment();
    open_form(glass, views);
    EXPECT_FALSE(asked<RecordSegmentState>(glass.click(views, text(glass, "ui.segment.save"))));
}

TEST(SegmentCard, NumbersPointsByAPress) {
    Glass glass;
    const FakeViews views = with_segment();
    const auto actions = glass.click(views, text(glass, "ui.card.number_points"));
    ASSERT_TRUE(asked<NumberPoints>(actions));
    EXPECT_EQ(asked<NumberPoints>(actions)->segment.value, 12);
}

TEST(PointForm, TypedCoordinatesAndAccuracyAreSentAndARefusalStands) {
    Glass glass;
    FakeViews views = with_segment();
    glass.click(views, text(glass, "ui.card.add_point"));
    glass.draw(views);
    ImGui::SetWindowFocus(nullptr); // what stands in a field that has the keys is the field's own
    PointForm& form = glass.state.point;
    form.coordinates = "entah";
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.point.unreadable")));
    form.coordinates = "-7,5 109,1";
    form.accuracy = "satu";
    EXPECT_FALSE(asked<PutPoint>(glass.click(views, text(glass, "ui.point.save"))));
    form.accuracy = "0,25";
    const auto actions = glass.click(views, text(glass, "ui.point.save"));
    const auto* put = asked<PutPoint>(actions);
    ASSERT_TRUE(put);
    EXPECT_EQ(put->request.segment.value, 12);
    EXPECT_FALSE(put->request.point);
    EXPECT_EQ(put->coordinates, "-7,5 109,1");
    EXPECT_EQ(put->request.accuracy_m, 0.25);
    views.form_answer = {put->form, "0,37 m dari garis"};
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("0,37 m dari garis"));
    EXPECT_EQ(glass.state.dialog, Dialog::turning_point);
}

TEST(PointForm, PointedAtOnTheMapGoesWhereTheNextClickLies) {
    Glass glass;
    const FakeViews views = with_segment();
    glass.click(views, text(glass, "ui.card.add_point"));
    glass.draw(views);
    glass.state.point.kind = "PBU";
    glass.state.point.number = "880";
    glass.click(views, text(glass, "ui.point.pick"));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.map.pick_point")));
    const auto actions = glass.click_at(views, {700, 300});
    ASSERT_TRUE(asked<PutPointAt>(actions));
    EXPECT_EQ(asked<PutPointAt>(actions)->request.number, "880");
    EXPECT_FALSE(asked<ClickMap>(actions)) << "what lies there is not selected";
    EXPECT_TRUE(asked<ClickMap>(glass.click_at(views, {700, 300}))) << "one click only";
}

TEST(PointForm, ChangesThePointInTheCard) {
    Glass glass;
    const FakeViews views = with_point();
    glass.click(views, text(glass, "ui.card.change_point"));
    glass.draw(views);
    EXPECT_EQ(glass.state.point.accuracy, "1,50");
    glass.state.point.remark = "tepi jembatan";
    const auto actions = glass.click(views, text(glass, "ui.point.save"));
    const auto* put = asked<PutPoint>(actions);
    ASSERT_TRUE(put);
    EXPECT_EQ(put->request.point.value, 5);
    EXPECT_EQ(put->request.remark, "tepi jembatan");
    EXPECT_TRUE(put->coordinates.empty());
}

TEST(SegmentKeys, ReachStatePointsAndTheirDeletion) {
    Glass glass;
    glass.press(with_segment(), 'E');
    EXPECT_EQ(glass.state.dialog, Dialog::segment_state);
    Glass second;
    second.press(with_segment(), 'T');
    EXPECT_EQ(second.state.dialog, Dialog::turning_point);
    Glass third;
    const auto walked = third.type(with_segment(), "]");
    ASSERT_TRUE(asked<SelectNextPoint>(walked));
    EXPECT_EQ(asked<SelectNextPoint>(walked)->step, 1);
    const int erase = ImGui::GetKeyIndex(ImGuiKey_Delete);
    EXPECT_TRUE(asked<DeletePoint>(third.press(with_point(), erase)));
    FakeViews reading = with_point();
    reading.can_edit = false;
    EXPECT_FALSE(asked<DeletePoint>(third.press(reading, erase)));
    third.press(reading, 'T');
    EXPECT_EQ(third.state.dialog, Dialog::none);
}

TEST(BoundaryPanel, ShowsBarsWithTheirSentenceAndFiltersByGroup) {
    Glass glass;
    FakeViews views = with_segment();
    views.filter.boundaries = {{"Kabupaten Contoh",
                                "73 % dari 412 km definitif",
                                "402 segmen",
                                {{model::SegmentGroup::definitive, "Definitif 73 %", 0.73},
                                 {model::SegmentGroup::disputed, "Sengketa 27 %", 0.27}},
                                {"2 area saling klaim · 3,1 ha"}},
                               {"Kecamatan Girimakmur",
                                "5 % dari 30 km definitif",
                                "20 segmen",
                                {{model::SegmentGroup::untraced, "Belum dilacak 95 %", 0.95}},
                                {}}};
    views.filter.counts.by_segment_group = {1, 2, 3, 4, 5};
    glass.draw(views);
    for (const char* shown : {"Kabupaten Contoh", "73 % dari 412 km definitif", "402 segmen",
                              "Definitif 73 %", "Kecamatan Girimakmur", "5 % dari 30 km definitif"})
        EXPECT_TRUE(glass.shows(shown)) << shown;
    const std::string chip = text(glass, "code.segment_group.sengketa") + " 5";
    const auto actions = glass.click(views, chip);
    ASSERT_TRUE(asked<SetFilter>(actions));
    EXPECT_FALSE(asked<SetFilter>(actions)->filter.segment_groups.test(4));
    EXPECT_TRUE(asked<SetFilter>(actions)->filter.segment_groups.test(0));
    views.job = Job::cooperation;
    glass.draw(views);
    EXPECT_FALSE(glass.shows("73 % dari 412 km definitif"));
}

TEST(SegmentForms, FitThreeTimesAsLongWordsInEnglishToo) {
    for (const auto language : {i18n::Language::indonesian, i18n::Language::english}) {
        Glass glass(language);
        FakeViews views = with_segment();
        views.card.title = std::string(300, 'W');
        open_form(glass, views);
        glass.state.segment.document.chosen = 3;
        glass.draw(views);
        glass.draw(views);
        for (const Witness::Item& item : glass.witness().items)
            if (item.window.find("keadaan-segmen") != std::string::npos && !item.clickable) {
                EXPECT_LE(item.rect.max.x, item.clip.max.x + 1) << item.text;
            }
    }
}

FakeViews with_handle() {
    FakeViews views = typical_views();
    views.job = Job::boundaries;
    views.card = {};
    views.card.subject = {SubjectKind::turning_point, 3};
    views.card.title = "TK 001";
    views.card.point = model::TurningPoint{};
    views.map.point.at = views.view.centre;
    return views;
}

TEST(PointHandle, IsLedByTheMouseAndDroppedAsOneStep) {
    Glass glass;
    const FakeViews views = with_handle();
    glass.draw(views);
    glass.draw(views);
    const ImVec2 at{glass.state.map.width / 2.0F + 80 + 256, 48 + glass.state.map.height / 2.0F};
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = at;
    glass.draw(views);
    io.MouseDown[0] = true;
    glass.draw(views);
    EXPECT_TRUE(glass.state.map.point_held);
    io.MousePos = {at.x + 30, at.y + 10};
    const auto led = glass.draw(views);
    ASSERT_TRUE(asked<LeadPoint>(led));
    EXPECT_FALSE(asked<PanBy>(led)) << "the map stays where it is";
    io.MouseDown[0] = false;
    const auto dropped = glass.draw(views);
    ASSERT_TRUE(asked<DropPoint>(dropped));
    EXPECT_TRUE(asked<DropPoint>(dropped)->keep);
}

TEST(PointHandle, IsNudgedByTheArrowsInsteadOfTheMap) {
    Glass glass;
    FakeViews views = with_handle();
    const auto pushed = glass.press(views, 400 + ImGuiKey_RightArrow);
    ASSERT_TRUE(asked<NudgePoint>(pushed));
    EXPECT_EQ(asked<NudgePoint>(pushed)->east_m, 1);
    EXPECT_FALSE(asked<PanBy>(pushed));
    views.map.point.led = true;
    const auto escaped = glass.press(views, 400 + ImGuiKey_Escape);
    ASSERT_TRUE(asked<DropPoint>(escaped));
    EXPECT_FALSE(asked<DropPoint>(escaped)->keep);
    views.can_edit = false;
    EXPECT_TRUE(asked<PanBy>(glass.press(views, 400 + ImGuiKey_RightArrow)));
}

TEST(PointList, SaysHowItIsFilledWhenItIsEmpty) {
    Glass glass;
    FakeViews views = with_handle();
    views.list = {};
    views.list.kind = ListKind::points;
    views.list.empty_text = "Belum ada titik.";
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Belum ada titik."));
    const auto chosen = glass.click(views, text(glass, "ui.list.choose_segment"));
    ASSERT_TRUE(asked<SetList>(chosen));
    views.card = {};
    views.card.subject = {SubjectKind::segment, 8};
    views.card.segment = SegmentDeeds{};
    views.map.point = {};
    std::vector<workspace::Action> numbered;
    glass.draw(views);
    for (const Witness::Item& item : glass.witness().items)
        if (item.clickable && item.text == text(glass, "ui.card.number_points") &&
            item.window.find("daftar") != std::string::npos)
            numbered = glass.click_at(views, item.rect.centre());
    ASSERT_TRUE(asked<NumberPoints>(numbered));
    EXPECT_EQ(asked<NumberPoints>(numbered)->segment.value, 8);
}

TEST(ExportDialog, AsksWhichLayerInWhichFormAndThenWhere) {
    Glass glass;
    FakeViews views = typical_views();
    open_dialog(glass.state, Dialog::export_layer);
    glass.draw(views);
    glass.draw(views);
    glass.click(views, "KML");
    glass.click(views, text(glass, "ui.export.where"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.typed, "segmen_batas.kml");
    glass.draw(views);
    const auto exported = glass.click(views, text(glass, "ui.files.do.layer"));
    ASSERT_TRUE(asked<ExportLayer>(exported));
    EXPECT_EQ(asked<ExportLayer>(exported)->layer, "segmen_batas");
    EXPECT_EQ(asked<ExportLayer>(exported)->path.extension(), ".kml");
    EXPECT_EQ(asked<ExportLayer>(exported)->fcode, "");
}

TEST(ExportDialog, TakesTheCodeOfAFeatureOfTheKugi) {
    Glass glass;
    FakeViews views = typical_views();
    open_dialog(glass.state, Dialog::export_layer);
    glass.draw(views);
    glass.state.exported.fcode = "BA03070012"; // of areas
    glass.draw(views);
    EXPECT_TRUE(glass.shows(glass.language().text(Message{"ui.export.fcode_bad", {"02"}})));
    glass.click(views, text(glass, "ui.export.where"));
    EXPECT_EQ(glass.state.dialog, Dialog::export_layer) << "not with a code that is none";
    glass.state.exported.fcode = "BA02070012";
    glass.draw(views);
    EXPECT_FALSE(glass.shows(glass.language().text(Message{"ui.export.fcode_bad", {"02"}})));
    glass.click(views, text(glass, "ui.export.where"));
    glass.draw(views);
    const auto exported = glass.click(views, text(glass, "ui.files.do.layer"));
    ASSERT_TRUE(asked<ExportLayer>(exported));
    EXPECT_EQ(asked<ExportLayer>(exported)->fcode, "BA02070012");
    open_dialog(glass.state, Dialog::export_layer);
    glass.state.exported.layer = 7; // villages
    glass.draw(views);
    EXPECT_FALSE(glass.shows(text(glass, "ui.export.fcode")));
    glass.click(views, text(glass, "ui.export.where"));
    EXPECT_EQ(glass.state.files.fcode, "");
}

} // namespace
} // namespace antardesa::ui
