#include "project/project_file.h"
#include "running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

geo::Ring& outer_of(io::VectorFile& file, std::size_t row) {
    return std::get<geo::PolygonSet>(file.rows[row].geometry).polygons[0].outer;
}

/// Four villages; the third has a spike, the fourth stands there twice.
class OutlineBatch : public ::testing::Test {
  protected:
    OutlineBatch() {
        auto villages = grid(2);
        villages.push_back(villages[3]);
        villages[4].name = "Desa 4 (salinan)";
        io::VectorFile file = grid_layer(villages);
        geo::Ring& spiked = outer_of(file, 2);
        const geo::Point corner = spiked[3];
        spiked.insert(spiked.begin() + 4, {corner + geo::Point{-0.001, 0.001}, corner});
        if (!io::write_vector(folder_ / "desa.geojson", file, io::Existing::replace))
            ADD_FAILURE() << "cannot write";
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), project_, test_environment(), progress);
        app_.act(OpenFile{project_});
        app_.act(CheckBoundaries{});
    }
    std::size_t found(model::FlawKind kind) const {
        std::size_t count = 0;
        for (const auto& finding : app_.workspace.atlas()->table<model::BoundaryFinding>())
            count += finding.kind == kind ? 1 : 0;
        return count;
    }
    /// Of the stored file, opened anew.
    std::vector<Finding> damage() const {
        Progress progress;
        return project::ProjectFile::open(project_, project::OpenMode::read)
            .check_integrity(progress);
    }
    std::size_t villages() const { return app_.workspace.atlas()->villages().size(); }

    TemporaryFolder folder_;
    fs::path project_ = folder_ / "proyek.gpkg";
    Running app_;
};

TEST_F(OutlineBatch, OfBrokenRingsIsPreviewedAppliedAndTakenBack) {
    ASSERT_EQ(found(model::FlawKind::invalid_ring), 1U);
    const std::string before = project::content_dump(project_);
    app_.act(PreviewRepair{RepairWay::rings});
    const RepairView& view = app_.workspace.repair();
    ASSERT_EQ(view.stage, RepairView::Stage::ready) << view.summary;
    EXPECT_THAT(view.summary, HasSubstr("1 diperbaiki"));
    ASSERT_THAT(view.rows, SizeIs(1)) << "whose ring it is, though a spike holds no land";
    EXPECT_EQ(view.rows[0].name, "Desa 3");
    EXPECT_EQ(view.rows[0].change, "0 m²");
    EXPECT_TRUE(view.rows[0].place.has_value());
    EXPECT_EQ(view.sum, "0,000000 m²");
    EXPECT_EQ(project::content_dump(project_), before) << "a preview writes nothing";
    app_.act(ApplyRepair{});
    EXPECT_EQ(found(model::FlawKind::invalid_ring), 0U);
    EXPECT_EQ(found(model::FlawKind::duplicate_shape), 1U) << "of another rule";
    app_.act(Undo{});
    EXPECT_EQ(project::content_dump(project_), before);
}

TEST_F(OutlineBatch, OfCopiesTakesOneAwayAndUndoBringsItBackToTheBit) {
    ASSERT_EQ(found(model::FlawKind::duplicate_shape), 1U);
    ASSERT_EQ(villages(), 5U);
    const std::string before = project::content_dump(project_);
    app_.act(PreviewRepair{RepairWay::copies});
    const RepairView& view = app_.workspace.repair();
    ASSERT_TRUE(view.can_apply) << view.summary;
    ASSERT_THAT(view.rows, SizeIs(2)) << "what the copy held, and that it was held twice";
    EXPECT_EQ(view.rows[0].name, "Desa 4 (salinan)");
    EXPECT_FALSE(view.rows[0].gains);
    EXPECT_EQ(view.sum, "0,000000 m²");
    const std::int64_t revision = app_.workspace.atlas()->revision();
    app_.act(ApplyRepair{});
    EXPECT_EQ(app_.workspace.atlas()->revision(), revision + 1) << "one step";
    EXPECT_EQ(villages(), 4U);
    EXPECT_EQ(found(model::FlawKind::duplicate_shape), 0U);
    EXPECT_THAT(damage(), IsEmpty());
    const std::string after = project::content_dump(project_);
    EXPECT_NE(after, before);
    app_.act(Undo{});
    EXPECT_EQ(villages(), 5U);
    EXPECT_EQ(project::content_dump(project_), before) << "outlines, segments and findings";
    EXPECT_THAT(damage(), IsEmpty());
    app_.act(Redo{});
    EXPECT_EQ(project::content_dump(project_), after);
    EXPECT_THAT(damage(), IsEmpty());
    app_.act(PreviewRepair{RepairWay::copies});
    EXPECT_FALSE(app_.workspace.repair().can_apply) << "a second run finds nothing to do";
}

/// Two villages and lakes, forests and a village with the outlines of others.
class EqualAreas : public ::testing::Test {
  protected:
    struct Feature {
        const char* code;
        const char* name;
        const char* remark;
        int column;
    };
    void open(const std::vector<Feature>& features) {
        io::VectorFile file = grid_layer({});
        file.fields.push_back({"REMARK", io::FieldType::text});
        for (const Feature& one : features) {
            auto row = grid_layer({{one.code, one.name, *one.code ? "Barat" : "", one.column, 0}})
                           .rows.front();
            row.values.emplace_back(std::string(one.remark));
            file.rows.push_back(std::move(row));
        }
        ASSERT_TRUE(io::write_vector(folder_ / "desa.geojson", file, io::Existing::replace));
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), folder_ / "proyek.gpkg", test_environment(),
                  progress);
        app_.act(OpenFile{folder_ / "proyek.gpkg"});
        app_.act(CheckBoundaries{});
    }
    const model::Table<model::SpecialArea>& areas() const {
        return app_.workspace.atlas()->table<model::SpecialArea>();
    }
    const model::BoundaryFinding& finding() const {
        return app_.workspace.atlas()->table<model::BoundaryFinding>()[0];
    }

    TemporaryFolder folder_;
    Running app_;
};

TEST_F(EqualAreas, OfOneKindAndNameAreOne) {
    open({{"99.01.01.2001", "Desa 1", "", 0},
          {"", "", "Danau", 1},
          {"", "Rawa Pening", "Danau", 1},
          {"", "rawa pening ", "Danau", 1}});
    ASSERT_THAT(areas(), SizeIs(3));
    app_.act(PreviewRepair{RepairWay::copies});
    ASSERT_TRUE(app_.workspace.repair().can_apply) << app_.workspace.repair().summary;
    app_.act(ApplyRepair{});
    ASSERT_THAT(areas(), SizeIs(1));
    EXPECT_EQ(areas()[0].name, "Rawa Pening") << "the first with a name";
    EXPECT_THAT(app_.workspace.atlas()->table<model::BoundaryFinding>(), IsEmpty());
    app_.act(Undo{});
    EXPECT_THAT(areas(), SizeIs(3));
}

TEST_F(EqualAreas, OfDifferentKindsAreChosenFrom) {
    open({{"99.01.01.2001", "Desa 1", "", 0},
          {"", "Rawa Pening", "Danau", 1},
          {"", "Hutan Wana", "Hutan lindung", 1}});
    app_.act(PreviewRepair{RepairWay::copies});
    EXPECT_FALSE(app_.workspace.repair().can_apply);
    EXPECT_THAT(app_.workspace.repair().summary, HasSubstr("berbeda jenis atau nama"));
    EXPECT_THAT(app_.workspace.repair().summary, ::testing::Not(HasSubstr("tanpa kode")));
    app_.act(Select{{SubjectKind::finding, finding().id.value}});
    ASSERT_THAT(app_.workspace.card().remarks, SizeIs(2));
    EXPECT_THAT(app_.workspace.card().remarks[1], HasSubstr("pilih satu yang disimpan"));
    app_.act(PreviewRepair{RepairWay::to_second, 1, finding().id});
    const RepairView& view = app_.workspace.repair();
    ASSERT_TRUE(view.can_apply) << view.summary;
    EXPECT_EQ(view.keepable, 2U);
    EXPECT_THAT(view.sides, ::testing::ElementsAre("Rawa Pening", "Hutan Wana"));
    app_.act(ApplyRepair{});
    ASSERT_THAT(areas(), SizeIs(1));
    EXPECT_EQ(areas()[0].name, "Hutan Wana");
}

TEST_F(EqualAreas, NeverTakeTheirVillageAway) {
    open({{"99.01.01.2001", "Desa 1", "", 0},
          {"99.01.01.2002", "Desa 2", "", 1},
          {"", "Rawa Pening", "Danau", 1}});
    app_.act(PreviewRepair{RepairWay::copies});
    EXPECT_FALSE(app_.workspace.repair().can_apply);
    app_.act(PreviewRepair{RepairWay::to_second, 1, finding().id});
    EXPECT_EQ(app_.workspace.repair().stage, RepairView::Stage::refused);
    EXPECT_EQ(app_.workspace.repair().keepable, 1U);
    app_.act(PreviewRepair{RepairWay::to_first, 1, finding().id});
    ASSERT_TRUE(app_.workspace.repair().can_apply) << app_.workspace.repair().summary;
    app_.act(ApplyRepair{});
    EXPECT_THAT(areas(), IsEmpty());
    EXPECT_THAT(app_.workspace.atlas()->villages(), SizeIs(2));
}

} // namespace
} // namespace antardesa::workspace
