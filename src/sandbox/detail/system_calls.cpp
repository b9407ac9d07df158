#include "sandbox/detail/system_calls.h"

#include "base/sanitizers.h"

#include <array>
#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

#include <seccomp.h>

namespace antardesa::sandbox::detail {

namespace {

// Memory, time, locks, and what is already open. exit_group is how the process ends.
constexpr std::array<const char*, 51> allowed{"read",
                                              "readv",
                                              "pread64",
                                              "preadv",
                                              "write",
                                              "writev",
                                              "pwrite64",
                                              "lseek",
                                              "fstat",
                                              "close",
                                              "ftruncate",
                                              "munmap",
                                              "mremap",
                                              "madvise",
                                              "brk",
                                              "futex",
                                              "rt_sigaction",
                                              "rt_sigprocmask",
                                              "rt_sigreturn",
                                              "sigaltstack",
                                              "getpid",
                                              "gettid",
                                              "getuid",
                                              "geteuid",
                                              "getgid",
                                              "getegid",
                                              "getppid",
                                              "clock_gettime",
                                              "clock_getres",
                                              "clock_nanosleep",
                                              "nanosleep",
                                              "gettimeofday",
                                              "time",
                                              "times",
                                              "getrandom",
                                              "exit",
                                              "exit_group",
                                              "sched_yield",
                                              "sched_getaffinity",
                                              "sysinfo",
                                              "uname",
                                              "getrusage",
                                              "set_robust_list",
                                              "rseq",
                                              "restart_syscall",
                                              "membarrier",
                                              "fdatasync",
                                              "fsync",
                                              "mincore",
                                              "getcpu",
                                              "poll"};

// With a pipe UBSan finds out whether memory may be looked at.
constexpr std::array<const char*, 2> allowed_to_sanitizers{"pipe", "pipe2"};

// No library has a reason to try these here: who does is not a library any more.
constexpr std::array<const char*, 39> deadly{"socket",
                                             "socketpair",
                                             "connect",
                                             "bind",
                                             "listen",
                                             "accept",
                                             "accept4",
                                             "sendto",
                                             "sendmsg",
                                             "sendmmsg",
                                             "recvfrom",
                                             "recvmsg",
                                             "execve",
                                             "execveat",
                                             "fork",
                                             "vfork",
                                             "ptrace",
                                             "process_vm_readv",
                                             "process_vm_writev",
                                             "kill",
                                             "tkill",
                                             "rt_sigqueueinfo",
                                             "rt_tgsigqueueinfo",
                                             "pidfd_open",
                                             "pidfd_getfd",
                                             "pidfd_send_signal",
                                             "mount",
                                             "umount2",
                                             "pivot_root",
                                             "chroot",
                                             "setns",
                                             "unshare",
                                             "bpf",
                                             "perf_event_open",
                                             "keyctl",
                                             "add_key",
                                             "userfaultfd",
                                             "io_uring_setup",
                                             "init_module"};

struct FilterDeleter {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterDeleter>;

/// Adds rules and remembers whether all of them could be.
class Rules {
  public:
    explicit Rules(scmp_filter_ctx filter) : filter_(filter) {}

    template<class... Conditions>
    void add(std::uint32_t action, const char* call, Conditions... conditions) {
        const int number = seccomp_syscall_resolve_name(call);
        // Not every architecture has every call.
        if (number == __NR_SCMP_ERROR || number < 0)
            return;
        if constexpr (sizeof...(conditions) == 0)
            good_ = seccomp_rule_add_array(filter_, action, number, 0, nullptr) == 0 && good_;
        else {
            const std::array<scmp_arg_cmp, sizeof...(conditions)> list{conditions...};
            good_ =
                seccomp_rule_add_array(filter_, action, number, list.size(), list.data()) == 0 &&
                good_;
        }
    }
    bool good() const { return good_; }

  private:
    scmp_filter_ctx filter_;
    bool good_ = true;
};

scmp_arg_cmp equals(unsigned argument, std::uint64_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
}
// The bits of `mask` in the argument are those of `value`.
scmp_arg_cmp has_bits(unsigned argument, std::uint64_t mask, std::uint64_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void allow_with_conditions(Rules& rules) {
    if (built_with_sanitizers)
        for (const char* call : allowed_to_sanitizers)
            rules.add(SCMP_ACT_ALLOW, call);
    for (const char* call : {"mmap", "mprotect"})
        rules.add(SCMP_ACT_ALLOW, call, has_bits(2, PROT_EXEC, 0));
    // glibc's fstat; the empty path cannot be seen, but a path would only be looked at.
    rules.add(SCMP_ACT_ALLOW, "newfstatat", has_bits(3, AT_EMPTY_PATH, AT_EMPTY_PATH));
    for (const int command :
         {F_GETFD, F_SETFD, F_GETFL, F_SETLK, F_GETLK, F_DUPFD_CLOEXEC, F_ADD_SEALS, F_GET_SEALS})
        rules.add(SCMP_ACT_ALLOW, "fcntl", equals(1, static_cast<std::uint64_t>(command)));
    // Reading one's own limits.
    rules.add(SCMP_ACT_ALLOW, "prlimit64", equals(0, 0), equals(2, 0));
    // abort() signals itself.
    rules.add(SCMP_ACT_ALLOW, "tgkill", equals(0, static_cast<std::uint64_t>(::getpid())));
    // A thread is refused, a process is the end. clone3 hides its flags; glibc then tries clone.
    rules.add(SCMP_ACT_KILL_PROCESS, "clone", has_bits(0, CLONE_THREAD, 0));
    rules.add(SCMP_ACT_ERRNO(ENOSYS), "clone3");
    rules.add(SCMP_ACT_ERRNO(ENOTTY), "ioctl");
}

} // namespace

bool restrict_system_calls() {
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EACCES)));
    if (!filter)
        return false;
    Rules rules(filter.get());
    for (const char* call : allowed)
        rules.add(SCMP_ACT_ALLOW, call);
    for (const char* call : deadly)
        rules.add(SCMP_ACT_KILL_PROCESS, call);
    allow_with_conditions(rules);
    return rules.good() && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
           seccomp_load(filter.get()) == 0;
}

} // namespace antardesa::sandbox::detail
