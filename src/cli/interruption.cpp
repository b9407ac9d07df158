#include "cli/interruption.h"

#include <array>
#include <cstdint>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace antardesa::cli {

namespace {

sigset_t watched_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        if (sigaction(number, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&set, number);
    }
    return set;
}

} // namespace

Interruption::Interruption() {
    const sigset_t set = watched_signals();
    signals_ = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    end_ = ::eventfd(0, EFD_CLOEXEC);
    // Without these the signals do what they always did.
    if (signals_ < 0 || end_ < 0 || pthread_sigmask(SIG_BLOCK, &set, &before_) != 0)
        close_all();
    else
        thread_ = std::thread([this] { watch(); });
}

Interruption::~Interruption() {
    if (!thread_.joinable())
        return;
    const std::uint64_t one = 1;
    const ssize_t written = ::write(end_, &one, sizeof one);
    static_cast<void>(written); // eight bytes always fit into a counter that is nought
    thread_.join();
    close_all();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interruption::close_all() {
    for (int* descriptor : {&signals_, &end_})
        if (*descriptor >= 0)
            ::close(std::exchange(*descriptor, -1));
}

void Interruption::watch() {
    std::array<pollfd, 2> watched{{{signals_, POLLIN, 0}, {end_, POLLIN, 0}}};
    for (;;) {
        if (::poll(watched.data(), watched.size(), -1) < 0)
            continue;
        if (watched[1].revents != 0)
            return;
        signalfd_siginfo info{};
        if (::read(signals_, &info, sizeof info) != sizeof info)
            continue;
        const int number = static_cast<int>(info.ssi_signo);
        if (signal_ != 0)
            ::_exit(128 + number);
        signal_ = number;
        stop_.request_stop();
    }
}

} // namespace antardesa::cli
