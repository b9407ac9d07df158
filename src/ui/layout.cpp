#include "ui/layout.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// Default and limits of a panel at 100 % (ui.md §1).
struct Span {
    float small;
    float large;
    float least;
    float most;
};
constexpr Span left_span{256, 288, 224, 400};
constexpr Span right_span{304, 384, 272, 640};
constexpr Span bottom_span{176, 288, 96, 4000};
constexpr float large_width = 1800;
constexpr float large_height = 1000;
constexpr float narrow_width = 1280;
constexpr float least_map_width = 320;
constexpr float least_map_height = 240;

struct Measure {
    const LayoutRequest& request;
    float px(float value) const { return std::round(value * request.scale); }
    bool wide() const { return request.width >= px(large_width); }
    bool tall() const { return request.height >= px(large_height); }
    float size(float chosen, const Span& span, bool large) const {
        const float wanted = chosen > 0 ? chosen : px(large ? span.large : span.small);
        return std::clamp(wanted, px(span.least), px(span.most));
    }
};

bool narrow(const Measure& m) {
    return m.request.width < m.px(narrow_width);
}

} // namespace

Layout lay_out(const UiState& state, const LayoutRequest& request) {
    const Measure m{request};
    const float width = request.width;
    const float height = request.height;
    Layout at;
    at.top = {{0, 0}, {width, m.px(48)}};
    at.status = {{0, height - m.px(24)}, {width, height}};
    Rect rest{{0, at.top.max.y}, {width, at.status.min.y}};
    if (request.banner) {
        at.banner = rest.top(m.px(40));
        rest.min.y = at.banner.max.y;
    }
    if (state.map_only) {
        at.map = rest;
        return at;
    }
    at.rail = rest.left(m.px(80));
    rest.min.x = at.rail.max.x;
    // A narrow window has no room for the layers besides a line's panel and table.
    const bool line = request.line && narrow(m) && state.right_open;
    if ((state.left_open && !request.empty && !line) || request.sheet) {
        at.left = rest.left(m.size(state.left_width, left_span, m.wide()));
        rest.min.x = at.left.max.x;
    }
    if (request.empty) {
        at.map = rest;
        return at;
    }
    at.right_over_map = narrow(m) && !line;
    const bool right =
        state.right_open && request.anything_right && (!request.sheet || state.history_open);
    const float room = std::max(m.px(272), rest.width() - m.px(least_map_width));
    const float right_width = std::min(m.size(state.right_width, right_span, m.wide()), room);
    if (right && !at.right_over_map) {
        at.right = rest.right(right_width);
        rest.max.x = at.right.min.x;
    }
    if (!request.sheet) {
        const float most = std::max(m.px(96), rest.height() - m.px(least_map_height));
        const float open = std::min(m.size(state.bottom_height, bottom_span, m.tall()), most);
        at.bottom = rest.bottom(state.bottom_open ? open : m.px(32));
        rest.max.y = at.bottom.min.y;
    }
    if (right && at.right_over_map)
        at.right = Rect{rest.min, {rest.max.x, at.status.min.y}}.right(
            std::min(right_width, rest.width()));
    // The card covers the map, but not the list below it: beside it where there is room, else
    // above.
    if (right && at.right_over_map && !request.sheet) {
        if (at.right.min.x - at.bottom.min.x >= m.px(least_map_width))
            at.bottom.max.x = at.right.min.x;
        else
            at.right.max.y = at.bottom.min.y;
    }
    at.map = rest;
    return at;
}

namespace {

struct Splitter {
    const char* id;
    Rect line;
    bool upright;
};

/// How far the line was dragged in this frame; resets `size` on a double click.
float drag(Scope& scope, const Splitter& splitter, float& size) {
    const float reach = scope.px(3);
    const Rect grip =
        splitter.upright ? splitter.line.inset(-reach, 0) : splitter.line.inset(0, -reach);
    begin_panel(splitter.id, grip, IM_COL32_BLACK_TRANS, ImGuiWindowFlags_NoBackground);
    ImGui::InvisibleButton("tarik", grip.size());
    const bool active = ImGui::IsItemActive();
    if (ImGui::IsItemHovered() || active) {
        ImGui::SetMouseCursor(splitter.upright ? ImGuiMouseCursor_ResizeEW
                                               : ImGuiMouseCursor_ResizeNS);
        ImGui::GetWindowDrawList()->AddRectFilled(
            grip.inset(splitter.upright ? 2 : 0, splitter.upright ? 0 : 2).min,
            grip.inset(splitter.upright ? 2 : 0, splitter.upright ? 0 : 2).max, scope.tokens.acc);
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0))
        size = 0;
    end_panel();
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    return active && !ImGui::IsMouseDoubleClicked(0) ? (splitter.upright ? delta.x : delta.y) : 0;
}

bool shown(const Rect& rect) {
    return rect.width() > 0 && rect.height() > 0;
}

} // namespace

void draw_splitters(Scope& scope, const Layout& at, UiState& state) {
    if (shown(at.left)) {
        const Rect line{{at.left.max.x - 1, at.left.min.y}, {at.left.max.x, at.left.max.y}};
        if (const float moved = drag(scope, {"##pisah-kiri", line, true}, state.left_width))
            state.left_width = std::clamp(at.left.width() + moved, scope.px(left_span.least),
                                          scope.px(left_span.most));
    }
    if (shown(at.right)) {
        const Rect line{at.right.min, {at.right.min.x + 1, at.right.max.y}};
        if (const float moved = drag(scope, {"##pisah-kanan", line, true}, state.right_width))
            state.right_width = std::clamp(at.right.width() - moved, scope.px(right_span.least),
                                           scope.px(right_span.most));
    }
    if (shown(at.bottom) && state.bottom_open) {
        const Rect line{at.bottom.min, {at.bottom.max.x, at.bottom.min.y + 1}};
        if (const float moved = drag(scope, {"##pisah-bawah", line, false}, state.bottom_height))
            state.bottom_height = std::max(at.bottom.height() - moved, scope.px(bottom_span.least));
    }
}

} // namespace antardesa::ui
