#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace antardesa::app {

/// A frame that kept the person waiting.
struct SlowFrame {
    double milliseconds = 0;
    std::string longest_step; ///< what took most of it: "update", "dispatch ImportInto"
    double step_milliseconds = 0;
};

/// Watches how long each frame keeps its thread, and tells of those over the limit (ui.md: no
/// file and no SQL on the frame thread, so none should be). Costs two clock readings a step. One
/// thread.
class FrameWatch {
  public:
    using Now = std::function<std::chrono::steady_clock::time_point()>;
    using Tell = std::function<void(const SlowFrame&)>;

    FrameWatch(Now now, Tell tell,
               std::chrono::milliseconds limit = std::chrono::milliseconds(100));

    void begin();
    /// What runs from here on, until the next step or the end.
    void step(std::string name);
    void end();

    int slow_frames() const { return slow_frames_; }
    double worst_milliseconds() const { return worst_; }

  private:
    void close_step(std::chrono::steady_clock::time_point at);

    Now now_;
    Tell tell_;
    std::chrono::milliseconds limit_;
    std::chrono::steady_clock::time_point began_;
    std::chrono::steady_clock::time_point step_began_;
    std::string step_;
    SlowFrame frame_;
    int slow_frames_ = 0;
    double worst_ = 0;
};

} // namespace antardesa::app
