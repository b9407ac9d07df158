#include "io/detail/row_label.h"

#include "base/text.h"
#include "io/detail/text_encoding.h"

namespace antardesa::io::detail {

std::string row_label(const FeatureTable& table, std::size_t row, std::int64_t fid) {
    constexpr std::size_t longest = 40;
    const std::string number = "#" + std::to_string(fid);
    for (const Column& column : table.columns) {
        if (column.type() != FieldType::text || row >= column.size())
            continue;
        std::string text = trimmed(column.text_view(row));
        if (text.empty())
            continue;
        if (text.size() > longest)
            text.resize(longest);
        return number + " (" + shown_on_one_line(repaired_utf8(text)) + ")";
    }
    return number;
}

} // namespace antardesa::io::detail
