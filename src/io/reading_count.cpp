#include "io/reading_count.h"

#include <algorithm>

namespace antardesa::io {

ReadingCount reading_count(const FeatureTable& table) {
    ReadingCount count;
    count.read = static_cast<std::int64_t>(table.features.size());
    count.features_in_file = std::max(table.features_in_file, count.read);
    count.left_out = count.features_in_file - count.read;
    for (std::size_t row = 0; row < table.features.size(); ++row) {
        count.without_outline +=
            std::holds_alternative<std::monostate>(table.features[row].geometry);
        count.without_attributes +=
            std::all_of(table.columns.begin(), table.columns.end(),
                        [row](const Column& column) { return column.is_null(row); });
    }
    return count;
}

} // namespace antardesa::io
