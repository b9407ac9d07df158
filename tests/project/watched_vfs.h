#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace antardesa::project {

/// One call with which SQLite changes what is on the disk.
struct DiskCall {
    enum class Kind { create, write, truncate, sync, remove };
    Kind kind = Kind::write;
    std::string_view name{};               ///< full path; empty for a temporary file without a name
    std::int64_t at = 0;                   ///< first byte written, or the size to truncate to
    std::span<const std::uint8_t> bytes{}; ///< what is written
    bool journal = false; ///< created: as a journal, whose first sync syncs the folder
    bool folder = false;  ///< removed: with a sync of the folder
};

class DiskWatcher {
  public:
    virtual ~DiskWatcher() = default;
    /// Asked before the call is made: SQLITE_OK lets it happen, any other code is the answer
    /// instead of it.
    virtual int before(const DiskCall& call) = 0;
};

/// Puts `watcher` between SQLite and its own file layer, for connections opened while this
/// object lives. Both must outlive those connections. One at a time in a process.
class WatchedDisk {
  public:
    explicit WatchedDisk(DiskWatcher& watcher);
    ~WatchedDisk();
    WatchedDisk(const WatchedDisk&) = delete;
    WatchedDisk& operator=(const WatchedDisk&) = delete;
};

} // namespace antardesa::project
