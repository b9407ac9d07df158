#pragma once

#include "io/detail/xml_walk.h"

#include <optional>
#include <vector>

namespace antardesa::io::detail {

/// A run of bytes of the text.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What a stranger's KML holds, looked at before any library reads it (OGC 12-007r2). A pure
/// function of the bytes.
struct KmlScan {
    XmlOutcome xml;
    bool is_kml = false;
    std::int64_t placemarks = 0;
    std::int64_t folders = 0;
    std::int64_t links = 0;               ///< NetworkLink: what they name is not fetched
    std::int64_t overlays = 0;            ///< pictures laid over the ground: not shown
    std::int64_t addresses = 0;           ///< other references to files and addresses
    std::int64_t bad_coordinates = 0;     ///< lists that are no "x,y[,z] x,y[,z] …" of numbers
    std::int64_t first_bad = 0;           ///< placemark in which the first of them stands, from 1
    std::int64_t top_features = 0;        ///< placemarks and folders directly below <kml>
    ByteRange root;                       ///< between the tags of the outermost element
    std::string root_prefix;              ///< of its name: "kml:", mostly ""
    std::vector<ByteRange> overlay_bytes; ///< with their tags; none in another
};
KmlScan scan_kml(std::string_view bytes);

/// The text as a library shall read it, if not as it is. Libraries take one feature below the
/// outermost element and pass over the others (KML 2.2, 7.1.3.2 allows one): several are put into
/// one Document. Pictures over the ground, which would come as rows, are blanked. Nothing for
/// UTF-16, whose bytes are left alone.
std::optional<std::string> one_document(std::string_view bytes, const KmlScan& scan);

/// Whether a text is a list of KML positions, every one of two or three finite numbers.
bool is_coordinate_list(std::string_view text);

} // namespace antardesa::io::detail
