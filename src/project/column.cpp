#include "project/detail/column.h"

#include "base/text.h"
#include "project/detail/geometry_blob.h"

namespace antardesa::project::detail {

using sqlite::Statement;

void bind_value(Statement& to, int at, const std::string& value, geo::Bytes&) {
    to.bind(at, std::string_view(value));
}
void bind_value(Statement& to, int at, bool value, geo::Bytes&) {
    to.bind(at, std::int64_t{value});
}
void bind_value(Statement& to, int at, int value, geo::Bytes&) {
    to.bind(at, std::int64_t{value});
}
void bind_value(Statement& to, int at, std::int64_t value, geo::Bytes&) {
    to.bind(at, value);
}
void bind_value(Statement& to, int at, double value, geo::Bytes&) {
    to.bind(at, value);
}
void bind_value(Statement& to, int at, std::bitset<4> value, geo::Bytes&) {
    to.bind(at, static_cast<std::int64_t>(value.to_ulong()));
}
void bind_value(Statement& to, int at, const std::optional<int>& value, geo::Bytes&) {
    value ? to.bind(at, std::int64_t{*value}) : to.bind_null(at);
}
void bind_value(Statement& to, int at, const std::optional<double>& value, geo::Bytes&) {
    value ? to.bind(at, *value) : to.bind_null(at);
}
void bind_value(Statement& to, int at, const std::optional<Date>& value, geo::Bytes&) {
    value ? to.bind(at, std::string_view(iso_text(*value))) : to.bind_null(at);
}
void bind_value(Statement& to, int at, const model::SharedBytes& value, geo::Bytes&) {
    value ? to.bind(at, std::span<const std::uint8_t>(*value)) : to.bind_null(at);
}

std::optional<std::vector<std::int64_t>> parse_ids(std::string_view text) {
    std::vector<std::int64_t> ids;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const auto id = parse_integer(text.substr(0, comma));
        if (!id || *id <= 0 || comma + 1 == text.size())
            return std::nullopt;
        ids.push_back(*id);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return ids;
}

namespace {

void bind_bytes(Statement& to, int at, const geo::Bytes& bytes) {
    to.bind(at, std::span<const std::uint8_t>(bytes));
}

bool all_finite(const geo::MultiPolygon& polygons) {
    const auto finite = [](const geo::Ring& ring) {
        return std::all_of(ring.begin(), ring.end(), geo::is_finite);
    };
    return std::all_of(polygons.begin(), polygons.end(), [&](const geo::Polygon& polygon) {
        return finite(polygon.outer) &&
               std::all_of(polygon.holes.begin(), polygon.holes.end(), finite);
    });
}

bool all_finite(const geo::MultiLine& lines) {
    return std::all_of(lines.begin(), lines.end(), [](const geo::Line& line) {
        return std::all_of(line.begin(), line.end(), geo::is_finite);
    });
}

bool all_finite(const geo::Geometry& geometry) {
    if (const auto* polygons = std::get_if<geo::PolygonSet>(&geometry))
        return all_finite(polygons->polygons);
    if (const auto* lines = std::get_if<geo::LineSet>(&geometry))
        return all_finite(lines->lines);
    if (const auto* points = std::get_if<geo::PointSet>(&geometry))
        return std::all_of(points->points.begin(), points->points.end(), geo::is_finite);
    return true;
}

} // namespace

void bind_value(Statement& to, int at, const std::optional<geo::Point>& value, geo::Bytes& buffer) {
    if (!value)
        return to.bind_null(at);
    buffer = geo::to_geopackage(geo::PointSet{{*value}}, stored_srs);
    bind_bytes(to, at, buffer);
}
void bind_value(Statement& to, int at, geo::Point value, geo::Bytes& buffer) {
    bind_value(to, at, std::optional(value), buffer);
}
void bind_value(Statement& to, int at, const model::SharedPolygons& value, geo::Bytes& buffer) {
    if (!value)
        return to.bind_null(at);
    encode(*value, stored_srs, buffer);
    bind_bytes(to, at, buffer);
}
void bind_value(Statement& to, int at, const model::SharedLines& value, geo::Bytes& buffer) {
    if (!value)
        return to.bind_null(at);
    encode(*value, stored_srs, buffer);
    bind_bytes(to, at, buffer);
}
void bind_value(Statement& to, int at, const model::SharedGeometry& value, geo::Bytes& buffer) {
    if (!value)
        return to.bind_null(at);
    buffer = geo::to_geopackage(*value, stored_srs);
    bind_bytes(to, at, buffer);
}

bool read_value(const Statement& from, int at, std::string& value) {
    value = from.text(at);
    return is_utf8(value);
}
bool read_value(const Statement& from, int at, bool& value) {
    value = from.integer(at) != 0;
    return from.is_number(at);
}
bool read_value(const Statement& from, int at, int& value) {
    value = static_cast<int>(from.integer(at));
    return from.is_number(at);
}
bool read_value(const Statement& from, int at, std::int64_t& value) {
    value = from.integer(at);
    return from.is_number(at);
}
bool read_value(const Statement& from, int at, double& value) {
    value = from.real(at);
    return from.is_number(at) && std::isfinite(value);
}
bool read_value(const Statement& from, int at, std::bitset<4>& value) {
    const std::int64_t stored = from.integer(at);
    value = std::bitset<4>(static_cast<unsigned long long>(stored));
    return from.is_number(at) && stored >= 0 && stored < 16;
}
bool read_value(const Statement& from, int at, std::optional<int>& value) {
    if (from.is_null(at))
        return true;
    return read_value(from, at, value.emplace());
}
bool read_value(const Statement& from, int at, std::optional<double>& value) {
    if (from.is_null(at))
        return true;
    return read_value(from, at, value.emplace());
}
bool read_value(const Statement& from, int at, std::optional<Date>& value) {
    if (from.is_null(at))
        return true;
    value = parse_date(from.text(at));
    return value.has_value();
}
bool read_value(const Statement& from, int at, std::optional<geo::Point>& value) {
    if (from.is_null(at))
        return true;
    const auto stored = geo::from_geopackage(from.blob(at));
    const auto* points = stored ? std::get_if<geo::PointSet>(&stored->geometry) : nullptr;
    if (!points || points->points.size() != 1)
        return false;
    value = points->points.front();
    return geo::is_finite(*value);
}
bool read_value(const Statement& from, int at, geo::Point& value) {
    std::optional<geo::Point> stored;
    if (!read_value(from, at, stored) || !stored)
        return false;
    value = *stored;
    return true;
}
bool read_value(const Statement& from, int at, model::SharedPolygons& value) {
    if (from.is_null(at))
        return true;
    auto polygons = decode_polygons(from.blob(at));
    if (!polygons || !all_finite(*polygons))
        return false;
    value = std::make_shared<const geo::MultiPolygon>(*std::move(polygons));
    return true;
}
bool read_value(const Statement& from, int at, model::SharedLines& value) {
    if (from.is_null(at))
        return true;
    auto lines = decode_lines(from.blob(at));
    if (!lines || !all_finite(*lines))
        return false;
    value = std::make_shared<const geo::MultiLine>(*std::move(lines));
    return true;
}
bool read_value(const Statement& from, int at, model::SharedBytes& value) {
    if (from.is_null(at))
        return true;
    const auto bytes = from.blob(at);
    value = std::make_shared<const std::vector<std::uint8_t>>(bytes.begin(), bytes.end());
    return from.is_blob(at);
}
bool read_value(const Statement& from, int at, model::SharedGeometry& value) {
    if (from.is_null(at))
        return true;
    auto stored = geo::from_geopackage(from.blob(at));
    if (!stored || !all_finite(stored->geometry))
        return false;
    value = std::make_shared<const geo::Geometry>(std::move(stored->geometry));
    return true;
}

} // namespace antardesa::project::detail
