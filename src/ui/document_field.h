#pragma once

#include "ui/ui_state.h"
#include "ui/widgets.h"

namespace antardesa::ui {

/// The choice of the document that a change rests on, as part of a form: a list of the project's,
/// none of them (what that means says `none`), or a new one with its fields below. `inset`: pixels
/// left free at both sides.
void draw_document_field(Scope& scope, DocumentChoice& choice, const std::string& none,
                         float inset = 0);
/// The kind of a new document; kinds that the list has not leave it as it is.
void choose_kind(DocumentChoice& choice, std::string_view kind);
bool is_new_document(const DocumentChoice& choice);
/// Why it cannot be saved yet; empty: it can.
std::string missing_of(const Scope& scope, const DocumentChoice& choice);
workspace::CitedDocument cited(const DocumentChoice& choice);

/// Two fields side by side.
std::pair<Rect, Rect> halves(const Scope& scope, Rect row);

} // namespace antardesa::ui
