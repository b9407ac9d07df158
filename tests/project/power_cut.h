#pragma once

#include "project/watched_vfs.h"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace antardesa::project {

/// One recorded change, with what it wrote.
struct DiskStep {
    DiskCall::Kind kind = DiskCall::Kind::write;
    std::string name;
    std::int64_t at = 0;
    std::string bytes;
    bool journal = false;
    bool folder = false;
};

/// Lets everything happen and keeps what happened, in order.
class RecordingDisk final : public DiskWatcher {
  public:
    RecordingDisk() : disk_(*this) {}
    int before(const DiskCall& call) override;
    const std::vector<DiskStep>& steps() const { return steps_; }

  private:
    std::vector<DiskStep> steps_;
    WatchedDisk disk_;
};

using DiskImage = std::map<std::string, std::string>; ///< full path to bytes

/// How a disk may break its word; each is a control that must show damage.
struct DiskFlaws {
    bool syncs_do_nothing = false;    ///< what `synchronous=OFF` leaves of a disk
    bool journals_vanish = false;     ///< what `journal_mode=OFF` leaves of it
    bool removals_not_synced = false; ///< `synchronous=FULL` instead of EXTRA
};

/// What lies on the disk when the power goes during step number `at`. What was synced is there;
/// of what was written, cut off, created or removed since, any subset: writes are dropped or torn
/// at borders of 512-byte sectors, names are as they were at any moment since the last sync of
/// the folder.
DiskImage after_power_cut(const DiskImage& before, const std::vector<DiskStep>& steps,
                          std::size_t at, DiskFlaws flaws, std::mt19937& random);

} // namespace antardesa::project
