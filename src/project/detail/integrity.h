#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "sqlite/database.h"

#include <vector>

namespace antardesa::project::detail {

/// What `ProjectFile::check_integrity` says, for any open file of ours, backups among them.
std::vector<Finding> find_damage(const sqlite::Database& database, int version, Progress& progress);

/// Whether a finding of severity error is among them: then the content is not what was written.
bool is_damaged(const std::vector<Finding>& findings);

/// How many rows differ from their hashes, in which way.
struct Differences {
    std::int64_t changed = 0;
    std::int64_t added = 0;
    std::int64_t missing = 0;
    bool pages = false; ///< the pages themselves contradict each other
    std::int64_t total() const { return changed + added + missing; }
};
Differences count_differences(const std::vector<Finding>& findings);

} // namespace antardesa::project::detail
