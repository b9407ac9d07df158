#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

using workspace::KeepTrouble;
using workspace::KeepView;

struct BannerLook {
    char32_t icon;
    ImU32 colour;
    ImU32 ground;
};

BannerLook look_of(const Tokens& t, KeepTrouble trouble) {
    switch (trouble) {
    case KeepTrouble::damaged:
    case KeepTrouble::unreadable:
        return {icon::error, t.red, t.red_bg};
    case KeepTrouble::read_only:
        return {icon::lock, t.amb, t.amb_bg};
    case KeepTrouble::changed:
    case KeepTrouble::none:
        break;
    }
    return {icon::warning, t.amb, t.amb_bg};
}

/// Buttons from right to left; what is left for the sentence ends at `right`.
struct ButtonRow {
    Scope& scope;
    float right;
    float middle;

    bool press(const char* id, std::string_view key) {
        const std::string text = scope.text(key);
        const Button what{.id = id, .text = text};
        const float width = button_width(scope, what);
        const Rect area{{right - width, middle - scope.px(14)}, {right, middle + scope.px(14)}};
        right = area.min.x - scope.px(8);
        fill(area, scope.tokens.panel, scope.px(6));
        return button(scope, area, what);
    }
    bool close() {
        const float size = scope.px(28);
        const Rect area{{right - size, middle - size / 2}, {right, middle + size / 2}};
        right = area.min.x - scope.px(8);
        return icon_button(scope, area, {"tutup", icon::close, scope.text("ui.tip.close")});
    }
};

std::string stem(const std::filesystem::path& path) {
    return path.stem().string();
}

void draw_buttons(ButtonRow& row, const KeepView& keep, UiState& state) {
    if (keep.trouble == KeepTrouble::damaged && row.close())
        state.keeping.put_aside = keep.damaged;
    if (keep.trouble == KeepTrouble::read_only && row.press("salinan", "ui.banner.copy"))
        start_copy(row.scope, keep, state);
    const bool broken =
        keep.trouble == KeepTrouble::damaged || keep.trouble == KeepTrouble::unreadable;
    if (broken && row.press("pulihkan", "ui.banner.recover"))
        start_recovery(row.scope, keep, state);
    if (keep.can_accept && row.press("terima", "ui.banner.accept"))
        open_dialog(state, Dialog::acceptance);
    if (keep.trouble != KeepTrouble::damaged && row.press("lihat", "ui.banner.look"))
        open_dialog(state, Dialog::keeping);
}

} // namespace

bool banner_shown(const KeepView& keep, const UiState& state) {
    return keep.trouble != KeepTrouble::none &&
           (keep.trouble != KeepTrouble::damaged || state.keeping.put_aside != keep.damaged);
}

void draw_banner(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const BannerLook look = look_of(scope.tokens, views.keep.trouble);
    begin_panel("##pita", place, look.ground, ImGuiWindowFlags_NoBringToFrontOnFocus);
    horizontal_line(place.min.x, place.max.x, place.max.y - 1, scope.tokens.line);
    const float middle = place.centre().y;
    put_icon(scope, {scope.px(24), middle}, look.icon, Role::icon18, look.colour);
    ButtonRow row{scope, place.max.x - scope.px(16), middle};
    draw_buttons(row, views.keep, state);
    put_elided(scope, {{scope.px(44), place.min.y}, {row.right - scope.px(8), place.max.y}},
               views.keep.banner, Role::medium, scope.tokens.fg);
    end_panel();
}

void start_copy(const Scope& scope, const KeepView& keep, UiState& state) {
    open_files(state, FilePurpose::save_copy,
               scope.text("ui.files.copy_name", {stem(keep.project)}));
}

void start_recovery(const Scope& scope, const KeepView& keep, UiState& state) {
    open_files(state, FilePurpose::recover,
               scope.text("ui.files.recover_name", {stem(keep.recoverable)}));
    state.files.source = keep.recoverable;
}

} // namespace antardesa::ui
