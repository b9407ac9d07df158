#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

struct RailButton {
    const char* id;
    char32_t icon;
    const char* key;
    bool on = false;
};

bool rail_button(Scope& scope, Rect area, const RailButton& what) {
    const Tokens& t = scope.tokens;
    const std::string word = scope.text(what.key);
    const Touch state = touch(scope, what.id, area, word);
    if (what.on) {
        fill(area, t.panel);
        fill(area.left(scope.px(4)), t.acc);
    } else if (state.hovered) {
        fill(area, with_alpha(t.fg, 0.05F));
    }
    const ImU32 colour = what.on ? t.acc : t.mut;
    put_icon(scope, {area.centre().x, area.min.y + scope.px(22)}, what.icon, Role::icon24, colour);
    put_text_centred(scope,
                     {{area.min.x + scope.px(4), area.min.y + scope.px(36)},
                      {area.max.x - 1, area.min.y + scope.px(54)}},
                     word, what.on ? Role::small_strong : Role::small, colour);
    return state.clicked;
}

} // namespace

void draw_rail(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    using workspace::Job;
    begin_panel("##rel", place, scope.tokens.rail, ImGuiWindowFlags_NoBringToFrontOnFocus);
    vertical_line(place.max.x - 1, place.min.y, place.max.y, scope.tokens.line);
    struct Entry {
        Job job;
        RailButton look;
    };
    const std::array<Entry, 4> jobs{
        {{Job::cooperation, {"kerja-sama", icon::handshake, "ui.rail.cooperation"}},
         {Job::boundaries, {"batas", icon::polyline, "ui.rail.boundaries"}},
         {Job::assets, {"aset", icon::home_work, "ui.rail.assets"}},
         {Job::sheet, {"lembar", icon::map, "ui.rail.sheet"}}}};
    const float height = scope.px(64);
    float y = place.min.y;
    for (Entry entry : jobs) {
        entry.look.on = views.job == entry.job;
        if (rail_button(scope, {{place.min.x, y}, {place.max.x, y + height}}, entry.look))
            scope.ask(workspace::SetJob{entry.job});
        y += height;
    }
    const float foot = place.max.y - scope.px(8);
    const Rect history{{place.min.x, foot - 2 * height}, {place.max.x, foot - height}};
    const Rect settings{{place.min.x, foot - height}, {place.max.x, foot}};
    if (!views.map.empty &&
        rail_button(scope, history, {"riwayat", icon::history, "ui.rail.history", false})) {
        state.history_open = !(state.history_open && state.right_open);
        state.right_open = true;
    }
    if (rail_button(scope, settings, {"setelan", icon::settings, "ui.rail.settings", false}))
        open_dialog(state, Dialog::settings);
    end_panel();
}

} // namespace antardesa::ui
