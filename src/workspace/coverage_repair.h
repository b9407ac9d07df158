#pragma once

#include "analysis/boundary_repair.h"
#include "model/edit.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

/// A batch repair, seen before it is done: what every village gains or loses, and the one edit that
/// does it (the segments between the villages with it).
struct RepairPlan {
    analysis::BoundaryRepair repair;
    model::Edit edit; ///< without writes when there is nothing to repair
};
RepairPlan plan_repair(const model::Atlas& atlas, const analysis::RepairRequest& request,
                       Progress& progress);

/// Opens the project for writing, plans against what it holds and applies the edit. The plan comes
/// back as it was done. Throws `Error` as opening and applying do.
RepairPlan repair_project(const std::filesystem::path& project,
                          const analysis::RepairRequest& request, const Environment& environment,
                          Progress& progress);

} // namespace antardesa::workspace
