#include "app/crash_line.h"

#include "workspace/about.h"

#include <array>
#include <cstring>

#include <fcntl.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

namespace antardesa::app {

namespace {

// A handler is called with a number and nothing else, so what it needs must be the process's.
volatile sig_atomic_t crash_file = -1;

constexpr std::array fatal{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSYS};

/// A line being put together without any library's help.
struct Line {
    std::array<char, 96> text{};
    std::size_t length = 0;

    void add(const char* words) {
        while (*words && length < text.size())
            text[length++] = *words++;
    }
    void add(unsigned long long number) {
        std::array<char, 24> digits{};
        std::size_t count = 0;
        do
            digits[count++] = static_cast<char>('0' + number % 10);
        while ((number /= 10) != 0);
        while (count > 0 && length < text.size())
            text[length++] = digits[--count];
    }
};

void leave_line(int signal_number) {
    Line line;
    line.add(static_cast<unsigned long long>(time(nullptr)));
    line.add(" antardesa ");
    line.add(workspace::program_version);
    line.add(" signal ");
    line.add(static_cast<unsigned long long>(signal_number));
    line.add("\n");
    if (crash_file >= 0) {
        const ssize_t written = write(crash_file, line.text.data(), line.length);
        static_cast<void>(written); // there is nobody left to tell
    }
    // SA_RESETHAND put the default back; the signal is delivered again when the handler returns.
    raise(signal_number);
}

int open_file(const std::filesystem::path& folder) {
    if (folder.empty())
        return -1;
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const auto file = folder / "jatuh.log";
    const std::uintmax_t size = std::filesystem::file_size(file, ignored);
    const int anew = !ignored && size > CrashLine::most_bytes ? O_TRUNC : 0;
    return open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | anew, 0600);
}

} // namespace

CrashLine::CrashLine(const std::filesystem::path& folder) {
    crash_file = open_file(folder);
    if (crash_file < 0)
        return;
    struct sigaction action {};
    action.sa_handler = leave_line;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    sigemptyset(&action.sa_mask);
    for (const int number : fatal)
        sigaction(number, &action, nullptr);
}

CrashLine::~CrashLine() {
    if (crash_file < 0)
        return;
    for (const int number : fatal)
        signal(number, SIG_DFL);
    close(crash_file);
    crash_file = -1;
}

} // namespace antardesa::app
