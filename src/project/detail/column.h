#pragma once

#include "geo/wkb.h"
#include "model/proceedings.h"
#include "sqlite/statement.h"

#include <cmath>

/// How one member of a row struct stands in one column. `bind_value` writes, `read_value` reads
/// and answers false for a value that this program would never have written. A geometry is
/// encoded into `buffer`, which must live until the statement has run.
namespace antardesa::project::detail {

inline constexpr std::int32_t stored_srs = 4326;

void bind_value(sqlite::Statement& to, int at, const std::string& value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, bool value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, int value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, double value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, std::bitset<4> value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, const std::optional<int>& value, geo::Bytes& b);
void bind_value(sqlite::Statement& to, int at, const std::optional<double>& value, geo::Bytes& b);
void bind_value(sqlite::Statement& to, int at, const std::optional<Date>& value, geo::Bytes& b);
void bind_value(sqlite::Statement& to, int at, std::int64_t value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, const std::optional<geo::Point>& value,
                geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, geo::Point value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, const model::SharedPolygons& value,
                geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, const model::SharedLines& value, geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, const model::SharedGeometry& value,
                geo::Bytes& buffer);
void bind_value(sqlite::Statement& to, int at, const model::SharedBytes& value, geo::Bytes& buffer);
template<class Row>
void bind_value(sqlite::Statement& to, int at, Id<Row> value, geo::Bytes&) {
    value ? to.bind(at, value.value) : to.bind_null(at);
}
/// "3,7": text, so that the table reads well elsewhere; such references are not enforced.
template<class Row>
void bind_value(sqlite::Statement& to, int at, const std::vector<Id<Row>>& value, geo::Bytes&) {
    std::string ids;
    for (const Id<Row> id : value)
        ids += (ids.empty() ? "" : ",") + std::to_string(id.value);
    to.bind(at, std::string_view(ids));
}
template<class Enum>
requires std::is_enum_v<Enum>
void bind_value(sqlite::Statement& to, int at, Enum value, geo::Bytes&) {
    to.bind(at, model::code_of(value));
}
template<class Enum>
requires std::is_enum_v<Enum>
void bind_value(sqlite::Statement& to, int at, const std::optional<Enum>& value, geo::Bytes&) {
    value ? to.bind(at, model::code_of(*value)) : to.bind_null(at);
}

bool read_value(const sqlite::Statement& from, int at, std::string& value);
bool read_value(const sqlite::Statement& from, int at, bool& value);
bool read_value(const sqlite::Statement& from, int at, int& value);
bool read_value(const sqlite::Statement& from, int at, double& value);
bool read_value(const sqlite::Statement& from, int at, std::bitset<4>& value);
bool read_value(const sqlite::Statement& from, int at, std::optional<int>& value);
bool read_value(const sqlite::Statement& from, int at, std::optional<double>& value);
bool read_value(const sqlite::Statement& from, int at, std::optional<Date>& value);
bool read_value(const sqlite::Statement& from, int at, std::int64_t& value);
bool read_value(const sqlite::Statement& from, int at, std::optional<geo::Point>& value);
bool read_value(const sqlite::Statement& from, int at, geo::Point& value);
bool read_value(const sqlite::Statement& from, int at, model::SharedPolygons& value);
bool read_value(const sqlite::Statement& from, int at, model::SharedLines& value);
bool read_value(const sqlite::Statement& from, int at, model::SharedGeometry& value);
bool read_value(const sqlite::Statement& from, int at, model::SharedBytes& value);
template<class Row>
bool read_value(const sqlite::Statement& from, int at, Id<Row>& value) {
    value.value = from.integer(at);
    return from.is_null(at) || (from.is_number(at) && value.value > 0);
}
/// The numbers of "3,7"; nothing for a text that is no such list.
std::optional<std::vector<std::int64_t>> parse_ids(std::string_view text);
template<class Row>
bool read_value(const sqlite::Statement& from, int at, std::vector<Id<Row>>& value) {
    const auto ids = parse_ids(from.text(at));
    if (!ids)
        return false;
    for (const std::int64_t id : *ids)
        value.push_back({id});
    return true;
}
template<class Enum>
requires std::is_enum_v<Enum>
bool read_value(const sqlite::Statement& from, int at, Enum& value) {
    const auto known = model::from_code<Enum>(from.text(at));
    value = known.value_or(Enum{});
    return known.has_value();
}
template<class Enum>
requires std::is_enum_v<Enum>
bool read_value(const sqlite::Statement& from, int at, std::optional<Enum>& value) {
    value = model::from_code<Enum>(from.text(at));
    return from.is_null(at) || value.has_value();
}

/// One column of the table in which rows of type `Row` are stored.
template<class Row>
struct Column {
    const char* name;
    void (*bind)(sqlite::Statement& to, int at, const Row& row, geo::Bytes& buffer);
    bool (*read)(const sqlite::Statement& from, int at, Row& row);
    int since; ///< the schema that brought it
};

template<class Member>
struct OwnerOf;
template<class Row, class Value>
struct OwnerOf<Value Row::*> {
    using type = Row;
};

/// The column `name` for the member that the template argument points to.
template<auto member>
constexpr auto column(const char* name, int since = 1) {
    using Row = typename OwnerOf<decltype(member)>::type;
    return Column<Row>{name,
                       [](sqlite::Statement& to, int at, const Row& row, geo::Bytes& buffer) {
                           bind_value(to, at, row.*member, buffer);
                       },
                       [](const sqlite::Statement& from, int at, Row& row) {
                           return read_value(from, at, row.*member);
                       },
                       since};
}

} // namespace antardesa::project::detail
