#pragma once

#include "ui/scope.h"

/// The keyboard in dialogs: Tab goes to everything that takes a click, and there Enter and Space
/// are clicks. ImGui before 1.90 lets Tab stop at text fields only, and has no public interface for
/// more.
namespace antardesa::ui {

/// In a dialog's window, before and after its content.
void begin_keys(Scope& scope);
void end_keys(Scope& scope);

/// Before and after an item that Tab shall stop at; nothing outside of dialogs. Returns whether it
/// was pressed by a key; what was reached by Tab is outlined.
void begin_stop(const Scope& scope);
bool end_stop(Scope& scope, Rect area);

} // namespace antardesa::ui
