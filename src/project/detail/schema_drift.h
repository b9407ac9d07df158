#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "sqlite/database.h"

#include <optional>
#include <string>
#include <vector>

namespace antardesa::project::detail {

/// What stands in the file besides rows: tables, triggers, GeoPackage's own registers and the
/// spatial indexes, held against what this program would have made for `version`. Other programs
/// change them without harm to the rows, so all of it is a warning.
void find_drift(const sqlite::Database& database, int version, std::vector<Finding>& findings,
                Progress& progress);

/// A table that this program asks, and that is a view or a virtual table in the file: what stands
/// behind it could do anything, or never end. Asks nothing but the list of tables.
std::optional<std::string> disguised_table(const sqlite::Database& database);

/// A trigger that this program did not make: it would change other rows than an edit names, and
/// an undo would not take that back.
std::optional<std::string> foreign_trigger(const sqlite::Database& database);
/// A table whose foreign keys change or delete other rows by themselves; ours never do. Null when
/// there is none.
std::optional<std::string> table_with_action(const sqlite::Database& database);

} // namespace antardesa::project::detail
