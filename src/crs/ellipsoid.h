#pragma once

#include "geo/geometry.h"

namespace antardesa::crs {

/// Measures on the WGS 84 ellipsoid, for coordinates in degrees (EPSG:4326). Square metres and
/// metres. Pure functions, any thread.

/// An edge is the straight line in degrees between its vertices: the one that is drawn, compared
/// and cut. So a vertex put onto an edge changes no area, and parts add up to the whole (as in
/// GRASS and QGIS; Snyder 1987, eq. 3-12, integrated along the edge). A geodesic between the same
/// vertices encloses some 40 mm² more or less beside an edge of 30 m in Java, 2 m² beside one of
/// a kilometre.
double ellipsoidal_area(const geo::MultiPolygon& degrees);
/// Along geodesics (Karney 2013, "Algorithms for geodesics"); sum over the lines.
double ellipsoidal_length(const geo::MultiLine& degrees);
double ellipsoidal_length(std::span<const geo::Point> degrees);
double ellipsoidal_distance(geo::Point a, geo::Point b);

/// What a stretch of a ring adds to the ring's area, as `ellipsoidal_area` counts it: the land
/// between it and the parallel through `base_latitude`. Over all stretches of a closed ring,
/// walked counter-clockwise with one base, it adds up to the area; clockwise to its negative. So
/// the area changes by new less old stretch, in time of the stretch alone.
double ellipsoidal_area_beside(std::span<const geo::Point> degrees, double base_latitude);

} // namespace antardesa::crs
