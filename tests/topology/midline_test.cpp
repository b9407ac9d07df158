#include "topology/detail/midline.h"

#include "geo/measure.h"
#include "topology/detail/triangulation.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace antardesa::topology::detail {
namespace {

/// Samples the line closely: everywhere inside, everywhere equally far.
void expect_equally_far(const geo::Line& line, const geo::Line& one, const geo::Line& other,
                        geo::Point metric, double tolerance) {
    ASSERT_GE(line.size(), 2U);
    EXPECT_EQ(line.front(), one.front());
    EXPECT_EQ(line.back(), one.back());
    const auto metres = [&](const geo::Line& points) {
        geo::Line result;
        for (const geo::Point p : points)
            result.push_back({p.x * metric.x, p.y * metric.y});
        return result;
    };
    const geo::Line a = metres(one);
    const geo::Line b = metres(other);
    const geo::Line middle = metres(line);
    geo::Ring ring(a.begin(), a.end());
    ring.insert(ring.end(), b.rbegin() + 1, b.rend());
    for (std::size_t i = 1; i < middle.size(); ++i)
        for (int k = 0; k < 10; ++k) {
            const geo::Point p = middle[i - 1] + (middle[i] - middle[i - 1]) * (k / 10.0);
            EXPECT_NEAR(geo::distance_to_line(a, p), geo::distance_to_line(b, p), tolerance);
            EXPECT_TRUE(geo::contains(ring, p) || geo::distance_to_line(ring, p) < 1e-6);
        }
}

TEST(Midline, OfARectangle) {
    const geo::Line west{{0, 0}, {0, 100}};
    const geo::Line east{{0, 0}, {10, 0}, {10, 100}, {0, 100}};
    expect_equally_far(midline(west, east, {1, 1}, 0.1), west, east, {1, 1}, 0.1);
}

TEST(Midline, IsNotTheMeanOfVertices) {
    // One side straight with two vertices, the other a tent of three: the middle is a parabola.
    const geo::Line straight{{0, 0}, {100, 0}};
    const geo::Line tent{{0, 0}, {50, 40}, {100, 0}};
    const geo::Line line = midline(straight, tent, {1, 1}, 0.1);
    expect_equally_far(line, straight, tent, {1, 1}, 0.1);
    EXPECT_GT(line.size(), 2U);
}

TEST(Midline, ReachesIntoAPocketThatATriangleShuts) {
    // The straight line between the tips is an edge of the triangulation, and none leads across.
    const geo::Line one{{0, 0}, {4.6, 10.1}, {2.8, -1}};
    const geo::Line other{{0, 0}, {0.1, -6}, {2.8, -1}};
    expect_equally_far(midline(one, other, {1, 1}, 0.1), one, other, {1, 1}, 0.1);
}

TEST(Midline, MeasuresInMetres) {
    const geo::Line west{{109, -7}, {109, -6.99}};
    const geo::Line east{{109, -7}, {109.001, -6.999}, {109.001, -6.991}, {109, -6.99}};
    const geo::Point metric{110500, 110600};
    expect_equally_far(midline(west, east, metric, 0.1), west, east, metric, 0.1);
}

class MidlineOfBanks : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, MidlineOfBanks, testing::Range(1U, 16U));

/// Two random banks over a kilometre, some metres to a hundred apart.
TEST_P(MidlineOfBanks, IsEquallyFarEverywhere) {
    std::mt19937 random(GetParam());
    const auto uniform = [&](double from, double to) {
        return std::uniform_real_distribution<double>(from, to)(random);
    };
    const double width = std::pow(10.0, uniform(0, 2));
    const auto bank = [&](double level) {
        geo::Line line{{0, 0}};
        const int vertices = 3 + static_cast<int>(random() % 60);
        for (int i = 1; i < vertices; ++i)
            line.push_back({1000.0 * i / vertices, level + uniform(-0.45, 0.45) * width});
        line.push_back({1000, 0});
        return line;
    };
    const geo::Line one = bank(-width / 2);
    const geo::Line other = bank(width / 2);
    expect_equally_far(midline(one, other, {1, 1}, 0.1), one, other, {1, 1}, 0.1);
}

TEST(Triangulated, CoversTheRing) {
    const geo::Ring ring{{0, 0}, {4, 0}, {4, 4}, {2, 1}, {0, 4}, {0, 0}};
    double area = 0;
    for (const auto& triangle : triangulated(ring)) {
        const geo::Point a = ring[triangle[0]];
        area += std::abs(geo::cross(ring[triangle[1]] - a, ring[triangle[2]] - a)) / 2;
    }
    EXPECT_NEAR(area, std::abs(geo::signed_area(ring)), 1e-12);
    EXPECT_TRUE(triangulated({{0, 0}, {4, 0}, {2, 2}, {4, 4}, {0, 4}, {2, 2}, {0, 0}}).empty())
        << "a ring that touches itself";
}

} // namespace
} // namespace antardesa::topology::detail
