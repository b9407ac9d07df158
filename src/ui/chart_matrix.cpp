#include "ui/draw.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::ChartsView;

constexpr float row_height = 26;
constexpr float sums_width = 96;

/// What a press on the chart makes of the filter: this field alone, this kecamatan alone, or both.
void narrow(analysis::Filter& filter, std::optional<std::size_t> field,
            Id<model::District> district) {
    if (field)
        filter.fields = std::bitset<10>().set(*field);
    if (district)
        filter.district = district;
}

struct Narrowing {
    analysis::Filter& filter;
    std::optional<std::size_t> field;
    Id<model::District> district;
};

/// A place of the chart that narrows the filter when it is pressed.
void answer(Scope& scope, Rect cell, int number, const std::string& name, const Narrowing& to) {
    ImGui::PushID(number);
    const Touch touched = touch(scope, "sel", cell, name);
    ImGui::PopID();
    if (touched.hovered)
        outline(cell.inset(1, 1), scope.tokens.acc, scope.px(3));
    tooltip_when(scope, touched.hovered, name);
    if (touched.clicked)
        narrow(to.filter, to.field, to.district);
}

/// The name, ten fields, the sum.
Rect column_of(Scope& scope, Rect row, std::size_t field, std::size_t fields) {
    const float left = row.min.x + scope.px(150);
    const float width =
        std::floor((row.max.x - scope.px(sums_width) - left) / static_cast<float>(fields));
    const float x = left + width * static_cast<float>(field);
    return {{x, row.min.y}, {x + width, row.max.y}};
}
Rect name_of(Scope& scope, Rect row) {
    return {row.min, {row.min.x + scope.px(146), row.max.y}};
}

void draw_cell(Scope& scope, const ChartsView& view, int count, std::size_t field, Rect cell) {
    if (count == 0)
        return;
    const float strength =
        0.15F + 0.65F * static_cast<float>(count) / static_cast<float>(std::max(1, view.most));
    const ImU32 ground = mixed(scope.tokens.fields[field], scope.tokens.panel, strength);
    fill(cell.inset(1, 1), ground, scope.px(3));
    put_text_centred(scope, cell, scope.language.number(count), Role::medium, readable_on(ground));
}

void put_sum(Scope& scope, Rect row, int count, Role role) {
    put_text_right(scope, {row.max.x - scope.px(16), row.centre().y}, scope.language.number(count),
                   role, scope.tokens.fg);
}

/// Under its icon; what is as wide as the column goes on in a second line.
void draw_short_name(Scope& scope, std::size_t field, Rect area) {
    const auto code = model::code_of(static_cast<model::Field>(field));
    const std::string name = scope.text("ui.field." + std::string(code));
    const std::size_t space = name.rfind(' ');
    const bool fits = text_width(Role::small, name) <= area.width() - scope.px(8);
    const Rect first = area.top(scope.px(16));
    const std::size_t end = fits || space == std::string::npos ? name.size() : space;
    put_text_centred(scope, first, name.substr(0, end), Role::small, scope.tokens.mut);
    if (end < name.size())
        put_text_centred(
            scope,
            {{area.min.x, first.max.y - scope.px(2)}, {area.max.x, first.max.y + scope.px(14)}},
            name.substr(end + 1), Role::small, scope.tokens.mut);
}

void draw_head(Scope& scope, const ChartsView& view, analysis::Filter& filter) {
    const Rect head = take(scope.px(58));
    for (std::size_t field = 0; field < view.fields.size(); ++field) {
        const Rect cell = column_of(scope, head, field, view.fields.size());
        put_icon(scope, {cell.centre().x, head.min.y + scope.px(14)}, view.fields[field].icon,
                 Role::icon18, scope.tokens.fields[field]);
        draw_short_name(scope, field, {{cell.min.x, head.min.y + scope.px(26)}, cell.max});
        answer(scope, cell, static_cast<int>(field), view.fields[field].name, {filter, field, {}});
    }
    put_text_right(scope, {head.max.x - scope.px(16), head.min.y + scope.px(34)},
                   scope.text("ui.charts.agreements"), Role::small, scope.tokens.mut);
}

void draw_district(Scope& scope, const ChartsView& view, const ChartsView::Row& row,
                   analysis::Filter& filter) {
    const Rect area = take(scope.px(row_height));
    ImGui::PushID(static_cast<int>(row.id.value));
    const Rect name = name_of(scope, area);
    put_elided(scope, name, row.district, Role::body, scope.tokens.fg);
    answer(scope, name, -1, row.district, {filter, {}, row.id});
    for (std::size_t field = 0; field < view.fields.size(); ++field) {
        const Rect cell = column_of(scope, area, field, view.fields.size());
        draw_cell(scope, view, row.counts[field], field, cell);
        answer(scope, cell, static_cast<int>(field),
               row.district + " · " + view.fields[field].name + ": " +
                   std::to_string(row.counts[field]),
               {filter, field, row.id});
    }
    put_sum(scope, area, row.agreements, Role::body);
    ImGui::PopID();
}

} // namespace

void draw_matrix(Scope& scope, const ChartsView& view, analysis::Filter& filter) {
    const Tokens& t = scope.tokens;
    draw_head(scope, view, filter);
    for (const ChartsView::Row& row : view.rows)
        draw_district(scope, view, row, filter);
    const Rect foot = take(scope.px(32));
    horizontal_line(foot.min.x, foot.max.x, foot.min.y + 1, t.line);
    put_elided(scope, name_of(scope, foot), scope.text("ui.charts.all"), Role::medium, t.fg);
    int all = 0;
    for (std::size_t field = 0; field < view.fields.size(); ++field) {
        all += view.totals[field];
        put_text_centred(scope, column_of(scope, foot, field, view.fields.size()),
                         scope.language.number(view.totals[field]), Role::medium, t.fg);
    }
    put_sum(scope, foot, all, Role::medium);
    const std::string why = scope.text("ui.charts.why_more");
    const float width = foot.width() - scope.px(16);
    const float height = wrapped_height(Role::small, width, scope.px(16), why);
    put_wrapped(scope, take(height + scope.px(8)).min, width, scope.px(16), why, Role::small,
                t.mut);
}

} // namespace antardesa::ui
