#include "running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

class EditingALine : public ::testing::Test {
  protected:
    void SetUp() override {
        path_ = make_project(folder_, grid(4));
        app_.act(OpenFile{path_});
        segment_ = app_.workspace.atlas()->segments()[0].id;
        app_.act(BeginLineEdit{segment_});
    }
    const LineEditView& view() const { return app_.workspace.line_edit(); }
    /// Where a map place stands on the panel.
    geo::Point pixels(geo::Point map) const {
        const cartography::View& v = app_.workspace.view();
        const double scale =
            app_.workspace.pixels_per_millimetre() / v.scale.metres_per_millimetre();
        return {400 + (map.x - v.centre.x) * scale, 300 + (v.centre.y - map.y) * scale};
    }
    void drag_vertex(int number, geo::Point by) {
        const geo::Point from = pixels((*view().handles)[static_cast<std::size_t>(number - 1)].at);
        app_.workspace.dispatch(PressLine{from});
        app_.workspace.dispatch(DragLine{from + by * 0.5});
        app_.workspace.dispatch(DragLine{from + by});
    }
    TemporaryFolder folder_;
    fs::path path_;
    Running app_;
    Id<model::BoundarySegment> segment_;
};

TEST_F(EditingALine, ShowsHandlesAreasAndTheTable) {
    ASSERT_TRUE(view().active);
    EXPECT_EQ(app_.workspace.job(), Job::boundaries);
    ASSERT_TRUE(view().handles);
    EXPECT_GE(view().handles->size(), 2U);
    EXPECT_EQ(view().areas.size(), 2U);
    EXPECT_EQ(view().columns.size(), 6U);
    const LineVertexRow row = view().row(0);
    EXPECT_EQ(row.cells[0], "1");
    EXPECT_THAT(row.cells[2], ::testing::HasSubstr("BT"));
    EXPECT_TRUE(row.node);
    app_.act(EndLineEdit{});
    EXPECT_FALSE(view().active);
}

TEST_F(EditingALine, ADragIsOneUndoStepAndEscLeaves) {
    const auto before = app_.workspace.atlas();
    const auto steps = app_.workspace.history().rows.size();
    drag_vertex(1, {6, 4});
    EXPECT_TRUE(view().grabbed);
    EXPECT_FALSE(view().moving.empty());
    EXPECT_EQ(app_.workspace.atlas(), before) << "nothing is written while it is dragged";
    app_.act(DropLine{});
    ASSERT_TRUE(view().active);
    EXPECT_FALSE(view().busy);
    EXPECT_NE(app_.workspace.atlas(), before);
    EXPECT_EQ(app_.workspace.history().rows.size(), steps + 1);
    app_.act(Undo{});
    ASSERT_TRUE(view().active);
    const auto& after = *app_.workspace.atlas();
    for (std::size_t i = 0; i < after.villages().size(); ++i)
        EXPECT_EQ(*after.villages()[i].geometry, *before->villages()[i].geometry);
    app_.act(StepBackLine{});
    EXPECT_FALSE(view().active);
}

TEST_F(EditingALine, ASettledLineMovesOnlyWhenItIsSaidWhatBecomesOfIt) {
    RecordState agreed;
    agreed.segment = segment_;
    agreed.state = model::SegmentState::agreed;
    agreed.entered = model::Document{};
    agreed.entered->kind = "berita_acara";
    agreed.entered->number = "3/2026";
    agreed.entered->title = "Kesepakatan batas";
    agreed.entered->date = Date{std::chrono::year{2026} / 3 / 4};
    app_.act(RecordSegmentState{agreed});
    ASSERT_EQ(app_.workspace.atlas()->find(segment_)->state, model::SegmentState::agreed);
    EXPECT_THAT(view().settled, ::testing::HasSubstr("3/2026")) << "before anything is moved";
    EXPECT_EQ(view().settled_documents.size(), 1U);
    const auto before = app_.workspace.atlas();
    drag_vertex(1, {6, 4});
    app_.act(DropLine{});
    EXPECT_EQ(app_.workspace.atlas(), before);
    EXPECT_THAT(view().trouble, ::testing::HasSubstr("3/2026"));
    app_.act(AnswerForSettled{true});
    EXPECT_EQ(view().settled_choice, 1);
    EXPECT_TRUE(view().trouble.empty());
    drag_vertex(1, {6, 4});
    app_.act(DropLine{});
    const model::BoundarySegment& moved = *app_.workspace.atlas()->find(segment_);
    EXPECT_NE(*moved.geometry, *before->find(segment_)->geometry);
    EXPECT_EQ(moved.state, model::SegmentState::tracing);
    EXPECT_FALSE(moved.document);
    EXPECT_TRUE(view().settled.empty()) << "it is none any more";
}

TEST_F(EditingALine, ItsPointsGoAlongAndSaySoWhileItIsDragged) {
    app_.act(NumberPoints{segment_});
    ASSERT_EQ(app_.workspace.atlas()->points_of(segment_).size(), 2U);
    EXPECT_EQ((*view().handles)[0].point, "TK 000") << "a vertex is called by its own point";
    drag_vertex(1, {6, 4});
    ASSERT_EQ(view().consequences.size(), 1U);
    EXPECT_THAT(view().consequences[0], ::testing::HasSubstr("TK 000 ikut bergeser"));
    app_.act(DropLine{});
    const auto line = app_.workspace.atlas()->find(segment_)->geometry->front();
    EXPECT_EQ(app_.workspace.atlas()->points_of(segment_)[0]->position, line.front());
    EXPECT_TRUE(app_.workspace.atlas()->table<model::BoundaryFinding>().empty());
}

TEST_F(EditingALine, EscGivesUpTheDragFirst) {
    const auto before = app_.workspace.atlas();
    drag_vertex(1, {6, 4});
    app_.act(StepBackLine{});
    EXPECT_TRUE(view().active);
    EXPECT_FALSE(view().grabbed);
    EXPECT_TRUE(view().moving.empty());
    app_.act(DropLine{});
    EXPECT_EQ(app_.workspace.atlas(), before);
}

TEST_F(EditingALine, ADrawingIsTakenBackPointByPoint) {
    const auto before = app_.workspace.atlas();
    app_.act(SetLineTool{LineTool::draw});
    for (const double x : {300.0, 340.0, 380.0})
        app_.act(ClickLine{{x, 200}, true});
    ASSERT_EQ(view().drawn.size(), 3U);
    app_.act(StepBackLine{});
    EXPECT_EQ(view().drawn.size(), 2U);
    app_.act(StepBackLine{});
    EXPECT_EQ(view().drawn.size(), 1U);
    app_.act(StepBackLine{});
    EXPECT_TRUE(view().drawn.empty());
    EXPECT_TRUE(view().active) << "the line stays open";
    EXPECT_EQ(app_.workspace.atlas(), before);
}

TEST_F(EditingALine, ARowOfTheTableGoesAlongWithItsVertex) {
    const auto before = view().row(0).cells;
    const auto other = view().row(1).cells;
    drag_vertex(1, {6, 4});
    const auto held = view().row(0).cells;
    EXPECT_NE(held, before) << "while it is still in the hand";
    EXPECT_EQ(view().row(1).cells, other);
    app_.act(DropLine{});
    EXPECT_EQ(view().row(0).cells, held) << "where it was let go";
}

TEST_F(EditingALine, APasteSaysWhatEnterAndEscDo) {
    app_.workspace.dispatch(SetLanguage{i18n::Language::indonesian});
    std::string text;
    for (std::size_t i = 0; i < 2; ++i)
        text += view().row(i).cells[1] + " " + view().row(i).cells[2] + "\n";
    app_.act(PasteLinePositions{text});
    ASSERT_EQ(view().drawn.size(), 2U) << view().trouble;
    EXPECT_THAT(view().hint, ::testing::HasSubstr("2 titik tempelan"));
    EXPECT_THAT(view().hint, ::testing::HasSubstr("Esc membuang"));
    app_.act(StepBackLine{});
    EXPECT_TRUE(view().drawn.empty());
    EXPECT_TRUE(view().active);
    for (const double x : {300.0, 340.0})
        app_.act(ClickLine{{x, 200}, true});
    EXPECT_THAT(view().hint, ::testing::HasSubstr("titik terakhir"));
}

TEST_F(EditingALine, AnotherFileEndsIt) {
    TemporaryFolder other;
    app_.act(OpenFile{make_project(other, grid(3))});
    EXPECT_FALSE(view().active);
}

} // namespace
} // namespace antardesa::workspace
