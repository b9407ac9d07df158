#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace antardesa::io {

/// A number in a column of numbers: written as it is, never guarded.
struct Figure {
    std::string digits;
};
/// In as few digits as give the number back bit for bit, never with an exponent.
std::string exact_text(double value);
/// One cell: a text, or a figure.
struct CsvCell {
    CsvCell() = default;
    CsvCell(std::string words) : text(std::move(words)) {}
    CsvCell(const char* words) : text(words) {}
    CsvCell(Figure figure) : text(std::move(figure.digits)), is_figure(true) {}

    std::string text;
    bool is_figure = false;
};

/// Whether texts that a spreadsheet would take for a formula get a ' in front.
enum class Formulas { guarded, as_written };

/// A line of CSV after RFC 4180 (comma, quotes doubled, CRLF).
std::string csv_line(const std::vector<CsvCell>& cells, Formulas formulas = Formulas::guarded);

/// A text that a spreadsheet would calculate (first =, +, -, @, their full-width forms, tab or
/// line break, also behind guards of ours) gets one ' in front (OWASP, "CSV Injection"); any other
/// stays. `without_formula_guard` takes exactly that one away again: for every text t,
/// without_formula_guard(formula_guarded(t)) == t.
std::string formula_guarded(std::string_view text);
std::string without_formula_guard(std::string_view text);

} // namespace antardesa::io
