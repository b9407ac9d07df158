#include "io/detail/flat_values.h"

#include <cmath>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t list_size = 8;
constexpr std::size_t column_size = 8 + 1 + 8;
constexpr std::size_t feature_size = 8 + 1;

void put_points(FlatWriter& out, const geo::Line& points) {
    out.count(points.size());
    out.raw(points.data(), points.size() * sizeof(geo::Point));
}

geo::Line take_points(FlatReader& in) {
    geo::Line points(in.count(sizeof(geo::Point)));
    const std::string_view raw = in.raw(points.size() * sizeof(geo::Point));
    if (!raw.empty())
        std::memcpy(static_cast<void*>(points.data()), raw.data(), raw.size());
    for (const geo::Point p : points)
        if (!geo::is_finite(p))
            throw NotFlat();
    if (points.empty())
        throw NotFlat();
    return points;
}

geo::Ring take_ring(FlatReader& in) {
    geo::Ring ring = take_points(in);
    if (ring.front() != ring.back())
        throw NotFlat();
    return ring;
}

void put_polygons(FlatWriter& out, const geo::MultiPolygon& polygons) {
    out.count(polygons.size());
    for (const geo::Polygon& polygon : polygons) {
        put_points(out, polygon.outer);
        out.count(polygon.holes.size());
        for (const geo::Ring& hole : polygon.holes)
            put_points(out, hole);
    }
}

geo::MultiPolygon take_polygons(FlatReader& in) {
    geo::MultiPolygon polygons(in.count(2 * list_size));
    for (geo::Polygon& polygon : polygons) {
        polygon.outer = take_ring(in);
        polygon.holes.resize(in.count(list_size));
        for (geo::Ring& hole : polygon.holes)
            hole = take_ring(in);
    }
    return polygons;
}

void put_value(FlatWriter& out, const Column& column, std::size_t row) {
    out.number(static_cast<std::uint8_t>(!column.is_null(row)));
    if (column.is_null(row))
        return;
    if (column.type() == FieldType::text)
        return out.text(column.text_view(row));
    const AttributeValue value = column.value(row);
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        out.number(*integer);
    else
        out.number(std::get<double>(value));
}

void take_value(FlatReader& in, Column& column) {
    if (!in.flag())
        return column.append_null();
    if (column.type() == FieldType::text)
        return column.append(in.text_view());
    if (column.type() == FieldType::integer)
        return column.append(in.number<std::int64_t>());
    column.append(in.number<double>());
}

void put_column(FlatWriter& out, const Column& column) {
    out.text(column.name());
    out.number(static_cast<std::uint8_t>(column.type()));
    out.count(column.size());
    for (std::size_t row = 0; row < column.size(); ++row)
        put_value(out, column, row);
}

Column take_column(FlatReader& in) {
    std::string name = in.text();
    Column column(std::move(name), static_cast<FieldType>(in.below(3)));
    const std::size_t rows = in.count(1);
    for (std::size_t row = 0; row < rows; ++row)
        take_value(in, column);
    return column;
}

} // namespace

void encode(FlatWriter& out, const geo::Geometry& geometry) {
    out.number(static_cast<std::uint8_t>(geometry.index()));
    if (const auto* points = std::get_if<geo::PointSet>(&geometry))
        put_points(out, points->points);
    if (const auto* lines = std::get_if<geo::LineSet>(&geometry)) {
        out.count(lines->lines.size());
        for (const geo::Line& line : lines->lines)
            put_points(out, line);
    }
    if (const auto* polygons = std::get_if<geo::PolygonSet>(&geometry))
        put_polygons(out, polygons->polygons);
}

geo::Geometry decode_geometry(FlatReader& in) {
    switch (in.below(4)) {
    case 1:
        return geo::PointSet{take_points(in)};
    case 2: {
        geo::MultiLine lines(in.count(list_size));
        for (geo::Line& line : lines)
            line = take_points(in);
        return geo::LineSet{std::move(lines)};
    }
    case 3:
        return geo::PolygonSet{take_polygons(in)};
    default:
        return {};
    }
}

void encode(FlatWriter& out, const FeatureTable& table) {
    out.text(table.layer);
    out.count(table.columns.size());
    for (const Column& column : table.columns)
        put_column(out, column);
    out.count(table.features.size());
    for (const Feature& feature : table.features) {
        out.number(feature.fid);
        encode(out, feature.geometry);
    }
    encode(out, table.crs);
    encode(out, table.findings);
    out.number(table.features_in_file);
}

FeatureTable decode_feature_table(FlatReader& in) {
    FeatureTable table;
    table.layer = in.text();
    const std::size_t columns = in.count(column_size);
    for (std::size_t i = 0; i < columns; ++i)
        table.columns.push_back(take_column(in));
    table.features.resize(in.count(feature_size));
    for (const Column& column : table.columns)
        if (column.size() != table.features.size())
            throw NotFlat();
    for (Feature& feature : table.features) {
        feature.fid = in.number<std::int64_t>();
        feature.geometry = decode_geometry(in);
    }
    table.crs = decode_crs(in);
    table.findings = decode_findings(in);
    table.features_in_file = in.number<std::int64_t>();
    return table;
}

} // namespace antardesa::io::detail
