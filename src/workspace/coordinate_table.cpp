#include "workspace/coordinate_table.h"

#include "base/result.h"
#include "base/text.h"
#include "crs/coordinate_list.h"
#include "crs/crs.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

using Names = std::initializer_list<std::string_view>;

std::optional<std::size_t> column_of(const io::Table& table, Names names) {
    for (const std::string_view name : names)
        if (const auto index = table.column_index(name))
            return index;
    return std::nullopt;
}

/// Where a table with titles keeps its positions.
struct Columns {
    std::optional<std::size_t> latitude;
    std::optional<std::size_t> longitude;
    std::optional<std::size_t> easting;
    std::optional<std::size_t> northing;
    std::optional<std::size_t> zone;
};

Columns columns_of(const io::Table& table) {
    return {column_of(table, {"lintang", "latitude", "lat"}),
            column_of(table, {"bujur", "longitude", "lon", "long", "lng"}),
            column_of(table, {"x", "x(m)", "x (m)", "easting", "timur"}),
            column_of(table, {"y", "y(m)", "y (m)", "northing", "utara"}),
            column_of(table, {"zona", "zone"})};
}

/// The zone that all of the kabupaten lies in: tables without one mean it. None where it lies in
/// two.
std::string zone_of(const geo::Box& within) {
    if (within.empty())
        return {};
    const std::string west = crs::utm_zone_name(crs::utm_zone(within.min));
    return west == crs::utm_zone_name(crs::utm_zone(within.max)) ? west : std::string();
}

/// Metres, not degrees, by their size.
bool is_metres(const std::string& text) {
    const std::string digits = text.substr(0, text.find_first_of(",."));
    return std::count_if(digits.begin(), digits.end(),
                         [](char c) { return c >= '0' && c <= '9'; }) > 3;
}

std::string text_of(const std::vector<std::string>& cells, const Columns& columns,
                    const std::string& zone) {
    const auto cell = [&](std::size_t index) { return trimmed(cells[index]); };
    if (columns.latitude && columns.longitude)
        return cell(*columns.latitude) + "  " + cell(*columns.longitude);
    if (columns.easting && columns.northing && columns.zone)
        return cell(*columns.easting) + " mT  " + cell(*columns.northing) + " mU  " +
               cell(*columns.zone);
    if (columns.easting && columns.northing && !zone.empty() && is_metres(cell(*columns.easting)) &&
        is_metres(cell(*columns.northing)))
        return cell(*columns.easting) + " mT  " + cell(*columns.northing) + " mU  " + zone;
    std::string text;
    for (const std::string& one : cells)
        text += (text.empty() ? "" : "\t") + trimmed(one);
    return text;
}

std::optional<geo::Point> position_in(const std::string& text, const geo::Box& within) {
    const auto list = crs::parse_coordinate_list(text, within);
    return list.size() == 1 ? list.front().position : std::nullopt;
}

} // namespace

geo::Line line_of_table(const io::Table& table, const std::string& name, const geo::Box& within) {
    const Columns columns = columns_of(table);
    const std::string zone = zone_of(within);
    geo::Line line;
    if (const auto first = position_in(text_of(table.columns, {}, {}), within))
        line.push_back(*first);
    for (const io::Table::Row& row : table.rows) {
        const std::string text = text_of(row.cells, columns, zone);
        const auto position = position_in(text, within);
        if (!position)
            throw Error({"workspace.lines.row",
                         {name, std::to_string(row.line), shown_on_one_line(text.substr(0, 80))}});
        if (line.empty() || line.back() != *position)
            line.push_back(*position);
    }
    if (line.size() < 2)
        throw Error({"workspace.lines.none", {name}});
    return line;
}

} // namespace antardesa::workspace
