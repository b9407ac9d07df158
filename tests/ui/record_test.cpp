#include "fake_views.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;
using ::testing::ElementsAre;
using ::testing::Pair;

RecordForm agreement_form() {
    RecordForm form;
    form.key = {Register::agreement, 7, 0};
    form.title = "03/PB/2026 · Air bersih";
    form.kind_name = "kerja sama";
    form.fields = {{"nomor", "Nomor", FieldKind::text, "03/PB/2026", {}},
                   {"judul", "Judul", FieldKind::text, "Air bersih", {}},
                   {"mulai", "Mulai berlaku", FieldKind::date, "2026-11-23", {}},
                   {"bidang",
                    "Bidang",
                    FieldKind::choice,
                    "ekonomi",
                    {{"ekonomi", "ekonomi"}, {"kesehatan", "kesehatan"}}}};
    form.children = {{{Register::agreement_party, 11, 7}, "Batutengah"}};
    form.can_add = {{Register::agreement_party, "pihak"}};
    return form;
}

FakeViews with_agreement() {
    FakeViews views = typical_views();
    views.card = {};
    views.card.subject = {SubjectKind::agreement, 7};
    views.card.title = "Air bersih";
    views.card.stage = model::Stage::execution;
    views.record = agreement_form();
    return views;
}

std::string text(const Glass& glass, const char* key, std::vector<std::string> arguments = {}) {
    return glass.language().text(Message{key, std::move(arguments)});
}

void open_form(Glass& glass, const FakeViews& views) {
    glass.click(views, text(glass, "ui.card.change_record"));
    glass.draw(views);
}

TEST(RecordForm, OpensFromTheCardWithDatesAsPeopleWriteThem) {
    Glass glass;
    const FakeViews views = with_agreement();
    open_form(glass, views);
    EXPECT_TRUE(glass.shows("Mulai berlaku"));
    EXPECT_TRUE(glass.shows("Batutengah"));
    EXPECT_EQ(glass.state.record.typed[2], "23-11-2026");
}

TEST(RecordForm, ShowsWhatTheLawAsksForUnderItsField) {
    Glass glass;
    FakeViews views = with_agreement();
    views.record->fields[2].notes = {{Severity::error, "V07 · jangka waktu", "Dasar: UU 6/2014"}};
    views.record->notes = {{Severity::warning, "V04 · belum ada MAD", "Dasar: UU 6/2014 ps. 92"}};
    open_form(glass, views);
    const auto* field = glass.find("Mulai berlaku");
    const auto* note = glass.find("V07 · jangka waktu");
    const auto* whole = glass.find("V04 · belum ada MAD");
    ASSERT_TRUE(field && note && whole);
    EXPECT_GT(note->rect.min.y, field->rect.max.y);
    EXPECT_LT(whole->rect.min.y, field->rect.min.y) << "what no field answers stands above";
    EXPECT_TRUE(glass.shows("Dasar: UU 6/2014"));
    glass.state.record.typed[1] = "Air minum";
    const auto actions = glass.click(views, text(glass, "ui.record.save"));
    EXPECT_TRUE(asked<SaveRecord>(actions)) << "it keeps nothing from being saved";
}

TEST(RecordForm, SendsOnlyWhatWasChanged) {
    Glass glass;
    const FakeViews views = with_agreement();
    open_form(glass, views);
    EXPECT_FALSE(asked<SaveRecord>(glass.click(views, text(glass, "ui.record.save"))))
        << "nothing is changed yet";
    glass.state.record.typed[1] = "Air minum";
    glass.state.record.typed[3] = "kesehatan";
    const auto actions = glass.click(views, text(glass, "ui.record.save"));
    const auto* saved = asked<SaveRecord>(actions);
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->change.key, (RecordKey{Register::agreement, 7, 0}));
    EXPECT_THAT(saved->change.values,
                ElementsAre(Pair("judul", "Air minum"), Pair("bidang", "kesehatan")));
}

TEST(AgreementCard, HasASheetOfTheNinePrinciples) {
    Glass glass;
    const FakeViews views = with_agreement();
    glass.click(views, text(glass, "ui.paper.evaluation"));
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::write_paper);
    EXPECT_EQ(glass.state.files.paper.kind, PaperKind::evaluation);
    EXPECT_EQ(glass.state.files.paper.agreement.value, 7);
}

TEST(RecordForm, LawsStandOneALineAndEnterBeginsTheNext) {
    Glass glass;
    FakeViews views = with_agreement();
    views.record->fields = {{"kutipan", "Dasar hukum", FieldKind::text, "UU 6/2014", {}}};
    open_form(glass, views);
    glass.draw(views);
    glass.press(views, 400 + ImGuiKey_End);
    EXPECT_FALSE(asked<SaveRecord>(glass.press(views, 400 + ImGuiKey_Enter)));
    glass.type(views, "UU 3/2024");
    EXPECT_THAT(glass.state.record.typed[0], ::testing::HasSubstr("\n"));
    EXPECT_THAT(glass.state.record.typed[0], ::testing::HasSubstr("UU 3/2024"));
}

TEST(RecordForm, StaysOpenWithTheReasonUntilItIsDone) {
    Glass glass;
    FakeViews views = with_agreement();
    open_form(glass, views);
    glass.state.record.typed[2] = "25-11-2026";
    glass.click(views, text(glass, "ui.record.save"));
    views.form_answer = {glass.state.sent.number, "Baris itu sudah tidak ada."};
    glass.draw(views);
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
    EXPECT_TRUE(glass.shows("Baris itu sudah tidak ada."));
    glass.state.record.typed[2] = "24-11-2026";
    glass.click(views, text(glass, "ui.record.save"));
    views.form_answer = {glass.state.sent.number, ""};
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

TEST(RecordForm, AWrongValueIsToldUnderItsFieldAndNotSent) {
    Glass glass;
    FakeViews views = with_agreement();
    views.record->fields[1].is_needed = true;
    open_form(glass, views);
    glass.state.record.typed[1].clear();
    glass.state.record.typed[2] = "31-02-2026";
    glass.draw(views);
    const std::string day =
        text(glass, "workspace.record.bad_date", {"Mulai berlaku", "31-02-2026"});
    const std::string title = text(glass, "workspace.record.missing", {"Judul"});
    ASSERT_TRUE(glass.find_beginning(day));
    EXPECT_GT(glass.find_beginning(day)->rect.min.y, glass.find("Mulai berlaku")->rect.max.y);
    EXPECT_FALSE(glass.shows(title)) << "what is empty is told when one saves";
    EXPECT_FALSE(asked<SaveRecord>(glass.click(views, text(glass, "ui.record.save"))));
    glass.draw(views);
    EXPECT_TRUE(glass.shows(title));
    glass.state.record.typed[1] = "Air minum";
    EXPECT_FALSE(asked<SaveRecord>(glass.click(views, text(glass, "ui.record.save"))));
    glass.state.record.typed[2] = "28-02-2026";
    EXPECT_TRUE(asked<SaveRecord>(glass.click(views, text(glass, "ui.record.save"))));
}

TEST(RecordForm, WhatIsStillTypedIsNotToldToBeWrong) {
    Glass glass;
    FakeViews views = with_agreement();
    views.record->fields = {{"mulai", "Mulai", FieldKind::date, "", {}}};
    open_form(glass, views);
    glass.draw(views);
    glass.type(views, "3");
    glass.draw(views);
    const std::string day = text(glass, "workspace.record.bad_date", {"Mulai", "3"});
    ASSERT_EQ(glass.state.record.typed[0], "3");
    EXPECT_FALSE(glass.find_beginning(day));
    glass.press(views, 400 + ImGuiKey_Tab);
    glass.draw(views);
    EXPECT_TRUE(glass.find_beginning(day));
}

TEST(RecordForm, NumbersAreTypedAsTheLanguageWritesThem) {
    Glass glass(i18n::Language::english);
    FakeViews views = with_agreement();
    views.record->fields = {{"nilai", "Value", FieldKind::money, "455000000", {}},
                            {"geometri", "Place", FieldKind::place, "POINT (109.5 -8.5)", {}}};
    open_form(glass, views);
    EXPECT_EQ(glass.state.record.typed[0], "455,000,000");
    EXPECT_EQ(glass.state.record.typed[1], "08°30'00.00\" S  109°30'00.00\" E");
    glass.state.record.typed[0] = "455,500";
    const auto actions = glass.click(views, text(glass, "ui.record.save"));
    const auto* saved = asked<SaveRecord>(actions);
    ASSERT_TRUE(saved);
    EXPECT_THAT(saved->change.values, ElementsAre(Pair("nilai", "455,500")));
    EXPECT_EQ(saved->change.language, i18n::Language::english);
}

TEST(RecordForm, OpensByKeyForWhatIsSelected) {
    Glass glass;
    FakeViews views = with_agreement();
    constexpr int f2 = 291;
    glass.press(views, f2);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
    EXPECT_EQ(views.asked_record->kind, Register::agreement);
    glass.state.dialog = Dialog::none;
    views.can_edit = false;
    glass.press(views, f2);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    views.can_edit = true;
    views.entries = {{"Ubah yang dipilih", "perintah", {}, PaletteOpens::selected}};
    glass.press(views, 'K', true);
    glass.draw(views);
    glass.click(views, "Ubah yang dipilih");
    EXPECT_EQ(glass.state.dialog, Dialog::record);
}

TEST(Hints, StandInBracketsWhereTheyAreAsStrongAsAValue) {
    EXPECT_EQ(hint_text(tokens_of(UiTheme::light), "kosong"), "kosong");
    EXPECT_EQ(hint_text(tokens_of(UiTheme::high_contrast), "kosong"), "(kosong)");
    EXPECT_EQ(hint_text(tokens_of(UiTheme::high_contrast), ""), "");
}

TEST(RecordForm, AChildOpensItsOwnFormAndLeadsBack) {
    Glass glass;
    FakeViews views = with_agreement();
    open_form(glass, views);
    RecordForm party;
    party.key = {Register::agreement_party, 11, 7};
    party.title = "Batutengah";
    party.kind_name = "pihak";
    party.fields = {{"peran", "Peran", FieldKind::text, "", {}}};
    party.parent = RecordKey{Register::agreement, 7, 0};
    views.record = party;
    glass.state.record.typed[1] = "Air minum";
    glass.click(views, "Batutengah");
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Peran"));
    views.record = agreement_form();
    glass.click(views, text(glass, "ui.record.back"));
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Mulai berlaku"));
    EXPECT_EQ(glass.state.record.typed[1], "Air minum") << "nothing that was typed is lost";
    EXPECT_TRUE(glass.state.record.kept.empty());
}

TEST(RecordForm, DeletesTheRow) {
    Glass glass;
    const FakeViews views = with_agreement();
    open_form(glass, views);
    const auto actions = glass.click(views, text(glass, "ui.record.erase"));
    const auto* erased = asked<EraseRecord>(actions);
    ASSERT_TRUE(erased);
    EXPECT_EQ(erased->key.id, 7);
}

/// A document that has one attachment.
FakeViews with_document() {
    FakeViews views = with_agreement();
    RecordForm form;
    form.key = {Register::document, 3, 0};
    form.title = "Peta 7/2024";
    form.fields = {{"judul", "Judul", FieldKind::text, "Peta", {}}};
    form.children = {{{Register::attachment, 5, 3, Register::document}, "peta.pdf"}};
    form.can_add = {{Register::attachment, "lampiran"}};
    views.record = form;
    return views;
}

TEST(RecordForm, AttachesAChosenFileAndShowsItInTheForm) {
    Glass glass;
    FakeViews views = with_document();
    open_form(glass, views);
    glass.state.record.typed[0] = "Peta baru";
    glass.click(views, text(glass, "ui.record.add", {"lampiran"}));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::attach);
    glass.state.files.typed = "/tmp/foto.jpg";
    glass.draw(views);
    std::vector<Action> actions = glass.press(views, 400 + ImGuiKey_Enter);
    for (int frame = 0; frame < 3 && !asked<AttachTo>(actions); ++frame)
        actions = glass.draw(views);
    const auto* sent = asked<AttachTo>(actions);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->request.document.value, 3);
    EXPECT_EQ(sent->request.file, "/tmp/foto.jpg");
    views.record->children.push_back(
        {{Register::attachment, 6, 3, Register::document}, "foto.jpg"});
    views.form_answer = {glass.state.sent.number, ""};
    glass.draw(views);
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record) << "the form stays";
    EXPECT_TRUE(glass.shows("foto.jpg"));
    EXPECT_EQ(glass.state.record.typed[0], "Peta baru") << "with what was typed";
}

TEST(RecordForm, AnAttachmentGoesBackIntoAFile) {
    Glass glass;
    FakeViews views = with_agreement();
    RecordForm form;
    form.key = {Register::attachment, 5, 3, Register::document};
    form.title = "peta.pdf";
    form.fields = {{"nama", "Nama", FieldKind::text, "peta.pdf", {}}};
    views.record = form;
    open_form(glass, views);
    glass.click(views, text(glass, "ui.record.write_attachment"));
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::write_attachment);
    EXPECT_EQ(glass.state.files.attachment.value, 5);
    EXPECT_EQ(glass.state.files.typed, "peta.pdf");
}

TEST(Suggestions, OpenADraftOfWhatTheySpeakOf) {
    Glass glass;
    FakeViews views = typical_views();
    views.list = {};
    views.list.kind = ListKind::suggestions;
    views.list.columns = {{"Desa", 1, 90, false}, {"Mengapa", 1, 90, false}};
    ListRow row;
    row.subject = {SubjectKind::village, 2};
    row.cells.resize(2);
    row.cells[0].text = "Mekarsari, Sukamaju";
    row.cells[1].text = "Bertetangga";
    row.draft = AgreementDraft{
        "Pengelolaan bersama Tuk", model::Field::economy, {{{2}, "Mekarsari"}, {{3}, "Sukamaju"}}};
    views.list.rows = {row};
    glass.draw(views);
    glass.click(views, text(glass, "ui.tip.draft"));
    EXPECT_EQ(glass.state.dialog, Dialog::new_agreement);
    EXPECT_EQ(glass.state.agreement.title, "Pengelolaan bersama Tuk");
    ASSERT_EQ(glass.state.agreement.villages.size(), 2U);
    EXPECT_EQ(glass.state.agreement.villages[1].name, "Sukamaju");
}

TEST(Suggestions, ADraftSaysWhatItProlongsAndCanBeFreedOfIt) {
    Glass glass;
    FakeViews views = typical_views();
    AgreementDraft draft{"Perpanjangan: Pasar",
                         model::Field::economy,
                         {{{2}, "Mekarsari"}, {{3}, "Sukamaju"}},
                         {9},
                         "Pasar desa bersama"};
    start_draft(glass.state, draft);
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Pasar desa bersama"));
    const auto made = glass.click(views, text(glass, "ui.agreement.create"));
    const auto* create = asked<CreateAgreement>(made);
    ASSERT_TRUE(create);
    EXPECT_EQ(create->amends.value, 9);
    start_draft(glass.state, draft);
    glass.draw(views);
    glass.click(views, text(glass, "ui.agreement.not_amending"));
    glass.draw(views);
    EXPECT_FALSE(glass.shows("Pasar desa bersama"));
}

TEST(RecordForm, ALongListIsLookedForByWords) {
    Glass glass;
    FakeViews views = with_agreement();
    RecordField village{"kode_desa", "Desa", FieldKind::choice, "", {}};
    for (int i = 1; i <= 40; ++i)
        village.choices.push_back({"#" + std::to_string(i), "Desa nomor " + std::to_string(i)});
    views.record->fields = {village};
    open_form(glass, views);
    glass.press(views, 400 + ImGuiKey_Tab);
    glass.state.record.words[0] = "nomor 37";
    glass.draw(views);
    const std::string open = text(glass, "ui.record.not_chosen", {"nomor 37"});
    EXPECT_TRUE(glass.find_beginning(open)) << "words alone are no village";
    glass.click(views, "Desa nomor 37");
    EXPECT_FALSE(glass.find_beginning(open));
    EXPECT_EQ(glass.state.record.typed[0], "#37");
}

TEST(Registers, ListRowsAndOpenTheirForms) {
    Glass glass;
    FakeViews views = with_agreement();
    views.records = {
        {Register::agreement, "kerja sama", {{{Register::agreement, 7, 0}, "Air bersih"}}},
        {Register::body, "BKAD", {{{Register::body, 2, 0}, "BKAD Tirta"}}}};
    views.entries = {{"Register", "perintah", {}, PaletteOpens::registers}};
    glass.press(views, 'K', true);
    glass.draw(views);
    glass.click(views, "Register");
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::records);
    glass.state.record.list = 1;
    glass.draw(views);
    glass.click(views, "BKAD Tirta");
    glass.draw(views);
    EXPECT_EQ(glass.state.dialog, Dialog::record);
}

} // namespace
} // namespace antardesa::ui
