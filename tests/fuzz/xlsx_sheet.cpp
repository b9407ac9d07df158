// A workbook (first byte odd: the whole archive) or one sheet's XML: only what is there takes
// memory, and rows are as wide as their head.
#include "base/result.h"
#include "fuzz/harness.h"
#include "io/detail/xlsx.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes = fuzz::text_of(data + 1, size - 1);
    try {
        if (data[0] % 2 == 0) {
            const auto sheet = io::detail::scan_sheet(bytes, {"satu", "dua"}, "t.xlsx");
            fuzz::require(sheet.rows.size() <= size, "no more rows than bytes");
        } else {
            for (const io::Table& table : io::detail::read_workbook(bytes, "t.xlsx").sheets)
                for (const io::Table::Row& row : table.rows)
                    fuzz::require(row.cells.size() == table.columns.size(),
                                  "rows are as wide as the head");
        }
    } catch (const Error&) {
    }
    return 0;
}
