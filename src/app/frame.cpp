#include "app/frame.h"

#include "render_gl/raster.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <string_view>
#include <typeinfo>

namespace antardesa::app {

namespace {

/// "ImportInto" from "N9antardesa9workspace10ImportIntoE", the name that the Itanium C++ ABI gives
/// a type: identifiers with their lengths before them.
std::string last_identifier(std::string_view mangled) {
    std::string_view last;
    for (std::size_t at = mangled.starts_with('N') ? 1 : 0; at < mangled.size();) {
        std::size_t length = 0;
        while (at < mangled.size() && mangled[at] >= '0' && mangled[at] <= '9')
            length = length * 10 + static_cast<std::size_t>(mangled[at++] - '0');
        if (length == 0 || at + length > mangled.size())
            break;
        last = mangled.substr(at, length);
        at += length;
    }
    return std::string(last);
}

/// What an action is called, without what it is about.
std::string action_name(const workspace::Action& action) {
    return std::visit([](const auto& one) { return last_identifier(typeid(one).name()); }, action);
}

} // namespace

Frame::Frame(const workspace::Environment& environment) : context_(ImGui::CreateContext()) {
    ImGui::GetIO().IniFilename = nullptr; // the layout is ours, not a hidden file's
    ImGui_ImplOpenGL3_Init("#version 330 core");
    const text::Typesetter& typesetter = *environment.typesetter;
    fonts_ = ui::read_fonts({typesetter.font_file(text::Family::sans, text::Weight::regular),
                             typesetter.font_file(text::Family::sans, text::Weight::semibold),
                             typesetter.font_file(text::Family::icons, text::Weight::regular),
                             {}});
    surface_ = std::make_unique<TextureSurface>();
}

Frame::~Frame() {
    surface_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context_);
}

void Frame::follow_appearance(const workspace::Workspace& workspace) {
    const double scale = workspace.ui_scale_percent() / 100.0;
    const bool for_room = ui::is_for_room(workspace, state_);
    if (workspace.ui_scale_percent() != scale_percent_ || for_room != for_room_) {
        ui::load_fonts(fonts_, scale, for_room);
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    } else if (workspace.ui_theme() == theme_) {
        return;
    }
    scale_percent_ = workspace.ui_scale_percent();
    for_room_ = for_room;
    theme_ = workspace.ui_theme();
    ui::apply_theme(theme_, scale);
}

void Frame::draw(workspace::Workspace& workspace, int width, int height, double seconds,
                 FrameWatch& watch) {
    watch.step("appearance");
    follow_appearance(workspace);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DeltaTime = static_cast<float>(std::max(seconds, 1e-4));
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    watch.step("draw");
    const auto actions = ui::draw_window(workspace, *surface_, state_, width, height);
    watch.step("render");
    ImGui::Render();
    render_gl::clear_glass(width, height, {233, 238, 240, 255});
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    for (const workspace::Action& action : actions) {
        watch.step("dispatch " + action_name(action));
        workspace.dispatch(action);
    }
}

workspace::Rasterise make_rasterise(const workspace::Environment& environment) {
    return [typesetter = environment.typesetter](const cartography::Drawing& drawing,
                                                 double pixels_per_millimetre, Progress& progress) {
        return render_gl::rasterise(drawing, pixels_per_millimetre, *typesetter, progress);
    };
}

} // namespace antardesa::app
