#pragma once

#include "ui/scope.h"
#include "workspace/record.h"

/// What the law asks for and a row lacks, under the field that answers it.
namespace antardesa::ui {

/// In pixels; nothing without notes.
float record_notes_height(const Scope& scope, const std::vector<workspace::RecordNote>& notes,
                          float width);
/// From the top of the rectangle down, as high as above.
void draw_record_notes(Scope& scope, Rect place, const std::vector<workspace::RecordNote>& notes);

} // namespace antardesa::ui
