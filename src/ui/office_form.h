#pragma once

#include "ui/frame.h"
#include "ui/scope.h"
#include "ui/ui_state.h"

/// What a person decides about an office's own list before its plan is taken.
namespace antardesa::ui {

/// Of both parts below, in pixels of the design.
float office_height(const workspace::ImportView& view);
/// The columns and the names to decide, of every list. Decisions are kept in the state until they
/// are applied.
void draw_office(Scope& scope, const FrameViews& views, const workspace::ImportView& view,
                 UiState& state);
/// Whether something was decided that the plan does not know.
bool has_office_choices(const workspace::ImportView& view, const UiState& state);

/// Below what scrolls, so that it is always in sight: how many names the import waits for, and a
/// chip that leaves them all out. Unscaled height; 0: it waits for none.
float undecided_height(const workspace::ImportView& view, const UiState& state);
void draw_undecided(Scope& scope, const workspace::ImportView& view, UiState& state, Rect row);

} // namespace antardesa::ui
