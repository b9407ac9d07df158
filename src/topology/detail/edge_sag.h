#pragma once

#include "topology/detail/grid.h"

namespace antardesa::topology::detail {

/// Whether a `metric` (see SimplifyOptions) is one of degrees.
inline bool are_degrees(geo::Point metric) {
    return metric != geo::Point{1, 1};
}

/// Between which offsets to the left of its middle an edge may have led that was straight before it
/// was kept in degrees. Of UTM and TM-3 that is about the geodesic, of Mercator about the edge; the
/// rest is what lines off the central meridian turn by. (From the equations of the geodesic on the
/// sphere; arc-to-chord correction of the transverse Mercator projection.) Nothing in a plane.
class EdgeSag {
  public:
    EdgeSag(const Grid& grid, geo::Point from, geo::Point to);

    /// Whether the place may have been on the edge: no more than `hair` beside where that led.
    bool may_pass(geo::Point place, double hair) const;
    /// The farthest that an edge of the length leads beside itself, whichever way it runs.
    static double most(const Grid& grid, double length);

  private:
    geo::Point from_;
    geo::Point along_;
    double length_ = 0;
    double low_ = 0;
    double high_ = 0;
};

} // namespace antardesa::topology::detail
