#pragma once

#include "cartography/detail/composition.h"
#include "cartography/detail/label_space.h"

#include <optional>

namespace antardesa::cartography {

/// Where a kecamatan has its number and its links meet, in map metres: on land and near its middle,
/// at the village whose anchor is nearest to the mean of all. Nothing without villages.
std::optional<geo::Point> district_anchor(const Composition& composition, Id<model::District> id);

/// Names of kecamatan in spaced capitals, each only where it fits wholly inside its own area and
/// touches nothing (ui.md §5). In the view of kecamatan the others stand smaller, beside their
/// number where nothing else helps.
void place_district_labels(Composition& composition, LabelSpace& space, Group& group);

} // namespace antardesa::cartography
