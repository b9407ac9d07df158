#include "ui/icons.h"
#include "ui/menu.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// Four fields of one hexagon: villages and what lies between them.
void draw_mark(Scope& scope, ImVec2 centre) {
    const auto at = [&](float x, float y) {
        return ImVec2{centre.x + scope.scale * x, centre.y + scope.scale * y};
    };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::array<ImVec2, 4> amber{at(-11, -5), at(-4, -10), at(1, -5), at(-6, 2)};
    const std::array<ImVec2, 4> pale{at(-2, -10), at(6, -9), at(10, -3), at(3, -5)};
    const std::array<ImVec2, 5> green{at(-11, -2), at(-6, 4), at(-1, 1), at(1, 9), at(-7, 8)};
    const std::array<ImVec2, 4> white{at(2, -3), at(10, 0), at(8, 7), at(3, 8)};
    list.AddConvexPolyFilled(amber.data(), 4, IM_COL32(0xF2, 0xB8, 0x4B, 255));
    list.AddConvexPolyFilled(pale.data(), 4, IM_COL32(0xE8, 0xF0, 0xF2, 255));
    list.AddConvexPolyFilled(green.data(), 5, IM_COL32(0x4F, 0xB8, 0x8A, 255));
    list.AddConvexPolyFilled(white.data(), 4, IM_COL32(0x7F, 0xC8, 0xC4, 255));
}

void draw_titles(Scope& scope, const workspace::TopBarView& view, Rect room) {
    const Tokens& t = scope.tokens;
    const float middle = room.centre().y;
    const Rect upper{{room.min.x, middle - scope.px(18)}, {room.max.x, middle}};
    const Rect lower{{room.min.x, middle}, {room.max.x, middle + scope.px(16)}};
    if (view.subtitle.empty()) {
        put_elided(scope, room, view.title, Role::title, t.top_fg);
        return;
    }
    put_elided(scope, upper, view.title, Role::title, t.top_fg);
    put_elided(scope, lower, view.subtitle, Role::small, t.top_mut);
}

void draw_search(Scope& scope, UiState& state, Rect field) {
    const Tokens& t = scope.tokens;
    const Touch state_of_field = touch(scope, "cari", field);
    fill(field, t.top_field, scope.px(6));
    if (t.top_field == t.top || state_of_field.hovered)
        outline(field, t.top_mut, scope.px(6));
    put_icon(scope, {field.min.x + scope.px(20), field.centre().y}, icon::search, Role::icon18,
             t.top_mut);
    const std::string key = scope.text("ui.key.search");
    const float key_width = text_width(Role::small, key) + scope.px(12);
    const Rect cap{{field.max.x - key_width - scope.px(12), field.centre().y - scope.px(9)},
                   {field.max.x - scope.px(12), field.centre().y + scope.px(9)}};
    outline(cap, t.top_mut, scope.px(4));
    put_text_centred(scope, cap, key, Role::small, t.top_mut);
    put_elided(scope, {{field.min.x + scope.px(38), field.min.y}, {cap.min.x - 8, field.max.y}},
               scope.text("ui.search_hint"), Role::body, t.top_mut);
    if (state_of_field.clicked)
        open_dialog(state, Dialog::palette);
}

void draw_language_switch(Scope& scope, Rect area) {
    const Tokens& t = scope.tokens;
    fill(area, t.top_field, scope.px(6));
    if (t.top_field == t.top)
        outline(area, t.top_fg, scope.px(6));
    const bool indonesian = scope.language.language() == i18n::Language::indonesian;
    const float half = area.width() / 2;
    for (const bool first : {true, false}) {
        const Rect cell = first ? area.left(half) : area.right(half);
        const std::string word = scope.text(first ? "ui.language.id" : "ui.language.en");
        const Touch state = touch(scope, first ? "id" : "en", cell, word);
        const bool on = first == indonesian;
        if (on)
            fill(cell, t.top_fg, scope.px(6));
        put_text_centred(scope, cell, word, on ? Role::small_strong : Role::small,
                         on ? t.top : t.top_mut);
        tooltip_when(scope, state.hovered, scope.text("ui.tip.language"));
        if (state.clicked && !on)
            scope.ask(workspace::SetLanguage{first ? i18n::Language::indonesian
                                                   : i18n::Language::english});
    }
}

workspace::UiTheme next_theme(workspace::UiTheme theme) {
    switch (theme) {
    case workspace::UiTheme::light:
        return workspace::UiTheme::dark;
    case workspace::UiTheme::dark:
        return workspace::UiTheme::high_contrast;
    case workspace::UiTheme::high_contrast:
        break;
    }
    return workspace::UiTheme::light;
}

void draw_file_rows(Scope& scope, const FrameViews& views, UiState& state) {
    if (menu_row(scope, "buka", icon::folder, scope.text("ui.menu.open"),
                 scope.text("ui.key.open")))
        open_files(state, FilePurpose::open);
    if (menu_row(scope, "contoh", icon::map, scope.text("ui.menu.sample")))
        scope.ask(workspace::OpenSample{});
    if (views.can_edit && menu_row(scope, "impor", icon::add, scope.text("ui.menu.import")))
        open_files(state, FilePurpose::import);
    if (!views.map.empty &&
        menu_row(scope, "ekspor-lapisan", icon::layers, scope.text("ui.menu.export_layer")))
        open_dialog(state, Dialog::export_layer);
    if (!views.map.empty && menu_row(scope, "grafik", icon::table, scope.text("ui.menu.charts")))
        start_charts(views, state);
    if (views.has_project && menu_row(scope, "kode", icon::check, scope.text("ui.menu.check_code")))
        open_dialog(state, Dialog::check_code);
    if (views.shows_foreign_file &&
        menu_row(scope, "simpan", icon::check, scope.text("ui.menu.save_project")))
        open_files(state, FilePurpose::save_project);
    if (views.has_project && menu_row(scope, "salinan", icon::file, scope.text("ui.menu.copy")))
        start_copy(scope, views.keep, state);
    if ((views.has_project || !views.keep.recoverable.empty()) &&
        menu_row(scope, "keamanan", icon::lock, scope.text("ui.menu.keeping")))
        open_dialog(state, Dialog::keeping);
    if (views.top_bar.has_report &&
        menu_row(scope, "laporan", icon::assignment, scope.text("ui.menu.report")))
        scope.ask(workspace::ShowReport{});
    if ((views.has_project || views.shows_foreign_file) &&
        menu_row(scope, "tutup", icon::close, scope.text("ui.menu.close")))
        scope.ask(workspace::CloseProject{});
}

void draw_menu(Scope& scope, const FrameViews& views, UiState& state, ImVec2 corner) {
    if (begin_menu(scope, "menu", {corner, {1, 0}, scope.px(320)})) {
        draw_file_rows(scope, views, state);
        horizontal_line(corner.x - scope.px(320), corner.x, take(scope.px(9)).centre().y,
                        scope.tokens.line);
        if (menu_row(scope, "tata", icon::layers, scope.text("ui.menu.reset_layout")))
            reset_layout(state);
        if (menu_row(scope, "setelan", icon::settings, scope.text("ui.menu.settings")))
            open_dialog(state, Dialog::settings);
        if (menu_row(scope, "pintasan", icon::table, scope.text("ui.menu.shortcuts"), "?"))
            open_dialog(state, Dialog::shortcuts);
        if (menu_row(scope, "tentang", icon::information, scope.text("ui.menu.about")))
            open_dialog(state, Dialog::about);
        ImGui::EndPopup();
    }
}

std::string with_shortcut(const std::string& name, const std::string& key) {
    return name + "  " + key;
}

/// Theme and menu at the right end; returns where the next thing may end.
float draw_right_end(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    const float size = scope.px(40);
    const float y = place.centre().y - size / 2;
    const auto cell = [&](float right) { return Rect{{right - size, y}, {right, y + size}}; };
    float x = place.max.x - scope.px(4);
    if (icon_button(
            scope, cell(x),
            {"lainnya", icon::more_vert, scope.text("ui.tip.menu"), true, Role::icon20, t.top_fg}))
        ImGui::OpenPopup("menu");
    draw_menu(scope, views, state, {x, place.max.y + scope.px(4)});
    x -= size;
    if (icon_button(
            scope, cell(x),
            {"tema", icon::brightness, scope.text("ui.tip.theme"), true, Role::icon20, t.top_fg}))
        scope.ask(workspace::SetUiTheme{next_theme(views.theme)});
    x -= size + scope.px(4);
    const float middle = place.centre().y;
    draw_language_switch(scope,
                         {{x - scope.px(58), middle - scope.px(14)}, {x, middle + scope.px(14)}});
    return x - scope.px(58);
}

/// Steps, redo, undo, from right to left.
float draw_steps(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    const workspace::TopBarView& view = views.top_bar;
    const float size = scope.px(40);
    const float y = place.centre().y - size / 2;
    float x = place.max.x - scope.px(20);
    if (!view.steps.empty()) {
        const float width = text_width(Role::small, view.steps);
        const Rect area{{x - width, y}, {x, y + size}};
        const Touch pressed = touch(scope, "langkah", area, "langkah");
        put_text(scope, {area.min.x, area.centre().y}, view.steps, Role::small,
                 pressed.hovered ? t.top_fg : t.top_mut);
        tooltip_when(scope, pressed.hovered, scope.text("ui.rail.history"));
        if (pressed.clicked)
            state.history_open = state.right_open = true;
        x -= width + scope.px(8);
    }
    const std::string redo =
        with_shortcut(view.redo_name.empty() ? scope.text("ui.tip.redo") : view.redo_name,
                      scope.text("ui.key.redo"));
    if (icon_button(scope, {{x - size, y}, {x, y + size}},
                    {"ulang", icon::redo, redo, view.can_redo, Role::icon20, t.top_fg}))
        scope.ask(workspace::Redo{});
    x -= size;
    const std::string undo =
        with_shortcut(view.undo_name.empty() ? scope.text("ui.tip.undo") : view.undo_name,
                      scope.text("ui.key.undo"));
    if (icon_button(scope, {{x - size, y}, {x, y + size}},
                    {"urung", icon::undo, undo, view.can_undo, Role::icon20, t.top_fg}))
        scope.ask(workspace::Undo{});
    return x - size;
}

} // namespace

void draw_top_bar(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    begin_panel("##bilah-atas", place, scope.tokens.top, ImGuiWindowFlags_NoBringToFrontOnFocus);
    draw_mark(scope, {scope.px(40), place.centre().y});
    const float right = draw_right_end(scope, views, state, place);
    const bool file = views.has_project || views.shows_foreign_file;
    const float free_end =
        file ? draw_steps(scope, views, state, {place.min, {right, place.max.y}}) : right;
    const float width = std::min(scope.px(331), free_end - scope.px(240));
    const float left = std::clamp(place.width() * 0.293F, scope.px(220),
                                  std::max(scope.px(220), free_end - width - scope.px(16)));
    draw_titles(scope, views.top_bar,
                {{scope.px(88), place.min.y}, {left - scope.px(16), place.max.y}});
    if (width > scope.px(120))
        draw_search(scope, state,
                    {{left, place.centre().y - scope.px(16)},
                     {left + width, place.centre().y + scope.px(16)}});
    end_panel();
}

} // namespace antardesa::ui
