#include "ui/scope.h"

namespace antardesa::ui {

namespace {

constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav;

} // namespace

void begin_panel(const char* id, Rect place, ImU32 ground, int extra_flags) {
    ImGui::SetNextWindowPos(place.min);
    ImGui::SetNextWindowSize({std::max(1.0F, place.width()), std::max(1.0F, place.height())});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
    ImGui::Begin(id, nullptr,
                 fixed | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                     extra_flags);
    ImGui::PopStyleColor();
}

void end_panel() {
    ImGui::End();
}

bool enter_pressed() {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
           ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false);
}

bool escape_pressed() {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
}

bool space_pressed() {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Space), false);
}

void begin_scroll(const char* id, Rect place) {
    // Tab goes from field to field in a dialog, into this part and out of it to the buttons, and
    // from village to village elsewhere.
    const bool in_dialog =
        ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    ImGui::SetCursorScreenPos(place.min);
    ImGui::BeginChild(id, {std::max(1.0F, place.width()), std::max(1.0F, place.height())}, false,
                      in_dialog ? ImGuiWindowFlags_NavFlattened : ImGuiWindowFlags_NoNav);
}

Rect take(float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
    ImGui::Dummy({width, height});
    return {at, {at.x + width, at.y + height}};
}

} // namespace antardesa::ui
