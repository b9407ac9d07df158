#pragma once

#include "project/detail/history.h"
#include "project/detail/writer_lock.h"
#include "project/project_file.h"

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

    ~State();
};

namespace detail {

/// The functions that R-tree triggers need, by geo's blob reader.
void register_functions(sqlite::Database& database);

model::ProjectIdentity read_identity(const sqlite::Database& database);
void write_identity(sqlite::Database& database, const model::ProjectIdentity& identity);

/// The row that tells a second instance who writes.
void write_holder(sqlite::Database& database, const Holder& holder);
void erase_holder(sqlite::Database& database);
std::optional<Holder> read_holder(const sqlite::Database& database);

/// Puts the path into SQLite's complaint and turns it into this room's message.
[[noreturn]] void rethrow(const sqlite::DatabaseError& error, const std::filesystem::path& path);

/// "2026-11-23T14:02:07.000Z" by the given clock, or by the machine's without one.
std::string time_of(const Authorship& by);

} // namespace detail

} // namespace antardesa::project
