#include "app/window_loop.h"

#include "app/crash_line.h"
#include "app/frame.h"
#include "app/input_bridge.h"
#include "app/journal.h"
#include "app/window_glass.h"
#include "base/text.h"
#include "render_gl/glass.h"
#include "render_gl/libraries.h"
#include "ui/libraries.h"

#include <imgui.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <stop_token>
#include <string>

namespace antardesa::app {

namespace {

using Seconds = std::chrono::duration<double>;

/// After input ImGui needs a few frames to settle (hover, release, animation of a notice).
constexpr int frames_after_input = 3;
constexpr double idle_wait = 0.5;
constexpr double busy_wait = 1.0 / 60;

bool person_is_active() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 ||
           ImGui::IsAnyMouseDown() || ImGui::IsAnyItemActive();
}

/// "Kabupaten Contoh – AntarDesa", told to the desktop only when it changed.
void follow_title(WindowGlass& glass, const workspace::Workspace& workspace, std::string& shown) {
    const std::string& project = workspace.top_bar().title;
    if (project == shown)
        return;
    shown = project;
    const std::string name = shown_on_one_line(project);
    glass.set_title(name == "AntarDesa" ? name : name + " – AntarDesa");
}

void take_in(InputBridge& input, workspace::Workspace& workspace) {
    for (const auto& path : input.take_dropped())
        workspace.dispatch(workspace::OpenFile{path});
}

/// "frame 150 ms, of it 130 in dispatch ImportInto": what ran, and no word of what it ran on.
std::string slow_words(const SlowFrame& frame) {
    return "frame " + std::to_string(std::lround(frame.milliseconds)) + " ms, of it " +
           std::to_string(std::lround(frame.step_milliseconds)) + " in " + frame.longest_step;
}

void run_frames(WindowGlass& glass, InputBridge& input, Frame& frame,
                workspace::Workspace& workspace, FrameWatch& watch, const std::stop_token& stop) {
    const std::stop_callback wake_to_stop(stop, [] { WindowGlass::wake(); });
    auto last = std::chrono::steady_clock::now();
    int frames_due = frames_after_input;
    std::string title;
    while (!glass.close_requested() && !stop.stop_requested()) {
        const bool moving = frames_due > 0;
        glass.wait(moving ? 0 : workspace.busy() ? busy_wait : idle_wait);
        take_in(input, workspace);
        const auto now = std::chrono::steady_clock::now();
        const double seconds = Seconds(now - last).count();
        last = now;
        watch.begin();
        watch.step("update");
        const bool changed = workspace.update(seconds);
        follow_title(glass, workspace, title);
        input.begin_frame();
        frame.draw(workspace, glass.width(), glass.height(), seconds, watch);
        watch.end();
        glass.set_full_screen(frame.state().full_screen);
        glass.show_frame();
        const bool keys_wait = input.holds_back();
        input.end_frame();
        frames_due =
            changed || keys_wait || person_is_active() ? frames_after_input : frames_due - 1;
    }
}

} // namespace

void silence_drivers() {
    ::setenv("EGL_LOG_LEVEL", "fatal", 0);
    ::setenv("LIBGL_DEBUG", "quiet", 0);
}

std::vector<Library> window_libraries() {
    std::vector<Library> all = ui::libraries();
    for (const auto& some : {render_gl::libraries(), WindowGlass::libraries()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

int run_window(const std::optional<std::filesystem::path>& file,
               const workspace::Environment& environment, std::optional<i18n::Language> language,
               const std::stop_token& stop) {
    silence_drivers();
    const CrashLine crash_line(environment.config_folder);
    WindowGlass glass(1366, 768, "AntarDesa");
    const auto description = render_gl::describe_glass();
    if (!description.sufficient)
        throw Error({"app.no_opengl", {description.version}}, description.renderer);
    Frame frame(environment);
    InputBridge input(glass.handle());
    workspace::Workspace workspace(environment, make_rasterise(environment));
    workspace.tell_machine({description.renderer, description.version, window_libraries()});
    workspace.on_wake([] { WindowGlass::wake(); });
    const auto kept = workspace::read_window_settings(environment.config_folder);
    workspace.start_with(kept.settings, language);
    if (file)
        workspace.dispatch(workspace::OpenFile{*file});
    Journal journal(environment.config_folder, environment.clock);
    journal.note(std::string("antardesa ") + workspace::program_version + " window, " +
                 description.renderer);
    if (!kept.trouble.empty())
        journal.note(kept.trouble + "; the window begins with its defaults");
    FrameWatch watch(std::chrono::steady_clock::now, [&](const SlowFrame& slow) {
        journal.note(slow_words(slow));
        workspace.tell_slow_frames(watch.slow_frames(), watch.worst_milliseconds());
    });
    run_frames(glass, input, frame, workspace, watch, stop);
    return 0;
}

} // namespace antardesa::app
