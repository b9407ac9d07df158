#include "io/detail/flat_values.h"

#include <algorithm>
#include <cmath>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t longest_key = 80;
constexpr std::size_t most_arguments = 16;
// Smallest encodings: a text is its length; a finding, a column, a feature begin with several.
constexpr std::size_t text_size = 8;
constexpr std::size_t finding_size = 1 + 8 + 8 + 1 + 8 + 8;

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_key &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
           });
}

bool is_key_of_a_reader(std::string_view key) {
    for (const std::string_view room : {"io.", "sqlite.", "crs.", "geo."})
        if (key.starts_with(room))
            return is_name(key);
    return false;
}

} // namespace

void encode(FlatWriter& out, const Message& message) {
    out.text(message.key);
    out.count(message.arguments.size());
    for (const std::string& argument : message.arguments)
        out.text(argument);
}

Message decode_message(FlatReader& in) {
    Message message;
    message.key = in.text();
    if (!is_key_of_a_reader(message.key))
        throw NotFlat();
    const std::size_t count = in.count(text_size);
    if (count > most_arguments)
        throw NotFlat();
    for (std::size_t i = 0; i < count; ++i)
        message.arguments.push_back(in.text());
    return message;
}

void encode(FlatWriter& out, const std::vector<Finding>& findings) {
    out.count(findings.size());
    for (const Finding& finding : findings) {
        out.number(static_cast<std::uint8_t>(finding.severity));
        out.text(finding.code);
        out.text(finding.subject);
        out.number(static_cast<std::uint8_t>(finding.place.has_value()));
        if (finding.place) {
            out.number(finding.place->longitude);
            out.number(finding.place->latitude);
        }
        encode(out, finding.message);
    }
}

std::vector<Finding> decode_findings(FlatReader& in) {
    std::vector<Finding> findings(in.count(finding_size));
    for (Finding& finding : findings) {
        finding.severity = static_cast<Severity>(in.below(3));
        finding.code = in.text();
        if (!is_name(finding.code))
            throw NotFlat();
        finding.subject = in.text();
        if (in.flag()) {
            const double longitude = in.finite();
            finding.place = Place{longitude, in.finite()};
        }
        finding.message = decode_message(in);
    }
    return findings;
}

void encode(FlatWriter& out, const std::optional<crs::Crs>& crs) {
    out.number(static_cast<std::uint8_t>(crs.has_value()));
    if (!crs)
        return;
    out.number(static_cast<std::int32_t>(crs->epsg()));
    out.text(crs->wkt());
}

std::optional<crs::Crs> decode_crs(FlatReader& in) {
    if (!in.flag())
        return std::nullopt;
    const auto epsg = in.number<std::int32_t>();
    const std::string wkt = in.text();
    return epsg != 0 ? crs::Crs::from_epsg(epsg) : crs::Crs::from_wkt(wkt);
}

void encode(FlatWriter& out, const Table& table) {
    out.count(table.columns.size());
    for (const std::string& column : table.columns)
        out.text(column);
    out.count(table.rows.size());
    for (const Table::Row& row : table.rows) {
        out.number(row.line);
        for (const std::string& cell : row.cells)
            out.text(cell);
    }
    encode(out, table.findings);
    out.number(static_cast<std::uint8_t>(table.separator));
}

Table decode_table(FlatReader& in) {
    Table table;
    table.columns.resize(in.count(text_size));
    for (std::string& column : table.columns)
        column = in.text();
    table.rows.resize(in.count(sizeof(std::int64_t) + table.columns.size() * text_size));
    for (Table::Row& row : table.rows) {
        row.line = in.number<std::int64_t>();
        row.cells.resize(table.columns.size());
        for (std::string& cell : row.cells)
            cell = in.text();
    }
    table.findings = decode_findings(in);
    table.separator = static_cast<char>(in.below(128));
    return table;
}

} // namespace antardesa::io::detail
