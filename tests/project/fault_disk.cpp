#include "project/fault_disk.h"

#include <sqlite3.h>
#include <unistd.h>

#include <csignal>

namespace antardesa::project {

int FaultDisk::before(const DiskCall& call) {
    if (call.kind == DiskCall::Kind::create) {
        if (call.journal)
            journal_ = call.name;
        return SQLITE_OK;
    }
    ++calls_;
    const bool now = calls_ == planned_.at;
    switch (planned_.kind) {
    case Fault::Kind::none:
        return SQLITE_OK;
    case Fault::Kind::kill_without_journal:
        if (now)
            ::unlink(journal_.c_str());
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
    return calls_ >= planned_.at ? SQLITE_FULL : SQLITE_OK;
}

} // namespace antardesa::project
