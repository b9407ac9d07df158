#pragma once

#include "model/rows.h"
#include "project/detail/undo_ledger.h"
#include "project/project_file.h"
#include "sqlite/session.h"

namespace antardesa::project::detail {

/// A line to be written into `riwayat`.
struct NewEntry {
    std::int64_t revision = 0;
    Message name;
    std::string author;
    std::string time;
    std::string document;
    std::int64_t reverts = 0;
};

/// Writes the entry and links it to the one before: a hash over both, so that no entry can be
/// changed, taken out or put in without changing every link behind it.
void append_entry(sqlite::Database& database, const NewEntry& entry,
                  std::span<const std::uint8_t> changeset);
/// Links every entry anew: for a file that had no chain, or whose history was put together again.
void chain_history(sqlite::Database& database);
/// The first entry that is not what its link says, or that does not follow the one before; schema 5
/// or later.
std::optional<std::int64_t> first_broken_link(const sqlite::Database& database);
sqlite::Changeset stored_changeset(const sqlite::Database& database, std::int64_t revision);
UndoLedger read_ledger(const sqlite::Database& database);
std::int64_t newest_revision(const sqlite::Database& database);
std::vector<model::HistoryEntry> read_entries(const sqlite::Database& database,
                                              const UndoLedger& ledger, std::size_t limit);

} // namespace antardesa::project::detail
