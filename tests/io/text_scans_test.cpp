#include "io/detail/json_scan.h"
#include "io/detail/kml_scan.h"

#include <gtest/gtest.h>

using namespace antardesa::io::detail;

namespace {

std::string collection(const std::string& coordinates, const std::string& properties = "{}") {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)" +
           properties + R"(,"geometry":{"type":"Polygon","coordinates":)" + coordinates + "}}]}";
}

constexpr const char* ring = "[[[110,-7],[110,-6],[111,-6],[110,-7]]]";

} // namespace

TEST(ScanJson, FindsNothingInASoundFile) {
    const JsonScan scan = scan_json(collection(ring, R"({"a":"x","b":[1,{"c":null}]})"));
    EXPECT_EQ(scan.fault, JsonFault::none);
    EXPECT_EQ(scan.type, "FeatureCollection");
    EXPECT_EQ(scan.features, 1);
    EXPECT_EQ(scan.bad_positions + scan.repeated_keys + scan.no_numbers + scan.broken_texts, 0);
    EXPECT_EQ(scan.property_names, 2u);
}

TEST(ScanJson, EveryCutIsSeen) {
    const std::string whole = collection(ring);
    for (std::size_t size = 1; size < whole.size(); ++size)
        ASSERT_NE(scan_json(whole.substr(0, size)).fault, JsonFault::none) << size;
}

TEST(ScanJson, RefusesWhatIsNone) {
    EXPECT_EQ(scan_json("").fault, JsonFault::truncated);
    EXPECT_EQ(scan_json("null").fault, JsonFault::not_geojson);
    EXPECT_EQ(scan_json("[]").fault, JsonFault::not_geojson);
    EXPECT_EQ(scan_json(R"({"type":"Topology","arcs":[]})").fault, JsonFault::not_geojson);
    EXPECT_EQ(scan_json("<html>").fault, JsonFault::syntax);
    EXPECT_EQ(scan_json(std::string("\xff\xfe{\0", 4)).fault, JsonFault::not_utf8);
    EXPECT_EQ(scan_json(std::string(100000, '[')).fault, JsonFault::too_deep);
    EXPECT_EQ(scan_json(collection(ring) + "x").fault, JsonFault::syntax);
}

TEST(ScanJson, CountsWhatIsOdd) {
    EXPECT_EQ(scan_json(collection(ring, R"({"a":NaN,"b":1e999})")).no_numbers, 2);
    EXPECT_EQ(scan_json(collection(ring, R"({"a":12345678901234567890})")).long_numbers, 1);
    EXPECT_EQ(scan_json(collection(ring, R"({"a":"\ud800x","b":"\u0000"})")).broken_texts, 2);
    EXPECT_EQ(scan_json(collection(ring, R"({"a":"\ud83c\udf3d"})")).broken_texts, 0);
    EXPECT_EQ(scan_json(collection(ring, "{\"a\":\"\xe9\"}")).broken_texts, 1);
    EXPECT_EQ(scan_json(R"({"type":"Feature","type":"Feature","geometry":null})").repeated_keys, 1);
    EXPECT_EQ(scan_json(R"({"type":"FeatureCollection","features":[null,5,{}]})").bad_features, 2);
    for (const char* bad :
         {R"([[["110","-7"]]])", "[[[null,null]]]", "[[[110]]]", "[[[]]]", "[[[1,2,3,4,5,6]]]"})
        EXPECT_GT(scan_json(collection(bad)).bad_positions, 0) << bad;
    EXPECT_EQ(scan_json(collection("[[[110,-7,5],[1,2,3]]]")).bad_positions, 0);
}

TEST(ScanJson, NumbersThatNoDoubleHoldsAreShownWhereTheyStand) {
    const std::string text = "\xef\xbb\xbf" + collection("[[[1e99999,-7],[1E+2147483648,-6],"
                                                         "[111,-1e99999],[1e-99999,2e308]]]",
                                                         R"({"a":Infinity,"b":1e308,"c":9e99})");
    std::vector<std::string> words;
    const JsonScan scan = scan_json(text, [&](std::string_view word) {
        words.emplace_back(word);
        ASSERT_GE(word.data(), text.data());
        EXPECT_EQ(text.substr(static_cast<std::size_t>(word.data() - text.data()), word.size()),
                  word);
    });
    EXPECT_EQ(scan.no_numbers, 6);
    EXPECT_EQ(words, (std::vector<std::string>{"Infinity", "1e99999", "1E+2147483648", "-1e99999",
                                               "1e-99999", "2e308"}));
}

TEST(ScanJson, WhatOnlyBeginsLikeANumberIsDamage) {
    for (const char* word :
         {"1-2", "--1", "1.2.3", "1e", "1e5e5", "110.02e", "-", ".", "1+1", "e5", "1e.5"})
        EXPECT_EQ(scan_json(collection("[[[" + std::string(word) + ",-7]]]")).fault,
                  JsonFault::syntax)
            << word;
    for (const char* word : {"-0", "0110.02", "1.", "110.02e0", "11002E-2", "1.5e+02"})
        EXPECT_EQ(scan_json(collection("[[[" + std::string(word) + ",-7]]]")).fault,
                  JsonFault::none)
            << word;
    for (const char* cut : {"-", "1e", "1.5e-", "-."})
        EXPECT_EQ(scan_json("{\"type\":\"Feature\",\"a\":" + std::string(cut)).fault,
                  JsonFault::truncated)
            << cut;
}

TEST(ScanKml, CountsLinksAndCoordinates) {
    const std::string start = "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'>";
    const KmlScan good = scan_kml(start + "<Placemark><Point><coordinates> 110,-7,0 "
                                          "</coordinates></Point></Placemark></kml>");
    EXPECT_EQ(good.xml.fault, XmlFault::none);
    EXPECT_TRUE(good.is_kml);
    EXPECT_EQ(good.placemarks, 1);
    EXPECT_EQ(good.bad_coordinates + good.links + good.overlays, 0);
    const KmlScan odd =
        scan_kml(start + "<NetworkLink><Link><href>http://127.0.0.1:9/</href></Link>"
                         "</NetworkLink><GroundOverlay/></kml>");
    EXPECT_EQ(odd.links, 1);
    EXPECT_EQ(odd.overlays, 1);
    EXPECT_EQ(odd.addresses, 1);
}

TEST(ScanKml, SeveralFeaturesBelowTheOutermostElementComeIntoOneDocument) {
    const std::string place = "<k:Placemark><k:name>a</k:name></k:Placemark>";
    const std::string several =
        "<k:kml xmlns:k='x'>" + place + "<k:Folder>" + place + "</k:Folder></k:kml>";
    const KmlScan scan = scan_kml(several);
    EXPECT_EQ(scan.top_features, 2);
    EXPECT_EQ(one_document(several, scan), "<k:kml xmlns:k='x'><k:Document>" + place +
                                               "<k:Folder>" + place +
                                               "</k:Folder></k:Document></k:kml>");
    const std::string one = "<kml><Document>" + place + place + "</Document></kml>";
    EXPECT_FALSE(one_document(one, scan_kml(one)));
    const std::string wide("<\0k\0", 4);
    EXPECT_FALSE(one_document(wide, scan));
}

TEST(ScanKml, PicturesOverTheGroundAreBlanked) {
    const std::string picture =
        "<GroundOverlay><Icon><href>/etc/passwd</href></Icon></GroundOverlay>";
    const std::string kml = "<kml><Document>" + picture + "<ScreenOverlay/></Document></kml>";
    const auto text = one_document(kml, scan_kml(kml));
    ASSERT_TRUE(text);
    EXPECT_EQ(*text,
              "<kml><Document>" + std::string(picture.size() + 16, ' ') + "</Document></kml>");
}

TEST(ScanKml, StopsBeforeAnyEntity) {
    const KmlScan scan = scan_kml("<?xml version='1.0'?><!DOCTYPE kml [<!ENTITY x SYSTEM "
                                  "'file:///etc/passwd'>]><kml><name>&x;</name></kml>");
    EXPECT_EQ(scan.xml.fault, XmlFault::declares_entities);
    EXPECT_FALSE(scan.is_kml);
}

TEST(ScanKml, BoundsDepthAndNoticesCuts) {
    std::string deep = "<kml>";
    for (int i = 0; i < 20000; ++i)
        deep += "<Folder>";
    EXPECT_EQ(scan_kml(deep).xml.fault, XmlFault::too_deep);
    const KmlScan cut = scan_kml("<kml>\n<Placemark><na");
    EXPECT_EQ(cut.xml.fault, XmlFault::truncated);
    EXPECT_EQ(cut.xml.line, 2);
    EXPECT_EQ(scan_kml(std::string("<kml>a\0b</kml>", 14)).xml.fault, XmlFault::malformed);
}

TEST(IsCoordinateList, TakesPairsAndTriplesOfNumbersOnly) {
    EXPECT_TRUE(is_coordinate_list("110,-7 111,-7\n111,-6,0"));
    for (const char* bad : {"", "abc,def", "NaN,NaN", "110 , -7", "1e400,-7", "110,5,-7,4", "110"})
        EXPECT_FALSE(is_coordinate_list(bad)) << bad;
}
