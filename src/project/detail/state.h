#pragma once

#include "project/detail/history.h"
#include "project/detail/standing.h"
#include "project/detail/writer_lock.h"
#include "project/project_file.h"

#include <functional>

namespace antardesa::project {

/// What stands behind an open file. The order of members is the order of opening: the
/// connection is closed before the lock is given back.
struct ProjectFile::State {
    std::filesystem::path path;
    OpenMode mode = OpenMode::read;
    std::optional<detail::WriterLock> lock;
    sqlite::Database database;
    int version = 0;
    std::int64_t revision = 0;
    detail::UndoLedger ledger;
    model::ProjectIdentity identity;
    /// The file's change counter when it was opened: in read mode no lock keeps a writer away.
    unsigned counter = 0;
    /// Our holder row is in the file: since the first edit, not since the opening, so that
    /// opening to look leaves the bytes as they were.
    bool announced = false;
    /// Which file was opened.
    detail::Standing standing;
    /// As SQLite counts what other connections wrote, when the rows were last read.
    std::int64_t seen_version = 0;
    /// False after a failed write behind which the file could not be read anew.
    bool usable = true;

    /// Revision, ledger and identity as the file has them now.
    void look_again();
    /// After a failed write: closes the connection and reads anew. Never throws.
    void reopen() noexcept;

    ~State();
};

namespace detail {

/// The functions that R-tree triggers need, by geo's blob reader.
void register_functions(sqlite::Database& database);

model::ProjectIdentity read_identity(const sqlite::Database& database);
void write_identity(sqlite::Database& database, const model::ProjectIdentity& identity);

/// The row that tells a second instance who writes.
void write_holder(sqlite::Database& database, const Holder& holder);
/// On media without locks, where nothing else tells a living holder from a dead one.
void write_sign_of_life(sqlite::Database& database, const Holder& holder);
void erase_holder(sqlite::Database& database);
std::optional<Holder> read_holder(const sqlite::Database& database);

/// Rollback journal and full sync; nothing is read or written yet.
void prepare_for_writing(sqlite::Database& database, const std::filesystem::path& path);
/// Brings an older file to the newest schema: a verified copy beside it first, then one
/// transaction whose rows are counted and checked against their hashes before it is committed.
void migrate_stored(sqlite::Database& database, const std::filesystem::path& path, int version);
/// A database that nobody knows yet and that is thrown away when anything fails: no journal, and
/// whoever puts it in place syncs it.
sqlite::Database open_fresh(const std::filesystem::path& path);
/// Runs `insert` while no trigger keeps the R-trees, then fills them and the layers' boxes at once.
void without_spatial_triggers(sqlite::Database& database, const std::string& time,
                              const std::function<void()>& insert);
/// Every page into the empty file `to`, then read back.
void copy_database(const sqlite::Database& from, const std::filesystem::path& to,
                   Progress& progress);

/// Throws "project.no_space" with what is needed and what is free, or "project.full_though_free"
/// when that would do.
[[noreturn]] void fail_for_space(const std::filesystem::path& path, std::uint64_t needed);
/// Puts the path into SQLite's complaint and turns it into this room's message.
[[noreturn]] void rethrow(const sqlite::DatabaseError& error, const std::filesystem::path& path);
/// A new file that is being made under a private name.
struct Making {
    std::filesystem::path target; ///< what people call it
    std::filesystem::path made;
    std::uint64_t needed = 0; ///< bytes it will have at the most; 0 when that is not known
};
/// The same about its target. Of space: what the target would need, and what is free once the
/// unfinished file is gone; "project.no_space_more" when only the latter is known.
[[noreturn]] void rethrow(const sqlite::DatabaseError& error, const Making& making);

/// "2026-11-23T14:02:07.000Z" by the given clock, or by the machine's without one.
std::string time_of(const Authorship& by);

} // namespace detail

} // namespace antardesa::project
