#pragma once

#include "base/finding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::io {

/// A table of texts, as registers come: first line names the columns.
struct Table {
    struct Row {
        std::int64_t line = 0;          ///< 1-based line in the file where the row begins
        std::vector<std::string> cells; ///< exactly as many as columns
    };
    std::vector<std::string> columns; ///< trimmed
    std::vector<Row> rows;            ///< rows that are wholly empty are left out
    std::vector<Finding> findings;    ///< "ragged_row", "encoding", "duplicate_column", …
    std::string source;
    char separator = ','; ///< 0: a sheet of a workbook

    /// By name, ASCII case ignored.
    std::optional<std::size_t> column_index(std::string_view name) const;
    /// The cell, trimmed; empty when there is no such column.
    std::string cell(const Row& row, std::string_view column) const;
};

namespace detail {
class Inputs;
}

/// CSV after RFC 4180 with what offices do: UTF-8, UTF-16 or UTF-32 (else Windows-1252, with a
/// finding), comma, semicolon or tab found from the first line or stated by Excel's "sep=;" above
/// it, quotes with doubled quotes, line breaks inside quotes, CR, LF or CRLF. A row with too few or
/// too many cells is filled or cut, with a finding that names the line.
/// Throws `Error` "io.too_large" (64 MiB), "io.open_quote" (a quote never closed; names its
/// line). For the reading process alone; the program asks a `Reader` (io/reader.h).
Table read_csv(const detail::Inputs& inputs);
/// The same from memory; `source` names it in findings.
Table parse_csv(std::string_view bytes, std::string source);

} // namespace antardesa::io
