#pragma once

#include "analysis/boundary_repair.h"
#include "model/edit.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

/// What is asked for: the repair, and what it rests on.
struct RepairOrder {
    analysis::RepairRequest request;
    Id<model::Document> document = {}; ///< none for technical repairs
};

/// A repair, seen before it is done: what every village gains or loses, and the one edit that
/// does it (the segments between the villages with it).
struct RepairPlan {
    analysis::BoundaryRepair repair;
    model::Edit edit; ///< without writes when there is nothing to repair
};
/// Throws `Error` "model.unknown_document", "model.village_would_vanish".
RepairPlan plan_repair(const model::Atlas& atlas, const RepairOrder& order, Progress& progress);

/// Opens the project for writing, plans against what it holds and applies the edit. The plan comes
/// back as it was done. Throws `Error` as opening and applying do.
RepairPlan repair_project(const std::filesystem::path& project, const RepairOrder& order,
                          const Environment& environment, Progress& progress);

/// Why the one case asked for was not repaired, in a sentence; nothing when it was.
std::optional<Message> why_not_repaired(const analysis::BoundaryRepair& repair);

} // namespace antardesa::workspace
