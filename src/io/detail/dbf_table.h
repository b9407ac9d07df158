#pragma once

#include "io/detail/inputs.h"
#include "io/table_reader.h"

namespace antardesa::io::detail {

/// A .dbf that came alone, as a table of texts. Throws `Error` "io.unreadable".
Table read_dbf(const Inputs& inputs);

} // namespace antardesa::io::detail
