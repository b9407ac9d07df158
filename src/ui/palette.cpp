#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

constexpr float palette_width = 560;

void draw_shadow(Rect place, float corner) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({0, 0}, ImGui::GetIO().DisplaySize, false);
    for (const float reach : {12.0F, 8.0F, 5.0F, 2.0F})
        fill({{place.min.x - reach, place.min.y - reach / 2},
              {place.max.x + reach, place.max.y + reach}},
             IM_COL32(0, 0, 0, 16), corner + reach);
    list.PopClipRect();
}

void look_up(const FrameViews& views, PaletteState& palette) {
    if (!palette.stale)
        return;
    palette.stale = false;
    palette.chosen = 0;
    palette.entries =
        views.palette ? views.palette(palette.words) : std::vector<workspace::PaletteEntry>{};
}

void move_choice(PaletteState& palette) {
    const int count = static_cast<int>(palette.entries.size());
    if (count == 0)
        return;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow)))
        palette.chosen = (palette.chosen + 1) % count;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow)))
        palette.chosen = (palette.chosen + count - 1) % count;
}

bool draw_entry(Scope& scope, const workspace::PaletteEntry& entry, int index, bool chosen) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(32));
    ImGui::PushID(index);
    const Touch state = touch(scope, "hasil", row, entry.title);
    ImGui::PopID();
    if (chosen || state.hovered)
        fill(row, chosen ? t.acc_bg : t.panel2);
    const float detail = std::min(text_width(Role::small, entry.detail), row.width() * 0.45F);
    const float right = row.max.x - scope.px(16);
    put_elided(scope, {{right - detail, row.min.y}, {right, row.max.y}}, entry.detail, Role::small,
               t.mut);
    put_elided(scope,
               {{row.min.x + scope.px(16), row.min.y}, {right - detail - scope.px(12), row.max.y}},
               entry.title, Role::body, t.fg);
    return state.clicked;
}

/// Draws field and list; returns the entry taken, -1 for none.
int draw_contents(Scope& scope, const FrameViews& views, PaletteState& palette, Rect place) {
    draw_shadow(place, scope.px(8));
    fill(place, scope.tokens.panel, scope.px(8));
    outline(place, scope.tokens.line, scope.px(8));
    ImGui::Dummy({1, scope.px(8)});
    const Rect field = take(scope.px(36)).inset(scope.px(8), 0);
    const Typed typed =
        text_field(scope, field, palette.words,
                   {"kata", scope.text("ui.search_hint"), palette.focus, icon::search});
    palette.focus = false;
    palette.stale = palette.stale || typed.changed;
    look_up(views, palette);
    move_choice(palette);
    take(scope.px(8));
    int taken = -1;
    int index = 0;
    for (const workspace::PaletteEntry& entry : palette.entries) {
        if (draw_entry(scope, entry, index, index == palette.chosen))
            taken = index;
        ++index;
    }
    if (palette.entries.empty())
        put_elided(scope, take(scope.px(32)).inset(scope.px(16), 0),
                   scope.text("ui.search_nothing"), Role::body, scope.tokens.mut);
    return typed.entered || enter_pressed() ? palette.chosen : taken;
}

/// Asks for the action, or opens what must be asked first.
void carry_out(Scope& scope, const FrameViews& views, UiState& state,
               const workspace::PaletteEntry& entry) {
    using workspace::PaletteOpens;
    switch (entry.opens) {
    case PaletteOpens::nothing:
        return scope.ask(entry.action);
    case PaletteOpens::keeping:
        return open_dialog(state, Dialog::keeping);
    case PaletteOpens::acceptance:
        return open_dialog(state, Dialog::acceptance);
    case PaletteOpens::copy:
        return start_copy(scope, views.keep, state);
    case PaletteOpens::repair:
        return start_repair(state);
    case PaletteOpens::recovery:
        return start_recovery(scope, views.keep, state);
    case PaletteOpens::state:
        return start_segment_state(views, state);
    case PaletteOpens::point:
        return start_point(views, state);
    case PaletteOpens::registers:
        return start_records(views, state);
    case PaletteOpens::import_file:
        return open_files(state, FilePurpose::import);
    case PaletteOpens::code:
        return open_dialog(state, Dialog::check_code);
    case PaletteOpens::export_layer:
        return open_dialog(state, Dialog::export_layer);
    case PaletteOpens::matrix:
        return start_charts(views, state, 0);
    case PaletteOpens::timeline:
        return start_charts(views, state, 1);
    case PaletteOpens::partners:
        return start_charts(views, state, 2);
    case PaletteOpens::selected:
        return change_selected(views, state);
    case PaletteOpens::record:
        return start_record(views, state, entry.record);
    }
}

} // namespace

void draw_palette(Scope& scope, const FrameViews& views, UiState& state) {
    PaletteState& palette = state.palette;
    look_up(views, palette);
    const ImVec2 glass = ImGui::GetIO().DisplaySize;
    const float width = std::min(scope.px(palette_width), glass.x - scope.px(32));
    const float rows = static_cast<float>(std::max<std::size_t>(1, palette.entries.size()));
    const float height = scope.px(60) + rows * scope.px(32);
    const ImVec2 at{std::round((glass.x - width) / 2), scope.px(56)};
    if (!ImGui::IsPopupOpen("##palet"))
        ImGui::OpenPopup("##palet");
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleColor(ImGuiCol_PopupBg, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 0);
    const bool open = ImGui::BeginPopup(
        "##palet", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (!open) {
        if (!state.opening)
            state.dialog = Dialog::none;
        state.opening = false;
        return;
    }
    state.opening = false;
    const int taken = draw_contents(scope, views, palette, {at, {at.x + width, at.y + height}});
    if (taken >= 0 || escape_pressed()) {
        state.dialog = Dialog::none;
        ImGui::CloseCurrentPopup();
    }
    if (taken >= 0 && taken < static_cast<int>(palette.entries.size()))
        carry_out(scope, views, state,
                  workspace::PaletteEntry(palette.entries[static_cast<std::size_t>(taken)]));
    ImGui::EndPopup();
}

} // namespace antardesa::ui
