#include "case_paper.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using testing::CasePaper;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(CasePaper, APlannedMeetingWasNotHeld) {
    model::Meeting meeting;
    meeting.dispute = dispute_;
    meeting.kind = model::MeetingKind::dispute;
    meeting.place = "Balai Desa";
    meeting.date = analysis::today;
    const auto id = regency_.put(meeting);
    EXPECT_THAT(said(PaperKind::minutes), HasSubstr("Balai Desa"));
    meeting.id = id;
    meeting.date = Date(std::chrono::sys_days(analysis::today) + std::chrono::days(1));
    regency_.put(meeting);
    EXPECT_THAT(said(PaperKind::minutes), Not(HasSubstr("Balai Desa")));
}

TEST_F(CasePaper, ASignatureOfADayStillToComeIsNone) {
    model::Signatory head;
    head.dispute = dispute_;
    head.village = west_;
    head.role = model::SignatoryRole::village_head;
    head.name = "Siti";
    head.signed_on = analysis::day(2099, 1, 1);
    regency_.put(head);
    EXPECT_THAT(
        said(PaperKind::minutes),
        HasSubstr("Kepala Desa Barat (bertanggal 1 Januari 2099, di luar masa fasilitasi)"));
}

TEST_F(CasePaper, OfSeveralSegmentsSaysWhichOneAClaimIsAbout) {
    add_segment(between(west_, north_));
    claim(west_, 0, 0.002);
    claim(south_, 0, -0.001);
    claim(west_, 1, 0.003);
    const std::string minutes = said(PaperKind::minutes);
    EXPECT_THAT(minutes, HasSubstr("Garis menurut Desa Barat pada Segmen 1 (Desa Barat dengan Desa "
                                   "Selatan) berdasarkan peta 0, sepanjang"));
    EXPECT_THAT(minutes, HasSubstr("Garis menurut Desa Barat pada Segmen 2 (Desa Barat dengan Desa "
                                   "Utara) berdasarkan peta 1, sepanjang"));
    EXPECT_THAT(minutes, HasSubstr("Desa Utara belum mengajukan garis tersendiri pada Segmen 2 "
                                   "(Desa Barat dengan Desa Utara); pembandingnya garis yang "
                                   "tercatat"));
    EXPECT_THAT(minutes, Not(HasSubstr("Desa Selatan belum mengajukan")));
}

TEST_F(CasePaper, OfSeveralSegmentsCountsAsContestedThoseWithClaims) {
    add_segment(between(west_, north_));
    row_.id = dispute_;
    row_.contested = analysis::grid_box(0, 0, 1, 1);
    put(row_);
    EXPECT_THAT(said(PaperKind::minutes), HasSubstr("Luas wilayah yang diperselisihkan 12"))
        << "of an area that came in without claims";
    claim(west_, 1, 0.003);
    EXPECT_THAT(said(PaperKind::minutes),
                HasSubstr("Luas wilayah di antara garis-garis yang diajukan pada Segmen 2 (Desa "
                          "Barat dengan Desa Utara) 12"));
    claim(west_, 0, 0.002);
    EXPECT_THAT(said(PaperKind::minutes),
                HasSubstr("diajukan pada Segmen 1 (Desa Barat dengan Desa Selatan) dan Segmen 2 "
                          "(Desa Barat dengan Desa Utara) 12"));
}

TEST_F(CasePaper, OfSeveralSegmentsNamesWhatOneWasAgreedWith) {
    const auto further = between(west_, north_);
    add_segment(further);
    const char* const named = "Berita Acara Nomor 9/BA/2026 tanggal";
    EXPECT_THAT(said(PaperKind::minutes), Not(HasSubstr(named)));
    model::Document minutes;
    minutes.kind = "berita_acara";
    minutes.number = "9/BA/2026";
    minutes.title = "Kesepakatan batas";
    minutes.date = analysis::today;
    auto& segments = std::get<model::Table<model::BoundarySegment>>(regency_.tables);
    model::BoundarySegment agreed = *segments.find(further);
    agreed.state = model::SegmentState::agreed;
    agreed.document = regency_.put(minutes);
    segments.put(agreed);
    EXPECT_THAT(said(PaperKind::minutes), HasSubstr(named));
}

TEST_F(CasePaper, OfOneSegmentSaysNothingOfSegments) {
    claim(west_, 0, 0.002);
    const std::string minutes = said(PaperKind::minutes);
    EXPECT_THAT(minutes, HasSubstr("Garis menurut Desa Barat berdasarkan peta 0, sepanjang"));
    EXPECT_THAT(minutes,
                HasSubstr("Desa Selatan belum mengajukan garis tersendiri; pembandingnya"));
}

TEST_F(CasePaper, InAKotaSpeaksOfItsWaliKota) {
    for (const bool by_code : {true, false}) {
        regency_name_ = by_code ? "Contoh" : "Kota Contoh";
        if (by_code) {
            model::District row =
                *std::get<model::Table<model::District>>(regency_.tables).find(district_);
            row.code = "99.71.01";
            regency_.put(row);
        }
        row_.id = dispute_;
        row_.state = model::DisputeState::regent_decision;
        row_.facilitator = model::Facilitator::regent;
        row_.facilitation_start = analysis::day(2026, 5, 1);
        put(row_);
        const std::string minutes = said(PaperKind::minutes);
        EXPECT_THAT(minutes, HasSubstr("KOTA CONTOH"));
        EXPECT_THAT(minutes, HasSubstr("batasnya ditetapkan dengan Peraturan Wali Kota."));
        EXPECT_THAT(minutes, HasSubstr("Wali Kota Contoh\n")) << "who facilitates";
        const std::string cases = said(PaperKind::dispute_register);
        EXPECT_THAT(cases, HasSubstr("menunggu Peraturan Wali Kota"));
        for (const std::string& text : {minutes, cases, said(PaperKind::coordinates)})
            EXPECT_THAT(text, Not(HasSubstr("Bupati")));
    }
}

TEST_F(CasePaper, InAKabupatenSpeaksOfItsBupati) {
    row_.id = dispute_;
    row_.state = model::DisputeState::regent_decision;
    row_.facilitator = model::Facilitator::regent;
    put(row_);
    const std::string minutes = said(PaperKind::minutes);
    EXPECT_THAT(minutes, HasSubstr("Peraturan Bupati."));
    EXPECT_THAT(minutes, HasSubstr("Bupati Contoh\n"));
}

TEST_F(CasePaper, AWordThatANameBringsAlongIsSaidOnce) {
    auto& villages = std::get<model::Table<model::Village>>(regency_.tables);
    model::Village west = *villages.find(west_);
    west.name = "DESA Barat";
    villages.put(west);
    model::Village south = *villages.find(south_);
    south.name = "Kelurahan Selatan";
    south.kind = model::VillageKind::urban_village;
    villages.put(south);
    auto& districts = std::get<model::Table<model::District>>(regency_.tables);
    model::District district = *districts.find(district_);
    district.name = "Kecamatan Tanjungasri";
    districts.put(district);
    const std::string minutes = said(PaperKind::minutes);
    for (const char* words : {"DESA BARAT DENGAN KELURAHAN SELATAN\nKECAMATAN TANJUNGASRI\n",
                              "Kepala Desa Barat\n", "Lurah Selatan\n", "Camat Tanjungasri\n"})
        EXPECT_THAT(minutes, HasSubstr(words));
}

TEST_F(CasePaper, BetweenTwoKabupatenNothingIsAgreedOrSigned) {
    model::Village other = *std::get<model::Table<model::Village>>(regency_.tables).find(south_);
    other.district = regency_.district("Seberang", "Tetangga");
    regency_.put(other);
    EXPECT_EQ(said(PaperKind::minutes), "workspace.paper.outside_village_law");
    const std::string annex = said(PaperKind::coordinates);
    EXPECT_THAT(annex, HasSubstr("DRAF\nDAFTAR KOORDINAT TITIK PADA BATAS DAERAH"));
    EXPECT_THAT(annex, HasSubstr("batas daerah menurut Permendagri 141/2017"));
    EXPECT_THAT(annex, Not(HasSubstr("Kepala Desa")));
    model::TurningPoint point;
    point.segment = row_.segment;
    point.order = 1;
    point.number = "000";
    point.kind = "TK";
    point.position = {109.01, -7};
    regency_.put(point);
    const std::string all = said(PaperKind::coordinates, false);
    EXPECT_THAT(all, HasSubstr("DRAF\nDAFTAR KOORDINAT TITIK PADA BATAS DAERAH"))
        << "the only line that has points";
    EXPECT_THAT(all, HasSubstr("bukan batas desa"));
    EXPECT_THAT(all, Not(HasSubstr("Kepala Desa")));
}

TEST_F(CasePaper, UnderTwoLawsEachLineIsUnderItsOwn) {
    model::Village other = *std::get<model::Table<model::Village>>(regency_.tables).find(north_);
    other.district = regency_.district("Seberang", "Tetangga");
    regency_.put(other);
    add_segment(between(west_, north_));
    EXPECT_EQ(said(PaperKind::minutes), "workspace.paper.two_laws");
    const std::string annex = said(PaperKind::coordinates);
    for (const char* words :
         {"DRAF\nDAFTAR KOORDINAT TITIK PADA BATAS DESA DAN BATAS DAERAH\n",
          "Jenis batas: Batas desa (Permendagri 45/2016)\n",
          "Jenis batas: Batas daerah (Permendagri 141/2017), bukan batas desa\n",
          "tidak ditandatangani"})
        EXPECT_THAT(annex, HasSubstr(words));
    EXPECT_THAT(annex, Not(HasSubstr("Kepala Desa")));
}

} // namespace
} // namespace antardesa::workspace
