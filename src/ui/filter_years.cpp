#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// The years that can be chosen and those that are.
struct Span {
    int least;
    int most;
    int first;
    int last;
};

int year_at(float x, Rect track, const Span& span) {
    const float share = std::clamp((x - track.min.x) / std::max(1.0F, track.width()), 0.0F, 1.0F);
    return span.least +
           static_cast<int>(std::round(share * static_cast<float>(span.most - span.least)));
}

void drag(Scope& scope, UiState& state, Rect track, Span& span) {
    const Rect grip = track.inset(-scope.px(8), -scope.px(12));
    const Touch touched = touch(scope, "tahun", grip, "tahun");
    tooltip_when(scope, touched.hovered && !touched.held, scope.text("ui.filter.years_tip"));
    if (!touched.held) {
        state.year_handle = 0;
        return;
    }
    const int year = year_at(ImGui::GetMousePos().x, track, span);
    if (state.year_handle == 0)
        state.year_handle = std::abs(year - span.first) <= std::abs(year - span.last) ? 1 : 2;
    if (state.year_handle == 1)
        span.first = std::min(year, span.last);
    else
        span.last = std::max(year, span.first);
}

void draw_track(Scope& scope, Rect track, const Span& span) {
    const Tokens& t = scope.tokens;
    const auto x_of = [&](int year) {
        return track.min.x + track.width() * static_cast<float>(year - span.least) /
                                 static_cast<float>(span.most - span.least);
    };
    fill(track, t.line, scope.px(2));
    fill({{x_of(span.first), track.min.y}, {x_of(span.last), track.max.y}}, t.acc);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const int year : {span.first, span.last}) {
        list.AddCircleFilled({x_of(year), track.centre().y}, scope.px(8), t.acc, 24);
        list.AddCircleFilled({x_of(year), track.centre().y}, scope.px(6), t.panel, 24);
    }
}

/// A year back, a year on: what the keys do, too.
void draw_steps(Scope& scope, Rect row) {
    const float size = scope.px(24);
    const Rect before{{row.min.x, row.centre().y - size / 2},
                      {row.min.x + size, row.centre().y + size / 2}};
    const Rect after{{row.max.x - size, before.min.y}, {row.max.x, before.max.y}};
    if (icon_button(scope, before,
                    {"tahun-sebelum", icon::remove, scope.text("ui.filter.year_before")}))
        scope.ask(workspace::StepYears{-1});
    if (icon_button(scope, after, {"tahun-sesudah", icon::add, scope.text("ui.filter.year_after")}))
        scope.ask(workspace::StepYears{1});
}

} // namespace

void draw_years(Scope& scope, const analysis::FilterCounts& counts, UiState& state,
                analysis::Filter& filter) {
    if (counts.first_year >= counts.last_year)
        return;
    Span span{counts.first_year, counts.last_year, 0, 0};
    span.first = std::clamp(filter.first_year.value_or(span.least), span.least, span.most);
    span.last = std::clamp(filter.last_year.value_or(span.most), span.first, span.most);
    const Rect label = take(scope.px(24)).inset(scope.px(16), 0);
    const std::string chosen = span.first == span.last
                                   ? std::to_string(span.first)
                                   : std::to_string(span.first) + "–" + std::to_string(span.last);
    put_text(scope, {label.min.x, label.centre().y}, scope.text("ui.filter.years"),
             Role::small_strong, scope.tokens.mut);
    put_text_right(scope, {label.max.x, label.centre().y}, chosen, Role::small, scope.tokens.mut);
    const Rect row = take(scope.px(28)).inset(scope.px(12), 0);
    const Rect track{{row.min.x + scope.px(36), row.centre().y - scope.px(2)},
                     {row.max.x - scope.px(36), row.centre().y + scope.px(1)}};
    draw_steps(scope, row);
    const Span before = span;
    drag(scope, state, track, span);
    draw_track(scope, track, span);
    if (span.first != before.first || span.last != before.last) {
        filter.first_year = span.first > span.least ? std::optional(span.first) : std::nullopt;
        filter.last_year = span.last < span.most ? std::optional(span.last) : std::nullopt;
    }
    take(scope.px(8));
}

} // namespace antardesa::ui
