#pragma once

#include "analysis/boundary_repair.h"
#include "cli/commands.h"

namespace antardesa::cli {

/// A repair that was done, or would be.
struct RepairReport {
    const std::string& project;
    const std::string& rule;
    bool dry_run = false;
    bool one_case = false; ///< others are not told
    const model::Atlas& before;
    const analysis::BoundaryRepair& repair;
};

/// The ledger, how many findings became what, and why each one stays.
void print_repair_json(const RepairReport& report, const Session& session);
/// The same in lines; findings beyond the limits, and allowed ones, are only counted.
void print_repair(const RepairReport& report, const Session& session);

} // namespace antardesa::cli
