#pragma once

#include "project/project_file.h"

namespace antardesa::project {

/// What became of one table's rows.
struct RecoveredTable {
    std::string table;
    std::int64_t whole = 0;       ///< as they were written, by their hash
    std::int64_t from_backup = 0; ///< from the newest good backup
    std::int64_t doubtful = 0;    ///< read from the damaged file, without a hash that says so
    std::int64_t lost = 0;
};

struct RecoveryReport {
    std::vector<RecoveredTable> tables; ///< those that have rows
    /// Every row that is not as it was written, one by one, and for each table the rows of which
    /// not even the number is known.
    std::vector<Finding> findings;
    std::filesystem::path backup; ///< which backup helped; empty without one
    bool all_counted = true;      ///< else `lost` is the least that is lost
    std::int64_t kept() const;
    std::int64_t lost() const;
};

/// Saves what can be read of a damaged project into the new file `fresh`, row by row: rows that
/// match their hash, else the same row of the newest good backup, else what was read. The result
/// was checked like any project and its history says where it comes from. `damaged` is only read;
/// its journal is not replayed. Throws `Error`: "project.not_found", "project.exists",
/// "project.no_space", "project.recover.nothing" when neither file nor backup gives a row.
RecoveryReport recover(const std::filesystem::path& damaged, const std::filesystem::path& fresh,
                       const Authorship& by, Progress& progress);

} // namespace antardesa::project
