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
    ASSERT_EQ(view.rows.size(), 4U) << "whose outline changes is listed, also who gains nothing";
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

TEST_F(RepairPreview, IsDrawnOnTheMapAsLongAsItIsOnDisplay) {
    const auto draws = [&](cartography::LegendKey key) {
        const auto& legend = running_.workspace.map().legend;
        return std::any_of(legend.begin(), legend.end(),
                           [key](const auto& entry) { return entry.key == key; });
    };
    running_.act(OpenFile{project_});
    EXPECT_FALSE(draws(cartography::LegendKey::new_border));
    running_.act(PreviewRepair{});
    EXPECT_TRUE(draws(cartography::LegendKey::new_border));
    EXPECT_TRUE(draws(cartography::LegendKey::settled_land));
    EXPECT_TRUE(draws(cartography::LegendKey::lost_land));
    const auto& rows = running_.workspace.repair().rows;
    EXPECT_TRUE(rows[0].colour.has_value()) << "the land that it loses has its colour";
    running_.act(DropRepair{});
    EXPECT_FALSE(draws(cartography::LegendKey::new_border));
}

TEST_F(RepairPreview, OfOneFindingFillsTheMapAndNamesTheSides) {
    running_.act(OpenFile{project_});
    running_.act(CheckBoundaries{});
    ASSERT_EQ(running_.workspace.atlas()->table<model::BoundaryFinding>().size(), 1U);
    const auto finding = running_.workspace.atlas()->table<model::BoundaryFinding>()[0];
    const double before = running_.workspace.map().metres_per_pixel;
    running_.act(PreviewRepair{RepairWay::to_first, 1, finding.id});
    const RepairView& view = running_.workspace.repair();
    ASSERT_EQ(view.stage, RepairView::Stage::ready) << view.summary;
    EXPECT_THAT(view.sides, ::testing::SizeIs(2));
    EXPECT_LT(running_.workspace.map().metres_per_pixel, before);
    running_.act(ApplyRepair{});
    EXPECT_EQ(running_.workspace.repair().stage, RepairView::Stage::none);
    EXPECT_TRUE(running_.workspace.atlas()->table<model::BoundaryFinding>().empty());
}

TEST_F(RepairPreview, FollowsAnAgreedLineOfAFileAndNamesItsDocument) {
    running_.act(OpenFile{project_});
    running_.act(CheckBoundaries{});
    const auto finding = running_.workspace.atlas()->table<model::BoundaryFinding>()[0];
    running_.act(PreviewRepair{RepairWay::along_line, 1, finding.id});
    EXPECT_EQ(running_.workspace.repair().stage, RepairView::Stage::refused) << "no line yet";
    const geo::Box box = geo::bounds(std::get<geo::PolygonSet>(*finding.geometry).polygons);
    const double x = box.centre().x;
    io::VectorFile file;
    file.layer = "garis";
    file.rows.push_back({geo::LineSet{{{{x, box.min.y - 0.001}, {x, box.max.y + 0.001}}}}, {}});
    ASSERT_TRUE(io::write_vector(folder_ / "sepakat.geojson", file, io::Existing::replace));
    running_.act(
        PreviewRepair{RepairWay::along_line, 1, finding.id, folder_ / "sepakat.geojson", {}});
    ASSERT_EQ(running_.workspace.repair().stage, RepairView::Stage::ready)
        << running_.workspace.repair().summary;
    model::Document paper;
    paper.kind = "berita_acara";
    paper.number = "BA 7/2026";
    running_.act(ApplyRepair{{{}, paper}});
    const auto& documents = running_.workspace.atlas()->table<model::Document>();
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].number, "BA 7/2026");
    EXPECT_THAT(running_.workspace.history().rows[0].detail, ::testing::HasSubstr("BA 7/2026"));
    EXPECT_TRUE(running_.workspace.atlas()->table<model::BoundaryFinding>().empty());
    running_.act(Undo{});
    EXPECT_TRUE(running_.workspace.atlas()->table<model::Document>().empty()) << "one step";
}

/// The first village reaches into the second beside the northern half of the line that they agreed
/// on.
class RepairOfAnAgreedLine : public ::testing::Test {
  protected:
    RepairOfAnAgreedLine() {
        io::VectorFile file = grid_layer(grid(2));
        const auto outer = [&](std::size_t row) -> geo::Ring& {
            return std::get<geo::PolygonSet>(file.rows[row].geometry).polygons[0].outer;
        };
        const geo::Point south = outer(0)[1];
        const geo::Point north = outer(0)[2];
        const geo::Point middle = (south + north) * 0.5;
        const geo::Point bulge = (middle + north) * 0.5 + geo::Point{0.0001, 0};
        outer(0).insert(outer(0).begin() + 2, {middle, bulge});
        geo::Ring& second = outer(1);
        for (std::size_t i = 0; i + 1 < second.size(); ++i)
            if (second[i] == north && second[i + 1] == south) {
                second.insert(second.begin() + static_cast<std::ptrdiff_t>(i) + 1, middle);
                break;
            }
        EXPECT_TRUE(io::write_vector(folder_ / "desa.geojson", file, io::Existing::replace));
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), folder_ / "proyek.gpkg", test_environment(),
                  progress);
        app_.act(OpenFile{folder_ / "proyek.gpkg"});
        app_.act(CheckBoundaries{});
        const auto& villages = app_.workspace.atlas()->villages();
        for (const auto& segment : app_.workspace.atlas()->segments())
            if (std::minmax(segment.first, segment.second) ==
                std::minmax(villages[0].id, villages[1].id))
                segment_ = segment.id;
        RecordState request{segment_, model::SegmentState::agreed};
        request.entered = paper("3/2026");
        app_.act(RecordSegmentState{request});
    }
    static model::Document paper(const char* number) {
        model::Document document;
        document.kind = "berita_acara";
        document.number = number;
        document.title = "Kesepakatan batas";
        document.date = Date{std::chrono::year{2026} / 3 / 4};
        return document;
    }
    const model::BoundarySegment& segment() const {
        return *app_.workspace.atlas()->find(segment_);
    }

    TemporaryFolder folder_;
    Running app_;
    Id<model::BoundarySegment> segment_;
};

TEST_F(RepairOfAnAgreedLine, SaysSoAndIsCarriedOutWithANewPaperOnly) {
    ASSERT_EQ(segment().state, model::SegmentState::agreed);
    ASSERT_EQ(app_.workspace.atlas()->table<model::BoundaryFinding>().size(), 1U);
    const auto finding = app_.workspace.atlas()->table<model::BoundaryFinding>()[0].id;
    const auto old = segment().document;
    const auto revision = app_.workspace.atlas()->revision();
    app_.act(PreviewRepair{RepairWay::to_second, 1, finding});
    ASSERT_EQ(app_.workspace.repair().stage, RepairView::Stage::ready)
        << app_.workspace.repair().summary;
    EXPECT_THAT(app_.workspace.repair().summary, ::testing::HasSubstr("3/2026"));
    app_.act(ApplyRepair{});
    EXPECT_EQ(app_.workspace.atlas()->revision(), revision);
    EXPECT_TRUE(app_.says("sudah disepakati"));
    EXPECT_EQ(app_.workspace.repair().stage, RepairView::Stage::ready) << "the preview stays";
    app_.act(ApplyRepair{{{}, paper("9/2026")}});
    EXPECT_EQ(app_.workspace.atlas()->revision(), revision + 1);
    EXPECT_EQ(segment().state, model::SegmentState::agreed);
    EXPECT_NE(segment().document, old);
    EXPECT_TRUE(app_.workspace.atlas()->table<model::BoundaryFinding>().empty())
        << "neither the overlap nor a line that moved";
    app_.act(Undo{});
    EXPECT_EQ(segment().document, old);
}

TEST_F(RepairOfAnAgreedLine, MayFallBackToTracing) {
    const auto finding = app_.workspace.atlas()->table<model::BoundaryFinding>()[0].id;
    app_.act(PreviewRepair{RepairWay::to_second, 1, finding});
    ASSERT_TRUE(app_.workspace.repair().moves_settled) << "the window asks";
    app_.act(ApplyRepair{{{}, paper("9/2026")}, true});
    EXPECT_EQ(segment().state, model::SegmentState::tracing);
    EXPECT_FALSE(segment().document) << "the paper is the edit's alone";
    EXPECT_THAT(app_.workspace.history().rows[0].detail, ::testing::HasSubstr("9/2026"));
    EXPECT_TRUE(app_.workspace.atlas()->table<model::BoundaryFinding>().empty());
    app_.act(Undo{});
    EXPECT_EQ(segment().state, model::SegmentState::agreed);
}

TEST_F(RepairOfAnAgreedLine, IsPartOfABatchOnlyWhenItIsSaidWhatBecomesOfIt) {
    app_.act(PreviewRepair{RepairWay::midline, 20});
    EXPECT_FALSE(app_.workspace.repair().can_apply);
    EXPECT_TRUE(app_.workspace.repair().leaves_settled);
    EXPECT_FALSE(app_.workspace.repair().moves_settled);
    EXPECT_THAT(app_.workspace.repair().summary,
                ::testing::HasSubstr("1 menyangkut garis yang disepakati"));
    PreviewRepair with{RepairWay::midline, 20};
    with.with_settled = true;
    app_.act(with);
    ASSERT_TRUE(app_.workspace.repair().can_apply) << app_.workspace.repair().summary;
    EXPECT_TRUE(app_.workspace.repair().moves_settled);
    EXPECT_FALSE(app_.workspace.repair().leaves_settled);
    app_.act(ApplyRepair{});
    EXPECT_EQ(segment().state, model::SegmentState::agreed) << "not without an answer";
    app_.act(ApplyRepair{{}, true});
    EXPECT_EQ(segment().state, model::SegmentState::tracing);
}

/// A line that two villages have agreed on, and a newer file that has it elsewhere.
class PuttingALineBack : public ::testing::Test {
  protected:
    PuttingALineBack() {
        app_.act(OpenFile{make_project(folder_, grid(2))});
        RecordState request{app_.workspace.atlas()->segments()[0].id, model::SegmentState::agreed};
        request.entered = model::Document{};
        request.entered->kind = "berita_acara";
        request.entered->number = "3/2026";
        request.entered->title = "Kesepakatan batas";
        request.entered->date = Date{std::chrono::year{2026} / 3 / 4};
        app_.act(RecordSegmentState{request});
        io::VectorFile file = grid_layer(grid(2));
        const auto outer = [&](int row) -> geo::Ring& {
            return std::get<geo::PolygonSet>(file.rows[static_cast<std::size_t>(row)].geometry)
                .polygons[0]
                .outer;
        };
        const geo::Point corner = outer(0)[1];
        for (const int row : {0, 1})
            for (geo::Point& p : outer(row))
                if (p == corner)
                    p.x += 0.002;
        EXPECT_TRUE(io::write_vector(folder_ / "baru.geojson", file, io::Existing::replace));
        app_.act(ImportInto{folder_ / "baru.geojson"});
        app_.act(AcceptImport{});
    }
    std::vector<model::BoundaryFinding> moved() const {
        std::vector<model::BoundaryFinding> found;
        for (const auto& finding : app_.workspace.atlas()->table<model::BoundaryFinding>())
            if (finding.kind == model::FlawKind::moved_line)
                found.push_back(finding);
        return found;
    }

    TemporaryFolder folder_;
    Running app_;
};

TEST_F(PuttingALineBack, IsSeenOnTheMapAndInTheLedgerBeforeItIsDone) {
    ASSERT_EQ(moved().size(), 1U);
    const auto revision = app_.workspace.atlas()->revision();
    app_.act(PutLineBack{moved()[0].id});
    const RepairView& view = app_.workspace.repair();
    ASSERT_EQ(view.stage, RepairView::Stage::ready) << view.summary;
    EXPECT_THAT(view.summary, ::testing::HasSubstr("3/2026")) << "the paper that it rests on";
    ASSERT_EQ(view.rows.size(), 2U);
    EXPECT_TRUE(view.rows[0].colour.has_value());
    EXPECT_NE(view.rows[0].gains, view.rows[1].gains);
    EXPECT_EQ(view.sum, "0,000000 m²");
    const auto& legend = app_.workspace.map().legend;
    EXPECT_TRUE(std::any_of(legend.begin(), legend.end(), [](const auto& entry) {
        return entry.key == cartography::LegendKey::new_border;
    }));
    EXPECT_EQ(app_.workspace.atlas()->revision(), revision) << "nothing is written yet";
    app_.act(ApplyRepair{});
    EXPECT_TRUE(moved().empty());
    EXPECT_EQ(app_.workspace.atlas()->revision(), revision + 1);
    EXPECT_EQ(app_.workspace.repair().stage, RepairView::Stage::none);
    app_.act(Undo{});
    EXPECT_EQ(moved().size(), 1U);
}

TEST_F(RepairPreview, FollowsWhatIsChangedMeanwhile) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{});
    running_.act(ApplyRepair{});
    running_.act(PreviewRepair{});
    EXPECT_FALSE(running_.workspace.repair().can_apply);
    running_.act(Undo{});
    EXPECT_TRUE(running_.workspace.repair().can_apply) << "the overlap is there again";
}

TEST_F(RepairPreview, OfAnOlderStateIsMadeAnewAndTakesNothingBack) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{});
    model::ChangeVillage change;
    change.village = running_.workspace.atlas()->villages()[0].id;
    change.name = "Nama Lain";
    running_.act(EditVillage{change});
    running_.act(ApplyRepair{});
    EXPECT_EQ(running_.workspace.atlas()->revision(), 2);
    EXPECT_EQ(running_.workspace.atlas()->find(change.village)->name, "Nama Lain");
}

TEST_F(RepairPreview, SaysWhyItCannotBe) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{RepairWay::along_river, 1, {}});
    const RepairView& view = running_.workspace.repair();
    EXPECT_EQ(view.stage, RepairView::Stage::refused);
    EXPECT_THAT(view.summary, ::testing::HasSubstr("sungai"));
    EXPECT_FALSE(view.can_apply);
}

TEST(RepairBalance, WhatDoesNotAddUpIsNotCarriedOut) {
    topology::Ledger ledger;
    ledger.villages = {{0, 1000, 900}, {1, 1000, 1100}};
    EXPECT_NO_THROW(require_balance(ledger));
    ledger.villages[1].after += 1.1e-6;
    EXPECT_THROW(require_balance(ledger), Error);
    ledger.villages[1].after = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(require_balance(ledger), Error);
}

TEST_F(RepairPreview, OfAStripIsASnapWithinATolerance) {
    running_.act(OpenFile{project_});
    running_.act(CheckBoundaries{});
    const auto finding = running_.workspace.atlas()->table<model::BoundaryFinding>()[0];
    running_.act(PreviewRepair{RepairWay::snap, 0.1, finding.id});
    EXPECT_EQ(running_.workspace.repair().stage, RepairView::Stage::refused) << "wider than that";
    running_.act(PreviewRepair{RepairWay::snap, 0.8, finding.id});
    ASSERT_EQ(running_.workspace.repair().stage, RepairView::Stage::ready)
        << running_.workspace.repair().summary;
    running_.act(ApplyRepair{});
    EXPECT_TRUE(running_.workspace.atlas()->table<model::BoundaryFinding>().empty());
}

TEST_F(RepairPreview, OfABatchLeavesWhatIsLargerThanAsked) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{RepairWay::longest_border, 1, {}, {}, {}, false, 1.0});
    EXPECT_FALSE(running_.workspace.repair().can_apply) << "the strip is half a metre by a village";
    running_.act(PreviewRepair{RepairWay::longest_border, 1, {}, {}, {}, false, 1e6});
    EXPECT_TRUE(running_.workspace.repair().can_apply);
}

TEST_F(RepairPreview, StaysWithTheReasonWhenItIsRefused) {
    running_.act(OpenFile{project_});
    running_.act(PreviewRepair{});
    ASSERT_TRUE(running_.workspace.repair().can_apply);
    ApplyRepair unknown;
    unknown.document.known = {99};
    running_.act(unknown);
    const RepairView& view = running_.workspace.repair();
    EXPECT_EQ(view.stage, RepairView::Stage::ready);
    EXPECT_FALSE(view.trouble.empty());
    EXPECT_TRUE(view.can_apply) << "one may try again";
    EXPECT_EQ(running_.workspace.atlas()->revision(), 0);
    running_.act(ApplyRepair{});
    EXPECT_EQ(running_.workspace.repair().stage, RepairView::Stage::none);
    EXPECT_EQ(running_.workspace.atlas()->revision(), 1);
}

TEST_F(RepairPreview, TheCheckTakesTheTolerancesThatWereSaid) {
    running_.act(OpenFile{project_});
    const auto finding = [&] {
        return running_.workspace.atlas()->table<model::BoundaryFinding>()[0];
    };
    running_.act(CheckBoundaries{});
    EXPECT_TRUE(finding().sliver) << "half a metre";
    running_.act(CheckBoundaries{0.2, 0.1});
    EXPECT_FALSE(finding().sliver);
    EXPECT_EQ(finding().severity, Severity::error);
    running_.act(CheckBoundaries{});
    EXPECT_FALSE(finding().sliver) << "as it was checked last";
}

} // namespace
} // namespace antardesa::workspace
