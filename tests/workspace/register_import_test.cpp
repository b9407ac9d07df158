#include "register_draft.h"

#include "geo/measure.h"
#include "workspace/well_known_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(RegisterImport, KnowsARegisterByItsFileName) {
    EXPECT_EQ(register_of("/data/Kerja_Sama.CSV"), Register::agreement);
    EXPECT_EQ(register_of("kerja_sama_pihak.csv"), Register::agreement_party);
    EXPECT_EQ(register_of("anggaran.csv"), std::nullopt);
}

TEST(RegisterImport, LaysAnAgreementWithItsPartiesWhateverTheOrderOfFiles) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(
        draft,
        {csv("kerja_sama_pihak", "kerja_sama_id,kode_desa,pihak_ketiga_id,desa_luar,tanggal_musdes,"
                                 "persetujuan_bpd\n7,99.01.01.2001,,,2023-10-20,ya\n"
                                 "7,99.01.01.2003,,,,tidak\n7,,3,,,\n7,,,Ranupasir,,\n"),
         csv("pihak_ketiga", "id,nama,jenis,bujur,lintang\n3,Yayasan Sehat,lembaga_lainnya,109.1,"
                             "-8.3\n"),
         csv("kerja_sama",
             "id,nomor,judul,cabang,jenis,bidang,bidang_kini,tujuan,tahap,mulai,nilai\n"
             "7,12/PB/2023,Pasar,pihak_ketiga,usaha_bersama,ekonomi,"
             "pemberdayaan_masyarakat,1;3,pelaksanaan,2024-01-04,450000000\n")});
    EXPECT_THAT(findings, IsEmpty());
    ASSERT_EQ(draft.table<model::Agreement>().size(), 1U);
    const model::Agreement& agreement = draft.table<model::Agreement>()[0];
    EXPECT_EQ(agreement.branch, model::Branch::third_party);
    EXPECT_EQ(agreement.stage, model::Stage::execution);
    EXPECT_EQ(agreement.aims.to_string(), "0101");
    EXPECT_EQ(iso_text(*agreement.starts), "2024-01-04");
    EXPECT_EQ(agreement.value_rupiah, 450e6);
    const auto& parties = draft.table<model::AgreementParty>();
    ASSERT_EQ(parties.size(), 4U);
    EXPECT_EQ(parties[0].village.value, 1);
    EXPECT_TRUE(parties[0].council_consent);
    EXPECT_FALSE(parties[1].deliberation.has_value());
    EXPECT_EQ(parties[2].third_party, draft.table<model::ThirdParty>()[0].id);
    EXPECT_EQ(parties[3].outside_village, "Ranupasir");
}

TEST(RegisterImport, LaysWhatIsDoneAboutAnAgreement) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(
        draft, {csv("kerja_sama",
                    "id,judul,mengubah_id,isi_pendanaan\n1,Perubahan,2,Pasal 9\n2,Pasar,,\n"),
                csv("musyawarah", "id,jenis,kerja_sama_id,tanggal,kode_desa_hadir\n"
                                  "1,mad,2,2026-01-05,99.01.01.2003;99.01.01.2001\n"
                                  "4,,2,2026-02-01,\n"
                                  "2,mad,,2026-01-05,\n3,mad,2,2026-01-06,99.01.01.2999\n"),
                csv("evaluasi", "kerja_sama_id,rekognisi\n2,4\n2,9\n"),
                csv("kerja_sama_batas",
                    "kerja_sama_id,kode_desa_1,kode_desa_2\n"
                    "2,99.01.01.2002,99.01.01.2001\n2,99.01.01.2003,99.01.01.2001\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_no_segment", "register_no_owner",
                                             "register_unknown_village", "register_bad_score"));
    EXPECT_EQ(draft.table<model::Agreement>()[0].amends.value, 2) << "which comes further down";
    EXPECT_EQ(draft.table<model::Agreement>()[0].content_funding, "Pasal 9");
    ASSERT_EQ(draft.table<model::Meeting>().size(), 2U);
    EXPECT_EQ(draft.table<model::Meeting>()[1].kind, model::MeetingKind::other)
        << "no kind is not taken for a Musyawarah Antar-Desa";
    EXPECT_THAT(draft.table<model::Meeting>()[0].attended,
                ElementsAre(Id<model::Village>{1}, Id<model::Village>{3}));
    EXPECT_EQ(draft.table<model::Evaluation>()[0].recognition, 4);
    EXPECT_TRUE(draft.table<model::BoundarySubject>()[0].segment);
}

TEST(RegisterImport, AnEvaluationOfAnotherDayLeavesTheEarlierOnes) {
    ImportDraft draft = small_draft();
    const auto lay = [&draft](const std::string& rows) {
        return codes(lay_registers(
            draft, {csv("kerja_sama", "id,nomor,judul\n2,2/2025,Pasar\n"),
                    csv("evaluasi", "kerja_sama_id,tanggal,penilai,rekognisi\n" + rows),
                    csv("kerja_sama_dana", "kerja_sama_id,kode_desa,sumber,tahun,rencana\n"
                                           "2,99.01.01.2001,apb_desa,2025,1000000\n")}));
    };
    EXPECT_THAT(lay("2,2025-12-01,Camat,3\n"), ElementsAre());
    EXPECT_THAT(lay("2,2026-12-01,Camat,4\n"), ElementsAre("register_rows_stay"));
    const auto& evaluations = draft.table<model::Evaluation>();
    ASSERT_EQ(evaluations.size(), 2U);
    EXPECT_EQ(evaluations[0].recognition, 3);
    EXPECT_THAT(lay("2,2025-12-01,Camat,2\n"), ElementsAre("register_rows_stay"));
    ASSERT_EQ(evaluations.size(), 2U);
    EXPECT_EQ(evaluations[0].recognition, 2) << "the same one, corrected";
    EXPECT_EQ(draft.table<model::Funding>().size(), 1U);
}

TEST(RegisterImport, MoneyOfAThirdPartyThatDidNotComeAlongIsKnownByItsIdAlone) {
    ImportDraft draft = small_draft();
    model::Agreement agreement;
    agreement.number = "2/2025";
    const auto id = draft.put(agreement);
    std::vector<Id<model::ThirdParty>> payers;
    for (const double planned : {1e6, 2e6}) {
        model::ThirdParty payer;
        payer.name = "PT " + std::to_string(planned);
        payers.push_back(draft.put(payer));
        model::Funding funding;
        funding.agreement = id;
        funding.third_party = payers.back();
        funding.source = model::FundingSource::community;
        funding.year = 2026;
        funding.planned_rupiah = planned;
        draft.put(funding);
    }
    static_cast<void>(lay_registers(
        draft,
        {csv("kerja_sama_dana", "kerja_sama_id,pihak_ketiga_id,sumber,tahun,rencana\n#" +
                                    std::to_string(id.value) + "," +
                                    std::to_string(payers[1].value) + ",swadaya,2026,9000000\n")}));
    const auto& funding = draft.table<model::Funding>();
    EXPECT_EQ(funding[0].planned_rupiah, 1e6) << "another one's";
    EXPECT_EQ(funding[1].planned_rupiah, 9e6);
}

TEST(RegisterImport, EveryRowThatCannotBeUsedIsAnErrorWithFileLineAndValue) {
    ImportDraft draft = small_draft();
    const auto findings =
        lay_registers(draft, {csv("kerja_sama", "id,judul\n1,Pasar\n1,Kembar\n"),
                              csv("kerja_sama_pihak", "kerja_sama_id,kode_desa,desa_luar\n"
                                                      "1,99.01.01.2999,\n"
                                                      "5,99.01.01.2001,\n"
                                                      "1,99.01.01.2001,Ranupasir\n"
                                                      "1,,\n"
                                                      "1,99.01.01.2002,\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_duplicate_id", "register_unknown_village",
                                             "register_unknown_reference", "register_one_party",
                                             "register_one_party"));
    for (const Finding& finding : findings)
        EXPECT_EQ(finding.severity, Severity::error);
    EXPECT_EQ(findings[1].subject, "kerja_sama_pihak.csv:2");
    EXPECT_THAT(findings[1].message.arguments,
                ElementsAre("kerja_sama_pihak.csv", "2", "kode_desa", "99.01.01.2999"));
    EXPECT_EQ(draft.table<model::AgreementParty>().size(), 1U);
}

TEST(RegisterImport, ACodeThatTwoVillagesCarryIsNotGuessed) {
    ImportDraft draft = small_draft();
    model::Village twin;
    twin.code = "99.01.01.2001";
    draft.put(twin);
    const auto findings = lay_registers(
        draft, {csv("kerja_sama", "id,judul\n1,Pasar\n"),
                csv("kerja_sama_pihak", "kerja_sama_id,kode_desa\n1,99.01.01.2001\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_ambiguous_village"));
    EXPECT_TRUE(draft.table<model::AgreementParty>().empty());
}

TEST(RegisterImport, ImpossibleNumbersAndUnknownPartsAreSaid) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(
        draft, {csv("kerja_sama", "id,judul,nilai,tujuan,interval_laporan,aneh,kosong\n"
                                  "1,A,nan,1;99;-3;x,-12,q,\n2,B,-5,2;4;,6,,\n3,C,1e308,,,,\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_unknown_part", "register_bad_number",
                                             "register_number_outside", "register_number_outside",
                                             "register_number_outside", "register_unread_columns"));
    EXPECT_EQ(findings.back().message.arguments[2], "aneh");
    const auto& agreements = draft.table<model::Agreement>();
    ASSERT_EQ(agreements.size(), 3U);
    for (const model::Agreement& agreement : agreements)
        EXPECT_FALSE(agreement.value_rupiah.has_value());
    EXPECT_EQ(agreements[0].aims.to_string(), "0001");
    EXPECT_EQ(agreements[0].report_months, model::Agreement().report_months);
    EXPECT_EQ(agreements[1].report_months, 6);
}

TEST(RegisterImport, ANamelessAgreementAndOneThatAmendsItselfAreSaid) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(
        draft, {csv("kerja_sama", "id,nomor,judul,mengubah_id\n1,1/X,,\n2,2/X,B,2\n3,3/X,C,9\n"
                                  "4,4/X,D,2\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_no_name", "register_amends_itself",
                                             "register_lost_reference"));
    const auto& agreements = draft.table<model::Agreement>();
    ASSERT_EQ(agreements.size(), 3U);
    EXPECT_FALSE(agreements[0].amends);
    EXPECT_FALSE(agreements[1].amends);
    EXPECT_EQ(agreements[2].amends, agreements[0].id);
}

TEST(RegisterImport, ARegisterThatComesAloneKeepsTheLinksOfItsRows) {
    ImportDraft draft = small_draft();
    model::Document document;
    document.id = {12};
    document.title = "Perbup";
    draft.put(document);
    model::Agreement old;
    old.id = {5};
    old.number = "1/X";
    old.title = "Pasar";
    draft.put(old);
    model::Agreement agreement;
    agreement.id = {7};
    agreement.number = "2/X";
    agreement.title = "Pasar baru";
    agreement.document = {12};
    agreement.amends = {5};
    draft.put(agreement);
    const auto lay = [&](const std::string& rows) {
        return codes(lay_registers(
            draft, {csv("kerja_sama", "id,nomor,judul,dokumen_id,mengubah_id\n" + rows)}));
    };
    EXPECT_THAT(lay("7,2/X,Pasar baru,12,5\n"), IsEmpty());
    const model::Agreement* now = draft.table<model::Agreement>().find({7});
    ASSERT_TRUE(now);
    EXPECT_EQ(now->document.value, 12);
    EXPECT_EQ(now->amends.value, 5);
    EXPECT_THAT(lay("7,2/X,Pasar baru,13,5\n"), ElementsAre("register_kept_reference"));
    EXPECT_EQ(draft.table<model::Agreement>().find({7})->document.value, 12);
    EXPECT_THAT(lay("7,2/X,Pasar baru,,\n"), IsEmpty());
    EXPECT_FALSE(draft.table<model::Agreement>().find({7})->document);
    EXPECT_THAT(lay("8,3/X,Lain,12,\n"), ElementsAre("register_lost_reference"));
}

TEST(RegisterImport, ValuesThatCannotBeReadAreLeftEmptyAndSaid) {
    ImportDraft draft = small_draft();
    const auto findings =
        lay_registers(draft, {csv("kerja_sama", "id,judul,bidang,mulai,nilai,bkad_id\n"
                                                "1,Pasar,perikanan,31-02-2024,banyak,9\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_unknown_code", "register_bad_date",
                                             "register_bad_number", "register_lost_reference"));
    ASSERT_EQ(draft.table<model::Agreement>().size(), 1U);
    EXPECT_EQ(draft.table<model::Agreement>()[0].field, model::Field::other);
    EXPECT_FALSE(draft.table<model::Agreement>()[0].value_rupiah.has_value());
}

TEST(RegisterImport, SegmentsTakeStateAndPaperInEitherOrderOfTheVillages) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(
        draft, {csv("dokumen", "id,jenis,judul\n4,perbup,Batas desa\n"),
                csv("segmen_batas", "kode_desa_1,kode_desa_2,keadaan,pilar,dokumen_id\n"
                                    "99.01.01.2002,99.01.01.2001,perbup,ya,4\n"
                                    "99.01.01.2001,99.01.01.2002,sepakat,tidak,\n"
                                    "99.01.01.2001,99.01.01.2003,sepakat,tidak,\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_twice", "register_no_segment"));
    const model::BoundarySegment& segment = draft.table<model::BoundarySegment>()[0];
    EXPECT_EQ(segment.state, model::SegmentState::enacted);
    EXPECT_TRUE(segment.pillars);
    EXPECT_EQ(segment.document, draft.table<model::Document>()[0].id);
}

TEST(RegisterImport, BothClaimsGiveTheContestedLand) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(
        draft,
        {csv("sengketa_batas", "id,nomor,kode_desa_1,kode_desa_2,keadaan,fasilitator\n"
                               "1,001/SB,99.01.01.2001,99.01.01.2002,fasilitasi_camat,camat\n"),
         csv("klaim_batas", "sengketa_id,kode_desa,dasar,garis\n"
                            "1,99.01.01.2001,Peta,\"LINESTRING (0 0, 1 1, 2 0)\"\n"
                            "1,99.01.01.2002,Peta,\"LINESTRING (0 0, 1 -1, 2 0)\"\n"
                            "1,99.01.01.2002,Peta,\"LINESTRING (0 0, 1\"\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_bad_geometry"));
    const model::BoundaryDispute& dispute = draft.table<model::BoundaryDispute>()[0];
    EXPECT_EQ(dispute.segment, draft.table<model::BoundarySegment>()[0].id);
    ASSERT_TRUE(dispute.contested);
    EXPECT_DOUBLE_EQ(geo::area(*dispute.contested), 2);
}

TEST(RegisterImport, ImportingAgainReplacesAndAddsNothing) {
    const std::vector<io::Table> registers{
        csv("bkad", "id,nama,kode_kecamatan\n1,BKAD Tirta,99.01.01\n"),
        csv("bkad_anggota", "bkad_id,kode_desa,nama,unsur,kelamin\n1,99.01.01.2001,Siti,bpd,"
                            "perempuan\n1,99.01.01.2002,Joko,bpd,laki_laki\n"),
        csv("aset_bersama", "id,nama,jenis,geometri\n1,Tuk,mata_air,POINT (109 -8)\n"),
        csv("aset_bersama_hak", "aset_id,pemegang,kode_desa,persen\n1,desa,99.01.01.2001,60\n"
                                "1,desa,99.01.01.2002,40\n")};
    ImportDraft draft = small_draft();
    EXPECT_THAT(lay_registers(draft, registers), IsEmpty());
    const auto body = draft.table<model::CooperationBody>()[0].id;
    EXPECT_THAT(lay_registers(draft, registers), IsEmpty());
    ASSERT_EQ(draft.table<model::CooperationBody>().size(), 1U);
    EXPECT_EQ(draft.table<model::CooperationBody>()[0].id, body);
    EXPECT_EQ(draft.table<model::CooperationBody>()[0].district.value, 1);
    EXPECT_EQ(draft.table<model::BodyMember>().size(), 2U);
    EXPECT_EQ(draft.table<model::SharedAsset>().size(), 1U);
    EXPECT_EQ(draft.table<model::AssetShare>().size(), 2U);
}

TEST(RegisterImport, TwoDraftsOfTheSameNameInOneFileStayTwo) {
    ImportDraft draft = small_draft();
    EXPECT_THAT(codes(lay_registers(draft, {csv("kerja_sama", "id,judul\n1,Pasar\n2,Pasar\n")})),
                ElementsAre("register_row_again"));
    EXPECT_EQ(draft.table<model::Agreement>().size(), 2U);
}

TEST(RegisterImport, AMissingColumnAndAnUnknownRegisterAreSaidOnce) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(draft, {csv("klaim_batas", "sengketa_id,jalur\n1,a\n2,b\n"),
                                                csv("anggaran", "a,b\n1,2\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_unknown", "register_missing_column"));
    EXPECT_THAT(findings[1].message.arguments, ElementsAre("klaim_batas.csv", "2", "garis"));
}

// ---- the land between two claims

double land(const geo::Line& a, const geo::Line& b) {
    return geo::area(land_between({a}, {b}));
}

TEST(LandBetween, TurnsTheSecondLineWhenItRunsTheOtherWay) {
    EXPECT_DOUBLE_EQ(land({{0, 0}, {1, 1}, {2, 0}}, {{0, 0}, {1, -1}, {2, 0}}), 2);
    EXPECT_DOUBLE_EQ(land({{0, 0}, {1, 1}, {2, 0}}, {{2, 0}, {1, -1}, {0, 0}}), 2);
}

TEST(LandBetween, CrossingClaimsGiveOneSimpleRingForEachLens) {
    const auto polygons =
        land_between({{{0, 0}, {1, 1}, {3, -1}, {4, 0}}}, {{{0, 0}, {1, -1}, {3, 1}, {4, 0}}});
    ASSERT_EQ(polygons.size(), 2U);
    EXPECT_DOUBLE_EQ(geo::area(polygons), 4);
    for (const auto& polygon : polygons)
        EXPECT_EQ(polygon.outer.front(), polygon.outer.back());
}

TEST(LandBetween, MeetingOnAVertexIsOneMeeting) {
    const auto polygons = land_between({{{0, 0}, {1, 1}, {2, 0}, {3, 1}, {4, 0}}},
                                       {{{0, 0}, {1, -1}, {2, 0}, {3, -1}, {4, 0}}});
    ASSERT_EQ(polygons.size(), 2U);
    EXPECT_DOUBLE_EQ(geo::area(polygons), 4);
}

TEST(LandBetween, NothingWhenTheEndsAreApartOrTheLinesEqual) {
    EXPECT_THAT(land_between({{{0, 0}, {1, 1}}}, {{{0, 0}, {5, 5}}}), IsEmpty());
    EXPECT_THAT(land_between({}, {{{0, 0}, {5, 5}}}), IsEmpty());
    EXPECT_DOUBLE_EQ(land({{0, 0}, {1, 1}, {2, 0}}, {{0, 0}, {1, 1}, {2, 0}}), 0);
}

// ---- well-known text

TEST(WellKnownText, ReadsEveryKind) {
    EXPECT_EQ(from_well_known_text("POINT (109.1 -8.3)"),
              geo::Geometry(geo::PointSet{{{109.1, -8.3}}}));
    EXPECT_EQ(from_well_known_text("multipoint((1 2),3 4)"),
              geo::Geometry(geo::PointSet{{{1, 2}, {3, 4}}}));
    EXPECT_EQ(from_well_known_text(" LineString Z (1 2 9, 3 4 9)"),
              geo::Geometry(geo::LineSet{{{{1, 2}, {3, 4}}}}));
    const auto polygon =
        from_well_known_text("POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))");
    ASSERT_TRUE(polygon);
    EXPECT_EQ(std::get<geo::PolygonSet>(*polygon).polygons[0].holes.size(), 1U);
    EXPECT_TRUE(from_well_known_text("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))"));
    EXPECT_TRUE(from_well_known_text("MULTILINESTRING ((0 0, 4 0), (1 1, 2 2))"));
}

TEST(WellKnownText, NothingForWhatIsNot) {
    for (const char* text :
         {"", "POINT", "POINT (1)", "POINT (1 x)", "POINT (1 2) 3", "POINT (nan 2)",
          "POINT (1e999 2)", "LINESTRING (1 2)", "LINESTRING (1 2, 3 4",
          "POLYGON ((0 0, 1 0, 1 1))", "CIRCLE (1 2)", "POLYGON (())"})
        EXPECT_FALSE(from_well_known_text(text)) << text;
}

} // namespace
} // namespace antardesa::workspace
