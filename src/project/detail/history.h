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

void append_entry(sqlite::Database& database, const NewEntry& entry,
                  std::span<const std::uint8_t> changeset);
sqlite::Changeset stored_changeset(const sqlite::Database& database, std::int64_t revision);
UndoLedger read_ledger(const sqlite::Database& database);
std::int64_t newest_revision(const sqlite::Database& database);
std::vector<model::HistoryEntry> read_entries(const sqlite::Database& database,
                                              const UndoLedger& ledger, std::size_t limit);

} // namespace antardesa::project::detail
