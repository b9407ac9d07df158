#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;

class Check : public Shell {
  protected:
    /// GeoJSON of rectangles (west, south, east, north) with codes; an empty code is left out.
    std::string
    rectangles(const std::vector<std::pair<std::string, std::array<double, 4>>>& villages) {
        std::ostringstream text;
        text << R"({"type":"FeatureCollection","features":[)";
        for (std::size_t i = 0; i < villages.size(); ++i) {
            const auto& [code, box] = villages[i];
            const auto [w, s, e, n] = box;
            text << (i ? "," : "") << R"({"type":"Feature","properties":{"KDEPUM":)"
                 << (code.empty() ? "null" : '"' + code + '"') << R"(,"NAMOBJ":"Desa )" << i
                 << R"("},"geometry":{"type":"Polygon","coordinates":[[[)" << w << ',' << s << "],["
                 << e << ',' << s << "],[" << e << ',' << n << "],[" << w << ',' << n << "],[" << w
                 << ',' << s << "]]]}}";
        }
        text << "]}";
        write("batas.geojson", text.str());
        return in_folder("batas.geojson");
    }
    std::string flawed() {
        return rectangles({{"99.01.01.2001", {109, -8, 109.1, -7.9}},
                           {"", {109.09, -8, 109.2, -7.9}},
                           {"99.01.01.2003", {109.3, -8, 109.4, -7.9}},
                           {"99.01.01.2004", {109.3, -8, 109.4, -7.9}}});
    }
};

TEST_F(Check, ListsWhatIsWrongAndWritesNothing) {
    const std::string source = flawed();
    const Answer answer = run({"check", source, "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value document = answer.json();
    ASSERT_EQ(document["overlaps"].array().size(), 1U);
    const json::Value& overlap = document["overlaps"].array()[0];
    EXPECT_EQ(overlap["villages"].array()[0].string(), "99.01.01.2001");
    EXPECT_EQ(overlap["villages"].array()[1].string(), "#1");
    EXPECT_DOUBLE_EQ(overlap["area_m2"].number(), overlap["ellipsoid_m2"].number());
    EXPECT_NEAR(overlap["area_m2"].number(), 1102 * 11059.0, 2e4);
    EXPECT_NEAR(overlap["x"].number(), 109.095, 1e-9);
    EXPECT_NEAR(overlap["lon"].number(), 109.095, 1e-9);
    EXPECT_NEAR(overlap["lat"].number(), -7.95, 1e-9);
    ASSERT_EQ(document["duplicates"].array().size(), 1U);
    EXPECT_EQ(document["duplicates"].array()[0]["villages"].array()[1].string(), "99.01.01.2004");
    EXPECT_TRUE(document["gaps"].array().empty());
    EXPECT_TRUE(document["invalid"].array().empty());
    EXPECT_EQ(document["summary"]["overlaps"].integer(), 1);
    EXPECT_EQ(document["summary"]["features"].integer(), 4);
    EXPECT_EQ(document["summary"]["crs"].string(), "EPSG:4326");
    EXPECT_TRUE(document["summary"].has("elapsed_ms"));
    EXPECT_EQ(listing(), "batas.geojson\n");
}

TEST_F(Check, HidesWhatTheLimitsLeaveOut) {
    const std::string source = flawed();
    for (const auto& [flag, value, count] :
         {std::tuple("--min-area", "1e6", 1U), std::tuple("--min-area", "1e9", 0U),
          std::tuple("--max-area", "1000", 0U), std::tuple("--max-width", "10", 0U),
          std::tuple("--max-width", "5000", 1U)}) {
        const Answer answer = run({"check", source, flag, value, "--json"});
        ASSERT_EQ(answer.code, 0) << answer.error;
        EXPECT_EQ(answer.json()["overlaps"].array().size(), count) << flag << ' ' << value;
        EXPECT_EQ(answer.json()["duplicates"].array().size(), 1U);
    }
    EXPECT_EQ(run({"check", source, "--min-area", "many"}).code, 2);
    EXPECT_EQ(run({"check"}).code, 2);
}

TEST_F(Check, WritesItsFindingsAsALayer) {
    const std::string output = in_folder("temuan.gpkg");
    ASSERT_EQ(run({"--quiet", "check", flawed(), "-o", output}).code, 0);
    const json::Value document = run({"inspect", output, "--json"}).json();
    EXPECT_EQ(document["layers"].array()[0]["name"].string(), "temuan_batas");
    EXPECT_EQ(document["layers"].array()[0]["features"].integer(), 2);
}

TEST_F(Check, SpeaksLinesAndASummary) {
    const Answer answer = run({"--lang", "en", "check", flawed()});
    EXPECT_THAT(answer.out, HasSubstr("overlap\tDesa 0 (99.01.01.2001), Desa 1 (#1)\t"));
    EXPECT_THAT(answer.out, HasSubstr("duplicate polygon\t"));
    EXPECT_THAT(answer.out, ::testing::StartsWith("1\terror\t")) << "number and severity";
    EXPECT_THAT(answer.out, HasSubstr("4 polygons checked: 1 overlap ("));
}

TEST_F(Check, ReadsAProjectToo) {
    const Answer answer = run({"check", project(), "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(answer.json()["summary"]["features"].integer(), 3);
    EXPECT_EQ(answer.json()["summary"]["overlaps"].integer(), 0);
    EXPECT_EQ(run({"check", three_villages(), "-o", project()}).code, 1) << "never onto a project";
}

TEST_F(Check, NamesARingThatTheReaderHadToClose) {
    write("terbuka.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"NAMOBJ":"Terbuka"},"geometry":{"type":"Polygon","coordinates":
        [[[109,-8],[109.1,-8],[109.1,-7.9],[109,-7.9]]]}}]})");
    const Answer answer = run({"check", in_folder("terbuka.geojson"), "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    ASSERT_EQ(answer.json()["invalid"].array().size(), 1U);
    EXPECT_EQ(answer.json()["invalid"].array()[0]["reason"].string(), "unclosed");
    EXPECT_EQ(answer.json()["invalid"].array()[0]["village"].string(), "#0");
}

TEST_F(Check, SaysOfANarrowStripThatItIsASliver) {
    write("nyaris.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"NAMOBJ":"A"},"geometry":{"type":"Polygon","coordinates":
        [[[109,-8],[109.1,-8],[109.1,-7.95],[109.1,-7.9],[109,-7.9],[109,-8]]]}},
        {"type":"Feature","properties":{"NAMOBJ":"B"},"geometry":{"type":"Polygon","coordinates":
        [[[109.1,-8],[109.2,-8],[109.2,-7.9],[109.1,-7.9],[109.100004,-7.95],[109.1,-8]]]}}]})");
    const Answer answer = run({"--lang", "en", "check", in_folder("nyaris.geojson")});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(answer.out, HasSubstr("gap, sliver\t"));
}

TEST_F(Check, SaysOfAVertexThatTheOtherLineHasNot) {
    write("titik.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"NAMOBJ":"A"},"geometry":{"type":"Polygon","coordinates":
        [[[109,-8],[109.1,-8],[109.1,-7.9],[109,-7.9],[109,-8]]]}},
        {"type":"Feature","properties":{"NAMOBJ":"B"},"geometry":{"type":"Polygon","coordinates":
        [[[109.1,-8],[109.2,-8],[109.2,-7.9],[109.1,-7.9],[109.1,-7.95],[109.1,-8]]]}}]})");
    const Answer answer = run({"--lang", "en", "check", in_folder("titik.geojson")});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(answer.out, HasSubstr("almost meeting, vertex not shared\t"));
}

TEST_F(Check, LeavesToItselfWhatReadingOnlyGlancesAt) {
    const Answer answer = run({"check", flawed(), "--json"});
    for (const json::Value& finding : answer.json()["findings"].array())
        EXPECT_THAT(finding["code"].string(),
                    ::testing::Not(::testing::AnyOf("outlines_overlap", "same_outline",
                                                    "outlines_not_checked")));
    EXPECT_THAT(run({"inspect", flawed(), "--json"}).out, HasSubstr("same_outline"))
        << "reading still says so where nothing checks";
}

TEST_F(Check, OfLinesIsNoCleanResult) {
    write("sungai.geojson", R"({"type":"Feature","properties":{"NAMOBJ":"Kali"},
        "geometry":{"type":"LineString","coordinates":[[109,-8],[109.1,-8]]}})");
    const Answer answer = run({"check", in_folder("sungai.geojson")});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.error, HasSubstr("tidak memuat poligon"));
}

TEST_F(Check, RefusesWhatIsNoCoverage) {
    EXPECT_EQ(run({"check", in_folder("tiada.shp")}).code, 1);
    write("daftar.csv", "nama\nSukamaju\n");
    EXPECT_EQ(run({"check", in_folder("daftar.csv")}).code, 1);
}

} // namespace
} // namespace antardesa::cli
