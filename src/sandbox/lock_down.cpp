#include "sandbox/lock_down.h"

#include "base/sanitizers.h"
#include "sandbox/detail/landlock.h"
#include "sandbox/detail/system_calls.h"

#include <cstdio>
#include <cstdlib>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace antardesa::sandbox {

namespace {

constexpr rlim_t most_descriptors = 64;

bool limit(int resource, rlim_t soft, rlim_t hard) {
    const rlimit value{soft, hard};
    return ::setrlimit(static_cast<__rlimit_resource>(resource), &value) == 0;
}

std::uint64_t address_space() {
    unsigned long pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%lu", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return std::uint64_t{pages} * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

bool limit_memory(std::uint64_t more) {
    if (more == 0 || built_with_sanitizers) // shadow memory is address space
        return false;
    const rlim_t whole = address_space() + more;
    return limit(RLIMIT_AS, whole, whole);
}

bool limit_processor(std::uint32_t more) {
    if (more == 0)
        return true;
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto whole = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + more + 1;
    // SIGXCPU first: it says why, which SIGKILL would not.
    return limit(RLIMIT_CPU, whole, whole + 2);
}

bool limit_resources(const Limits& limits) {
    const bool core = limit(RLIMIT_CORE, 0, 0);
    const bool files = limit(RLIMIT_NOFILE, most_descriptors, most_descriptors);
    const bool written = limit(RLIMIT_FSIZE, limits.answer, limits.answer);
    return core && files && written && limit_processor(limits.processor_seconds);
}

} // namespace

Confinement lock_down(const Limits& limits) {
    Confinement reached;
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const bool no_new_rights = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    reached.memory = limit_memory(limits.memory);
    reached.resources = limit_resources(limits);
    if (no_new_rights && !std::getenv("ANTARDESA_WITHOUT_LANDLOCK"))
        reached.landlock = detail::restrict_paths_and_network();
    reached.system_calls = no_new_rights && detail::restrict_system_calls();
    return reached;
}

} // namespace antardesa::sandbox
