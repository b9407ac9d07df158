#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace antardesa::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP ask the work to stop instead of ending the process,
/// so that a cancelled command removes its private files. The second one ends the process at once.
/// One that was ignored (nohup, a job in the background) stays ignored. To be made before any other
/// thread is, since threads inherit that they leave these signals to this one's.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// Asked to stop by the first signal. Outlives this.
    std::stop_token token() const { return stop_.get_token(); }
    /// The first signal; 0 while none came.
    int signal() const { return signal_; }

  private:
    void watch();
    void close_all();

    std::stop_source stop_;
    std::atomic<int> signal_{0};
    sigset_t before_{};
    int signals_ = -1; ///< signalfd
    int end_ = -1;     ///< eventfd: the thread shall end
    std::thread thread_;
};

} // namespace antardesa::cli
