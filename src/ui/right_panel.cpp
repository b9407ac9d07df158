#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

void draw_nothing_selected(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const std::string sentence =
        scope.text(views.map.empty ? "ui.card.no_project" : "ui.card.nothing_selected");
    empty_state(scope, place, icon::information, sentence);
    const Rect close{{place.max.x - scope.px(40), place.min.y + scope.px(8)},
                     {place.max.x - scope.px(8), place.min.y + scope.px(40)}};
    if (icon_button(scope, close, {"tutup", icon::close, scope.text("ui.tip.close") + "  F7"}))
        state.right_open = false;
}

} // namespace

void draw_right_panel(Scope& scope, const FrameViews& views, UiState& state, const Layout& at) {
    if (at.right.width() < 1)
        return;
    // Over the map it must be a window that may come forward; beside it it must not.
    begin_panel(at.right_over_map ? "##kartu-atas" : "##kartu", at.right, scope.tokens.panel,
                at.right_over_map ? 0 : ImGuiWindowFlags_NoBringToFrontOnFocus);
    if (report_aside(views, state)) {
        draw_report_aside(scope, views, state, at.right);
    } else if (state.history_open) {
        draw_history(scope, views, state, at.right);
    } else if (repairs(views, state)) {
        draw_repair(scope, views, state, at.right);
    } else if (proposes(views, state)) {
        draw_proposal(scope, views, state, at.right);
    } else if (edits_line(views)) {
        draw_line_panel(scope, *views.line, state, at.right);
    } else if (views.card.title.empty()) {
        draw_nothing_selected(scope, views, state, at.right);
    } else {
        const float foot = scope.can_edit ? card_foot_height(scope, views.card) : 0;
        draw_card(scope, views, state, {at.right.min, {at.right.max.x, at.right.max.y - foot}});
        if (foot > 0)
            draw_card_foot(scope, views, state, at.right.bottom(foot));
    }
    vertical_line(at.right.min.x, at.right.min.y, at.right.max.y, scope.tokens.line);
    end_panel();
}

} // namespace antardesa::ui
