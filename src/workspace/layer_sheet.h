#pragma once

#include "io/vector_writer.h"
#include "io/workbook_writer.h"

#include <filesystem>
#include <string>

/// A layer's attributes as a spreadsheet: the list without its map.
namespace antardesa::workspace {

/// The sheet's titles and rows, cells by `csv_cell`.
std::string csv_text(const io::WrittenSheet& sheet);
/// ".xlsx" or ".csv".
bool is_sheet_file(const std::filesystem::path& path);
/// Numbers and days keep their types; a text stays a text, whatever it begins with. Points have
/// their longitude and latitude behind the other columns ("bujur", "lintang").
io::WrittenSheet layer_sheet(const io::VectorFile& layer);
/// Whole or not at all. `created`: the day that a workbook says. Throws `Error` as
/// `write_whole_file` and `io::workbook_bytes`.
void write_layer_sheet(const io::VectorFile& layer, const std::filesystem::path& output,
                       Date created);

} // namespace antardesa::workspace
