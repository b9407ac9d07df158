#include "workspace/segment_state.h"

namespace antardesa::workspace {

namespace {

/// The snapshot with the new document in it, so that the state can rest on it.
std::shared_ptr<const model::Atlas> with_document(const model::Atlas& atlas,
                                                  const model::Document& document) {
    model::TableSet tables = atlas.tables();
    std::get<model::Table<model::Document>>(tables).put(document);
    return model::Atlas::build(atlas.identity(), std::move(tables), atlas.revision(),
                               atlas.shared_coverage());
}

void set_pillars(model::Edit& edit, bool pillars) {
    for (model::RowWrite& write : edit.writes)
        if (auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write))
            put->row.pillars = pillars;
}

} // namespace

Result<model::Edit> record_state(const model::Atlas& atlas, const RecordState& request) {
    model::SetSegmentState wanted{request.segment, request.state, request.document};
    std::optional<model::Document> entered;
    Result<model::Edit> result = Refusal{};
    if (request.entered) {
        if (request.entered->number.empty() && request.entered->title.empty())
            return Refusal{{"model.document_needs_number", {}}};
        model::Document document = *request.entered;
        document.id = atlas.table<model::Document>().next_id();
        wanted.document = document.id;
        result = model::set_segment_state(*with_document(atlas, document), wanted);
        entered = std::move(document);
    } else {
        result = model::set_segment_state(atlas, wanted);
    }
    if (!result)
        return result;
    model::Edit edit = std::move(result).value();
    if (entered)
        edit.writes.insert(edit.writes.begin(), model::Put<model::Document>{*std::move(entered)});
    if (request.pillars)
        set_pillars(edit, *request.pillars);
    return edit;
}

} // namespace antardesa::workspace
