#pragma once

#include "geo/geometry.h"
#include "io/table_reader.h"

namespace antardesa::workspace {

/// The line that a table of coordinates describes, one position a row in the order of the rows, in
/// EPSG:4326. Columns are known by their titles (lintang, bujur; X, Y with zona), else by what they
/// hold; decimal degrees, degrees with LU/LS and BT/BB, UTM and TM-3 are read. A table whose first
/// row is a position already has no titles. Throws `Error` "workspace.lines.row" ({0}: the file,
/// {1}: the line, {2}: what stands there) for a row that is no position within `within`, and
/// "workspace.lines.none" for fewer than two.
geo::Line line_of_table(const io::Table& table, const std::string& name, const geo::Box& within);

} // namespace antardesa::workspace
