#include "workspace/entered_document.h"

namespace antardesa::workspace {

Result<EnteredDocument> with_document(const model::Atlas& atlas, model::Document document) {
    if (document.number.empty() && document.title.empty())
        return Refusal{{"model.document_needs_number", {}}};
    document.id = atlas.table<model::Document>().next_id();
    model::TableSet tables = atlas.tables();
    std::get<model::Table<model::Document>>(tables).put(document);
    auto with = model::Atlas::build(atlas.identity(), std::move(tables), atlas.revision(),
                                    atlas.shared_coverage());
    return EnteredDocument{std::move(document), std::move(with)};
}

} // namespace antardesa::workspace
