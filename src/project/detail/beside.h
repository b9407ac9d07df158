#pragma once

#include <filesystem>

namespace antardesa::project::detail {

/// What lies beside a project file under SQLite's names.
enum class Beside {
    nothing,
    journal,         ///< of a write that was interrupted or is under way
    foreign_journal, ///< names another file, or is no plain file: following it could delete what
                     ///< it names (https://sqlite.org/atomiccommit.html, "super-journal")
    write_ahead_log, ///< another program works on the file, or was killed while it did
};
Beside look_beside(const std::filesystem::path& path);

/// What the first bytes say.
enum class Kind {
    missing,
    not_ours,  ///< a folder, a pipe, an empty file, no database, no GeoPackage
    too_short, ///< fewer pages than the header promises
    geopackage,
};
Kind look_at(const std::filesystem::path& path);

/// The header's change counter (https://sqlite.org/fileformat2.html §1.3.7): differs after every
/// transaction.
unsigned change_counter(const std::filesystem::path& path);

} // namespace antardesa::project::detail
