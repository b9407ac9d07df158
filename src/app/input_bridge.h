#pragma once

#include <filesystem>
#include <vector>

struct GLFWwindow;

namespace antardesa::app {

/// A window's input for ImGui, for as long as both live. ImGui 1.86 looks at keys once a frame
/// and has no queue: a key pressed and let go between two frames would be lost on a slow machine.
/// So a release that follows its press within one frame is held back until `end_frame`.
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
    bool holds_back() const { return !held_back_.empty(); }
    /// Files dropped since the last call.
    std::vector<std::filesystem::path> take_dropped();

  private:
    struct KeyEvent {
        int key = 0;
        int scan_code = 0;
        int modifiers = 0;
    };
    static void on_key(GLFWwindow* window, int key, int scan_code, int action, int modifiers);
    static void on_drop(GLFWwindow* window, int count, const char** paths);

    GLFWwindow* window_;
    std::vector<int> pressed_;
    std::vector<KeyEvent> held_back_;
    std::vector<std::filesystem::path> dropped_;
};

} // namespace antardesa::app
