#include "model/reach.h"
#include "running.h"
#include "workspace/record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Sixteen villages and an agreement of the first two.
class Records : public ::testing::Test {
  protected:
    void SetUp() override {
        app_.act(OpenFile{make_project(folder_, grid(4))});
        app_.act(CreateAgreement{"Air bersih", model::Field::economy, {{1}, {2}}});
    }
    const model::Atlas& atlas() const { return *app_.workspace.atlas(); }
    std::string field(RecordKey key, std::string_view column) const {
        const auto form = app_.workspace.record(key);
        if (!form)
            return "no form";
        for (const RecordField& one : form->fields)
            if (one.column == column)
                return one.value;
        return "no field";
    }
    /// What the answer to the form says; empty: done.
    std::string save(RecordKey key, std::vector<std::pair<std::string, std::string>> values) {
        app_.act(SaveRecord{{key, std::move(values)}, ++form_});
        EXPECT_EQ(app_.workspace.form_answer().form, form_);
        return app_.workspace.form_answer().refusal;
    }
    std::string erase(RecordKey key) {
        app_.act(EraseRecord{key, ++form_});
        return app_.workspace.form_answer().refusal;
    }
    TemporaryFolder folder_;
    Running app_;
    std::uint64_t form_ = 0;
    RecordKey agreement_{Register::agreement, 1, 0};
};

TEST_F(Records, TheFormHasEveryColumnInTheLanguageOfThePerson) {
    const auto form = app_.workspace.record(agreement_);
    ASSERT_TRUE(form);
    EXPECT_THAT(form->title, HasSubstr("Air bersih"));
    EXPECT_THAT(form->fields, SizeIs(29));
    for (const RecordField& one : form->fields) {
        EXPECT_THAT(one.label, Not(HasSubstr("workspace."))) << one.column;
        for (const RecordChoice& choice : one.choices)
            EXPECT_THAT(choice.name, Not(HasSubstr("code."))) << one.column;
    }
    ASSERT_THAT(form->children, SizeIs(2));
    EXPECT_EQ(form->children[0].title, "Desa 1");
    for (const Register kind :
         {Register::agreement_party, Register::third_party,   Register::body,
          Register::body_member,     Register::enterprise,    Register::enterprise_capital,
          Register::asset,           Register::asset_share,   Register::document,
          Register::meeting,         Register::funding,       Register::report,
          Register::problem,         Register::evaluation,    Register::boundary_subject,
          Register::body_activity,   Register::asset_care,    Register::local_step,
          Register::case_segment,    Register::signatory,     Register::evidence,
          Register::attachment,      Register::village_alias, Register::column_meaning}) {
        const auto other = app_.workspace.record({kind, 0, 1});
        ASSERT_TRUE(other);
        EXPECT_THAT(other->kind_name, Not(HasSubstr("workspace.")));
        for (const RecordField& one : other->fields) {
            EXPECT_THAT(one.label, Not(HasSubstr("workspace."))) << one.column;
            for (const RecordChoice& choice : one.choices)
                EXPECT_THAT(choice.name, Not(HasSubstr("code."))) << one.column;
        }
    }
    EXPECT_FALSE(app_.workspace.record({Register::agreement, 99, 0}));
    EXPECT_FALSE(app_.workspace.record({Register::claim, 0, 0}));
}

TEST_F(Records, WhatIsTypedIsStoredAndTheRestStays) {
    EXPECT_EQ(save(agreement_, {{"nomor", "07/PB/2026"},
                                {"mulai", "01-12-2026"},
                                {"berakhir", "2029-11-30"},
                                {"nilai", "450.000.000"},
                                {"tujuan", "1;3"}}),
              "");
    const model::Agreement& row = atlas().agreements()[0];
    EXPECT_EQ(row.number, "07/PB/2026");
    EXPECT_EQ(row.title, "Air bersih");
    EXPECT_EQ(iso_text(*row.starts), "2026-12-01");
    EXPECT_EQ(row.value_rupiah, 450e6);
    EXPECT_EQ(row.aims.to_string(), "0101");
    EXPECT_EQ(field(agreement_, "berakhir"), "2029-11-30");
    EXPECT_EQ(field(agreement_, "nilai"), "450000000");
    EXPECT_THAT(save(agreement_, {{"nilai", "450.000.000"}}), HasSubstr("Tidak ada yang berubah"))
        << "what is shown is what is stored";
    EXPECT_EQ(atlas().agreements()[0].value_rupiah, 450e6);
    EXPECT_THAT(atlas().parties({1}), SizeIs(2)) << "the parties stay";
}

TEST_F(Records, ANewReportSaysFromWhomToWhomTheLawWantsIt) {
    const RecordKey report{Register::report, 0, 1};
    EXPECT_EQ(field(report, "pengirim"), "BKAD");
    EXPECT_EQ(field(report, "penerima"), "Kepala Desa");
    EXPECT_EQ(save(report, {{"periode", "2026"}, {"penerima", "Perbekel"}}), "");
    const auto reports = atlas().reports(Id<model::Agreement>{1});
    ASSERT_THAT(reports, SizeIs(1));
    EXPECT_EQ(reports[0]->sender, "BKAD") << "what was not touched is kept";
    EXPECT_EQ(reports[0]->receiver, "Perbekel");
    EXPECT_EQ(save(agreement_, {{"cabang", "pihak_ketiga"}}), "");
    EXPECT_EQ(field(report, "penerima"), "BPD");
    EXPECT_EQ(field(report, "tembusan"), "Bupati melalui Camat");
}

TEST_F(Records, ANewProblemIsTheCamatsOrTheBupatisByGeography) {
    const RecordKey problem{Register::problem, 0, 1};
    const auto reach = model::reach_of(atlas(), {1});
    EXPECT_EQ(field(problem, "fasilitator"), reach == model::Reach::one_district       ? "camat"
                                             : reach == model::Reach::across_districts ? "bupati"
                                                                                       : "");
    EXPECT_NE(reach, model::Reach::unknown);
}

TEST_F(Records, WhatTheLawAsksForStandsBesideTheFieldThatAnswersIt) {
    app_.act(SetStageOf{{1}, model::Stage::execution, model::EndReason::none});
    const auto notes_of = [&](RecordKey key, std::string_view column) {
        std::string rules;
        const auto form = app_.workspace.record(key);
        for (const RecordField& one : form->fields)
            for (const RecordNote& note : one.notes)
                if (one.column == column) {
                    rules += note.text.substr(0, 3);
                    EXPECT_THAT(note.basis, ::testing::StartsWith("Dasar: "));
                    EXPECT_THAT(note.text, Not(HasSubstr("Air bersih"))) << "the form says it";
                }
        return rules;
    };
    EXPECT_EQ(notes_of(agreement_, "dokumen_id"), "V06");
    EXPECT_EQ(notes_of(agreement_, "berakhir"), "V07");
    EXPECT_EQ(notes_of(agreement_, "isi_ruang_lingkup"), "V07") << "the first that is empty";
    const RecordKey party{Register::agreement_party, atlas().parties({1})[0]->id.value, 1};
    EXPECT_EQ(notes_of(party, "tanggal_musdes"), "V03");
    EXPECT_EQ(notes_of(party, "nomor"), "V08");
    EXPECT_EQ(save(party, {{"nomor", "4/PB/2026"}}), "") << "it keeps nothing from being saved";
    EXPECT_EQ(notes_of(party, "nomor"), "");
    EXPECT_THAT(app_.workspace.record(agreement_)->notes, Not(IsEmpty())) << "MAD, Musdes";
}

TEST_F(Records, EveryChangeIsOneStepThatCanBeUndone) {
    const auto revision = atlas().revision();
    EXPECT_EQ(save(agreement_, {{"judul", "Air minum"}}), "");
    EXPECT_EQ(atlas().revision(), revision + 1);
    EXPECT_THAT(app_.workspace.history().rows.front().name, HasSubstr("Ubah Air minum"));
    app_.act(Undo{});
    EXPECT_EQ(atlas().agreements()[0].title, "Air bersih");
}

TEST_F(Records, WhatCannotBeReadIsRefusedByItsField) {
    const auto revision = atlas().revision();
    EXPECT_THAT(save(agreement_, {{"mulai", "kemarin"}}), HasSubstr("kemarin"));
    EXPECT_THAT(save(agreement_, {{"nilai", "banyak"}}), HasSubstr("banyak"));
    EXPECT_THAT(save(agreement_, {{"judul", ""}}), HasSubstr("judul"));
    EXPECT_THAT(save(agreement_, {{"judul", "Air bersih"}}), HasSubstr("Tidak ada yang berubah"));
    EXPECT_THAT(save({Register::agreement, 99, 0}, {{"judul", "x"}}), HasSubstr("99"));
    EXPECT_EQ(atlas().revision(), revision);
}

TEST_F(Records, TheKindOfADocumentIsChosenByItsName) {
    EXPECT_EQ(save({Register::document, 0}, {{"jenis", "permakades"}, {"judul", "Air"}}), "");
    EXPECT_EQ(save({Register::document, 0}, {{"jenis", "surat_camat"}, {"judul", "Surat"}}), "");
    const auto kinds = [&](std::int64_t id) {
        std::string names;
        const auto form = app_.workspace.record({Register::document, id});
        for (const RecordField& one : form->fields)
            for (const RecordChoice& choice : one.choices)
                if (one.column == "jenis")
                    names += choice.name + ";";
        return names;
    };
    EXPECT_THAT(kinds(1), HasSubstr("peraturan bersama kepala desa;"));
    EXPECT_THAT(kinds(1), Not(HasSubstr("surat_camat")));
    EXPECT_THAT(kinds(2), HasSubstr("surat_camat;")) << "what was stored can stay";
    app_.act(SetList{ListKind::documents});
    EXPECT_EQ(app_.workspace.list().rows[0].cells[2].text, "peraturan bersama kepala desa");
}

TEST_F(Records, NumbersAreReadInTheLanguageOfWhoTypedThem) {
    app_.act(SaveRecord{{agreement_, {{"nilai", "450,125"}}, i18n::Language::english}, ++form_});
    EXPECT_EQ(app_.workspace.form_answer().refusal, "");
    EXPECT_EQ(atlas().agreements()[0].value_rupiah, 450125);
}

TEST_F(Records, TheFormSaysWithoutWhatTheRowMeansNothing) {
    std::string needed;
    const auto document = app_.workspace.record({Register::document, 0});
    for (const RecordField& one : document->fields)
        if (one.is_needed)
            needed += one.column + " ";
    EXPECT_EQ(needed, "jenis judul ");
    const auto asset = app_.workspace.record({Register::asset, 0});
    for (const RecordField& one : asset->fields)
        EXPECT_EQ(one.is_needed, one.column == "nama" || one.column == "geometri") << one.column;
}

TEST_F(Records, ANewAgreementIsSelectedSoThatItsFormIsAtHand) {
    app_.act(SetList{ListKind::villages});
    app_.act(CreateAgreement{"Pasar desa", model::Field::economy, {{3}, {4}}});
    EXPECT_EQ(app_.workspace.card().title, "Pasar desa");
    EXPECT_EQ(app_.workspace.list().kind, ListKind::agreements);
}

TEST_F(Records, APartyIsChangedAddedAndTakenAway) {
    const RecordKey party{Register::agreement_party, 1, 1};
    EXPECT_EQ(save(party, {{"penandatangan", "Darmawan"},
                           {"tanggal_musdes", "20-10-2026"},
                           {"persetujuan_bpd", "ya"}}),
              "");
    const auto* row = atlas().parties({1})[0];
    EXPECT_EQ(row->signatory, "Darmawan");
    EXPECT_TRUE(row->council_consent);
    EXPECT_EQ(row->village, Id<model::Village>{1});
    EXPECT_EQ(save({Register::agreement_party, 0, 1}, {{"kode_desa", "#5"}, {"peran", "mitra"}}),
              "");
    ASSERT_THAT(atlas().parties({1}), SizeIs(3));
    EXPECT_EQ(atlas().parties({1})[2]->village, Id<model::Village>{5});
    EXPECT_THAT(save({Register::agreement_party, 0, 1}, {{"peran", "siapa"}}), Not(IsEmpty()))
        << "a party is someone";
    EXPECT_EQ(erase({Register::agreement_party, 3, 1}), "");
    EXPECT_THAT(atlas().parties({1}), SizeIs(2));
}

TEST_F(Records, ABodyWithItsMembersAndAnEnterpriseWithItsCapital) {
    EXPECT_EQ(save({Register::body, 0, 0}, {{"nama", "BKAD Tirta"}}), "");
    EXPECT_EQ(save({Register::body_member, 0, 1},
                   {{"nama", "Sri"}, {"kode_desa", "#1"}, {"kelamin", "perempuan"}}),
              "");
    ASSERT_THAT(atlas().members({1}), SizeIs(1));
    EXPECT_EQ(atlas().members({1})[0]->gender, model::Gender::woman);
    EXPECT_EQ(save(agreement_, {{"bkad_id", "1"}}), "");
    EXPECT_THAT(erase({Register::body, 1, 0}), HasSubstr("Air bersih")) << "it is referred to";
    EXPECT_EQ(save({Register::enterprise, 0, 0}, {{"nama", "Mukti"}}), "");
    EXPECT_EQ(
        save({Register::enterprise_capital, 0, 1}, {{"kode_desa", "#2"}, {"nilai", "5000000"}}),
        "");
    EXPECT_EQ(atlas().capital({1})[0]->amount_rupiah, 5e6);
    const auto enterprise = app_.workspace.record({Register::enterprise, 1, 0});
    EXPECT_EQ(enterprise->children.at(0).title, "Desa 2 · Rp5.000.000");
    for (const RecordField& one : enterprise->fields)
        EXPECT_TRUE(one.column != "dokumen_id" || one.label == "Peraturan pendirian") << one.label;
    EXPECT_EQ(erase({Register::enterprise, 1, 0}), "") << "with what belongs to it";
    EXPECT_THAT(atlas().table<model::EnterpriseCapital>(), SizeIs(0));
}

TEST_F(Records, AnAssetIsPlacedByTypedCoordinates) {
    EXPECT_THAT(save({Register::asset, 0, 0}, {{"nama", "Mata air"}}), HasSubstr("geometri"));
    EXPECT_THAT(save({Register::asset, 0, 0}, {{"nama", "Mata air"}, {"geometri", "di sana"}}),
                HasSubstr("di sana"));
    EXPECT_EQ(save({Register::asset, 0, 0},
                   {{"nama", "Mata air"}, {"jenis", "mata_air"}, {"geometri", "-7.005, 110.005"}}),
              "");
    const auto& points = std::get<geo::PointSet>(*atlas().assets()[0].geometry).points;
    EXPECT_EQ(points[0], (geo::Point{110.005, -7.005}));
    EXPECT_EQ(save({Register::asset_share, 0, 1},
                   {{"pemegang", "desa"}, {"kode_desa", "#1"}, {"persen", "40,5"}}),
              "");
    EXPECT_EQ(atlas().shares({1})[0]->percent, 40.5);
    EXPECT_EQ(save({Register::asset_care, 0, 1},
                   {{"jenis", "laporan_semester"}, {"tanggal", "10-07-2026"}}),
              "");
    const auto form = app_.workspace.record({Register::asset, 1, 0});
    ASSERT_TRUE(form);
    std::string told;
    for (const auto& [key, title] : form->children)
        told += title + "\n";
    EXPECT_THAT(told, HasSubstr("40,5")) << "what tells shares apart";
    EXPECT_THAT(told, ::testing::Not(HasSubstr("laporan_semester"))) << "words, no codes";
    EXPECT_EQ(erase({Register::asset, 1, 0}), "");
    EXPECT_THAT(atlas().table<model::AssetShare>(), SizeIs(0));
}

TEST_F(Records, WhatIsDoneAboutAnAgreementIsEnteredUnderIt) {
    EXPECT_EQ(save({Register::meeting, 0, 1, Register::agreement},
                   {{"jenis", "mad"}, {"tanggal", "12-11-2026"}, {"kode_desa_hadir", "#2;#1"}}),
              "");
    const auto meetings = atlas().meetings(Id<model::Agreement>{1});
    ASSERT_THAT(meetings, SizeIs(1));
    EXPECT_THAT(meetings[0]->attended, ElementsAre(Id<model::Village>{1}, Id<model::Village>{2}));
    const auto form = app_.workspace.record({Register::meeting, 1, 0});
    ASSERT_TRUE(form && form->parent);
    EXPECT_EQ(form->parent->id, 1) << "one goes back to the agreement";
    EXPECT_EQ(save({Register::funding, 0, 1},
                   {{"sumber", "apb_desa"}, {"tahun", "2026"}, {"rencana", "45.000.000"}}),
              "");
    EXPECT_EQ(atlas().table<model::Funding>()[0].planned_rupiah, 45e6);
    EXPECT_EQ(save({Register::report, 0, 1, Register::agreement}, {{"periode", "2026"}}), "");
    EXPECT_THAT(save({Register::problem, 0, 1}, {{"fasilitator", "camat"}}), HasSubstr("uraian"));
    EXPECT_EQ(save({Register::problem, 0, 1}, {{"uraian", "Debit turun"}}), "");
    EXPECT_THAT(save({Register::evaluation, 0, 1}, {{"rekognisi", "5"}}), HasSubstr("5"));
    EXPECT_EQ(save({Register::evaluation, 0, 1}, {{"rekognisi", "4"}}), "");
    EXPECT_EQ(
        save({Register::boundary_subject, 0, 1}, {{"kode_desa_1", "#1"}, {"kode_desa_2", "#2"}}),
        "");
    EXPECT_TRUE(atlas().table<model::BoundarySubject>()[0].segment);
    EXPECT_EQ(save(agreement_, {{"isi_pendanaan", "Pasal 9"}, {"prakarsa", "desa"}}), "");
    EXPECT_EQ(atlas().agreements()[0].content_funding, "Pasal 9");
    EXPECT_THAT(app_.workspace.record(agreement_)->children, SizeIs(8));
    EXPECT_EQ(erase(agreement_), "") << "with all that belongs to it";
    EXPECT_THAT(atlas().table<model::Meeting>(), SizeIs(0));
    EXPECT_THAT(atlas().table<model::Evaluation>(), SizeIs(0));
}

TEST_F(Records, AMeetingOfTwoKeepsBoth) {
    EXPECT_EQ(save({Register::body, 0, 0}, {{"nama", "BKAD Tirta"}}), "");
    EXPECT_EQ(save({Register::meeting, 0, 1, Register::body},
                   {{"jenis", "mad"}, {"kerja_sama_id", "1"}, {"agenda", "Rencana"}}),
              "");
    EXPECT_EQ(save({Register::body_activity, 0, 1},
                   {{"uraian", "Rencana 2026"}, {"fungsi", "rumusan_rencana"}}),
              "");
    EXPECT_THAT(erase({Register::body, 1, 0}), HasSubstr("Rencana")) << "the agreement's as well";
    EXPECT_THAT(erase(agreement_), HasSubstr("Rencana"));
    EXPECT_EQ(erase({Register::meeting, 1, 1}), "");
    EXPECT_EQ(erase({Register::body, 1, 0}), "");
    EXPECT_THAT(atlas().table<model::BodyActivity>(), SizeIs(0));
}

TEST_F(Records, BodiesEnterprisesAndThirdPartiesAreFoundByTheirNames) {
    EXPECT_EQ(save({Register::body, 0, 0}, {{"nama", "BKAD Tirta"}}), "");
    EXPECT_EQ(save({Register::enterprise, 0, 0}, {{"nama", "Mukti Tirta"}}), "");
    EXPECT_EQ(save({Register::third_party, 0, 0}, {{"nama", "PT Tirta"}}), "");
    std::vector<RecordKey> found;
    for (const PaletteEntry& entry : app_.workspace.palette("tirta"))
        if (entry.opens == PaletteOpens::record)
            found.push_back(entry.record);
    EXPECT_THAT(found, ::testing::UnorderedElementsAre(RecordKey{Register::body, 1},
                                                       RecordKey{Register::enterprise, 1},
                                                       RecordKey{Register::third_party, 1}));
}

TEST_F(Records, TheRegistersListTheirRows) {
    const auto lists = app_.workspace.records();
    ASSERT_THAT(lists, SizeIs(9));
    EXPECT_EQ(lists[0].name, "kerja sama");
    ASSERT_THAT(lists[0].rows, SizeIs(1));
    EXPECT_EQ(lists[0].rows[0].key, agreement_);
    EXPECT_THAT(lists[1].rows, IsEmpty());
}

/// Most real files have no codes, and names of which there are several.
TEST(RecordsWithoutCodes, VillagesKeepTheirPlaceInFormsAndInTheWorkbook) {
    const TemporaryFolder folder;
    auto villages = grid(2);
    villages[0].code = villages[1].code = "";
    Running app;
    app.act(OpenFile{make_project(folder, villages)});
    app.act(SaveRecord{{{Register::body, 0, 0}, {{"nama", "BKAD Tirta"}}}, 1});
    app.act(SaveRecord{{{Register::body_member, 0, 1}, {{"nama", "Sri"}, {"kode_desa", "#2"}}}, 2});
    EXPECT_EQ(app.workspace.form_answer().refusal, "");
    app.act(SaveRecord{{{Register::body_member, 1, 1}, {{"jabatan", "ketua"}}}, 3});
    EXPECT_EQ(app.workspace.form_answer().refusal, "");
    const auto* member = app.workspace.atlas()->members({1})[0];
    EXPECT_EQ(member->office, "ketua");
    EXPECT_EQ(member->village, Id<model::Village>{2}) << "it was not in the form that was sent";
    const auto form = app.workspace.record({Register::body_member, 1, 1});
    const auto named = [&](const RecordField& one) {
        return one.column == "kode_desa" &&
               std::any_of(one.choices.begin(), one.choices.end(),
                           [&](const RecordChoice& choice) { return choice.value == one.value; });
    };
    EXPECT_TRUE(std::any_of(form->fields.begin(), form->fields.end(), named));
    const auto revision = app.workspace.atlas()->revision();
    app.act(ExportLayer{register_layer, folder / "register.xlsx"});
    app.act(ImportInto{folder / "register.xlsx"});
    app.act(AcceptImport{});
    EXPECT_EQ(app.workspace.atlas()->revision(), revision) << "the workbook says the same";
}

} // namespace
} // namespace antardesa::workspace
