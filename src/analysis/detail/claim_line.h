#pragma once

#include "base/result.h"
#include "topology/land_between.h"

#include <span>
#include <string>

namespace antardesa::analysis::detail {

/// Lines that a village claims, made one line from end to end of the line in force: each takes the
/// place of the stretch between its ends, which are put onto the line in force. Closed lines are
/// kept apart. Refused ("analysis.contested.off_line", "….twice") where an end lies farther than a
/// metre away, or two lines claim the same stretch.
Result<topology::ClaimedLine> claim_along(const geo::Line& in_force,
                                          std::span<const geo::MultiLine* const> claimed,
                                          const std::string& village);

/// Metres of a degree of longitude and latitude at a place, on the ellipsoid.
geo::Point metres_of_degrees(geo::Point place);

} // namespace antardesa::analysis::detail
