#pragma once

#include "io/feature_table.h"

namespace antardesa::io::detail {

/// The same values as texts, for a column that turns out not to hold numbers alone.
Column as_text(const Column& column);

} // namespace antardesa::io::detail
