#pragma once

#include "ui/ui_state.h"
#include "workspace/workspace.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::ui {

/// What `app` implements so that `ui` never includes GL: a texture for a picture.
class MapSurface {
  public:
    virtual ~MapSurface() = default;
    /// The texture that holds the workspace's picture, uploaded when its generation changed;
    /// 0 when there is none. The value is what ImGui takes as ImTextureID.
    virtual std::uint64_t map_texture(const workspace::MapPicture& picture) = 0;
    virtual std::uint64_t preview_texture(const cartography::Image& image) = 0;
};

/// Where font files are; resolved by `app` from the typesetter.
struct FontFiles {
    std::string regular;
    std::string semibold;
    std::string icons;
    std::string fallback;
};
/// The files' bytes; empty: there is none.
struct Fonts {
    std::string regular;
    std::string medium;
    std::string semibold;
    std::string icons;
};
/// Reads them once, before the first frame, so that another scale reads no file.
Fonts read_fonts(const FontFiles& files);
/// Loads the atlas for a UI scale (call outside a frame, again when the scale changes). `fonts`
/// must outlive the atlas. `for_room`: no letter is smaller than 16, as a meeting wants it.
/// Pre-condition: an ImGui context. Never fails for want of a font.
void load_fonts(const Fonts& fonts, double scale, bool for_room = false);
/// Whether the next frame shows a meeting, whose letters are larger.
bool is_for_room(const workspace::Workspace& workspace, const UiState& state);

/// Draws one frame of the whole window into the current ImGui frame, `width` × `height` pixels,
/// and returns what the person asked for. `state` keeps what only the panels need (splitter
/// positions, open menus, texts being typed).
std::vector<workspace::Action> draw_window(const workspace::Workspace& workspace,
                                           MapSurface& surface, UiState& state, int width,
                                           int height);

/// Opens a panel by the name `antardesa screenshot --panel` uses: "riwayat", "berkas" (open
/// dialog), "setelan", "pintasan", "cari" (palette), "tentang",
/// "keamanan". False for another name.
bool open_panel(UiState& state, std::string_view name);

/// Puts the colours and measures of ui.md §3 and §7 into ImGui's style.
void apply_theme(workspace::UiTheme theme, double scale);

} // namespace antardesa::ui
