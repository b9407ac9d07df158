#pragma once

#include <filesystem>

namespace antardesa::project::detail {

/// The file itself, with every link followed: SQLite keeps its journal beside that one. The path
/// as it is, made absolute, when nothing stands there yet.
std::filesystem::path true_path(const std::filesystem::path& path);

/// What lies beside a project file under SQLite's names.
enum class Beside {
    nothing,
    journal,         ///< of a write that was interrupted or is under way
    foreign_journal, ///< names another file, or is no plain file: following it could delete what
                     ///< it names (https://sqlite.org/atomiccommit.html, "super-journal")
    other_journal, ///< of another state of the file, which was replaced meanwhile (`journal_fits`)
    write_ahead_log, ///< another program works on the file, or was killed while it did
};
/// `path` as `true_path` gives it.
Beside look_beside(const std::filesystem::path& path);

/// What the first bytes say.
enum class Kind {
    missing,
    no_file,    ///< a folder, a pipe, a device
    no_access,  ///< may not be read
    not_ours,   ///< an empty file, no database, no GeoPackage
    broken_top, ///< a GeoPackage but for its first bytes
    too_short,  ///< fewer pages than the header promises
    geopackage,
};
Kind look_at(const std::filesystem::path& path);

/// The header's change counter (https://sqlite.org/fileformat2.html §1.3.7): differs after every
/// transaction.
unsigned change_counter(const std::filesystem::path& path);

} // namespace antardesa::project::detail
