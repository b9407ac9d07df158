#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/place_drawing.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <utility>

namespace antardesa::ui {

namespace {

constexpr double wheel_step = 1.25;
constexpr double hover_wait = 0.4;
/// A press that moves less than this is a click.
constexpr float click_reach = 4;

double pixels_per_metre(const cartography::View& view, double pixels_per_millimetre) {
    return pixels_per_millimetre / view.scale.metres_per_millimetre();
}

geo::Point in_map(ImVec2 mouse, Rect map) {
    return {mouse.x - map.min.x, mouse.y - map.min.y};
}

/// `larger`: what is written on the map, as everything drawn there.
void follow_size(Scope& scope, MapState& state, Rect map, float larger = 1) {
    const int width = static_cast<int>(map.width());
    const int height = static_cast<int>(map.height());
    const double density = 96 / 25.4 * static_cast<double>(scope.scale * larger);
    if (width < 1 || height < 1 ||
        (width == state.width && height == state.height && density == state.pixels_per_millimetre &&
         state.floating == state.covered))
        return;
    state.covered = state.floating;
    state.width = width;
    state.height = height;
    state.pixels_per_millimetre = density;
    scope.ask(workspace::ResizeMap{width, height, density, state.covered});
}

void point(Scope& scope, MapState& state, Rect map, bool hovered) {
    const ImVec2 mouse = ImGui::GetMousePos();
    if (hovered && (mouse.x != state.pointer_x || mouse.y != state.pointer_y || !state.inside)) {
        scope.ask(workspace::PointAt{in_map(mouse, map), true});
        state.hover_seconds = 0;
    }
    if (!hovered && state.inside)
        scope.ask(workspace::PointAt{{}, false});
    state.inside = hovered;
    state.pointer_x = mouse.x;
    state.pointer_y = mouse.y;
    state.hover_seconds += static_cast<double>(ImGui::GetIO().DeltaTime);
}

void drag(Scope& scope, MapState& state) {
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsItemActivated())
        state.dragging = false;
    if (!ImGui::IsItemActive() || !ImGui::IsMouseDragging(0, state.dragging ? 0 : click_reach))
        return;
    const ImVec2 whole = ImGui::GetMouseDragDelta(0, 0);
    // The first frame of a drag also carries what was moved below the click's reach.
    const ImVec2 moved = state.dragging ? io.MouseDelta : whole;
    state.dragging = true;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (moved.x != 0 || moved.y != 0)
        scope.ask(workspace::PanBy{{static_cast<double>(moved.x), static_cast<double>(moved.y)}});
}

void answer_mouse(Scope& scope, const FrameViews& views, MapState& state, Rect map) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool hovered = ImGui::IsItemHovered();
    point(scope, state, map, hovered);
    if (edits_line(views)) {
        answer_line_mouse(scope, *views.line, state, map, hovered);
        if (views.line->grabbed)
            return;
    }
    if (state.proposing && !views.proposal.swipe) {
        answer_proposal_mouse(scope, views.proposal, state, map, hovered);
        if (views.proposal.grabbed)
            return;
    }
    const bool drawing = views.map.claim_line.active || state.placement;
    if (!state.proposing && !drawing && answer_point_mouse(scope, views, state, map))
        return;
    drag(scope, state);
    const geo::Point at = in_map(io.MousePos, map);
    if (hovered && io.MouseWheel != 0)
        scope.ask(workspace::ZoomBy{std::pow(wheel_step, static_cast<double>(io.MouseWheel)), at});
    if (edits_line(views) || state.proposing)
        return;
    if (state.placement) {
        if (ImGui::IsItemDeactivated() && !state.dragging && hovered)
            add_to_placement(views, state, Placing(views, map).back(io.MousePos));
        return;
    }
    if (drawing) {
        if (ImGui::IsItemDeactivated() && !state.dragging && hovered)
            scope.ask(workspace::AddClaimPoint{at, io.KeyAlt || io.KeyCtrl});
        return;
    }
    if (hovered && ImGui::IsMouseDoubleClicked(0))
        scope.ask(workspace::ZoomBy{2, at});
    else if (ImGui::IsItemDeactivated() && !state.dragging && hovered && state.picking)
        scope.ask(workspace::PutPointAt{*std::exchange(state.picking, std::nullopt), at});
    else if (ImGui::IsItemDeactivated() && !state.dragging && hovered)
        scope.ask(workspace::ClickMap{at, io.KeyCtrl || io.KeyShift});
}

void draw_picture(const FrameViews& views, MapSurface& surface, Rect map) {
    const std::uint64_t texture = surface.map_texture(views.picture);
    if (texture == 0)
        return;
    const Rect place = picture_place(views.picture, views.view, views.pixels_per_millimetre, map);
    ImGui::GetWindowDrawList()->AddImage(reinterpret_cast<ImTextureID>(texture), place.min,
                                         place.max);
}

void draw_tooltip(Scope& scope, const workspace::MapView& view, MapState& state, bool editing) {
    if (view.hover_title != state.hover_title) {
        state.hover_title = view.hover_title;
        state.hover_seconds = 0;
    }
    if (state.inside && !state.dragging && !editing && !view.hover_title.empty() &&
        state.hover_seconds >= hover_wait)
        show_tooltip(scope, view.hover_title, view.hover_detail);
}

void draw_empty_map(Scope& scope, UiState& state, Rect map) {
    const Tokens& t = scope.tokens;
    const std::string sentence = scope.text("ui.empty.project");
    const float width = std::min(scope.px(400), map.width() - scope.px(48));
    const float line = scope.px(20);
    const float height = wrapped_height(Role::body, width, line, sentence);
    float y = map.centre().y - (height + scope.px(96)) / 2;
    put_icon(scope, {map.centre().x - width / 2 + scope.px(12), y}, icon::map, Role::icon24, t.mut);
    y += scope.px(24);
    put_wrapped(scope, {std::round(map.centre().x - width / 2), y}, width, line, sentence,
                Role::body, t.fg);
    y += height + scope.px(16);
    const std::string open = scope.text("ui.menu.open");
    const std::string sample = scope.text("ui.menu.sample");
    const Button first{.id = "buka", .text = open, .kind = ButtonKind::primary};
    const Button second{.id = "contoh", .text = sample};
    const float a = button_width(scope, first);
    const float b = button_width(scope, second);
    const float x = std::round(map.centre().x - width / 2);
    if (button(scope, {{x, y}, {x + a, y + scope.px(32)}}, first))
        open_files(state, FilePurpose::open);
    const float x2 = x + a + scope.px(8);
    if (button(scope, {{x2, y}, {x2 + b, y + scope.px(32)}}, second))
        scope.ask(workspace::OpenSample{});
}

} // namespace

Rect picture_place(const workspace::MapPicture& picture, const cartography::View& view,
                   double pixels_per_millimetre, Rect map) {
    if (!picture.image)
        return {map.min, map.min};
    const double now = pixels_per_metre(view, pixels_per_millimetre);
    const double then = pixels_per_metre(picture.view, picture.pixels_per_millimetre);
    const double zoom = now / then;
    const double x = (picture.view.centre.x - view.centre.x) * now + double(map.width()) / 2;
    const double y = (view.centre.y - picture.view.centre.y) * now + double(map.height()) / 2;
    const double half_width = picture.image->width * zoom / 2;
    const double half_height = picture.image->height * zoom / 2;
    ImVec2 corner{map.min.x + static_cast<float>(x - half_width),
                  map.min.y + static_cast<float>(y - half_height)};
    // At its own scale a picture is only sharp on whole pixels.
    if (std::abs(zoom - 1) < 1e-9)
        corner = {std::round(corner.x), std::round(corner.y)};
    return {corner,
            {corner.x + static_cast<float>(2 * half_width),
             corner.y + static_cast<float>(2 * half_height)}};
}

void draw_map_panel(Scope& scope, const FrameViews& views, MapSurface& surface, UiState& state,
                    Rect place) {
    begin_panel("##peta", place, scope.tokens.bg, ImGuiWindowFlags_NoBringToFrontOnFocus);
    if (views.map.empty) {
        follow_size(scope, state.map, place);
        draw_empty_map(scope, state, place);
        end_panel();
        return;
    }
    // What floats above is submitted first, so that it and not the map takes the pointer.
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    draw_map_overlays(scope, views, state, place);
    follow_size(scope, state.map, place);
    list.ChannelsSetCurrent(0);
    draw_picture(views, surface, place);
    state.map.proposing = proposes(views, state);
    if (edits_line(views))
        draw_line_handles(scope, views, place);
    if (state.map.proposing)
        draw_proposal_line(scope, views.proposal, views, place, false);
    draw_point_handle(scope, views, place);
    ImGui::SetCursorScreenPos(place.min);
    ImGui::InvisibleButton("peta", place.size());
    answer_mouse(scope, views, state.map, place);
    list.ChannelsMerge();
    draw_tooltip(scope, views.map, state.map, edits_line(views) || state.map.placement);
    end_panel();
}

void draw_meeting_map(Scope& scope, const FrameViews& views, MapSurface& surface, UiState& state,
                      Rect place, const std::function<void()>& overlay) {
    begin_panel("##peta-rapat", place, scope.tokens.bg, ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    state.map.floating.clear();
    overlay();
    follow_size(scope, state.map, place, room_letters);
    list.ChannelsSetCurrent(0);
    draw_picture(views, surface, place);
    state.map.proposing = true;
    draw_proposal_line(scope, views.proposal, views, place, true);
    draw_scale_bar(scope, views.map, place);
    ImGui::SetCursorScreenPos(place.min);
    ImGui::InvisibleButton("peta", place.size());
    answer_mouse(scope, views, state.map, place);
    list.ChannelsMerge();
    end_panel();
}

} // namespace antardesa::ui
