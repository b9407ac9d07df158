#pragma once

#include "base/date.h"

#include <string>
#include <variant>
#include <vector>

namespace antardesa::io {

/// How a column's values look in a spreadsheet.
enum class SheetStyle { text, number, rupiah, date };

struct SheetColumn {
    std::string title;
    double width = 14; ///< characters
    SheetStyle style = SheetStyle::text;
};
using SheetValue = std::variant<std::monostate, std::string, double, Date>;

/// A sheet with a frozen heading that filters.
struct WrittenSheet {
    std::string name; ///< 1 to 31 characters, none of []:*?/\ (ECMA-376)
    std::vector<SheetColumn> columns;
    std::vector<std::vector<SheetValue>> rows; ///< as many values as columns
};

/// What a cell of a spreadsheet holds at most.
inline constexpr std::size_t longest_cell_text = 32767;

/// An XLSX workbook. Texts stay texts, also those that begin like a formula. A number that fifteen
/// digits do not tell apart from its neighbours is written as a text, so that nothing is lost.
/// `created` is all that it says about time: same input, same bytes. Throws `Error`
/// "io.cell_too_long" (sheet, row), "io.workbook_not_made" with the library's words.
std::string workbook_bytes(const std::vector<WrittenSheet>& sheets, Date created);

} // namespace antardesa::io
