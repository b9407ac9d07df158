#pragma once

#include "model/atlas.h"

namespace antardesa::workspace {

/// The outline of all villages of a kecamatan without the lines between them, in degrees: the
/// coverage's arcs that have the kecamatan on one side only, chained into rings.
geo::MultiPolygon district_outline(const model::Atlas& atlas, Id<model::District> district);

} // namespace antardesa::workspace
