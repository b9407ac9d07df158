#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using analysis::Filter;

/// What changes here and is asked for once at the end.
struct Draft {
    Scope& scope;
    const workspace::FilterView& view;
    Filter filter;
};

/// A click turns one on or off; with Shift only this one stays, or all when it was alone.
template<std::size_t N>
void press(std::bitset<N>& set, std::size_t index) {
    if (!ImGui::GetIO().KeyShift) {
        set.flip(index);
        return;
    }
    std::bitset<N> alone;
    alone.set(index);
    set = set == alone ? std::bitset<N>().set() : alone;
}

Rect label_row(Scope& scope, std::string_view text, std::string_view right = {}) {
    const Rect row = take(scope.px(24)).inset(scope.px(16), 0);
    put_text(scope, {row.min.x, row.centre().y}, text, Role::small_strong, scope.tokens.mut);
    put_text_right(scope, {row.max.x, row.centre().y}, right, Role::small, scope.tokens.mut);
    return row;
}

void draw_fields(Draft& draft) {
    Scope& scope = draft.scope;
    const auto on = draft.filter.fields.count();
    label_row(scope, scope.text("ui.filter.fields"),
              scope.text("ui.filter.n_of_m", {scope.language.number(double(on)), "10"}));
    for (std::size_t i = 0; i < 10; i += 2) {
        const Rect row = take(scope.px(28)).inset(scope.px(16), scope.px(2));
        const float half = (row.width() - scope.px(8)) / 2;
        for (const std::size_t field : {i, i + 1}) {
            const Rect place =
                field == i ? row.left(std::floor(half)) : row.right(std::floor(half));
            const auto code = model::code_of(static_cast<model::Field>(field));
            const std::string name = scope.text("ui.field." + std::string(code));
            ImGui::PushID(static_cast<int>(field));
            if (chip(scope, place,
                     {.id = "bidang",
                      .text = name,
                      .icon = icon::fields[field],
                      .icon_colour = scope.tokens.fields[field],
                      .on = draft.filter.fields[field],
                      .filled = true}))
                press(draft.filter.fields, field);
            ImGui::PopID();
        }
    }
    take(scope.px(8));
}

void draw_stages(Draft& draft) {
    Scope& scope = draft.scope;
    label_row(scope, scope.text("ui.filter.stages"));
    const Rect first = take(scope.px(28)).inset(scope.px(16), 0);
    float x = first.min.x;
    float y = first.min.y + scope.px(2);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto code = model::code_of(static_cast<model::StageGroup>(i));
        const std::string text = scope.text("ui.stage_group." + std::string(code)) + " " +
                                 scope.language.number(draft.view.counts.by_stage_group[i]);
        const float width = chip_width(scope, text);
        if (x + width > first.max.x && x > first.min.x) {
            y = take(scope.px(28)).min.y + scope.px(2);
            x = first.min.x;
        }
        ImGui::PushID(static_cast<int>(i));
        if (chip(scope, {{x, y}, {std::min(x + width, first.max.x), y + scope.px(24)}},
                 {.id = "tahap", .text = text, .on = draft.filter.stage_groups[i], .round = true}))
            press(draft.filter.stage_groups, i);
        ImGui::PopID();
        x += width + scope.px(6);
    }
    take(scope.px(12));
}

void draw_districts(Draft& draft) {
    Scope& scope = draft.scope;
    label_row(scope, scope.text("ui.filter.district"));
    take(scope.px(4));
    const auto& districts = draft.view.districts;
    std::vector<std::string> words{
        scope.text("ui.filter.all_districts", {scope.language.number(double(districts.size()))})};
    int chosen = 0;
    for (std::size_t i = 0; i < districts.size(); ++i) {
        words.push_back(districts[i].name);
        if (districts[i].id == draft.filter.district)
            chosen = static_cast<int>(i) + 1;
    }
    const Rect row = take(scope.px(32)).inset(scope.px(16), 0);
    const int pressed = combo(scope, "kecamatan", row, words, chosen);
    if (pressed == 0)
        draft.filter.district = {};
    else if (pressed > 0)
        draft.filter.district = districts[static_cast<std::size_t>(pressed - 1)].id;
    take(scope.px(16));
}

/// One of a list, or all of it; its names are "ui.filter.<list>.<code>".
template<class Enum>
void draw_choice(Draft& draft, const char* list, std::optional<Enum>& chosen) {
    Scope& scope = draft.scope;
    const std::string prefix = "ui.filter." + std::string(list) + ".";
    std::vector<std::string> words{scope.text(prefix + "all")};
    std::vector<Enum> values;
    int at = 0;
    for (const auto& [value, code] : model::Codes<Enum>::list) {
        if (code.empty())
            continue;
        values.push_back(value);
        words.push_back(scope.text(prefix + std::string(code)));
        if (chosen == value)
            at = static_cast<int>(values.size());
    }
    const int pressed = combo(scope, list, take(scope.px(32)).inset(scope.px(16), 0), words, at);
    take(scope.px(8));
    if (pressed == 0)
        chosen.reset();
    else if (pressed > 0)
        chosen = values[static_cast<std::size_t>(pressed - 1)];
}

void draw_aims(Draft& draft) {
    Scope& scope = draft.scope;
    std::vector<std::string> words{scope.text("ui.filter.aim.all")};
    for (const char* number : {"1", "2", "3", "4"})
        words.push_back(scope.text("ui.filter.aim." + std::string(number)));
    const int chosen = draft.filter.aim ? static_cast<int>(*draft.filter.aim) + 1 : 0;
    const int pressed =
        combo(scope, "aim", take(scope.px(32)).inset(scope.px(16), 0), words, chosen);
    take(scope.px(16));
    if (pressed == 0)
        draft.filter.aim.reset();
    else if (pressed > 0)
        draft.filter.aim = static_cast<std::size_t>(pressed - 1);
}

/// The other lists of the law and of the source text.
void draw_lists(Draft& draft) {
    label_row(draft.scope, draft.scope.text("ui.filter.lists"));
    take(draft.scope.px(4));
    draw_choice(draft, "kind", draft.filter.kind);
    draw_choice(draft, "branch", draft.filter.branch);
    draw_choice(draft, "reach", draft.filter.reach);
    draw_choice(draft, "current_field", draft.filter.current_field);
    draw_aims(draft);
}

} // namespace

void draw_filter_chips(Scope& scope, const workspace::FilterView& view, analysis::Filter& filter,
                       float edge) {
    int number = 0;
    for (const workspace::FilterView::Chip& one : view.chips) {
        const Rect row = take(scope.px(28)).inset(edge, scope.px(2));
        const float width = std::min(row.width(), chip_width(scope, one.text) + scope.px(20));
        const Rect area = row.left(width);
        ImGui::PushID(number++);
        const Touch state = touch(scope, "lepas", area, one.text);
        ImGui::PopID();
        fill(area, scope.tokens.acc_bg, scope.px(12));
        outline(area, scope.tokens.acc, scope.px(12));
        put_elided(
            scope,
            {{area.min.x + scope.px(10), area.min.y}, {area.max.x - scope.px(22), area.max.y}},
            one.text, Role::small, scope.tokens.fg);
        put_icon(scope, {area.max.x - scope.px(13), area.centre().y}, icon::close, Role::icon14,
                 scope.tokens.mut);
        tooltip_when(scope, state.hovered, scope.text("ui.filter.remove"));
        if (state.clicked)
            filter = one.without;
    }
}

void draw_filters(Scope& scope, const FrameViews& views, UiState& state) {
    Draft draft{scope, views.filter, views.filter.filter};
    const Rect head = take(scope.px(40)).inset(scope.px(16), 0);
    put_text(scope, {head.min.x, head.centre().y}, scope.text("ui.filter.title"), Role::title,
             scope.tokens.fg);
    if (views.filter.active) {
        const std::string clear = scope.text("ui.filter.clear");
        const float width = text_width(Role::small_strong, clear);
        if (link(scope, "hapus", {head.max.x - width, head.centre().y}, clear))
            draft.filter = {};
    }
    draw_filter_chips(scope, views.filter, draft.filter, scope.px(16));
    if (views.job == workspace::Job::cooperation) {
        draw_fields(draft);
        draw_stages(draft);
        draw_years(scope, views.filter.counts, state, draft.filter);
    }
    if (views.job == workspace::Job::boundaries) {
        draw_segment_groups(scope, views.filter, draft.filter.segment_groups);
        draw_strip_limits(scope, state.limits, draft.filter.strips);
        draw_check_tolerances(scope, state.check);
    }
    draw_districts(draft);
    if (views.job == workspace::Job::cooperation)
        draw_lists(draft);
    if (!(draft.filter == views.filter.filter))
        scope.ask(workspace::SetFilter{draft.filter});
}

} // namespace antardesa::ui
