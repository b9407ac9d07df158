#pragma once

#include "io/inspect.h"

namespace antardesa::io::detail {

/// A GeoTIFF's header, after its directory was checked against the bytes; a few of its blocks are
/// decoded to see whether they can be. The world file beside it places a picture that does not
/// say itself where it lies. Adds findings. Throws `Error` "io.unreadable", "io.raster_size",
/// "io.raster_layout".
RasterSummary read_raster(const Inputs& inputs, std::vector<Finding>& findings);

} // namespace antardesa::io::detail
