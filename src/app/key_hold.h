#pragma once

#include <utility>
#include <vector>

namespace antardesa::app {

struct KeyRelease {
    int key = 0;
    int scan_code = 0;
    int modifiers = 0;
};

/// Which releases of keys wait for the end of a frame. ImGui 1.86 looks at keys once a frame and
/// has no queue: on a slow machine a key pressed and let go between two frames would be lost, and
/// "Ctrl+K" whose Ctrl was pressed a frame earlier would arrive as "K". So every release that
/// follows a press within one frame waits, whichever key it is of.
class KeyHold {
  public:
    void press() { pressed_ = true; }
    /// Whether the release waits; if not, it is passed on at once.
    bool holds(const KeyRelease& release) {
        if (pressed_)
            waiting_.push_back(release);
        return pressed_;
    }
    bool waits() const { return !waiting_.empty(); }
    /// The frame is over: what waited, in its order.
    std::vector<KeyRelease> take() {
        pressed_ = false;
        return std::exchange(waiting_, {});
    }

  private:
    bool pressed_ = false;
    std::vector<KeyRelease> waiting_;
};

} // namespace antardesa::app
