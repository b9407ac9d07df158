#pragma once

#include "geo/box_index.h"
#include "geo/geometry.h"

#include <optional>

namespace antardesa::analysis {

/// A line laid out in metres for asking how near places are to it. Takes degrees (EPSG:4326); the
/// plane touches the ellipsoid in the middle of the line, so that distances of some metres are
/// right to a part in a thousand anywhere along a kabupaten.
class NearLine {
  public:
    explicit NearLine(const geo::MultiLine& degrees);

    struct Nearest {
        double distance_m = 0;
        geo::Point place;     ///< on the line, degrees
        std::size_t line = 0; ///< which of the lines
        double along_m = 0;   ///< from its first vertex, in the plane
    };
    /// Nothing for an empty line, and beyond `reach_m`.
    std::optional<Nearest> nearest(geo::Point degrees, double reach_m = 1e9) const;
    bool within(geo::Point degrees, double metres) const;

    geo::Point to_metres(geo::Point degrees) const;
    geo::Point to_degrees(geo::Point metres) const;

  private:
    struct Piece {
        geo::Point from; ///< metres
        geo::Point to;
        std::size_t line = 0;
        double along = 0;
    };
    geo::Point origin_;
    geo::Point metric_{1, 1};
    std::vector<Piece> pieces_;
    geo::BoxIndex index_;
    double extent_ = 0;
};

/// How much of a line lies along another one.
struct LineShare {
    double length_m = 0;   ///< of the line
    double within_m = 0;   ///< of it, within the tolerance
    double farthest_m = 0; ///< its place that lies farthest off; infinite when there is no other
    geo::Point farthest;   ///< degrees
    /// 0 … 1; 0 for a line without length.
    double share() const { return length_m > 0 ? within_m / length_m : 0; }
};
/// Walks `line` in steps no longer than twice the tolerance. O(steps · log pieces).
LineShare compare_lines(const geo::MultiLine& line, const NearLine& other, double tolerance_m);
/// Its share alone, without looking for the farthest place.
double share_along(const geo::MultiLine& line, const NearLine& other, double tolerance_m);

/// A settled line is still the one that its paper describes while no place of it is farther off:
/// what coordinates written with six decimals of a degree leave. Less strict than that a line would
/// wander from file to file under a Perbup that fixed it.
inline constexpr double settled_line_m = 0.2;

} // namespace antardesa::analysis
