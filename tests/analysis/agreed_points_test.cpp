#include "analysis/agreed_points.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::BoundarySegment;
using model::TurningPoint;
using testing::ElementsAre;
using testing::SizeIs;

/// About a metre, at the equator.
constexpr double metre = 1 / 111'000.0;

BoundarySegment along(geo::Line metres) {
    for (geo::Point& p : metres)
        p = geo::Point{109, 0} + p * metre;
    BoundarySegment segment;
    segment.id = {1};
    segment.geometry = std::make_shared<const geo::MultiLine>(geo::MultiLine{std::move(metres)});
    return segment;
}

TurningPoint at(double x, double y, std::int64_t id, std::string kind = "TK") {
    TurningPoint point;
    point.id = {id};
    point.segment = {1};
    point.kind = std::move(kind);
    point.position = geo::Point{109, 0} + geo::Point{x, y} * metre;
    return point;
}

std::vector<std::string> numbers(const AgreedPoints& agreed) {
    std::vector<std::string> list;
    for (const TurningPoint& point : agreed.points)
        list.push_back(point.number);
    return list;
}

TEST(AgreedPoints, StandAtEndsAndBendsOnly) {
    const auto segment = along({{0, 0}, {300, 2}, {500, 0}, {700, 200}, {1000, 500}, {1000, 900}});
    const AgreedPoints agreed = agreed_points({}, segment, {});
    EXPECT_THAT(numbers(agreed), ElementsAre("000", "001", "002", "000"))
        << "two metres beside the straight way are no bend";
    EXPECT_EQ(agreed.points[1].position, segment.geometry->front()[2]) << "bit for bit";
    EXPECT_EQ(agreed.points[2].position, segment.geometry->front()[4]);
    EXPECT_EQ(agreed.added, 4);
    EXPECT_EQ(agreed.kept + agreed.replaced, 0);
}

TEST(AgreedPoints, ThoseOnTheLineStayAndThoseBesideItGo) {
    const auto segment = along({{0, 0}, {500, 0}, {500, 500}});
    const AgreedPoints agreed = agreed_points(
        {}, segment,
        {at(0, 0, 1), at(250, 0.04, 2), at(300, 0.2, 3), at(400, 90, 4), at(500, 500, 5)});
    EXPECT_EQ(agreed.kept, 3);
    EXPECT_EQ(agreed.replaced, 2);
    EXPECT_EQ(agreed.added, 1) << "at the bend";
    EXPECT_THAT(numbers(agreed), ElementsAre("000", "001", "002", "000"));
    EXPECT_EQ(agreed.points[1].id.value, 2);
    EXPECT_FALSE(agreed.points[2].id);
}

TEST(AgreedPoints, PillarsStandWhereTheyStand) {
    const auto segment = along({{0, 0}, {500, 0}});
    const auto pillar = at(250, 60, 7, "PBU");
    const AgreedPoints agreed =
        agreed_points({}, segment, {pillar, at(100, 0, 8, "PBU"), at(250, 30, 9, "PABU")});
    EXPECT_THAT(agreed.pillars_off, ElementsAre(pillar.id)) << "a reference pillar stands back";
    EXPECT_THAT(agreed.points, SizeIs(5));
    for (const TurningPoint& point : agreed.points)
        if (point.id == pillar.id) {
            EXPECT_EQ(point.position, pillar.position);
        }
}

TEST(AgreedPoints, AJunctionIsZeroInTheMiddleToo) {
    const auto segment = along({{0, 0}, {250, 0}, {500, 0}});
    const std::vector<geo::Point> nodes{segment.geometry->front()[1]};
    EXPECT_THAT(numbers(agreed_points(nodes, segment, {})), ElementsAre("000", "000", "000"));
}

TEST(AgreedPoints, AWindingLineHasAHumaneNumber) {
    geo::Line teeth;
    for (int i = 0; i <= 400; ++i)
        teeth.push_back({i * 20.0, i % 2 == 0 ? 0.0 : 15.0});
    const AgreedPoints agreed = agreed_points({}, along(teeth), {});
    EXPECT_LE(agreed.points.size(), most_bends + 2);
    EXPECT_EQ(agreed_points({}, along(teeth), agreed.points).added, 0)
        << "a second time adds nothing";
}

} // namespace
} // namespace antardesa::analysis
