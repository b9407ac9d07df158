#include "workspace/line_restore.h"

#include "base/message.h"
#include "crs/ellipsoid.h"
#include "workspace/moved_land.h"
#include "workspace/repair_picture.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using model::Table;

/// Two villages below a third, in hundredths of a degree; the line between the lower two ends where
/// all three meet.
class RestoredLine : public ::testing::Test {
  protected:
    RestoredLine() {
        village(1, "Asri", {{0, 0}, {2, 0}, {2, 1}, {2, 2}, {0, 2}});
        village(2, "Bumi", {{2, 0}, {4, 0}, {4, 2}, {2, 2}, {2, 1}});
        village(3, "Cita", {{0, 2}, {2, 2}, {4, 2}, {4, 4}, {0, 4}});
        segment(1, 1, 2, {{2, 0}, {2, 1}, {2, 2}});
        segment(2, 1, 3, {{0, 2}, {2, 2}});
        segment(3, 2, 3, {{2, 2}, {4, 2}});
        model::Document paper;
        paper.id = {5};
        paper.number = "BA 3/2026";
        rows<model::Document>().put(paper);
    }
    template<class Row>
    Table<Row>& rows() {
        return std::get<Table<Row>>(tables_);
    }
    static geo::Point degrees(geo::Point p) { return {109 + p.x / 100, -7 + p.y / 100}; }
    static geo::Line degrees(geo::Line line) {
        for (geo::Point& p : line)
            p = degrees(p);
        return line;
    }
    void village(std::int64_t id, const char* name, geo::Line corners) {
        corners.push_back(corners.front());
        model::Village row;
        row.id = {id};
        row.name = name;
        row.geometry = std::make_shared<const geo::MultiPolygon>(
            geo::MultiPolygon{{degrees(std::move(corners)), {}}});
        rows<model::Village>().put(row);
    }
    void segment(std::int64_t id, std::int64_t first, std::int64_t second, geo::Line line) {
        model::BoundarySegment row;
        row.id = {id};
        row.first = {first};
        row.second = {second};
        row.state = model::SegmentState::agreed;
        row.document = {5};
        row.geometry =
            std::make_shared<const geo::MultiLine>(geo::MultiLine{degrees(std::move(line))});
        rows<model::BoundarySegment>().put(row);
    }
    void set_state(std::int64_t id, model::SegmentState state) {
        model::BoundarySegment row = *rows<model::BoundarySegment>().find({id});
        row.state = state;
        rows<model::BoundarySegment>().put(row);
    }
    void agreed(geo::Line line) {
        model::BoundaryFinding finding;
        finding.id = {9};
        finding.kind = model::FlawKind::moved_line;
        finding.villages = {{1}, {2}};
        finding.geometry = std::make_shared<const geo::Geometry>(
            geo::LineSet{geo::MultiLine{degrees(std::move(line))}});
        rows<model::BoundaryFinding>().put(finding);
    }
    Result<LinePlan> restored() {
        Progress progress;
        atlas_ = model::Atlas::build({}, tables_, 1, progress);
        return restore_line(*atlas_, Id<model::BoundaryFinding>{9}, progress);
    }
    geo::MultiLine line_after(const LinePlan& plan) const {
        const model::TableSet after = model::applied(atlas_->tables(), plan.edit);
        return *std::get<Table<model::BoundarySegment>>(after).find({1})->geometry;
    }

    model::TableSet tables_;
    std::shared_ptr<const model::Atlas> atlas_;
};

TEST_F(RestoredLine, HasTheAgreedCourseAndRestsOnItsDocument) {
    const geo::Line course{{2, 0}, {2.2, 0.5}, {2.1, 1.5}, {2, 2}};
    agreed(course);
    const auto plan = restored();
    ASSERT_TRUE(plan) << debug_text(plan.refusal().message);
    EXPECT_EQ(line_after(plan.value()), geo::MultiLine{degrees(course)});
    EXPECT_EQ(plan.value().edit.name.key, "edit.restore_line");
    EXPECT_EQ(plan.value().edit.document, Id<model::Document>{5});
    double sum = 0;
    for (const LinePlan::Row& row : plan.value().ledger)
        sum += row.delta_m2;
    EXPECT_NEAR(sum, 0, 1e-6);
    EXPECT_FALSE(plan.value().check.moves_node);
}

TEST_F(RestoredLine, IsPreviewedAsARepairWithTheLandThatChangesHands) {
    const geo::Line course{{2, 0}, {2.2, 0.5}, {2, 1}, {1.9, 1.5}, {2, 2}};
    agreed(course);
    auto restoring = restored();
    ASSERT_TRUE(restoring) << debug_text(restoring.refusal().message);
    Progress progress;
    const RepairPlan plan = put_back_plan(*atlas_, std::move(restoring).value(), {9}, progress);
    const topology::Ledger& ledger = plan.repair.repair.ledger;
    EXPECT_NEAR(ledger.sum(), 0, 1e-6);
    ASSERT_EQ(ledger.villages.size(), 2U);
    std::map<topology::Claimant, double> gains;
    for (const topology::SettledLand& land : plan.repair.repair.settled) {
        EXPECT_EQ(land.claimants, (std::vector<topology::Claimant>{0, 1}));
        const double area = crs::ellipsoidal_area(land.land);
        EXPECT_GT(area, 0);
        gains[land.owner] += area;
        gains[1 - land.owner] -= area;
    }
    EXPECT_EQ(plan.repair.repair.settled.size(), 2U) << "one gains in the south, one in the north";
    for (const topology::LedgerRow& row : ledger.villages)
        EXPECT_NEAR(row.after - row.before, gains[row.claimant], 0.01);
    EXPECT_EQ(plan.repair.repair.new_borders, geo::MultiLine{degrees(course)});
    EXPECT_EQ(plan.edit.document, Id<model::Document>{5});
    const PicturedRepair picture = pictured(*atlas_, plan.repair.repair);
    ASSERT_EQ(picture.picture->areas.size(), 2U);
    EXPECT_EQ(picture.picture->areas[0].losing.size(), 1U);
}

TEST_F(RestoredLine, TakesItsMovedEndBackWithWhateverMeetsThere) {
    const geo::Line course{{2, 0}, {2.1, 1}, {2.2, 2.1}};
    agreed({course.rbegin(), course.rend()});
    const auto plan = restored();
    ASSERT_TRUE(plan) << debug_text(plan.refusal().message);
    EXPECT_EQ(line_after(plan.value()), geo::MultiLine{degrees(course)});
    EXPECT_TRUE(plan.value().check.moves_node);
    const model::TableSet after = model::applied(atlas_->tables(), plan.value().edit);
    for (const std::int64_t id : {1, 2, 3}) {
        const auto& ring = std::get<Table<model::Village>>(after).find({id})->geometry->front();
        EXPECT_EQ(std::count(ring.outer.begin(), ring.outer.end(), degrees(geo::Point{2.2, 2.1})),
                  1)
            << id;
    }
    std::set<std::pair<std::size_t, std::int64_t>> rows;
    for (const model::RowWrite& write : plan.value().edit.writes)
        if (const auto* put = std::get_if<model::Put<model::Village>>(&write)) {
            EXPECT_TRUE(rows.insert({write.index(), put->row.id.value}).second)
                << "written once, however many steps it took";
        }
    EXPECT_EQ(rows.size(), 3U);
}

TEST_F(RestoredLine, MayBeFinalItselfButMovesNoOtherFinalLine) {
    set_state(1, model::SegmentState::enacted);
    agreed({{2, 0}, {2.1, 1}, {2, 2}});
    EXPECT_TRUE(restored());
    set_state(3, model::SegmentState::enacted);
    EXPECT_TRUE(restored()) << "it ends at the other final line and leaves it";
    agreed({{2, 0}, {2.1, 1}, {2.2, 2.1}});
    const auto plan = restored();
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.refusal().message.key, "model.line.final");
}

TEST_F(RestoredLine, IsRefusedWhereNothingMoved) {
    auto plan = restored();
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.refusal().message.key, "workspace.line.not_moved");
    agreed({{2, 0}, {2, 1}, {2, 2}});
    plan = restored();
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.refusal().message.key, "workspace.line.not_moved");
}

} // namespace
} // namespace antardesa::workspace
