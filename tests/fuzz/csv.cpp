// Tables: every row has as many cells as there are columns.
#include "base/result.h"
#include "fuzz/harness.h"
#include "io/table_reader.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const io::Table table = io::parse_csv(fuzz::text_of(data, size), "t.csv");
        for (const io::Table::Row& row : table.rows)
            fuzz::require(row.cells.size() == table.columns.size(), "rows are as wide as the head");
    } catch (const Error&) {
    }
    return 0;
}
