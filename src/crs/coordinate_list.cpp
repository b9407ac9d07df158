#include "crs/coordinate_list.h"

#include "base/text.h"
#include "crs/coordinate_text.h"
#include "crs/detail/coordinate_scan.h"
#include "crs/tm3.h"

#include <algorithm>

namespace antardesa::crs {

namespace {

constexpr double beyond = 0.05; // degrees, some five kilometres

std::vector<std::string> columns_of(std::string_view line, char separator) {
    std::vector<std::string> columns;
    for (const std::string& column : split(line, separator))
        columns.push_back(trimmed(column));
    return columns;
}

bool is_latitude(const std::string& text) {
    return parse_coordinates(text + " 109").has_value() ||
           parse_coordinates(text + " 109 BT").has_value();
}

/// The two halves of a text at its clearest separator.
std::optional<std::pair<std::string, std::string>> halves(const std::string& text) {
    for (const std::string_view separator : {"\t", ";", "  ", ", ", " "}) {
        const std::size_t at = text.find(separator);
        if (at == std::string::npos ||
            text.find(separator, at + separator.size()) != std::string::npos)
            continue;
        return std::pair{trimmed(text.substr(0, at)), trimmed(text.substr(at + separator.size()))};
    }
    return std::nullopt;
}

/// The zone in which the same easting and northing would lie inside the box; empty for none.
std::string fitting_zone(detail::Planar planar, const geo::Box& within) {
    for (planar.zone = 46; planar.zone <= 54; ++planar.zone)
        for (const int half : {0, 1}) {
            planar.south = half == 0;
            planar.half = half + 1;
            const auto position = detail::degrees_of(planar);
            if (!position || !within.contains(*position))
                continue;
            return planar.tm3 ? tm3_zone_name({planar.zone, planar.half})
                              : utm_zone_name({planar.zone, planar.south});
        }
    return {};
}

/// "49 500000 9200000": a zone, but not on which side of the equator.
std::optional<Message> without_hemisphere(const std::string& text, const detail::Group& only) {
    if (!only.letters.empty() || only.numbers.size() < 3)
        return std::nullopt;
    for (const bool first : {true, false}) {
        const detail::Number& number = first ? only.numbers.front() : only.numbers.back();
        const std::string zone = std::to_string(static_cast<int>(std::min(number.value, 99.0)));
        const std::size_t at = first ? text.find(zone) : text.rfind(zone);
        if (!number.whole || at == std::string::npos)
            continue;
        const std::size_t end = at + zone.size();
        if (parse_coordinates(text.substr(0, end) + "S" + text.substr(end)))
            return Message{"crs.hemisphere_missing", {zone}};
    }
    return std::nullopt;
}

/// Easting and northing alone may lie in any zone.
std::optional<Message> without_zone(const std::string& text, const geo::Box& within) {
    const auto groups = detail::scan_coordinates(text, true);
    if (!groups || groups->empty())
        return std::nullopt;
    if (groups->size() == 1)
        if (auto lacking = without_hemisphere(text, groups->front()))
            return lacking;
    std::string fits;
    bool metres = false;
    for (const char* zone : {" 49S", " TM-3 49.1"}) {
        auto planar = detail::planar_in(text + zone);
        if (!planar || !detail::degrees_of(*planar))
            continue;
        metres = true;
        if (fits.empty() && !within.empty())
            fits = fitting_zone(*planar, within);
    }
    if (!metres)
        return std::nullopt;
    return fits.empty() ? Message{"crs.zone_missing", {text}}
                        : Message{"crs.zone_missing_fits", {text, fits}};
}

Message unreadable(const std::string& text, const geo::Box& within) {
    if (const auto lacking = without_zone(text, within))
        return *lacking;
    const auto both = halves(text);
    if (!both || both->first.empty() || both->second.empty())
        return {"crs.unreadable", {text}};
    if (parse_coordinates(both->second + "  " + both->first))
        return {"crs.swapped", {text}};
    if (!is_latitude(both->first))
        return {"crs.unreadable_latitude", {both->first}};
    return {"crs.unreadable_longitude", {both->second}};
}

Message outside(const std::string& text, const geo::Box& within) {
    const auto planar = detail::planar_in(text);
    const std::string zone = planar ? fitting_zone(*planar, within) : "";
    if (!zone.empty())
        return {"crs.outside_zone", {zone}};
    return {"crs.outside", {text}};
}

/// "109,176 -7,578": longitude first. Taken so where nothing else is meant: no letters say it, it
/// is no position the other way round, and it lies where the kabupaten is.
std::optional<geo::Point> longitude_first(const std::string& text, const geo::Box& allowed) {
    const auto both = halves(text);
    if (!both || both->first.empty() || both->second.empty())
        return std::nullopt;
    const auto position = parse_coordinates(both->second + "  " + both->first);
    return position && allowed.contains(*position) ? position : std::nullopt;
}

/// A row of a table: what stands in two columns beside each other, after a leading number.
std::string position_of_row(const std::string& line) {
    const char separator = line.find('\t') != std::string::npos ? '\t' : ';';
    std::vector<std::string> columns = columns_of(line, separator);
    if (columns.size() < 3)
        return line;
    if (parse_integer(columns.front()).value_or(-1) >= 0)
        columns.erase(columns.begin());
    for (std::size_t i = 1; i < columns.size(); ++i)
        if (const std::string pair = columns[i - 1] + "  " + columns[i];
            parse_coordinates(pair) || parse_coordinates(columns[i] + "  " + columns[i - 1]))
            return pair;
    return line;
}

/// The titles above a table's columns: several, and no figure among them.
bool is_heading(const std::string& line) {
    return line.find_first_of("\t;") != std::string::npos &&
           line.find_first_of("0123456789") == std::string::npos;
}

} // namespace

CoordinateReading read_coordinates(std::string_view text, const geo::Box& within) {
    CoordinateReading reading;
    reading.text = trimmed(text);
    const std::string shown = shown_on_one_line(reading.text.substr(0, 80));
    auto position = parse_coordinates(reading.text);
    const geo::Box allowed = within.grown(beyond);
    if (!position && !within.empty())
        position = longitude_first(reading.text, allowed);
    if (!position)
        reading.why = unreadable(shown, allowed);
    else if (!within.empty() && !allowed.contains(*position))
        reading.why = outside(reading.text, allowed);
    else
        reading.position = position;
    return reading;
}

std::vector<CoordinateReading> parse_coordinate_list(std::string_view text,
                                                     const geo::Box& within) {
    std::vector<CoordinateReading> list;
    int number = 0;
    for (const std::string& line : split(text, '\n')) {
        ++number;
        const std::string content = trimmed(line);
        if (content.empty())
            continue;
        if (list.empty() && is_heading(content))
            continue;
        CoordinateReading reading = read_coordinates(content, within);
        if (reading.why.key.rfind("crs.unreadable", 0) == 0)
            if (const std::string row = position_of_row(content); row != content)
                reading = read_coordinates(row, within);
        reading.line = number;
        list.push_back(std::move(reading));
    }
    return list;
}

} // namespace antardesa::crs
