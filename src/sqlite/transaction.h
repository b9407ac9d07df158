#pragma once

#include "sqlite/database.h"

namespace antardesa::sqlite {

/// The commit stands in the file, but the medium did not confirm that the journal is gone: after a
/// power cut the journal may be back and with it the state before.
class Unconfirmed : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

/// An immediate transaction: nobody else can write from its beginning. Rolled back unless
/// committed. When `commit` throws, the transaction is rolled back by the destructor.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Throws `Unconfirmed` and, where nothing was committed, any other `DatabaseError`.
    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

/// The database at one moment, for reading: what others write meanwhile is not seen, and they
/// cannot write until this is gone.
class Snapshot {
  public:
    explicit Snapshot(const Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    const Database& database_;
};

/// A named point inside a transaction to return to. Rolled back unless released.
class Savepoint {
  public:
    explicit Savepoint(Database& database);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    void release();

  private:
    Database& database_;
    bool open_ = true;
};

} // namespace antardesa::sqlite
