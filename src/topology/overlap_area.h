#pragma once

#include "base/job.h"
#include "geo/geometry.h"

namespace antardesa::topology {

/// Area that both cover, in the square of the coordinates' unit. Land that one covers twice counts
/// once. Throws `Cancelled`.
double overlap_area(const geo::MultiPolygon& a, const geo::MultiPolygon& b, Progress& progress);

/// The land that `other` does not cover. Outlines that cross themselves are read by the even-odd
/// rule. Where that cannot be worked out, all of `land`: more may be asked about than is, not less.
geo::MultiPolygon without(const geo::MultiPolygon& land, const geo::MultiPolygon& other);

} // namespace antardesa::topology
