#include "ui/text_area.h"

#include "ui/draw.h"

#include <imgui_stdlib.h>

#include <utility>

namespace antardesa::ui {

Typed text_area(Scope& scope, Rect area, std::string& text, const Field& what) {
    const Tokens& t = scope.tokens;
    fill(area, t.panel, scope.px(6));
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    ImGui::PushFont(font_of(Role::body));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {scope.px(12), scope.px(6)});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32_BLACK_TRANS);
    ImGui::SetCursorScreenPos(area.min);
    if (std::exchange(scope.begins, false) || what.focus)
        ImGui::SetKeyboardFocusHere();
    Typed typed;
    typed.changed = ImGui::InputTextMultiline(what.id, &text, area.size());
    typed.left = ImGui::IsItemDeactivatedAfterEdit();
    typed.active = ImGui::IsItemActive();
    if (typed.active && enter_pressed())
        scope.key_taken = true;
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    ImGui::SetCursorScreenPos(cursor);
    outline(area, typed.active ? t.acc : t.line, scope.px(6), typed.active ? scope.px(2) : 1);
    return typed;
}

} // namespace antardesa::ui
