#include "crs/tm3.h"

#include "crs/coordinate_text.h"

#include <cmath>

namespace antardesa::crs {

namespace {

constexpr int first_code = 23830; // 46.2
constexpr int last_code = 23845;  // 54.1

} // namespace

Tm3Zone tm3_zone(geo::Point position) {
    const int number = utm_zone(position).number;
    const double middle = 6.0 * number - 183;
    return {number, std::remainder(position.x - middle, 360.0) < 0 ? 1 : 2};
}

std::string tm3_zone_name(Tm3Zone zone) {
    return "TM-3 " + std::to_string(zone.number) + "." + std::to_string(zone.half);
}

std::optional<Crs> tm3(Tm3Zone zone) {
    if (zone.half < 1 || zone.half > 2 || zone.number < 46 || zone.number > 54)
        return std::nullopt;
    const int code = first_code + 2 * (zone.number - 46) + zone.half - 2;
    return code < first_code || code > last_code ? std::nullopt : Crs::from_epsg(code);
}

std::string tm3_text(geo::Point degrees, Tm3Zone zone, int decimals) {
    const auto system = tm3(zone);
    const auto metres = system ? Transformer(wgs84(), *system)(degrees) : std::nullopt;
    if (!metres)
        return "–";
    return grouped_metres(metres->x, decimals) + " mT  " + grouped_metres(metres->y, decimals) +
           " mU  " + tm3_zone_name(zone);
}

} // namespace antardesa::crs
