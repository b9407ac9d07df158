#pragma once

#include "model/edit.h"

#include <optional>

namespace antardesa::workspace {

/// The document that a person names for a change: one of the project, a new one, or none.
struct CitedDocument {
    Id<model::Document> known;
    std::optional<model::Document> entered = {}; ///< a new one instead; its id is ignored
};

/// The edit resting on the document; a new one is written with it. Refused: an unknown document, a
/// new one without number and title ("model.document_needs_number").
Result<model::Edit> citing(const model::Atlas& atlas, model::Edit edit, const CitedDocument& cited);

} // namespace antardesa::workspace
