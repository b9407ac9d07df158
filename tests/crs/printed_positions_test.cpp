#include "crs/coordinate_list.h"
#include "crs/coordinate_text.h"
#include "crs/ellipsoid.h"
#include "crs/tm3.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace antardesa::crs {
namespace {

/// Metres between two positions, near enough for a tolerance.
double metres_between(geo::Point a, geo::Point b) {
    return std::hypot((a.x - b.x) * std::cos(a.y * 3.14159265358979 / 180), a.y - b.y) * 111'320;
}

void expect_read_again(const std::string& text, geo::Point position, double precision_m) {
    const auto parsed = parse_coordinates(text);
    ASSERT_TRUE(parsed) << text;
    // Half a unit of the last decimal in each direction.
    EXPECT_LE(metres_between(*parsed, position), precision_m * 0.75) << text;
    const CoordinateReading reading =
        read_coordinates(text, geo::Box{position, position}.grown(0.01));
    EXPECT_TRUE(reading.position) << text << ": " << debug_text(reading.why);
}

/// Places all over Indonesia: zones 46 to 54, both sides of the equator.
std::vector<geo::Point> places() {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> longitude(92, 142);
    std::uniform_real_distribution<double> latitude(-11.5, 7.5);
    std::vector<geo::Point> list{{120, 0},         {120, 1e-9},      {120, -1e-9},
                                 {113.999999, -3}, {114.000001, -3}, {105.5, -6.9999999}};
    for (int zone = 46; zone <= 54; ++zone)
        for (const double side : {-1.0, 1.0})
            list.push_back({6.0 * zone - 183, side * 3.25});
    while (list.size() < 400)
        list.push_back({longitude(random), latitude(random)});
    return list;
}

TEST(PrintedPositions, InDegreesAreReadAgainWithinTheirLastDecimal) {
    for (const geo::Point place : places())
        for (const int decimals : {0, 2, 3, 4})
            expect_read_again(dms_text(place, decimals), place,
                              30.92 * 1.42 * std::pow(10, -decimals));
}

TEST(PrintedPositions, InMetresAreReadAgainAlsoInTheNeighbouringZoneAndHemisphere) {
    for (const geo::Point place : places()) {
        const UtmZone own = utm_zone(place);
        for (const int decimals : {0, 2}) {
            const double precision = 1.42 * std::pow(10, -decimals);
            expect_read_again(utm_text(place, own, decimals), place, precision);
            if (std::abs(place.y) < 5)
                expect_read_again(utm_text(place, {own.number, !own.south}, decimals), place,
                                  precision);
            const double middle = 6.0 * own.number - 183;
            if (std::abs(place.x - middle) > 2.5)
                expect_read_again(utm_text(place,
                                           {own.number + (place.x > middle ? 1 : -1), own.south},
                                           decimals),
                                  place, precision);
        }
    }
}

TEST(PrintedPositions, InTheLandAgencysGridAreReadAgain) {
    int printed = 0;
    for (const geo::Point place : places()) {
        const Tm3Zone zone = tm3_zone(place);
        if (!tm3(zone))
            continue;
        ++printed;
        for (const int decimals : {0, 2})
            expect_read_again(tm3_text(place, zone, decimals), place,
                              1.42 * std::pow(10, -decimals));
    }
    EXPECT_GT(printed, 300);
}

TEST(PrintedPositions, AreRefusedFarOutsideAnyZone) {
    EXPECT_FALSE(parse_coordinates("5000 9161840 49S"));
    EXPECT_FALSE(parse_coordinates("298712 -2000000 49N"));
    EXPECT_FALSE(parse_coordinates("298712 -10 49S"));
    EXPECT_EQ(grouped_metres(-1234.5, 2), "-1 234,50");
    EXPECT_EQ(grouped_metres(999.996, 2), "1 000,00");
}

} // namespace
} // namespace antardesa::crs
