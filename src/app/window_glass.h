#pragma once

#include "base/library.h"

#include <array>
#include <string>
#include <vector>

struct GLFWwindow;

namespace antardesa::app {

/// A GLFW window with an OpenGL 3.3 core context, current on the creating thread.
class WindowGlass {
  public:
    /// Throws `Error`: "app.no_display" without a display, "app.no_opengl" when the machine has
    /// no OpenGL 3.3 (with what it has).
    WindowGlass(int width, int height, const std::string& title);
    ~WindowGlass();
    WindowGlass(const WindowGlass&) = delete;
    WindowGlass& operator=(const WindowGlass&) = delete;

    static std::vector<Library> libraries();
    GLFWwindow* handle() const { return window_; }
    void set_title(const std::string& title);
    /// Over the whole first monitor, or as it stood before. Without a monitor nothing happens.
    void set_full_screen(bool full);
    bool close_requested() const;
    /// Framebuffer pixels.
    int width() const;
    int height() const;
    void show_frame();
    /// Waits for input, a wake-up, or `seconds`; 0 only looks.
    void wait(double seconds);
    /// From any thread.
    static void wake();

  private:
    GLFWwindow* window_ = nullptr;
    bool full_screen_ = false;
    std::array<int, 4> before_{}; ///< left, top, width, height of the window
};

} // namespace antardesa::app
