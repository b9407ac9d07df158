#pragma once

#include "project/watched_vfs.h"

#include <string>

namespace antardesa::project {

/// What shall happen at the n-th call with which SQLite changes something on disk: a write, a
/// sync, a truncation or a deletion.
struct Fault {
    enum class Kind {
        none,
        kill,                 ///< SIGKILL before the call
        kill_without_journal, ///< the same, and the rollback journal is gone: the control that
                              ///< must show damage
        fail_once,            ///< the call reports an I/O error, later ones work
        fail_always,          ///< the disk is full from this call on
    };
    Kind kind = Kind::none;
    int at = 0;
};

/// A disk on which the fault happens, for a child process.
class FaultDisk final : public DiskWatcher {
  public:
    explicit FaultDisk(Fault fault) : planned_(fault), disk_(*this) {}
    int before(const DiskCall& call) override;
    /// Calls counted so far.
    int calls() const { return calls_; }

  private:
    Fault planned_;
    int calls_ = 0;
    std::string journal_;
    WatchedDisk disk_;
};

} // namespace antardesa::project
