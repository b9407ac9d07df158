#include "app/window_loop.h"

#include "app/frame.h"
#include "app/window_glass.h"

#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include <chrono>

namespace antardesa::app {

namespace {

using Seconds = std::chrono::duration<double>;

/// After input ImGui needs a few frames to settle (hover, release, animation of a notice).
constexpr int frames_after_input = 3;
constexpr double idle_wait = 0.5;
constexpr double busy_wait = 1.0 / 60;

/// ImGui's own GLFW bridge, for as long as the window lives.
class InputBridge {
  public:
    explicit InputBridge(GLFWwindow* window) { ImGui_ImplGlfw_InitForOpenGL(window, true); }
    ~InputBridge() { ImGui_ImplGlfw_Shutdown(); }
    InputBridge(const InputBridge&) = delete;
    InputBridge& operator=(const InputBridge&) = delete;
};

bool person_is_active() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 ||
           ImGui::IsAnyMouseDown() || ImGui::IsAnyItemActive();
}

void take_in(WindowGlass& glass, workspace::Workspace& workspace) {
    for (const auto& path : glass.take_dropped())
        workspace.dispatch(workspace::OpenFile{path});
}

void run_frames(WindowGlass& glass, Frame& frame, workspace::Workspace& workspace) {
    auto last = std::chrono::steady_clock::now();
    int frames_due = frames_after_input;
    while (!glass.close_requested()) {
        const bool moving = frames_due > 0;
        glass.wait(moving ? 0 : workspace.busy() ? busy_wait : idle_wait);
        take_in(glass, workspace);
        const auto now = std::chrono::steady_clock::now();
        const double seconds = Seconds(now - last).count();
        last = now;
        const bool changed = workspace.update(seconds);
        ImGui_ImplGlfw_NewFrame();
        frame.draw(workspace, glass.width(), glass.height(), seconds);
        glass.show_frame();
        frames_due = changed || person_is_active() ? frames_after_input : frames_due - 1;
    }
}

} // namespace

int run_window(const std::optional<std::filesystem::path>& file,
               const workspace::Environment& environment, i18n::Language language) {
    WindowGlass glass(1366, 768, "AntarDesa");
    const auto description = render_gl::describe_glass();
    if (!description.sufficient)
        throw Error({"app.no_opengl", {description.version}}, description.renderer);
    Frame frame(environment);
    InputBridge input(glass.handle());
    workspace::Workspace workspace(environment, make_rasterise(environment));
    workspace.on_wake([] { WindowGlass::wake(); });
    workspace.dispatch(workspace::SetLanguage{language});
    if (file)
        workspace.dispatch(workspace::OpenFile{*file});
    run_frames(glass, frame, workspace);
    return 0;
}

} // namespace antardesa::app
