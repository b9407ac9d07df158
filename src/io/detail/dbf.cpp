#include "io/detail/dbf.h"

#include "base/text.h"
#include "io/detail/bytes.h"
#include "io/detail/columns.h"
#include "io/detail/text_encoding.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t file_header = 32;
constexpr std::size_t field_header = 32;
constexpr std::size_t language_at = 29;
constexpr char end_of_fields = 0x0d;
constexpr char end_of_file = 0x1a;
constexpr char deleted_mark = '*';
constexpr std::size_t widest_integer = 18; // digits that surely fit 64 bit
constexpr std::string_view known_types = "CNFLDMIB@";

bool is_number(const DbfField& field) {
    return field.type == 'N' || field.type == 'F';
}

std::vector<DbfField> fields_of(std::string_view dbf, std::size_t header) {
    std::vector<DbfField> fields;
    std::size_t offset = 1; // the first byte of a row says whether it is deleted
    for (std::size_t at = file_header; at + field_header <= std::min(header, dbf.size());
         at += field_header) {
        if (dbf[at] == end_of_fields)
            break;
        DbfField field;
        field.name = std::string(dbf.substr(at, 11));
        field.name.resize(std::min(field.name.size(), field.name.find('\0')));
        field.type = dbf[at + 11];
        field.offset = offset;
        field.width = static_cast<unsigned char>(dbf[at + 16]);
        field.decimals = static_cast<unsigned char>(dbf[at + 17]);
        // Clipper and FoxPro use the decimals as the upper byte of a text's width.
        if (field.type == 'C' && field.decimals != 0)
            field.width += std::size_t{256} * static_cast<std::size_t>(field.decimals);
        offset += field.width;
        fields.push_back(std::move(field));
    }
    return fields;
}

std::string_view without_padding(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\0'; };
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

bool is_filler(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '*' || c == '-'; });
}

// "2.0101e+11" stands for twelve digits and holds five; "3.1e-04" and "1.25e+01" hold all.
bool lost_digits(std::string_view number) {
    const std::size_t at = number.find_first_of("eE");
    if (at == std::string_view::npos)
        return false;
    std::string_view exponent = number.substr(at + 1);
    if (exponent.starts_with('+'))
        exponent.remove_prefix(1);
    const std::size_t point = std::min(number.find('.'), at);
    const auto decimals = static_cast<long long>(at - point) - (point < at);
    return parse_integer(exponent).value_or(0) > decimals;
}

/// Reads one field of all rows.
class FieldReader {
  public:
    FieldReader(const DbfField& field, Column& column) : field_(field), column_(column) {}

    void add(std::string_view row) {
        const std::string_view text = without_padding(row.substr(field_.offset, field_.width));
        if (text.empty() || field_.type == 'M' || (is_number(field_) && is_filler(text)))
            return column_.append_null();
        if (is_number(field_))
            return add_number(text);
        if (field_.type == 'D' && text.size() == 8)
            return column_.append(std::string_view(std::string(text.substr(0, 4)) + "/" +
                                                   std::string(text.substr(4, 2)) + "/" +
                                                   std::string(text.substr(6, 2))));
        column_.append(text);
    }

    /// Written with an exponent: a code in that form has lost digits.
    std::size_t rounded() const { return rounded_; }
    std::size_t unreadable() const { return unreadable_; }
    const std::string& example() const { return example_; }

  private:
    void add_number(std::string_view text) {
        if (text.front() == '+')
            text.remove_prefix(1);
        if (column_.type() == FieldType::text)
            return column_.append(text);
        const auto whole = parse_integer(text);
        if (column_.type() == FieldType::integer && whole)
            return column_.append(std::int64_t{*whole});
        const auto real = parse_number(text);
        rounded_ += real && lost_digits(text);
        if (real && std::isfinite(*real)) {
            if (column_.type() == FieldType::integer)
                column_ = as_text(column_);
            return column_.type() == FieldType::real ? column_.append(*real) : column_.append(text);
        }
        if (unreadable_++ == 0)
            example_ = std::string(text);
        column_.append_null();
    }

    const DbfField& field_;
    Column& column_;
    std::size_t rounded_ = 0;
    std::size_t unreadable_ = 0;
    std::string example_;
};

void report_field(const DbfField& field, const std::string& subject, std::set<std::string>& seen,
                  FindingList& findings) {
    const std::string shown = shown_on_one_line(repaired_utf8(field.name));
    if (known_types.find(field.type) == std::string_view::npos)
        findings.add(Severity::warning, "field_type_unknown", subject, {subject, shown});
    if (field.type == 'M')
        findings.add(Severity::warning, "memo_not_read", subject, {subject, shown});
    if (!seen.insert(lower_case(field.name)).second)
        findings.add(Severity::warning, "duplicate_column", subject, {subject, shown});
    else if (trimmed(field.name).empty() || shown != field.name)
        findings.add(Severity::warning, "odd_column_name", subject, {subject, shown});
}

} // namespace

DbfShape dbf_shape(std::string_view dbf) {
    DbfShape shape;
    if (dbf.size() < file_header)
        return shape;
    shape.present = true;
    shape.claimed = little_endian_32(dbf, 4);
    shape.header = little_endian_16(dbf, 8);
    shape.row = little_endian_16(dbf, 10);
    shape.language = static_cast<unsigned char>(dbf[language_at]);
    if (shape.header <= file_header || shape.header > dbf.size() || shape.row == 0)
        return shape;
    shape.fields = fields_of(dbf, shape.header);
    std::size_t width = 1;
    for (const DbfField& field : shape.fields)
        width += field.width;
    shape.usable = !shape.fields.empty() && width <= shape.row;
    const std::size_t bytes = dbf.size() - shape.header;
    shape.physical = bytes / shape.row;
    const std::string_view rest = dbf.substr(shape.header + shape.physical * shape.row);
    shape.cut_row = !rest.empty() && rest.front() != end_of_file;
    return shape;
}

FieldType column_type(const DbfField& field) {
    if (!is_number(field))
        return FieldType::text;
    return field.decimals == 0 && field.width <= widest_integer ? FieldType::integer
                                                                : FieldType::real;
}

std::uint64_t row_count(const DbfShape& shape) {
    return shape.usable ? shape.physical : 0;
}

bool is_deleted(const DbfShape& shape, std::string_view dbf, std::uint64_t row) {
    return row < row_count(shape) && dbf[shape.header + row * shape.row] == deleted_mark;
}

std::uint64_t odd_marks(const DbfShape& shape, std::string_view dbf) {
    std::uint64_t odd = 0;
    for (std::uint64_t row = 0; row < row_count(shape); ++row) {
        const char mark = dbf[shape.header + row * shape.row];
        odd += mark != ' ' && mark != deleted_mark;
    }
    return odd;
}

std::vector<Column> read_columns(const DbfShape& shape, std::string_view dbf,
                                 const std::vector<std::uint64_t>& kept, const std::string& subject,
                                 FindingList& findings) {
    std::vector<Column> columns;
    if (!shape.usable)
        return columns;
    std::set<std::string> seen;
    const std::uint64_t rows = row_count(shape);
    for (const DbfField& field : shape.fields) {
        report_field(field, subject, seen, findings);
        const std::string name = is_utf8(field.name) ? field.name : from_windows_1252(field.name);
        Column column(name, column_type(field));
        FieldReader reader(field, column);
        for (const std::uint64_t row : kept)
            if (row < rows)
                reader.add(dbf.substr(shape.header + row * shape.row, shape.row));
            else
                column.append_null();
        if (reader.unreadable() > 0)
            findings.add(Severity::warning, "number_unreadable", subject,
                         {subject, name, std::to_string(reader.unreadable()),
                          shown_on_one_line(repaired_utf8(reader.example()))});
        if (reader.rounded() > 0)
            findings.add(Severity::warning, "column_rounded", subject,
                         {subject, name, std::to_string(reader.rounded())});
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace antardesa::io::detail
