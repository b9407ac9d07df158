#include "io/table_reader.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/finding_list.h"
#include "io/detail/inputs.h"
#include "io/detail/text_encoding.h"
#include "io/detail/text_limits.h"

#include <algorithm>
#include <array>
#include <set>

namespace antardesa::io {

namespace {

constexpr std::size_t largest_table = std::size_t{64} << 20;
constexpr std::size_t most_columns = 2000;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// The one of the three that occurs most in the first record, outside quotes.
char separator_of(std::string_view text) {
    constexpr std::array<char, 3> known{',', ';', '\t'};
    std::array<int, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        for (std::size_t i = 0; i < known.size(); ++i)
            counts[i] += !quoted && c == known[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return known[static_cast<std::size_t>(most - counts.begin())];
}

// Excel's own first line, "sep=;", states the separator and is no record.
std::optional<char> stated_separator(std::string_view text) {
    constexpr std::string_view word = "sep=";
    if (lower_case(text.substr(0, word.size())) != word || text.size() == word.size())
        return std::nullopt;
    const char separator = text[word.size()];
    const std::string_view rest = text.substr(word.size() + 1);
    const bool alone = rest.empty() || rest.front() == '\n' || rest.front() == '\r';
    const bool possible = separator != '"' && separator != '\n' && separator != '\r';
    return alone && possible ? std::optional(separator) : std::nullopt;
}

/// Reads records one after another (RFC 4180); knows the line it stands on.
class RecordReader {
  public:
    RecordReader(std::string_view text, char separator, const std::string& source)
        : text_(text), separator_(separator), source_(source) {}

    bool at_end() const { return at_ >= text_.size(); }
    std::int64_t line() const { return line_; }

    std::vector<std::string> next() {
        std::vector<std::string> cells;
        for (;;) {
            cells.push_back(cell());
            if (at_end())
                return cells;
            const char c = text_[at_];
            if (c == separator_) {
                ++at_;
                continue;
            }
            skip_line_end();
            return cells;
        }
    }

  private:
    std::string cell() {
        if (at_end() || text_[at_] != '"')
            return plain_cell();
        std::string value = quoted_cell();
        // Whatever follows a closing quote belongs to the cell, as spreadsheets read it.
        return value + plain_cell();
    }

    std::string plain_cell() {
        const std::size_t start = at_;
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    std::string quoted_cell() {
        const std::int64_t opened = line_;
        std::string value;
        for (++at_; !at_end(); ++at_) {
            const char c = text_[at_];
            if (c == '"') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                    ++at_;
                    return value;
                }
                ++at_;
            }
            line_ += c == '\n';
            value += c;
        }
        throw Error({"io.open_quote", {source_, std::to_string(opened)}});
    }

    void skip_line_end() {
        if (text_[at_] == '\r')
            ++at_;
        if (!at_end() && text_[at_] == '\n')
            ++at_;
        ++line_;
    }

    std::string_view text_;
    char separator_;
    const std::string& source_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
};

bool all_blank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const std::string& cell) { return trimmed(cell).empty(); });
}

void append_utf8(std::string& text, char32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xc0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xe0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | code >> 18);
        text += static_cast<char>(0x80 | (code >> 12 & 0x3f));
        text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    }
}

// Spreadsheets call it "Unicode text". Lone surrogates become U+FFFD.
std::string from_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t at) {
        const unsigned first = static_cast<unsigned char>(bytes[at]);
        const unsigned second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t code = unit(at);
        const char32_t next = at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
            at += 2;
        } else if (code >= 0xd800 && code < 0xe000) {
            code = 0xfffd;
        }
        append_utf8(text, code);
    }
    return text;
}

// What is no character becomes U+FFFD, and so do bytes that are left over.
std::string from_utf32(std::string_view bytes, bool big_endian) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
        char32_t code = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t place = at + (big_endian ? i : 3 - i);
            code = code << 8 |
                   (place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0xffU);
        }
        const bool surrogate = code >= 0xd800 && code < 0xe000;
        append_utf8(text, code > 0x10ffff || surrogate ? 0xfffd : code);
    }
    return text;
}

enum class ByteOrder { none, little, big };

// UTF-16 without its mark: of Latin letters every other byte is NUL, and the others are not.
ByteOrder unmarked_utf16(std::string_view bytes) {
    constexpr std::size_t most_asked = 65536;
    const std::size_t pairs = std::min(bytes.size(), most_asked) / 2;
    std::size_t first = 0;
    std::size_t second = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        first += bytes[2 * i] == '\0';
        second += bytes[2 * i + 1] == '\0';
    }
    if (pairs < 2 || 2 * std::max(first, second) < pairs || 20 * std::min(first, second) > pairs)
        return ByteOrder::none;
    return second > first ? ByteOrder::little : ByteOrder::big;
}

std::string as_utf8(std::string_view bytes, Table& table, detail::FindingList& findings) {
    // Before UTF-16, whose mark the smaller of these two begins with.
    const bool little32 = bytes.starts_with(std::string_view("\xff\xfe\0\0", 4));
    if (little32 || bytes.starts_with(std::string_view("\0\0\xfe\xff", 4))) {
        findings.add(Severity::warning, "table_utf32", table.source, {table.source});
        return from_utf32(bytes.substr(4), !little32);
    }
    const bool little = bytes.starts_with("\xff\xfe");
    if (little || bytes.starts_with("\xfe\xff")) {
        findings.add(Severity::warning, "table_utf16", table.source, {table.source});
        return from_utf16(bytes.substr(2), !little);
    }
    if (const ByteOrder order = unmarked_utf16(bytes); order != ByteOrder::none) {
        findings.add(Severity::warning, "table_utf16", table.source, {table.source});
        return from_utf16(bytes, order == ByteOrder::big);
    }
    if (bytes.starts_with(byte_order_mark))
        bytes.remove_prefix(byte_order_mark.size());
    const bool has_nul = bytes.find('\0') != std::string_view::npos;
    if (has_nul)
        findings.add(Severity::warning, "table_nul", table.source,
                     {table.source, std::to_string(std::count(bytes.begin(), bytes.end(), '\0'))});
    if (is_utf8(bytes))
        return has_nul ? detail::repaired_utf8(bytes) : std::string(bytes);
    findings.add(Severity::warning, "table_encoding", table.source, {table.source});
    return detail::from_windows_1252(bytes);
}

// A cell so long is a quote that was closed by chance, or no cell at all.
void limit_length(std::vector<std::string>& cells, std::int64_t line, const Table& table,
                  detail::FindingList& findings) {
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (const auto kept = detail::first_characters(cells[i], detail::longest_cell);
            kept.size() < cells[i].size()) {
            findings.add(Severity::warning, "long_cell", table.source,
                         {table.source, std::to_string(line), std::to_string(i + 1),
                          std::to_string(detail::character_count(cells[i]))});
            cells[i].resize(kept.size());
        }
}

void name_columns(Table& table, const std::vector<std::string>& cells,
                  detail::FindingList& findings) {
    std::set<std::string> seen;
    for (const std::string& cell : cells) {
        const std::string name = detail::kept_name(trimmed(cell));
        if (!name.empty() && !seen.insert(lower_case(name)).second)
            findings.add(Severity::warning, "duplicate_column", name,
                         {table.source, shown_on_one_line(name)});
        if (name.empty())
            findings.add(Severity::information, "unnamed_column", table.source,
                         {table.source, std::to_string(table.columns.size() + 1)});
        table.columns.push_back(name);
    }
}

} // namespace

std::optional<std::size_t> Table::column_index(std::string_view name) const {
    const std::string wanted = lower_case(name);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (lower_case(columns[i]) == wanted)
            return i;
    return std::nullopt;
}

std::string Table::cell(const Row& row, std::string_view column) const {
    const auto index = column_index(column);
    return index && *index < row.cells.size() ? trimmed(row.cells[*index]) : std::string();
}

Table parse_csv(std::string_view bytes, std::string source) {
    Table table;
    table.source = std::move(source);
    detail::FindingList findings(table.findings);
    const std::string text = as_utf8(bytes, table, findings);
    const std::optional<char> stated = stated_separator(text);
    table.separator = stated.value_or(separator_of(text));
    RecordReader reader(text, table.separator, table.source);
    if (stated)
        reader.next();
    while (!reader.at_end()) {
        const std::int64_t line = reader.line();
        std::vector<std::string> cells = reader.next();
        if (all_blank(cells))
            continue;
        if (table.columns.empty()) {
            if (cells.size() > most_columns)
                throw Error(
                    {"io.too_many_columns",
                     {table.source, std::to_string(cells.size()), std::to_string(most_columns)}});
            name_columns(table, cells, findings);
            continue;
        }
        limit_length(cells, line, table, findings);
        if (cells.size() != table.columns.size()) {
            findings.add(Severity::warning, "ragged_row", "row " + std::to_string(line),
                         {table.source, std::to_string(line), std::to_string(cells.size()),
                          std::to_string(table.columns.size())});
            cells.resize(table.columns.size());
        }
        table.rows.push_back({line, std::move(cells)});
    }
    findings.finish();
    return table;
}

Table read_csv(const detail::Inputs& inputs) {
    if (inputs.bytes().size() > largest_table)
        throw Error({"io.too_large", {inputs.shown()}});
    Table table = parse_csv(inputs.bytes(), inputs.shown());
    if (table.columns.empty())
        throw Error({"io.empty_file", {inputs.shown()}});
    table.findings.insert(table.findings.begin(), inputs.findings().begin(),
                          inputs.findings().end());
    return table;
}

} // namespace antardesa::io
