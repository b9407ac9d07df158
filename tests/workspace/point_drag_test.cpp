#include "workspace/point_drag.h"

#include "running.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

/// Four villages in a square; the line between the first two has points at both ends and one in
/// between.
class LedPoint : public ::testing::Test {
  protected:
    LedPoint() {
        const fs::path file = folder_ / "desa.geojson";
        if (!io::write_vector(file, grid_layer(grid(2)), io::Existing::replace))
            ADD_FAILURE() << "cannot write";
        Progress progress;
        carry_out(plan_of(file), folder_ / "proyek.gpkg", test_environment(), progress);
        app_.act(OpenFile{folder_ / "proyek.gpkg"});
        app_.act(SetJob{Job::boundaries});
        for (const auto& segment : atlas().segments())
            if (segment.geometry && !segment.geometry->empty() && segment_.value == 0)
                segment_ = segment.id;
        app_.act(NumberPoints{segment_});
        const geo::Line line = atlas().find(segment_)->geometry->front();
        middle_ = (line.front() + line.back()) * 0.5;
        PointRequest request;
        request.segment = segment_;
        request.position = middle_;
        request.snap = true;
        request.accuracy_m = 0.5;
        app_.act(PutPoint{request, {}, 0});
    }
    const model::Atlas& atlas() const { return *app_.workspace.atlas(); }
    const model::TurningPoint& point(bool at_end) const {
        for (const auto* point : atlas().points_of(segment_))
            if ((point->number == "000") == at_end)
                return *point;
        throw std::runtime_error("no such point");
    }
    void choose(bool at_end) {
        const Subject subject{SubjectKind::turning_point, point(at_end).id.value};
        app_.act(Select{subject});
        app_.act(ZoomTo{subject});
    }
    double length_m() const { return atlas().find(segment_)->length_m; }

    TemporaryFolder folder_;
    Running app_;
    Id<model::BoundarySegment> segment_;
    geo::Point middle_;
};

TEST_F(LedPoint, StaysOnItsLineAndIsOneStep) {
    choose(false);
    const auto revision = atlas().revision();
    const PointHandleView& handle = app_.workspace.map().point;
    ASSERT_TRUE(handle.at);
    EXPECT_FALSE(handle.led);
    app_.act(LeadPoint{{400, 200}});
    EXPECT_TRUE(app_.workspace.map().point.led);
    EXPECT_TRUE(app_.workspace.map().point.from);
    EXPECT_NE(app_.workspace.map().point.detail.find("LS"), std::string::npos);
    EXPECT_EQ(atlas().revision(), revision) << "nothing is written while it is led";
    app_.act(LeadPoint{{500, 100}});
    app_.act(DropPoint{});
    EXPECT_EQ(atlas().revision(), revision + 1);
    EXPECT_FALSE(point(false).position == middle_);
    EXPECT_TRUE(analysis::stray_points(atlas(), segment_).empty());
    EXPECT_EQ(point(false).accuracy_m, 0.5) << "what is known of it stays";
    app_.act(Undo{});
    EXPECT_EQ(point(false).position, middle_);
}

TEST_F(LedPoint, GoesBackWhenItIsLetGo) {
    choose(false);
    const auto revision = atlas().revision();
    app_.act(LeadPoint{{500, 100}});
    app_.act(DropPoint{false});
    EXPECT_EQ(atlas().revision(), revision);
    EXPECT_FALSE(app_.workspace.map().point.led);
    app_.act(DropPoint{});
    EXPECT_EQ(atlas().revision(), revision) << "not held any more";
}

TEST_F(LedPoint, AtANodeGoesWithTheNode) {
    choose(true);
    const geo::Point before = point(true).position;
    app_.act(LeadPoint{{500, 100}});
    EXPECT_TRUE(app_.workspace.map().point.locked);
    app_.act(DropPoint{});
    EXPECT_EQ(point(true).position, before);
    EXPECT_FALSE(app_.workspace.notices().empty());
    app_.act(NudgePoint{1, 0});
    EXPECT_EQ(point(true).position, before);
}

TEST_F(LedPoint, IsNudgedAlongItsLineToTheSideOfTheArrow) {
    choose(false);
    const geo::Line line = atlas().find(segment_)->geometry->front();
    const bool upright = std::abs(line.front().x - line.back().x) < 1e-9;
    app_.act(upright ? NudgePoint{0, 10} : NudgePoint{10, 0});
    const geo::Point there = point(false).position;
    EXPECT_GT(upright ? there.y - middle_.y : there.x - middle_.x, 0);
    analysis::NearLine near(*atlas().find(segment_)->geometry);
    EXPECT_NEAR(geo::distance(near.to_metres(there), near.to_metres(middle_)), 10, 0.01);
    app_.act(upright ? NudgePoint{0, -10} : NudgePoint{-10, 0});
    EXPECT_NEAR(geo::distance(near.to_metres(point(false).position), near.to_metres(middle_)), 0,
                0.01);
    for (int i = 0; i < 3; ++i)
        app_.act(upright ? NudgePoint{0, length_m()} : NudgePoint{length_m(), 0});
    EXPECT_TRUE(analysis::stray_points(atlas(), segment_).empty()) << "not beyond its end";
}

TEST_F(LedPoint, AccuracyCanBeCleared) {
    PointRequest request;
    request.point = point(false).id;
    app_.act(PutPoint{request, {}, 0});
    EXPECT_EQ(point(false).accuracy_m, 0.5) << "not said: as it was";
    request.clear_accuracy = true;
    app_.act(PutPoint{request, {}, 0});
    EXPECT_FALSE(point(false).accuracy_m);
}

} // namespace
} // namespace antardesa::workspace
