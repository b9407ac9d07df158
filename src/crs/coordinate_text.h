#pragma once

#include "crs/crs.h"
#include "geo/geometry.h"

#include <optional>
#include <string>
#include <string_view>

namespace antardesa::crs {

/// 07°34'42,18" LS  109°10'36,05" BT: Indonesian form, decimal comma, seconds with leading
/// zero (domain.md §6.1). `decimals` of the seconds, 0 … 4. Latitude first, two spaces between.
std::string dms_text(geo::Point degrees, int decimals = 2);
std::string latitude_text(double degrees, int decimals = 2);
std::string longitude_text(double degrees, int decimals = 2);

/// 298 712 mT  9 161 840 mU  49S: easting, northing, zone; narrow groups of three. In a zone of
/// the other hemisphere, as on a map across the equator, the northing goes on beyond zero.
std::string utm_text(geo::Point degrees, UtmZone zone, int decimals = 0);
/// "298 712" or "298 712,45" – metres grouped by thousands with a space, rounded to 0 … 3 decimals.
std::string grouped_metres(double metres, int decimals = 0);

/// Reads decimal degrees ("-7,578 109,176" or with points), DMS with LS/LU/BT/BB or S/N/E/W,
/// UTM ("49S 298712 9161840") and TM-3, the zone also as EPSG:32749; labels (X= Y=) and a northing
/// that stands first are understood. Latitude before longitude unless letters say otherwise.
/// Whatever `dms_text`, `utm_text` and `tm3_text` write is read again.
/// Nothing if it cannot be read or lies off the earth.
std::optional<geo::Point> parse_coordinates(std::string_view text);

} // namespace antardesa::crs
