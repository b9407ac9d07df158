#pragma once

#include "base/result.h"

namespace antardesa::sqlite {

/// What went wrong, as far as a caller can act on it.
enum class Trouble {
    constraint,     ///< the rows break a key, a reference or a check
    busy,           ///< another connection holds the file
    corrupt,        ///< the file's pages contradict each other
    not_a_database, ///< the bytes are none of SQLite's
    full,           ///< no space left
    input_output,   ///< a read, write or sync failed
    cannot_open,    ///< no file, a folder, no permission
    read_only,      ///< a write was asked of a read-only file
    interrupted,
    other
};

/// SQLite said no. Message "sqlite.<trouble>" with SQLite's own words as argument {0}.
class DatabaseError : public Error {
  public:
    DatabaseError(Trouble trouble, const std::string& said);

    Trouble trouble() const { return trouble_; }
    /// SQLite's own words, for logs.
    const std::string& said() const { return said_; }

  private:
    Trouble trouble_;
    std::string said_;
};

} // namespace antardesa::sqlite
