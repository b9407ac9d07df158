#include "cli/progress_line.h"

#include <algorithm>
#include <chrono>

namespace antardesa::cli {

std::string progress_text(const std::string& title, const Progress& progress) {
    const auto total = progress.total();
    if (total <= 0)
        return title;
    const auto done = std::clamp<std::int64_t>(progress.done(), 0, total);
    return title + " " + std::to_string(done * 100 / total) + " %";
}

ProgressLine::ProgressLine(std::ostream& terminal, std::string title, const Progress& progress)
    : terminal_(terminal), title_(std::move(title)), progress_(progress),
      thread_([this](std::stop_token stop) { run(std::move(stop)); }) {
}

ProgressLine::~ProgressLine() {
    thread_.request_stop();
    thread_.join();
}

void ProgressLine::run(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    bool shown = false;
    while (!tick_.wait_for(lock, stop, std::chrono::milliseconds(200),
                           [&stop] { return stop.stop_requested(); })) {
        terminal_ << '\r' << progress_text(title_, progress_) << "\x1b[K" << std::flush;
        shown = true;
    }
    if (shown)
        terminal_ << "\r\x1b[K" << std::flush;
}

} // namespace antardesa::cli
