#pragma once

#include "geo/geometry.h"

#include <optional>

namespace antardesa::topology {

/// Two lines given the same vertex, bit for bit, wherever they meet: vertices of `other` that lie
/// within `near` of `one` are put onto its vertices or become vertices of it, and the other way
/// round; where edges cross, both get the crossing. Neither line is moved farther than `near`, in
/// the coordinates' unit. The ends of `one` stay.
void join_where_they_meet(geo::Line& one, geo::Line& other, double near);

/// Where a line crosses, touches or turns back on itself; nothing for a simple one. A closed line
/// may meet itself at its ends.
std::optional<geo::Point> own_crossing(const geo::Line& line);

} // namespace antardesa::topology
