#include "analysis/detail/conformal_plane.h"

#include <cmath>
#include <numbers>

namespace antardesa::analysis::detail {

namespace {

constexpr double semi_major = 6378137.0;
constexpr double flattening = 1 / 298.257223563;
constexpr double e2 = flattening * (2 - flattening);
constexpr double radian = std::numbers::pi / 180;
constexpr double eccentricity = 0.0818191908426215;

double isometric(double latitude) {
    const double s = std::sin(latitude);
    return std::asinh(std::tan(latitude)) - eccentricity * std::atanh(eccentricity * s);
}

/// Newton's steps from the sphere's latitude: three reach the last digit.
double latitude_of(double isometric_latitude) {
    double latitude = std::atan(std::sinh(isometric_latitude));
    for (int step = 0; step < 4; ++step) {
        const double s = std::sin(latitude);
        const double slope = (1 - e2) / ((1 - e2 * s * s) * std::cos(latitude));
        latitude -= (isometric(latitude) - isometric_latitude) / slope;
    }
    return latitude;
}

} // namespace

ConformalPlane::ConformalPlane(geo::Point true_at)
    : origin_(true_at), base_(isometric(true_at.y * radian)) {
    const double s = std::sin(true_at.y * radian);
    scale_ = semi_major * std::cos(true_at.y * radian) / std::sqrt(1 - e2 * s * s);
}

geo::Point ConformalPlane::to(geo::Point degrees) const {
    return {scale_ * (degrees.x - origin_.x) * radian,
            scale_ * (isometric(degrees.y * radian) - base_)};
}

geo::Point ConformalPlane::from(geo::Point metres) const {
    return {origin_.x + metres.x / scale_ / radian,
            latitude_of(metres.y / scale_ + base_) / radian};
}

} // namespace antardesa::analysis::detail
