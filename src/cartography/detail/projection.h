#pragma once

#include "crs/crs.h"

#include <mutex>
#include <vector>

namespace antardesa::cartography {

/// Degrees to metres of one UTM zone and back, from any thread. Besides the exact way through
/// the transformer there is a fast one: a Chebyshev interpolant over the atlas's box (tensor
/// product, degree 9), whose error is measured once. Over a kabupaten or province it is below a
/// tenth of a millimetre and about fifteen times as quick.
class Projection {
  public:
    /// `box` in degrees; an empty one is taken as a degree around the middle of Java.
    explicit Projection(const geo::Box& box);

    crs::UtmZone zone() const { return zone_; }
    const crs::Crs& crs() const { return crs_; }

    geo::Point exact(geo::Point degrees) const;
    geo::Point to_degrees(geo::Point map) const;

    /// Largest deviation of `quick` from `exact` found inside the box, metres.
    double quick_error() const { return quick_error_; }
    geo::Point quick(geo::Point degrees) const;
    /// In place; by the fast way where its error stays below `allowed` metres.
    void apply(std::span<geo::Point> points, double allowed) const;
    /// Box in metres around a box in degrees, a metre too large rather than too small.
    geo::Box box_in_metres(const geo::Box& degrees) const;

  private:
    static constexpr int order = 10;
    void interpolate();
    void measure_error();

    geo::Box box_;
    crs::UtmZone zone_;
    crs::Crs crs_;
    mutable std::mutex mutex_; ///< guards the transformer
    crs::Transformer transformer_;
    geo::Point middle_;
    geo::Point half_;
    std::vector<geo::Point> coefficients_; ///< [row of latitude][column of longitude]
    double quick_error_ = 0;
};

} // namespace antardesa::cartography
