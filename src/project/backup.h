#pragma once

#include "base/date.h"
#include "base/finding.h"
#include "base/job.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Rolling copies of a project in a folder beside it, "<name>.cadangan". Each was read back and
/// every row checked against its hash before it got its name, so what stands there was good when it
/// was made (docs/decisions/0004-backups-beside-the-project.md). Messages: "project.backup.…".
namespace antardesa::project {

struct Backup {
    std::filesystem::path path;
    std::int64_t number = 0;   ///< counts up; the order, whatever the clock said
    std::int64_t revision = 0; ///< of the project
    std::string time;          ///< UTC, "20261125T140207Z"
    std::string fingerprint;   ///< of all row hashes: equal content, equal text
};

std::filesystem::path backup_folder(const std::filesystem::path& project);
/// Oldest first; other files in the folder are not ours and not listed.
std::vector<Backup> list_backups(const std::filesystem::path& project);

/// Which of `backups` (oldest first) need not be kept: all but the newest five, the newest of each
/// of the last seven days and of each of the last six months that have one. Indexes, ascending.
std::vector<std::size_t> superseded(std::span<const Backup> backups);

struct BackupReport {
    std::filesystem::path path; ///< the newest backup
    bool made = false;          ///< false: the newest one already holds this content
    int removed = 0;
};
/// Copies the project as it stands, if it differs from its newest backup or that is damaged, and
/// removes what is superseded. Refused for a project whose rows or pages are not as they were
/// written
/// ("project.backup.damaged"): nothing is removed then. Throws `Error` when the disk fails; the
/// older backups stay.
Result<BackupReport> back_up(const std::filesystem::path& project, const Clock& clock,
                             Progress& progress);

/// Whether the project differs from its newest backup, or that was cut off or written over. Reads
/// row hashes, not rows.
bool backup_is_due(const std::filesystem::path& project);
/// Whether there is one and all its rows are as they were written. Reads all of it.
bool newest_backup_is_good(const std::filesystem::path& project, Progress& progress);

/// A copy of the project as it is, checked page by page only, into the folder of the backups under
/// a name that is none of a backup: before its rows are declared right. Nothing when every row is
/// as it was written. The newest `most_kept_as_is` of these copies stay, this one among them.
std::optional<std::filesystem::path> keep_as_is(const std::filesystem::path& project,
                                                const Clock& clock, Progress& progress);
inline constexpr std::size_t most_kept_as_is = 3;

/// The newest backup that still holds what was written to it; nothing when there is none.
std::optional<Backup> newest_good_backup(const std::filesystem::path& project, Progress& progress);

} // namespace antardesa::project
