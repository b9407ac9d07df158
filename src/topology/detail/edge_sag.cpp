#include "topology/detail/edge_sag.h"

#include "geo/measure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antardesa::topology::detail {

namespace {

constexpr double metres = 111320;           ///< of a degree
constexpr double most_curvature = 5e-8;     ///< by the metre, between 11 degrees south and 6 north
constexpr double off_the_meridian = 1.1e-8; ///< the same of a line to the north, 450 km from it
constexpr double slack = 1e-9;
constexpr double radians = std::numbers::pi / 180;

} // namespace

EdgeSag::EdgeSag(const Grid& grid, geo::Point from, geo::Point to)
    : from_(from), along_(to - from), length_(geo::norm(to - from)) {
    if (!grid.degrees() || !(length_ > 0))
        return;
    const double latitude = (from.y + to.y) / 2 * radians;
    const geo::Point pull{2 * std::tan(latitude) * along_.x * along_.y * radians,
                          -std::sin(latitude) * std::cos(latitude) * along_.x * along_.x * radians};
    const double geodesic = -geo::cross(along_, pull) / length_ / 8;
    const double doubt =
        length_ * length_ / 8 * metres * (off_the_meridian * std::abs(along_.y) / length_ + slack);
    low_ = std::min(geodesic, 0.0) - doubt;
    high_ = std::max(geodesic, 0.0) + doubt;
}

bool EdgeSag::may_pass(geo::Point place, double hair) const {
    if (!(length_ > 0))
        return geo::distance(place, from_) <= hair;
    const geo::Point to = place - from_;
    const double share = (to.x * along_.x + to.y * along_.y) / (length_ * length_);
    if (share <= 0 || share >= 1)
        return geo::distance(place, share <= 0 ? from_ : from_ + along_) <= hair;
    const double left = geo::cross(along_, to) / length_;
    const double part = 4 * share * (1 - share);
    return left >= low_ * part - hair && left <= high_ * part + hair;
}

double EdgeSag::most(const Grid& grid, double length) {
    return grid.degrees() ? most_curvature * metres * length * length / 8 : 0;
}

} // namespace antardesa::topology::detail
