#include "sandbox/roles.h"

#include "base/result.h"
#include "sandbox/child.h"
#include "sandbox/lock_down.h"
#include "sandbox/memory.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <new>
#include <string>
#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

extern char** environ;

namespace antardesa::sandbox::testing {

namespace {

constexpr int answer = 3;
constexpr Limits limits{std::uint64_t{256} << 20, 1, std::uint64_t{1} << 20};

int refused(long result) {
    return result == -1 && errno == EACCES ? 0 : 1;
}

int says_confinement(bool landlock) {
    const Confinement reached = lock_down(limits);
    const bool as_expected =
        (reached.landlock > 0) == landlock && reached.system_calls && reached.resources;
    return as_expected ? 0 : 1;
}

int exceeds_memory() {
    try {
        std::vector<std::vector<char>> hoard;
        for (int i = 0; i < 1024; ++i)
            hoard.emplace_back(std::size_t{8} << 20, 'x');
    } catch (const std::bad_alloc&) {
        return 0;
    }
    return 1;
}

int changes_after_sealing() {
    if (!write_and_seal(answer, "whole"))
        return 2;
    const bool written = ::pwrite(answer, "X", 1, 0) == 1;
    const bool cut = ::ftruncate(answer, 0) == 0;
    void* mapped = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, answer, 0);
    return written || cut || mapped != MAP_FAILED ? 1 : 0;
}

int keeps_working() {
    std::vector<double> values(100000, 1.5);
    if (std::FILE* file = std::fopen("/proc/self/maps", "r"))
        return std::fclose(file), 1;
    return values[99999] > 1 ? 0 : 1;
}

int has_clean_surroundings() {
    int variables = 0;
    for (char** variable = environ; *variable; ++variable)
        ++variables;
    const bool secret = std::getenv("ANTARDESA_SECRET") != nullptr;
    const bool strange = ::fcntl(50, F_GETFD) != -1;
    return secret || strange || variables > 12 || ::fcntl(answer, F_GETFD) == -1 ? 1 : 0;
}

int may_not_have_children() {
    try {
        const Child grandchild({std::string(prefix) + "seven"}, {answer});
    } catch (const Error& error) {
        return error.message().key == "sandbox.child_in_child" ? 0 : 2;
    }
    return 1;
}

/// Done without a lock-down: about being started, ended and heard.
const std::map<std::string, std::function<int()>>& free_roles() {
    static const std::map<std::string, std::function<int()>> roles{
        {"seven", [] { return 7; }},
        {"surroundings", has_clean_surroundings},
        {"childless", may_not_have_children},
        {"answer", [] { return write_and_seal(answer, "an answer") ? 0 : 1; }},
        {"unsealed", [] { return ::write(answer, "x", 1) == 1 ? 0 : 1; }},
        {"changes", changes_after_sealing},
        {"progress",
         [] {
             Progress* progress = SharedProgress::attach(answer);
             progress->start(10);
             progress->advance(4);
             return 0;
         }},
        {"sleeps", [] { return ::sleep(1000) == 0 ? 0 : 1; }},
        {"dies", [] { return ::raise(SIGSEGV); }},
        {"confined", [] { return says_confinement(true); }},
        {"without_landlock", [] { return says_confinement(false); }}};
    return roles;
}

/// Done after it.
const std::map<std::string, std::function<int()>>& locked_roles() {
    static const std::map<std::string, std::function<int()>> roles{
        {"works", keeps_working},
        {"opens", [] { return refused(::open("/etc/passwd", O_RDONLY)); }},
        {"creates", [] { return refused(::open("beside", O_WRONLY | O_CREAT, 0600)); }},
        {"makes_folder", [] { return refused(::mkdir("beside", 0700)); }},
        {"removes", [] { return refused(::unlink("/tmp/antardesa-nothing")); }},
        {"renames", [] { return refused(::rename("a", "b")); }},
        {"links", [] { return refused(::symlink("/etc/passwd", "beside")); }},
        {"runs_written_memory",
         [] {
             return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
                        ? 0
                        : 1;
         }},
        {"starts_thread",
         [] { return refused(::syscall(SYS_clone, CLONE_THREAD | CLONE_SIGHAND | CLONE_VM, 0)); }},
        {"exceeds_memory", exceeds_memory},
        {"writes_too_much",
         [] {
             const std::string much(std::size_t{2} << 20, 'x');
             return ::write(answer, much.data(), much.size()) == static_cast<ssize_t>(much.size())
                        ? 1
                        : 0;
         }},
        {"loops",
         [] {
             for (std::atomic<int> i = 0;; ++i)
                 ;
             return 0;
         }},
        {"connects", [] { return ::socket(AF_INET, SOCK_STREAM, 0); }},
        {"connects_locally", [] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }},
        {"forks", [] { return static_cast<int>(::syscall(SYS_fork)); }},
        {"clones", [] { return static_cast<int>(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }},
        {"executes",
         [] {
             char name[] = "/bin/true";
             char* arguments[] = {name, nullptr};
             return ::execv(name, arguments);
         }},
        {"traces", [] { return static_cast<int>(::ptrace(PTRACE_ATTACH, ::getppid(), 0, 0)); }},
        {"kills_parent", [] { return ::kill(::getppid(), SIGKILL); }}};
    return roles;
}

} // namespace

int play(const char* role) {
    const auto free = free_roles().find(role);
    if (free != free_roles().end())
        return free->second();
    const auto locked = locked_roles().find(role);
    if (locked == locked_roles().end())
        return 99;
    if (!lock_down(limits).system_calls)
        return 98;
    return locked->second();
}

} // namespace antardesa::sandbox::testing
