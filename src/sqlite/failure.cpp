#include "sqlite/failure.h"

#include "sqlite/detail/check.h"

#include <sqlite3.h>

#include <cerrno>

namespace antardesa::sqlite {

namespace {

/// A quota that is used up reads like a failing disk to SQLite; the system's own code tells.
bool is_out_of_space(sqlite3* connection) {
    const int error = connection ? sqlite3_system_errno(connection) : 0;
    return error == ENOSPC || error == EDQUOT;
}

std::string key_of(Trouble trouble) {
    switch (trouble) {
    case Trouble::constraint:
        return "sqlite.constraint";
    case Trouble::busy:
        return "sqlite.busy";
    case Trouble::corrupt:
        return "sqlite.corrupt";
    case Trouble::not_a_database:
        return "sqlite.not_a_database";
    case Trouble::full:
        return "sqlite.full";
    case Trouble::input_output:
        return "sqlite.input_output";
    case Trouble::cannot_open:
        return "sqlite.cannot_open";
    case Trouble::read_only:
        return "sqlite.read_only";
    case Trouble::interrupted:
        return "sqlite.interrupted";
    case Trouble::other:
        break;
    }
    return "sqlite.other";
}

Trouble trouble_of(int code) {
    switch (code & 0xFF) {
    case SQLITE_CONSTRAINT:
        return Trouble::constraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Trouble::busy;
    case SQLITE_CORRUPT:
        return Trouble::corrupt;
    case SQLITE_NOTADB:
        return Trouble::not_a_database;
    case SQLITE_FULL:
        return Trouble::full;
    case SQLITE_IOERR:
        return Trouble::input_output;
    case SQLITE_CANTOPEN:
        return Trouble::cannot_open;
    case SQLITE_READONLY:
        return Trouble::read_only;
    case SQLITE_INTERRUPT:
        return Trouble::interrupted;
    default:
        return Trouble::other;
    }
}

} // namespace

DatabaseError::DatabaseError(Trouble trouble, const std::string& said)
    : Error({key_of(trouble), {said}}), trouble_(trouble), said_(said) {
}

namespace detail {

void check(int code, sqlite3* connection) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    if (code == SQLITE_NOMEM)
        throw std::bad_alloc();
    const char* said = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    const Trouble trouble = trouble_of(code);
    if (code == SQLITE_IOERR_DIR_FSYNC)
        throw FolderNotSynced(trouble, said);
    throw DatabaseError(
        trouble == Trouble::input_output && is_out_of_space(connection) ? Trouble::full : trouble,
        said);
}

} // namespace detail

} // namespace antardesa::sqlite
