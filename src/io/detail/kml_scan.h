#pragma once

#include "io/detail/xml_walk.h"

namespace antardesa::io::detail {

/// What a stranger's KML holds, looked at before any library reads it (OGC 12-007r2). A pure
/// function of the bytes.
struct KmlScan {
    XmlOutcome xml;
    bool is_kml = false;
    std::int64_t placemarks = 0;
    std::int64_t folders = 0;
    std::int64_t links = 0;           ///< NetworkLink: what they name is not fetched
    std::int64_t overlays = 0;        ///< pictures laid over the ground: not shown
    std::int64_t addresses = 0;       ///< other references to files and addresses
    std::int64_t bad_coordinates = 0; ///< lists that are no "x,y[,z] x,y[,z] …" of numbers
    std::int64_t first_bad = 0;       ///< placemark in which the first of them stands, from 1
};
KmlScan scan_kml(std::string_view bytes);

/// Whether a text is a list of KML positions, every one of two or three finite numbers.
bool is_coordinate_list(std::string_view text);

} // namespace antardesa::io::detail
