#pragma once

#include "geo/geometry.h"

namespace antardesa::analysis::detail {

/// Degrees as metres on the ellipsoid's Mercator projection, true at one latitude: angles are kept
/// and near places have one scale in all directions, so that what is equally far stays so (Snyder
/// 1987, eq. 7-1 and 7-7 to 7-9).
class ConformalPlane {
  public:
    explicit ConformalPlane(geo::Point true_at);
    geo::Point to(geo::Point degrees) const;
    geo::Point from(geo::Point metres) const;

  private:
    geo::Point origin_;
    double scale_ = 1; ///< metres of a radian
    double base_ = 0;  ///< isometric latitude there
};

} // namespace antardesa::analysis::detail
