#pragma once

#include "model/edit.h"

namespace antardesa::model {

/// Gives villages and special areas new outlines: the result of a repair or an agreement.
/// Refused: unknown ids, and an outline without land ("model.village_would_vanish").
struct ReplaceOutlines {
    Message name; ///< "edit.…": the rule or the document that the repair rests on
    std::vector<std::pair<Id<Village>, SharedPolygons>> villages;
    std::vector<std::pair<Id<SpecialArea>, SharedPolygons>> special_areas;
    Id<Document> document; ///< none for technical repairs
};
Result<Edit> replace_outlines(const Atlas& atlas, const ReplaceOutlines& request);

} // namespace antardesa::model
