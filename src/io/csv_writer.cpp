#include "io/csv_writer.h"

#include <array>
#include <charconv>

namespace antardesa::io {

namespace {

bool begins_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> signs{"=",  "+",  "-",  "@",  "\t", "\r",
                                                     "\n", "＝", "＋", "－", "＠"};
    for (const std::string_view sign : signs)
        if (text.starts_with(sign))
            return true;
    return false;
}

std::string_view behind_guards(std::string_view text) {
    while (text.starts_with('\''))
        text.remove_prefix(1);
    return text;
}

} // namespace

std::string formula_guarded(std::string_view text) {
    std::string guarded(text);
    if (begins_formula(behind_guards(text)))
        guarded.insert(guarded.begin(), '\'');
    return guarded;
}

std::string without_formula_guard(std::string_view text) {
    if (text.starts_with('\'') && begins_formula(behind_guards(text)))
        text.remove_prefix(1);
    return std::string(text);
}

std::string exact_text(double value) {
    std::array<char, 512> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed);
    return {buffer.data(), end.ptr};
}

std::string csv_line(const std::vector<CsvCell>& cells, Formulas formulas) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool guard = formulas == Formulas::guarded && !cells[i].is_figure;
        const std::string text = guard ? formula_guarded(cells[i].text) : cells[i].text;
        if (i > 0)
            line += ',';
        if (text.find_first_of(",;\t\"'\r\n ") == std::string::npos) {
            line += text;
            continue;
        }
        line += '"';
        for (const char c : text)
            line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += '"';
    }
    return line + "\r\n";
}

} // namespace antardesa::io
