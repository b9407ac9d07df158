#pragma once

#include "ui/scope.h"

namespace antardesa::ui {

/// Where a menu opens: a corner of it, which corner (0 or 1 across and down), and its width.
struct MenuPlace {
    ImVec2 corner;
    ImVec2 which;
    float width = 0;
};
/// A list of rows that ImGui::OpenPopup(id) opened. Escape closes it; arrows, Home and End mark a
/// row, Enter or Space presses it. Ends with ImGui::EndPopup where it returned true.
bool begin_menu(Scope& scope, const char* id, const MenuPlace& place);
/// 32 high; true when pressed. Only within a menu.
bool menu_row(Scope& scope, const char* id, char32_t icon, std::string_view text,
              std::string_view shortcut = {}, bool enabled = true);

/// Closes the popup that is being drawn when Escape went down.
void close_by_escape();
/// Arrows, Home and End move the mark in `count` rows; -1: none is marked.
void move_mark(int& mark, int count);

} // namespace antardesa::ui
