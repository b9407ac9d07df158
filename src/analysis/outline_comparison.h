#pragma once

#include "base/job.h"
#include "geo/geometry.h"

namespace antardesa::analysis {

/// How far a border is from where it was.
struct OutlineMove {
    double farthest_m = 0; ///< the larger of both directed Hausdorff distances, on the ellipsoid
    geo::Point place;      ///< where, on the outline that is farther there; degrees
};
/// Compares two outlines in degrees (EPSG:4326), whatever vertices their rings begin with and
/// whichever way they run. Edges are sampled every 10 m, so that the distance is right to 5 m and,
/// where vertices are farthest as they mostly are, exact. One without rings: infinitely far.
OutlineMove outline_move(const geo::MultiPolygon& before, const geo::MultiPolygon& after);

/// The area that both cover, in square units of the coordinates. Throws `Cancelled`.
double common_land(const geo::MultiPolygon& a, const geo::MultiPolygon& b, Progress& progress);

} // namespace antardesa::analysis
