#pragma once

#include "ui/register_state.h"
#include "ui/scope.h"

namespace antardesa::ui {

/// The fields of a register's form from the cursor down: two narrow ones in a row, those with a
/// long list over the whole width. Under each stands why its value cannot be stored, told when the
/// keyboard has left it, and what the law asks for.
void draw_record_fields(Scope& scope, RecordFormState& state);

} // namespace antardesa::ui
