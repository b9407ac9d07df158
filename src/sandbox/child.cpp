#include "sandbox/child.h"

#include "base/result.h"
#include "base/sanitizers.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace antardesa::sandbox {

namespace {

constexpr int first_given = 3;
constexpr int out_of_the_way = 100; // above every number that a given descriptor gets
constexpr const char* mark_of_child = "ANTARDESA_CHILD";

[[noreturn]] void cannot_start(int reason) {
    throw Error({"sandbox.cannot_start", {std::strerror(reason)}});
}

// What libraries need to find their tables, and what sanitizers are told; nothing else.
std::vector<std::string> clean_environment() {
    static constexpr std::array<const char*, 9> inherited{
        "PROJ_DATA",     "PROJ_LIB",        "GDAL_DATA",
        "ASAN_OPTIONS",  "LSAN_OPTIONS",    "TSAN_OPTIONS",
        "UBSAN_OPTIONS", "LD_LIBRARY_PATH", "ANTARDESA_WITHOUT_LANDLOCK"};
    // Without a home PROJ would look for its database in /tmp, where anybody may put one.
    std::vector<std::string> environment{"LC_ALL=C.UTF-8",
                                         "TZ=UTC",
                                         "HOME=/nonexistent",
                                         "PROJ_NETWORK=OFF",
                                         "PROJ_SKIP_READ_USER_WRITABLE_DIRECTORY=YES",
                                         std::string(mark_of_child) + "=1"};
    for (const char* name : inherited)
        if (const char* value = std::getenv(name))
            environment.push_back(std::string(name) + "=" + value);
    return environment;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

/// What the new process does before its program starts.
class Preparation {
  public:
    Preparation() {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        sigset_t signals;
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&attributes_, &signals);
        // A terminal sends these to all its processes: the parent is asked to stop, and ends this
        // one itself. Were it gone first, that would look like a death by the file.
        sigemptyset(&signals);
        for (const int number : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&signals, number);
        posix_spawnattr_setsigmask(&attributes_, &signals);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    ~Preparation() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    Preparation(const Preparation&) = delete;
    Preparation& operator=(const Preparation&) = delete;

    void give(const std::vector<Descriptor>& descriptors) {
        for (int stream = 0; stream < first_given; ++stream)
            // A sanitizer's report is worth nothing unless somebody sees it.
            if (stream != STDERR_FILENO || !built_with_sanitizers)
                posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_RDWR, 0);
        int number = first_given;
        for (const Descriptor& descriptor : descriptors)
            posix_spawn_file_actions_adddup2(&actions_, descriptor.number(), number++);
        posix_spawn_file_actions_addclosefrom_np(&actions_, number);
    }
    int start(std::vector<std::string> arguments) const {
        std::vector<std::string> environment = clean_environment();
        int id = -1;
        const int reason = posix_spawn(&id, "/proc/self/exe", &actions_, &attributes_,
                                       pointers(arguments).data(), pointers(environment).data());
        if (reason != 0)
            cannot_start(reason);
        return id;
    }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

} // namespace

Child::Child(const std::vector<std::string>& arguments, const std::vector<int>& descriptors) {
    // A program that does not know its role would start itself for ever.
    if (std::getenv(mark_of_child))
        throw Error({"sandbox.child_in_child", {}});
    std::vector<Descriptor> copies;
    for (const int number : descriptors) {
        copies.emplace_back(::fcntl(number, F_DUPFD_CLOEXEC, out_of_the_way));
        if (!copies.back())
            cannot_start(errno);
    }
    Preparation preparation;
    preparation.give(copies);
    std::vector<std::string> all{"antardesa"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    id_ = preparation.start(std::move(all));
    handle_ = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, id_, 0)));
    if (handle_)
        return;
    const int reason = errno;
    kill();
    cannot_start(reason);
}

Child::~Child() {
    kill();
}

bool Child::wait(std::chrono::milliseconds longest) {
    if (ended_)
        return true;
    pollfd watched{handle_.number(), POLLIN, 0};
    if (::poll(&watched, 1, static_cast<int>(longest.count())) <= 0)
        return false;
    reap();
    return true;
}

void Child::kill() {
    if (ended_)
        return;
    // Not yet waited for, so the number is still this process's.
    ::kill(id_, SIGKILL);
    reap();
}

void Child::reap() {
    siginfo_t how{};
    int result = 0;
    do
        result = ::waitid(P_PID, static_cast<id_t>(id_), &how, WEXITED);
    while (result != 0 && errno == EINTR);
    ended_ = true;
    if (result == 0)
        ending_ = {how.si_code == CLD_EXITED, how.si_status};
}

void die_with_parent() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace antardesa::sandbox
