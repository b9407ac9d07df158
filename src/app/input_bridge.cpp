#include "app/input_bridge.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>

#include <utility>

namespace antardesa::app {

InputBridge::InputBridge(GLFWwindow* window) : window_(window) {
    ImGui_ImplGlfw_InitForOpenGL(window, false);
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, on_key);
    glfwSetDropCallback(window, on_drop);
    glfwSetWindowFocusCallback(window, ImGui_ImplGlfw_WindowFocusCallback);
    glfwSetCursorEnterCallback(window, ImGui_ImplGlfw_CursorEnterCallback);
    glfwSetMouseButtonCallback(window, ImGui_ImplGlfw_MouseButtonCallback);
    glfwSetScrollCallback(window, ImGui_ImplGlfw_ScrollCallback);
    glfwSetCharCallback(window, ImGui_ImplGlfw_CharCallback);
}

InputBridge::~InputBridge() {
    ImGui_ImplGlfw_Shutdown();
}

void InputBridge::begin_frame() {
    ImGui_ImplGlfw_NewFrame();
}

void InputBridge::end_frame() {
    for (const KeyRelease& release : keys_.take())
        ImGui_ImplGlfw_KeyCallback(window_, release.key, release.scan_code, GLFW_RELEASE,
                                   release.modifiers);
}

std::vector<std::filesystem::path> InputBridge::take_dropped() {
    return std::exchange(dropped_, {});
}

void InputBridge::on_key(GLFWwindow* window, int key, int scan_code, int action, int modifiers) {
    auto& bridge = *static_cast<InputBridge*>(glfwGetWindowUserPointer(window));
    if (action == GLFW_RELEASE && bridge.keys_.holds({key, scan_code, modifiers}))
        return;
    if (action == GLFW_PRESS)
        bridge.keys_.press();
    ImGui_ImplGlfw_KeyCallback(window, key, scan_code, action, modifiers);
}

void InputBridge::on_drop(GLFWwindow* window, int count, const char** paths) {
    auto& bridge = *static_cast<InputBridge*>(glfwGetWindowUserPointer(window));
    bridge.dropped_.insert(bridge.dropped_.end(), paths, paths + count);
}

} // namespace antardesa::app
