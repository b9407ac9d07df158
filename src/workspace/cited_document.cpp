#include "workspace/cited_document.h"

namespace antardesa::workspace {

Result<model::Edit> citing(const model::Atlas& atlas, model::Edit edit,
                           const CitedDocument& cited) {
    if (cited.entered) {
        if (cited.entered->number.empty() && cited.entered->title.empty())
            return Refusal{{"model.document_needs_number", {}}};
        model::Document document = *cited.entered;
        document.id = atlas.table<model::Document>().next_id();
        edit.document = document.id;
        edit.writes.insert(edit.writes.begin(), model::Put<model::Document>{std::move(document)});
        return edit;
    }
    if (cited.known && !atlas.find(cited.known))
        return Refusal{{"model.unknown_document", {std::to_string(cited.known.value)}}};
    if (cited.known)
        edit.document = cited.known;
    return edit;
}

} // namespace antardesa::workspace
