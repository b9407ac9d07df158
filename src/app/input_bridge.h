#pragma once

#include "app/key_hold.h"

#include <filesystem>
#include <vector>

struct GLFWwindow;

namespace antardesa::app {

/// A window's input for ImGui, for as long as both live. Releases of keys may wait until
/// `end_frame` (`KeyHold`).
class InputBridge {
  public:
    /// Pre-condition: an ImGui context. Takes the window's user pointer and callbacks.
    explicit InputBridge(GLFWwindow* window);
    ~InputBridge();
    InputBridge(const InputBridge&) = delete;
    InputBridge& operator=(const InputBridge&) = delete;

    void begin_frame();
    void end_frame();
    /// Releases are waiting: another frame is due at once.
    bool holds_back() const { return keys_.waits(); }
    /// Files dropped since the last call.
    std::vector<std::filesystem::path> take_dropped();

  private:
    static void on_key(GLFWwindow* window, int key, int scan_code, int action, int modifiers);
    static void on_drop(GLFWwindow* window, int count, const char** paths);

    GLFWwindow* window_;
    KeyHold keys_;
    std::vector<std::filesystem::path> dropped_;
};

} // namespace antardesa::app
