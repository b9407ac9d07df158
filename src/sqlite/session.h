#pragma once

#include "sqlite/database.h"

#include <vector>

struct sqlite3_session;

namespace antardesa::sqlite {

using Changeset = std::vector<std::uint8_t>;

/// Records what changes in the attached tables while it lives
/// (https://sqlite.org/sessionintro.html). Tables need a primary key. Attach tables whose rows are
/// the meaning, never shadow tables that triggers keep: those follow again when the changeset is
/// applied.
class Session {
  public:
    explicit Session(Database& database);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void attach(const char* table);
    /// Everything so far; empty when nothing changed.
    Changeset changeset();

  private:
    struct Delete {
        void operator()(sqlite3_session* session) const;
    };
    sqlite3* connection_;
    std::unique_ptr<sqlite3_session, Delete> session_;
};

/// Whether the bytes have the form of a changeset, to their end ("Changeset Format" at the top of
/// sqlite3session.c). SQLite believes lengths and may not come to an end on damaged ones, so each
/// function below throws `DatabaseError` of `Trouble::corrupt` for bytes without it.
bool has_changeset_form(std::span<const std::uint8_t> bytes);

/// The changeset that takes `changeset` back.
Changeset inverted(std::span<const std::uint8_t> changeset);

/// Names of the tables that the changeset touches, each once.
std::vector<std::string> tables_of(std::span<const std::uint8_t> changeset);

/// A row that a changeset touches, by its integer key. A row whose key changed counts twice: the
/// old one is gone, the new one is not.
struct ChangedRow {
    std::string table;
    std::int64_t key = 0;
    bool gone = false;
};
/// Every table in the changeset must have one integer column, its first, as primary key.
std::vector<ChangedRow> changed_rows(std::span<const std::uint8_t> changeset);

/// The bytes in one column of a row that a changeset touches: empty where there were none, or
/// where the changeset does not say because they stayed as they were.
struct ChangedBlob {
    std::int64_t key = 0;
    std::vector<std::uint8_t> before;
    std::vector<std::uint8_t> after;
};
/// Of every row of `table` in which the column (from 0) changed. Keys as for `changed_rows`.
std::vector<ChangedBlob> changed_blobs(std::span<const std::uint8_t> changeset,
                                       std::string_view table, int column);

/// Applies all of it or nothing. False when a row is not as the changeset expects it, or a
/// constraint would break; then the database is as before. Triggers fire.
bool apply_changeset(Database& database, std::span<const std::uint8_t> changeset);

} // namespace antardesa::sqlite
