#include "project/shim_vfs.h"

#include <sqlite3.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <new>
#include <string>

namespace antardesa::project {

namespace {

// SQLite's interface has no room for an owner: the state of one child process.
Fault planned;
int calls = 0;
std::string journal;
sqlite3_vfs* real = nullptr;

struct ShimFile {
    sqlite3_file base;
    sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
ShimFile* shim(sqlite3_file* file) {
    return reinterpret_cast<ShimFile*>(file);
}

/// The code to answer instead of doing the call; SQLITE_OK to go on.
int before_change() {
    ++calls;
    const bool now = calls == planned.at;
    switch (planned.kind) {
    case Fault::Kind::none:
        return SQLITE_OK;
    case Fault::Kind::kill_without_journal:
        if (now)
            ::unlink(journal.c_str());
        [[fallthrough]];
    case Fault::Kind::kill:
        if (now)
            ::kill(::getpid(), SIGKILL);
        return SQLITE_OK;
    case Fault::Kind::fail_once:
        return now ? SQLITE_IOERR : SQLITE_OK;
    case Fault::Kind::fail_always:
        break;
    }
    return calls >= planned.at ? SQLITE_FULL : SQLITE_OK;
}

int file_close(sqlite3_file* file) {
    sqlite3_file* inner = shim(file)->inner();
    return inner->pMethods ? inner->pMethods->xClose(inner) : SQLITE_OK;
}
int file_read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
    return shim(file)->inner()->pMethods->xRead(shim(file)->inner(), bytes, size, at);
}
int file_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (const int code = before_change())
        return code;
    return shim(file)->inner()->pMethods->xWrite(shim(file)->inner(), bytes, size, at);
}
int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = before_change())
        return code;
    return shim(file)->inner()->pMethods->xTruncate(shim(file)->inner(), size);
}
int file_sync(sqlite3_file* file, int flags) {
    if (const int code = before_change())
        return code;
    return shim(file)->inner()->pMethods->xSync(shim(file)->inner(), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return shim(file)->inner()->pMethods->xFileSize(shim(file)->inner(), size);
}
int file_lock(sqlite3_file* file, int level) {
    return shim(file)->inner()->pMethods->xLock(shim(file)->inner(), level);
}
int file_unlock(sqlite3_file* file, int level) {
    return shim(file)->inner()->pMethods->xUnlock(shim(file)->inner(), level);
}
int file_check_lock(sqlite3_file* file, int* held) {
    return shim(file)->inner()->pMethods->xCheckReservedLock(shim(file)->inner(), held);
}
int file_control(sqlite3_file* file, int operation, void* argument) {
    return shim(file)->inner()->pMethods->xFileControl(shim(file)->inner(), operation, argument);
}
int file_sector(sqlite3_file* file) {
    return shim(file)->inner()->pMethods->xSectorSize(shim(file)->inner());
}
int file_traits(sqlite3_file* file) {
    return shim(file)->inner()->pMethods->xDeviceCharacteristics(shim(file)->inner());
}

const sqlite3_io_methods methods = [] {
    sqlite3_io_methods m{};
    m.iVersion = 1;
    m.xClose = file_close;
    m.xRead = file_read;
    m.xWrite = file_write;
    m.xTruncate = file_truncate;
    m.xSync = file_sync;
    m.xFileSize = file_size;
    m.xLock = file_lock;
    m.xUnlock = file_unlock;
    m.xCheckReservedLock = file_check_lock;
    m.xFileControl = file_control;
    m.xSectorSize = file_sector;
    m.xDeviceCharacteristics = file_traits;
    return m;
}();

int shim_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* got) {
    if (flags & SQLITE_OPEN_MAIN_JOURNAL)
        journal = name;
    sqlite3_file* inner = shim(file)->inner();
    std::memset(inner, 0, static_cast<std::size_t>(real->szOsFile));
    file->pMethods = &methods;
    return real->xOpen(real, name, inner, flags, got);
}

int shim_delete(sqlite3_vfs*, const char* name, int sync_folder) {
    if (const int code = before_change())
        return code;
    return real->xDelete(real, name, sync_folder);
}

} // namespace

void install_shim(Fault fault) {
    planned = fault;
    calls = 0;
    real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs shim_vfs;
    shim_vfs = *real;
    shim_vfs.pNext = nullptr;
    shim_vfs.zName = "shim";
    shim_vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + real->szOsFile;
    shim_vfs.xOpen = shim_open;
    shim_vfs.xDelete = shim_delete;
    sqlite3_vfs_register(&shim_vfs, 1);
}

int shim_calls() {
    return calls;
}

} // namespace antardesa::project
