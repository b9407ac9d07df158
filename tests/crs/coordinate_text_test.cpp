#include "crs/coordinate_text.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace antardesa;
using namespace antardesa::crs;

TEST(CoordinateText, IsIndonesian) {
    const geo::Point p{109 + 10 / 60.0 + 36.05 / 3600, -(7 + 34 / 60.0 + 42.18 / 3600)};
    EXPECT_EQ(dms_text(p), "07°34'42,18\" LS  109°10'36,05\" BT");
    EXPECT_EQ(dms_text(p, 0), "07°34'42\" LS  109°10'36\" BT");
    EXPECT_EQ(latitude_text(5.5), "05°30'00,00\" LU");
    EXPECT_EQ(longitude_text(-1.25, 1), "01°15'00,0\" BB");
}

TEST(CoordinateText, NeverShowsSixtySeconds) {
    EXPECT_EQ(latitude_text(-(7 + 59 / 60.0 + 59.999 / 3600)), "08°00'00,00\" LS");
    EXPECT_EQ(latitude_text(-(7 + 59 / 60.0 + 59.994 / 3600)), "07°59'59,99\" LS");
    EXPECT_EQ(longitude_text(109.9999999999, 4), "110°00'00,0000\" BT");
}

TEST(CoordinateText, ShowsADashForNoPosition) {
    EXPECT_EQ(latitude_text(std::nan("")), "–");
    EXPECT_EQ(longitude_text(INFINITY), "–");
    EXPECT_EQ(grouped_metres(std::nan("")), "–");
}

TEST(CoordinateText, GroupsMetres) {
    EXPECT_EQ(grouped_metres(298712.4), "298 712");
    EXPECT_EQ(grouped_metres(9161840), "9 161 840");
    EXPECT_EQ(grouped_metres(12), "12");
    EXPECT_EQ(grouped_metres(-1234), "-1 234");
    EXPECT_EQ(grouped_metres(999.6), "1 000");
}

TEST(CoordinateText, NamesTheZone) {
    const Transformer transformer(utm({49, true}), wgs84());
    EXPECT_EQ(utm_text(*transformer({298712.2, 9161840.3}), {49, true}),
              "298 712 mT  9 161 840 mU  49S");
}

namespace {

void expect_near(const char* text, double latitude, double longitude) {
    const auto p = parse_coordinates(text);
    ASSERT_TRUE(p) << text;
    EXPECT_NEAR(p->y, latitude, 1e-7) << text;
    EXPECT_NEAR(p->x, longitude, 1e-7) << text;
}

} // namespace

TEST(ParseCoordinates, ReadsDecimalDegrees) {
    for (const char* text :
         {"-7,578 109,176", "-7.578 109.176", "-7.578, 109.176", "-7.578,109.176",
          "-7,578; 109,176", " -7,578,  109,176 ", "7,578 LS 109,176 BT", "7.578S 109.176E",
          "109,176 BT 7,578 LS", "7.578° S, 109.176° E", "\u22127.578 109.176"})
        expect_near(text, -7.578, 109.176);
    expect_near("5 95", 5, 95);
}

TEST(ParseCoordinates, ReadsDegreesMinutesSeconds) {
    const double latitude = -(7 + 34 / 60.0 + 42.18 / 3600);
    const double longitude = 109 + 10 / 60.0 + 36.05 / 3600;
    for (const char* text : {"07°34'42,18\" LS  109°10'36,05\" BT", "7 34 42.18 S 109 10 36.05 E",
                             "7°34\u203242,18\u2033LS 109°10\u203236,05\u2033BT",
                             "-7 34 42,18 109 10 36,05", "109°10'36,05\" BT 07°34'42,18\" LS"})
        expect_near(text, latitude, longitude);
    expect_near("7°30' LU 98°15' BT", 7.5, 98.25);
}

TEST(ParseCoordinates, ReadsWhatItWrites) {
    for (const geo::Point p : {geo::Point{109.1766806, -7.5783833}, geo::Point{95.3, 5.5},
                               geo::Point{140.999, -0.0001}}) {
        const auto read = parse_coordinates(dms_text(p, 4));
        ASSERT_TRUE(read);
        EXPECT_NEAR(geo::distance(*read, p), 0, 1e-7);
    }
}

TEST(ParseCoordinates, ReadsUtm) {
    const Transformer transformer(utm({49, true}), wgs84());
    const geo::Point p = *transformer({298712, 9161840});
    for (const char* text :
         {"49S 298712 9161840", "49 S 298712, 9161840", "298 712 mT  9 161 840 mU  49S"})
        expect_near(text, p.y, p.x);
}

TEST(ParseCoordinates, RefusesWhatItCannotRead) {
    for (const char* text : {"", "desa", "109,70.3", "-7.5", "-7.5 200", "95 5 3", "91 110",
                             "7 61 0 S 109 0 0 E", "7 LS 8 LS", "-7 LS 109 BT", "7.5 30 LS 109 BT",
                             "49X 298712 9161840", "61S 298712 9161840", "49S 12 9161840",
                             "7 8 9 10 11 12 13 14", "1e5 7", "7' 109'", "7°° 109"})
        EXPECT_FALSE(parse_coordinates(text)) << text;
    EXPECT_FALSE(parse_coordinates(std::string(1000, '1')));
}
