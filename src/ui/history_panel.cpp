#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

void draw_history_row(Scope& scope, const workspace::HistoryRow& entry, bool newest) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(48));
    const float x = row.min.x + scope.px(24);
    const float y = row.centre().y;
    vertical_line(x, newest ? y : row.min.y, row.max.y, t.line);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled({x, y}, scope.px(5), entry.undone ? t.line : t.acc, 16);
    list.AddCircleFilled({x, y}, scope.px(3), entry.undone ? t.panel : t.acc, 16);
    const float left = row.min.x + scope.px(44);
    float right = row.max.x - scope.px(16);
    if (entry.undone)
        right -= tag_right(scope, {right, y}, {scope.text("ui.history.undone"), {}}) + scope.px(8);
    put_elided(scope, {{left, y - scope.px(18)}, {right, y - 1}}, entry.name, Role::medium,
               entry.undone ? t.mut : t.fg);
    put_elided(scope, {{left, y}, {right, y + scope.px(17)}}, entry.detail, Role::small, t.mut);
}

void draw_undo_row(Scope& scope, const workspace::TopBarView& view, Rect place) {
    const Rect row = place.inset(scope.px(16), scope.px(12));
    const float half = std::floor((row.width() - scope.px(8)) / 2);
    if (button(scope, row.left(half),
               {.id = "urung",
                .text = scope.text("ui.tip.undo"),
                .icon = icon::undo,
                .enabled = view.can_undo}))
        scope.ask(workspace::Undo{});
    if (button(scope, row.right(half),
               {.id = "ulang",
                .text = scope.text("ui.tip.redo"),
                .icon = icon::redo,
                .enabled = view.can_redo}))
        scope.ask(workspace::Redo{});
}

} // namespace

void draw_history(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    const Rect head = place.top(scope.px(40));
    put_elided(scope,
               {{head.min.x + scope.px(16), head.min.y}, {head.max.x - scope.px(48), head.max.y}},
               scope.text("ui.history.title"), Role::title, t.fg);
    if (icon_button(scope,
                    {{head.max.x - scope.px(36), head.min.y + scope.px(4)},
                     {head.max.x - scope.px(4), head.max.y - scope.px(4)}},
                    {"tutup", icon::close, scope.text("ui.tip.close")}))
        state.history_open = false;
    horizontal_line(place.min.x, place.max.x, head.max.y - 1, t.line);
    const float chain = views.history.head.empty() ? 0 : scope.px(28);
    const Rect body{{place.min.x + 1, head.max.y},
                    {place.max.x, place.max.y - scope.px(56) - chain}};
    if (chain > 0) {
        const Rect row{{place.min.x + scope.px(16), body.max.y},
                       {place.max.x - scope.px(16), body.max.y + chain}};
        put_elided(scope, row, scope.text("ui.history.chain", {views.history.head}), Role::small,
                   t.mut);
        if (ImGui::IsMouseHoveringRect(row.min, row.max))
            show_tooltip(scope, views.history.head, scope.text("ui.history.chain_tip"));
    }
    if (views.history.rows.empty()) {
        empty_state(scope, body, icon::history, scope.text("ui.history.empty"));
    } else {
        begin_scroll("isi-riwayat", body);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(views.history.rows.size()), scope.px(48));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
                draw_history_row(scope, views.history.rows[static_cast<std::size_t>(i)], i == 0);
        clipper.End();
        ImGui::EndChild();
    }
    horizontal_line(place.min.x, place.max.x, place.max.y - scope.px(56), t.line);
    draw_undo_row(scope, views.top_bar, place.bottom(scope.px(56)));
}

} // namespace antardesa::ui
