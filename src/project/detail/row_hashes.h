#pragma once

#include "base/job.h"
#include "digest/hash.h"
#include "project/project_file.h"
#include "sqlite/session.h"

#include <span>

namespace antardesa::project::detail {

/// A table whose rows have hashes. Columns of other programs are not among `columns`: adding one
/// is no change of ours.
struct HashedTable {
    const char* table;
    const char* columns; ///< of the schema, "id" first, separated by ", "
    const char* label;   ///< SQL for what a person calls the row; NULL when it has no name
};

/// The recorded tables of a schema and the history.
std::span<const HashedTable> hashed_tables(int version = schema_version);
/// Null when the schema has no such table.
const HashedTable* hashed_table(std::string_view table, int version = schema_version);

/// Hashes rows as they are stored: the table's name, then for each column its type, length and
/// bytes, so that 1, 1.0 and '1' differ.
class RowHasher {
  public:
    /// `row` was prepared with exactly the table's columns from `first_column` on.
    digest::Short hash(const HashedTable& table, const sqlite::Statement& row,
                       int first_column = 0);

  private:
    digest::ShortHash hash_;
};

/// "SELECT id, kode, … FROM desa".
std::string select_hashed(const HashedTable& table);

/// What a person calls the row; empty when it has no name or cannot be read.
std::string row_name(const sqlite::Database& database, const HashedTable& table, std::int64_t key);

/// A row that is not as this program wrote it: changed, added or gone.
struct ForeignRow {
    std::string table;
    std::int64_t key = 0;
    std::string name; ///< what a person calls it; may be empty
};
/// The first such row among `rows` (`gone` is of no matter here): whoever writes over it would make
/// damage look like something that was entered.
std::optional<ForeignRow> first_foreign_row(const sqlite::Database& database,
                                            std::span<const sqlite::ChangedRow> rows);
/// The segments that these rows, as they stand now, refer to and that are not among them: an edit
/// takes their lines for true.
std::vector<sqlite::ChangedRow> rested_rows(const sqlite::Database& database,
                                            std::span<const sqlite::ChangedRow> changed);
/// Whether the history entry of `revision` is as it was written.
bool is_entry_as_written(const sqlite::Database& database, std::int64_t revision);

/// Writes the hashes of all rows anew. Belongs into a transaction of the caller's, as the next.
void hash_all_rows(sqlite::Database& database, int version, Progress& progress);
/// After columns were added: new hashes for the rows that were as they had been written. The
/// others, changed by another program, keep the old hash and so stay known as changed.
void rehash_rows(sqlite::Database& database, int from, int to);
/// Brings the hashes of these rows up to date. Throws `Error` "project.rests_on_damage" when they
/// rest on a row that is not as this program wrote it: what follows from damage would look sound.
void hash_rows(sqlite::Database& database, std::span<const sqlite::ChangedRow> rows);
/// The hash of the history entry of `revision`.
void hash_entry(sqlite::Database& database, std::int64_t revision);

} // namespace antardesa::project::detail
