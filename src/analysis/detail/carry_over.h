#pragma once

#include "analysis/segments.h"

#include <set>

namespace antardesa::analysis::detail {

/// Derived segments with ids and what was entered about them, and how it came to them.
struct CarryOver {
    std::vector<model::BoundarySegment> segments; ///< by id
    std::vector<MovedLine> moved;
    std::vector<CarriedState> carried;
    /// Stored rows all of whose entries stand in `segments` now.
    std::set<Id<model::BoundarySegment>> taken_over;
};
/// `segments` are lines without ids; the atlas holds the stored rows; `before` as in
/// `segment_changes`. Throws `Cancelled`.
CarryOver carry_over(const model::Atlas& atlas, std::vector<model::BoundarySegment> segments,
                     Progress& progress, const model::TableSet* before = nullptr);

/// A state, pillars or a document was entered.
bool says_something(const model::BoundarySegment& segment);
/// A row of another table names it.
bool is_referred_to(const model::Atlas& atlas, const model::BoundarySegment& segment);

} // namespace antardesa::analysis::detail
