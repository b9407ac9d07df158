#include "boundary_sheet.h"
#include "sheet_texts.h"

#include "cartography/detail/sheet_plan.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace antardesa::cartography {
namespace {

using namespace test;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// domain.md §6.1 item by item.
constexpr std::pair<const char*, const char*> items[] = {
    {"1 title", "PETA BATAS DESA"},
    {"2 village", "Desa Sumberrejo 1"},
    {"3 kecamatan", "Kecamatan Kaliharjo 1"},
    {"4 kabupaten", "Kabupaten Contoh"},
    {"5 province", "Provinsi Contoh"},
    {"6 scale", "Skala 1 : "},
    {"7 bar", " m\n"},
    {"8 north", "U\n"},
    {"9 grid labels", " mT"},
    {"9 grid labels", " mU"},
    {"9 latitudes", "\" LS"},
    {"9 longitudes", "\" BT"},
    {"10 projection", "Sistem proyeksi\nTransverse Mercator"},
    {"11 grid", "Sistem grid\nUTM 49S"},
    {"12 datum", "Datum\nSRGI 2013"},
    {"13 legend", "Keterangan"},
    {"14 location", "Diagram lokasi"},
    {"15 sources", "Sumber data dan riwayat peta"},
    {"15 sources", "data contoh, edisi 2026-11"},
    {"16 points", "Daftar titik kartometrik (UTM 49S"},
    {"16 points", "NO\nTITIK KARTOMETRIK\nLINTANG\nBUJUR\nX (M)\nY (M)\n"},
    {"17 publisher", "Penerbit"},
    {"17 logo", "logo"},
    {"17 office", "Pemerintah Kabupaten"},
    {"17 address", "Alamat"},
    {"17 contact", "Kontak"},
    {"18 code", "Kode Wilayah : 99.01.01.2001"},
    {"19 index", "Petunjuk letak peta"},
    {"19 number", "Lembar 1 dari "},
    {"20 edition", "Edisi ………, 2026"},
    {"21 rights", "Hak cipta dilindungi oleh Undang-Undang"},
    {"22 village head", "Kepala Desa Sumberrejo 1"},
    {"22 other village head", "Kepala Desa Sumberrejo 2"},
    {"22 team", "Tim PPBDes kabupaten"},
    {"22 witness", "Saksi"},
    {"hak ulayat", "hak ulayat"},
    {"sheet code", "7K3M-ACDE-FGHJ-KMNP\n"},
};

TEST_F(BoundarySheet, HoldsAllOfItsMargin) {
    for (const Subject focus : {Subject{SubjectKind::segment, 1}, Subject{SubjectKind::dispute, 1},
                                Subject{SubjectKind::village, 1}})
        for (const Paper paper : {Paper::a3, Paper::a1})
            for (const bool landscape : {true, false}) {
                request_.focus = focus;
                request_.paper = paper;
                request_.landscape = landscape;
                const std::string all = said();
                for (const auto& [item, words] : items)
                    EXPECT_THAT(all, HasSubstr(words))
                        << item << " on " << paper_code(paper) << (landscape ? " lying" : "")
                        << ", subject " << static_cast<int>(focus.kind);
            }
}

TEST_F(BoundarySheet, AWordThatANameBringsAlongIsSaidOnce) {
    model::TableSet tables = boundary_tables(6);
    auto& villages = std::get<model::Table<model::Village>>(tables);
    model::Village village = *villages.find({1});
    village.name = "DESA Sumberrejo";
    villages.put(village);
    village = *villages.find({2});
    village.name = "Kelurahan Asri";
    village.kind = model::VillageKind::urban_village;
    villages.put(village);
    geometry_ = geometry_of(tables);
    const std::string all = flowing();
    for (const char* words :
         {"Desa Sumberrejo dan Kelurahan Asri", "Kepala Desa Sumberrejo ", "Lurah Asri "})
        EXPECT_THAT(all, HasSubstr(words));
    for (const char* words : {"Desa DESA", "Kelurahan Kelurahan", "Lurah Kelurahan"})
        EXPECT_THAT(said(), Not(HasSubstr(words)));
    request_.focus = {SubjectKind::village, 1};
    request_.kind = SheetKind::meeting;
    EXPECT_THAT(flowing(), HasSubstr("Desa Sumberrejo "));
}

TEST_F(BoundarySheet, NoNameIsCutInItsHead) {
    const std::string name = "Sumberrejo Kidul Hulu Tanjungasri Wetan Kalisari Lor ";
    model::TableSet tables = boundary_tables(6);
    auto& villages = std::get<model::Table<model::Village>>(tables);
    for (const std::int64_t id : {1, 2}) {
        model::Village village = *villages.find({id});
        village.name = name + std::to_string(id);
        villages.put(village);
    }
    geometry_ = geometry_of(std::move(tables));
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::a1})
        for (const bool landscape : {true, false}) {
            request_.paper = paper;
            request_.landscape = landscape;
            request_.focus = {SubjectKind::segment, 1};
            request_.kind = SheetKind::boundary;
            EXPECT_THAT(flowing(), HasSubstr("Desa " + name + "1 dan Desa " + name + "2 "))
                << paper_code(paper) << landscape;
            request_.focus = {SubjectKind::village, 1};
            request_.kind = SheetKind::meeting;
            EXPECT_THAT(flowing(), HasSubstr("Desa " + name + "1 "))
                << paper_code(paper) << landscape;
        }
}

TEST_F(BoundarySheet, OnA4IsSignedWhereTheMapIs) {
    request_.focus = {SubjectKind::dispute, 1};
    request_.paper = Paper::a4;
    EXPECT_EQ(places_to_sign(composed(set().front()).sheet, 10), 4);
    model::TableSet tables = boundary_tables(6);
    std::get<model::Table<model::CaseSegment>>(tables).put({{1}, {1}, {2}});
    geometry_ = geometry_of(std::move(tables));
    const SheetPages pages = composed(set().front());
    ASSERT_TRUE(pages.further);
    EXPECT_EQ(places_to_sign(pages.sheet, 12), 5) << "three heads, the team, a witness";
    Sheet further;
    further.drawing = *pages.further;
    EXPECT_THAT(all_words(further), HasSubstr("Sumber data dan riwayat peta"));
    EXPECT_THAT(all_words(pages.sheet), HasSubstr("Penerbit"));
}

TEST_F(BoundarySheet, OfAVillageListsEverySegmentWithItsState) {
    request_.focus = {SubjectKind::village, 2};
    model::TableSet tables = boundary_tables(6);
    settle(tables, model::DisputeState::agreed, model::SegmentState::agreed);
    geometry_ = geometry_of(std::move(tables));
    const std::string all = said();
    EXPECT_THAT(all, HasSubstr("Segmen batas\n"));
    EXPECT_THAT(all, HasSubstr("Sumberrejo 1\nDisepakati · "));
    EXPECT_THAT(all, HasSubstr("Sumberrejo 3\nIndikatif · "));
    EXPECT_THAT(all, HasSubstr("Kode Wilayah : 99.01.01.2002"));
    EXPECT_THAT(all, HasSubstr("Kepala Desa Sumberrejo 3")) << "neighbours sign too";
    EXPECT_THAT(all, HasSubstr("Berita acara 12/BA/2025 (03-03-2025)"));
    EXPECT_THAT(all, HasSubstr("TK.99.01.01.2001-2002-001"));
}

TEST_F(BoundarySheet, IsSetInLiberationSansAtTheSizesOfTheRegulation) {
    if (!typesetter_.has(text::Family::sheet))
        GTEST_SKIP() << "Liberation Sans is not installed";
    constexpr double point = 25.4 / 72;
    request_.paper = Paper::a1;
    int titles = 0;
    int codes = 0;
    const Sheet sheet = first();
    for (const Mark& mark : group_named(sheet, "furniture").marks) {
        const auto* text = std::get_if<TextMark>(&mark);
        if (!text || text->run.glyphs.empty())
            continue;
        EXPECT_THAT(text->run.font_file, HasSubstr("LiberationSans")) << text->run.text;
        if (text->run.text == "PETA BATAS DESA") {
            ++titles;
            EXPECT_NEAR(text->run.style.size.value, 32 * point, 1e-9);
            EXPECT_EQ(text->run.style.weight, text::Weight::bold);
        }
        if (text->run.text.starts_with("Kode Wilayah")) {
            ++codes;
            EXPECT_NEAR(text->run.style.size.value, 16 * point, 1e-9);
            EXPECT_EQ(text->run.style.weight, text::Weight::bold);
            EXPECT_EQ(text->colour, (Colour{31, 111, 168, 255}));
        }
    }
    EXPECT_EQ(titles, 1);
    EXPECT_EQ(codes, 1);
    request_.kind = SheetKind::meeting;
    const auto meeting = compose(request_);
    for (const Mark& mark : group_named(meeting, "furniture").marks)
        if (const auto* text = std::get_if<TextMark>(&mark); text && !text->run.glyphs.empty()) {
            EXPECT_THAT(text->run.font_file, Not(HasSubstr("Liberation"))) << text->run.text;
        }
}

TEST_F(BoundarySheet, NeverFailsForATypefaceThatIsMissing) {
    const text::Typesetter bare({"/usr/share/fonts/truetype/dejavu"});
    EXPECT_FALSE(bare.has(text::Family::sheet));
    Progress progress;
    const Sheet sheet =
        compose_sheet(*geometry_, set().front(), styles_, bare, *language_, progress);
    EXPECT_THAT(all_words(sheet), HasSubstr("Kode Wilayah"));
}

TEST_F(BoundarySheet, TicksStandWhereTheirDegreesAre) {
    const Sheet sheet = first();
    const double metre = sheet.frame.world.width() / sheet.frame.page.width();
    int found = 0;
    for (const Placed& text : furniture_texts(sheet)) {
        if (!text.words.ends_with("\" BT") || text.words.find(',') != std::string::npos)
            continue;
        // Its own edge, at the longitude that it says.
        const bool top = text.box.min.y > sheet.frame.page.max.y;
        const Point on_page{text.box.centre().x,
                            top ? sheet.frame.page.max.y : sheet.frame.page.min.y};
        const Point metres = sheet.frame.world.min + (on_page - sheet.frame.page.min) * metre;
        const double degrees = geometry_->to_degrees(metres).x;
        const double minutes = std::stod(text.words.substr(5, 2)); // after "109°"
        const double seconds = std::stod(text.words.substr(8, 2));
        if (text.box.min.x < sheet.frame.page.min.x + 1 ||
            text.box.max.x > sheet.frame.page.max.x - 1)
            continue; // moved so as to stay on its side
        ++found;
        EXPECT_NEAR(degrees, 109 + minutes / 60 + seconds / 3600, 2e-6) << text.words;
    }
    EXPECT_GE(found, 2);
}

TEST_F(BoundarySheet, GraticuleHasRoundSteps) {
    EXPECT_EQ(graticule_step({10'000}), 30); // 93 mm
    EXPECT_EQ(graticule_step({5'000}), 15);
    EXPECT_EQ(graticule_step({2'500}), 5); // 62 mm, for 8–12 cm has no value
    EXPECT_EQ(graticule_step({100'000}), 300);
}

struct PaperCase {
    Paper paper;
    bool landscape;
};
class EveryBoundaryPaper : public BoundarySheet, public testing::WithParamInterface<PaperCase> {
  protected:
    void SetUp() override {
        BoundarySheet::SetUp();
        request_.paper = GetParam().paper;
        request_.landscape = GetParam().landscape;
    }
};

TEST_P(EveryBoundaryPaper, NothingOverlapsNothingIsCut) {
    for (const Subject focus : {Subject{SubjectKind::segment, 1}, Subject{SubjectKind::dispute, 1},
                                Subject{SubjectKind::village, 8}}) {
        request_.focus = focus;
        for (const int points : {6, 90}) {
            geometry_ = geometry_of(boundary_tables(points));
            expect_tidy(first());
        }
    }
}

TEST_P(EveryBoundaryPaper, NorWithLongNames) {
    model::TableSet tables = boundary_tables(40);
    auto& villages = std::get<model::Table<model::Village>>(tables);
    for (std::int64_t id = 1; id <= 24; ++id) {
        model::Village village = *villages.find({id});
        village.name = "Sumberrejo Kidul Hulu Tanjungasri " + std::to_string(id);
        villages.put(village);
    }
    geometry_ = geometry_of(std::move(tables));
    for (const Subject focus :
         {Subject{SubjectKind::dispute, 1}, Subject{SubjectKind::village, 8}}) {
        request_.focus = focus;
        expect_tidy(first());
    }
}

/// What a column has no room for goes on to a further page, but who signs does so where the map is;
/// the head of the chain is on each.
TEST_P(EveryBoundaryPaper, NothingFallsOffThePage) {
    for (const int villages : {2, 3})
        for (const int points : {6, 90}) {
            geometry_ = geometry_of(crowded_tables(villages, points));
            request_.focus = {SubjectKind::dispute, 1};
            const SheetPages pages = composed(set().front());
            expect_tidy(pages.sheet);
            std::string all = all_words(pages.sheet);
            for (const char* words : {"1f3a", "Penerbit", "7K3M-ACDE-FGHJ-KMNP", "Keterangan"})
                EXPECT_THAT(all, HasSubstr(words)) << "on the sheet itself";
            const bool small = GetParam().paper == Paper::a4;
            EXPECT_GE(places_to_sign(pages.sheet, small          ? 8
                                                  : villages > 2 ? 12
                                                                 : 10),
                      villages + 2);
            for (int head = 1; head <= villages; ++head)
                EXPECT_THAT(all, HasSubstr("19650101199003100" + std::to_string(head)));
            for (const char* words : {"Kusumaatmadja", "Saksi", "Tim PPBDes"})
                EXPECT_THAT(all, HasSubstr(words)) << "on the sheet itself";
            if (pages.further) {
                Sheet further;
                further.drawing = *pages.further;
                expect_tidy(further);
                EXPECT_THAT(all_words(further), HasSubstr("1f3a"));
                EXPECT_THAT(all_words(further), HasSubstr("Lanjutan lembar 1 dari "));
                EXPECT_EQ(places_to_sign(further, 8), 0);
                all += all_words(further);
            }
            EXPECT_THAT(all, HasSubstr("hak ulayat")) << villages << " villages";
        }
}

INSTANTIATE_TEST_SUITE_P(All, EveryBoundaryPaper,
                         testing::Values(PaperCase{Paper::a4, true}, PaperCase{Paper::a4, false},
                                         PaperCase{Paper::a3, true}, PaperCase{Paper::a3, false},
                                         PaperCase{Paper::a2, true}, PaperCase{Paper::a2, false},
                                         PaperCase{Paper::a1, true}, PaperCase{Paper::a1, false},
                                         PaperCase{Paper::a0, true}, PaperCase{Paper::a0, false}),
                         [](const auto& tested) {
                             return std::string(paper_code(tested.param.paper)) +
                                    (tested.param.landscape ? "_landscape" : "_portrait");
                         });

TEST_F(BoundarySheet, PointsWithoutRoomAreSaidToBeOnTheAnnex) {
    EXPECT_EQ(first().points_left_out, 0);
    geometry_ = geometry_of(boundary_tables(90));
    request_.paper = Paper::a3;
    const Sheet sheet = first();
    EXPECT_GT(sheet.points_left_out, 0);
    EXPECT_THAT(words_of(sheet), Contains("Lanjutan pada lampiran: " +
                                          std::to_string(sheet.points_left_out) + " titik."));
    const auto words = words_of(sheet);
    const auto listed = std::count_if(words.begin(), words.end(), [](const std::string& one) {
        return one.starts_with("TK.99.01.01.2001-2002-");
    });
    EXPECT_EQ(listed + sheet.points_left_out, 90);
    request_.paper = Paper::a0;
    EXPECT_LT(first().points_left_out, sheet.points_left_out) << "large paper holds more";
    geometry_ = geometry_of(boundary_tables(40));
    EXPECT_EQ(first().points_left_out, 0);
}

int claims_drawn(const Sheet& sheet) {
    int count = 0;
    for (const Group& group : sheet.drawing.groups)
        for (const Mark& mark : group.marks)
            if (const auto* line = std::get_if<LineMark>(&mark))
                count += line->subject.kind == SubjectKind::claim ? 1 : 0;
    return count;
}

TEST_F(BoundarySheet, ClaimsAreHistoryAfterTheAgreement) {
    request_.focus = {SubjectKind::dispute, 1};
    EXPECT_EQ(claims_drawn(first()), 2);
    for (const auto& [state, line] :
         {std::pair{model::DisputeState::agreed, model::SegmentState::agreed},
          std::pair{model::DisputeState::enacted, model::SegmentState::enacted}}) {
        model::TableSet tables = boundary_tables(6);
        settle(tables, state, line);
        geometry_ = geometry_of(std::move(tables));
        request_.kind = SheetKind::boundary;
        EXPECT_EQ(claims_drawn(first()), 0);
        request_.kind = SheetKind::working;
        EXPECT_EQ(claims_drawn(first()), 2) << "a working sheet shows what it was about";
    }
}

TEST_F(BoundarySheet, WhatIsNotEnactedIsNoLegalReference) {
    EXPECT_THAT(flowing(), HasSubstr("batas indikatif, bukan acuan hukum"));
    model::TableSet tables = boundary_tables(6);
    auto& segments = std::get<model::Table<model::BoundarySegment>>(tables);
    model::BoundarySegment own = *segments.find({1});
    own.state = model::SegmentState::enacted;
    segments.put(own);
    geometry_ = geometry_of(tables);
    const std::string enacted = flowing();
    EXPECT_THAT(enacted, Not(HasSubstr("bukan acuan hukum")))
        << "other lines in its frame are not what it claims";
    EXPECT_THAT(enacted, HasSubstr("hak ulayat"));
    std::get<model::Table<model::CaseSegment>>(tables).put({{1}, {1}, {2}});
    geometry_ = geometry_of(std::move(tables));
    request_.focus = {SubjectKind::dispute, 1};
    EXPECT_THAT(flowing(), HasSubstr("1 dari 2 segmen"));
}

TEST_F(BoundarySheet, IsNamedAsTheLawNamesIt) {
    request_.kind = SheetKind::working;
    EXPECT_THAT(flowing(), HasSubstr("PETA KERJA"));
    request_.kind = SheetKind::boundary;
    model::TableSet tables = boundary_tables(6);
    auto& segments = std::get<model::Table<model::BoundarySegment>>(tables);
    model::BoundarySegment segment = *segments.find({1});
    segment.workflow = model::BoundaryWorkflow::delimitation;
    segments.put(segment);
    geometry_ = geometry_of(std::move(tables));
    EXPECT_THAT(flowing(), HasSubstr("PETA PENETAPAN BATAS DESA"));
    request_.title = "Batas Kali Contoh";
    EXPECT_THAT(flowing(), HasSubstr("Batas Kali Contoh"));
}

} // namespace
} // namespace antardesa::cartography
