#include "sqlite/transaction.h"

#include "sqlite/detail/check.h"

namespace antardesa::sqlite {

namespace {

/// For destructors: SQLite has already rolled back by itself after some errors, and a rollback
/// that fails leaves a journal from which the next opening recovers.
void attempt(const Database& database, const char* sql) noexcept {
    try {
        if (database.in_transaction())
            database.execute(sql);
    } catch (...) {
    }
}

} // namespace

Transaction::Transaction(Database& database) : database_(database) {
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (open_)
        attempt(database_, "ROLLBACK");
}

void Transaction::commit() {
    try {
        database_.execute("COMMIT");
    } catch (const detail::FolderNotSynced& error) {
        // The last call of a commit, after the journal was deleted (SQLite, unixDelete).
        throw Unconfirmed(error.trouble(), error.said());
    }
    open_ = false;
}

Snapshot::Snapshot(const Database& database) : database_(database) {
    database_.execute("BEGIN");
    try {
        database_.integer("SELECT count(*) FROM sqlite_schema");
    } catch (...) {
        attempt(database_, "ROLLBACK");
        throw;
    }
}

Snapshot::~Snapshot() {
    attempt(database_, "ROLLBACK");
}

Savepoint::Savepoint(Database& database) : database_(database) {
    database_.execute("SAVEPOINT here");
}

Savepoint::~Savepoint() {
    if (open_)
        attempt(database_, "ROLLBACK TO here; RELEASE here");
}

void Savepoint::release() {
    database_.execute("RELEASE here");
    open_ = false;
}

} // namespace antardesa::sqlite
