#include "base/job.h"

#include <algorithm>
#include <new>

namespace antardesa {

JobRunner::JobRunner(unsigned threads) {
    for (unsigned i = 0; i < std::max(1U, threads); ++i)
        threads_.emplace_back([this](std::stop_token stop) { run(std::move(stop)); });
}

JobRunner::~JobRunner() {
    {
        std::lock_guard lock(mutex_);
        queue_.clear();
        for (auto& handle : active_)
            handle->cancel();
    }
    for (auto& thread : threads_)
        thread.request_stop();
    changed_.notify_all();
    threads_.clear();
}

std::shared_ptr<JobHandle> JobRunner::start(Message title, Work work, Failure failed) {
    auto handle = std::make_shared<JobHandle>(std::move(title));
    {
        std::lock_guard lock(mutex_);
        active_.push_back(handle);
        queue_.push_back({handle, std::move(work), std::move(failed)});
    }
    changed_.notify_all();
    return handle;
}

int JobRunner::deliver() {
    std::vector<Continuation> ready;
    {
        std::lock_guard lock(mutex_);
        ready.swap(ready_);
    }
    for (auto& continuation : ready)
        continuation();
    return static_cast<int>(ready.size());
}

void JobRunner::on_ready(std::function<void()> wake) {
    std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

std::vector<std::shared_ptr<JobHandle>> JobRunner::active() const {
    std::lock_guard lock(mutex_);
    return active_;
}

void JobRunner::wait_idle() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return active_.empty(); });
}

void JobRunner::run(std::stop_token stop) {
    for (;;) {
        Entry entry;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !queue_.empty(); }))
                return;
            entry = std::move(queue_.front());
            queue_.pop_front();
        }
        execute(entry);
    }
}

void JobRunner::execute(Entry& entry) {
    Continuation continuation;
    try {
        entry.handle->progress_.check();
        continuation = entry.work(entry.handle->progress_);
        if (entry.handle->progress_.stop_requested())
            continuation = {};
    } catch (const Cancelled&) {
    } catch (const Error& error) {
        continuation = [failed = entry.failed, message = error.message()] { failed(message); };
    } catch (const std::bad_alloc&) {
        continuation = [failed = entry.failed] { failed({"base.out_of_memory", {}}); };
    } catch (const std::exception& error) {
        continuation = [failed = entry.failed,
                        message = Message{"base.unexpected", {error.what()}}] { failed(message); };
    }
    std::function<void()> wake;
    {
        std::lock_guard lock(mutex_);
        if (continuation)
            ready_.push_back(std::move(continuation));
        std::erase(active_, entry.handle);
        entry.handle->finished_ = true;
        wake = wake_;
    }
    changed_.notify_all();
    if (wake)
        wake();
}

} // namespace antardesa
