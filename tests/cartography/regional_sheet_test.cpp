#include "boundary_sheet.h"

#include <algorithm>

#include <gmock/gmock.h>

namespace antardesa::cartography {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::Not;

/// Villages 1 and 2 in a kabupaten each, with the case between them.
model::TableSet regional_tables() {
    model::TableSet tables = boundary_tables(6);
    std::get<model::Table<model::District>>(tables).put({{9}, "99.02.01", "Seberang", "Tetangga"});
    auto& villages = std::get<model::Table<model::Village>>(tables);
    model::Village other = *villages.find({2});
    other.district = {9};
    villages.put(other);
    return tables;
}

TEST_F(BoundarySheet, BetweenTwoKabupatenIsNone) {
    geometry_ = geometry_of(regional_tables());
    for (const Subject focus :
         {Subject{SubjectKind::segment, 1}, Subject{SubjectKind::dispute, 1}}) {
        request_.focus = focus;
        request_.kind = SheetKind::boundary;
        EXPECT_EQ(sheet_set(*geometry_, request_).refusal().message.key,
                  "sheet.refused.outside_village_law");
        for (const auto kind : {std::optional<SheetKind>(), std::optional(SheetKind::working)}) {
            request_.kind = kind;
            const std::string all = flowing();
            EXPECT_THAT(all, HasSubstr("PETA KERJA"));
            EXPECT_THAT(all, HasSubstr("batas daerah menurut Permendagri 141/2017"));
            for (const char* words : {"PETA BATAS DESA", "Kepala Desa", "Tim PPBDes", "Saksi",
                                      "Disetujui", "Peraturan Bupati"})
                EXPECT_THAT(all, Not(HasSubstr(words)));
        }
    }
}

TEST_F(BoundarySheet, OfAMeetingBetweenTwoKabupatenSaysWhoseLineItIs) {
    request_.kind = SheetKind::meeting;
    for (const bool regional : {true, false})
        for (const auto kind : {SubjectKind::segment, SubjectKind::dispute})
            for (const Paper paper : {Paper::a4, Paper::a3})
                for (const bool landscape : {true, false}) {
                    geometry_ = geometry_of(regional ? regional_tables() : boundary_tables(6));
                    request_.focus = {kind, 1};
                    request_.paper = paper;
                    request_.landscape = landscape;
                    const std::string all = flowing();
                    for (const char* words :
                         {"batas daerah menurut Permendagri 141/2017", "tidak ditandatangani."})
                        EXPECT_EQ(all.find(words) != std::string::npos, regional) << words;
                    EXPECT_THAT(all, HasSubstr("hak adat.")) << "is whole";
                    if (regional) {
                        EXPECT_THAT(all, Not(HasSubstr("Diketahui dalam rapat")));
                    }
                }
}

TEST_F(BoundarySheet, OfACaseUnderTwoLawsIsNone) {
    model::TableSet tables = boundary_tables(6);
    std::get<model::Table<model::District>>(tables).put({{9}, "99.02.01", "Seberang", "Tetangga"});
    auto& villages = std::get<model::Table<model::Village>>(tables);
    model::Village other = *villages.find({3});
    other.district = {9};
    villages.put(other);
    std::get<model::Table<model::CaseSegment>>(tables).put({{1}, {1}, {2}});
    geometry_ = geometry_of(std::move(tables));
    request_.focus = {SubjectKind::dispute, 1};
    EXPECT_EQ(sheet_set(*geometry_, request_).refusal().message.key, "sheet.refused.two_laws");
    request_.kind = std::nullopt;
    const std::string all = flowing();
    for (const char* words : {"PETA KERJA", "1 dari 2 segmennya terletak di antara dua",
                              "batas daerah · Indikatif", "tidak ditandatangani"})
        EXPECT_THAT(all, HasSubstr(words));
    for (const char* words : {"PETA BATAS DESA", "Kepala Desa", "Tim PPBDes",
                              "Garis antara dua kabupaten/kota adalah batas daerah"})
        EXPECT_THAT(all, Not(HasSubstr(words)));
}

TEST_F(BoundarySheet, OfAVillageNoNeighbourInAnotherKabupatenSigns) {
    geometry_ = geometry_of(regional_tables());
    request_.focus = {SubjectKind::village, 1};
    const std::string all = flowing();
    EXPECT_THAT(all, HasSubstr("PETA BATAS DESA"));
    EXPECT_THAT(all, HasSubstr("1 dari 1 segmen adalah batas daerah"));
    for (const char* words : {"Status segmen belum dicatat", "segmen pada lembar ini belum"})
        EXPECT_THAT(all, Not(HasSubstr(words))) << "no Peraturan Bupati lays it down";
    EXPECT_THAT(all, HasSubstr("Kepala Desa Sumberrejo 1"));
    EXPECT_THAT(all, Not(HasSubstr("Kepala Desa Sumberrejo 2")));
}

TEST_F(BoundarySheet, OfAVillageIsADraftWhileItsLineToAnotherKabupatenIsOpen) {
    const auto is_draft = [&](model::SegmentState state) {
        model::TableSet tables = regional_tables();
        auto& segments = std::get<model::Table<model::BoundarySegment>>(tables);
        for (model::BoundarySegment segment : std::vector(segments.begin(), segments.end())) {
            segment.state = state;
            segments.put(segment);
        }
        geometry_ = geometry_of(std::move(tables));
        request_.focus = {SubjectKind::village, 1};
        const auto groups = first().drawing.groups;
        return std::any_of(groups.begin(), groups.end(),
                           [](const auto& group) { return group.name == "draft"; });
    };
    EXPECT_TRUE(is_draft(model::SegmentState::disputed));
    EXPECT_FALSE(is_draft(model::SegmentState::enacted));
}

TEST_F(BoundarySheet, OfAVillageOfAnotherKabupatenIsThatOnesToMake) {
    geometry_ = geometry_of(regional_tables());
    request_.focus = {SubjectKind::village, 2};
    request_.kind = SheetKind::boundary;
    EXPECT_EQ(sheet_set(*geometry_, request_).refusal().message.key, "sheet.refused.other_regency");
    request_.kind = SheetKind::working;
    const std::string all = flowing();
    EXPECT_THAT(all, HasSubstr("Kabupaten Tetangga"));
    for (const char* words : {"Kabupaten Contoh dan", "Tim PPBDes", "Disetujui"})
        EXPECT_THAT(all, Not(HasSubstr(words)));
}

TEST_F(BoundarySheet, OfAKotaNamesItsWaliKota) {
    model::TableSet tables = boundary_tables(6);
    auto& districts = std::get<model::Table<model::District>>(tables);
    for (const std::int64_t id : {1, 2, 3}) {
        model::District district = *districts.find({id});
        district.code = "99.71.0" + std::to_string(id);
        districts.put(district);
    }
    geometry_ = geometry_of(std::move(tables));
    const std::string all = flowing();
    EXPECT_THAT(all, HasSubstr("Kota Contoh"));
    EXPECT_THAT(all, HasSubstr("Peraturan Wali Kota"));
    EXPECT_THAT(all, HasSubstr("Tim PPBDes kota"));
    for (const char* words : {"Bupati", "Kabupaten Contoh"})
        EXPECT_THAT(all, Not(HasSubstr(words)));
}

} // namespace
} // namespace antardesa::cartography
