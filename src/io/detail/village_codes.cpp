#include "io/detail/village_codes.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace antardesa::io {

namespace detail {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// "6101172008.0", as spreadsheets leave whole numbers.
std::string without_zero_decimals(std::string text) {
    const std::size_t dot = text.find('.');
    if (dot != std::string::npos && dot + 1 < text.size() && text.rfind('.') == dot && dot >= 4 &&
        text.find_first_not_of('0', dot + 1) == std::string::npos)
        text.resize(dot);
    return text;
}

std::string without_prefix(std::string_view text,
                           std::initializer_list<std::string_view> prefixes) {
    const std::string whole = trimmed(text);
    const std::string lower = lower_case(whole);
    for (const std::string_view prefix : prefixes)
        if (lower.size() > prefix.size() && lower.compare(0, prefix.size(), prefix) == 0)
            return trimmed(std::string_view(whole).substr(prefix.size()));
    return whole;
}

constexpr std::array<std::size_t, 4> group_sizes{2, 2, 2, 4};

/// En and em dashes, as spreadsheets make of "-".
std::string with_plain_dashes(std::string_view text) {
    std::string plain(text);
    for (const std::string_view dash : {"\u2013", "\u2014"})
        for (std::size_t at = plain.find(dash); at != std::string::npos; at = plain.find(dash, at))
            plain.replace(at, dash.size(), "-");
    return plain;
}

/// A group of a code with nothing in it yet: "--", "____".
bool is_mask(std::string_view group) {
    return !group.empty() && group.find_first_not_of("-_*? ") == std::string_view::npos;
}

} // namespace

std::string grouped_code(std::string_view text, int groups) {
    const std::string plain = without_zero_decimals(trimmed(text));
    std::size_t digits_wanted = 0;
    for (int i = 0; i < groups; ++i)
        digits_wanted += group_sizes[static_cast<std::size_t>(i)];
    std::string digits;
    if (plain.find('.') == std::string::npos) {
        digits = plain;
    } else {
        const auto parts = split(plain, '.');
        if (parts.size() != static_cast<std::size_t>(groups))
            return {};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].size() != group_sizes[i])
                return {};
            digits += parts[i];
        }
    }
    if (digits.size() != digits_wanted || !all_digits(digits))
        return {};
    std::string code;
    for (std::size_t i = 0, at = 0; i < static_cast<std::size_t>(groups); at += group_sizes[i++])
        code += (code.empty() ? "" : ".") + digits.substr(at, group_sizes[i]);
    return code;
}

bool looks_kemendagri(const std::string& text) {
    const std::string code = grouped_code(text, 4);
    if (code.empty())
        return false;
    const bool dotted = trimmed(text).find('.') == 2;
    return dotted || kind_of_code(code) != ImportedKind::unknown;
}

std::string bps_digits(std::string_view text) {
    const std::string digits = without_prefix(without_zero_decimals(trimmed(text)), {"id"});
    return digits.size() == 10 && all_digits(digits) ? digits : std::string();
}

bool looks_bps(const std::string& text) {
    return !bps_digits(text).empty();
}

bool is_placeholder(std::string_view text) {
    static constexpr std::array<std::string_view, 8> words{
        "null", "none", "nan", "na", "n a", "kosong", "tidak ada", "belum ada"};
    const std::string word = comparable(text);
    if (std::find(words.begin(), words.end(), word) != words.end())
        return true;
    if (text.size() > 1 && text[0] == '-' && all_digits(text.substr(1)))
        return true;
    const auto groups = split(with_plain_dashes(text), '.');
    const bool masked = std::any_of(groups.begin(), groups.end(), is_mask);
    return masked || std::all_of(text.begin(), text.end(), [](char c) {
               return c == '0' || std::ispunct(static_cast<unsigned char>(c)) ||
                      std::isspace(static_cast<unsigned char>(c));
           });
}

std::optional<ImportedKind> kind_of_text(std::string_view text) {
    const std::string plain = comparable(without_zero_decimals(trimmed(text)));
    if (plain == "1" || plain == "desa")
        return ImportedKind::village;
    if (plain == "2" || plain == "kelurahan" || plain == "kel")
        return ImportedKind::urban_village;
    if (plain == "3" || plain == "desa adat")
        return ImportedKind::customary_village;
    return std::nullopt;
}

std::optional<Date> day_of_text(std::string_view text) {
    std::string day = trimmed(text);
    if (const std::size_t time = day.find_first_of("T "); time != std::string::npos)
        day.resize(time);
    std::replace_if(
        day.begin(), day.end(), [](char c) { return c == '/' || c == '.'; }, '-');
    if (day.size() == 8 && parse_integer(day))
        day = day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
    std::vector<std::string> parts = split(day, '-');
    if (parts.size() != 3)
        return std::nullopt;
    if (parts[2].size() == 4)
        std::swap(parts[0], parts[2]);
    for (std::string& part : parts)
        part.insert(0, part.size() == 1 ? 1 : 0, '0');
    return parse_date(parts[0] + "-" + parts[1] + "-" + parts[2]);
}

std::string regency_name(std::string_view text) {
    return without_prefix(text, {"kabupaten ", "kab. ", "kab.", "kab "});
}

std::string district_name(std::string_view text) {
    return without_prefix(text, {"kecamatan ", "kec. ", "kec.", "kec "});
}

std::string comparable(std::string_view name) {
    std::string result;
    for (const char c : lower_case(name)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte))
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

} // namespace detail

std::optional<std::string> normalised_code(std::string_view text) {
    std::string code = detail::grouped_code(text, 4);
    return code.empty() ? std::nullopt : std::optional(std::move(code));
}

ImportedKind kind_of_code(std::string_view code) {
    if (code.size() != 13)
        return ImportedKind::unknown;
    switch (code[9]) {
    case '1':
        return ImportedKind::urban_village;
    case '2':
        return ImportedKind::village;
    case '3':
        return ImportedKind::customary_village;
    default:
        return ImportedKind::unknown;
    }
}

std::string_view code_of(ImportedKind kind) {
    switch (kind) {
    case ImportedKind::village:
        return "desa";
    case ImportedKind::urban_village:
        return "kelurahan";
    case ImportedKind::customary_village:
        return "desa_adat";
    case ImportedKind::unknown:
        break;
    }
    return "tidak_diketahui";
}

} // namespace antardesa::io
