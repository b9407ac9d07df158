#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::LineEditView;
using workspace::LineVertexRow;

constexpr std::array<float, 6> widths{56, 150, 158, 116, 128, 64};
constexpr float cell_padding = 8;
constexpr float row_height = 28;

std::string row_text(const LineVertexRow& row) {
    std::string text;
    for (const std::string& cell : row.cells)
        text += (text.empty() ? "" : "\t") + cell;
    return text;
}

void copy_rows(const LineEditView& line) {
    std::string text;
    for (const std::string& column : line.columns)
        text += (text.empty() ? "" : "\t") + column;
    for (std::size_t i = 0; i < line.handles->size(); ++i)
        text += "\n" + row_text(line.row(i));
    ImGui::SetClipboardText(text.c_str());
}

/// Between the selected vertex and the next.
bool can_insert(const LineEditView& line) {
    if (!line.handles || line.selected < 1 || line.busy || line.locked ||
        line.tool != workspace::LineTool::move)
        return false;
    const auto at = static_cast<std::size_t>(line.selected);
    return at < line.handles->size() && (*line.handles)[at].line == (*line.handles)[at - 1].line;
}

void draw_head(Scope& scope, const LineEditView& line, Rect head) {
    const Tokens& t = scope.tokens;
    float x = head.min.x + scope.px(16);
    x += put_text(scope, {x, head.centre().y}, scope.text("ui.line.table"), Role::title, t.fg);
    put_text(scope, {x + scope.px(8), head.centre().y}, line.subtitle, Role::small, t.mut);
    const std::string copy_text = scope.text("ui.line.copy");
    const std::string paste_text = scope.text("ui.line.paste");
    const Button copy{.id = "salin", .text = copy_text};
    const Button paste{.id = "tempel", .text = paste_text};
    const float right = head.max.x - scope.px(12);
    const float a = button_width(scope, copy);
    const float b = button_width(scope, paste);
    const float top = head.min.y + scope.px(2);
    const float bottom = head.max.y - scope.px(2);
    const std::string insert_text = scope.text("ui.line.insert");
    const Button insert{
        .id = "sisip", .text = insert_text, .icon = icon::add, .enabled = can_insert(line)};
    const float before = right - b - a - scope.px(16);
    if (button(scope, {{before - button_width(scope, insert), top}, {before, bottom}}, insert))
        scope.ask(workspace::InsertLineVertexAfter{});
    if (button(scope, {{right - b, top}, {right, bottom}}, paste))
        if (const char* text = ImGui::GetClipboardText(); text != nullptr && *text)
            scope.ask(workspace::PasteLinePositions{text});
    if (button(scope, {{right - b - scope.px(8) - a, top}, {right - b - scope.px(8), bottom}},
               copy))
        copy_rows(line);
}

void draw_columns(Scope& scope, const LineEditView& line, Rect row) {
    fill(row, scope.tokens.panel2);
    float x = row.min.x + scope.px(8);
    for (std::size_t i = 0; i < line.columns.size() && i < widths.size(); ++i) {
        const float width = scope.px(widths[i]);
        put_text_right(scope, {x + width - scope.px(cell_padding), row.centre().y}, line.columns[i],
                       Role::small_strong, scope.tokens.mut);
        x += width;
    }
}

/// Columns 1 … 4 are coordinates; number and zone stay.
bool can_type(const LineVertexRow& row, std::size_t column) {
    return column >= 1 && column <= 4 && !row.locked;
}

void start_typing(LineTableState& table, int number, std::size_t column, std::string text) {
    table.number = number;
    table.column = static_cast<workspace::LineColumn>(column - 1);
    table.text = std::move(text);
    table.focus = true;
}

void draw_typed_cell(Scope& scope, LineTableState& table, Rect cell) {
    const Typed typed = text_field(scope, cell.inset(1, 1), table.text,
                                   {.id = "sel", .hint = {}, .focus = table.focus});
    const bool was_asked = std::exchange(table.focus, false);
    if (typed.entered)
        scope.ask(workspace::TypeLineVertex{table.number, table.column, table.text});
    if (typed.entered || (!typed.active && !was_asked) ||
        ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false))
        table.number = 0;
}

void draw_row(Scope& scope, const LineEditView& line, UiState& state, int index) {
    const LineVertexRow row = line.row(static_cast<std::size_t>(index));
    const int number = index + 1;
    const Rect area = take(scope.px(row_height));
    ImGui::PushID(number);
    LineTableState& table = state.line_table;
    const bool typing = table.number == number;
    const Touch touched = typing ? Touch{} : touch(scope, "titik", area, row.cells.front());
    if (number == line.selected || touched.hovered)
        fill(area, number == line.selected ? scope.tokens.acc_bg : scope.tokens.panel2);
    float x = area.min.x + scope.px(8);
    for (std::size_t i = 0; i < row.cells.size() && i < widths.size(); ++i) {
        const Rect cell{{x, area.min.y}, {x + scope.px(widths[i]), area.max.y}};
        x = cell.max.x;
        if (typing && i == static_cast<std::size_t>(table.column) + 1) {
            draw_typed_cell(scope, table, cell);
            continue;
        }
        const float width = tabular_width(Role::body, row.cells[i]);
        put_tabular(scope, {cell.max.x - scope.px(cell_padding) - width, cell.centre().y},
                    row.cells[i], Role::body, scope.tokens.fg);
        if (touched.hovered && ImGui::IsMouseDoubleClicked(0) &&
            cell.contains(ImGui::GetIO().MousePos) && can_type(row, i))
            start_typing(table, number, i, row.cells[i]);
    }
    if (row.locked || row.node)
        put_icon(scope, {x + scope.px(14), area.centre().y},
                 row.locked ? icon::lock : icon::polyline, Role::icon16,
                 row.locked ? scope.tokens.grn : scope.tokens.mut);
    if (touched.clicked)
        scope.ask(workspace::SelectLineVertex{number, true});
    ImGui::PopID();
}

void follow_selection(Scope& scope, const LineEditView& line, LineTableState& table) {
    if (line.selected == table.last_selected)
        return;
    table.last_selected = line.selected;
    if (line.selected == 0)
        return;
    const float height = scope.px(row_height);
    const float top = height * static_cast<float>(line.selected - 1);
    if (top < ImGui::GetScrollY() || top + height > ImGui::GetScrollY() + ImGui::GetWindowHeight())
        ImGui::SetScrollY(std::max(0.0F, top - ImGui::GetWindowHeight() / 2));
}

/// After each step the line is derived anew, and for some frames there are no rows.
void keep_scroll(const LineEditView& line, LineTableState& table) {
    if (table.segment != line.segment) {
        table.segment = line.segment;
        table.emptied = false;
        table.last_selected = 0;
    }
    if (!line.handles || line.handles->empty()) {
        table.emptied = true;
        return;
    }
    if (std::exchange(table.emptied, false))
        ImGui::SetScrollY(table.scroll);
    else
        table.scroll = ImGui::GetScrollY();
}

} // namespace

void draw_line_table(Scope& scope, const LineEditView& line, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    begin_panel("##titik", place, t.panel, ImGuiWindowFlags_NoBringToFrontOnFocus);
    horizontal_line(place.min.x, place.max.x, place.min.y, t.line);
    const Rect head{{place.min.x, place.min.y + 1}, {place.max.x, place.min.y + scope.px(32)}};
    draw_head(scope, line, head);
    const Rect columns{{place.min.x, head.max.y}, {place.max.x, head.max.y + scope.px(24)}};
    draw_columns(scope, line, columns);
    begin_scroll("titik", {{place.min.x, columns.max.y}, place.max});
    keep_scroll(line, state.line_table);
    follow_selection(scope, line, state.line_table);
    ImGuiListClipper clipper;
    clipper.Begin(line.handles ? static_cast<int>(line.handles->size()) : 0, scope.px(row_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(scope, line, state, i);
    clipper.End();
    ImGui::EndChild();
    end_panel();
}

} // namespace antardesa::ui
