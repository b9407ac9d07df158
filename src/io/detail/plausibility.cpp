#include "io/detail/plausibility.h"

#include "io/detail/finding_list.h"
#include "io/detail/row_label.h"

#include <cmath>

namespace antardesa::io::detail {

namespace {

// Indonesia's own extent, a degree wider.
constexpr geo::Box indonesia{{93, -13}, {143, 8}};
constexpr geo::Box indonesia_swapped{{-13, 93}, {8, 143}};
// Nobody's villages lie outside the tropics without the file being read wrong; data of another
// country near the equator is merely not ours.
constexpr double southernmost = -15;
constexpr double northernmost = 10;

void add(FeatureTable& table, Severity severity, const char* code,
         std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), table.layer);
    table.findings.push_back({severity,
                              code,
                              table.layer,
                              std::nullopt,
                              {std::string("io.") + code, std::move(arguments)}});
}

std::string degrees(double value) {
    return std::to_string(static_cast<long long>(std::lround(value)));
}

void check_degrees(FeatureTable& table, const geo::Box& box) {
    if (indonesia.contains(box))
        return;
    const std::vector<std::string> where{degrees(box.min.x), degrees(box.max.x), degrees(box.min.y),
                                         degrees(box.max.y)};
    const bool too_far = box.max.y < southernmost || box.min.y > northernmost;
    add(table, too_far ? Severity::warning : Severity::information,
        too_far ? "far_latitude" : "outside_indonesia", where);
}

bool on_earth(const geo::Box& box) {
    constexpr double rounding = 0.001;
    return box.min.x >= -360 && box.max.x <= 360 && box.min.y >= -90 - rounding &&
           box.max.y <= 90 + rounding;
}

// One wrong corner of one village says nothing against the system of all the others.
void leave_out_strays(FeatureTable& table) {
    std::vector<std::size_t> strays;
    std::size_t placed = 0;
    for (std::size_t row = 0; row < table.features.size(); ++row) {
        const geo::Box box = geo::bounds(table.features[row].geometry);
        placed += !box.empty();
        if (!box.empty() && !on_earth(box))
            strays.push_back(row);
    }
    if (2 * strays.size() >= placed)
        return;
    FindingList findings(table.findings);
    for (const std::size_t row : strays) {
        Feature& feature = table.features[row];
        feature.geometry = std::monostate();
        const std::string label = row_label(table, row, feature.fid);
        findings.add(Severity::error, "coordinate_off_earth", label, {label, table.layer});
    }
    findings.finish();
}

void not_degrees(FeatureTable& table, const geo::Box& box) {
    const auto guess = plausible_crs(box);
    if (guess)
        return add(table, Severity::error, "coordinates_not_degrees",
                   {table.crs->name(), guess->name()});
    add(table, Severity::error, "coordinates_not_degrees", {table.crs->name()});
    table.findings.back().message.key = "io.coordinates_not_degrees_unguessed";
}

/// Where the table's system puts the box; empty when it cannot.
geo::Box placed(const FeatureTable& table, const geo::Box& box) {
    const crs::Transformer transformer(*table.crs, crs::wgs84());
    geo::Box there;
    for (const geo::Point corner :
         {box.min, box.max, geo::Point{box.min.x, box.max.y}, geo::Point{box.max.x, box.min.y}})
        if (const auto point = transformer(corner))
            there.extend(*point);
    return there;
}

// The numbers are degrees of Indonesia, and the system, by its prime meridian or unit, puts them
// far from it: Batavia (Jakarta) counts from 106°48' E.
void elsewhere(FeatureTable& table, const geo::Box& there) {
    std::vector<std::string> arguments{table.crs->name()};
    if (there.empty()) {
        add(table, Severity::error, "coordinates_elsewhere", arguments);
        table.findings.back().message.key = "io.coordinates_elsewhere_nowhere";
        return;
    }
    for (const double value : {there.min.x, there.max.x, there.min.y, there.max.y})
        arguments.push_back(degrees(value));
    add(table, Severity::error, "coordinates_elsewhere", std::move(arguments));
}

} // namespace

void check_plausibility(FeatureTable& table) {
    if (table.crs->is_geographic() && !on_earth(bounds(table)))
        leave_out_strays(table);
    const geo::Box box = bounds(table);
    if (box.empty())
        return;
    if (table.crs->is_geographic()) {
        if (indonesia_swapped.contains(box))
            return add(table, Severity::error, "swapped_axes", {});
        if (!on_earth(box))
            return not_degrees(table, box);
        const geo::Box there = placed(table, box);
        if (indonesia.contains(box) && !indonesia.contains(there))
            return elsewhere(table, there);
        return check_degrees(table, there.empty() ? box : there);
    }
    if (on_earth(box))
        return add(table, Severity::error, "coordinates_not_metres", {table.crs->name()});
    const geo::Box lonlat = placed(table, box);
    if (lonlat.empty())
        return add(table, Severity::error, "coordinates_impossible", {table.crs->name()});
    check_degrees(table, lonlat);
}

} // namespace antardesa::io::detail
