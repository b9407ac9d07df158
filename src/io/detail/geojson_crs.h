#pragma once

#include <string>

namespace antardesa::io::detail {

/// GDAL follows the addresses, file names and PROJ texts that a GeoJSON "crs" member may hold.
/// Renames every such member in place, unless it names an EPSG code or CRS84 plainly.
/// True when something was hidden.
bool hide_unsafe_crs(std::string& json);

} // namespace antardesa::io::detail
