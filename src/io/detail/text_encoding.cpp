#include "io/detail/text_encoding.h"

#include "base/text.h"
#include "io/detail/gdal.h"
#include "io/detail/text_limits.h"

#include <algorithm>
#include <array>

namespace antardesa::io::detail {

namespace {

// 0x80 … 0x9f of Windows-1252
// (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
constexpr std::array<unsigned, 32> upper_controls{
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

void append_utf8(std::string& text, unsigned code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xc0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        text += static_cast<char>(0xe0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    }
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What the bytes of all texts are, seen together.
struct Census {
    std::size_t beyond_ascii = 0;
    std::size_t not_utf8 = 0;
    std::string example;
};

// UTF-8 that was taken for Windows-1252 and encoded once more: "Ã´" for "ô".
bool is_doubled(std::string_view text) {
    return text.find("\xc3\x83\xc2") != std::string_view::npos ||
           text.find("\xc3\x82\xc2") != std::string_view::npos;
}

// Line ends and tabs stand in honest remarks.
bool holds_odd_characters(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte < 0x7f) || c == '\n' || c == '\r' || c == '\t';
    });
    if (plain)
        return false;
    std::string rest;
    for (const char c : text)
        if (c != '\n' && c != '\r' && c != '\t')
            rest += c;
    return is_utf8(rest) && shown_on_one_line(rest) != rest;
}

// Looked at when the texts are decoded: marks that turn or hide letters, NUL, double encoding.
void report_characters(FeatureTable& table) {
    std::size_t odd = 0;
    std::size_t doubled = 0;
    std::string odd_example;
    std::string doubled_example;
    for (const Column& column : table.columns)
        for (std::size_t row = 0; column.type() == FieldType::text && row < column.size(); ++row) {
            const std::string_view text = column.text_view(row);
            if (holds_odd_characters(text) && odd++ == 0)
                odd_example = shown_on_one_line(text);
            if (is_doubled(text) && doubled++ == 0)
                doubled_example = shown_on_one_line(text);
        }
    const auto add = [&](const char* code, std::size_t count, const std::string& example) {
        if (count > 0)
            table.findings.push_back(
                {Severity::warning,
                 code,
                 table.layer,
                 std::nullopt,
                 {std::string("io.") + code, {table.layer, std::to_string(count), example}}});
    };
    add("odd_characters", odd, odd_example);
    add("encoding_doubled", doubled, doubled_example);
}

Census census_of(const FeatureTable& table) {
    Census census;
    for (const Column& column : table.columns)
        for (std::size_t row = 0; column.type() == FieldType::text && row < column.size(); ++row) {
            const std::string_view text = column.text_view(row);
            if (is_ascii(text))
                continue;
            const bool utf8 = is_utf8(text);
            if (census.beyond_ascii++ == 0 && utf8)
                census.example = text;
            if (utf8)
                continue;
            if (census.not_utf8++ == 0)
                census.example = from_windows_1252(text);
        }
    return census;
}

std::string decoded(std::string_view text, const DeclaredEncoding& encoding) {
    if (encoding.encoding == Encoding::other) {
        const detail::Text result(
            CPLRecode(std::string(text).c_str(), encoding.name.c_str(), CPL_ENC_UTF8));
        if (result && is_utf8(result.get()))
            return result.get();
    }
    if (encoding.encoding != Encoding::windows_1252 && is_utf8(text))
        return std::string(text);
    return from_windows_1252(text);
}

void recode(Column& column, const DeclaredEncoding& encoding) {
    Column result(column.name(), FieldType::text);
    for (std::size_t row = 0; row < column.size(); ++row)
        if (column.is_null(row))
            result.append_null();
        else if (is_ascii(column.text_view(row)))
            result.append(column.text_view(row));
        else
            result.append(std::string_view(decoded(column.text_view(row), encoding)));
    column = std::move(result);
}

Finding encoding_finding(const char* code, const FeatureTable& table, const Census& census) {
    return {Severity::warning,
            code,
            table.layer,
            std::nullopt,
            {std::string("io.") + code,
             {table.layer, std::to_string(census.not_utf8 ? census.not_utf8 : census.beyond_ascii),
              shown_on_one_line(census.example)}}};
}

void settle_encoding(FeatureTable& table, const DeclaredEncoding& declared) {
    const Census census = census_of(table);
    if (census.beyond_ascii == 0)
        return;
    const bool all_utf8 = census.not_utf8 == 0;
    if (all_utf8 && declared.encoding == Encoding::unknown)
        table.findings.push_back(encoding_finding("encoding_not_stated", table, census));
    const bool says_utf8 =
        declared.encoding == Encoding::utf8 || declared.encoding == Encoding::unknown;
    if (all_utf8 && says_utf8)
        return;
    if (all_utf8) {
        table.findings.push_back(encoding_finding("encoding_mislabelled", table, census));
        return;
    }
    if (says_utf8)
        table.findings.push_back(encoding_finding("encoding_guessed", table, census));
    for (Column& column : table.columns)
        if (column.type() == FieldType::text)
            recode(column, declared);
}

} // namespace

DeclaredEncoding encoding_by_name(std::string_view text) {
    std::string name;
    for (const char c : lower_case(trimmed(text)))
        if (c != '-' && c != '_' && c != ' ')
            name += c;
    if (name.empty() || name == "system")
        return {};
    if (name == "utf8" || name == "65001")
        return {Encoding::utf8, {}};
    // ISO 8859-1 differs from Windows-1252 only where it has control characters.
    for (const char* alias : {"1252", "cp1252", "windows1252", "ansi1252", "iso88591", "88591",
                              "latin1", "ldid/87", "ansi"})
        if (name == alias)
            return {Encoding::windows_1252, {}};
    const bool number =
        std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return {Encoding::other, number ? "CP" + name : std::string(trimmed(text))};
}

// The families that iconv and the .cpg files of GIS programs share; UTF-7 and UTF-16 are no
// encodings of a .dbf.
bool is_known_encoding(const DeclaredEncoding& encoding) {
    if (encoding.encoding != Encoding::other)
        return true;
    std::string name;
    for (const char c : lower_case(encoding.name))
        if (c != '-' && c != '_' && c != ' ')
            name += c;
    static constexpr std::array<std::string_view, 13> families{
        "cp",   "windows", "iso8859", "8859", "ansi",     "oem", "gb",
        "big5", "euc",     "koi8",    "mac",  "shiftjis", "ldid"};
    return name == "usascii" || name == "ascii" || name == "sjis" || name == "tis620" ||
           std::any_of(families.begin(), families.end(),
                       [&](auto family) { return name.starts_with(family); });
}

DeclaredEncoding encoding_by_language_driver(unsigned char id) {
    switch (id) {
    case 0x03:
    case 0x57:
    case 0x58:
    case 0x59:
        return {Encoding::windows_1252, {}};
    case 0x01:
        return {Encoding::other, "CP437"};
    case 0x02:
        return {Encoding::other, "CP850"};
    default:
        return {};
    }
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const unsigned byte = static_cast<unsigned char>(c);
        append_utf8(text, byte >= 0x80 && byte < 0xa0 ? upper_controls[byte - 0x80] : byte);
    }
    return text;
}

std::string repaired_utf8(std::string_view bytes) {
    constexpr std::string_view replacement = "\xef\xbf\xbd";
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t length = 1;
        while (length <= 4 && at + length <= bytes.size() && !is_utf8(bytes.substr(at, length)))
            ++length;
        const bool whole = length <= 4 && at + length <= bytes.size() && bytes[at] != '\0';
        text += whole ? bytes.substr(at, length) : replacement;
        at += whole ? length : 1;
    }
    return text;
}

std::string joined_names(const std::vector<std::string>& names) {
    constexpr std::size_t most = 5;
    std::string joined;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        joined += (i == 0 ? "" : ", ") + shown_on_one_line(kept_name(names[i]));
    return names.size() > most ? joined + ", …" : joined;
}

void decode_texts(FeatureTable& table, const DeclaredEncoding& declared) {
    settle_encoding(table, declared);
    report_characters(table);
}

} // namespace antardesa::io::detail
