#include "io/vector_writer.h"
#include "project/project_file.h"
#include "running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::IsEmpty;
using ::testing::Not;

/// Four villages, the first of which reaches half a metre into the second.
class RepairPreview : public ::testing::Test {
  protected:
    RepairPreview() {
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

TEST_F(RepairPreview, ShowsTheLedgerAndChangesNothing) {
    const std::string before = project::content_dump(project_);
    running_.act(OpenFile{project_});
    EXPECT_EQ(running_.workspace.repair().stage, RepairView::Stage::none);
    running_.act(PreviewRepair{});
    const RepairView& view = running_.workspace.repair();
    ASSERT_EQ(view.stage, RepairView::Stage::ready);
    EXPECT_TRUE(view.can_apply);
    EXPECT_EQ(view.sum, "0,000000 m²");
    ASSERT_GE(view.rows.size(), 3U);
    EXPECT_TRUE(view.rows[0].place.has_value());
    EXPECT_FALSE(view.rows[0].gains) << "who loses the overlap stands first";
    EXPECT_EQ(project::content_dump(project_), before);
    running_.act(DropRepair{});
    EXPECT_EQ(running_.workspace.repair().stage, RepairView::Stage::none);
}

TEST_F(RepairPreview, IsAppliedAsOneStepThatCanBeTakenBack) {
    running_.act(OpenFile{project_});
    const auto outlines = [&] {
        std::vector<geo::MultiPolygon> all;
        for (const model::Village& village : running_.workspace.atlas()->villages())
            all.push_back(*village.geometry);
        return all;
    };
    const auto before = outlines();
    running_.act(PreviewRepair{RepairWay::midline, 1, {}});
    running_.act(ApplyRepair{});
    EXPECT_EQ(running_.workspace.atlas()->revision(), 1);
    EXPECT_NE(outlines(), before);
    running_.act(PreviewRepair{});
    EXPECT_FALSE(running_.workspace.repair().can_apply) << "nothing is left to mend";
    running_.act(Undo{});
    EXPECT_EQ(outlines(), before);
}

TEST_F(RepairPreview, OfAnOlderStateIsNotApplied) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{});
    model::ChangeVillage change;
    change.village = running_.workspace.atlas()->villages()[3].id;
    change.name = "Nama Lain";
    running_.act(EditVillage{change});
    running_.act(ApplyRepair{});
    EXPECT_EQ(running_.workspace.atlas()->revision(), 1);
    EXPECT_TRUE(running_.says("pratinjau"));
}

TEST_F(RepairPreview, SaysWhyItCannotBe) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{RepairWay::along_river, 1, {}});
    const RepairView& view = running_.workspace.repair();
    EXPECT_EQ(view.stage, RepairView::Stage::refused);
    EXPECT_THAT(view.summary, ::testing::HasSubstr("sungai"));
    EXPECT_FALSE(view.can_apply);
}

} // namespace
} // namespace antardesa::workspace
