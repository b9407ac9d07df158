#include "ui/dialog.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::ChartsView;

constexpr float row_height = 26;

float share(double value, double first, double last) {
    return last > first ? static_cast<float>((value - first) / (last - first)) : 0;
}

/// Where a chart's columns begin and end.
struct Across {
    float left;
    float right;
};

/// A line and a figure for every year.
void draw_axis(Scope& scope, const ChartsView& view, Rect head, Across across, float bottom) {
    const Tokens& t = scope.tokens;
    const int years = static_cast<int>(view.last_year - view.first_year);
    const int step = std::max(1, years / 12);
    for (int year = 0; year <= years; year += step) {
        const float x =
            across.left + (across.right - across.left) *
                              share(view.first_year + year, view.first_year, view.last_year);
        vertical_line(x, head.max.y, bottom, t.line);
        put_text(scope, {x + scope.px(3), head.centre().y},
                 std::to_string(static_cast<int>(view.first_year) + year), Role::small, t.mut);
    }
    const float now = across.left + (across.right - across.left) *
                                        share(view.today, view.first_year, view.last_year);
    vertical_line(now, head.max.y - scope.px(4), bottom, t.acc);
}

bool ends_soon(const ChartsView::Bar& bar) {
    return !bar.open && !bar.left.empty() && bar.days_left <= 90;
}

/// Red is kept for disputes and errors (ui.md §3): what ends is in amber.
ImU32 bar_colour(const Tokens& t, const ChartsView::Bar& bar) {
    if (!bar.open && bar.days_left < 0)
        return t.chip_line;
    if (bar.left.empty())
        return t.blu;
    return ends_soon(bar) ? t.amb : t.grn;
}

bool draw_bar(Scope& scope, const ChartsView& view, const ChartsView::Bar& bar, Rect row,
              Across across) {
    const Tokens& t = scope.tokens;
    const Touch touched = touch(scope, "masa", row, bar.title);
    if (touched.hovered)
        fill(row, t.panel2);
    put_elided(scope, {row.min, {across.left - scope.px(8), row.max.y}}, bar.title, Role::body,
               bar.days_left < 0 ? t.mut : t.fg);
    const float width = across.right - across.left;
    const float from = across.left + width * share(bar.from, view.first_year, view.last_year);
    const float to = bar.open
                         ? across.right
                         : across.left + width * share(bar.to, view.first_year, view.last_year);
    fill({{from, row.min.y + scope.px(7)},
          {std::max(to, from + scope.px(3)), row.max.y - scope.px(7)}},
         bar_colour(t, bar), scope.px(3));
    const bool soon = ends_soon(bar);
    const Role role = soon ? Role::small_strong : Role::small;
    const float right = row.max.x - scope.px(16);
    put_text_right(scope, {right, row.centre().y}, bar.left, role, soon ? t.amb : t.mut);
    if (soon)
        put_icon(scope, {right - text_width(role, bar.left) - scope.px(12), row.centre().y},
                 icon::schedule, Role::icon14, t.amb);
    tooltip_when(scope, touched.hovered, bar.title + " · " + bar.when);
    return touched.clicked;
}

/// How many end soon; a press shows these alone.
void draw_endings(Scope& scope, const ChartsView& view, analysis::Filter& filter) {
    const Rect row = take(scope.px(28));
    float x = row.min.x;
    for (const ChartsView::Ending& ending : view.endings) {
        const float width = chip_width(scope, ending.text);
        ImGui::PushID(ending.days);
        if (chip(scope, {{x, row.min.y}, {x + width, row.min.y + scope.px(24)}},
                 {.id = "berakhir",
                  .text = ending.text,
                  .on = filter.ends_within_days == ending.days,
                  .round = true}))
            filter.ends_within_days = ending.days;
        ImGui::PopID();
        x += width + scope.px(8);
    }
}

} // namespace

std::int64_t draw_timeline(Scope& scope, const ChartsView& view, analysis::Filter& filter) {
    draw_endings(scope, view, filter);
    const Rect head = take(scope.px(22));
    const Across across{head.min.x + scope.px(300), head.max.x - scope.px(110)};
    const float rows = static_cast<float>(view.bars.size()) * scope.px(row_height);
    draw_axis(scope, view, head, across, head.max.y + rows);
    std::int64_t pressed = 0;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(view.bars.size()), scope.px(row_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const ChartsView::Bar& bar = view.bars[static_cast<std::size_t>(i)];
            ImGui::PushID(static_cast<int>(bar.agreement));
            if (draw_bar(scope, view, bar, take(scope.px(row_height)), across))
                pressed = bar.agreement;
            ImGui::PopID();
        }
    return pressed;
}

namespace {

/// What the filter lets through here, beyond all: fields, kecamatan, and what charts asked for.
void draw_narrowing(Scope& scope, const workspace::FilterView& view, analysis::Filter& filter) {
    if (!view.active)
        return;
    const Rect row = take(scope.px(24));
    const std::string clear = scope.text("ui.filter.clear");
    const float width = text_width(Role::small_strong, clear);
    put_elided(scope, {row.min, {row.max.x - width - scope.px(20), row.max.y}},
               scope.text("ui.charts.filtered", {std::to_string(view.counts.matching),
                                                 std::to_string(view.counts.total)}),
               Role::small, scope.tokens.mut);
    if (link(scope, "hapus-saringan", {row.max.x - width - scope.px(8), row.centre().y}, clear))
        filter = {};
    draw_filter_chips(scope, view, filter, 0);
}

} // namespace

void start_charts(const FrameViews& views, UiState& state, int shown) {
    state.charts = {};
    state.charts.shown = shown;
    state.charts.view = views.charts ? views.charts() : ChartsView{};
    state.charts.made_for = views.filter.filter;
    open_dialog(state, Dialog::charts);
}

void draw_charts(Scope& scope, const FrameViews& views, UiState& state) {
    ChartsForm& form = state.charts;
    if (form.view.fields.empty() || form.made_for != views.filter.filter) {
        form.view = views.charts ? views.charts() : ChartsView{};
        form.made_for = views.filter.filter;
    }
    const DialogFrame frame{.id = "##grafik",
                            .title = scope.text("ui.charts.title"),
                            .width = 920,
                            .height = 500,
                            .primary = scope.text("ui.done")};
    std::int64_t pressed = 0;
    analysis::Filter filter = views.filter.filter;
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        const int chosen =
            segmented(scope, "bentuk", room.top(scope.px(32)),
                      {scope.text("ui.charts.matrix"), scope.text("ui.charts.timeline"),
                       scope.text("ui.charts.partners")},
                      form.shown);
        if (chosen >= 0)
            form.shown = chosen;
        begin_scroll("grafik", {{room.min.x, room.min.y + scope.px(40)}, room.max});
        draw_narrowing(scope, views.filter, filter);
        if (form.shown == 0)
            draw_matrix(scope, form.view, filter);
        else if (form.shown == 1)
            pressed = draw_timeline(scope, form.view, filter);
        else
            draw_partners(scope, form, filter);
        ImGui::EndChild();
    });
    if (pressed != 0) {
        filter.agreement = {pressed};
        scope.ask(workspace::Select{{cartography::SubjectKind::agreement, pressed}, false, true});
    }
    if (filter != views.filter.filter)
        scope.ask(workspace::SetFilter{filter});
    if (answer != Answer::open) {
        state.dialog = Dialog::none;
        form.view = {};
    }
}

} // namespace antardesa::ui
