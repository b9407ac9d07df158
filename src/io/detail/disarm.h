#pragma once

#include "io/detail/format.h"

namespace antardesa::io::detail {

/// Looks at the text of a GeoJSON or KML before GDAL reads it. What cannot be read is refused
/// with its line (`Error` "io.json_…", "io.xml_…"); what is odd becomes findings of `source`.
/// Returns the text that GDAL shall read instead, if it must not be the one that was given.
std::optional<std::string> disarm_geojson(std::string_view bytes, VectorSource& source);
std::optional<std::string> disarm_kml(std::string_view bytes, VectorSource& source);

} // namespace antardesa::io::detail
