#pragma once

#include "io/detail/finding_list.h"
#include "io/feature_table.h"

#include <string_view>

namespace antardesa::io::detail {

/// One field of a dBASE table as its header describes it.
struct DbfField {
    std::string name; ///< bytes as stored, up to the first NUL
    char type = 'C';
    std::size_t offset = 0; ///< in a row
    std::size_t width = 0;
    int decimals = 0;
};

/// A dBASE III header checked against the bytes (.dbf of a shapefile, or alone).
struct DbfShape {
    bool present = false; ///< enough of a header to speak of
    /// Rows can be taken apart: lengths of header, row and fields agree with each other and with
    /// the bytes. Otherwise every value would be shifted, and none is read.
    bool usable = false;
    std::uint64_t claimed = 0;  ///< rows by its header
    std::uint64_t physical = 0; ///< whole rows that are there
    bool cut_row = false;       ///< bytes of one more row, without its end
    std::size_t header = 0;
    std::size_t row = 0;
    unsigned char language = 0; ///< language driver id
    std::vector<DbfField> fields;
};
DbfShape dbf_shape(std::string_view dbf);

/// How the field's values are kept, unless they turn out to be otherwise.
FieldType column_type(const DbfField& field);

/// Rows of the table: all whole rows that are there, whatever the header claims.
std::uint64_t row_count(const DbfShape& shape);
bool is_deleted(const DbfShape& shape, std::string_view dbf, std::uint64_t row);
/// Rows whose first byte is neither the blank of a row nor the mark of a deleted one; they count
/// as rows.
std::uint64_t odd_marks(const DbfShape& shape, std::string_view dbf);

/// Columns with values of the rows `kept`; a row beyond the end is null in every column. Texts
/// stay bytes. Numbers that are none become null with a finding, never 0. `subject` names the
/// table in findings.
std::vector<Column> read_columns(const DbfShape& shape, std::string_view dbf,
                                 const std::vector<std::uint64_t>& kept, const std::string& subject,
                                 FindingList& findings);

} // namespace antardesa::io::detail
