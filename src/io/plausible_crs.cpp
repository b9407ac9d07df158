#include "io/vector_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::io {

namespace {

constexpr geo::Box indonesia_degrees{{90, -15}, {145, 10}};

// Where villages lie, roughly: Java with Bali, Sumatra in three parts, Kalimantan, Sulawesi, the
// Lesser Sunda islands, Maluku, Papua. A zone is plausible when it puts the numbers on one of them.
constexpr std::array<geo::Box, 9> islands{{{{105.0, -8.9}, {115.8, -5.0}},
                                           {{94.9, 1.0}, {100.5, 6.2}},
                                           {{98.0, -3.5}, {104.8, 2.8}},
                                           {{100.5, -6.0}, {108.4, -1.0}},
                                           {{108.5, -4.3}, {119.1, 4.5}},
                                           {{118.7, -6.5}, {125.4, 2.0}},
                                           {{115.8, -11.1}, {125.2, -8.0}},
                                           {{124.2, -8.4}, {130.9, 2.7}},
                                           {{129.2, -9.2}, {141.1, 0.6}}}};

// The zone with the most villages first.
constexpr std::array<int, 9> zones_by_villages{49, 48, 50, 47, 51, 52, 53, 54, 46};

std::optional<geo::Point> degrees_of(geo::Point metres, crs::UtmZone zone) {
    return crs::Transformer(crs::utm(zone), crs::wgs84())(metres);
}

bool on_an_island(geo::Point degrees) {
    for (const geo::Box& island : islands)
        if (island.contains(degrees))
            return true;
    return false;
}

std::optional<crs::UtmZone> plausible_zone(geo::Point centre, bool south,
                                           std::optional<geo::Point> near) {
    std::optional<crs::UtmZone> best;
    double best_distance = 0;
    for (const int number : zones_by_villages) {
        const crs::UtmZone zone{number, south};
        const auto degrees = degrees_of(centre, zone);
        if (!degrees || (!near && !on_an_island(*degrees)))
            continue;
        if (!near)
            return zone;
        const double away = geo::distance(*degrees, *near);
        if (!best || away < best_distance) {
            best = zone;
            best_distance = away;
        }
    }
    return best;
}

} // namespace

std::optional<crs::Crs> plausible_crs(const geo::Box& numbers, std::optional<geo::Point> near) {
    if (numbers.empty() || !geo::is_finite(numbers.min) || !geo::is_finite(numbers.max))
        return std::nullopt;
    if (indonesia_degrees.contains(numbers))
        return crs::wgs84();
    const geo::Point centre = numbers.centre();
    const bool eastings = numbers.min.x > 0 && numbers.max.x < 1500000;
    const bool south = centre.y > 8700000 && centre.y < 10000500;
    const bool north = centre.y > -500 && centre.y < 900000 && numbers.max.x > 1000;
    if (!eastings || (!south && !north))
        return std::nullopt;
    const auto zone = plausible_zone(centre, south, near);
    return zone ? std::optional(crs::utm(*zone)) : std::nullopt;
}

bool axes_are_swapped(const FeatureTable& table) {
    return std::any_of(table.findings.begin(), table.findings.end(),
                       [](const Finding& finding) { return finding.code == "swapped_axes"; });
}

bool contradicts_its_crs(const FeatureTable& table) {
    return axes_are_swapped(table) ||
           std::any_of(table.findings.begin(), table.findings.end(), [](const Finding& finding) {
               return finding.code == "coordinates_not_degrees" ||
                      finding.code == "coordinates_not_metres" ||
                      finding.code == "coordinates_elsewhere" ||
                      finding.code == "coordinates_impossible";
           });
}

} // namespace antardesa::io
