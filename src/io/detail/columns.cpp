#include "io/detail/columns.h"

namespace antardesa::io::detail {

Column as_text(const Column& column) {
    Column texts(column.name(), FieldType::text);
    for (std::size_t row = 0; row < column.size(); ++row)
        if (column.is_null(row))
            texts.append_null();
        else
            texts.append(std::string_view(column.text(row)));
    return texts;
}

} // namespace antardesa::io::detail
