#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/placing.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// How near the press must come (ui.md §8).
constexpr float reach = 12;
constexpr float click_reach = 4;

bool can_be_led(const FrameViews& views) {
    return views.can_edit && views.map.point.at && !edits_line(views);
}

/// Where it would stand, beside the hand: what it is, how far it moved, its coordinates.
void draw_words(Scope& scope, const workspace::PointHandleView& point, ImVec2 at, Rect map) {
    const Tokens& t = scope.tokens;
    const float width =
        std::max({text_width(Role::small_strong, point.title),
                  text_width(Role::small, point.detail), text_width(Role::small, point.planar)}) +
        scope.px(20);
    const float height = scope.px(58);
    float x = at.x + scope.px(18);
    if (x + width > map.max.x - scope.px(4))
        x = at.x - scope.px(18) - width;
    const float y = std::clamp(at.y - height / 2, map.min.y + scope.px(4),
                               std::max(map.min.y + scope.px(4), map.max.y - height - scope.px(4)));
    const Rect plate{{x, y}, {x + width, y + height}};
    fill(plate, t.top, scope.px(6));
    const float left = plate.min.x + scope.px(10);
    put_text(scope, {left, plate.min.y + scope.px(13)}, point.title, Role::small_strong, t.top_fg);
    put_text(scope, {left, plate.min.y + scope.px(30)}, point.detail, Role::small, t.top_mut);
    put_text(scope, {left, plate.min.y + scope.px(46)}, point.planar, Role::small, t.top_mut);
}

} // namespace

void draw_point_handle(Scope& scope, const FrameViews& views, Rect map) {
    if (!can_be_led(views))
        return;
    const Tokens& t = scope.tokens;
    const workspace::PointHandleView& point = views.map.point;
    const Placing place(views, map);
    const ImVec2 at = place(*point.at);
    ImGui::PushClipRect(map.min, map.max, true);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (point.led && point.from) {
        list.AddLine(place(*point.from), at, with_alpha(t.mut, 0.9F), scope.px(1.5F));
        list.AddCircle(place(*point.from), scope.px(6), t.mut, 0, scope.px(1.5F));
    }
    const float radius = scope.px(point.led ? 11 : 8.5F);
    list.AddCircleFilled(at, radius - scope.px(2), IM_COL32_WHITE);
    list.AddCircle(at, radius - scope.px(2), point.locked ? t.grn : t.acc, 0, scope.px(4));
    if (point.locked)
        put_icon(scope, at, icon::lock, Role::icon14, t.grn);
    if (point.drawn)
        list.AddCircle(at, scope.px(15), t.blu, 0, scope.px(2));
    if (point.led)
        draw_words(scope, point, at, map);
    ImGui::PopClipRect();
}

bool answer_point_mouse(Scope& scope, const FrameViews& views, MapState& state, Rect map) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!can_be_led(views) || state.picking) {
        state.point_held = false;
        return false;
    }
    const ImVec2 at = Placing(views, map)(*views.map.point.at);
    const float off = std::hypot(io.MousePos.x - at.x, io.MousePos.y - at.y);
    if (ImGui::IsItemActivated()) {
        state.point_held = off <= scope.px(reach);
        state.dragging = false;
    }
    if (off <= scope.px(reach) || state.point_held)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (!state.point_held)
        return false;
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, state.dragging ? 0 : click_reach)) {
        state.dragging = true;
        if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)
            scope.ask(workspace::LeadPoint{{static_cast<double>(io.MousePos.x - map.min.x),
                                            static_cast<double>(io.MousePos.y - map.min.y)},
                                           io.KeyAlt || io.KeyCtrl});
    }
    if (ImGui::IsItemDeactivated()) {
        state.point_held = false;
        if (state.dragging)
            scope.ask(workspace::DropPoint{});
    }
    return true;
}

/// As the vertices of a line (ui.md §8): a metre, with Shift a tenth.
bool answer_point_keys(Scope& scope, const FrameViews& views) {
    if (!can_be_led(views) || !views.card.point)
        return false;
    const double by = ImGui::GetIO().KeyShift ? 0.1 : 1;
    const std::array<std::pair<ImGuiKey, geo::Point>, 4> ways{{{ImGuiKey_LeftArrow, {-by, 0}},
                                                               {ImGuiKey_RightArrow, {by, 0}},
                                                               {ImGuiKey_UpArrow, {0, by}},
                                                               {ImGuiKey_DownArrow, {0, -by}}}};
    for (const auto& [key, step] : ways)
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true))
            scope.ask(workspace::NudgePoint{step.x, step.y});
    return true;
}

} // namespace antardesa::ui
