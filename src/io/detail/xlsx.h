#pragma once

#include "io/detail/archive.h"
#include "io/table_reader.h"

#include <map>

namespace antardesa::io::detail {

/// One cell of a sheet as it is stored.
struct SheetCell {
    std::uint32_t column = 0; ///< from 1
    std::string text;         ///< the value; of a formula the last one computed
};
struct SheetRow {
    std::uint32_t row = 0; ///< from 1
    std::vector<SheetCell> cells;
};

/// Cells that are shown as one, from 1, both ends in it.
struct MergedCells {
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
};

/// What a sheet's XML holds (ECMA-376 part 1, SpreadsheetML). A pure function of its bytes: only
/// cells that are there take memory; nothing is computed or followed.
struct SheetScan {
    std::vector<SheetRow> rows;           ///< in order, each once
    std::vector<MergedCells> merged;      ///< the first ten thousand
    std::size_t impossible_addresses = 0; ///< beyond XFD1048576; left out
    std::size_t missing_texts = 0;        ///< shared texts that are not there; empty
    std::size_t errors = 0;               ///< "#REF!" and its like; kept as text
    std::size_t rounded = 0;        ///< numbers with an exponent or more digits than a double keeps
    std::size_t formulas = 0;       ///< their last value is kept
    std::size_t outside = 0;        ///< of these, such as reach other files or programs
    std::size_t repeated_cells = 0; ///< of one address, after the first; left out
    std::size_t long_texts = 0;     ///< cut to what a spreadsheet's cell holds
    bool too_many = false; ///< more than two million cells, or 256 MiB; the rest was left out
};
/// Throws `Error` "io.xml_…"; `shown` names the file in it.
SheetScan scan_sheet(std::string_view xml, const std::vector<std::string>& shared,
                     const std::string& shown);

/// A workbook's sheets as tables of texts, in its order; those without a cell are left out.
/// Title lines above the first row that fills two columns are passed over with a finding. A title
/// that spans several columns and has titles below it is joined with each: "Jangka waktu / Mulai".
/// Throws `Error` "io.unreadable", "io.no_sheet", "io.xml_…" and as `Archive`.
struct Workbook {
    std::vector<Table> sheets; ///< `source` is the file and the sheet's name
    std::vector<std::string> names;
    std::vector<Finding> findings;
};
Workbook read_workbook(std::string_view bytes, const std::string& shown);
/// By its ending.
bool is_workbook(std::string_view path);

} // namespace antardesa::io::detail
