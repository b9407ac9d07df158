#pragma once

#include "base/job.h"
#include "geo/geometry.h"

namespace antardesa::topology {

/// Area that both cover, in the square of the coordinates' unit. Land that one covers twice counts
/// once. Throws `Cancelled`.
double overlap_area(const geo::MultiPolygon& a, const geo::MultiPolygon& b, Progress& progress);

} // namespace antardesa::topology
