#include "ui/draw.h"

namespace antardesa::ui {

void fill(Rect area, ImU32 colour, float rounding) {
    ImGui::GetWindowDrawList()->AddRectFilled(area.min, area.max, colour, rounding);
}

void outline(Rect area, ImU32 colour, float rounding, float thickness) {
    ImGui::GetWindowDrawList()->AddRect(area.min, area.max, colour, rounding, 0, thickness);
}

void horizontal_line(float x0, float x1, float y, ImU32 colour) {
    ImGui::GetWindowDrawList()->AddRectFilled({x0, std::floor(y)}, {x1, std::floor(y) + 1}, colour);
}

void vertical_line(float x, float y0, float y1, ImU32 colour) {
    ImGui::GetWindowDrawList()->AddRectFilled({std::floor(x), y0}, {std::floor(x) + 1, y1}, colour);
}

namespace {

/// Wide texts are broken so that no tooltip runs off the glass.
constexpr float widest_tooltip = 360;
/// A tooltip shows this much of a long text, else it would cover the window.
constexpr std::size_t longest_tooltip = 600;

std::string_view without_half_character(std::string_view text, std::size_t bytes) {
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

void tooltip_line(Scope& scope, std::string_view whole, Role role, ImU32 colour) {
    std::string text(whole);
    if (whole.size() > longest_tooltip)
        text = std::string(without_half_character(whole, longest_tooltip)) + "…";
    const float line = scope.px(18);
    const float width = std::min(text_width(role, text), scope.px(widest_tooltip)) + 1;
    const float height = wrapped_height(role, width, line, text);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({width, height});
    put_wrapped(scope, at, width, line, text, role, colour);
}

} // namespace

void show_tooltip(Scope& scope, std::string_view title, std::string_view detail) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {scope.px(8), scope.px(4)});
    ImGui::PushStyleColor(ImGuiCol_PopupBg, scope.tokens.fg);
    ImGui::BeginTooltip();
    tooltip_line(scope, title, detail.empty() ? Role::small : Role::small_strong,
                 scope.tokens.panel);
    if (!detail.empty())
        tooltip_line(scope, detail, Role::small, with_alpha(scope.tokens.panel, 0.85F));
    ImGui::EndTooltip();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

void tooltip_when(Scope& scope, bool hovered, std::string_view text) {
    if (hovered && !text.empty())
        show_tooltip(scope, text);
}

} // namespace antardesa::ui
