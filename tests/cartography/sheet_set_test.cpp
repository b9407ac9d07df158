#include "boundary_world.h"
#include "sheet_texts.h"

#include "cartography/detail/sheet_plan.h"
#include "cartography/sheet_set.h"

#include <gmock/gmock.h>

namespace antardesa::cartography {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Villages 2.2 km across; segments 2.2 km long, to the north.
class SheetSet : public testing::Test {
  protected:
    SheetSet() : geometry_(geometry_of(boundary_tables(6))) {
        request_.kind = SheetKind::boundary;
        request_.focus = {SubjectKind::segment, 1};
    }
    std::vector<SheetRequest> sheets() const { return sheet_set(*geometry_, request_).value(); }
    std::string refused() const {
        const auto set = sheet_set(*geometry_, request_);
        return set ? "" : debug_text(set.refusal().message);
    }
    std::shared_ptr<const MapGeometry> geometry_;
    SheetRequest request_;
};

TEST_F(SheetSet, IsOneSheetAtTheLargestLawfulScaleThatFits) {
    request_.paper = Paper::a1;
    const auto large = sheets();
    ASSERT_EQ(large.size(), 1U);
    EXPECT_EQ(large[0].scale->denominator, 5'000);
    EXPECT_EQ(large[0].pages, 1);
    request_.paper = Paper::a3;
    ASSERT_EQ(sheets().size(), 1U);
    EXPECT_EQ(sheets()[0].scale->denominator, 10'000);
}

TEST_F(SheetSet, IsCutSideBySideWhereOneSheetIsTooSmall) {
    request_.focus = {SubjectKind::village, 2};
    request_.paper = Paper::a3;
    request_.scale = MapScale{5'000};
    const auto set = sheets();
    ASSERT_GT(set.size(), 1U);
    const Box frame = plan_sheet(Paper::a3, true, true).frame;
    Box whole;
    for (std::size_t i = 0; i < set.size(); ++i) {
        EXPECT_EQ(set[i].page, static_cast<int>(i + 1));
        EXPECT_EQ(set[i].pages, static_cast<int>(set.size()));
        EXPECT_EQ(set[i].set.size(), set.size());
        EXPECT_EQ(set[i].set[i], set[i].extent);
        EXPECT_NEAR(set[i].extent.width(), frame.width() * 5, 1e-6);
        EXPECT_NEAR(set[i].extent.height(), frame.height() * 5, 1e-6);
        whole.extend(set[i].extent);
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_FALSE(set[i].extent.grown(-0.001).intersects(set[k].extent.grown(-0.001)));
    }
    Box village;
    for (const geo::Line& ring :
         rings_of(*geometry_, subject_of(geometry_->atlas(), request_.focus)))
        village.extend(geo::bounds(std::span<const Point>(ring)));
    EXPECT_TRUE(whole.contains(village));
}

TEST_F(SheetSet, LeavesOutSheetsWithNothingOfItsSubject) {
    // A segment runs from the south to the north: one column of sheets and no more.
    request_.paper = Paper::a4;
    request_.scale = MapScale{2'500};
    const auto set = sheets();
    ASSERT_GT(set.size(), 1U);
    for (const SheetRequest& sheet : set)
        EXPECT_DOUBLE_EQ(sheet.extent.min.x, set.front().extent.min.x);
    EXPECT_GT(set[0].extent.min.y, set[1].extent.min.y) << "from the top";
    // Of an L of two segments, the corner that it leaves free has no sheet.
    model::TableSet tables = boundary_tables(6);
    auto& segments = std::get<model::Table<model::BoundarySegment>>(tables);
    model::BoundarySegment bent = *segments.find({1});
    bent.geometry = std::make_shared<const geo::MultiLine>(
        geo::MultiLine{{corner(1, 1), corner(1, 0), corner(2, 0)}});
    segments.put(bent);
    geometry_ = geometry_of(std::move(tables));
    request_.paper = Paper::a3;
    const auto corner_set = sheets();
    const std::size_t all = static_cast<std::size_t>(std::llround([&] {
        Box box;
        for (const SheetRequest& sheet : corner_set)
            box.extend(sheet.extent);
        return box.width() * box.height();
    }() / (corner_set[0].extent.width() * corner_set[0].extent.height())));
    EXPECT_LT(corner_set.size(), all);
}

TEST_F(SheetSet, AWrongScaleNamesTheThreeAndThePaper) {
    request_.scale = MapScale{25'000};
    EXPECT_EQ(refused(), "sheet.refused.scale_landscape(25000, A3)");
    request_.landscape = false;
    EXPECT_EQ(refused(), "sheet.refused.scale_landscape(25000, A3)") << "the smallest either way";
    request_.kind = SheetKind::working;
    EXPECT_EQ(refused(), "") << "a working sheet is free";
    request_.kind.reset();
    EXPECT_EQ(kind_of(request_), SheetKind::working) << "and what a free scale means";
    request_.scale = MapScale{5'000};
    EXPECT_EQ(kind_of(request_), SheetKind::boundary);
    request_.focus = {SubjectKind::village, 1};
    EXPECT_EQ(kind_of(request_), SheetKind::meeting) << "unless it is asked for";
}

TEST_F(SheetSet, WhatNoPaperHoldsIsSaid) {
    model::TableSet tables = boundary_tables(2);
    auto& segments = std::get<model::Table<model::BoundarySegment>>(tables);
    model::BoundarySegment segment = *segments.find({1});
    segment.geometry =
        std::make_shared<const geo::MultiLine>(geo::MultiLine{{{109.0, -7.6}, {109.3, -7.4}}});
    segments.put(segment);
    geometry_ = geometry_of(std::move(tables));
    request_.scale = MapScale{50'000};
    EXPECT_THAT(refused(), HasSubstr("sheet.refused.scale_several(50000, "));
    request_.scale.reset();
    EXPECT_EQ(refused(), "") << "cut in several";
    request_.scale = MapScale{2'500};
    request_.paper = Paper::a4;
    EXPECT_THAT(refused(), HasSubstr("sheet.refused.too_many(Sumberrejo 1 – Sumberrejo 2, 2500"));
}

TEST_F(SheetSet, IsAboutAVillageASegmentOrACase) {
    for (const SheetKind kind : {SheetKind::boundary, SheetKind::working}) {
        request_.kind = kind;
        for (const Subject focus :
             {Subject{}, Subject{SubjectKind::district, 1}, Subject{SubjectKind::agreement, 1}}) {
            request_.focus = focus;
            EXPECT_EQ(refused(), "sheet.refused.subject()");
        }
    }
    request_.kind = SheetKind::meeting;
    EXPECT_EQ(sheets().size(), 1U);
}

TEST_F(SheetSet, OfAnOpenCaseHoldsItsClaims) {
    request_.focus = {SubjectKind::dispute, 1};
    const Box open = sheets().front().extent;
    const Point west = geometry_->to_map(corner(1, 0) - Point{0.003, 0});
    EXPECT_TRUE(open.contains(west));
}

TEST_F(SheetSet, EverySheetShowsWhichOneItIs) {
    const auto languages =
        std::filesystem::path(ANTARDESA_BINARY_DIR) / "share/antardesa/languages";
    if (!std::filesystem::exists(languages / "id.mo"))
        GTEST_SKIP() << "target languages is not built";
    const i18n::Catalogue language(i18n::Language::indonesian, languages);
    const auto styles =
        style::parse_style_sheet(file_text(ANTARDESA_SOURCE_DIR "/data/styles/antardesa.json"));
    const text::Typesetter typesetter;
    request_.focus = {SubjectKind::village, 2};
    request_.scale = MapScale{5'000};
    request_.paper = Paper::a3;
    const auto set = sheets();
    Progress progress;
    std::vector<Box> marked;
    for (const SheetRequest& request : {set[0], set[1]}) {
        const Sheet sheet =
            compose_sheet(*geometry_, request, styles, typesetter, language, progress);
        EXPECT_THAT(all_words(sheet), HasSubstr("Lembar " + std::to_string(request.page) +
                                                " dari " + std::to_string(set.size())));
        EXPECT_NEAR(sheet.frame.world.min.x, request.extent.min.x, 1e-6);
        for (const Mark& mark : group_named(sheet, "furniture").marks)
            if (const auto* area = std::get_if<AreaMark>(&mark);
                area && area->fill == Colour{244, 185, 66, 150})
                marked.push_back(geo::bounds(std::span<const Point>(area->rings.points)));
        expect_tidy(sheet);
    }
    ASSERT_EQ(marked.size(), 2U) << "one frame of the index is filled";
    EXPECT_NE(marked[0], marked[1]);
}

} // namespace
} // namespace antardesa::cartography
