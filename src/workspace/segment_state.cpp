#include "workspace/segment_state.h"

#include "workspace/entered_document.h"

namespace antardesa::workspace {

namespace {

void set_facts(model::Edit& edit, const RecordState& request) {
    for (model::RowWrite& write : edit.writes)
        if (auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write)) {
            put->row.pillars = request.pillars.value_or(put->row.pillars);
            put->row.character = request.character.value_or(put->row.character);
            put->row.workflow = request.workflow.value_or(put->row.workflow);
        }
}

} // namespace

Result<model::Edit> record_state(const model::Atlas& atlas, const RecordState& request) {
    model::SetSegmentState wanted{request.segment, request.state, request.document, request.today};
    std::optional<model::Document> entered;
    Result<model::Edit> result = Refusal{};
    if (request.entered) {
        auto with = with_document(atlas, *request.entered);
        if (!with)
            return with.refusal();
        wanted.document = with.value().row.id;
        result = model::set_segment_state(*with.value().atlas, wanted);
        entered = std::move(with).value().row;
    } else {
        result = model::set_segment_state(atlas, wanted);
    }
    if (!result)
        return result;
    model::Edit edit = std::move(result).value();
    if (entered)
        edit.writes.insert(edit.writes.begin(), model::Put<model::Document>{*std::move(entered)});
    set_facts(edit, request);
    return edit;
}

} // namespace antardesa::workspace
