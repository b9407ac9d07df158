#include "ui/panels.h"
#include "ui/state_bar.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

void draw_states(Scope& scope, const workspace::BoundaryStatesView& view, int number) {
    ImGui::PushID(number);
    const float edge = scope.px(16);
    const Rect head = take(scope.px(24)).inset(edge, 0);
    const float right = put_text_right(scope, {head.max.x, head.centre().y}, view.count,
                                       Role::small, scope.tokens.mut);
    put_elided(scope, {head.min, {head.max.x - right - scope.px(8), head.max.y}}, view.title,
               Role::small_strong, scope.tokens.fg);
    put_elided(scope, take(scope.px(20)).inset(edge, 0), view.sentence, Role::small,
               scope.tokens.fg);
    take(scope.px(2));
    state_bar(scope, take(scope.px(8)).inset(edge, 0), view.states);
    take(scope.px(4));
    state_words(scope, view.states, edge);
    for (std::size_t i = 0; i < view.areas.size(); ++i) {
        const Rect row = take(scope.px(22)).inset(edge, 0);
        ImGui::PushID(static_cast<int>(i));
        const Touch state = touch(scope, "area", row, view.areas[i]);
        ImGui::PopID();
        put_elided(scope, row, view.areas[i], Role::small_strong,
                   state.hovered ? scope.tokens.fg : scope.tokens.amb);
        if (state.clicked)
            scope.ask(workspace::SetList{workspace::ListKind::claims});
    }
    ImGui::PopID();
    take(scope.px(8));
}

} // namespace

void draw_boundary_states(Scope& scope, const workspace::FilterView& view) {
    if (view.boundaries.empty())
        return;
    const Rect head = take(scope.px(40)).inset(scope.px(16), 0);
    put_text(scope, {head.min.x, head.centre().y}, scope.text("ui.card.states"), Role::title,
             scope.tokens.fg);
    int number = 0;
    for (const workspace::BoundaryStatesView& states : view.boundaries)
        draw_states(scope, states, number++);
    const Rect line = take(1);
    horizontal_line(line.min.x, line.max.x, line.min.y, scope.tokens.line);
}

void draw_segment_groups(Scope& scope, const workspace::FilterView& view, std::bitset<5>& groups) {
    const Rect head = take(scope.px(24)).inset(scope.px(16), 0);
    put_text(scope, {head.min.x, head.centre().y}, scope.text("ui.filter.segment_groups"),
             Role::small_strong, scope.tokens.mut);
    const Rect first = take(scope.px(28)).inset(scope.px(16), 0);
    float x = first.min.x;
    float y = first.min.y + scope.px(2);
    for (const auto& entry : model::Codes<model::SegmentGroup>::list) {
        const auto at = static_cast<std::size_t>(entry.value);
        const std::string text = scope.text("code.segment_group." + std::string(entry.code)) + " " +
                                 scope.language.number(view.counts.by_segment_group[at]);
        const float width = chip_width(scope, text);
        if (x + width > first.max.x && x > first.min.x) {
            y = take(scope.px(28)).min.y + scope.px(2);
            x = first.min.x;
        }
        ImGui::PushID(static_cast<int>(at));
        if (chip(scope, {{x, y}, {std::min(x + width, first.max.x), y + scope.px(24)}},
                 {.id = "keadaan-segmen", .text = text, .on = groups[at], .round = true})) {
            std::bitset<5> alone;
            alone.set(at);
            if (!ImGui::GetIO().KeyShift)
                groups.flip(at);
            else
                groups = groups == alone ? std::bitset<5>().set() : alone;
        }
        ImGui::PopID();
        x += width + scope.px(6);
    }
    take(scope.px(12));
}

} // namespace antardesa::ui
