#include "crs/ellipsoid.h"

#include "crs/crs.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include <geodesic.h>

using namespace antardesa;
using namespace antardesa::crs;

namespace {

geo::Ring circle(geo::Point centre, double degrees, int vertices) {
    geo::Ring ring;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * std::numbers::pi * i / vertices;
        ring.push_back(centre + geo::Point{std::cos(angle), std::sin(angle)} * degrees);
    }
    ring.push_back(ring.front());
    return ring;
}

// The reference: Karney's own polygon accumulator.
double reference_area(const geo::Ring& ring) {
    geod_geodesic geodesic;
    geod_init(&geodesic, 6378137.0, 1 / 298.257223563);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        geod_polygon_addpoint(&geodesic, &polygon, ring[i].y, ring[i].x);
    double area = 0;
    geod_polygon_compute(&geodesic, &polygon, 0, 1, &area, nullptr);
    return area;
}

/// The same ring with its edges cut in many, so that geodesics keep to the lines in degrees.
geo::Ring cut_finely(const geo::Ring& ring, int parts) {
    geo::Ring fine{ring.front()};
    for (std::size_t i = 1; i < ring.size(); ++i)
        for (int k = 1; k <= parts; ++k)
            fine.push_back(ring[i - 1] + (ring[i] - ring[i - 1]) * (double(k) / parts));
    return fine;
}

double reference_length(const geo::Ring& line) {
    geod_geodesic geodesic;
    geod_init(&geodesic, 6378137.0, 1 / 298.257223563);
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        double metres = 0;
        geod_inverse(&geodesic, line[i - 1].y, line[i - 1].x, line[i].y, line[i].x, &metres,
                     nullptr, nullptr);
        sum += metres;
    }
    return sum;
}

} // namespace

class AreaNear : public testing::TestWithParam<std::tuple<double, int>> {};

TEST_P(AreaNear, TheReference) {
    const auto [latitude, vertices] = GetParam();
    const geo::Ring ring = circle({110.4, latitude}, 0.02, vertices);
    const double expected = std::abs(reference_area(cut_finely(ring, 4000 / vertices)));
    EXPECT_NEAR(ellipsoidal_area({{ring, {}}}) / expected, 1, 1e-8);
    EXPECT_NEAR(ellipsoidal_length(std::span(ring)) / reference_length(ring), 1, 1e-8);
}

INSTANTIATE_TEST_SUITE_P(EdgesShortAndLong, AreaNear,
                         testing::Combine(testing::Values(-11.0, -7.7, -0.01, 0.0, 5.9),
                                          testing::Values(4, 40, 400, 4000)));

TEST(EllipsoidalArea, DoesNotCareForOrientation) {
    geo::Ring ring = circle({110.4, -7.7}, 0.02, 300);
    const double one_way = ellipsoidal_area({{ring, {}}});
    std::reverse(ring.begin(), ring.end());
    EXPECT_NEAR(ellipsoidal_area({{ring, {}}}), one_way, one_way * 1e-12);
}

TEST(EllipsoidalArea, LeavesHolesOut) {
    const geo::Ring outer = circle({110.4, -7.7}, 0.02, 300);
    const geo::Ring hole = circle({110.4, -7.7}, 0.01, 300);
    EXPECT_NEAR(ellipsoidal_area({{outer, {hole}}}),
                ellipsoidal_area({{outer, {}}}) - ellipsoidal_area({{hole, {}}}), 1e-3);
}

TEST(EllipsoidalArea, KeepsDigitsForTinyPieces) {
    // 1 m by 1 m somewhere in Java: 9.0e-6 degrees.
    const double east = 1 / ellipsoidal_distance({110, -7}, {110.001, -7}) * 0.001;
    const double north = 1 / ellipsoidal_distance({110, -7}, {110, -6.999}) * 0.001;
    const geo::Ring square{
        {110, -7}, {110 + east, -7}, {110 + east, -7 + north}, {110, -7 + north}, {110, -7}};
    EXPECT_NEAR(ellipsoidal_area({{square, {}}}), 1.0, 1e-6);
}

TEST(EllipsoidalArea, IsZeroForNothing) {
    EXPECT_EQ(ellipsoidal_area({}), 0);
    EXPECT_EQ(ellipsoidal_area({{{}, {}}}), 0);
    EXPECT_EQ(ellipsoidal_area({{{{1, 1}, {2, 2}}, {}}}), 0);
}

TEST(EllipsoidalAreaBeside, StretchesAddUpToTheRing) {
    const geo::Ring ring = circle({109.7, -7.5}, 0.05, 1000);
    const double whole = ellipsoidal_area({{ring, {}}});
    const std::span<const geo::Point> points(ring);
    const double sum = ellipsoidal_area_beside(points.first(300), -7.5) +
                       ellipsoidal_area_beside(points.subspan(299, 402), -7.5) +
                       ellipsoidal_area_beside(points.subspan(700), -7.5);
    EXPECT_NEAR(sum / whole, 1, 1e-12);
    const geo::Ring back(ring.rbegin(), ring.rend());
    EXPECT_NEAR(ellipsoidal_area_beside(back, -7.5) / whole, -1, 1e-12);
    EXPECT_NEAR(ellipsoidal_area_beside(points, 3) / whole, 1, 1e-9) << "whatever the base";
}

TEST(EllipsoidalAreaBeside, ALongEdgeIsStraightInDegreesHereToo) {
    const geo::Ring triangle{{109, -8}, {110, -7.5}, {109.4, -7}, {109, -8}};
    const double area = ellipsoidal_area({{triangle, {}}});
    EXPECT_NEAR(ellipsoidal_area_beside(triangle, -7) / area, 1, 1e-11);
    EXPECT_NEAR(std::abs(reference_area(cut_finely(triangle, 4000))) / area, 1, 1e-8);
}

TEST(EllipsoidalArea, AVertexOnAnEdgeChangesNothing) {
    const geo::Ring village{{109, -7}, {109.01, -7}, {109.0125, -6.9875}, {109, -6.99}, {109, -7}};
    for (const int parts : {2, 4, 64}) // halves keep to the line, to the last digit
        EXPECT_NEAR(ellipsoidal_area({{cut_finely(village, parts), {}}}),
                    ellipsoidal_area({{village, {}}}), 2e-6)
            << parts << " parts of each edge, in square metres";
}

TEST(EllipsoidalLength, SumsLines) {
    const geo::Line a{{110, -7}, {110.5, -7}};
    const geo::Line b{{110, -7}, {110.0001, -7}};
    EXPECT_NEAR(ellipsoidal_length(geo::MultiLine{a, b}), reference_length(a) + reference_length(b),
                1e-6);
    EXPECT_EQ(ellipsoidal_length(geo::MultiLine{}), 0);
}

TEST(EllipsoidalDistance, IsThatOfTheGeodesic) {
    EXPECT_NEAR(ellipsoidal_distance({0, 0}, {1, 0}), 111319.4908, 1e-3);
    EXPECT_NEAR(ellipsoidal_distance({0, 0}, {0, 1}), 110574.3886, 1e-3);
    EXPECT_EQ(ellipsoidal_distance({110, -7}, {110, -7}), 0);
}
