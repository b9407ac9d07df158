#pragma once

#include "base/message.h"
#include "geo/geometry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::crs {

/// One typed or pasted position: the position in degrees, or why there is none.
struct CoordinateReading {
    int line = 1;     ///< of the text, from 1
    std::string text; ///< as entered, trimmed
    std::optional<geo::Point> position;
    /// Empty key when all is well. Unreadable texts say which half of them; readable ones outside
    /// `within` say so, with the zone that the same figures would fit.
    Message why;
};

/// Reads a text as `parse_coordinates` does; decimal degrees with the longitude first too, where
/// only so they lie within the box. `within`: the kabupaten's box in degrees; an empty one
/// lets everything pass. Somewhat beyond the box is allowed, since boundaries lie at its edge.
CoordinateReading read_coordinates(std::string_view text, const geo::Box& within);

/// A list, one position a line; empty lines are passed over. Rows of a table (columns parted by
/// tabs or semicolons) may begin with a number and end with further columns; a first row of titles
/// is passed over.
std::vector<CoordinateReading> parse_coordinate_list(std::string_view text, const geo::Box& within);

} // namespace antardesa::crs
