#pragma once

#include "io/feature_table.h"

namespace antardesa::io::detail {

/// How findings name a row: "#4 (TZ0004)", with its first text that is not empty, on one line
/// and cut at 40 bytes. Pre-condition: the columns hold the row.
std::string row_label(const FeatureTable& table, std::size_t row, std::int64_t fid);

} // namespace antardesa::io::detail
