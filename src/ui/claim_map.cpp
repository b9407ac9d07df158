#include "ui/dialog.h"
#include "ui/panels.h"
#include "ui/place_drawing.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

void keep(const workspace::ClaimLineView& view, UiState& state) {
    if (!view.can_keep)
        return;
    state.claim.drawing = false;
    state.claim.drawn = true;
    state.claim.line_file.clear();
    open_dialog(state, Dialog::add_claim);
}

void forget(Scope& scope, UiState& state) {
    state.claim.drawing = false;
    state.claim.drawn = false;
    scope.ask(workspace::EndClaimLine{});
    open_dialog(state, Dialog::add_claim);
}

} // namespace

void draw_claim_line(Scope& scope, const FrameViews& views, UiState& state, Rect map) {
    const workspace::ClaimLineView& view = views.map.claim_line;
    // A card may lie over the map's right: places are told by the whole of it.
    const auto room = static_cast<float>(state.map.width);
    const Rect whole{map.min, {map.min.x + std::max(room, map.width()), map.max.y}};
    ImGui::PushClipRect(map.min, map.max, true);
    draw_course(scope, view.line, Placing(views, whole));
    ImGui::PopClipRect();
    if (state.dialog != Dialog::none)
        return;
    // In the place of the map's sentence: both ends of the line in force stay in sight.
    const ImVec2 at{map.min.x + scope.px(8), map.min.y + scope.px(8)};
    const Rect area{at, {map.max.x - scope.px(50), at.y + scope.px(44)}};
    fill(area, scope.tokens.panel, scope.px(6));
    outline(area, scope.tokens.line, scope.px(6));
    const Rect row = area.inset(scope.px(12), scope.px(6));
    float x = row.max.x;
    const auto pressed = [&](Button what) {
        const float width = button_width(scope, what);
        const Rect place{{x - width, row.min.y}, {x, row.max.y}};
        x = place.min.x - scope.px(8);
        return button(scope, place, what);
    };
    if (pressed({.id = "batal-garis", .text = scope.text("ui.cancel")}))
        forget(scope, state);
    if (pressed({.id = "mundur-garis",
                 .text = scope.text("ui.claim.back"),
                 .enabled = !view.line.empty()}))
        scope.ask(workspace::StepBackClaimLine{});
    if (pressed({.id = "pakai-garis",
                 .text = scope.text("ui.claim.take"),
                 .kind = ButtonKind::primary,
                 .enabled = view.can_keep}))
        keep(view, state);
    put_elided(scope, {row.min, {x, row.max.y}},
               view.line.empty() ? scope.text("ui.claim.drawing") : view.sentence, Role::small,
               scope.tokens.fg);
    cover(state.map, area, map);
    ImGui::SetCursorScreenPos(area.min);
    ImGui::InvisibleButton("gambar-klaim", area.size());
}

bool answer_claim_keys(Scope& scope, const FrameViews& views, UiState& state) {
    const workspace::ClaimLineView& view = views.map.claim_line;
    if (!view.active)
        return false;
    if (enter_pressed())
        keep(view, state);
    else if (escape_pressed())
        forget(scope, state);
    else if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace), true))
        scope.ask(workspace::StepBackClaimLine{});
    else
        return false;
    return true;
}

} // namespace antardesa::ui
