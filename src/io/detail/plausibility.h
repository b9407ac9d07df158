#pragma once

#include "io/vector_reader.h"

namespace antardesa::io::detail {

/// Compares the coordinates with the system they are said to be in and with where Indonesia
/// lies (BIG: 6°08' N to 11°15' S, 94°45' to 141°05' E). Adds findings; changes nothing.
/// Pre-condition: the table has a system.
void check_plausibility(FeatureTable& table);

} // namespace antardesa::io::detail
