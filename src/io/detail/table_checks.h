#pragma once

#include "io/table_reader.h"

namespace antardesa::io::detail {

/// What a register's cells hold that a person should know before using it: no rows, codes that
/// are empty, repeated or alike, positions that are none, names of files, outlines as text,
/// formulas. Adds findings; changes nothing, follows nothing, computes nothing.
void check_table(Table& table);

/// A cell that names a file outside the table's folder: "../x", "/x", "~/x", "file:…", "C:\x".
bool names_outside_file(std::string_view cell);
/// A cell that a spreadsheet would compute: begins with = + - @ or a tab, and is no number.
bool looks_like_formula(std::string_view cell);

} // namespace antardesa::io::detail
