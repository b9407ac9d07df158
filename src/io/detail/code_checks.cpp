#include "io/detail/code_checks.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace antardesa::io::detail {

namespace {

constexpr std::array<std::string_view, 16> code_columns{
    "code",      "kode",      "kodedesa",     "kode_desa", "kd_desa", "kddesa", "kdepum",
    "iddesa",    "id_desa",   "village_code", "kode_bps",  "kode_kd", "kodekd", "kode_kemendagri",
    "desa_code", "adm4_pcode"};

/// Letters and digits that are drawn alike or nearly so (Unicode TR 39, "confusables": those
/// that keyboards produce).
struct LookAlike {
    std::string_view letter;
    std::string_view plain;
};
constexpr std::array<LookAlike, 18> look_alikes{{{"а", "a"},
                                                 {"А", "a"},
                                                 {"В", "b"},
                                                 {"Е", "e"},
                                                 {"е", "e"},
                                                 {"К", "k"},
                                                 {"М", "m"},
                                                 {"Н", "h"},
                                                 {"О", "0"},
                                                 {"о", "0"},
                                                 {"Р", "p"},
                                                 {"С", "c"},
                                                 {"с", "c"},
                                                 {"Т", "t"},
                                                 {"Х", "x"},
                                                 {"\xe2\x80\x8b", ""},
                                                 {"\xe2\x80\x8c", ""},
                                                 {"\xc2\xa0", ""}}};

// Full-width forms U+FF01 … U+FF5E stand 0xFEE0 above ASCII.
char from_full_width(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xef')
        return 0;
    const unsigned code = (0xfu << 12) | ((static_cast<unsigned char>(text[1]) & 0x3fu) << 6) |
                          (static_cast<unsigned char>(text[2]) & 0x3fu);
    return code >= 0xff01 && code <= 0xff5e ? static_cast<char>(code - 0xfee0) : '\0';
}

std::string plain_letters(std::string_view code) {
    std::string plain;
    for (std::size_t at = 0; at < code.size();) {
        const std::string_view rest = code.substr(at);
        const auto* const found =
            std::find_if(look_alikes.begin(), look_alikes.end(),
                         [&](const LookAlike& l) { return rest.starts_with(l.letter); });
        if (found != look_alikes.end()) {
            plain += found->plain;
            at += found->letter.size();
        } else if (const char c = from_full_width(rest)) {
            plain += c;
            at += 3;
        } else {
            plain += code[at++];
        }
    }
    return lower_case(plain);
}

bool is_empty(const std::string& code) {
    static constexpr std::array<std::string_view, 7> placeholders{"",     "*",   "-", "null",
                                                                  "#n/a", "n/a", "?"};
    const std::string lower = lower_case(trimmed(code));
    return std::find(placeholders.begin(), placeholders.end(), lower) != placeholders.end();
}

} // namespace

bool names_village_code(std::string_view column) {
    const std::string lower = lower_case(trimmed(column));
    return std::find(code_columns.begin(), code_columns.end(), lower) != code_columns.end();
}

std::string look_alike_form(std::string_view code) {
    std::string form;
    for (const char c : plain_letters(code))
        if (c != ' ' && c != '\t')
            form += c == 'o' ? '0' : c == 'l' ? '1' : c;
    if (form.ends_with(".0"))
        form.resize(form.size() - 2);
    const std::size_t first = form.find_first_not_of('0');
    return first == std::string::npos ? form : form.substr(first);
}

void check_codes(const std::string& column, std::size_t rows,
                 const std::function<std::string(std::size_t)>& text, const std::string& subject,
                 std::vector<Finding>& findings) {
    std::map<std::string, std::size_t> seen;
    std::map<std::string, std::string> forms;
    std::size_t empty = 0;
    std::size_t repeated = 0;
    std::string example;
    std::pair<std::string, std::string> alike;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string code = text(row);
        if (is_empty(code)) {
            ++empty;
            continue;
        }
        if (seen[code]++ > 0) {
            ++repeated;
            if (example.empty())
                example = code;
            continue;
        }
        const auto [found, fresh] = forms.try_emplace(look_alike_form(code), code);
        // With zeros before both, their number is part of the code.
        const bool zeros = code.front() == '0' && !fresh && found->second.front() == '0';
        if (!fresh && !zeros && alike.first.empty())
            alike = {found->second, code};
    }
    const auto add = [&](const char* key, std::vector<std::string> more) {
        more.insert(more.begin(), {subject, shown_on_one_line(column)});
        findings.push_back(
            {Severity::warning, key, subject, std::nullopt, {std::string("io.") + key, more}});
    };
    if (empty > 0)
        add("codes_empty", {std::to_string(empty), std::to_string(rows)});
    if (repeated > 0)
        add("codes_repeated",
            {std::to_string(repeated), std::to_string(rows), shown_on_one_line(example)});
    if (!alike.first.empty())
        add("codes_alike", {shown_on_one_line(alike.first), shown_on_one_line(alike.second)});
}

void check_codes(FeatureTable& table) {
    for (const Column& column : table.columns)
        if (names_village_code(column.name()) && !column.all_empty())
            check_codes(
                column.name(), column.size(), [&](std::size_t row) { return column.text(row); },
                table.layer, table.findings);
}

} // namespace antardesa::io::detail
