#pragma once

#include "crs/crs.h"

#include <array>
#include <optional>
#include <string>

namespace antardesa::crs {

/// A zone of the three-degree grid of the land agency (DGN95 / Indonesia TM-3, PMNA/KBPN 3/1997):
/// half a UTM zone. Central meridian in the half's middle, scale 0.9999, false easting 200 km,
/// false northing 1 500 km.
struct Tm3Zone {
    int number = 49; ///< of the UTM zone, 46 … 54
    int half = 1;    ///< 1 west, 2 east
    friend bool operator==(Tm3Zone, Tm3Zone) = default;
};
/// Zone of a position in degrees; it need not be one of Indonesia's.
Tm3Zone tm3_zone(geo::Point longitude_latitude);
/// "TM-3 49.1".
std::string tm3_zone_name(Tm3Zone zone);
/// EPSG 23830 (46.2) to 23845 (54.1); nothing outside. DGN95 counts as WGS 84, as SRGI2013 does.
std::optional<Crs> tm3(Tm3Zone zone);

/// "298 712 mT  1 161 840 mU  TM-3 49.1".
std::string tm3_text(geo::Point degrees, Tm3Zone zone, int decimals = 0);

} // namespace antardesa::crs
