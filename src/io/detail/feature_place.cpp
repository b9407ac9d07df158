#include "io/detail/feature_place.h"

#include "base/result.h"

#include <cmath>

namespace antardesa::io::detail {

std::optional<Place> FeaturePlace::operator()(geo::Point p) const {
    if (!table_.crs || !geo::is_finite(p))
        return std::nullopt;
    try {
        if (!to_degrees_)
            to_degrees_.emplace(*table_.crs, crs::wgs84());
    } catch (const Error&) {
        return std::nullopt;
    }
    const auto there = (*to_degrees_)(p);
    const bool on_earth = there && std::abs(there->x) <= 360 && std::abs(there->y) <= 90;
    return on_earth ? std::optional(Place{there->x, there->y}) : std::nullopt;
}

std::optional<Place> FeaturePlace::operator()(const geo::Box& box) const {
    return box.empty() ? std::nullopt : (*this)(box.centre());
}

} // namespace antardesa::io::detail
