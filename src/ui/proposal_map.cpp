#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/placing.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::ui {

namespace {

using workspace::ProposalView;

constexpr float click_reach = 4;
/// The villages' claims (ui.md §10): the first by code dashed in blue, the second dotted in orange.
constexpr std::array<ImU32, 2> claim_colours{IM_COL32(0x1F, 0x5F, 0xBF, 255),
                                             IM_COL32(0xA3, 0x4A, 0x00, 255)};
constexpr std::array<double, 2> dashes{14, 6};
constexpr std::array<double, 2> dots{4, 5};
constexpr std::array<double, 2> fine_dots{2, 3};
constexpr ImU32 dark_line = IM_COL32(0x12, 0x34, 0x3B, 255);
constexpr ImU32 paper = IM_COL32(255, 255, 255, 235);

/// A course on the glass.
geo::Line placed(const Placing& place, const std::vector<geo::Point>& line) {
    geo::Line on_glass;
    on_glass.reserve(line.size());
    for (const geo::Point p : line)
        on_glass.push_back(place.on_glass(p));
    return on_glass;
}

void stroke(const geo::Line& line, ImU32 colour, float width) {
    std::vector<ImVec2> points;
    points.reserve(line.size());
    for (const geo::Point p : line)
        points.push_back({static_cast<float>(p.x), static_cast<float>(p.y)});
    stroke_part(points, colour, width);
}

/// Only what is on the glass is broken into pieces.
void stroke_broken(const Scope& scope, const geo::Line& line, Rect map,
                   std::array<double, 2> pattern, ImU32 colour, float width) {
    for (double& length : pattern)
        length *= static_cast<double>(scope.scale);
    const geo::Box seen{{static_cast<double>(map.min.x), static_cast<double>(map.min.y)},
                        {static_cast<double>(map.max.x), static_cast<double>(map.max.y)}};
    for (const geo::Line& part : geo::clipped(line, seen))
        for (const geo::Line& dash : geo::dashed(part, pattern, 0))
            stroke(dash, colour, width);
}

void draw_claims(const Scope& scope, const ProposalView& view, const Placing& place, Rect map,
                 bool wide) {
    for (const auto& line : view.in_force)
        stroke_broken(scope, placed(place, line), map, fine_dots, dark_line, scope.px(1.5F));
    for (std::size_t side = 0; side < 2; ++side)
        for (const auto& line : view.claims[side])
            stroke_broken(scope, placed(place, line), map, side == 0 ? dashes : dots,
                          claim_colours[side], scope.px(wide ? 3.5F : 2.5F));
}

/// Points that the line can be led through, and those that it is led through.
void draw_choices(Scope& scope, const ProposalView& view, const Placing& place, bool wide) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = scope.px(wide ? 10 : 7);
    for (const workspace::PickChoice& choice : view.choices) {
        const ImVec2 at = place(choice.at);
        list.AddCircleFilled(at, radius, choice.picked ? scope.tokens.acc : paper);
        list.AddCircle(at, radius, dark_line, 0, scope.px(2.5F));
        if (!choice.label.empty())
            put_text(scope, {at.x + radius + scope.px(3), at.y - radius - scope.px(4)},
                     choice.label, wide ? Role::name : Role::small_strong, dark_line);
    }
}

std::size_t vertex_nearest(const std::vector<geo::Point>& line, geo::Point at) {
    const auto nearest =
        std::min_element(line.begin(), line.end(), [at](geo::Point a, geo::Point b) {
            return geo::distance(a, at) < geo::distance(b, at);
        });
    return static_cast<std::size_t>(nearest - line.begin());
}

/// What is agreed is the line itself between two handles, not the straight way.
void draw_locked_pieces(Scope& scope, const ProposalView& view, const Placing& place, float width) {
    for (std::size_t i = 0; i + 1 < view.handles.size(); ++i) {
        if (!view.handles[i].locked_after)
            continue;
        const auto [from, to] = std::minmax({vertex_nearest(view.line, view.handles[i].at),
                                             vertex_nearest(view.line, view.handles[i + 1].at)});
        if (from == to)
            continue;
        const auto begin = view.line.begin();
        const std::vector<geo::Point> course{begin + static_cast<std::ptrdiff_t>(from),
                                             begin + static_cast<std::ptrdiff_t>(to) + 1};
        stroke_course(place, course, with_alpha(scope.tokens.grn, 0.35F), width * 2);
        const geo::Line piece = placed(place, course);
        const geo::Point middle = geo::station_at(piece, geo::length(piece) / 2).position;
        put_icon(scope, {static_cast<float>(middle.x), static_cast<float>(middle.y)}, icon::lock,
                 Role::icon18, scope.tokens.grn);
    }
}

void draw_handle(Scope& scope, ImVec2 at, const workspace::ProposalHandle& handle, bool selected,
                 float radius) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 inside = selected ? scope.tokens.acc : paper;
    if (handle.fixed) {
        const Rect box{{at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}};
        fill(box, inside);
        list.AddRect(box.min, box.max, dark_line, 0, 0, scope.px(3));
        return;
    }
    if (selected)
        list.AddCircleFilled(at, radius * 2.2F, with_alpha(scope.tokens.acc, 0.25F));
    list.AddCircleFilled(at, radius, inside);
    list.AddCircle(at, radius, dark_line, 0, scope.px(3));
}

/// Beside its handle, where the map goes on.
void put_number(Scope& scope, ImVec2 at, const std::string& number, float radius, Rect map,
                bool wide) {
    const Role role = wide ? Role::name : Role::small_strong;
    const float width = text_width(role, number);
    const float right = at.x + radius + scope.px(4);
    const float left = right + width > map.max.x ? at.x - radius - scope.px(4) - width : right;
    put_text(scope, {left, at.y - radius - scope.px(4)}, number, role, dark_line);
}

/// "Titik 4 · 38 m ke timur", and what it was drawn to.
void draw_tip(Scope& scope, const ProposalView& view, ImVec2 at, bool wide) {
    if (!view.grabbed || view.moved.empty())
        return;
    const Role role = wide ? Role::large : Role::small_strong;
    const auto& handle = view.handles[static_cast<std::size_t>(view.selected)];
    const std::string first = scope.text("ui.proposal.point", {handle.label, view.moved});
    const float line = scope.px(wide ? 24 : 18);
    const float width = std::max(text_width(role, first), text_width(role, view.snapped_to));
    const ImVec2 corner{at.x + scope.px(24), at.y - line};
    const float rows = view.snapped_to.empty() ? 1 : 2;
    const Rect plate{corner,
                     {corner.x + width + scope.px(24), corner.y + rows * line + scope.px(12)}};
    fill(plate, scope.tokens.top, scope.px(6));
    put_text(scope, {plate.min.x + scope.px(12), plate.min.y + scope.px(6) + line / 2}, first, role,
             scope.tokens.top_fg);
    if (!view.snapped_to.empty())
        put_text(scope, {plate.min.x + scope.px(12), plate.min.y + scope.px(6) + line * 1.5F},
                 view.snapped_to, role, scope.tokens.top_mut);
}

bool is_free() {
    return ImGui::GetIO().KeyAlt || ImGui::GetIO().KeyCtrl;
}

geo::Point in_map(ImVec2 mouse, Rect map) {
    return {static_cast<double>(mouse.x - map.min.x), static_cast<double>(mouse.y - map.min.y)};
}

} // namespace

ImU32 side_ink(std::size_t side) {
    return claim_colours.at(side);
}

bool is_led(const ProposalView& view, const ProposalForm& form) {
    return view.led && !form.due;
}

void draw_proposal_line(Scope& scope, const ProposalView& view, const FrameViews& views, Rect map,
                        bool wide) {
    if (view.stage == ProposalView::Stage::none)
        return;
    const Placing place(views, map);
    const float width = scope.px(wide ? 5 : 3.5F);
    ImGui::PushClipRect(map.min, map.max, true);
    draw_claims(scope, view, place, map, wide);
    if (view.swipe) {
        ImGui::PopClipRect();
        return;
    }
    stroke_course(place, view.line, paper, width + scope.px(4));
    stroke_course(place, view.line, dark_line, width);
    draw_locked_pieces(scope, view, place, width);
    if (view.picking)
        draw_choices(scope, view, place, wide);
    const float radius = scope.px(wide ? 9 : 6.5F);
    for (std::size_t i = 0; !view.picking && i < view.handles.size(); ++i) {
        const bool selected = static_cast<int>(i) == view.selected;
        const ImVec2 at = place(view.handles[i].at);
        draw_handle(scope, at, view.handles[i], selected, radius);
        if (wide || selected)
            put_number(scope, at, view.handles[i].label, radius, map, wide);
    }
    if (view.selected >= 0 && view.selected < static_cast<int>(view.handles.size()))
        draw_tip(scope, view, place(view.handles[static_cast<std::size_t>(view.selected)].at),
                 wide);
    ImGui::PopClipRect();
}

void draw_proposal_legend(Scope& scope, const ProposalView& view, MapState& state, Rect map) {
    if (view.sides.size() < 2)
        return;
    const std::array<std::string, 4> texts{scope.text("ui.meeting.proposed"),
                                           scope.text("ui.meeting.in_force"),
                                           scope.text("ui.meeting.claim", {view.sides[0].name}),
                                           scope.text("ui.meeting.claim", {view.sides[1].name})};
    float width = 0;
    for (const std::string& text : texts)
        width = std::max(width, text_width(Role::large, text));
    const float row = scope.px(26);
    const ImVec2 corner{map.min.x + scope.px(16), map.max.y - scope.px(16 + 16) - 4 * row};
    const Rect plate{corner, {corner.x + width + scope.px(96), map.max.y - scope.px(16)}};
    fill(plate, scope.tokens.panel, scope.px(6));
    outline(plate, scope.tokens.line, scope.px(6));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const float y = plate.min.y + scope.px(8) + (static_cast<float>(i) + 0.5F) * row;
        const double left = static_cast<double>(plate.min.x + scope.px(16));
        const geo::Line sample{{left, static_cast<double>(y)},
                               {left + static_cast<double>(scope.px(48)), static_cast<double>(y)}};
        if (i == 0)
            stroke(sample, dark_line, scope.px(5));
        else if (i == 1)
            stroke_broken(scope, sample, plate, fine_dots, dark_line, scope.px(1.5F));
        else
            stroke_broken(scope, sample, plate, i == 2 ? dashes : dots, claim_colours.at(i - 2),
                          scope.px(3.5F));
        put_text(scope, {plate.min.x + scope.px(80), y}, texts.at(i), Role::large, scope.tokens.fg);
    }
    cover(state, plate, map);
}

void answer_proposal_mouse(Scope& scope, const ProposalView& view, MapState& state, Rect map,
                           bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    const geo::Point at = in_map(io.MousePos, map);
    if (ImGui::IsItemActivated()) {
        state.dragging = false;
        scope.ask(workspace::PressProposal{at});
    }
    if (view.grabbed)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (view.grabbed && ImGui::IsItemActive() &&
        ImGui::IsMouseDragging(0, state.dragging ? 0 : click_reach)) {
        state.dragging = true;
        if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)
            scope.ask(workspace::DragProposal{at, is_free()});
    }
    if (hovered && ImGui::IsMouseDoubleClicked(0) && !view.picking)
        scope.ask(workspace::AddProposalPoint{at});
    if (ImGui::IsItemDeactivated() && hovered && view.picking && !state.dragging)
        scope.ask(workspace::PickProposalPoint{at, is_free()});
    if (ImGui::IsItemDeactivated() && view.grabbed)
        scope.ask(workspace::ReleaseProposal{});
}

void answer_proposal_keys(Scope& scope, const ProposalView& view) {
    const bool control = ImGui::GetIO().KeyCtrl;
    const bool shift = ImGui::GetIO().KeyShift;
    // A key held down leads the hand back, but takes back one step of the project only.
    const bool forth = !view.redoes_step;
    const bool again = control && ((shift && ImGui::IsKeyPressed('Z', forth)) ||
                                   (!shift && ImGui::IsKeyPressed('Y', forth)));
    if (again && view.can_step_forward)
        scope.ask(workspace::StepForwardProposal{});
    else if (control && !shift && ImGui::IsKeyPressed('Z', !view.undoes_step) && view.can_step_back)
        scope.ask(workspace::StepBackProposal{});
    if (!control && ImGui::IsKeyPressed('L', false) && !view.handles.empty() && !view.picking)
        scope.ask(workspace::LockProposalPiece{});
}

} // namespace antardesa::ui
