#pragma once

#include "i18n/catalogue.h"
#include "io/csv_writer.h"
#include "io/table_reader.h"
#include "io/workbook_writer.h"
#include "model/edit.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The register of cooperation as a workbook for people and for `lay_registers`: what is exported
/// and imported again changes nothing.
namespace antardesa::workspace {

/// Every register of data/sample/README.md, named and with its columns as there, a row for each of
/// the project's in the order of ids. Villages stand there by `reference_text`.
std::vector<io::WrittenSheet> register_sheets(const model::Atlas& atlas);

/// The first sheet of a workbook, for reading: one row an agreement, in the words of `language`.
io::WrittenSheet summary_sheet(const model::Atlas& atlas, Date today,
                               const i18n::Catalogue& language);
/// Leaves out the writes of register rows that say what `before` says already; of several writes of
/// one row the last counts. `after`: the tables with all of them.
void drop_unchanged(std::vector<model::RowWrite>& writes, const model::Atlas& before,
                    const model::TableSet& after);

/// Whether an imported table is that sheet, which says nothing that the others do not.
bool is_summary_sheet(const io::Table& table);

/// The value as a register's cell has it: "2026-11-23", "450000000".
io::CsvCell csv_cell(const io::SheetValue& value);

/// "garis_2": where a text goes on that is too long for one cell. `part` from 2.
inline std::string continued(std::string_view column, int part) {
    return std::string(column) + "_" + std::to_string(part);
}

/// Writes .xlsx (the summary and all registers; `name` alone unless it is empty) or .csv (`name`
/// alone, "kerja_sama" when empty), whole or not at all. Throws `Error`
/// "workspace.register.ending", "workspace.register.unknown_name"
/// ({1}: the names that there are), and as `write_whole_file`.
void export_register(const model::Atlas& atlas, const std::filesystem::path& output,
                     const std::string& name, Date today, const i18n::Catalogue& language);

} // namespace antardesa::workspace
