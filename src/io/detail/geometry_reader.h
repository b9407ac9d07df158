#pragma once

#include "geo/geometry.h"
#include "io/detail/gdal.h"
#include "io/detail/outline_flaws.h"

#include <span>

namespace antardesa::io::detail {

/// GDAL's geometry as plain values: x and y only, curves as chords. `monostate` for none.
geo::Geometry read_geometry(OGRGeometryH geometry, GeometryFlaws& flaws);

/// Well-known binary with arcs or surfaces, which only GDAL takes apart.
geo::Geometry read_wkb_with_gdal(std::span<const std::uint8_t> wkb, GeometryFlaws& flaws);

} // namespace antardesa::io::detail
