#include "crs/coordinate_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace antardesa::crs {

namespace {

// In whole units of the last decimal, so that 59,999" becomes the next minute and never 60".
std::string sexagesimal(double degrees, int decimals) {
    static constexpr std::array<long long, 5> powers{1, 10, 100, 1000, 10000};
    const int places = std::clamp(decimals, 0, 4);
    const long long unit = powers[static_cast<std::size_t>(places)];
    const long long total = std::llround(std::abs(degrees) * 3600.0 * static_cast<double>(unit));
    const long long fraction = total % unit;
    const long long seconds = total / unit;
    std::array<char, 64> text{};
    int used = std::snprintf(text.data(), text.size(), "%02lld°%02lld'%02lld", seconds / 3600,
                             seconds / 60 % 60, seconds % 60);
    std::string result(text.data(), static_cast<std::size_t>(used));
    if (places > 0) {
        used = std::snprintf(text.data(), text.size(), ",%0*lld", places, fraction);
        result.append(text.data(), static_cast<std::size_t>(used));
    }
    return result + "\"";
}

bool is_printable(double degrees) {
    return std::isfinite(degrees) && std::abs(degrees) <= 360;
}

} // namespace

std::string latitude_text(double degrees, int decimals) {
    if (!is_printable(degrees))
        return "–";
    return sexagesimal(degrees, decimals) + (degrees < 0 ? " LS" : " LU");
}

std::string longitude_text(double degrees, int decimals) {
    if (!is_printable(degrees))
        return "–";
    return sexagesimal(degrees, decimals) + (degrees < 0 ? " BB" : " BT");
}

std::string dms_text(geo::Point degrees, int decimals) {
    return latitude_text(degrees.y, decimals) + "  " + longitude_text(degrees.x, decimals);
}

std::string grouped_metres(double metres, int decimals) {
    if (!std::isfinite(metres) || std::abs(metres) > 1e12)
        return "–";
    static constexpr std::array<long long, 4> powers{1, 10, 100, 1000};
    const int places = std::clamp(decimals, 0, 3);
    const long long unit = powers[static_cast<std::size_t>(places)];
    const long long rounded = std::llround(metres * static_cast<double>(unit));
    std::string digits = std::to_string(std::abs(rounded) / unit);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, " ");
    if (places > 0) {
        std::array<char, 32> fraction{};
        const int used = std::snprintf(fraction.data(), fraction.size(), ",%0*lld", places,
                                       std::abs(rounded) % unit);
        digits.append(fraction.data(), static_cast<std::size_t>(used));
    }
    return rounded < 0 ? "-" + digits : digits;
}

std::string utm_text(geo::Point degrees, UtmZone zone, int decimals) {
    const Transformer transformer(wgs84(), utm(zone));
    const auto metres = transformer(degrees);
    if (!metres)
        return "–";
    return grouped_metres(metres->x, decimals) + " mT  " + grouped_metres(metres->y, decimals) +
           " mU  " + utm_zone_name(zone);
}

} // namespace antardesa::crs
