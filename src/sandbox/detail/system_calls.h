#pragma once

namespace antardesa::sandbox::detail {

/// A seccomp filter for all threads: what parsing in memory needs is allowed; network, new
/// processes and reaching into others kill the process (SIGSYS); the rest answers EACCES.
/// False when the kernel refuses it. Needs no_new_privs.
bool restrict_system_calls();

} // namespace antardesa::sandbox::detail
