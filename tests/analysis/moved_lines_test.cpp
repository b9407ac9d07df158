#include "analysis/moved_lines.h"

#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// An agreed line between two villages, and where it lies now.
struct TwoVillages : SampleRegency {
    TwoVillages() {
        const auto kecamatan = district("Hilir");
        village("Satu", kecamatan, grid_box(0, 0, 2, 2));
        village("Dua", kecamatan, grid_box(2, 0, 4, 2));
        model::BoundarySegment row;
        row.first = {1};
        row.second = {2};
        row.state = model::SegmentState::agreed;
        row.geometry = line_at(0);
        put(row);
    }
    static model::SharedLines line_at(double east_m) {
        const double x = 109.02 + east_m / 110500;
        return std::make_shared<const geo::MultiLine>(geo::MultiLine{{{x, -7}, {x, -6.98}}});
    }
    /// The line as it would be after a change of the boundaries.
    model::TableSet moved_to(double east_m) const {
        model::TableSet after = tables;
        auto& segments = std::get<model::Table<model::BoundarySegment>>(after);
        model::BoundarySegment row = segments[0];
        row.geometry = line_at(east_m);
        segments.put(row);
        return after;
    }
    model::RecordFindings move(double east_m, bool reported = false) {
        const model::TableSet after = moved_to(east_m);
        std::vector<MovedLine> moved;
        if (reported)
            moved.push_back({{1}, 0, east_m, {109.02, -6.99}});
        const auto changes = moved_line_changes(tables, after, moved, 8);
        tables = model::applied(after, model::record_findings(changes));
        return changes;
    }
    const model::Table<model::BoundaryFinding>& findings() const {
        return std::get<model::Table<model::BoundaryFinding>>(tables);
    }
};

TEST(MovedLines, AreFindingsThatKeepTheAgreedLine) {
    TwoVillages regency;
    const model::SharedLines agreed = TwoVillages::line_at(0);
    ASSERT_THAT(regency.move(20, true).put, SizeIs(1));
    const model::BoundaryFinding& row = regency.findings()[0];
    EXPECT_EQ(row.kind, model::FlawKind::moved_line);
    EXPECT_EQ(row.severity, Severity::warning);
    EXPECT_EQ(row.villages, (std::vector<Id<model::Village>>{{1}, {2}}));
    EXPECT_EQ(row.names, "Satu; Dua");
    EXPECT_EQ(row.width_m, 20);
    EXPECT_EQ(std::get<geo::LineSet>(*row.geometry).lines, *agreed);
}

TEST(MovedLines, AreMeasuredAgainstWhatWasAgreedUntilTheyAreBack) {
    TwoVillages regency;
    regency.move(20, true);
    const auto farther = regency.move(50, true);
    ASSERT_THAT(farther.put, SizeIs(1));
    EXPECT_EQ(farther.put[0].id.value, 1) << "the same finding";
    EXPECT_NEAR(*farther.put[0].width_m, 50, 0.5) << "from the agreed line, not from the last one";
    EXPECT_THAT(regency.move(0.5).gone, IsEmpty()) << "its paper describes another line";
    const auto nearly = regency.move(0.1);
    EXPECT_THAT(nearly.gone, SizeIs(1)) << "the same but for the last figures";
    EXPECT_THAT(regency.findings(), IsEmpty());
}

TEST(MovedLines, OfAPairThatSharesNoneAreGone) {
    TwoVillages regency;
    regency.move(20, true);
    model::TableSet after = regency.tables;
    std::get<model::Table<model::BoundarySegment>>(after).erase({1});
    EXPECT_THAT(moved_line_changes(regency.tables, after, {}, 9).gone, SizeIs(1));
}

TEST(MovedLines, AreWorseWhereTheLineIsLaw) {
    TwoVillages regency;
    auto row = std::get<model::Table<model::BoundarySegment>>(regency.tables)[0];
    row.state = model::SegmentState::enacted;
    regency.put(row);
    ASSERT_THAT(regency.move(20, true).put, SizeIs(1));
    EXPECT_EQ(regency.findings()[0].severity, Severity::error);
}

/// An agreed line that was open where both villages claimed a strip of 22 m, 222 m long.
struct OpenLine : SampleRegency {
    OpenLine() {
        const auto kecamatan = district("Hilir");
        const geo::Point low{109.02, -6.991};
        const geo::Point high{109.02, -6.989};
        village("Satu", kecamatan,
                outline({{109, -7},
                         {109.02, -7},
                         low,
                         {109.0202, -6.99},
                         high,
                         {109.02, -6.98},
                         {109, -6.98},
                         {109, -7}}));
        village("Dua", kecamatan,
                outline({{109.04, -7},
                         {109.04, -6.98},
                         {109.02, -6.98},
                         high,
                         low,
                         {109.02, -7},
                         {109.04, -7}}));
        segment.first = {1};
        segment.second = {2};
        segment.state = model::SegmentState::agreed;
        segment.geometry = lines({{{109.02, -7}, low}, {high, {109.02, -6.98}}});
        put(segment);
    }
    static model::SharedPolygons outline(geo::Ring ring) {
        return std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{std::move(ring), {}}});
    }
    static model::SharedLines lines(geo::MultiLine all) {
        return std::make_shared<const geo::MultiLine>(std::move(all));
    }
    /// The strip divided down the middle.
    geo::MultiLine closed() const {
        return {
            {{109.02, -7}, {109.02, -6.991}, {109.0201, -6.99}, {109.02, -6.989}, {109.02, -6.98}}};
    }
    model::TableSet after(geo::MultiLine line) const {
        model::TableSet changed = tables;
        auto& segments = std::get<model::Table<model::BoundarySegment>>(changed);
        model::BoundarySegment row = segments[0];
        row.geometry = lines(std::move(line));
        segments.put(row);
        return changed;
    }
    const model::SharedLines& tables_line() const {
        return std::get<model::Table<model::BoundarySegment>>(tables)[0].geometry;
    }
    model::BoundarySegment segment;
};

TEST(MovedLines, AreMeasuredAcrossWhereTheAgreedOneWasOpen) {
    const OpenLine regency;
    const auto moved = lines_moved(regency.tables, regency.after(regency.closed()));
    ASSERT_THAT(moved, SizeIs(1));
    EXPECT_NEAR(moved[0].farthest_m, 11, 1.5) << "half the strip, not half its length";
    const auto changes =
        moved_line_changes(regency.tables, regency.after(regency.closed()), moved, 8);
    ASSERT_THAT(changes.put, SizeIs(1));
    const auto& kept = std::get<geo::LineSet>(*changes.put[0].geometry).lines;
    EXPECT_EQ(agreed_pieces(kept), *regency.tables_line());
    EXPECT_THAT(kept, SizeIs(4)) << "with both villages' sides of the strip";
    EXPECT_TRUE(closes_open_stretch(kept, regency.closed()));
    EXPECT_FALSE(closes_open_stretch(kept, *regency.tables_line())) << "open as it was";
}

TEST(MovedLines, ThatAreOpenAgainAreNoFinding) {
    OpenLine regency;
    const model::TableSet closed = regency.after(regency.closed());
    const auto changes =
        moved_line_changes(regency.tables, closed, lines_moved(regency.tables, closed), 8);
    const model::TableSet recorded = model::applied(closed, model::record_findings(changes));
    model::TableSet open = recorded;
    std::get<model::Table<model::BoundarySegment>>(open).put(
        std::get<model::Table<model::BoundarySegment>>(regency.tables)[0]);
    EXPECT_THAT(moved_line_changes(recorded, open, {}, 9).gone, SizeIs(1));
}

} // namespace
} // namespace antardesa::analysis
