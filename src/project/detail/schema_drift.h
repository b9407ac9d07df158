#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "sqlite/database.h"

#include <vector>

namespace antardesa::project::detail {

/// What stands in the file besides rows: tables, triggers, GeoPackage's own registers and the
/// spatial indexes, held against what this program would have made for `version`. Other programs
/// change them without harm to the rows, so all of it is a warning.
void find_drift(const sqlite::Database& database, int version, std::vector<Finding>& findings,
                Progress& progress);

} // namespace antardesa::project::detail
