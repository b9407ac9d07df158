#include "analysis/turning_points.h"

#include "analysis/segments.h"
#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::BoundarySegment;
using model::TurningPoint;
using testing::ElementsAre;

/// The square with its segments; the southern one runs along 109.02° from 7° S to 6.98° S.
struct Lined : SquareRegency {
    Lined() {
        Progress progress;
        for (BoundarySegment segment : derive_segments(*atlas(), progress))
            put(segment);
    }
    const BoundarySegment& south() const {
        for (const BoundarySegment& row : std::get<model::Table<BoundarySegment>>(tables))
            if (row.first == south_west && row.second == south_east)
                return row;
        throw std::logic_error("no southern segment");
    }
};

TurningPoint at(double x, double y, std::string kind = "TK") {
    TurningPoint point;
    point.kind = std::move(kind);
    point.position = {x, y};
    return point;
}

std::vector<std::string> numbers(const std::vector<TurningPoint>& points) {
    std::vector<std::string> list;
    for (const TurningPoint& point : points)
        list.push_back(point.number);
    return list;
}

TEST(NumberedLine, KnowsItsEndsAndStations) {
    const Lined sample;
    const auto atlas = sample.atlas();
    const NumberedLine line(*atlas, sample.south());
    ASSERT_EQ(line.nodes().size(), 2U);
    const auto station = line.station({109.02 + 3 / 110'500.0, -6.995});
    ASSERT_TRUE(station);
    EXPECT_NEAR(station->off_m, 3, 0.01);
    EXPECT_NEAR(station->place.x, 109.02, 1e-9);
    EXPECT_TRUE(line.is_node(line.nodes()[0]));
    EXPECT_FALSE(line.is_node(station->place));
    const geo::Point vertex = (*sample.south().geometry)[0][1];
    EXPECT_EQ(line.station(vertex + geo::Point{1e-10, 0})->place, vertex) << "to the last bit";
}

TEST(Numbered, EndsAreZeroAndTheRestCountsAlongTheLine) {
    const Lined sample;
    const auto atlas = sample.atlas();
    const NumberedLine line(*atlas, sample.south());
    const bool northward = line.nodes()[0].y < line.nodes()[1].y;
    const auto points =
        with_node_points(line, {at(109.02, northward ? -6.985 : -6.995),
                                at(109.02, northward ? -6.995 : -6.985), at(109.02, -6.99, "PBU")});
    ASSERT_EQ(points.size(), 5U);
    EXPECT_THAT(numbers(points), ElementsAre("000", "001", "", "002", "000"));
    for (std::size_t i = 0; i < points.size(); ++i)
        EXPECT_EQ(points[i].order, static_cast<int>(i) + 1);
    EXPECT_EQ(points[0].position, line.nodes()[0]);
    EXPECT_EQ(with_node_points(line, points).size(), 5U) << "a second time adds nothing";
}

TEST(StrayPoints, AreThoseOffTheLineByMoreThanFiveCentimetres) {
    Lined sample;
    const auto put = [&](double metres, std::string kind) {
        TurningPoint point = at(109.02 + metres / 110'500.0, -6.995, std::move(kind));
        point.segment = sample.south().id;
        return sample.put(point);
    };
    put(0.04, "TK");
    const auto off = put(0.07, "TK");
    put(12, "PABU");
    const auto strays = stray_points(*sample.atlas(), sample.south().id);
    ASSERT_EQ(strays.size(), 1U) << "a reference pillar stands back";
    EXPECT_EQ(strays[0].point, off);
    EXPECT_NEAR(strays[0].off_m, 0.07, 0.005);
}

TEST(PointCode, DropsWhatTheTwoVillagesShare) {
    SampleRegency sample;
    const auto first = sample.village("A", {}, grid_box(0, 0, 1, 1), "35.29.16.2002");
    const auto second = sample.village("B", {}, grid_box(1, 0, 2, 1), "35.29.19.2009");
    const auto third = sample.village("C", {}, grid_box(2, 0, 3, 1), "35.29.19.2010");
    const auto code = [&](Id<model::Village> a, Id<model::Village> b, TurningPoint point) {
        BoundarySegment segment;
        segment.first = a;
        segment.second = b;
        point.segment = sample.put(segment);
        return point_code(*sample.atlas(), point);
    };
    TurningPoint point = at(0, 0);
    point.number = "000";
    EXPECT_EQ(code(first, second, point), "TK.35.29.16.2002-19.2009-000");
    EXPECT_EQ(code(second, first, point), "TK.35.29.16.2002-19.2009-000");
    EXPECT_EQ(code(second, third, point), "TK.35.29.19.2009-2010-000");
    point = at(0, 0, "PBU");
    point.number = "19.10.2008-2010-880";
    EXPECT_EQ(code(first, second, point), "PBU 19.10.2008-2010-880");
    point.number = "PBU.7101.11185";
    EXPECT_EQ(code(first, second, point), "PBU.7101.11185");
}

} // namespace
} // namespace antardesa::analysis
