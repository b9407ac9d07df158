#pragma once

#include "geo/wkb.h"

#include <optional>

/// GeoPackage blobs of polygons and lines without a detour through `geo::Geometry`: a province
/// has five million vertices, and copying them twice is what reading it would mostly cost.
namespace antardesa::project::detail {

/// As `geo::to_geopackage` would write them, into `blob`, whose capacity is reused.
void encode(const geo::MultiPolygon& polygons, std::int32_t srs_id, geo::Bytes& blob);
void encode(const geo::MultiLine& lines, std::int32_t srs_id, geo::Bytes& blob);

/// Nothing for malformed bytes and for another kind of geometry. Empty for an empty geometry.
std::optional<geo::MultiPolygon> decode_polygons(std::span<const std::uint8_t> blob);
std::optional<geo::MultiLine> decode_lines(std::span<const std::uint8_t> blob);

} // namespace antardesa::project::detail
