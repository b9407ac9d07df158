// A dBASE table: every kept row has a value in every column.
#include "io/detail/dbf.h"
#include "fuzz/harness.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const io::detail::DbfShape shape = io::detail::dbf_shape(bytes);
    if (!shape.usable)
        return 0;
    const std::uint64_t rows = io::detail::row_count(shape);
    fuzz::require(rows <= size, "no more rows than bytes");
    std::vector<std::uint64_t> kept;
    for (std::uint64_t row = 0; row < rows; ++row)
        if (!io::detail::is_deleted(shape, bytes, row))
            kept.push_back(row);
    std::vector<Finding> findings;
    io::detail::FindingList list(findings);
    for (const auto& column : io::detail::read_columns(shape, bytes, kept, "t.dbf", list))
        fuzz::require(column.size() == kept.size(), "a value for every row");
    list.finish();
    return 0;
}
