#pragma once

#include "geo/geometry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace antardesa::geo {

using Bytes = std::vector<std::uint8_t>;

/// Well-known binary (OGC 06-103r4), little-endian, two dimensions. `Multi…` types are written
/// except for a single point, which is written as POINT.
Bytes to_wkb(const Geometry& geometry);
/// Reads either byte order, ISO and EWKB Z/M variants (Z and M dropped), collections of one
/// kind, nesting up to 8. Nothing for malformed or truncated bytes; never reads past the end
/// and never reserves more than the bytes can hold.
std::optional<Geometry> from_wkb(std::span<const std::uint8_t> bytes);

/// Why bytes are no geometry.
enum class WkbFault {
    none,
    truncated,    ///< the bytes end before what they announce
    byte_order,   ///< neither 0 nor 1
    unknown_type, ///< no type of the standard
    curve,        ///< a type of the standard with arcs or surfaces, which `Geometry` does not hold
    too_deep,
    not_geopackage, ///< of a blob: not "GP"
    envelope,       ///< of a blob: an envelope of no known kind, or longer than the blob
    extended,       ///< of a blob: a geometry of an extension
};

/// A stranger's geometry as far as it is one: nothing is guessed, everything odd is named.
struct WkbReading {
    Geometry geometry; ///< `monostate` when empty or faulty
    WkbFault fault = WkbFault::none;
    bool mixed = false; ///< of several dimensions: those of the highest are kept
};
WkbReading read_wkb(std::span<const std::uint8_t> bytes);

/// GeoPackage blob (OGC 12-128r18 clause 2.1.3): header with envelope, then WKB.
Bytes to_geopackage(const Geometry& geometry, std::int32_t srs_id);

struct GeoPackageGeometry {
    Geometry geometry;
    std::int32_t srs_id = 0;
};
std::optional<GeoPackageGeometry> from_geopackage(std::span<const std::uint8_t> blob);

/// The same for a stranger's blob.
struct BlobReading : WkbReading {
    std::int32_t srs_id = 0;
    std::uint8_t version = 0; ///< 0 is the one there is
    bool says_empty = false;
    std::optional<Box> envelope;       ///< as stated; may be wrong
    std::span<const std::uint8_t> wkb; ///< of the blob that was given
};
BlobReading read_geopackage(std::span<const std::uint8_t> blob);

/// Envelope as the header says, or computed from the WKB without one; an empty box for an empty
/// geometry. What ST_MinX and its sisters answer.
std::optional<Box> geopackage_bounds(std::span<const std::uint8_t> blob);

} // namespace antardesa::geo
