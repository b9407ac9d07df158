#pragma once

#include "model/rows.h"

namespace antardesa::workspace {

/// The six months that facilitation may take (Permendagri 45/2016 art. 19), counted from its
/// start. Nothing while none runs.
std::optional<Date> facilitation_due(const model::BoundaryDispute& dispute);
/// From `today` to that day; negative once it is over.
std::optional<int> facilitation_days_left(const model::BoundaryDispute& dispute, Date today);

} // namespace antardesa::workspace
