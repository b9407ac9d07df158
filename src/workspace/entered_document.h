#pragma once

#include "base/result.h"
#include "model/atlas.h"

#include <memory>

namespace antardesa::workspace {

/// A document that is entered with the edit that rests on it: the row with its new id, and the
/// snapshot that already has it, so that a verb finds it.
struct EnteredDocument {
    model::Document row;
    std::shared_ptr<const model::Atlas> atlas;
};
/// The document's own id is ignored. Refused: one without number and title
/// ("model.document_needs_number").
Result<EnteredDocument> with_document(const model::Atlas& atlas, model::Document document);

} // namespace antardesa::workspace
