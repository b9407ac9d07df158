#pragma once

struct sqlite3;

namespace antardesa::sqlite::detail {

/// Throws `DatabaseError` unless `code` is SQLITE_OK, SQLITE_ROW or SQLITE_DONE. The one place
/// where SQLite's codes become exceptions. `connection`, if any, gives the words.
void check(int code, sqlite3* connection);

} // namespace antardesa::sqlite::detail
