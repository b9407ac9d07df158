#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/placing.h"
#include "ui/widgets.h"

#include "geo/shape.h"

#include <algorithm>
#include <array>
#include <optional>

namespace antardesa::ui {

namespace {

constexpr float click_reach = 4;
/// Handles nearer to each other than this are left out until one zooms in.
constexpr float least_spacing = 14;
constexpr float number_spacing = 44;

float distance(ImVec2 a, ImVec2 b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Held down, nothing draws the hand.
bool is_free() {
    return ImGui::GetIO().KeyAlt || ImGui::GetIO().KeyCtrl;
}

void draw_course(const Scope& scope, const workspace::LineEditView& line, const Placing& place) {
    const Tokens& t = scope.tokens;
    std::vector<geo::Point> run;
    std::uint32_t number = 0;
    const auto flush = [&] {
        stroke_course(place, run, with_alpha(t.panel, 0.85F), scope.px(7));
        stroke_course(place, run, line.locked ? t.grn : t.acc, scope.px(3));
        run.clear();
    };
    for (const workspace::LineHandle& handle : *line.handles) {
        if (handle.line != number)
            flush();
        number = handle.line;
        run.push_back(handle.at);
    }
    flush();
}

/// What is drawn so far, or the river that is traced.
void draw_guide(const Scope& scope, const workspace::LineEditView& line, const Placing& place) {
    stroke_course(place, line.drawn, with_alpha(scope.tokens.panel, 0.85F), scope.px(7));
    stroke_course(place, line.drawn, scope.tokens.blu, scope.px(3));
}

void draw_change(const Scope& scope, const workspace::LineEditView& line, const Placing& place) {
    const Tokens& t = scope.tokens;
    const bool traces = line.tool == workspace::LineTool::trace;
    if (traces)
        draw_guide(scope, line, place);
    for (const auto& piece : line.replaced)
        stroke_course(place, piece, with_alpha(t.mut, 0.9F), scope.px(3));
    for (const auto& piece : line.moving) {
        stroke_course(place, piece, with_alpha(t.panel, 0.85F), scope.px(8));
        stroke_course(place, piece, line.trouble.empty() ? t.acc : t.red, scope.px(4));
    }
    if (traces)
        return;
    draw_guide(scope, line, place);
    for (const geo::Point p : line.drawn)
        ImGui::GetWindowDrawList()->AddCircleFilled(place(p), scope.px(4), t.blu);
}

void draw_handle(Scope& scope, ImVec2 at, const workspace::LineHandle& handle, bool selected,
                 float radius) {
    const Tokens& t = scope.tokens;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 edge = selected ? t.acc : IM_COL32(0x12, 0x34, 0x3B, 255);
    const ImU32 inside = selected ? t.acc_bg : IM_COL32(255, 255, 255, 255);
    const float rim = scope.px(radius < scope.px(8) ? 2.5F : 4);
    const float half = radius - rim / 2;
    if (handle.node) {
        const Rect box{{at.x - half, at.y - half}, {at.x + half, at.y + half}};
        fill(box, inside);
        list.AddRect(box.min, box.max, edge, 0, 0, rim);
    } else {
        list.AddCircleFilled(at, half, inside);
        list.AddCircle(at, half, edge, 0, rim);
    }
    if (handle.locked)
        put_icon(scope, at, icon::lock, Role::icon14, t.grn);
}

/// The vertex by its place in the table; three digits belong to the points that stand on it.
void draw_number(Scope& scope, ImVec2 at, int number, const std::string& point) {
    const std::string text = std::to_string(number) + (point.empty() ? "" : " · ") + point;
    const float width = text_width(Role::small_strong, text);
    const Rect plate{{at.x + scope.px(12), at.y - scope.px(18)},
                     {at.x + scope.px(18) + width, at.y - scope.px(2)}};
    fill(plate, with_alpha(scope.tokens.panel, 0.85F), scope.px(3));
    put_text(scope, {plate.min.x + scope.px(3), plate.centre().y}, text, Role::small_strong,
             scope.tokens.fg);
}

/// Beside a line that is drawn or traced the old one's handles are small: they say where it can
/// begin and end, and do not cover it.
float handle_radius(const Scope& scope, const workspace::LineEditView& line, bool selected) {
    if (selected && line.grabbed)
        return scope.px(11);
    return scope.px(selected || line.tool == workspace::LineTool::move ? 8.5F : 6);
}

void draw_handles(Scope& scope, const workspace::LineEditView& line, const Placing& place,
                  Rect map) {
    const Rect seen = map.inset(-scope.px(12), -scope.px(12));
    ImVec2 last{-1e6F, -1e6F};
    std::optional<ImVec2> chosen;
    int number = 0;
    for (const workspace::LineHandle& handle : *line.handles) {
        ++number;
        const bool selected = number == line.selected;
        const ImVec2 at = place(selected && line.hand ? *line.hand : handle.at);
        if (!seen.contains(at))
            continue;
        const float spacing = distance(at, last);
        if (!selected && !handle.node && spacing < scope.px(least_spacing))
            continue;
        draw_handle(scope, at, handle, selected, handle_radius(scope, line, selected));
        if (selected)
            chosen = at;
        else if (spacing > scope.px(number_spacing))
            draw_number(scope, at, number, handle.point);
        last = at;
    }
    // Above the handles beside it.
    if (chosen)
        draw_number(scope, *chosen, line.selected,
                    (*line.handles)[static_cast<std::size_t>(line.selected - 1)].point);
}

/// From the last drawn point to the hand: how the line would go on.
void draw_rubber_band(const Scope& scope, const workspace::LineEditView& line, const Placing& place,
                      Rect map) {
    const ImVec2 mouse = ImGui::GetMousePos();
    if (line.tool != workspace::LineTool::draw || line.drawn.empty() || line.busy ||
        !map.contains(mouse))
        return;
    const geo::Point to = line.snapped && !is_free()
                              ? place.on_glass(*line.snapped)
                              : geo::Point{static_cast<double>(mouse.x), double(mouse.y)};
    const std::array<double, 2> dashes{double(scope.px(6)), double(scope.px(4))};
    const auto glass = [](geo::Point p) {
        return ImVec2{static_cast<float>(p.x), static_cast<float>(p.y)};
    };
    for (const geo::Line& part : place.parts_on_glass({place.on_glass(line.drawn.back()), to}))
        for (const geo::Line& dash : geo::dashed(part, dashes, 0))
            for (std::size_t i = 1; i < dash.size(); ++i)
                ImGui::GetWindowDrawList()->AddLine(glass(dash[i - 1]), glass(dash[i]),
                                                    scope.tokens.blu, scope.px(2));
}

void draw_snap(Scope& scope, const workspace::LineEditView& line, const Placing& place) {
    if (!line.snapped || (is_free() && !line.grabbed))
        return;
    const Tokens& t = scope.tokens;
    const ImVec2 at = place(*line.snapped);
    ImGui::GetWindowDrawList()->AddCircle(at, scope.px(15), t.blu, 0, scope.px(2));
    const float width = text_width(Role::small_strong, line.snapped_to);
    const Rect plate{{at.x + scope.px(18), at.y + scope.px(6)},
                     {at.x + scope.px(30) + width, at.y + scope.px(28)}};
    fill(plate, t.blu_bg, scope.px(4));
    put_text(scope, {plate.min.x + scope.px(6), plate.centre().y}, line.snapped_to,
             Role::small_strong, t.blu);
}

geo::Point in_map(ImVec2 mouse, Rect map) {
    return {mouse.x - map.min.x, mouse.y - map.min.y};
}

} // namespace

void draw_line_handles(Scope& scope, const FrameViews& views, Rect map) {
    const workspace::LineEditView& line = *views.line;
    if (!line.handles)
        return;
    const Placing place(views, map);
    ImGui::PushClipRect(map.min, map.max, true);
    draw_course(scope, line, place);
    draw_change(scope, line, place);
    draw_handles(scope, line, place, map);
    draw_rubber_band(scope, line, place, map);
    draw_snap(scope, line, place);
    ImGui::PopClipRect();
}

void answer_line_mouse(Scope& scope, const workspace::LineEditView& line, MapState& state, Rect map,
                       bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    const geo::Point at = in_map(io.MousePos, map);
    if (ImGui::IsItemActivated()) {
        state.dragging = false;
        scope.ask(workspace::PressLine{at});
    }
    if (line.grabbed)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (line.grabbed && ImGui::IsItemActive() &&
        ImGui::IsMouseDragging(0, state.dragging ? 0 : click_reach)) {
        state.dragging = true;
        if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)
            scope.ask(workspace::DragLine{at, is_free()});
    }
    if (hovered && ImGui::IsMouseDoubleClicked(0))
        scope.ask(workspace::InsertLineVertex{at});
    if (!ImGui::IsItemDeactivated())
        return;
    if (line.grabbed)
        scope.ask(workspace::DropLine{});
    else if (!state.dragging && hovered)
        scope.ask(workspace::ClickLine{at, is_free()});
}

} // namespace antardesa::ui
