#pragma once

#include "cartography/detail/composition.h"
#include "cartography/detail/label_space.h"

namespace antardesa::cartography {

/// Numbers of the turning points that were drawn, beside them where there is room; where there is
/// none the number is left out, never the point.
void place_point_labels(Composition& composition, LabelSpace& space, Group& group);

/// "007"; of a pillar its kind and the last part of its code, "PBU 880".
std::string point_number(const model::TurningPoint& point);

} // namespace antardesa::cartography
