#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::ProposalView;
using workspace::ScenarioView;

/// Widths of the columns behind the name, at 100 %: both villages, what is touched, roads and
/// rivers, length, on which side of the divider.
struct Columns {
    float letter;
    float side;
    float touched;
    float lines;
    float length;
    float choice;
};
constexpr Columns narrow{36, 96, 96, 104, 60, 118};
constexpr Columns broad{52, 116, 124, 136, 84, 160};
constexpr std::size_t rows_in_meeting = 3;

/// A row of the table, cut into its cells from the right.
class Cells {
  public:
    Cells(const Scope& scope, Rect row, const Columns& columns) : scope_(scope), rest_(row) {
        rest_.max.x -= scope.px(12);
        choice = cut(columns.choice);
        length = cut(columns.length);
        lines = cut(columns.lines);
        touched = cut(columns.touched);
        sides[1] = cut(columns.side);
        sides[0] = cut(columns.side);
        letter = {rest_.min, {rest_.min.x + scope.px(columns.letter), rest_.max.y}};
        name = {{letter.max.x, rest_.min.y}, {rest_.max.x - scope.px(8), rest_.max.y}};
    }
    Rect letter, name, touched, lines, length, choice;
    std::array<Rect, 2> sides;

  private:
    Rect cut(float width) {
        const Rect cell{{rest_.max.x - scope_.px(width), rest_.min.y}, rest_.max};
        rest_.max.x = cell.min.x;
        return {{cell.min.x, cell.min.y}, {cell.max.x - scope_.px(8), cell.max.y}};
    }
    const Scope& scope_;
    Rect rest_;
};

struct Look {
    const Columns& columns;
    Role figure;
    Role first;
    Role second;
    float row;
    float head;
    bool names = true; ///< of persons
};
Look look_of(bool wide) {
    return wide ? Look{broad, Role::name, Role::large, Role::large, 56, 32, true}
                : Look{narrow, Role::medium, Role::medium, Role::small, 44, 24, true};
}

/// The end of a figure is what is read; a longer one is cut from the front nowhere.
void put_two(Scope& scope, Rect cell, const Look& look, Role role, const std::string& first,
             const std::string& second, ImU32 ink) {
    const float middle = cell.centre().y;
    const float step = scope.px(look.row / 4.4F);
    put_text_right(scope, {cell.max.x, middle - step}, first, role, ink);
    put_text_right(scope, {cell.max.x, middle + step}, second, look.second, scope.tokens.mut);
}

/// The village's colour, on the meeting's light ground as on the map, else as the theme reads it.
ImU32 text_ink(const Scope& scope, const Look& look, std::size_t side) {
    if (look.figure == Role::name)
        return side_ink(side);
    return side == 0 ? scope.tokens.blu : scope.tokens.amb;
}

void draw_heads(Scope& scope, const ProposalView& view, Rect row, const Look& look) {
    fill(row, scope.tokens.panel2);
    const Cells cells(scope, row, look.columns);
    const Role role = look.figure == Role::name ? Role::large : Role::small_strong;
    const auto head = [&](Rect cell, const std::string& text, ImU32 ink) {
        const float width = std::min(text_width(role, text), cell.width());
        put_elided(scope, {{cell.max.x - width - 1, cell.min.y}, {cell.max.x + 1, cell.max.y}},
                   text, role, ink);
    };
    put_elided(scope, cells.name, scope.text("ui.compare.scenario"), role, scope.tokens.mut);
    for (std::size_t side = 0; side < 2 && side < view.sides.size(); ++side)
        head(cells.sides.at(side), view.sides[side].name, text_ink(scope, look, side));
    head(cells.touched, scope.text("ui.compare.touched"), scope.tokens.mut);
    head(cells.lines, scope.text("ui.compare.lines"), scope.tokens.mut);
    head(cells.length, scope.text("ui.compare.length"), scope.tokens.mut);
    head(cells.choice, scope.text("ui.compare.on_map"), scope.tokens.mut);
}

/// On which side of the divider the line stands.
void draw_choice(Scope& scope, const ProposalView& view, const ScenarioView& scenario, Rect cell) {
    const auto& shown = view.swipe->scenarios;
    const float half = std::floor((cell.width() - scope.px(4)) / 2);
    const float top = cell.centre().y - scope.px(12);
    for (std::size_t side = 0; side < 2; ++side) {
        const float left = cell.min.x + (side == 0 ? 0 : half + scope.px(4));
        const std::string text = scope.text(side == 0 ? "ui.compare.left" : "ui.compare.right");
        const Chip what{
            .id = side == 0 ? "kiri" : "kanan", .text = text, .on = shown.at(side) == scenario.id};
        if (!chip(scope, {{left, top}, {left + half, top + scope.px(24)}}, what) || what.on)
            continue;
        // The one that stood there changes places with it.
        auto next = shown;
        if (next.at(1 - side) == scenario.id)
            next.at(1 - side) = next.at(side);
        next.at(side) = scenario.id;
        scope.ask(workspace::CompareProposals{next[0], next[1]});
    }
}

void draw_row(Scope& scope, const ProposalView& view, const ScenarioView& scenario,
              const Look& look) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(look.row));
    const Cells cells(scope, row, look.columns);
    const auto& shown = view.swipe->scenarios;
    const bool on = shown[0] == scenario.id || shown[1] == scenario.id;
    if (on)
        fill(row, t.acc_bg);
    horizontal_line(row.min.x, row.max.x, row.max.y - 1, t.line);
    const ImVec2 centre = cells.letter.centre();
    const float radius = scope.px(look.row / 4);
    ImGui::GetWindowDrawList()->AddCircleFilled(centre, radius, on ? t.acc : t.chip);
    put_text_centred(
        scope, {{centre.x - radius, centre.y - radius}, {centre.x + radius, centre.y + radius}},
        scenario_letter(scenario), look.first, on ? t.acc_fg : t.fg);
    const float middle = row.centre().y;
    const std::string author = look.names ? scenario.author : std::string();
    const bool alone = author.empty() && scenario.trouble.empty();
    put_elided(scope,
               {{cells.name.min.x, row.min.y + scope.px(3)},
                {cells.name.max.x, alone ? row.max.y - scope.px(3) : middle}},
               scenario_title(scenario), look.first, t.fg);
    if (!scenario.trouble.empty()) {
        put_elided(scope, {{cells.name.min.x, middle}, {row.max.x - scope.px(12), row.max.y}},
                   scenario.trouble, look.second, t.amb);
        return;
    }
    if (!alone)
        put_elided(scope, {{cells.name.min.x, middle}, {cells.name.max.x, row.max.y - scope.px(3)}},
                   scope.text("ui.compare.asked_by", {author}), look.second, t.mut);
    for (std::size_t side = 0; side < 2; ++side) {
        put_two(scope, cells.sides.at(side), look, look.figure, scenario.changes.at(side),
                scenario.after.at(side), text_ink(scope, look, side));
        tooltip_when(scope, cells.sides.at(side).contains(ImGui::GetMousePos()),
                     scenario.pieces.at(side));
    }
    put_two(scope, cells.touched, look, look.first,
            scope.text("ui.compare.assets", {scenario.assets}),
            scope.text("ui.compare.agreements", {scenario.agreements}), t.fg);
    put_two(scope, cells.lines, look, look.first, scope.text("ui.compare.roads", {scenario.roads}),
            scope.text("ui.compare.rivers", {scenario.rivers}), t.fg);
    put_text_right(scope, {cells.length.max.x, middle}, scenario.length, look.first, t.fg);
    ImGui::PushID(static_cast<int>(scenario.id.value));
    draw_choice(scope, view, scenario, cells.choice);
    ImGui::PopID();
}

std::vector<Id<model::Proposal>> comparable(const ProposalView& view) {
    std::vector<Id<model::Proposal>> lines;
    for (const ScenarioView& scenario : view.scenarios)
        if (scenario.trouble.empty())
            lines.push_back(scenario.id);
    return lines;
}

} // namespace

bool can_compare(const ProposalView& view) {
    return comparable(view).size() > 1;
}

void toggle_comparison(Scope& scope, const ProposalView& view, UiState& state) {
    const auto lines = comparable(view);
    if (view.swipe || lines.size() < 2) {
        scope.ask(workspace::CompareProposals{});
        return;
    }
    state.bottom_open = true;
    state.map_only = false;
    scope.ask(workspace::CompareProposals{lines[0], lines[1]});
}

float comparison_height(const Scope& scope, const ProposalView& view) {
    const Look look = look_of(true);
    const auto rows =
        static_cast<float>(std::clamp<std::size_t>(view.scenarios.size(), 2, rows_in_meeting));
    return scope.px(look.head + rows * look.row);
}

void draw_comparison(Scope& scope, const ProposalView& view, Rect place, bool wide, bool names) {
    Look look = look_of(wide);
    look.names = names;
    begin_panel("##banding", place, scope.tokens.panel, ImGuiWindowFlags_NoBringToFrontOnFocus);
    const Rect head = place.top(scope.px(look.head));
    draw_heads(scope, view, head, look);
    begin_scroll("banding", {{place.min.x, head.max.y}, place.max});
    for (const ScenarioView& scenario : view.scenarios)
        draw_row(scope, view, scenario, look);
    ImGui::EndChild();
    horizontal_line(place.min.x, place.max.x, place.min.y, scope.tokens.line);
    end_panel();
}

} // namespace antardesa::ui
