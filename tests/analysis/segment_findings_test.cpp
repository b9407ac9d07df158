#include "analysis/segment_findings.h"

#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::BoundaryFinding;
using model::BoundarySegment;
using model::FlawKind;
using testing::IsEmpty;
using testing::SizeIs;

struct OneLine : SampleRegency {
    OneLine() {
        const auto kecamatan = district("Hilir");
        village("Satu", kecamatan, grid_box(0, 0, 2, 2));
        village("Dua", kecamatan, grid_box(2, 0, 4, 2));
        BoundarySegment row;
        row.first = {1};
        row.second = {2};
        row.geometry =
            std::make_shared<const geo::MultiLine>(geo::MultiLine{{{109.02, -7}, {109.02, -6.98}}});
        put(row);
    }
    Id<model::TurningPoint> point(double east_m, std::string kind = "TK") {
        model::TurningPoint row;
        row.segment = {1};
        row.kind = std::move(kind);
        row.position = {109.02 + east_m / 110'500, -6.99};
        return put(row);
    }
    void state(model::SegmentState state, Id<model::Document> document) {
        BoundarySegment row = std::get<model::Table<BoundarySegment>>(tables)[0];
        row.state = state;
        row.document = document;
        put(row);
    }
    /// Records the changes and gives them.
    model::RecordFindings record() {
        const auto changes = segment_finding_changes(tables, nullptr, 4);
        tables = model::applied(tables, model::record_findings(changes));
        return changes;
    }
};

TEST(SegmentFindings, PointsOffTheLineAreOneFindingWithTheWorstFirst) {
    OneLine regency;
    regency.point(0.04);
    const auto near = regency.point(2);
    const auto far = regency.point(-15, "PBU");
    regency.point(9, "PABU");
    const auto changes = regency.record();
    ASSERT_THAT(changes.put, SizeIs(1));
    const BoundaryFinding& row = changes.put[0];
    EXPECT_EQ(row.kind, FlawKind::stray_points);
    EXPECT_EQ(row.count, 2);
    EXPECT_NEAR(*row.width_m, 15, 0.1);
    EXPECT_LT(row.longitude, 109.02);
    EXPECT_EQ(row.names, "Satu; Dua");
    EXPECT_THAT(regency.record().put, IsEmpty()) << "known already";
    auto& points = std::get<model::Table<model::TurningPoint>>(regency.tables);
    points.erase(near);
    EXPECT_THAT(regency.record().put, SizeIs(1)) << "one less is another finding in the same row";
    EXPECT_THAT(std::get<model::Table<BoundaryFinding>>(regency.tables), SizeIs(1));
    points.erase(far);
    EXPECT_THAT(regency.record().gone, SizeIs(1));
}

TEST(SegmentFindings, AStateWithoutThePaperThatCarriesItIsOne) {
    OneLine regency;
    EXPECT_THAT(regency.record().put, IsEmpty());
    regency.state(model::SegmentState::agreed, {});
    ASSERT_THAT(regency.record().put, SizeIs(1));
    EXPECT_EQ(std::get<model::Table<BoundaryFinding>>(regency.tables)[0].kind,
              FlawKind::incomplete_paper);
    model::Document minutes;
    minutes.kind = "berita_acara";
    minutes.number = "3/2026";
    minutes.title = "Kesepakatan batas";
    const auto id = regency.put(minutes);
    regency.state(model::SegmentState::agreed, id);
    EXPECT_THAT(regency.record().gone, IsEmpty()) << "it has no date";
    minutes.id = id;
    minutes.date = day(2026, 3, 4);
    regency.put(minutes);
    EXPECT_THAT(regency.record().gone, SizeIs(1));
    regency.state(model::SegmentState::enacted, id);
    EXPECT_THAT(regency.record().put, SizeIs(1)) << "a berita acara enacts nothing";
}

TEST(SegmentFindings, OnlyWhatAnEditTouchesIsLookedAt) {
    OneLine regency;
    const auto document = regency.put(model::Document{});
    regency.state(model::SegmentState::agreed, document);
    const auto point = regency.point(2);
    const auto touched = [&](model::RowWrite write) {
        return segments_touched(regency.tables, model::Edit{{}, {std::move(write)}, {}});
    };
    EXPECT_THAT(touched(model::Erase<model::TurningPoint>{point}), SizeIs(1));
    model::Document paper;
    paper.id = document;
    EXPECT_THAT(touched(model::Put<model::Document>{paper}), SizeIs(1));
    EXPECT_THAT(touched(model::Put<model::Village>{}), IsEmpty());
    const std::set<Id<BoundarySegment>> none;
    EXPECT_THAT(segment_finding_changes(regency.tables, &none, 4).put, IsEmpty());
}

} // namespace
} // namespace antardesa::analysis
