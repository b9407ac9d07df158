#pragma once

#include "ui/scope.h"
#include "ui/ui_state.h"

namespace antardesa::ui {

/// Which layer of the file is read and which column means what. What is chosen asks at once for the
/// file to be read again so.
void draw_import_choices(Scope& scope, const workspace::ImportView& view, UiState& state);
/// At 100 %.
float import_choices_height(const workspace::ImportView& view, const UiState& state);

} // namespace antardesa::ui
