#include "project/watched_vfs.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cstring>

namespace antardesa::project {

namespace {

struct Layer {
    sqlite3_vfs vfs; ///< first: SQLite's pointer to it is a pointer to this
    sqlite3_vfs* real;
    DiskWatcher* watcher;
};
Layer* layer(sqlite3_vfs* vfs) {
    return reinterpret_cast<Layer*>(vfs);
}

/// The real layer's file lies behind it in memory.
struct WatchedFile {
    sqlite3_file base;
    DiskWatcher* watcher;
    const char* name; ///< SQLite keeps it until the file is closed; null for a temporary file
    sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    const sqlite3_io_methods& methods() { return *inner()->pMethods; }
    int before(DiskCall call) {
        call.name = name ? name : "";
        return watcher->before(call);
    }
};
WatchedFile* watched(sqlite3_file* file) {
    return reinterpret_cast<WatchedFile*>(file);
}

int file_close(sqlite3_file* file) {
    sqlite3_file* inner = watched(file)->inner();
    return inner->pMethods ? inner->pMethods->xClose(inner) : SQLITE_OK;
}
int file_read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
    return watched(file)->methods().xRead(watched(file)->inner(), bytes, size, at);
}
int file_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    DiskCall call{DiskCall::Kind::write};
    call.at = at;
    call.bytes = {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(size)};
    if (const int code = watched(file)->before(call))
        return code;
    return watched(file)->methods().xWrite(watched(file)->inner(), bytes, size, at);
}
int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
    DiskCall call{DiskCall::Kind::truncate};
    call.at = size;
    if (const int code = watched(file)->before(call))
        return code;
    return watched(file)->methods().xTruncate(watched(file)->inner(), size);
}
int file_sync(sqlite3_file* file, int flags) {
    if (const int code = watched(file)->before({DiskCall::Kind::sync}))
        return code;
    return watched(file)->methods().xSync(watched(file)->inner(), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return watched(file)->methods().xFileSize(watched(file)->inner(), size);
}
int file_lock(sqlite3_file* file, int level) {
    return watched(file)->methods().xLock(watched(file)->inner(), level);
}
int file_unlock(sqlite3_file* file, int level) {
    return watched(file)->methods().xUnlock(watched(file)->inner(), level);
}
int file_check_lock(sqlite3_file* file, int* held) {
    return watched(file)->methods().xCheckReservedLock(watched(file)->inner(), held);
}
int file_control(sqlite3_file* file, int operation, void* argument) {
    return watched(file)->methods().xFileControl(watched(file)->inner(), operation, argument);
}
int file_sector(sqlite3_file* file) {
    return watched(file)->methods().xSectorSize(watched(file)->inner());
}
int file_traits(sqlite3_file* file) {
    return watched(file)->methods().xDeviceCharacteristics(watched(file)->inner());
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

int watched_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* got) {
    const Layer& self = *layer(vfs);
    *watched(file) = {{&methods}, self.watcher, name};
    sqlite3_file* inner = watched(file)->inner();
    std::memset(inner, 0, static_cast<std::size_t>(self.real->szOsFile));
    if (name && (flags & SQLITE_OPEN_CREATE) && ::access(name, F_OK) != 0) {
        DiskCall call{DiskCall::Kind::create};
        call.journal = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
        if (const int code = watched(file)->before(call)) {
            file->pMethods = nullptr;
            return code;
        }
    }
    return self.real->xOpen(self.real, name, inner, flags, got);
}

int watched_delete(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    DiskCall call{DiskCall::Kind::remove};
    call.name = name;
    call.folder = sync_folder != 0;
    if (const int code = layer(vfs)->watcher->before(call))
        return code;
    return layer(vfs)->real->xDelete(layer(vfs)->real, name, sync_folder);
}

} // namespace

WatchedDisk::WatchedDisk(DiskWatcher& watcher) {
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    auto* self = new Layer{*real, real, &watcher};
    self->vfs.pNext = nullptr;
    self->vfs.zName = "watched";
    self->vfs.szOsFile = static_cast<int>(sizeof(WatchedFile)) + real->szOsFile;
    self->vfs.xOpen = watched_open;
    self->vfs.xDelete = watched_delete;
    sqlite3_vfs_register(&self->vfs, 1);
}

WatchedDisk::~WatchedDisk() {
    Layer* self = layer(sqlite3_vfs_find("watched"));
    sqlite3_vfs_unregister(&self->vfs);
    sqlite3_vfs_register(self->real, 1);
    delete self;
}

} // namespace antardesa::project
