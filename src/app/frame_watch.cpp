#include "app/frame_watch.h"

#include <algorithm>

namespace antardesa::app {

namespace {

double milliseconds(std::chrono::steady_clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

FrameWatch::FrameWatch(Now now, Tell tell, std::chrono::milliseconds limit)
    : now_(std::move(now)), tell_(std::move(tell)), limit_(limit) {
}

void FrameWatch::begin() {
    began_ = step_began_ = now_();
    step_.clear();
    frame_ = {};
}

void FrameWatch::close_step(std::chrono::steady_clock::time_point at) {
    const double took = milliseconds(at - step_began_);
    if (took > frame_.step_milliseconds) {
        frame_.step_milliseconds = took;
        frame_.longest_step = step_;
    }
    step_began_ = at;
}

void FrameWatch::step(std::string name) {
    close_step(now_());
    step_ = std::move(name);
}

void FrameWatch::end() {
    const auto at = now_();
    close_step(at);
    frame_.milliseconds = milliseconds(at - began_);
    worst_ = std::max(worst_, frame_.milliseconds);
    if (at - began_ <= limit_)
        return;
    ++slow_frames_;
    tell_(frame_);
}

} // namespace antardesa::app
