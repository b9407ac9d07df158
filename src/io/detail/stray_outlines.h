#pragma once

#include "io/feature_table.h"

namespace antardesa::io::detail {

/// Names the outlines that stretch, or lie, so far from all the others of their layer that a
/// corner, a part or the whole must be misplaced. What is far is measured by the layer itself, so
/// that one of provinces, or of the whole country, says nothing. Adds findings; changes nothing.
/// Pre-condition: the table has a system that its numbers do not contradict.
void check_strays(FeatureTable& table);

} // namespace antardesa::io::detail
