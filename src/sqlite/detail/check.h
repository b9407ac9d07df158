#pragma once

#include "sqlite/failure.h"

struct sqlite3;

namespace antardesa::sqlite::detail {

/// A file was deleted, but the folder could not be synchronised.
class FolderNotSynced : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

/// Throws `DatabaseError` unless `code` is SQLITE_OK, SQLITE_ROW or SQLITE_DONE. The one place
/// where SQLite's codes become exceptions. `connection`, if any, gives the words.
void check(int code, sqlite3* connection);

} // namespace antardesa::sqlite::detail
