#pragma once

#include "ui/widgets.h"

namespace antardesa::ui {

/// Lengths by the five groups as one stacked bar, 8 high (ui.md §7).
void state_bar(Scope& scope, Rect bar, const std::vector<workspace::StateShare>& states);
/// Their names and shares below it, side by side on as many rows as they need, indented by `edge`.
void state_words(Scope& scope, const std::vector<workspace::StateShare>& states, float edge);

} // namespace antardesa::ui
