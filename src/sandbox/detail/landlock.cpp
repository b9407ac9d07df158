#include "sandbox/detail/landlock.h"

#include "sandbox/descriptor.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <sys/syscall.h>
#include <unistd.h>

namespace antardesa::sandbox::detail {

namespace {

// Debian 12's headers know versions 1 and 2; the numbers below are the kernel's own
// (include/uapi/linux/landlock.h, Linux 6.12), which never change.
struct Ruleset {
    std::uint64_t paths = 0;
    std::uint64_t network = 0; ///< since version 4
    std::uint64_t scopes = 0;  ///< since version 6
};

constexpr int newest_known = 6;
constexpr std::uint32_t ask_version = 1;

constexpr std::uint64_t path_rights(int version) {
    if (version >= 5)
        return (std::uint64_t{1} << 16) - 1; // … and device controls
    if (version >= 3)
        return (std::uint64_t{1} << 15) - 1; // … and truncating
    if (version == 2)
        return (std::uint64_t{1} << 14) - 1; // … and linking between folders
    return (std::uint64_t{1} << 13) - 1;     // executing, reading, writing, making, removing
}

constexpr std::size_t size_for(int version) {
    if (version >= 6)
        return sizeof(Ruleset);
    return version >= 4 ? offsetof(Ruleset, scopes) : offsetof(Ruleset, network);
}

} // namespace

int restrict_paths_and_network() {
    const long offered = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_version);
    if (offered < 1)
        return 0;
    const int version = std::min(static_cast<int>(offered), newest_known);
    // Network: binding and connecting TCP. Scopes: abstract sockets, signals.
    const Ruleset ruleset{path_rights(version), 3, 3};
    const Descriptor rules(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &ruleset, size_for(version), 0)));
    if (!rules || ::syscall(SYS_landlock_restrict_self, rules.number(), 0) != 0)
        return 0;
    return version;
}

} // namespace antardesa::sandbox::detail
