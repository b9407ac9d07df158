#pragma once

#include "geo/geometry.h"

#include <optional>
#include <string_view>

namespace antardesa::workspace {

/// Reads well-known text (OGC 06-103r4) in two dimensions: POINT, LINESTRING, POLYGON and their
/// MULTI forms, case ignored; a third or fourth number of a position is dropped. Nothing for
/// anything else, for numbers that are not finite and for rings that are not closed.
std::optional<geo::Geometry> from_well_known_text(std::string_view text);
/// The same in MULTI forms, or POINT for a single position; coordinates in as few digits as give
/// them back bit for bit. Empty for no geometry.
std::string to_well_known_text(const geo::Geometry& geometry);

} // namespace antardesa::workspace
