#include "ui/panels.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::ProposalView;

/// Land and line in a square.
void draw_sketch(Scope& scope, const ProposalView& view, const workspace::ScenarioView& scenario,
                 Rect square) {
    fill(square, scope.tokens.panel2, scope.px(4));
    const Rect inside = square.inset(scope.px(8), scope.px(8));
    const auto points = [&](const std::vector<geo::Point>& line) {
        std::vector<ImVec2> placed;
        placed.reserve(line.size());
        for (const geo::Point p : line)
            placed.push_back({inside.min.x + static_cast<float>(p.x) * inside.width(),
                              inside.max.y - static_cast<float>(p.y) * inside.height()});
        return placed;
    };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto land = points(view.land_sketch);
    const auto line = points(scenario.sketch);
    list.AddPolyline(land.data(), static_cast<int>(land.size()), scope.tokens.mut, 0, scope.px(1));
    list.AddPolyline(line.data(), static_cast<int>(line.size()), IM_COL32(0x12, 0x34, 0x3B, 255), 0,
                     scope.px(3));
}

void draw_letter(Scope& scope, const workspace::ScenarioView& scenario, ImVec2 centre) {
    const Tokens& t = scope.tokens;
    ImGui::GetWindowDrawList()->AddCircleFilled(centre, scope.px(15),
                                                scenario.shown ? t.acc : t.chip);
    put_text_centred(scope,
                     {{centre.x - scope.px(15), centre.y - scope.px(15)},
                      {centre.x + scope.px(15), centre.y + scope.px(15)}},
                     scenario_letter(scenario), Role::large, scenario.shown ? t.acc_fg : t.fg);
}

void draw_card(Scope& scope, const ProposalView& view, const workspace::ScenarioView& scenario,
               Rect card, bool low, bool names) {
    const Tokens& t = scope.tokens;
    fill(card, t.panel, scope.px(6));
    outline(card, scenario.shown ? t.acc : t.line, scope.px(6), scenario.shown ? 3.0F : 1.0F);
    float left = card.min.x + scope.px(12);
    if (!low) {
        const float side = std::min(card.height() - scope.px(24), card.width() * 0.34F);
        draw_sketch(
            scope, view, scenario,
            {{left, card.min.y + scope.px(12)}, {left + side, card.min.y + scope.px(12) + side}});
        left += side + scope.px(16);
    }
    const float line = scope.px(28);
    const float top = low ? card.min.y + scope.px(2) : card.min.y + scope.px(16);
    draw_letter(scope, scenario, {left + scope.px(15), top + line / 2 + scope.px(low ? 8 : 0)});
    const Rect head{{left + scope.px(38), top}, {card.max.x - scope.px(10), top + line}};
    put_elided(scope, head, scenario_title(scenario), Role::large, t.fg);
    const auto row = [&](float number) {
        return Rect{{low ? left + scope.px(38) : left, top + number * line},
                    {card.max.x - scope.px(12), top + (number + 1) * line}};
    };
    if (!scenario.trouble.empty()) {
        put_elided(scope, row(1), scenario.trouble, Role::large, t.mut);
        return;
    }
    if (low) {
        put_elided(scope, row(0.95F), scenario.changes[0] + "  :  " + scenario.changes[1],
                   Role::large, t.fg);
        return;
    }
    if (names && !scenario.author.empty())
        put_elided(scope, row(1), scenario.author, Role::large, t.mut);
    for (std::size_t i = 0; i < 2 && i < view.sides.size(); ++i) {
        const Rect at = row(2 + static_cast<float>(i));
        put_text_right(scope, {at.max.x, at.centre().y}, scenario.changes[i], Role::name, t.fg);
        put_elided(scope, {at.min, {at.max.x - scope.px(130), at.max.y}}, view.sides[i].name,
                   Role::large, side_ink(i));
    }
}

} // namespace

void draw_meeting_scenarios(Scope& scope, const ProposalView& view, UiState& state, Rect place,
                            bool low) {
    begin_panel("##rapat-skenario", place, scope.tokens.bg);
    if (view.scenarios.empty()) {
        put_text_centred(scope, place, scope.text("ui.meeting.no_scenarios"), Role::large,
                         scope.tokens.mut);
        end_panel();
        return;
    }
    const Rect room = place.inset(scope.px(16), scope.px(low ? 4 : 16));
    const float gap = scope.px(12);
    const auto count = static_cast<float>(std::max<std::size_t>(3, view.scenarios.size()));
    const float width =
        std::max(scope.px(low ? 150 : 200), std::floor((room.width() - gap * (count - 1)) / count));
    float x = room.min.x;
    for (const workspace::ScenarioView& scenario : view.scenarios) {
        const Rect card{{x, room.min.y}, {x + width, room.max.y}};
        ImGui::PushID(static_cast<int>(scenario.id.value));
        const Touch touched = touch(scope, "skenario", card, scenario.name);
        ImGui::PopID();
        draw_card(scope, view, scenario, card, low, state.names_shown);
        if (touched.clicked) {
            state.proposal.scenario = scenario.id;
            state.proposal.due = true;
        }
        x += width + gap;
    }
    end_panel();
}

} // namespace antardesa::ui
