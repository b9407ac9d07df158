#pragma once

#include "base/message.h"
#include "base/result.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace antardesa {

/// How far long work has come, and whether it shall stop. Written by the worker, read by any
/// thread. Cheap enough to call in inner loops of a thousand rows.
class Progress {
  public:
    Progress() = default;
    explicit Progress(std::stop_token stop) : stop_(std::move(stop)) {}

    void start(std::int64_t total) { total_ = total, done_ = 0; }
    void advance(std::int64_t steps = 1) { done_ += steps; }
    std::int64_t done() const { return done_; }
    /// 0 while unknown.
    std::int64_t total() const { return total_; }

    bool stop_requested() const { return stop_.stop_requested(); }
    /// Throws `Cancelled` once stop was requested.
    void check() const {
        if (stop_.stop_requested())
            throw Cancelled();
    }

  private:
    std::stop_token stop_;
    std::atomic<std::int64_t> done_{0};
    std::atomic<std::int64_t> total_{0};
};

/// One piece of background work, seen from outside. Shared by the runner and whoever asked.
class JobHandle {
  public:
    explicit JobHandle(Message title) : title_(std::move(title)), progress_(stop_.get_token()) {}

    const Message& title() const { return title_; }
    const Progress& progress() const { return progress_; }
    void cancel() { stop_.request_stop(); }
    bool finished() const { return finished_; }

  private:
    friend class JobRunner;
    Message title_;
    std::stop_source stop_;
    Progress progress_;
    std::atomic<bool> finished_{false};
};

/// Runs jobs on a fixed number of threads, first come first served. A job is a function from
/// immutable inputs to a continuation; the continuation runs later on the thread that calls
/// `deliver` (the UI thread), so results never race with the frame.
class JobRunner {
  public:
    using Continuation = std::function<void()>;
    using Work = std::function<Continuation(Progress&)>;
    using Failure = std::function<void(const Message&)>;

    explicit JobRunner(unsigned threads);
    /// Cancels what runs and waits for it.
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// `failed` is delivered like a continuation when the work threw; a cancelled job delivers
    /// neither.
    std::shared_ptr<JobHandle> start(Message title, Work work, Failure failed);

    /// Runs the continuations of finished jobs on the calling thread. Returns how many.
    int deliver();

    /// Called from a worker thread when something is ready for `deliver`: wakes the frame loop.
    void on_ready(std::function<void()> wake);

    /// Not yet finished, oldest first.
    std::vector<std::shared_ptr<JobHandle>> active() const;

    /// Blocks until every job started so far has finished; for tests and the command line.
    void wait_idle();

  private:
    struct Entry {
        std::shared_ptr<JobHandle> handle;
        Work work;
        Failure failed;
    };
    void run(std::stop_token stop);
    void execute(Entry& entry);

    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Entry> queue_;
    std::vector<std::shared_ptr<JobHandle>> active_;
    std::vector<Continuation> ready_;
    std::function<void()> wake_;
    std::vector<std::jthread> threads_;
};

} // namespace antardesa
