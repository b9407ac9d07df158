#pragma once

#include <string>

namespace antardesa::io::detail {

/// GDAL follows the addresses, file names and PROJ texts that a GeoJSON "crs" member may hold.
/// Renames every such member in place, unless it names CRS84, or an EPSG code that is known,
/// plainly; and one of the outermost object that is no object at all ("EPSG:32749"), which GDAL
/// would pass over and take the numbers for degrees. True when something was hidden.
bool hide_unsafe_crs(std::string& json);

} // namespace antardesa::io::detail
