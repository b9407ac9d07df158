#pragma once

#include "app/frame_watch.h"
#include "app/texture_surface.h"
#include "ui/window.h"
#include "workspace/workspace.h"

#include <filesystem>
#include <memory>

struct ImGuiContext;

namespace antardesa::app {

/// ImGui on the current OpenGL context: fonts, theme and one call per frame. Whoever makes the
/// context (a GLFW window, or none at all for screenshots) feeds input and shows the result.
class Frame {
  public:
    /// Pre-condition: an OpenGL context is current on this thread, and stays so.
    explicit Frame(const workspace::Environment& environment);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    /// Draws the workspace at this size into the current framebuffer and dispatches what the
    /// person asked for. `seconds` since the last frame; `watch` is told what runs.
    void draw(workspace::Workspace& workspace, int width, int height, double seconds,
              FrameWatch& watch);

    ui::UiState& state() { return state_; }

  private:
    void follow_appearance(const workspace::Workspace& workspace);

    ImGuiContext* context_;
    ui::Fonts fonts_;
    std::unique_ptr<TextureSurface> surface_;
    ui::UiState state_;
    workspace::UiTheme theme_ = workspace::UiTheme::light;
    int scale_percent_ = 0;
    bool for_room_ = false;
};

/// The rasteriser bound to a typesetter, as the workspace wants it.
workspace::Rasterise make_rasterise(const workspace::Environment& environment);

} // namespace antardesa::app
