#pragma once

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

/// Puts itself in front of SQLite's own file layer, for this process and from now on. For child
/// processes: there is no way back.
void install_shim(Fault fault);
/// Calls counted since then.
int shim_calls();

} // namespace antardesa::project
