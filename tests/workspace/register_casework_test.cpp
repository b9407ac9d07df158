#include "register_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

using ::testing::ElementsAre;
using ::testing::IsEmpty;

void put_case(ImportDraft& draft, std::int64_t id, const char* number, Id<model::Village> first,
              Id<model::Village> second) {
    model::BoundaryDispute dispute;
    dispute.id = {id};
    dispute.number = number;
    dispute.first = first;
    dispute.second = second;
    draft.put(dispute);
}

TEST(CaseworkRegisters, ARegisterThatComesAloneNamesTheRowsOfTheProject) {
    ImportDraft draft = small_draft();
    put_case(draft, 4, "07/2026", {1}, {2});
    put_case(draft, 5, "08/2026", {1}, {3});
    draft.put(model::Document{{6}, "peta", "12", std::nullopt, "Peta desa", "", "", ""});
    const auto findings =
        lay_registers(draft, {csv("bukti_sengketa", "sengketa_id,kode_desa,jenis,judul,tahun,"
                                                    "skala,dokumen_id,bujur,lintang\n"
                                                    "07/2026,99.01.01.2001,peta,Peta 1987,1987,"
                                                    "1:5.000,#6,,\n"
                                                    "#5,99.01.01.2003,foto,Pilar,,,,110.5,-7.25\n"
                                                    "5,99.01.01.2003,foto,Ragu,,,,,\n"
                                                    "#9,99.01.01.2003,foto,Tiada,,,,,\n")});
    EXPECT_THAT(codes(findings),
                ElementsAre("register_unnamed_reference", "register_unnamed_reference"));
    const auto& evidence = draft.table<model::Evidence>();
    ASSERT_EQ(evidence.size(), 2U);
    EXPECT_EQ(evidence[0].dispute.value, 4);
    EXPECT_EQ(evidence[0].document.value, 6);
    EXPECT_EQ(evidence[0].year, 1987);
    EXPECT_EQ(evidence[0].scale, "1:5.000");
    EXPECT_EQ(evidence[1].dispute.value, 5);
    EXPECT_EQ(evidence[1].kind, model::EvidenceKind::photo);
    ASSERT_TRUE(evidence[1].position);
    EXPECT_EQ(evidence[1].position->y, -7.25);
}

TEST(CaseworkRegisters, WhoSignsIsReplacedAsASetAndThoseWhoGoAreCounted) {
    ImportDraft draft = small_draft();
    put_case(draft, 4, "07/2026", {1}, {2});
    for (const char* name : {"Siti", "Budi"}) {
        model::Signatory signatory;
        signatory.dispute = {4};
        signatory.name = name;
        draft.put(signatory);
    }
    const auto findings = lay_registers(
        draft, {csv("penanda_tangan", "sengketa_id,peran,nama\n#4,kepala_desa,Siti\n")});
    ASSERT_THAT(codes(findings), ElementsAre("register_rows_erased"));
    EXPECT_EQ(findings[0].message.arguments.back(), "1");
    EXPECT_EQ(draft.table<model::Signatory>().size(), 1U);
}

TEST(CaseworkRegisters, WhatWasBroughtForwardOnlyGainsByAFile) {
    ImportDraft draft = small_draft();
    put_case(draft, 4, "07/2026", {1}, {2});
    for (const char* title : {"Peta", "Foto"}) {
        model::Evidence evidence;
        evidence.dispute = {4};
        evidence.title = title;
        draft.put(evidence);
    }
    const std::string claims = "sengketa_id,kode_desa,garis,dasar\n"
                               "#4,99.01.01.2001,\"LINESTRING (109 -7, 109.1 -7)\",Peta 1987\n";
    for (int again = 0; again < 2; ++again)
        EXPECT_THAT(
            codes(lay_registers(
                draft, {csv("bukti_sengketa", "sengketa_id,judul,tahun\n#4,Peta,1987\n#4,Girik,\n"),
                        csv("klaim_batas", claims)})),
            ElementsAre("register_rows_stay"))
            << "the photo";
    const auto& evidence = draft.table<model::Evidence>();
    ASSERT_EQ(evidence.size(), 3U);
    EXPECT_EQ(evidence[0].year, 1987) << "the same map, told again";
    EXPECT_EQ(evidence[1].title, "Foto") << "not in the file, and still there";
    EXPECT_EQ(draft.table<model::Claim>().size(), 1U);
    EXPECT_THAT(
        codes(lay_registers(
            draft, {csv("klaim_batas", "sengketa_id,kode_desa,garis,dasar\n#4,99.01.01.2002,"
                                       "\"LINESTRING (109 -7, 109.2 -7)\",Girik\n")})),
        ElementsAre("register_rows_stay"));
    EXPECT_EQ(draft.table<model::Claim>().size(), 2U) << "the other village's stays";
}

TEST(CaseworkRegisters, LaysWhoSignsAndWhatACaseIsAbout) {
    ImportDraft draft = small_draft();
    const auto findings = lay_registers(
        draft,
        {csv("sengketa_batas", "id,nomor,kode_desa_1,kode_desa_2,keadaan\n"
                               "1,07/2026,99.01.01.2001,99.01.01.2003,fasilitasi_camat\n"),
         csv("langkah_daerah", "id,nama,sesudah,dasar\n3,Mediasi,fasilitasi_camat,Perbup 1/2024\n"),
         csv("musyawarah", "id,jenis,sengketa_id,tanggal,hasil,langkah_daerah_id\n"
                           "1,pertemuan_sengketa,1,2026-03-01,sepakat,3\n"),
         csv("sengketa_segmen", "sengketa_id,kode_desa_1,kode_desa_2\n"
                                "1,99.01.01.2002,99.01.01.2001\n1,99.01.01.2003,99.01.01.2002\n"),
         csv("penanda_tangan", "sengketa_id,peran,kode_desa,nama,jabatan,nip,nomor_berita_acara,"
                               "tanggal\n1,kepala_desa,99.01.01.2001,Siti,Kepala Desa,,BA/1,"
                               "2026-03-02\n"),
         csv("dokumen", "id,jenis,nomor,judul\n2,peta,7,Peta\n"),
         csv("lampiran", "dokumen_id,nama,tautan\n2,peta.pdf,D:/peta.pdf\n2,foto.jpg,\n")});
    EXPECT_THAT(codes(findings), ElementsAre("register_no_segment", "register_no_content"));
    EXPECT_EQ(draft.table<model::Meeting>()[0].step, draft.table<model::LocalStep>()[0].id);
    ASSERT_EQ(draft.table<model::CaseSegment>().size(), 1U);
    EXPECT_EQ(draft.table<model::CaseSegment>()[0].segment,
              draft.table<model::BoundarySegment>()[0].id);
    const model::Signatory& signatory = draft.table<model::Signatory>()[0];
    EXPECT_EQ(signatory.role, model::SignatoryRole::village_head);
    EXPECT_EQ(signatory.paper_number, "BA/1");
    EXPECT_EQ(iso_text(*signatory.signed_on), "2026-03-02");
    EXPECT_EQ(draft.table<model::Attachment>().size(), 2U);
}

TEST(CaseworkRegisters, WhatLiesAheadWasNeitherMadeNorSignedNorHeld) {
    const std::vector registers{
        csv("sengketa_batas", "id,nomor,kode_desa_1,kode_desa_2,keadaan\n"
                              "1,07/2026,99.01.01.2001,99.01.01.2002,fasilitasi_camat\n"),
        csv("musyawarah", "id,jenis,sengketa_id,tanggal,tempat,hasil\n"
                          "1,pertemuan_sengketa,1,2026-03-03,Balai,sepakat\n"
                          "2,pertemuan_sengketa,1,2026-03-04,Kantor,\n"
                          "3,pertemuan_sengketa,1,2026-03-02,Masjid,sepakat\n"),
        csv("penanda_tangan", "sengketa_id,peran,kode_desa,nama,tanggal\n"
                              "1,kepala_desa,99.01.01.2001,Siti,2026-03-02\n"
                              "1,kepala_desa,99.01.01.2002,Budi,2062-03-02\n"),
        csv("dokumen", "id,jenis,nomor,judul,tanggal\n2,perbup,7,Batas,2026-03-09\n")};
    ImportDraft draft = small_draft();
    for (int again = 0; again < 2; ++again) {
        const auto findings =
            lay_registers(draft, registers, Date{std::chrono::year(2026) / 3 / 2});
        EXPECT_THAT(codes(findings), ElementsAre("register_date_to_come", "register_date_to_come",
                                                 "register_date_to_come"))
            << again;
        EXPECT_EQ(findings[2].subject, "penanda_tangan.csv:3");
        EXPECT_EQ(findings[2].message.arguments.back(), "2062-03-02");
        const auto& meetings = draft.table<model::Meeting>();
        ASSERT_EQ(meetings.size(), 3U);
        EXPECT_FALSE(meetings[0].date);
        EXPECT_EQ(meetings[0].outcome, model::MeetingOutcome::agreed) << "the rest comes in";
        EXPECT_TRUE(meetings[1].date) << "one that is planned";
        EXPECT_TRUE(meetings[2].date) << "held today";
        ASSERT_EQ(draft.table<model::Signatory>().size(), 2U);
        EXPECT_TRUE(draft.table<model::Signatory>()[0].signed_on);
        EXPECT_FALSE(draft.table<model::Signatory>()[1].signed_on);
        ASSERT_EQ(draft.table<model::Document>().size(), 1U);
        EXPECT_FALSE(draft.table<model::Document>()[0].date);
    }
    ImportDraft undated = small_draft();
    EXPECT_THAT(lay_registers(undated, registers), IsEmpty()) << "nobody said what day it is";
}

TEST(CaseworkRegisters, ATableThatComesAgainLeavesTheBytesOfAttachments) {
    ImportDraft draft = small_draft();
    draft.put(model::Document{{6}, "peta", "12", std::nullopt, "Peta desa", "", "", ""});
    const auto bytes = std::make_shared<const std::vector<std::uint8_t>>(3);
    draft.put(model::Attachment{{1}, {6}, "peta.pdf", "application/pdf", "", "", bytes});
    EXPECT_THAT(lay_registers(draft, {csv("lampiran", "dokumen_id,nama,kata_kunci\n"
                                                      "#6,peta.pdf,parit lama\n")}),
                IsEmpty());
    ASSERT_EQ(draft.table<model::Attachment>().size(), 1U);
    EXPECT_EQ(draft.table<model::Attachment>()[0].words, "parit lama");
    EXPECT_EQ(draft.table<model::Attachment>()[0].content, bytes);
}

} // namespace
} // namespace antardesa::workspace
