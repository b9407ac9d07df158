#pragma once

#include "ui/panels.h"

namespace antardesa::ui {

/// The upper part of the repair panel: by which rule, along which line, up to which limit, and what
/// it rests on. What changes the preview sets `form.due`.
void draw_repair_rule(Scope& scope, const workspace::RepairView& repair, UiState& state);
/// Whether there is something to preview yet: an agreed line must have been chosen.
bool rule_is_complete(const RepairForm& form);
workspace::PreviewRepair wish_of(const RepairForm& form);
bool is_case(const RepairForm& form);
/// As RepairForm::settled.
inline constexpr int settled_unsaid = 0;
inline constexpr int settled_by_document = 1;
inline constexpr int settled_falls_back = 2;
/// Whether the form says what becomes of the agreed lines that are moved.
bool settled_is_answered(const workspace::RepairView& repair, const RepairForm& form);
/// As RepairForm::way: a settled line that moved goes back; nothing is to choose.
inline constexpr int put_back_way = 100;
/// As RepairForm::way, in the list of ways: what mends broken rings, or takes a copy away; then who
/// of two is kept.
inline constexpr int outline_way = 8;
/// As RepairForm::way: to side n of several, this and n; to the first two it goes by their ways.
inline constexpr int side_way = 20;
bool puts_back(const RepairForm& form);
/// Where nobody has chosen, the way that the preview took is the form's.
void follow_taken_way(const workspace::RepairView& repair, RepairForm& form);
/// One of several ways, 28 high. Returns whether it was pressed.
bool radio_row(Scope& scope, int number, const std::string& text, bool on);

} // namespace antardesa::ui
