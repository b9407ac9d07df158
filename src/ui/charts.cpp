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

void draw_cell(Scope& scope, const ChartsView& view, const ChartsView::Row& row, std::size_t field,
               Rect cell) {
    const int count = row.counts[field];
    constexpr float readable = 0.55F; ///< of dark letters on the colour
    if (count > 0) {
        const float strength =
            0.15F + 0.65F * static_cast<float>(count) / static_cast<float>(std::max(1, view.most));
        fill(cell.inset(1, 1), with_alpha(scope.tokens.fields[field], strength), scope.px(3));
        put_text_centred(scope, cell, std::to_string(count), Role::medium,
                         strength > readable ? scope.tokens.panel : scope.tokens.fg);
    }
    tooltip_when(scope, ImGui::IsMouseHoveringRect(cell.min, cell.max),
                 row.district + " · " + view.fields[field].name + ": " + std::to_string(count));
}

void draw_matrix(Scope& scope, const ChartsView& view) {
    const Tokens& t = scope.tokens;
    const auto columns = [&](Rect row, std::size_t field) {
        const float left = row.min.x + scope.px(150);
        const float width =
            std::floor((row.max.x - scope.px(70) - left) / static_cast<float>(view.fields.size()));
        const float x = left + width * static_cast<float>(field);
        return Rect{{x, row.min.y}, {x + width, row.max.y}};
    };
    const auto total = [&](Rect row, int count, Role role) {
        put_text_right(scope, {row.max.x - scope.px(16), row.centre().y}, std::to_string(count),
                       role, t.fg);
    };
    const Rect head = take(scope.px(32));
    for (std::size_t field = 0; field < view.fields.size(); ++field) {
        const Rect cell = columns(head, field);
        put_icon(scope, cell.centre(), view.fields[field].icon, Role::icon18, t.fields[field]);
        tooltip_when(scope, ImGui::IsMouseHoveringRect(cell.min, cell.max),
                     view.fields[field].name);
    }
    put_text_right(scope, {head.max.x - scope.px(16), head.centre().y},
                   scope.text("ui.charts.agreements"), Role::small, t.mut);
    for (const ChartsView::Row& row : view.rows) {
        const Rect area = take(scope.px(row_height));
        put_elided(scope, {area.min, {area.min.x + scope.px(146), area.max.y}}, row.district,
                   Role::body, t.fg);
        for (std::size_t field = 0; field < view.fields.size(); ++field)
            draw_cell(scope, view, row, field, columns(area, field));
        total(area, row.agreements, Role::body);
    }
    const Rect foot = take(scope.px(32));
    horizontal_line(foot.min.x, foot.max.x, foot.min.y + 1, t.line);
    put_elided(scope, {foot.min, {foot.min.x + scope.px(146), foot.max.y}},
               scope.text("ui.charts.all"), Role::medium, t.fg);
    int all = 0;
    for (std::size_t field = 0; field < view.fields.size(); ++field) {
        all += view.totals[field];
        put_text_centred(scope, columns(foot, field), std::to_string(view.totals[field]),
                         Role::medium, t.fg);
    }
    total(foot, all, Role::medium);
}

/// A line and a figure for every year.
void draw_years(Scope& scope, const ChartsView& view, Rect head, Across across, float bottom) {
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

ImU32 bar_colour(const Tokens& t, const ChartsView::Bar& bar) {
    if (bar.open)
        return t.blu;
    if (bar.days_left < 0)
        return t.chip_line;
    return bar.days_left <= 90 ? t.red : bar.days_left <= 180 ? t.amb : t.grn;
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
    put_text_right(scope, {row.max.x - scope.px(16), row.centre().y}, bar.left, Role::small,
                   bar.days_left <= 90 ? t.red : t.mut);
    tooltip_when(scope, touched.hovered, bar.title + " · " + bar.when);
    return touched.clicked;
}

/// The agreement that was pressed; 0: none.
std::int64_t draw_timeline(Scope& scope, const ChartsView& view) {
    put_elided(scope, take(scope.px(24)), view.ending, Role::medium, scope.tokens.fg);
    const Rect head = take(scope.px(22));
    const Across across{head.min.x + scope.px(300), head.max.x - scope.px(110)};
    const float rows = static_cast<float>(view.bars.size()) * scope.px(row_height);
    draw_years(scope, view, head, across, head.max.y + rows);
    std::int64_t pressed = 0;
    for (const ChartsView::Bar& bar : view.bars) {
        ImGui::PushID(static_cast<int>(bar.agreement));
        if (draw_bar(scope, view, bar, take(scope.px(row_height)), across))
            pressed = bar.agreement;
        ImGui::PopID();
    }
    return pressed;
}

/// How often each set of villages cooperates, and how many they are.
std::int64_t draw_partners(Scope& scope, const ChartsView& view) {
    const Tokens& t = scope.tokens;
    const auto most =
        view.partners.empty() ? 1 : static_cast<float>(view.partners.front().agreements.size());
    std::int64_t pressed = 0;
    int number = 0;
    for (const ChartsView::Partners& row : view.partners) {
        const Rect area = take(scope.px(row_height));
        ImGui::PushID(number++);
        const Touch touched = touch(scope, "mitra", area, row.names);
        ImGui::PopID();
        if (touched.hovered)
            fill(area, t.panel2);
        const auto count = static_cast<float>(row.agreements.size());
        const float width = scope.px(140) * count / most;
        fill({{area.min.x, area.min.y + scope.px(7)},
              {area.min.x + width, area.max.y - scope.px(7)}},
             t.acc, scope.px(3));
        put_text(scope, {area.min.x + width + scope.px(6), area.centre().y},
                 std::to_string(row.agreements.size()), Role::small, t.fg);
        put_text(scope, {area.min.x + scope.px(176), area.centre().y},
                 scope.text("ui.charts.villages", {std::to_string(row.villages)}), Role::small,
                 t.mut);
        put_elided(scope, {{area.min.x + scope.px(250), area.min.y}, area.max}, row.names,
                   Role::body, t.fg);
        tooltip_when(scope, touched.hovered, row.names);
        if (touched.clicked)
            pressed = row.agreements.front();
    }
    return pressed;
}

} // namespace

void start_charts(const FrameViews& views, UiState& state) {
    state.charts.view = views.charts ? views.charts() : ChartsView{};
    open_dialog(state, Dialog::charts);
}

void draw_charts(Scope& scope, const FrameViews& views, UiState& state) {
    ChartsForm& form = state.charts;
    if (form.view.fields.empty())
        form.view = views.charts ? views.charts() : ChartsView{};
    const DialogFrame frame{.id = "##grafik",
                            .title = scope.text("ui.charts.title"),
                            .width = 920,
                            .height = 500,
                            .primary = scope.text("ui.done")};
    std::int64_t pressed = 0;
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        const int chosen =
            segmented(scope, "bentuk", room.top(scope.px(32)),
                      {scope.text("ui.charts.matrix"), scope.text("ui.charts.timeline"),
                       scope.text("ui.charts.partners")},
                      form.shown);
        if (chosen >= 0)
            form.shown = chosen;
        begin_scroll("grafik", {{room.min.x, room.min.y + scope.px(44)}, room.max});
        if (form.shown == 0)
            draw_matrix(scope, form.view);
        else
            pressed =
                form.shown == 1 ? draw_timeline(scope, form.view) : draw_partners(scope, form.view);
        ImGui::EndChild();
        if (pressed != 0)
            ImGui::CloseCurrentPopup();
    });
    if (pressed != 0)
        scope.ask(workspace::Select{{cartography::SubjectKind::agreement, pressed}, false, true});
    if (pressed != 0 || answer != Answer::open) {
        state.dialog = Dialog::none;
        form.view = {};
    }
}

} // namespace antardesa::ui
