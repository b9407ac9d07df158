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

} // namespace antardesa::crs
