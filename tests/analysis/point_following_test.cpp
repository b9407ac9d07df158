#include "analysis/point_following.h"

#include "analysis/line_edit.h"
#include "analysis/segments.h"
#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::BoundarySegment;
using model::TurningPoint;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The southern line runs along 109.02° from 7° S to 6.98° S with a vertex at 6.99° S; its northern
/// end is the node of four villages.
class PointFollowing : public testing::Test {
  protected:
    PointFollowing() {
        Progress progress;
        for (BoundarySegment segment : derive_segments(*sample.atlas(), progress))
            sample.put(segment);
        for (const BoundarySegment& row : std::get<model::Table<BoundarySegment>>(sample.tables))
            if (row.first == sample.south_west && row.second == sample.south_east)
                south = row.id;
        atlas = sample.atlas();
    }
    Id<TurningPoint> put(double lat, std::string kind = "TK", std::string number = "") {
        TurningPoint point;
        point.segment = south;
        point.kind = std::move(kind);
        point.number = std::move(number);
        point.position = {109.02, lat};
        point.accuracy_m = 0.02;
        point.method = "RTK";
        const auto id = sample.put(point);
        atlas = sample.atlas();
        return id;
    }
    topology::MoveVertex moved(double lat, geo::Point by) const {
        const auto line = line_of(*atlas, south);
        for (const topology::BoundaryVertex& vertex : line->vertices)
            if (std::abs(vertex.position.y - lat) < 1e-9)
                return {vertex.at, vertex.position + by};
        throw std::logic_error("no such vertex");
    }
    std::vector<PointFate> fates(const topology::ArcEdit& edit) const {
        return point_fates(*atlas, edit, topology::check_arc_edit(atlas->coverage(), edit).pieces);
    }

    SquareRegency sample;
    Id<BoundarySegment> south;
    std::shared_ptr<const model::Atlas> atlas;
};

constexpr geo::Point fifteen_metres_east{15 / 110'500.0, 0};

TEST_F(PointFollowing, ATitikKartometrikGoesAlongWithItsVertexAndAPilarStays) {
    const auto dot = put(-6.99);
    const auto pillar = put(-6.99, "PBU", "7");
    put(-6.99, "PABU", "8");
    const auto found = fates(moved(-6.99, fifteen_metres_east));
    ASSERT_THAT(found, SizeIs(2)) << "a reference pillar stands back anyway";
    EXPECT_EQ(found[0].point, dot);
    EXPECT_TRUE(found[0].carried);
    EXPECT_NEAR(found[0].metres, 15, 0.05);
    EXPECT_EQ(found[1].point, pillar);
    EXPECT_FALSE(found[1].carried);
    EXPECT_NEAR(found[1].metres, 15, 0.1);
}

TEST_F(PointFollowing, WhatLayBetweenVerticesIsLeftBehindAndWhatTheLineKeepsIsNot) {
    const auto between = put(-6.995);
    put(-7);
    const auto found = fates(moved(-6.99, fifteen_metres_east));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].point, between);
    EXPECT_FALSE(found[0].carried);
    EXPECT_NEAR(found[0].metres, 7.5, 0.1);
    EXPECT_THAT(fates(moved(-6.99, {0, 1e-4})), IsEmpty()) << "along the line nothing leaves it";
}

TEST_F(PointFollowing, WhatWasOffTheLineIsNotSaidAgain) {
    const auto id = put(-6.995);
    TurningPoint stray = *atlas->find(id);
    stray.position.x += 1 / 110'500.0;
    sample.put(stray);
    atlas = sample.atlas();
    EXPECT_THAT(fates(moved(-6.99, fifteen_metres_east)), IsEmpty());
}

TEST_F(PointFollowing, ACarriedPointIsNoMeasuredOneAnyMoreAndAllAreNumbered) {
    put(-7);
    put(-6.99);
    put(-6.98);
    const topology::ArcEdit edit = moved(-6.98, fifteen_metres_east);
    const auto check = topology::check_arc_edit(atlas->coverage(), edit);
    ASSERT_TRUE(check.moves_node);
    BoundarySegment changed = *atlas->find(south);
    geo::MultiLine lines = *changed.geometry;
    for (geo::Point& vertex : lines.front())
        if (std::abs(vertex.y + 6.98) < 1e-9)
            vertex = vertex + fifteen_metres_east;
    changed.geometry = std::make_shared<const geo::MultiLine>(lines);
    const auto points =
        points_after(*atlas, changed, nodes_after(atlas->coverage(), edit, check.moves_node),
                     point_fates(*atlas, edit, check.pieces));
    std::vector<std::string> numbers;
    for (const TurningPoint& point : points) {
        numbers.push_back(point.number);
        EXPECT_EQ(point.accuracy_m.has_value(), std::abs(point.position.y + 6.98) > 1e-9);
        EXPECT_EQ(point.method, point.accuracy_m ? "RTK" : "kartometrik");
    }
    EXPECT_THAT(numbers, ElementsAre("000", "001", "000"));
}

TEST_F(PointFollowing, AnEndPointGoesToTheEndOfALineThatWasReplaced) {
    put(-7, "TK", "000");
    put(-6.99, "TK", "001");
    put(-6.98, "TK", "000");
    BoundarySegment changed = *atlas->find(south);
    changed.geometry = std::make_shared<const geo::MultiLine>(
        geo::MultiLine{{{109.02, -7}, {109.02, -6.99}, {109.0201, -6.9801}}});
    const NumberedLine line(std::vector<geo::Point>{}, changed);
    std::vector<TurningPoint> old;
    for (const TurningPoint* point : atlas->points_of(south))
        old.push_back(*point);
    const auto points = settled_at_nodes(line, old);
    ASSERT_THAT(points, SizeIs(3));
    EXPECT_EQ(points[2].position, (geo::Point{109.0201, -6.9801}));
    EXPECT_EQ(points[2].number, "000");
    EXPECT_EQ(points[1].number, "001");
    EXPECT_EQ(points[0].method, "RTK") << "it stays where it was measured";
}

TEST_F(PointFollowing, PointsOffTheLineTakeNoNumberFromThoseOnIt) {
    put(-6.995, "TK", "001");
    const auto id = put(-6.99, "TK", "002");
    TurningPoint stray = *atlas->find(id);
    stray.position.x += 0.001;
    sample.put(stray);
    put(-6.985, "TK", "003");
    atlas = sample.atlas();
    std::vector<TurningPoint> old;
    for (const TurningPoint* point : atlas->points_of(south))
        old.push_back(*point);
    const auto points = numbered(NumberedLine(*atlas, *atlas->find(south)), old);
    std::vector<std::string> on_the_line;
    for (const TurningPoint& point : points)
        if (point.id != stray.id)
            on_the_line.push_back(point.number);
    EXPECT_EQ(std::count_if(points.begin(), points.end(),
                            [&](const TurningPoint& point) {
                                return point.id == stray.id && point.number == "002";
                            }),
              1)
        << "what it had: it is no point of this line";
    EXPECT_THAT(on_the_line, testing::UnorderedElementsAre("001", "002"));
}

} // namespace
} // namespace antardesa::analysis
