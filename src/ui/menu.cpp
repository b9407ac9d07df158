#include "ui/menu.h"

#include "ui/draw.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// What a menu keeps from frame to frame, in its own window's memory.
constexpr ImGuiID kept_mark = 1;
constexpr ImGuiID kept_rows = 2;
constexpr ImGuiID kept_press = 3;

bool key_pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

} // namespace

void close_by_escape() {
    // The key that opened it is not meant for it.
    if (!ImGui::IsWindowAppearing() && escape_pressed())
        ImGui::CloseCurrentPopup();
}

void move_mark(int& mark, int count) {
    if (count <= 0)
        return;
    const int before = mark;
    mark += key_pressed(ImGuiKey_DownArrow) ? 1 : 0;
    mark -= key_pressed(ImGuiKey_UpArrow) ? 1 : 0;
    if (key_pressed(ImGuiKey_Home))
        mark = 0;
    if (key_pressed(ImGuiKey_End))
        mark = count - 1;
    if (mark != before)
        mark = std::clamp(mark, 0, count - 1);
}

bool begin_menu(Scope& scope, const char* id, const MenuPlace& place) {
    ImGui::SetNextWindowPos(place.corner, ImGuiCond_Always, place.which);
    ImGui::SetNextWindowSize({place.width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, scope.px(8)});
    const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    if (!open)
        return false;
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const bool opens = ImGui::IsWindowAppearing();
    int mark = opens ? -1 : memory.GetInt(kept_mark, -1);
    if (!opens)
        move_mark(mark, memory.GetInt(kept_rows));
    memory.SetInt(kept_mark, mark);
    memory.SetInt(kept_rows, 0);
    memory.SetBool(kept_press, !opens && (enter_pressed() || space_pressed()));
    close_by_escape();
    return true;
}

bool menu_row(Scope& scope, const char* id, char32_t icon, std::string_view text,
              std::string_view shortcut, bool enabled) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(32));
    const Touch state = touch(scope, id, row, text);
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const int number = memory.GetInt(kept_rows);
    memory.SetInt(kept_rows, number + 1);
    const bool marked = number == memory.GetInt(kept_mark, -1);
    const ImU32 colour = enabled ? t.fg : with_alpha(t.mut, 0.6F);
    if ((state.hovered || marked) && enabled)
        fill(row, t.acc_bg);
    put_icon(scope, {row.min.x + scope.px(24), row.centre().y}, icon, Role::icon18,
             enabled ? t.mut : colour);
    const float right = shortcut.empty() ? 0 : text_width(Role::small, shortcut) + scope.px(16);
    const Rect room{{row.min.x + scope.px(44), row.min.y},
                    {row.max.x - scope.px(16) - right, row.max.y}};
    put_elided(scope, room, text, Role::body, colour);
    put_text_right(scope, {row.max.x - scope.px(16), row.centre().y}, shortcut, Role::small, t.mut);
    const bool by_key = marked && memory.GetBool(kept_press);
    const bool pressed = (state.clicked || by_key) && enabled;
    if (pressed)
        ImGui::CloseCurrentPopup();
    return pressed;
}

} // namespace antardesa::ui
