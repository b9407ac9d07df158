#pragma once

#include "crs/coordinate_list.h"
#include "workspace/line_actions.h"
#include "workspace/shown.h"

namespace antardesa::workspace {

/// What was typed into a cell of the vertex table: a whole position in any system, or one
/// coordinate, the other staying `old`'s (degrees). Easting and northing are metres of the map's
/// UTM zone.
crs::CoordinateReading typed_position(const std::string& text, LineColumn column, geo::Point old,
                                      const Shown& shown);

} // namespace antardesa::workspace
