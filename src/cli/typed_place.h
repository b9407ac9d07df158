#pragma once

#include "geo/geometry.h"
#include "model/atlas.h"

#include <string>

namespace antardesa::cli {

/// A place as people type it, in any notation that `crs::read_coordinates` knows; degrees. Throws
/// `Usage` for what cannot be read, `Error` for a place far from the project, with the zone that it
/// would fit.
geo::Point typed_place(const std::string& text, const model::Atlas& atlas);

} // namespace antardesa::cli
