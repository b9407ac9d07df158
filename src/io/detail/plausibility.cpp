#include "io/detail/plausibility.h"

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

} // namespace

void check_plausibility(FeatureTable& table) {
    const geo::Box box = bounds(table);
    if (box.empty())
        return;
    if (table.crs->is_geographic()) {
        if (indonesia_swapped.contains(box))
            return add(table, Severity::error, "swapped_axes", {});
        if (on_earth(box))
            return check_degrees(table, box);
        const auto guess = plausible_crs(box);
        return add(table, Severity::error, "coordinates_not_degrees",
                   {table.crs->name(), guess ? guess->name() : "–"});
    }
    if (on_earth(box))
        return add(table, Severity::error, "coordinates_not_metres", {table.crs->name()});
    const crs::Transformer transformer(*table.crs, crs::wgs84());
    geo::Box lonlat;
    for (const geo::Point corner :
         {box.min, box.max, geo::Point{box.min.x, box.max.y}, geo::Point{box.max.x, box.min.y}})
        if (const auto there = transformer(corner))
            lonlat.extend(*there);
    if (lonlat.empty())
        return add(table, Severity::error, "coordinates_impossible", {table.crs->name()});
    check_degrees(table, lonlat);
}

} // namespace antardesa::io::detail
