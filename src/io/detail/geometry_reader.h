#pragma once

#include "geo/geometry.h"
#include "io/detail/gdal.h"

namespace antardesa::io::detail {

/// What was odd about one outline. Nothing is repaired but the closing of rings.
struct GeometryFlaws {
    int unclosed_rings = 0;  ///< closed by repeating the first point
    int short_rings = 0;     ///< fewer than three different points; kept
    bool not_finite = false; ///< a coordinate that is no number, or absurdly large
    bool mixed = false;      ///< a collection of several kinds: the highest dimension was kept
    bool unsupported = false;
};

/// GDAL's geometry as plain values: x and y only, curves as chords. `monostate` for none.
geo::Geometry read_geometry(OGRGeometryH geometry, GeometryFlaws& flaws);

} // namespace antardesa::io::detail
