#pragma once

#include "geo/geometry.h"

namespace antardesa::crs {

/// Geodesic measures on the WGS 84 ellipsoid (Karney 2013, "Algorithms for geodesics"), for
/// coordinates in degrees (EPSG:4326). Square metres and metres. Pure functions, any thread.
double ellipsoidal_area(const geo::MultiPolygon& degrees);
/// Sum over the lines.
double ellipsoidal_length(const geo::MultiLine& degrees);
double ellipsoidal_length(std::span<const geo::Point> degrees);
double ellipsoidal_distance(geo::Point a, geo::Point b);

/// What a stretch of a ring adds to the ring's area, as `ellipsoidal_area` counts it: the land
/// between it and the parallel through `base_latitude`. Over all stretches of a closed ring,
/// walked counter-clockwise with one base, it adds up to the area; clockwise to its negative. So
/// the area changes by new less old stretch, in time of the stretch alone.
double ellipsoidal_area_beside(std::span<const geo::Point> degrees, double base_latitude);

} // namespace antardesa::crs
