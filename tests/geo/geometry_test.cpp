#include "shapes.h"

#include <gtest/gtest.h>

namespace antardesa::geo {
namespace {

TEST(Box, IsEmptyUntilExtended) {
    Box box;
    EXPECT_TRUE(box.empty());
    box.extend(Point{3, 4});
    EXPECT_FALSE(box.empty());
    EXPECT_EQ(box.width(), 0);
    box.extend(Box{});
    EXPECT_EQ(box, (Box{{3, 4}, {3, 4}}));
}

TEST(Box, TouchingBoxesIntersect) {
    const Box box{{0, 0}, {1, 1}};
    EXPECT_TRUE(box.intersects({{1, 1}, {2, 2}}));
    EXPECT_FALSE(box.intersects({{1.1, 0}, {2, 2}}));
    EXPECT_FALSE(box.intersects(Box{}));
    EXPECT_TRUE(box.grown(0.2).intersects({{1.1, 0}, {2, 2}}));
}

TEST(Bounds, CoversEveryKindOfGeometry) {
    EXPECT_EQ(bounds(Geometry(PolygonSet{sample_village()})), (Box{{0, 0}, {21, 10}}));
    EXPECT_EQ(bounds(Geometry(LineSet{{Line{{1, 2}, {-3, 4}}, Line{{0, 9}, {0, 1}}}})),
              (Box{{-3, 1}, {1, 9}}));
    EXPECT_EQ(bounds(Geometry(PointSet{{{5, 6}}})), (Box{{5, 6}, {5, 6}}));
    EXPECT_TRUE(bounds(Geometry()).empty());
}

TEST(VertexCount, CountsHolesAndParts) {
    EXPECT_EQ(vertex_count(sample_village()), 15U);
    EXPECT_EQ(vertex_count(Geometry(PolygonSet{sample_village()})), 15U);
    EXPECT_EQ(vertex_count(Geometry(LineSet{{Line{{1, 2}, {3, 4}}, Line{{0, 0}}}})), 3U);
    EXPECT_EQ(vertex_count(Geometry(PointSet{{{1, 2}, {3, 4}}})), 2U);
    EXPECT_EQ(vertex_count(Geometry()), 0U);
}

TEST(ForEachVertex, MovesEveryVertexOnce) {
    Geometry geometry = PolygonSet{sample_village()};
    for_each_vertex(geometry, [](Point& p) { p = p + Point{100, 0}; });
    EXPECT_EQ(bounds(geometry), (Box{{100, 0}, {121, 10}}));
    std::size_t seen = 0;
    for_each_vertex(geometry, [&](Point&) { ++seen; });
    EXPECT_EQ(seen, vertex_count(geometry));
}

} // namespace
} // namespace antardesa::geo
