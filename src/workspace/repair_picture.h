#pragma once

#include "cartography/map_options.h"
#include "model/atlas.h"
#include "model/edit.h"
#include "topology/repair.h"

#include <map>

namespace antardesa::workspace {

/// A previewed repair as the map shows it, and each claimant's number in it: in the order of the
/// codes, so that of two the first is blue; who meets in a strip is told apart as long as the
/// colours last.
struct PicturedRepair {
    std::shared_ptr<const cartography::RepairPicture> picture;
    std::map<topology::Claimant, int> numbers;
};
PicturedRepair pictured(const model::Atlas& atlas, const topology::Repair& repair);

/// Where an edit lays the villages' outlines anew, to be looked at over the old ones; null where it
/// leaves all as they are. Throws `Cancelled`.
std::shared_ptr<const cartography::RepairPicture>
moved_outlines(const model::Atlas& atlas, const model::Edit& edit, Progress& progress);

} // namespace antardesa::workspace
