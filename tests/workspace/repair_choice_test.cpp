#include "io/vector_writer.h"
#include "project/project_file.h"
#include "running.h"
#include "workspace/coverage_repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::IsEmpty;
using ::testing::Not;

/// Four villages, the first of which reaches half a metre into the second.
class RepairChoice : public ::testing::Test {
  protected:
    RepairChoice() {
        io::VectorFile file = grid_layer(grid(2));
        auto& square = std::get<geo::PolygonSet>(file.rows[0].geometry).polygons[0];
        square.outer[1].x += 0.0000045;
        square.outer[2].x += 0.0000045;
        if (!io::write_vector(folder_ / "desa.geojson", file, io::Existing::replace))
            ADD_FAILURE() << "cannot write";
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), project_, test_environment(), progress);
    }

    TemporaryFolder folder_;
    fs::path project_ = folder_ / "proyek.gpkg";
    Running running_;
};

TEST_F(RepairChoice, WhereNobodyHasChosenTheFirstWayThatCanBeIsTaken) {
    // One village lies across the other: there is no line half-way.
    io::VectorFile file = grid_layer(grid(2));
    auto& across = std::get<geo::PolygonSet>(file.rows[1].geometry).polygons[0];
    auto& along = std::get<geo::PolygonSet>(file.rows[0].geometry).polygons[0];
    along.outer = {{109, -7.002}, {109.03, -7.002}, {109.03, -6.998}, {109, -6.998}, {109, -7.002}};
    across.outer = {
        {109.01, -7.02}, {109.014, -7.02}, {109.014, -6.98}, {109.01, -6.98}, {109.01, -7.02}};
    file.rows.resize(2);
    ASSERT_TRUE(io::write_vector(folder_ / "silang.geojson", file, io::Existing::replace));
    Progress progress;
    carry_out(plan_of(folder_ / "silang.geojson"), folder_ / "silang.gpkg", test_environment(),
              progress);
    running_.act(OpenFile{folder_ / "silang.gpkg"});
    running_.act(CheckBoundaries{});
    const auto finding = running_.workspace.atlas()->table<model::BoundaryFinding>()[0];
    PreviewRepair wish{RepairWay::midline, 1, finding.id};
    running_.act(wish);
    EXPECT_EQ(running_.workspace.repair().stage, RepairView::Stage::refused);
    wish.undecided = true;
    running_.act(wish);
    const RepairView& view = running_.workspace.repair();
    ASSERT_EQ(view.stage, RepairView::Stage::ready) << view.summary;
    ASSERT_TRUE(view.way);
    EXPECT_NE(*view.way, RepairWay::midline);
    EXPECT_TRUE(view.can_apply);
}

TEST_F(RepairChoice, OfABatchListsWhatIsMendedAndWhatStaysAndWhy) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{RepairWay::longest_border, 1, {}});
    const RepairView& view = running_.workspace.repair();
    ASSERT_FALSE(view.changes.empty());
    EXPECT_THAT(view.changes[0].title, ::testing::HasSubstr("Desa 1"));
    EXPECT_THAT(view.changes[0].detail, ::testing::HasSubstr("m²"));
    ASSERT_TRUE(view.changes[0].place);
    EXPECT_TRUE(view.stays.empty());
    running_.act(PreviewRepair{RepairWay::longest_border, 0.01, {}});
    ASSERT_FALSE(running_.workspace.repair().stays.empty()) << "wider than a centimetre";
    EXPECT_FALSE(running_.workspace.repair().stays[0].detail.empty());
    EXPECT_TRUE(running_.workspace.repair().changes.empty());
}

} // namespace
} // namespace antardesa::workspace
