#include "app/frame.h"

#include "render_gl/raster.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace antardesa::app {

Frame::Frame(const workspace::Environment& environment) : context_(ImGui::CreateContext()) {
    ImGui::GetIO().IniFilename = nullptr; // the layout is ours, not a hidden file's
    ImGui_ImplOpenGL3_Init("#version 330 core");
    const text::Typesetter& typesetter = *environment.typesetter;
    fonts_ = {typesetter.font_file(text::Family::sans, text::Weight::regular),
              typesetter.font_file(text::Family::sans, text::Weight::semibold),
              typesetter.font_file(text::Family::icons, text::Weight::regular),
              {}};
    surface_ = std::make_unique<TextureSurface>();
}

Frame::~Frame() {
    surface_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context_);
}

void Frame::follow_appearance(const workspace::Workspace& workspace) {
    const double scale = workspace.ui_scale_percent() / 100.0;
    if (workspace.ui_scale_percent() != scale_percent_) {
        ui::load_fonts(fonts_, scale);
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    } else if (workspace.ui_theme() == theme_) {
        return;
    }
    scale_percent_ = workspace.ui_scale_percent();
    theme_ = workspace.ui_theme();
    ui::apply_theme(theme_, scale);
}

void Frame::draw(workspace::Workspace& workspace, int width, int height, double seconds) {
    follow_appearance(workspace);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DeltaTime = static_cast<float>(std::max(seconds, 1e-4));
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    const auto actions = ui::draw_window(workspace, *surface_, state_, width, height);
    ImGui::Render();
    render_gl::clear_glass(width, height, {233, 238, 240, 255});
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    for (const workspace::Action& action : actions)
        workspace.dispatch(action);
}

workspace::Rasterise make_rasterise(const workspace::Environment& environment) {
    return [typesetter = environment.typesetter](const cartography::Drawing& drawing,
                                                 double pixels_per_millimetre, Progress& progress) {
        return render_gl::rasterise(drawing, pixels_per_millimetre, *typesetter, progress);
    };
}

} // namespace antardesa::app
