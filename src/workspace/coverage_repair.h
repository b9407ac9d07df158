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
/// Throws `Error` "workspace.repair.unbalanced" when more than 1 mm² would appear or vanish: a flaw
/// of this program that no one may carry out.
void require_balance(const topology::Ledger& ledger);

/// Throws `Error` as `require_balance`, "model.unknown_document", "model.village_would_vanish".
RepairPlan plan_repair(const model::Atlas& atlas, const RepairOrder& order, Progress& progress);

/// Opens the project for writing, plans against what it holds and applies the edit. The plan comes
/// back as it was done. Throws `Error` as opening and applying do.
RepairPlan repair_project(const std::filesystem::path& project, const RepairOrder& order,
                          const Environment& environment, Progress& progress);

/// Why the one case asked for was not repaired, in a sentence; nothing when it was.
std::optional<Message> why_not_repaired(const analysis::BoundaryRepair& repair);
/// "Sukamaju, Batutengah": villages and special areas by their names.
std::string shape_names(const model::Atlas& atlas, const std::vector<topology::Claimant>& shapes);
/// As the check calls it.
model::FlawKind flaw_kind_of(std::optional<topology::StripKind> kind);
/// Why a strip or near miss stays, in a sentence that says what can be done.
Message why_it_stays(const topology::RefusedStrip& strip);
/// "12 diperbaiki", "3 tersisa", …: each count by itself, in the order of RepairCounts.
std::vector<Message> count_messages(const analysis::RepairCounts& counts);

} // namespace antardesa::workspace
