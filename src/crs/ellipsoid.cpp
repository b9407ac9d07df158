#include "crs/ellipsoid.h"

#include <cmath>
#include <numbers>

#include <geodesic.h>

namespace antardesa::crs {

namespace {

constexpr double semi_major = 6378137.0;
constexpr double flattening = 1 / 298.257223563;
constexpr double e2 = flattening * (2 - flattening);
constexpr double radians_per_degree = std::numbers::pi / 180.0;

// Between vertices this near, the difference to the geodesic's length is below 1e-9 of it.
constexpr double short_line_degrees = 0.01;

geod_geodesic wgs84_geodesic() {
    geod_geodesic geodesic;
    geod_init(&geodesic, semi_major, flattening);
    return geodesic;
}

double longitude_step(double from, double to) {
    const double step = to - from;
    return step > 180 || step < -180 ? std::remainder(step, 360.0) : step;
}

// Height on the equal-area cylinder (authalic q, Snyder 1987, eq. 3-12), in units of the
// semi-major axis: the area between equator and latitude per radian of longitude is a²·q/2.
double equal_area_height(double latitude_degrees) {
    const double s = std::sin(latitude_degrees * radians_per_degree);
    const double t = e2 * s * s;
    // artanh(e·s)/e = s·(1 + t/3 + t²/5 + …); t < 0.0067, so t^8 is below the last digit.
    double series = 0;
    for (int k = 15; k >= 3; k -= 2)
        series = (series + 1.0 / k) * t;
    return (1 - e2) * s * (1 / (1 - t) + 1 + series);
}

/// The mean height along an edge from one latitude to another, less that of a base: by Simpson's
/// rule where the next term is below the last digit, else by Gauss and Legendre's with five points.
double mean_height(double from, double height_from, double to, double height_to, double base) {
    constexpr double simpson_degrees = 0.003;
    const double middle = (from + to) / 2;
    if (std::abs(to - from) < simpson_degrees)
        return ((height_from - base) + 4 * (equal_area_height(middle) - base) +
                (height_to - base)) /
               6;
    constexpr double at[] = {0.538469310105683091, 0.906179845938663993};
    constexpr double weight[] = {0.478628670499366468, 0.236926885056189088};
    const double half = (to - from) / 2;
    double sum = 128.0 / 225 * (equal_area_height(middle) - base);
    for (int i = 0; i < 2; ++i)
        sum += weight[i] * ((equal_area_height(middle - at[i] * half) - base) +
                            (equal_area_height(middle + at[i] * half) - base));
    return sum / 2;
}

// Area between the edge and the parallel of height `base`, counter-clockwise rings positive.
double edge_area(geo::Point a, double height_a, geo::Point b, double height_b, double base) {
    const double step = longitude_step(a.x, b.x);
    if (step == 0)
        return 0;
    return -step * radians_per_degree * semi_major * semi_major / 2 *
           mean_height(a.y, height_a, b.y, height_b, base);
}

double ring_area(std::span<const geo::Point> ring) {
    if (ring.size() < 3)
        return 0;
    const double base = equal_area_height(ring.front().y);
    double before = base;
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const geo::Point b = ring[i + 1 == ring.size() ? 0 : i + 1];
        const double height = equal_area_height(b.y);
        sum += edge_area(ring[i], before, b, height, base);
        before = height;
    }
    return sum;
}

double short_distance(geo::Point a, geo::Point b) {
    const double latitude = (a.y + b.y) / 2 * radians_per_degree;
    const double s = std::sin(latitude);
    const double w2 = 1 - e2 * s * s;
    const double w = std::sqrt(w2);
    const double north = (b.y - a.y) * radians_per_degree * semi_major * (1 - e2) / (w2 * w);
    const double east = (b.x - a.x) * radians_per_degree * semi_major / w * std::cos(latitude);
    return std::hypot(north, east);
}

double distance_on(const geod_geodesic& geodesic, geo::Point a, geo::Point b) {
    if (std::abs(b.x - a.x) < short_line_degrees && std::abs(b.y - a.y) < short_line_degrees &&
        std::abs(a.y) < 80)
        return short_distance(a, b);
    double metres = 0;
    geod_inverse(&geodesic, a.y, a.x, b.y, b.x, &metres, nullptr, nullptr);
    return metres;
}

} // namespace

double ellipsoidal_area(const geo::MultiPolygon& degrees) {
    double sum = 0;
    for (const geo::Polygon& polygon : degrees) {
        double area = std::abs(ring_area(polygon.outer));
        for (const geo::Ring& hole : polygon.holes)
            area -= std::abs(ring_area(hole));
        sum += std::max(area, 0.0);
    }
    return sum;
}

double ellipsoidal_area_beside(std::span<const geo::Point> degrees, double base_latitude) {
    const double base = equal_area_height(base_latitude);
    double sum = 0;
    for (std::size_t i = 1; i < degrees.size(); ++i)
        sum += edge_area(degrees[i - 1], equal_area_height(degrees[i - 1].y), degrees[i],
                         equal_area_height(degrees[i].y), base);
    return sum;
}

double ellipsoidal_length(std::span<const geo::Point> degrees) {
    const geod_geodesic geodesic = wgs84_geodesic();
    double sum = 0;
    for (std::size_t i = 1; i < degrees.size(); ++i)
        sum += distance_on(geodesic, degrees[i - 1], degrees[i]);
    return sum;
}

double ellipsoidal_length(const geo::MultiLine& degrees) {
    double sum = 0;
    for (const geo::Line& line : degrees)
        sum += ellipsoidal_length(std::span(line));
    return sum;
}

double ellipsoidal_distance(geo::Point a, geo::Point b) {
    const geod_geodesic geodesic = wgs84_geodesic();
    return distance_on(geodesic, a, b);
}

} // namespace antardesa::crs
