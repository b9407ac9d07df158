#pragma once

#include <cstdint>

namespace antardesa::sandbox {

/// What the process may still use, beyond what it has used so far.
struct Limits {
    std::uint64_t memory = 0;            ///< bytes of address space; 0: no limit
    std::uint32_t processor_seconds = 0; ///< 0: no limit
    std::uint64_t answer = 0;            ///< bytes that it may write
};

/// What could be applied; a machine's kernel may lack something.
struct Confinement {
    int landlock = 0;          ///< the version of Landlock that is in force, 0: none
    bool system_calls = false; ///< seccomp: an allow-list of calls
    bool memory = false;       ///< a limit on memory (sanitizers cannot live with one)
    bool resources = false;    ///< limits on processor time, open files, written bytes, cores
    friend bool operator==(const Confinement&, const Confinement&) = default;
};

/// Gives up, for this process and for ever: opening, creating, running, connecting, signalling,
/// starting others. What is open and mapped stays usable. Opening answers EACCES, so that a
/// library carries on; network, new processes and tracing end the process with SIGSYS.
/// Works through no_new_privs, rlimits, Landlock (kernel documentation, userspace-api/landlock)
/// by the newest version that both sides know, and seccomp. Call it with one thread running.
/// ANTARDESA_WITHOUT_LANDLOCK in the environment leaves Landlock out, as an older kernel would.
Confinement lock_down(const Limits& limits);

} // namespace antardesa::sandbox
