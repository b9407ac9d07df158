#include "crs/coordinate_list.h"
#include "crs/coordinate_text.h"
#include "crs/tm3.h"

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

TEST(ParseCoordinates, ReadsUtmWithTheZoneLast) {
    const geo::Point p = *Transformer(utm({49, true}), wgs84())({298712.35, 9161840.5});
    for (const char* text : {"298712.35 9161840.5 49S", "298712,35 9161840,5 49 S",
                             "49S 298712,35 9161840,5", "298712,35;9161840,5;49S"})
        expect_near(text, p.y, p.x);
}

TEST(ParseCoordinates, ReadsTm3) {
    const geo::Point p = *Transformer(*tm3({49, 1}), wgs84())({287654.25, 663210.5});
    for (const char* text :
         {"TM-3 49.1 287654.25 663210.5", "287654,25 663210,5 TM-3 49.1", "49.1 287654,25 663210,5",
          "tm3 49,1 287654.25 663210.5", "TM 3 49.1 287654.25, 663210.5",
          "287 654.25 mT  663 210.5 mU  TM-3 49.1"})
        expect_near(text, p.y, p.x);
    const geo::Point whole = *parse_coordinates(tm3_text(p, {49, 1}));
    EXPECT_LT(geo::distance(whole, p), 1e-5);
}

TEST(ParseCoordinates, ReadsUtmAsPeopleSpellIt) {
    const geo::Point p = *Transformer(utm({49, true}), wgs84())({500000, 9200000});
    for (const char* text :
         {"UTM 49S 500000 9200000", "UTM zona 49S 500000 9200000", "zona 49S 500000 9200000",
          "500000 9200000 zona 49S", "utm49s 500000 9200000", "UTM zone 49 S 500000 9200000",
          "500000 mE 9200000 mN 49S", "500000mE 9200000mN zona 49S", "49S 500000 mE 9200000 mN",
          "500000 m 9200000 m 49S", "500000 E 9200000 N 49S", "500.000 9.200.000 49S",
          "500.000,00 9.200.000,00 49S", "500,000.00 9,200,000.00 49S", "49S 500 000 9 200 000",
          "500 000 9 200 000 49S", "49 Selatan 500000 9200000", "500000 9200000 zona 49 Selatan"})
        expect_near(text, p.y, p.x);
    const geo::Point exact = *Transformer(utm({49, true}), wgs84())({500000.25, 9200000.5});
    expect_near("500.000,25 9.200.000,5 49S", exact.y, exact.x);
    expect_near("500.000,25 mT  9.200.000,5 mU  49S", exact.y, exact.x);
}

TEST(ParseCoordinates, ReadsTm3AsPeopleSpellIt) {
    const geo::Point p = *Transformer(*tm3({49, 1}), wgs84())({287654.25, 663210.5});
    for (const char* text :
         {"TM3 zona 49.1 287654.25 663210.5", "TM-3 zona 49.1 287654,25 663210,5",
          "TM-3 49.1 287.654,25 663.210,5", "287.654,25 663.210,5 TM3 zona 49.1",
          "TM-3\u00b0 zona 49.1 287654.25 663210.5", "zona 49.1 287654.25 663210.5",
          "TM-3 49.1 287654.25 mE 663210.5 mN", "287654.25 mT 663210.5 mU TM3 zona 49.1"})
        expect_near(text, p.y, p.x);
}

TEST(ParseCoordinates, ReadsSidesBeforeTheAngles) {
    for (const char* text :
         {"LS 7\u00b015'30\" BT 109\u00b010'30\"", "BT 109\u00b010'30\" LS 7\u00b015'30\"",
          "S 7 15 30 E 109 10 30", "7\u00b015'30\" lintang selatan 109\u00b010'30\" bujur timur"})
        expect_near(text, -(7 + 15 / 60.0 + 30 / 3600.0), 109 + 10 / 60.0 + 30 / 3600.0);
    EXPECT_FALSE(parse_coordinates("LS 7 BT"));
    EXPECT_FALSE(parse_coordinates("LS 7 LS 109"));
}

TEST(ParseCoordinates, ReadsTheNorthingFirst) {
    const geo::Point p = *Transformer(utm({49, true}), wgs84())({500000, 9200000});
    for (const char* text :
         {"9200000 500000 49S", "49S 9.200.000 500.000", "9200000 mU 500000 mT 49S",
          "49S 9200000 mN 500000 mE", "9 200 000 mU  500 000 mT  49S"})
        expect_near(text, p.y, p.x);
    EXPECT_FALSE(parse_coordinates("49S 9200000 9200000"));
}

TEST(ParseCoordinates, ReadsWhatStandsBehindLabels) {
    const geo::Point p = *Transformer(utm({49, true}), wgs84())({500000, 9200000});
    for (const char* text : {"X=500000 Y=9200000 49S", "x: 500.000, y: 9.200.000 zona 49S",
                             "Y = 9200000; X = 500000; 49S", "UTM 49S X=500000 Y=9200000"})
        expect_near(text, p.y, p.x);
    expect_near("X 500000 Y 9200000 49S", p.y, p.x);
    expect_near("X=109,176 Y=-7,578", -7.578, 109.176);
    expect_near("Lat -7.578 Lon 109.176", -7.578, 109.176);
    expect_near("Bujur: 109,176; Lintang: -7,578", -7.578, 109.176);
    expect_near("Y: -7.578 X: 109.176", -7.578, 109.176);
    const geo::Point third = *Transformer(*tm3({49, 1}), wgs84())({287654.25, 663210.5});
    expect_near("X=287654,25 Y=663210,5 TM-3 49.1", third.y, third.x);
    for (const char* text :
         {"X=500000 49S", "X= Y=", "X=500000 X=9200000 49S", "X=109\u00b010' Y=-7\u00b030'"})
        EXPECT_FALSE(parse_coordinates(text)) << text;
}

TEST(ParseCoordinates, ReadsAnglesPartedByStrokes) {
    const double latitude = -(8 + 19 / 60.0 + 48.4 / 3600);
    const double longitude = 115 + 10 / 60.0 + 30 / 3600.0;
    for (const char* text : {"08-19-48.40 LS 115-10-30 BT", "8-19-48,4 LS, 115-10-30,0 BT"})
        expect_near(text, latitude, longitude);
    expect_near("5-95", 5, -95);
}

TEST(ParseCoordinates, ReadsTheNumberOfASystem) {
    const geo::Point p = *Transformer(utm({49, true}), wgs84())({500000, 9200000});
    for (const char* text : {"EPSG:32749 500000 9200000", "500000 9200000 epsg 32749",
                             "X=500000 Y=9200000 EPSG:32749"})
        expect_near(text, p.y, p.x);
    const geo::Point third = *Transformer(*tm3({49, 1}), wgs84())({287654.25, 663210.5});
    expect_near("EPSG:23835 287654.25 663210.5", third.y, third.x);
    expect_near("EPSG:4326 -7.578 109.176", -7.578, 109.176);
    EXPECT_FALSE(parse_coordinates("EPSG:3857 500000 9200000")) << "no zone of Indonesia";
}

TEST(ParseCoordinates, ThousandsNeverMakeMetresOfDegrees) {
    expect_near("-7.578,109.176", -7.578, 109.176);
    expect_near("-7.578 109.176", -7.578, 109.176);
}

TEST(Tm3, ZonesAreHalvesOfUtmZones) {
    EXPECT_EQ(tm3_zone({109.5, -7}), (Tm3Zone{49, 1}));
    EXPECT_EQ(tm3_zone({112.5, -7}), (Tm3Zone{49, 2}));
    EXPECT_EQ(tm3_zone({107.99, -7}), (Tm3Zone{48, 2}));
    EXPECT_EQ(tm3_zone_name({49, 1}), "TM-3 49.1");
    EXPECT_EQ(tm3({46, 2})->epsg(), 23830);
    EXPECT_EQ(tm3({49, 1})->epsg(), 23835);
    EXPECT_EQ(tm3({54, 1})->epsg(), 23845);
    for (const Tm3Zone zone : {Tm3Zone{46, 1}, {54, 2}, {45, 2}, {49, 0}, {49, 3}})
        EXPECT_FALSE(tm3(zone));
    // The middle of a zone is 200 km east, the equator 1 500 km north.
    const geo::Point middle = *Transformer(wgs84(), *tm3({49, 1}))({109.5, 0});
    EXPECT_NEAR(middle.x, 200000, 1e-6);
    EXPECT_NEAR(middle.y, 1500000, 1e-6);
}

TEST(Tm3, AgreesWithProjsOwnDefinition) {
    // The long way, through PROJ's database, from a system that no shortcut knows.
    const Crs web = *Crs::from_epsg(3857);
    const geo::Point p{112.3, -7.4};
    const geo::Point metres = *Transformer(wgs84(), web)(p);
    const geo::Point expected = *Transformer(web, *tm3({49, 2}))(metres);
    const geo::Point found = *Transformer(wgs84(), *tm3({49, 2}))(p);
    EXPECT_NEAR(found.x, expected.x, 1e-3);
    EXPECT_NEAR(found.y, expected.y, 1e-3);
}

TEST(ParseCoordinates, RefusesWhatItCannotRead) {
    for (const char* text : {"",
                             "desa",
                             "109,70.3",
                             "-7.5",
                             "-7.5 200",
                             "95 5 3",
                             "91 110",
                             "7 61 0 S 109 0 0 E",
                             "7 LS 8 LS",
                             "-7 LS 109 BT",
                             "7.5 30 LS 109 BT",
                             "49X 298712 9161840",
                             "61S 298712 9161840",
                             "49S 12 9161840",
                             "7 8 9 10 11 12 13 14",
                             "49.1 3 4",
                             "TM-3 49 287654 663210",
                             "TM-3 45.1 287654 663210",
                             "999999999978.1 109 7", // no number of a zone that an int holds
                             "TM-3",
                             "287654 663210 TM-3",
                             "1e5 7",
                             "7' 109'",
                             "7°° 109"})
        EXPECT_FALSE(parse_coordinates(text)) << text;
    EXPECT_FALSE(parse_coordinates(std::string(1000, '1')));
}

namespace {

const geo::Box here{{109.5, -7.8}, {110.2, -7.2}};

std::string why(const char* text) {
    return debug_text(read_coordinates(text, here).why);
}

} // namespace

TEST(ReadCoordinates, SaysWhichHalfCannotBeRead) {
    EXPECT_EQ(why("-7,5 109,70.3"), "crs.unreadable_longitude(109,70.3)");
    EXPECT_EQ(why("7x5; 109,7"), "crs.unreadable_latitude(7x5)");
    EXPECT_EQ(why("desa"), "crs.unreadable(desa)");
    EXPECT_EQ(why(""), "crs.unreadable()");
    EXPECT_TRUE(read_coordinates("-7,5 109,7", here).position);
    EXPECT_EQ(why("-7,5 109,7"), "()");
}

TEST(ReadCoordinates, NamesTheZoneThatWouldFit) {
    // 48S instead of 49S, and a TM-3 zone too far west.
    EXPECT_EQ(why("48S 400000 9170000"), "crs.outside_zone(49S)");
    EXPECT_EQ(why("TM-3 48.2 230000 675000"), "crs.outside_zone(TM-3 49.1)");
    EXPECT_EQ(why("119,7 -7,5"), "crs.swapped(119,7 -7,5)");
    EXPECT_EQ(why("-7,5 119,7"), "crs.outside(-7,5 119,7)");
    EXPECT_TRUE(read_coordinates("-7,5 119,7", {}).position) << "without a kabupaten";
}

TEST(ReadCoordinates, TakesTheLongitudeFirstWhereItCanOnlyBeThat) {
    const geo::Point expected{109.7, -7.5};
    for (const char* text : {"109,7 -7,5", "109.7, -7.5", "109,7; -7,5", "109.7\t-7.5",
                             "109°42'00\" BT 7°30'00\" LS", "BT 109,7 LS 7,5"}) {
        const auto position = read_coordinates(text, here).position;
        ASSERT_TRUE(position) << text;
        EXPECT_NEAR(position->x, expected.x, 1e-9) << text;
        EXPECT_NEAR(position->y, expected.y, 1e-9) << text;
    }
    EXPECT_EQ(debug_text(read_coordinates("109,7 -7,5", {}).why), "crs.swapped(109,7 -7,5)")
        << "without a kabupaten nothing says so";
    const auto rows = parse_coordinate_list("no;bujur;lintang\n1;109,7;-7,5\n2;109,8;-7,4", here);
    ASSERT_EQ(rows.size(), 2U);
    ASSERT_TRUE(rows[1].position);
    EXPECT_NEAR(rows[1].position->x, 109.8, 1e-9);
}

TEST(ReadCoordinates, SaysThatTheZoneIsMissing) {
    EXPECT_EQ(why("400000 9170000"), "crs.zone_missing_fits(400000 9170000, 49S)");
    EXPECT_EQ(why("UTM 400.000 9.170.000"), "crs.zone_missing_fits(UTM 400.000 9.170.000, 49S)");
    EXPECT_EQ(why("400000 mT 9170000 mU"), "crs.zone_missing_fits(400000 mT 9170000 mU, 49S)");
    EXPECT_EQ(why("230000 675000"), "crs.zone_missing_fits(230000 675000, TM-3 49.1)");
    EXPECT_EQ(why("500000 1000000"), "crs.zone_missing(500000 1000000)");
    EXPECT_EQ(why("UTM 49 300000 9170000"), "crs.hemisphere_missing(49)");
    EXPECT_EQ(why("300000 9170000 zona 49"), "crs.hemisphere_missing(49)");
}

TEST(CoordinateList, ReadsLinesAndRowsOfTables) {
    const auto list = parse_coordinate_list("-7,5 109,7\r\n\n"
                                            "2\t07°30'00,00\" LS\t109°42'00,00\" BT\t300000\n"
                                            "3;-7.5;109.7;300000;9170000;49S\n"
                                            "lima\n",
                                            here);
    ASSERT_EQ(list.size(), 4U);
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(list[static_cast<std::size_t>(i)].position) << i;
        EXPECT_NEAR(list[static_cast<std::size_t>(i)].position->x, 109.7, 1e-9);
        EXPECT_NEAR(list[static_cast<std::size_t>(i)].position->y, -7.5, 1e-9);
    }
    EXPECT_EQ(list[1].line, 3);
    EXPECT_EQ(list[3].line, 5);
    EXPECT_EQ(list[3].why.key, "crs.unreadable");
}

TEST(CoordinateList, PassesOverTheTitlesOfATable) {
    const auto list = parse_coordinate_list(
        "No\tLintang\tBujur\tTitik\n1\t7°30'00\" LS\t109°42'00\" BT\tTK 000\n", here);
    ASSERT_EQ(list.size(), 1U) << "the titles are no position";
    ASSERT_TRUE(list[0].position);
    EXPECT_EQ(list[0].line, 2);
    EXPECT_EQ(parse_coordinate_list("bukan angka", here).size(), 1U)
        << "words alone are no heading";
}
