#include "analysis/sample_regency.h"
#include "analysis/segments.h"
#include "workspace/papers.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path languages =
    std::filesystem::path(ANTARDESA_BINARY_DIR) / "share/antardesa/languages";

/// A western village and two eastern ones, one north of the other, and one case about both lines
/// between west and east.
class CasePaper : public ::testing::Test {
  protected:
    CasePaper() {
        south_ =
            regency_.village("Selatan", district_, analysis::grid_box(1, 0, 2, 1), "99.01.01.2002");
        north_ =
            regency_.village("Utara", district_, analysis::grid_box(1, 1, 2, 2), "99.01.01.2003");
        row_.first = west_;
        row_.second = south_;
        row_.state = model::DisputeState::district_facilitation;
        row_.facilitator = model::Facilitator::district_head;
    }
    void SetUp() override {
        if (!std::filesystem::exists(languages / "id.mo"))
            GTEST_SKIP() << "target languages is not built";
        Progress progress;
        auto& segments = std::get<model::Table<model::BoundarySegment>>(regency_.tables);
        segments = model::Table<model::BoundarySegment>(
            analysis::derive_segments(*regency_.atlas(), progress));
        row_.segment = between(west_, south_);
        dispute_ = regency_.put(row_);
    }
    Id<model::BoundarySegment> between(Id<model::Village> first, Id<model::Village> second) const {
        for (const auto& row : std::get<model::Table<model::BoundarySegment>>(regency_.tables))
            if (std::minmax(row.first, row.second) == std::minmax(first, second))
                return row.id;
        return {};
    }
    void put(const model::BoundaryDispute& row) {
        auto& table = std::get<model::Table<model::BoundaryDispute>>(regency_.tables);
        table.put(row);
    }
    void add_segment(Id<model::BoundarySegment> segment) {
        regency_.put(model::CaseSegment{{}, dispute_, segment});
    }
    void claim(Id<model::Village> village, int at, double east) {
        model::Claim row;
        row.dispute = dispute_;
        row.village = village;
        row.basis = "peta " + std::to_string(at);
        const double south = -7 + 0.01 * at;
        row.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{
            {{109.01, south}, {109.01 + east, south + 0.005}, {109.01, south + 0.01}}});
        regency_.put(row);
    }
    /// All that the paper says, a text to a line.
    std::string said(PaperKind kind, bool of_the_case = true) const {
        Progress progress;
        const auto atlas =
            model::Atlas::build({regency_name_, "Contoh", "uji"}, regency_.tables, 1, progress);
        const i18n::Catalogue words(i18n::Language::indonesian, languages);
        PaperRequest request;
        request.kind = kind;
        if (kind != PaperKind::dispute_register && of_the_case)
            request.dispute = dispute_;
        const auto made = compose_paper({*atlas, words, analysis::today, "uji"}, request);
        if (!made)
            return made.refusal().message.key;
        std::string all = made.value().mark + "\n";
        for (const documents::Block& block : made.value().blocks) {
            if (const auto* one = std::get_if<documents::Heading>(&block))
                all += one->text + "\n";
            else if (const auto* text = std::get_if<documents::Paragraph>(&block))
                all += text->text + "\n";
            else if (const auto* list = std::get_if<documents::NumberedList>(&block))
                for (const std::string& item : list->items)
                    all += item + "\n";
            else if (const auto* facts = std::get_if<documents::Facts>(&block))
                for (const auto& row : facts->rows)
                    all += row.first + ": " + row.second + "\n";
            else if (const auto* places = std::get_if<documents::Signatures>(&block))
                for (const auto& row : places->rows)
                    for (const documents::Signature& place : row)
                        all += place.role + "\n";
            else if (const auto* table = std::get_if<documents::Table>(&block))
                for (const auto& row : table->rows)
                    for (const documents::Cell& cell : row)
                        all += cell.text + "\n";
        }
        return all;
    }

    analysis::SampleRegency regency_;
    std::string regency_name_ = "Contoh";
    Id<model::District> district_ = regency_.district("Tanjungasri");
    Id<model::Village> west_ =
        regency_.village("Barat", district_, analysis::grid_box(0, 0, 1, 2), "99.01.01.2001");
    Id<model::Village> south_;
    Id<model::Village> north_;
    model::BoundaryDispute row_;
    Id<model::BoundaryDispute> dispute_;
};

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
