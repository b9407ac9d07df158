#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "model/atlas.h"
#include "workspace/import_draft.h"

#include <optional>
#include <string>
#include <vector>

namespace antardesa::workspace {

/// What a newer boundary file does to one village. Several may be true of one.
struct VillageChange {
    Id<model::Village> row; ///< the project's row; of a new one, the row it will have
    bool is_new = false;
    bool gone = false;       ///< not in the file: its row stays
    bool reshaped = false;   ///< its border lies elsewhere
    bool renumbered = false; ///< another code
    bool renamed = false;
    std::string code_before;
    std::string code_after;
    std::string name_before;
    std::string name_after;
    double area_before_m2 = 0; ///< on the ellipsoid; 0 of a new one
    double area_after_m2 = 0;
    double moved_m = 0;             ///< the border, at most (analysis::outline_move)
    Id<model::Village> split_from;  ///< of a new one
    Id<model::Village> merged_into; ///< of one that is gone: who has its land now
    int agreements = 0;             ///< of one that is gone: what rests on it
    int segments = 0;               ///< and lines whose state was entered
    std::optional<Place> place;     ///< where to look
};

/// What laying rows over rows changed, in the order of the rows; new ones after, then those that
/// are `not_in_file`. `before` may be null: nothing is compared then. Throws `Cancelled`.
std::vector<VillageChange> village_changes(const model::Atlas* before, const model::TableSet& after,
                                           const std::vector<Id<model::Village>>& not_in_file,
                                           Progress& progress);

/// A village that was split off is told from which, in what it was before (`with_previous`).
void keep_origins(ImportDraft& draft, const model::Atlas& before,
                  const std::vector<VillageChange>& changes, std::optional<Date> date);

/// The changes as findings, a kind each: "village_reshaped", "village_renumbered",
/// "village_renamed", "village_new", "village_split", "village_not_in_file",
/// "village_in_use_not_in_file", "village_merged".
std::vector<Finding> change_findings(const std::vector<VillageChange>& changes,
                                     const model::TableSet& after);

/// The villages that those findings call gone, found again by code and name.
std::vector<Id<model::Village>> not_in_file(const model::Atlas& before,
                                            const std::vector<Finding>& findings);

} // namespace antardesa::workspace
