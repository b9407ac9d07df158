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
    const auto nearly = regency.move(0.5);
    EXPECT_THAT(nearly.gone, SizeIs(1)) << "another digitising of the agreed line";
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

} // namespace
} // namespace antardesa::analysis
