#include "running.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class PointsOfASegment : public ::testing::Test {
  protected:
    void SetUp() override {
        path_ = make_project(folder_, grid(2));
        app_.act(OpenFile{path_});
        segment_ = atlas().segments()[0].id;
        app_.act(Select{{SubjectKind::segment, segment_.value}});
    }
    const model::Atlas& atlas() const { return *app_.workspace.atlas(); }
    geo::Point middle() const {
        const geo::Line& line = atlas().find(segment_)->geometry->front();
        return (line.front() + line.back()) * 0.5;
    }
    TemporaryFolder folder_;
    fs::path path_;
    Running app_;
    Id<model::BoundarySegment> segment_;
};

TEST_F(PointsOfASegment, AreNumberedShownInCardAndListAndTakenBackInOneStep) {
    app_.act(NumberPoints{segment_});
    ASSERT_EQ(atlas().points_of(segment_).size(), 2U);
    bool in_card = false;
    for (const CardSection& section : app_.workspace.card().sections)
        in_card = in_card || (section.title == "Titik" && section.rows.size() == 2);
    EXPECT_TRUE(in_card);
    app_.act(SetList{ListKind::points});
    ASSERT_THAT(app_.workspace.list().rows, SizeIs(2));
    EXPECT_THAT(app_.workspace.list().rows[0].cells[0].text, HasSubstr("TK.99.01."));
    EXPECT_THAT(app_.workspace.list().rows[0].cells[1].text, HasSubstr("LS"));
    app_.act(Undo{});
    EXPECT_TRUE(atlas().points_of(segment_).empty());
}

TEST_F(PointsOfASegment, TypedCoordinatesMustBeOnTheLineOrSnap) {
    PointRequest request;
    request.segment = segment_;
    app_.act(PutPoint{request, "entah"});
    EXPECT_TRUE(app_.says("tidak terbaca"));
    const geo::Point off = middle() + geo::Point{0.0005, 0.0005};
    const std::string typed = std::to_string(off.y) + " " + std::to_string(off.x);
    app_.act(PutPoint{request, typed});
    EXPECT_TRUE(atlas().points_of(segment_).empty());
    EXPECT_TRUE(app_.says("m dari garis"));
    request.snap = true;
    app_.act(PutPoint{request, typed});
    ASSERT_EQ(atlas().points_of(segment_).size(), 3U) << "with its ends";
    EXPECT_EQ(atlas().points_of(segment_)[1]->number, "001");
}

TEST_F(PointsOfASegment, AClickPutsAPointOntoTheLine) {
    app_.act(ZoomTo{{SubjectKind::segment, segment_.value}});
    PointRequest request;
    request.segment = segment_;
    app_.act(PutPointAt{request, {400, 300}});
    ASSERT_EQ(atlas().points_of(segment_).size(), 3U);
    const model::TurningPoint& point = *atlas().points_of(segment_)[1];
    EXPECT_NEAR(point.position.x, middle().x, 1e-5);
    EXPECT_NEAR(point.position.y, middle().y, 1e-5);
    app_.act(Select{{SubjectKind::turning_point, point.id.value}});
    EXPECT_EQ(app_.workspace.card().title, "TK 001");
    EXPECT_FALSE(app_.workspace.card().properties.empty());
    app_.act(DeletePoint{point.id});
    EXPECT_EQ(atlas().points_of(segment_).size(), 2U);
}

TEST_F(PointsOfASegment, AFormIsAnsweredUnderItsNumberInsteadOfByANotice) {
    PointRequest request;
    request.segment = segment_;
    app_.act(PutPoint{request, "entah", 1});
    EXPECT_EQ(app_.workspace.form_answer().form, 1U);
    EXPECT_THAT(app_.workspace.form_answer().refusal, HasSubstr("tidak terbaca"));
    const geo::Point off = middle() + geo::Point{0.0005, 0.0005};
    const std::string typed = std::to_string(off.y) + " " + std::to_string(off.x);
    app_.act(PutPoint{request, typed, 2});
    EXPECT_EQ(app_.workspace.form_answer().form, 2U);
    EXPECT_THAT(app_.workspace.form_answer().refusal, HasSubstr("m dari garis"));
    EXPECT_FALSE(app_.says("m dari garis")) << "it stands in the form already";
    request.snap = true;
    app_.act(PutPoint{request, typed, 3});
    EXPECT_EQ(app_.workspace.form_answer().form, 3U);
    EXPECT_TRUE(app_.workspace.form_answer().refusal.empty());
    EXPECT_EQ(atlas().points_of(segment_).size(), 3U);
}

TEST_F(PointsOfASegment, AreWalkedAlongTheLineAndRoundAgain) {
    app_.act(SelectNextPoint{1});
    EXPECT_EQ(app_.workspace.card().subject.kind, SubjectKind::segment) << "there is none yet";
    app_.act(NumberPoints{segment_});
    const auto points = atlas().points_of(segment_);
    app_.act(SelectNextPoint{1});
    EXPECT_EQ(app_.workspace.card().subject.id, points[0]->id.value);
    app_.act(SelectNextPoint{1});
    EXPECT_EQ(app_.workspace.card().subject.id, points[1]->id.value);
    app_.act(SelectNextPoint{1});
    EXPECT_EQ(app_.workspace.card().subject.id, points[0]->id.value);
    app_.act(SelectNextPoint{-1});
    EXPECT_EQ(app_.workspace.card().subject.id, points[1]->id.value);
}

TEST_F(PointsOfASegment, AreMovedInOneStepAndBack) {
    PointRequest request;
    request.segment = segment_;
    request.position = middle();
    request.snap = true;
    app_.act(PutPoint{request, ""});
    PointRequest move;
    move.point = atlas().points_of(segment_)[1]->id;
    move.snap = true;
    const geo::Line& line = atlas().find(segment_)->geometry->front();
    move.position = line.front() * 0.75 + line.back() * 0.25;
    app_.act(PutPoint{move, ""});
    EXPECT_NEAR(atlas().find(move.point)->position.x, move.position->x, 1e-7);
    EXPECT_NEAR(atlas().find(move.point)->position.y, move.position->y, 1e-7);
    app_.act(Undo{});
    EXPECT_NEAR(atlas().find(move.point)->position.x, middle().x, 1e-7);
    EXPECT_NEAR(atlas().find(move.point)->position.y, middle().y, 1e-7);
}

TEST_F(PointsOfASegment, AreOfferedByThePalette) {
    const auto offers = [&](const char* words) {
        std::vector<PaletteOpens> opens;
        for (const PaletteEntry& entry : app_.workspace.palette(words))
            opens.push_back(entry.opens);
        return opens;
    };
    EXPECT_THAT(offers("tambah titik"), ::testing::Contains(PaletteOpens::point));
    EXPECT_THAT(offers("catat keadaan"), ::testing::Contains(PaletteOpens::state));
    EXPECT_THAT(offers("kugi"), ::testing::Contains(PaletteOpens::import_file));
    app_.act(Select{});
    EXPECT_THAT(offers("catat keadaan"), ::testing::Not(::testing::Contains(PaletteOpens::state)));
}

TEST_F(PointsOfASegment, OfAFinalLineChangeByADecreeThatListsThem) {
    app_.act(Select{{SubjectKind::segment, segment_.value}});
    EXPECT_TRUE(app_.workspace.card().decrees.empty());
    RecordState request{segment_, model::SegmentState::enacted};
    request.entered = model::Document{};
    request.entered->kind = "peraturan_bupati";
    request.entered->number = "12 Tahun 2026";
    request.entered->title = "Batas desa";
    request.entered->date = Date{std::chrono::year{2026} / 3 / 4};
    app_.act(RecordSegmentState{request});
    ASSERT_EQ(atlas().find(segment_)->state, model::SegmentState::enacted);
    app_.act(NumberPoints{segment_});
    EXPECT_TRUE(atlas().points_of(segment_).empty()) << "not freely";
    const auto decrees = app_.workspace.card().decrees;
    ASSERT_EQ(decrees.size(), 1U);
    app_.act(NumberPoints{segment_, false, decrees[0].first});
    EXPECT_EQ(atlas().points_of(segment_).size(), 2U);
    PointRequest put;
    put.segment = segment_;
    put.position = middle();
    put.snap = true;
    put.document = decrees[0].first;
    app_.act(PutPoint{put, ""});
    ASSERT_EQ(atlas().points_of(segment_).size(), 3U);
    const auto added = atlas().points_of(segment_)[1]->id;
    app_.act(Select{{SubjectKind::turning_point, added.value}});
    EXPECT_EQ(app_.workspace.card().decrees, decrees);
    app_.act(DeletePoint{added});
    EXPECT_EQ(atlas().points_of(segment_).size(), 3U);
    app_.act(DeletePoint{added, decrees[0].first});
    EXPECT_EQ(atlas().points_of(segment_).size(), 2U);
}

TEST_F(PointsOfASegment, OfAFinalLineAreOfferedItsOwnDecreeFirst) {
    const auto enact = [&](Id<model::BoundarySegment> segment, const char* number, Date date) {
        RecordState request{segment, model::SegmentState::enacted};
        request.entered = model::Document{};
        request.entered->kind = "peraturan_bupati";
        request.entered->number = number;
        request.entered->title = "Batas desa";
        request.entered->date = date;
        app_.act(RecordSegmentState{request});
        ASSERT_EQ(atlas().find(segment)->state, model::SegmentState::enacted);
    };
    const auto& segments = atlas().segments();
    const auto other = std::find_if(segments.begin(), segments.end(),
                                    [&](const auto& one) { return one.id != segment_; });
    ASSERT_NE(other, segments.end());
    const auto elsewhere = other->id;
    enact(segment_, "12 Tahun 2026", Date{std::chrono::year{2026} / 3 / 4});
    enact(elsewhere, "99 Tahun 2026", Date{std::chrono::year{2026} / 5 / 6});
    app_.act(Select{{SubjectKind::segment, segment_.value}});
    const auto decrees = app_.workspace.card().decrees;
    ASSERT_EQ(decrees.size(), 2U);
    EXPECT_EQ(decrees[0].first, atlas().find(segment_)->document);
}

TEST_F(PointsOfASegment, EndsStay) {
    app_.act(NumberPoints{segment_});
    app_.act(DeletePoint{atlas().points_of(segment_)[0]->id});
    EXPECT_EQ(atlas().points_of(segment_).size(), 2U);
    EXPECT_TRUE(app_.says("simpul"));
}

} // namespace
} // namespace antardesa::workspace
