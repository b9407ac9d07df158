#pragma once

#include "model/verbs.h"

namespace antardesa::workspace {

/// A state of a segment as a person records it: with a document of the project or a new one, and
/// with what is known of pillars.
struct RecordState {
    Id<model::BoundarySegment> segment;
    model::SegmentState state = model::SegmentState::untraced;
    Id<model::Document> document = {};                  ///< of the project; none: the old one stays
    std::optional<model::Document> entered = {};        ///< instead: a new one; its id is ignored
    std::optional<bool> pillars = {};                   ///< none: as it is
    std::optional<model::LineCharacter> character = {}; ///< likewise
    std::optional<model::BoundaryWorkflow> workflow = {}; ///< likewise
    std::optional<Date> today = {}; ///< none: dates to come are not looked for
};
/// One edit that holds both. Refused as `model::set_segment_state` refuses, and a new document
/// without number and title ("model.document_needs_number").
Result<model::Edit> record_state(const model::Atlas& atlas, const RecordState& request);

} // namespace antardesa::workspace
