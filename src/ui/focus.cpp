#include "ui/focus.h"

#include "ui/draw.h"

#include <imgui_internal.h>

namespace antardesa::ui {

namespace {

/// Whether Tab or the mouse was used last, which the dialog's window remembers.
bool keys_lead() {
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("papan-ketik");
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        memory.SetBool(id, false);
    else if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab)))
        memory.SetBool(id, true);
    return memory.GetBool(id);
}

/// Tab goes on from what has the keys, also when that is no text field: ImGui would begin anew.
void tab_goes_on() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    if ((context.NavMoveFlags & ImGuiNavMoveFlags_Tabbing) != 0 && context.NavTabbingDir == 0 &&
        context.NavId != 0)
        context.NavTabbingDir = 1;
}

/// Two pixels around it, also where it fills its window from edge to edge.
void draw_focus(const Scope& scope, Rect area) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 least = list.GetClipRectMin();
    const ImVec2 most = list.GetClipRectMax();
    const float room = scope.px(4);
    list.PushClipRect({least.x - room, least.y - room}, {most.x + room, most.y + room}, false);
    outline(area.inset(-scope.px(3), -scope.px(3)), scope.tokens.acc, scope.px(8), scope.px(2));
    list.PopClipRect();
}

} // namespace

void begin_keys(Scope& scope) {
    scope.tab_stops = true;
    scope.keys_lead = keys_lead();
    scope.key_taken = false;
    scope.begins = ImGui::IsWindowAppearing();
    tab_goes_on();
}

void end_keys(Scope& scope) {
    scope.tab_stops = scope.begins = false;
}

void begin_stop(const Scope& scope) {
    if (scope.tab_stops)
        ImGui::PushItemFlag(ImGuiItemFlags_Inputable, true);
}

bool end_stop(Scope& scope, Rect area) {
    if (!scope.tab_stops)
        return false;
    ImGui::PopItemFlag();
    if (!scope.keys_lead || !ImGui::IsItemFocused())
        return false;
    draw_focus(scope, area);
    if (!enter_pressed() && !space_pressed())
        return false;
    scope.key_taken = true;
    return true;
}

} // namespace antardesa::ui
