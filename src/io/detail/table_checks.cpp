#include "io/detail/table_checks.h"

#include "base/text.h"
#include "io/detail/code_checks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::io::detail {

namespace {

template<std::size_t count>
std::optional<std::size_t> column_named(const Table& table,
                                        const std::array<std::string_view, count>& names) {
    for (const std::string_view name : names)
        if (const auto found = table.column_index(name))
            return found;
    return std::nullopt;
}

std::optional<double> coordinate(const std::string& cell) {
    std::string text = trimmed(cell);
    if (std::count(text.begin(), text.end(), ',') == 1 && text.find('.') == std::string::npos)
        std::replace(text.begin(), text.end(), ',', '.');
    const auto number = parse_number(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

/// Adds one finding of a kind about a column: in how many rows, and where the first stands.
class ColumnReport {
  public:
    ColumnReport(Table& table, Severity severity, const char* code)
        : table_(table), severity_(severity), code_(code) {}

    void count(const Table::Row& row, const std::string& cell) {
        if (rows_++ == 0) {
            line_ = row.line;
            example_ = cell;
        }
    }
    void finish(const std::string& column) const {
        constexpr std::size_t longest = 60;
        if (rows_ == 0)
            return;
        std::string example = shown_on_one_line(example_);
        if (example.size() > longest)
            example = example.substr(0, longest) + "…";
        table_.findings.push_back(
            {severity_,
             code_,
             table_.source,
             std::nullopt,
             {std::string("io.") + code_,
              {table_.source, shown_on_one_line(column), std::to_string(rows_),
               std::to_string(table_.rows.size()), std::to_string(line_), example}}});
    }

  private:
    Table& table_;
    Severity severity_;
    const char* code_;
    std::size_t rows_ = 0;
    std::int64_t line_ = 0;
    std::string example_;
};

bool looks_like_wkt(std::string_view cell) {
    const std::string start = lower_case(trimmed(cell.substr(0, 40)));
    for (const char* word :
         {"polygon", "multipolygon", "linestring", "multilinestring", "point(", "point (",
          "multipoint", "geometrycollection", "curvepolygon", "triangle", "srid="})
        if (start.starts_with(word))
            return true;
    return false;
}

void check_column(Table& table, std::size_t column) {
    ColumnReport files(table, Severity::warning, "cells_name_files");
    ColumnReport outlines(table, Severity::warning, "cells_hold_outlines");
    ColumnReport formulas(table, Severity::information, "cells_hold_formulas");
    for (const Table::Row& row : table.rows) {
        const std::string& cell = row.cells[column];
        if (names_outside_file(cell))
            files.count(row, cell);
        else if (looks_like_wkt(cell))
            outlines.count(row, cell);
        else if (looks_like_formula(cell))
            formulas.count(row, cell);
    }
    for (const ColumnReport* report : {&files, &outlines, &formulas})
        report->finish(table.columns[column]);
}

void check_positions(Table& table) {
    static constexpr std::array<std::string_view, 3> latitudes{"lat", "latitude", "lintang"};
    static constexpr std::array<std::string_view, 5> longitudes{"lon", "long", "lng", "longitude",
                                                                "bujur"};
    const auto latitude = column_named(table, latitudes);
    const auto longitude = column_named(table, longitudes);
    if (!latitude || !longitude)
        return;
    ColumnReport unusable(table, Severity::warning, "positions_unusable");
    for (const Table::Row& row : table.rows) {
        const auto y = coordinate(row.cells[*latitude]);
        const auto x = coordinate(row.cells[*longitude]);
        // Far from the equator the two are swapped, or it is not about villages.
        constexpr double farthest = 15;
        if (!x || !y || std::abs(*x) > 180 || std::abs(*y) > farthest)
            unusable.count(row, row.cells[*latitude] + " / " + row.cells[*longitude]);
    }
    unusable.finish(table.columns[*latitude] + ", " + table.columns[*longitude]);
}

} // namespace

bool names_outside_file(std::string_view cell) {
    const std::string text = lower_case(trimmed(cell));
    for (const char* start : {"../", "..\\", "/", "~/", "file:", "\\\\"})
        if (text.starts_with(start) && text.size() > 1)
            return true;
    return text.size() > 3 && text[1] == ':' && text[2] == '\\';
}

bool looks_like_formula(std::string_view cell) {
    if (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos)
        return false;
    const std::string text = trimmed(cell);
    if (text.size() < 2)
        return false;
    const std::string number = text.front() == '+' ? text.substr(1) : text;
    return !coordinate(number).has_value();
}

void check_table(Table& table) {
    if (table.rows.empty()) {
        table.findings.push_back({Severity::warning,
                                  "no_rows",
                                  table.source,
                                  std::nullopt,
                                  {"io.no_rows", {table.source}}});
        return;
    }
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        check_column(table, column);
        if (names_village_code(table.columns[column]))
            check_codes(
                table.columns[column], table.rows.size(),
                [&](std::size_t row) { return table.rows[row].cells[column]; }, table.source,
                table.findings);
    }
    check_positions(table);
}

} // namespace antardesa::io::detail
