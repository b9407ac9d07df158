#pragma once

#include <string>
#include <string_view>

namespace antardesa::crs::detail {

/// Coordinates as people spell them, in the letters that `scan_coordinates` knows: marks of
/// degrees, sides in full, "zona", "TM-3", the number of a zone's system (EPSG:32749), "X= Y=",
/// and degrees, minutes and seconds with strokes between them (08-19-48.40 LS).
std::string plain_spelling(std::string_view text);

} // namespace antardesa::crs::detail
