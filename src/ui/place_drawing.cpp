#include "ui/place_drawing.h"

#include "ui/panels.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"
#include "workspace/typed_value.h"
#include "workspace/well_known_text.h"

#include <cmath>

namespace antardesa::ui {

namespace {

std::size_t least_points(PlaceShape shape) {
    return shape == PlaceShape::point ? 1 : shape == PlaceShape::line ? 2 : 3;
}

double turn(geo::Point a, geo::Point b, geo::Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/// An area whose border crosses itself has no inside.
bool crosses_itself(const Placement& placement) {
    const auto& points = placement.map;
    if (placement.wish.shape != PlaceShape::area)
        return false;
    const std::size_t count = points.size();
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = i + 2; k < count; ++k)
            if (cross(points[i], points[i + 1], points[k], points[(k + 1) % count]))
                return true;
    return false;
}

/// Corners in one row have no area either; a road has.
bool is_flat(const Placement& placement) {
    const auto& points = placement.map;
    if (placement.wish.shape != PlaceShape::area || points.size() < 3)
        return false;
    double twice_area = 0;
    geo::Box extent;
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        twice_area += turn(points[0], points[i], points[i + 1]);
    for (const geo::Point point : points)
        extent.extend(point);
    const double longest = std::hypot(extent.width(), extent.height());
    return std::abs(twice_area) < 1e-6 * longest * longest;
}

bool can_keep(const Placement& placement) {
    return placement.map.size() >= least_points(placement.wish.shape) &&
           !crosses_itself(placement) && !is_flat(placement);
}

geo::Geometry geometry_of(const Placement& placement) {
    geo::Line line = placement.degrees;
    if (placement.wish.shape == PlaceShape::point)
        return geo::PointSet{line};
    if (placement.wish.shape == PlaceShape::line)
        return geo::LineSet{{std::move(line)}};
    line.push_back(line.front());
    return geo::PolygonSet{{geo::Polygon{std::move(line), {}}}};
}

/// The time of saving in the subtitle changes, its file does not.
std::string project_of(const FrameViews& views) {
    const std::string& subtitle = views.top_bar.subtitle;
    return views.top_bar.title + "\n" + subtitle.substr(0, subtitle.find(" · "));
}

void back_to_form(UiState& state) {
    state.map.placement.reset();
    if (state.record.form)
        open_dialog(state, Dialog::record);
}

void keep(const FrameViews& views, UiState& state) {
    const Placement& placement = *state.map.placement;
    RecordFormState& form = state.record;
    if (!can_keep(placement))
        return;
    if (form.form && placement.wish.field < form.typed.size()) {
        form.drawn = workspace::to_well_known_text(geometry_of(placement));
        form.typed[placement.wish.field] =
            workspace::shown_value(workspace::FieldKind::place, form.drawn, views.language);
    }
    back_to_form(state);
}

std::string sentence_of(const Scope& scope, const Placement& placement) {
    if (placement.wish.shape == PlaceShape::point)
        return scope.text("ui.place.point");
    if (placement.map.empty())
        return scope.text(placement.wish.shape == PlaceShape::line ? "ui.place.line"
                                                                   : "ui.place.area");
    if (crosses_itself(placement))
        return scope.text("ui.place.crosses");
    if (is_flat(placement))
        return scope.text("ui.place.flat");
    return scope.language.plural("ui.place.points", static_cast<long long>(placement.map.size()));
}

enum class Pressed { nothing, keep, back, cancel };

Pressed draw_bar(Scope& scope, const Placement& placement, Rect area) {
    fill(area, scope.tokens.panel, scope.px(6));
    outline(area, scope.tokens.line, scope.px(6));
    const Rect row = area.inset(scope.px(12), scope.px(6));
    float x = row.max.x;
    const auto pressed = [&](const Button& what) {
        const float width = button_width(scope, what);
        const Rect place{{x - width, row.min.y}, {x, row.max.y}};
        x = place.min.x - scope.px(8);
        return button(scope, place, what);
    };
    Pressed answer = Pressed::nothing;
    if (pressed({.id = "batal-letak", .text = scope.text("ui.cancel")}))
        answer = Pressed::cancel;
    if (placement.wish.shape != PlaceShape::point) {
        if (pressed({.id = "mundur-letak",
                     .text = scope.text("ui.claim.back"),
                     .enabled = !placement.map.empty()}))
            answer = Pressed::back;
        if (pressed({.id = "pakai-letak",
                     .text = scope.text("ui.place.take"),
                     .kind = ButtonKind::primary,
                     .enabled = can_keep(placement)}))
            answer = Pressed::keep;
    }
    put_elided(scope, {row.min, {x, row.max.y}}, sentence_of(scope, placement), Role::small,
               scope.tokens.fg);
    return answer;
}

void step_back(Placement& placement) {
    if (placement.map.empty())
        return;
    placement.map.pop_back();
    placement.degrees.pop_back();
}

} // namespace

void draw_course(const Scope& scope, std::span<const geo::Point> line, const Placing& place) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    stroke_course(place, line, IM_COL32(255, 255, 255, 235), scope.px(6));
    stroke_course(place, line, scope.tokens.acc, scope.px(3));
    for (const geo::Point p : line) {
        const ImVec2 at = place(p);
        list.AddCircleFilled(at, scope.px(6), IM_COL32(255, 255, 255, 255));
        list.AddCircle(at, scope.px(6), scope.tokens.acc, 0, scope.px(2.5F));
    }
}

void start_placement(const FrameViews& views, UiState& state, PlaceWish wish) {
    state.map.placement = Placement{wish, {}, {}, project_of(views)};
    state.dialog = Dialog::none;
}

void follow_placement(const FrameViews& views, UiState& state) {
    if (!state.map.placement)
        return;
    if (state.map.placement->project != project_of(views)) {
        state.map.placement.reset();
        state.record = {};
        if (state.dialog == Dialog::record)
            state.dialog = Dialog::none;
    } else if (views.job == workspace::Job::sheet || in_meeting(views, state)) {
        back_to_form(state);
    }
}

bool returns_to_placement(UiState& state) {
    if (!state.map.placement || !state.record.form)
        return false;
    back_to_form(state);
    return true;
}

void keep_language(UiState& state, std::vector<workspace::Action>& actions) {
    if (!state.map.placement || !state.record.form)
        return;
    const auto switches = std::erase_if(actions, [](const workspace::Action& action) {
        return std::holds_alternative<workspace::SetLanguage>(action);
    });
    if (switches > 0)
        back_to_form(state);
}

void add_to_placement(const FrameViews& views, MapState& state, geo::Point map) {
    const auto degrees = views.degrees ? views.degrees(map) : std::nullopt;
    if (!degrees || (!state.placement->map.empty() && state.placement->map.back() == map))
        return;
    state.placement->map.push_back(map);
    state.placement->degrees.push_back(*degrees);
}

void draw_placement(Scope& scope, const FrameViews& views, UiState& state, Rect map) {
    const Placement& placement = *state.map.placement;
    // A card may lie over the map's right: places are told by the whole of it.
    const auto room = static_cast<float>(state.map.width);
    const Rect whole{map.min, {map.min.x + std::max(room, map.width()), map.max.y}};
    std::vector<geo::Point> course = placement.map;
    if (placement.wish.shape == PlaceShape::area && course.size() > 2)
        course.push_back(course.front());
    ImGui::PushClipRect(map.min, map.max, true);
    draw_course(scope, course, Placing(views, whole));
    ImGui::PopClipRect();
    const ImVec2 at{map.min.x + scope.px(8), map.min.y + scope.px(8)};
    const Rect area{at, {map.max.x - scope.px(50), at.y + scope.px(44)}};
    Pressed pressed = draw_bar(scope, placement, area);
    cover(state.map, area, map);
    ImGui::SetCursorScreenPos(area.min);
    ImGui::InvisibleButton("gambar-letak", area.size());
    // One click is all that a point needs.
    if (placement.wish.shape == PlaceShape::point && !placement.map.empty())
        pressed = Pressed::keep;
    if (pressed == Pressed::keep)
        keep(views, state);
    else if (pressed == Pressed::back)
        step_back(*state.map.placement);
    else if (pressed == Pressed::cancel)
        back_to_form(state);
}

bool answer_placement_keys(const FrameViews& views, UiState& state) {
    if (enter_pressed())
        keep(views, state);
    else if (escape_pressed())
        back_to_form(state);
    else if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace), true))
        step_back(*state.map.placement);
    else
        return false;
    return true;
}

} // namespace antardesa::ui
