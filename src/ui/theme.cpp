#include "ui/tokens.h"
#include "ui/window.h"

#include <cmath>

namespace antardesa::ui {

namespace {

void set_measures(ImGuiStyle& style, float scale) {
    const auto px = [scale](float value) { return std::round(value * scale); };
    style.WindowPadding = style.ItemSpacing = style.ItemInnerSpacing = {0, 0};
    style.FramePadding = {px(12), px(8)};
    style.CellPadding = {px(8), 0};
    style.WindowRounding = style.ChildRounding = 0;
    style.WindowBorderSize = style.ChildBorderSize = 0;
    style.FrameRounding = style.PopupRounding = px(6);
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 1;
    style.ScrollbarSize = px(8);
    style.ScrollbarRounding = px(4);
    style.WindowMinSize = {1, 1};
    style.AntiAliasedLinesUseTex = false;
}

void set_colours(ImGuiStyle& style, const Tokens& tokens) {
    const auto set = [&style](ImGuiCol slot, ImU32 colour) {
        style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(colour);
    };
    set(ImGuiCol_Text, tokens.fg);
    set(ImGuiCol_TextDisabled, tokens.mut);
    set(ImGuiCol_WindowBg, tokens.panel);
    set(ImGuiCol_ChildBg, IM_COL32_BLACK_TRANS);
    set(ImGuiCol_PopupBg, tokens.panel);
    set(ImGuiCol_Border, tokens.line);
    set(ImGuiCol_BorderShadow, IM_COL32_BLACK_TRANS);
    for (const ImGuiCol slot : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive})
        set(slot, tokens.panel);
    set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
    set(ImGuiCol_ScrollbarGrab, with_alpha(tokens.mut, 0.35F));
    set(ImGuiCol_ScrollbarGrabHovered, with_alpha(tokens.mut, 0.6F));
    set(ImGuiCol_ScrollbarGrabActive, tokens.acc);
    set(ImGuiCol_TextSelectedBg, with_alpha(tokens.acc, 0.35F));
    set(ImGuiCol_NavHighlight, tokens.acc);
    set(ImGuiCol_ModalWindowDimBg, IM_COL32_BLACK_TRANS);
}

} // namespace

void apply_theme(workspace::UiTheme theme, double scale) {
    ImGuiStyle& style = ImGui::GetStyle();
    set_measures(style, static_cast<float>(scale));
    set_colours(style, tokens_of(theme));
}

} // namespace antardesa::ui
