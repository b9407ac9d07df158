#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

constexpr float edge = 16;

bool went_down(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

bool typed(ImWchar character) {
    return ImGui::GetIO().InputQueueCharacters.find(character) !=
           ImGui::GetIO().InputQueueCharacters.end();
}

void nudge(Scope& scope) {
    const double by = ImGui::GetIO().KeyShift ? 0.1 : 1;
    const std::array<std::pair<ImGuiKey, geo::Point>, 4> ways{{{ImGuiKey_LeftArrow, {-by, 0}},
                                                               {ImGuiKey_RightArrow, {by, 0}},
                                                               {ImGuiKey_UpArrow, {0, by}},
                                                               {ImGuiKey_DownArrow, {0, -by}}}};
    for (const auto& [key, step] : ways)
        if (went_down(key))
            scope.ask(workspace::NudgeLineVertex{step.x, step.y});
}

void draw_title(Scope& scope, const workspace::LineEditView& line) {
    const Tokens& t = scope.tokens;
    take(scope.px(12));
    const Rect row = take(scope.px(32));
    const Rect close{{row.max.x - scope.px(36), row.min.y}, {row.max.x - scope.px(4), row.max.y}};
    if (icon_button(scope, close, {"selesai-x", icon::close, scope.text("ui.line.end") + "  Esc"}))
        scope.ask(workspace::EndLineEdit{});
    put_elided(scope, {{row.min.x + scope.px(edge), row.min.y}, {close.min.x, row.max.y}},
               line.title, Role::title, t.fg);
    put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0), line.subtitle, Role::body,
               t.mut);
    take(scope.px(8));
}

void draw_tools(Scope& scope, const workspace::LineEditView& line) {
    const Rect row = take(scope.px(32)).inset(scope.px(edge), 0);
    const int chosen = segmented(scope, "alat-garis", row,
                                 {scope.text("ui.line.tool_move"), scope.text("ui.line.tool_draw"),
                                  scope.text("ui.line.tool_trace")},
                                 static_cast<int>(line.tool));
    if (chosen >= 0 && chosen != static_cast<int>(line.tool))
        scope.ask(workspace::SetLineTool{static_cast<workspace::LineTool>(chosen)});
    take(scope.px(8));
}

float draw_sentence(Scope& scope, const std::string& text, char32_t sign, ImU32 colour,
                    ImU32 ground) {
    const float width = ImGui::GetContentRegionAvail().x - scope.px(2 * edge);
    const float room = width - scope.px(38);
    const float height = wrapped_height(Role::body, room, scope.px(18), text) + scope.px(12);
    const Rect plate = take(height).inset(scope.px(edge), 0);
    fill(plate, ground, scope.px(4));
    put_icon(scope, {plate.min.x + scope.px(15), plate.min.y + scope.px(15)}, sign, Role::icon16,
             colour);
    put_wrapped(scope, {plate.min.x + scope.px(30), plate.min.y + scope.px(6)}, room, scope.px(18),
                text, Role::body, colour);
    take(scope.px(8));
    return height;
}

void draw_areas(Scope& scope, const workspace::LineEditView& line) {
    const Tokens& t = scope.tokens;
    section_head(scope, take(scope.px(32)).inset(scope.px(edge), 0), scope.text("ui.line.areas"),
                 {});
    for (const workspace::LineAreaRow& side : line.areas) {
        const Rect name = take(scope.px(20)).inset(scope.px(edge), 0);
        put_elided(scope, name, side.name, Role::medium, t.fg);
        const Rect row = take(scope.px(24)).inset(scope.px(edge), 0);
        put_tabular(scope, {row.min.x, row.min.y + scope.px(9)}, side.area, Role::body, t.mut);
        const float width = tabular_width(Role::strong, side.change);
        put_tabular(scope, {row.max.x - width, row.min.y + scope.px(9)}, side.change, Role::strong,
                    t.fg);
    }
    const Rect row = take(scope.px(32)).inset(scope.px(edge), 0);
    horizontal_line(row.min.x, row.max.x, row.min.y + scope.px(2), t.line);
    put_text(scope, {row.min.x, row.centre().y + scope.px(2)}, line.sum, Role::medium, t.grn);
}

float areas_height(const Scope& scope, const workspace::LineEditView& line) {
    return scope.px(64) + scope.px(44) * static_cast<float>(line.areas.size()) + scope.px(4);
}

void draw_consequences(Scope& scope, const workspace::LineEditView& line) {
    for (const std::string& consequence : line.consequences)
        draw_sentence(scope, consequence, icon::warning, scope.tokens.amb, scope.tokens.amb_bg);
}

/// Who runs along the line and would stay: said before the first step, with the way there.
void draw_claimed_again(Scope& scope, const workspace::LineEditView& line) {
    if (line.claimed_again.empty())
        return;
    draw_sentence(scope, line.claimed_again, icon::warning, scope.tokens.amb, scope.tokens.amb_bg);
    const Rect row = take(scope.px(32)).inset(scope.px(edge), 0);
    take(scope.px(8));
    const bool known = static_cast<bool>(line.claimed_by);
    if (!button(scope, row,
                {.id = "temuan-garis",
                 .text = scope.text(known ? "ui.line.open_finding" : "ui.line.check_first")}))
        return;
    scope.ask(workspace::EndLineEdit{});
    if (!known) {
        scope.ask(workspace::CheckBoundaries{});
        return;
    }
    scope.ask(workspace::SetList{workspace::ListKind::findings});
    const workspace::Subject finding{workspace::SubjectKind::finding, line.claimed_by.value};
    scope.ask(workspace::Select{finding, false, true});
}

/// What is to become of settled lines that are moved: asked before the first step.
void draw_settled(Scope& scope, const workspace::LineEditView& line) {
    if (line.settled.empty())
        return;
    draw_sentence(scope, line.settled, icon::warning, scope.tokens.amb, scope.tokens.amb_bg);
    std::vector<std::string> choices{scope.text("ui.line.settled_choose"),
                                     scope.text("ui.line.settled_back")};
    for (const auto& [id, name] : line.settled_documents)
        choices.push_back(name);
    const int chosen = combo(scope, "garis-sepakat", take(scope.px(32)).inset(scope.px(edge), 0),
                             choices, line.settled_choice);
    take(scope.px(8));
    if (chosen == 1)
        scope.ask(workspace::AnswerForSettled{true});
    else if (chosen >= 2)
        scope.ask(workspace::AnswerForSettled{
            false, line.settled_documents[static_cast<std::size_t>(chosen - 2)].first});
    else if (chosen == 0)
        scope.ask(workspace::AnswerForSettled{});
}

void draw_foot(Scope& scope, const workspace::LineEditView& line, Rect place) {
    fill(place, scope.tokens.panel);
    horizontal_line(place.min.x, place.max.x, place.min.y, scope.tokens.line);
    const Rect row = place.inset(scope.px(edge), scope.px(12));
    const float half = std::floor((row.width() - scope.px(8)) / 2);
    if (line.tool == workspace::LineTool::move) {
        if (button(scope, row.left(half),
                   {.id = "hapus-titik",
                    .text = scope.text("ui.line.delete"),
                    .kind = ButtonKind::danger,
                    .enabled = line.can_delete}))
            scope.ask(workspace::DeleteLineVertex{});
    } else if (button(scope, row.left(half),
                      {.id = "terapkan",
                       .text = scope.text("ui.line.finish"),
                       .kind = ButtonKind::primary,
                       .enabled = line.can_finish})) {
        scope.ask(workspace::FinishLine{});
    }
    if (button(scope, row.right(half),
               {.id = "selesai",
                .text = scope.text("ui.line.end"),
                .kind = line.tool == workspace::LineTool::move ? ButtonKind::primary
                                                               : ButtonKind::plain}))
        scope.ask(workspace::EndLineEdit{});
}

} // namespace

void answer_line_keys(Scope& scope, const workspace::LineEditView& line, UiState& state) {
    if (ImGui::GetIO().KeyCtrl) {
        const char* text = ImGui::IsKeyPressed('V', false) ? ImGui::GetClipboardText() : nullptr;
        if (text != nullptr && *text)
            scope.ask(workspace::PasteLinePositions{text});
        return;
    }
    if (typed('['))
        scope.ask(workspace::StepLineVertex{-1});
    if (typed(']'))
        scope.ask(workspace::StepLineVertex{1});
    if (line.tool == workspace::LineTool::move && line.selected != 0)
        nudge(scope);
    if (went_down(ImGuiKey_Delete) && line.can_delete)
        scope.ask(workspace::DeleteLineVertex{});
    if (enter_pressed() && line.can_finish)
        scope.ask(workspace::FinishLine{});
    const bool takes_point = went_down(ImGuiKey_Backspace) && !line.drawn.empty();
    if ((escape_pressed() || takes_point) && state.line_table.number == 0)
        scope.ask(workspace::StepBackLine{});
}

void draw_line_panel(Scope& scope, const workspace::LineEditView& line, UiState&, Rect place) {
    const Tokens& t = scope.tokens;
    const float foot = scope.px(56);
    // The areas stay in sight, whatever is to be said above them.
    const float room = place.height() - foot;
    const float areas = std::min(areas_height(scope, line), std::round(room * 0.5F));
    const Rect upper{{place.min.x + 1, place.min.y}, {place.max.x, place.max.y - foot - areas}};
    begin_scroll("isi-garis", upper);
    draw_title(scope, line);
    draw_tools(scope, line);
    draw_claimed_again(scope, line);
    if (!line.trouble.empty() && line.trouble != line.claimed_again)
        draw_sentence(scope, line.trouble, line.locked ? icon::lock : icon::warning, t.amb,
                      t.amb_bg);
    draw_settled(scope, line);
    if (!line.hint.empty() && !line.locked)
        draw_sentence(scope, line.hint, icon::information, t.mut, t.panel2);
    draw_consequences(scope, line);
    take(scope.px(4));
    ImGui::EndChild();
    horizontal_line(upper.min.x, upper.max.x, upper.max.y, t.line);
    begin_scroll("luas-garis", {{upper.min.x, upper.max.y}, {upper.max.x, upper.max.y + areas}});
    draw_areas(scope, line);
    ImGui::EndChild();
    draw_foot(scope, line, place.bottom(foot));
}

} // namespace antardesa::ui
