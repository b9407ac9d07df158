#include "workspace/office_values.h"

#include "office_lists.h"
#include "running.h"

#include <fstream>
#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::OfficeLists;

constexpr const char* list_2025 =
    "No,Nama Kegiatan,Nomor Perjanjian,Tgl,Desa,Kecamatan,Bidang,Nilai (Rp),Status,Ket\n"
    "1,Air bersih,01/PKS/2025,12 Maret 2025,Ds. Mekarsari dan Soekamadjoe,Tanjungasri,Ekonomi,"
    "\"Rp 450.000.000,-\",Masih berlaku,lancar\n"
    "2,Ronda,02/PKS/2025,03/04/2025,Desa Sukamaju,Tanjungasri,Perikanan laut,,,\n"
    ",,,,Wonokencana,,,,,\n";

TEST_F(OfficeLists, BecomesAgreementsWithTheirVillages) {
    const OfficeList list = read(list_2025);
    EXPECT_EQ(list.entries, 2U);
    EXPECT_EQ(list.open_names, 0U);
    EXPECT_EQ(list.columns[1].field, "judul");
    EXPECT_EQ(list.columns[0].field, "") << "a running number says nothing";
    EXPECT_EQ(list.columns[7].field, "nilai");
    std::vector<Finding> findings;
    const auto tables = laid(list, findings);
    EXPECT_THAT(findings, IsEmpty());
    const auto& agreements = std::get<model::Table<model::Agreement>>(tables);
    ASSERT_EQ(agreements.size(), 2U);
    EXPECT_EQ(agreements[0].title, "Air bersih");
    EXPECT_EQ(agreements[0].number, "01/PKS/2025");
    EXPECT_EQ(iso_text(*agreements[0].signed_on), "2025-03-12");
    EXPECT_EQ(agreements[0].field, model::Field::economy);
    EXPECT_EQ(agreements[0].value_rupiah, 450e6);
    EXPECT_EQ(agreements[0].stage, model::Stage::execution);
    EXPECT_EQ(iso_text(*agreements[1].signed_on), "2025-04-03");
    EXPECT_THAT(agreements[1].remark, HasSubstr("Perikanan laut"))
        << "what no list has is not lost";
    const auto& parties = std::get<model::Table<model::AgreementParty>>(tables);
    ASSERT_EQ(parties.size(), 4U);
    EXPECT_EQ(parties[1].village.value, 2) << "in old spelling";
    EXPECT_EQ(parties[3].village.value, 3) << "the row below belongs to the one above";
    EXPECT_EQ(parties[3].agreement, agreements[1].id);
}

TEST_F(OfficeLists, WithoutAStageWhatHasANumberAndABeginningIsNoDraft) {
    const OfficeList list = read("Nama Kegiatan,Nomor Perjanjian,Desa,Kecamatan,Mulai\n"
                                 "Air bersih,01/PKS/2025,Mekarsari,Tanjungasri,12 Maret 2025\n"
                                 "Ronda,,Sukamaju,Tanjungasri,12 Maret 2025\n");
    std::vector<Finding> findings;
    const auto tables = laid(list, findings);
    const auto& agreements = std::get<model::Table<model::Agreement>>(tables);
    ASSERT_EQ(agreements.size(), 2U);
    EXPECT_EQ(agreements[0].stage, model::Stage::execution);
    EXPECT_EQ(agreements[1].stage, model::Stage::preparation) << "it has no number";
    EXPECT_THAT(codes(list.findings), ElementsAre("office_list", "office_stage"));
    EXPECT_EQ(list.findings[1].message.arguments.back(), "1");
}

TEST_F(OfficeLists, WhoSignedBelowIsNoAgreement) {
    const OfficeList list = read("No,Nama Kegiatan,Nomor Perjanjian,Desa,Kecamatan,Nilai\n"
                                 "1,Air bersih,01/PKS/2025,Mekarsari,Tanjungasri,5000000\n"
                                 "2,Ronda,,,,\n"
                                 ",Jumlah,,,,5000000\n"
                                 ",\"Mengetahui, Kepala Dinas PMD\",,,,\n"
                                 ",\"Drs. Sutrisno, M.Si\",,,,\n"
                                 ",NIP 196501011990031001,,,,\n");
    EXPECT_EQ(list.entries, 2U) << "a counted row without villages is one";
    EXPECT_EQ(list.passed_over, 4U);
    EXPECT_THAT(codes(list.findings), ElementsAre("office_list", "office_sum", "office_below",
                                                  "office_below", "office_below"));
    EXPECT_THAT(list.findings[2].message.arguments.back(), HasSubstr("Kepala Dinas PMD"));
    const OfficeList unsummed = read("No,Nama Kegiatan,Nomor Perjanjian,Desa,Kecamatan\n"
                                     "1,Air bersih,01/PKS/2025,Mekarsari,Tanjungasri\n"
                                     ",Mengetahui,,,\n");
    EXPECT_EQ(unsummed.entries, 1U);
    EXPECT_EQ(unsummed.passed_over, 1U);
    const OfficeList dated = read("No,Nama Kegiatan,Nomor Perjanjian,Desa,Kecamatan\n"
                                  "1,Air bersih,01/PKS/2025,Mekarsari,Tanjungasri\n"
                                  ",,,\"Tanjungasri, 12 Agustus 2026\",\n"
                                  ",,,Drs. Sutrisno,\n");
    EXPECT_EQ(dated.entries, 1U);
    EXPECT_EQ(dated.open_names, 0U) << "who signs in the column of villages is none";
}

TEST_F(OfficeLists, EntriesThatSayLittleAreEntriesAllTheSame) {
    const OfficeList parted = read("Nama Kegiatan,Desa\nJembatan Satu,Mekarsari\nJumlah,1\n"
                                   "Jembatan Dua,Sukamaju\nJembatan Tiga,Wonokencana\n");
    EXPECT_EQ(parted.entries, 3U) << "a subtotal ends no list";
    EXPECT_EQ(parted.passed_over, 1U);
    const OfficeList begun = read("Nama BKAD,Alamat,Ketua\nBKAD Satu,Jalan Raya,Sri\nBKAD Dua,,\n"
                                  "BKAD Tiga,,\n",
                                  {}, OfficeKind::bodies);
    EXPECT_EQ(begun.entries, 3U) << "what is not filled in yet is no signature";
}

TEST_F(OfficeLists, WhatOnlyBeginsLikeASignatureIsAnEntry) {
    const OfficeList bodies =
        read("Nama BKAD,Ketua\nBKAD Satu,Sri\nBKAD Dua,Plt. Ahmad\nBKAD Tiga,Budi\n", {},
             OfficeKind::bodies);
    EXPECT_EQ(bodies.entries, 3U);
    const OfficeList founded =
        read("Nama BKAD,Dibentuk\nBKAD Satu,\"Tanjungasri, 12 Agustus 2020\"\n"
             "BKAD Dua,2021-01-01\n",
             {}, OfficeKind::bodies);
    EXPECT_EQ(founded.entries, 2U);
}

TEST_F(OfficeLists, TheNarrowerOfTwoTitlesTellsFirst) {
    const OfficeList list =
        read("No,Nama Kegiatan,NOMOR DAN TANGGAL / Nomor,NOMOR DAN TANGGAL / Tanggal,"
             "DESA / I,DESA / II,JANGKA WAKTU / Mulai,JANGKA WAKTU / Selesai\n"
             "1,Air bersih,01/PKS/2025,17-Agt-2025,Mekarsari,Sukamaju,1 Nop 2025,31-Dec-2028\n");
    std::vector<std::string> fields;
    for (const OfficeColumn& column : list.columns)
        fields.push_back(column.field);
    EXPECT_THAT(fields,
                ElementsAre("", "judul", "nomor", "tanggal", "desa", "desa", "mulai", "berakhir"));
    std::vector<Finding> findings;
    const auto tables = laid(list, findings);
    const auto& agreements = std::get<model::Table<model::Agreement>>(tables);
    ASSERT_EQ(agreements.size(), 1U);
    EXPECT_EQ(iso_text(*agreements[0].signed_on), "2025-08-17");
    EXPECT_EQ(iso_text(*agreements[0].starts), "2025-11-01");
    EXPECT_EQ(iso_text(*agreements[0].ends), "2028-12-31");
    EXPECT_EQ(std::get<model::Table<model::AgreementParty>>(tables).size(), 2U);
}

TEST_F(OfficeLists, KnowsWhatEndsFromWhatWasSigned) {
    for (const char* title : {"Tgl Selesai", "Tanggal Selesai", "Tgl. Akhir", "Berlaku s/d"}) {
        const OfficeList list =
            read("Nama Kegiatan,Nomor Perjanjian,Tgl,Desa,Kecamatan," + std::string(title) +
                 "\nAir bersih,01/PKS/2025,12 Maret 2025,Mekarsari,"
                 "Tanjungasri,31 Desember 2028\n");
        std::vector<Finding> findings;
        const auto tables = laid(list, findings);
        const auto& agreements = std::get<model::Table<model::Agreement>>(tables);
        ASSERT_EQ(agreements.size(), 1U) << title;
        EXPECT_EQ(iso_text(*agreements[0].signed_on), "2025-03-12") << title;
        ASSERT_TRUE(agreements[0].ends) << title;
        EXPECT_EQ(iso_text(*agreements[0].ends), "2028-12-31") << title;
    }
}

TEST_F(OfficeLists, TakesBothDaysOfATermFromOneColumn) {
    const OfficeList list = read("Nama Kegiatan,Nomor Perjanjian,Desa,Kecamatan,Masa Berlaku\n"
                                 "Air bersih,01/PKS/2025,Mekarsari,Tanjungasri,2023-2028\n"
                                 "Ronda,02/PKS/2025,Mekarsari,Tanjungasri,seterusnya\n");
    std::vector<Finding> findings;
    const auto tables = laid(list, findings);
    const auto& agreements = std::get<model::Table<model::Agreement>>(tables);
    ASSERT_EQ(agreements.size(), 2U);
    EXPECT_EQ(iso_text(*agreements[0].starts), "2023-01-01");
    EXPECT_EQ(iso_text(*agreements[0].ends), "2028-12-31");
    EXPECT_THAT(agreements[1].remark, HasSubstr("seterusnya")) << "nothing is lost";
}

TEST_F(OfficeLists, AChoiceThatNoVillageHasDecidesNothing) {
    OfficeChoices choices;
    choices.names["Mekarsari"] = "99.99.99.9999";
    const OfficeList list = read("Nama Kegiatan,Nomor Perjanjian,Desa,Kecamatan\n"
                                 "Air bersih,01/PKS/2025,Mekarsari,Tanjungasri\n",
                                 choices);
    EXPECT_EQ(list.open_names, 1U) << "nothing is taken in without it";
    EXPECT_THAT(codes(list.findings), ElementsAre("office_list", "office_choice_unknown"));
    EXPECT_THAT(list.findings[1].message.arguments, ::testing::Contains("99.99.99.9999"));
}

TEST_F(OfficeLists, SaysWhichRowIsASum) {
    const OfficeList list = read("Nama Kegiatan,Nomor Perjanjian,Desa,Kecamatan,Nilai\n"
                                 "Air bersih,01/PKS/2025,Mekarsari,Tanjungasri,100\n"
                                 "JUMLAH,,,,100\n");
    EXPECT_EQ(list.entries, 1U);
    EXPECT_THAT(codes(list.findings), ElementsAre("office_list", "office_sum"));
    EXPECT_EQ(list.findings[1].subject, "Daftar 2025.csv:3");
}

TEST_F(OfficeLists, SaysWhichColumnsAndValuesItDidNotTake) {
    EXPECT_THAT(codes(read(list_2025).findings), ElementsAre("office_list", "office_value"))
        << "a column that counts the rows is no loss";
    const OfficeList list = read("Halaman" + std::string(list_2025).substr(2));
    EXPECT_THAT(codes(list.findings),
                ElementsAre("office_list", "office_columns_left", "office_value"));
    EXPECT_THAT(list.findings[1].message.arguments[1], HasSubstr("Halaman"));
    EXPECT_EQ(list.findings[2].subject, "Daftar 2025.csv:3");
}

TEST_F(OfficeLists, ANameThatIsNotSureWaitsForAPerson) {
    const std::string text = "Judul,Desa\nAir,Wonokencono\nAir,Mekarsari\n";
    const OfficeList open = read(text);
    EXPECT_EQ(open.open_names, 1U);
    EXPECT_EQ(open.names.front().written, "Wonokencono") << "those to be looked at first";
    EXPECT_THAT(codes(open.findings), ElementsAre("office_list", "office_name_open"));
    EXPECT_EQ(open.findings[1].severity, Severity::error);

    OfficeChoices choices;
    choices.names["Wonokencono"] = "99.01.01.2003";
    const OfficeList decided = read(text, choices);
    EXPECT_EQ(decided.open_names, 0U);
    std::vector<Finding> findings;
    tables_ = laid(decided, findings);
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(std::get<model::Table<model::AgreementParty>>(tables_).size(), 2U);
    EXPECT_EQ(read(text).open_names, 0U) << "remembered";
}

TEST_F(OfficeLists, WhatIsLeftOutStandsInTheRemark) {
    OfficeChoices choices;
    choices.leave_unknown = true;
    const OfficeList list = read("Judul,Desa,Kecamatan\nAir,Antah; Mekarsari,Jauh\n", choices);
    EXPECT_EQ(list.open_names, 0U);
    std::vector<Finding> findings;
    const auto tables = laid(list, findings);
    EXPECT_THAT(std::get<model::Table<model::Agreement>>(tables)[0].remark,
                HasSubstr("Antah (Jauh)"));
}

TEST_F(OfficeLists, AColumnMeansWhatAPersonSaysAndIsRemembered) {
    OfficeChoices choices;
    choices.columns["Urusan"] = "judul";
    choices.columns["Status"] = "-";
    const std::string text = "Urusan,Desa,Status\nPasar,Mekarsari,aktif\n";
    EXPECT_EQ(read_office_list(*atlas(), csv(text), {}).kind, OfficeKind::none)
        << "no column of titles";
    const OfficeList list = read(text, choices);
    EXPECT_EQ(list.columns[0].field, "judul");
    EXPECT_EQ(list.columns[2].field, "");
    std::vector<Finding> findings;
    tables_ = laid(list, findings);
    EXPECT_EQ(read(text).columns[2].field, "");
}

TEST_F(OfficeLists, ComesAgainWithoutTakingAnythingAway) {
    std::vector<Finding> findings;
    tables_ =
        laid(read("Judul,Nomor,Desa,Pihak Ketiga\nAir,1/2025,Mekarsari,PT Tirta\n"), findings);
    auto& agreements = std::get<model::Table<model::Agreement>>(tables_);
    model::Agreement richer = agreements[0];
    EXPECT_EQ(richer.branch, model::Branch::third_party);
    richer.field = model::Field::health;
    richer.content_funding = "Pasal 9";
    agreements.put(richer);
    auto& parties = std::get<model::Table<model::AgreementParty>>(tables_);
    ASSERT_EQ(parties.size(), 2U);
    model::AgreementParty signed_party = parties[0];
    signed_party.signatory = "Siti";
    parties.put(signed_party);

    tables_ = laid(read("Judul,Nomor,Desa\nAir,1/2025,Sukamaju\n"), findings);
    EXPECT_THAT(findings, IsEmpty()) << "nothing was erased";
    EXPECT_EQ(std::get<model::Table<model::Agreement>>(tables_).size(), 1U);
    EXPECT_EQ(std::get<model::Table<model::Agreement>>(tables_)[0].field, model::Field::health);
    EXPECT_EQ(std::get<model::Table<model::Agreement>>(tables_)[0].content_funding, "Pasal 9");
    const auto& now = std::get<model::Table<model::AgreementParty>>(tables_);
    ASSERT_EQ(now.size(), 3U);
    EXPECT_EQ(now[0].signatory, "Siti");
    EXPECT_TRUE(now[1].third_party);
    EXPECT_EQ(now[2].village.value, 2);
    EXPECT_EQ(std::get<model::Table<model::ThirdParty>>(tables_).size(), 1U);
}

TEST_F(OfficeLists, AFormulaGuardIsNoPartOfAName) {
    const OfficeList list = read("Judul,Desa\n'=1+1,Mekarsari\n");
    std::vector<Finding> findings;
    const auto tables = laid(list, findings);
    EXPECT_EQ(std::get<model::Table<model::Agreement>>(tables)[0].title, "=1+1");
}

TEST_F(OfficeLists, FieldsAreKnownByWhatOfficesCallThem) {
    EXPECT_EQ(office_code("bidang", "Bidang Ekonomi"), "ekonomi");
    EXPECT_EQ(office_code("bidang", "Keamanan dan Ketertiban"), "tramtib");
    EXPECT_EQ(office_code("bidang", "Batas Desa"), "batas_desa");
    EXPECT_EQ(office_code("bidang", "SDA"), "sda_ttg");
    EXPECT_EQ(office_code("bidang", "Bid. PU"), "pekerjaan_umum");
    EXPECT_EQ(office_code("bidang", "Sosbud"), "sosial_budaya");
    EXPECT_EQ(office_code("tahap", "Masih berlaku"), "pelaksanaan");
    EXPECT_EQ(office_code("tahap", "penandatangan"), "penandatanganan");
    EXPECT_FALSE(office_code("bidang", "Perikanan laut"));
}

TEST_F(OfficeLists, AnotherTableIsNone) {
    EXPECT_EQ(read_office_list(*atlas(), csv("Nama,Alamat\nPT,Jalan\n"), {}).kind,
              OfficeKind::none);
}

/// As a window does it: a plan with open names, the decision, the plan again, yes.
TEST(OfficeListInTheWindow, IsDecidedAndTaken) {
    using namespace testing;
    const TemporaryFolder folder;
    Running app;
    auto villages = grid(2);
    villages[0].name = "Wonokencana";
    app.act(OpenFile{make_project(folder, villages)});
    std::ofstream(folder / "Daftar.csv") << "Judul,Desa\nPasar,Wonokencono\n";
    app.act(ImportInto{folder / "Daftar.csv"});
    ASSERT_TRUE(app.workspace.import());
    ImportView view = *app.workspace.import();
    ASSERT_EQ(view.open_names, 1U);
    ASSERT_EQ(view.office.size(), 1U);
    ASSERT_EQ(view.office[0].names.size(), 1U);
    EXPECT_EQ(view.office[0].columns[0].field, 2) << "the title";
    EXPECT_THAT(view.office[0].names[0].choices[0].second, HasSubstr("Wonokencana"));
    app.act(AcceptImport{});
    EXPECT_TRUE(app.workspace.atlas()->agreements().empty()) << "not while a name is open";

    app.act(ImportInto{folder / "Daftar.csv"});
    OfficeChoices leave;
    leave.leave_unknown = true;
    app.act(ImportInto{{}, 0, false, leave});
    EXPECT_EQ(app.workspace.import()->open_names, 0U);
    app.act(ImportInto{{}, 0, false, {}});
    EXPECT_EQ(app.workspace.import()->open_names, 1U) << "what was decided can be taken back";
    OfficeChoices choices;
    choices.names["Wonokencono"] = view.office[0].names[0].choices[0].first;
    app.act(ImportInto{{}, 0, false, choices});
    view = *app.workspace.import();
    EXPECT_EQ(view.open_names, 0U);
    EXPECT_EQ(view.office[0].names[0].chosen, 0);
    app.act(AcceptImport{});
    ASSERT_EQ(app.workspace.atlas()->agreements().size(), 1U);
    EXPECT_EQ(app.workspace.atlas()->table<model::AgreementParty>()[0].village.value, 1);
    EXPECT_EQ(app.workspace.atlas()->table<model::VillageAlias>()[0].name, "Wonokencono");
}

TEST(OfficeListInTheWindow, IsKnownByItsColumnsWhateverItIsCalled) {
    using namespace testing;
    const TemporaryFolder folder;
    Running app;
    app.act(OpenFile{make_project(folder, grid(2))});
    std::ofstream(folder / "BKAD.csv") << "Nama BKAD,Ketua\nBKAD Tirta,Siti\n";
    app.act(ImportInto{folder / "BKAD.csv"});
    ASSERT_TRUE(app.workspace.import());
    const ImportView view = *app.workspace.import();
    ASSERT_EQ(view.office.size(), 1U);
    EXPECT_EQ(view.office[0].kinds[static_cast<std::size_t>(view.office[0].kind)].first, "bkad");
    for (const auto& [value, name] : view.office[0].kinds)
        EXPECT_THAT(name, ::testing::Not(HasSubstr("workspace.")));
    for (const auto& [value, name] : view.office[0].fields)
        EXPECT_THAT(name, ::testing::Not(HasSubstr("workspace.")));
    app.act(AcceptImport{});
    ASSERT_EQ(app.workspace.atlas()->table<model::CooperationBody>().size(), 1U);
    EXPECT_EQ(app.workspace.atlas()->table<model::BodyMember>()[0].person, "Siti");
}

TEST(OfficeListInTheWindow, ATableThatIsNoneCanBeSaidToBeOne) {
    using namespace testing;
    const TemporaryFolder folder;
    Running app;
    auto villages = grid(2);
    villages[0].name = "Wonokencana";
    app.act(OpenFile{make_project(folder, villages)});
    std::ofstream(folder / "Tabel.csv") << "Uraian,Pemilik\nGudang,Wonokencana\n";
    app.act(ImportInto{folder / "Tabel.csv"});
    ASSERT_TRUE(app.workspace.import());
    ASSERT_EQ(app.workspace.import()->office.size(), 1U);
    EXPECT_EQ(app.workspace.import()->office[0].kind, 0);
    OfficeChoices choices;
    choices.lists["Tabel.csv"] = "aset_bersama";
    app.act(ImportInto{{}, 0, false, choices});
    EXPECT_FALSE(app.workspace.import()->office[0].missing.empty());
    choices.columns["Uraian"] = "nama";
    app.act(ImportInto{{}, 0, false, choices});
    EXPECT_TRUE(app.workspace.import()->office[0].missing.empty());
    app.act(AcceptImport{});
    ASSERT_EQ(app.workspace.atlas()->assets().size(), 1U);
    EXPECT_EQ(app.workspace.atlas()->shares({1})[0]->village.value, 1);
}

} // namespace
} // namespace antardesa::workspace
