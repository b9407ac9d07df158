#pragma once

#include "cartography/detail/composition.h"
#include "cartography/detail/label_space.h"

namespace antardesa::cartography {

/// Names of kecamatan in spaced capitals, each only where it fits wholly inside its own area and
/// touches nothing (ui.md §5).
void place_district_labels(Composition& composition, LabelSpace& space, Group& group);

} // namespace antardesa::cartography
