#include "app/window_glass.h"

#include "base/result.h"
#include "render_gl/glass.h"

// epoxy must come before GLFW looks for a GL header of its own.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace antardesa::app {

namespace {

std::string glfw_error() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text ? text : "";
}

} // namespace

WindowGlass::WindowGlass(int width, int height, const std::string& title) {
    if (!glfwInit())
        throw Error({"app.no_display", {}}, glfw_error());
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_SAMPLES, 0);
    window_ = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
    if (!window_) {
        const std::string reason = glfw_error();
        glfwTerminate();
        throw Error({"app.no_opengl", {reason}}, reason);
    }
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(window_, 1024, 640, GLFW_DONT_CARE, GLFW_DONT_CARE);
}

std::vector<Library> WindowGlass::libraries() {
    const std::string version = glfwGetVersionString(); // "3.3.8 X11 GLX EGL OSMesa …"
    return {{"GLFW", version.substr(0, version.find(' ')), "Zlib"}};
}

WindowGlass::~WindowGlass() {
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void WindowGlass::set_title(const std::string& title) {
    glfwSetWindowTitle(window_, title.c_str());
}
void WindowGlass::set_full_screen(bool full) {
    if (full == full_screen_)
        return;
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    if (full && !mode)
        return;
    full_screen_ = full;
    if (full) {
        glfwGetWindowPos(window_, &before_[0], &before_[1]);
        glfwGetWindowSize(window_, &before_[2], &before_[3]);
        glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    } else {
        glfwSetWindowMonitor(window_, nullptr, before_[0], before_[1], before_[2], before_[3],
                             GLFW_DONT_CARE);
    }
}
bool WindowGlass::close_requested() const {
    return glfwWindowShouldClose(window_) != 0;
}

int WindowGlass::width() const {
    int width = 0;
    glfwGetFramebufferSize(window_, &width, nullptr);
    return width;
}

int WindowGlass::height() const {
    int height = 0;
    glfwGetFramebufferSize(window_, nullptr, &height);
    return height;
}

void WindowGlass::show_frame() {
    glfwSwapBuffers(window_);
}

void WindowGlass::wait(double seconds) {
    if (seconds > 0)
        glfwWaitEventsTimeout(seconds);
    else
        glfwPollEvents();
}

void WindowGlass::wake() {
    glfwPostEmptyEvent();
}

} // namespace antardesa::app
