#include "io/vector_reader.h"

#include "base/result.h"
#include "io/sample_files.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <sys/stat.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

ShapefileBytes three_villages(int type = 5) {
    ShapefileBytes file({{"NAMOBJ"}, {"KDEPUM"}}, type);
    file.add({square(110, -7)}, {"Batutengah", "99.01.10.2001"});
    file.add({square(110.01, -7), square(110.2, -7.2)}, {"Bumikencana", "99.01.10.2002"});
    file.add({square(110.02, -7)}, {"Sumberrejo", "99.01.10.2003"});
    return file;
}

FeatureTable read(const std::filesystem::path& path, const ReadOptions& options = {}) {
    Progress progress;
    return read_vector(path, options, progress);
}

std::string error_key(const std::filesystem::path& path, const ReadOptions& options = {}) {
    try {
        read(path, options);
    } catch (const Error& error) {
        return error.message().key;
    }
    return "read";
}

const geo::MultiPolygon& polygons(const FeatureTable& table, std::size_t row) {
    return std::get<geo::PolygonSet>(table.features[row].geometry).polygons;
}

} // namespace

TEST(ReadVector, BringsAShapefileInWhole) {
    const TemporaryFolder folder;
    const FeatureTable table = read(three_villages().write(folder));
    EXPECT_EQ(table.layer, "desa");
    EXPECT_EQ(table.features_in_file, 3);
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(table.crs, crs::wgs84());
    EXPECT_EQ(vertex_count(table), 20u);
    EXPECT_EQ(polygons(table, 1).size(), 2u);
    EXPECT_EQ(table.columns[*table.column_index("namobj")].text(2), "Sumberrejo");
    EXPECT_EQ(table.features[2].fid, 2);
    EXPECT_TRUE(table.findings.empty());
    EXPECT_NEAR(bounds(table).max.x, 110.21, 1e-12);
}

TEST(ReadVector, DropsHeightsAndEsriNoDataMeasures) {
    const TemporaryFolder folder;
    const FeatureTable table = read(three_villages(15).write(folder));
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(vertex_count(table), 20u);
    EXPECT_TRUE(table.findings.empty());
    geo::Ring ring = polygons(table, 0)[0].outer;
    EXPECT_EQ(ring, square(110, -7));
}

TEST(ReadVector, LeavesNothingBesideTheInput) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    std::filesystem::remove(folder / "desa.shx");
    const auto before = folder.names();
    const std::string bytes = bytes_of(path);
    read(path);
    EXPECT_EQ(folder.names(), before);
    EXPECT_EQ(bytes_of(path), bytes);
}

TEST(ReadVector, RebuildsAMissingIndexInMemory) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    std::filesystem::remove(folder / "desa.shx");
    const FeatureTable table = read(path);
    EXPECT_EQ(table.features.size(), 3u);
    EXPECT_EQ(table.columns[0].text(1), "Bumikencana");
    EXPECT_TRUE(has_finding(table.findings, "index_rebuilt"));
}

TEST(ReadVector, FindsRecordsThatTheIndexHides) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    std::string index = bytes_of(folder / "desa.shx");
    folder.write("desa.shx", index.substr(0, index.size() - 8));
    const FeatureTable table = read(path);
    EXPECT_EQ(table.features.size(), 3u);
    EXPECT_EQ(vertex_count(table), 20u);
    EXPECT_TRUE(has_finding(table.findings, "index_rebuilt"));
}

TEST(ReadVector, KeepsOutlinesThatHaveNoRow) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    ShapefileBytes shorter({{"NAMOBJ"}, {"KDEPUM"}});
    shorter.add({square(110, -7)}, {"Batutengah", "99.01.10.2001"});
    folder.write("desa.dbf", shorter.dbf());
    const FeatureTable table = read(path);
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(vertex_count(table), 20u);
    EXPECT_EQ(table.columns[0].text(0), "Batutengah");
    EXPECT_EQ(table.columns[0].text(2), "");
    EXPECT_TRUE(has_finding(table.findings, "outlines_without_row"));
}

TEST(ReadVector, KeepsRowsThatHaveNoOutline) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    ShapefileBytes two({{"NAMOBJ"}, {"KDEPUM"}});
    two.add({square(110, -7)}, {});
    two.add({square(110.01, -7)}, {});
    folder.write("desa.shp", two.shp());
    folder.write("desa.shx", two.shx());
    const FeatureTable table = read(path);
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(table.features[2].geometry));
    EXPECT_EQ(table.columns[0].text(2), "Sumberrejo");
    EXPECT_TRUE(has_finding(table.findings, "rows_without_outline"));
    EXPECT_TRUE(has_finding(table.findings, "no_outline"));
}

TEST(ReadVector, ReadsTheWholeRecordsOfACutFile) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    const std::string whole = bytes_of(path);
    folder.write("desa.shp", whole.substr(0, whole.size() - 40));
    const FeatureTable table = read(path);
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(vertex_count(table), 15u);
    EXPECT_TRUE(has_finding(table.findings, "truncated"));
}

TEST(ReadVector, NeverCrashesOnAFileCutAnywhere) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    for (const char* part : {"desa.shp", "desa.shx", "desa.dbf"}) {
        const std::string whole = bytes_of(folder / part);
        for (std::size_t size = 0; size < whole.size(); size += 13) {
            folder.write(part, whole.substr(0, size));
            const std::string outcome = error_key(path);
            EXPECT_TRUE(outcome == "read" || outcome == "io.unreadable") << part << size << outcome;
        }
        folder.write(part, whole);
    }
}

TEST(ReadVector, SaysHowManyRowsAreMarkedDeleted) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    std::string table = bytes_of(folder / "desa.dbf");
    table[33 + 2 * 32] = '*';
    folder.write("desa.dbf", table);
    const FeatureTable read_table = read(path);
    EXPECT_EQ(read_table.features.size(), 2u);
    EXPECT_EQ(read_table.features_in_file, 3);
    EXPECT_TRUE(has_finding(read_table.findings, "deleted_rows"));
}

TEST(ReadVector, CountsRowsItselfWhenTheHeaderLies) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    for (const char claimed : {'\x01', '\x7f'}) {
        std::string table = bytes_of(folder / "desa.dbf");
        table[4] = claimed;
        folder.write("desa.dbf", table);
        const FeatureTable read_table = read(path);
        EXPECT_EQ(read_table.features.size(), 3u);
        EXPECT_EQ(read_table.columns[0].text(2), "Sumberrejo");
        EXPECT_TRUE(has_finding(read_table.findings, "table_header_wrong"));
    }
}

TEST(ReadVector, ReadsAShapefileWithoutATable) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder);
    std::filesystem::remove(folder / "desa.dbf");
    const FeatureTable table = read(path);
    EXPECT_EQ(table.features.size(), 3u);
    EXPECT_TRUE(table.columns.empty());
    EXPECT_TRUE(has_finding(table.findings, "missing_dbf"));
}

TEST(ReadVector, AsksForAMissingSystemWithAGuess) {
    const TemporaryFolder folder;
    const FeatureTable degrees = read(three_villages().write(folder, "desa", ""));
    EXPECT_FALSE(degrees.crs);
    ASSERT_TRUE(has_finding(degrees.findings, "missing_crs"));
    EXPECT_EQ(degrees.findings.back().message.arguments.back(), "WGS 84");
    ReadOptions options;
    options.assumed_crs = crs::wgs84();
    const FeatureTable assumed = read(folder / "desa.shp", options);
    EXPECT_EQ(assumed.crs, crs::wgs84());
    EXPECT_FALSE(has_finding(assumed.findings, "missing_crs"));
    EXPECT_TRUE(has_finding(assumed.findings, "assumed_crs"));
}

TEST(ReadVector, DoesNotObeyAHostileProjectionFile) {
    const TemporaryFolder folder;
    const auto path = three_villages().write(folder, "desa", "+proj=longlat +nadgrids=/etc/passwd");
    const FeatureTable table = read(path);
    EXPECT_FALSE(table.crs);
    EXPECT_TRUE(has_finding(table.findings, "unknown_crs"));
    EXPECT_TRUE(has_finding(table.findings, "missing_crs"));
}

TEST(ReadVector, NoticesSwappedAxesAndMetresCalledDegrees) {
    const TemporaryFolder folder;
    ShapefileBytes swapped({{"NAMOBJ"}});
    swapped.add({square(-7, 110)}, {"A"});
    EXPECT_TRUE(has_finding(read(swapped.write(folder, "a")).findings, "swapped_axes"));
    ShapefileBytes metres({{"NAMOBJ"}});
    metres.add({square(430000, 9138000, 500)}, {"A"});
    const FeatureTable table = read(metres.write(folder, "b"));
    ASSERT_TRUE(has_finding(table.findings, "coordinates_not_degrees"));
    EXPECT_EQ(table.findings.back().message.arguments.back(), "WGS 84 / UTM zone 49S");
}

TEST(ReadVector, APersonMayOverruleASystemThatTheNumbersContradict) {
    const TemporaryFolder folder;
    ShapefileBytes metres({{"NAMOBJ"}});
    metres.add({square(430000, 9138000, 500)}, {"A"});
    const auto path = metres.write(folder);
    ReadOptions options;
    options.assumed_crs = crs::Crs::from_epsg(32749);
    const FeatureTable table = read(path, options);
    EXPECT_EQ(table.crs->epsg(), 32749);
    EXPECT_TRUE(has_finding(table.findings, "crs_overruled"));
    EXPECT_FALSE(contradicts_its_crs(table));
    options.assumed_crs = crs::Crs::from_epsg(4326);
    EXPECT_TRUE(contradicts_its_crs(read(path, options)));
    // Not one that they agree with.
    const FeatureTable right =
        read(three_villages().write(folder, "b"),
             {.layer = {}, .assumed_crs = options.assumed_crs, .encoding = {}});
    EXPECT_FALSE(has_finding(right.findings, "crs_overruled"));
}

TEST(ReadVector, ClosesRingsAndSaysSo) {
    const TemporaryFolder folder;
    ShapefileBytes file({{"NAMOBJ"}});
    geo::Ring open = square(110, -7);
    open.pop_back();
    file.add({open}, {"Mukti Lincer"});
    const FeatureTable table = read(file.write(folder));
    EXPECT_EQ(polygons(table, 0)[0].outer, square(110, -7));
    EXPECT_TRUE(has_finding(table.findings, "unclosed_ring"));
}

TEST(ReadVector, ReportsCoordinatesThatAreNoNumbers) {
    const TemporaryFolder folder;
    for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity(), -1.7e308}) {
        ShapefileBytes file({{"NAMOBJ"}});
        geo::Ring ring = square(110, -7);
        ring[2].x = bad;
        file.add({ring}, {"Rusak"});
        file.add({square(110.1, -7)}, {"Utuh"});
        const FeatureTable table = read(file.write(folder));
        ASSERT_EQ(table.features.size(), 2u);
        EXPECT_TRUE(std::holds_alternative<std::monostate>(table.features[0].geometry));
        EXPECT_TRUE(has_finding(table.findings, "bad_coordinate"));
        EXPECT_EQ(bounds(table).min.x, 110.1);
    }
}

TEST(ReadVector, KeepsFeaturesWithoutAnOutline) {
    const TemporaryFolder folder;
    ShapefileBytes file({{"NAMOBJ"}});
    file.add({}, {"Tanpa bentuk"});
    file.add({square(110, -7)}, {"Ada"});
    const FeatureTable table = read(file.write(folder));
    ASSERT_EQ(table.features.size(), 2u);
    EXPECT_EQ(table.columns[0].text(0), "Tanpa bentuk");
    EXPECT_TRUE(has_finding(table.findings, "no_outline"));
}

TEST(ReadVector, FindsOutTheEncoding) {
    const TemporaryFolder folder;
    ShapefileBytes file({{"NAMOBJ"}});
    file.add({square(110, -7)}, {"Caf\xe9 \x93Sari\x94"});
    file.add({square(110.1, -7)}, {"Biasa"});
    const auto path = file.write(folder);
    FeatureTable guessed = read(path);
    EXPECT_EQ(guessed.columns[0].text(0), "Café “Sari”");
    EXPECT_TRUE(has_finding(guessed.findings, "encoding_guessed"));

    folder.write("desa.CPG", "1252\r\n");
    FeatureTable declared = read(path);
    EXPECT_EQ(declared.columns[0].text(0), "Café “Sari”");
    EXPECT_FALSE(has_finding(declared.findings, "encoding_guessed"));
    std::filesystem::remove(folder / "desa.CPG");

    folder.write("desa.dbf", file.dbf(0x57));
    EXPECT_FALSE(has_finding(read(path).findings, "encoding_guessed"));
    folder.write("desa.dbf", file.dbf(0x01)); // DOS 437: 0xe9 is another letter there
    EXPECT_EQ(read(path).columns[0].text(0).substr(0, 5), "CafΘ");
    ReadOptions options;
    options.encoding = "CP1252";
    EXPECT_EQ(read(path, options).columns[0].text(0), "Café “Sari”");
}

TEST(ReadVector, BelievesBytesMoreThanLabels) {
    const TemporaryFolder folder;
    ShapefileBytes file({{"NAMOBJ"}});
    file.add({square(110, -7)}, {"Tomé"});
    const auto path = file.write(folder);
    folder.write("desa.cpg", "ISO-8859-1");
    const FeatureTable table = read(path);
    EXPECT_EQ(table.columns[0].text(0), "Tomé");
    EXPECT_TRUE(has_finding(table.findings, "encoding_mislabelled"));
}

TEST(ReadVector, TrimsNothingButCutsAtNul) {
    const TemporaryFolder folder;
    ShapefileBytes file({{"NAMOBJ"}});
    file.add({square(110, -7)}, {std::string("Desa\0\0\0\0\0", 9)});
    EXPECT_EQ(read(file.write(folder)).columns[0].text(0), "Desa");
}

TEST(ReadVector, ReadsGeoJson) {
    const TemporaryFolder folder;
    const auto path = folder.write("desa.geojson", R"({"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"nama":"A","n":3},"geometry":{"type":"Polygon",
       "coordinates":[[[110,-7],[110.1,-7],[110.1,-7.1],[110,-7]]]}},
      {"type":"Feature","properties":{"nama":null,"n":4},"geometry":null},
      {"type":"Feature","properties":{"nama":"C"},"geometry":{"type":"GeometryCollection",
       "geometries":[{"type":"Point","coordinates":[110,-7]},{"type":"LineString",
       "coordinates":[[110,-7],[111,-7]]}]}}]})");
    const FeatureTable table = read(path);
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(table.crs, crs::wgs84());
    EXPECT_EQ(vertex_count(table), 6u);
    EXPECT_TRUE(table.columns[0].is_null(1));
    EXPECT_EQ(table.columns[1].number(1), 4.0);
    EXPECT_TRUE(has_finding(table.findings, "no_outline"));
    EXPECT_TRUE(has_finding(table.findings, "mixed_outline"));
}

TEST(ReadVector, TakesNoOutlineWithANumberThatNoDoubleHolds) {
    const TemporaryFolder folder;
    for (const char* number :
         {"1e99999", "-1E+99999", "1e2147483648", "1e400", "1e-99999", "NaN", "-Infinity"}) {
        const auto path =
            folder.write("desa.geojson", std::string(R"({"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"nama":"A","luas":)") +
                                             number + R"(},
           "geometry":{"type":"Polygon","coordinates":[[[110,-7],[)" +
                                             number +
                                             R"(,-7],[110.1,-7.1],[110,-7]]]}},
          {"type":"Feature","properties":{"nama":"B","luas":2.5},"geometry":{"type":"Polygon",
           "coordinates":[[[110,-7],[110.1,-7],[110.1,-7.1],[110,-7]]]}}]})");
        const FeatureTable table = read(path);
        ASSERT_EQ(table.features.size(), 2u) << number;
        EXPECT_TRUE(std::holds_alternative<std::monostate>(table.features[0].geometry)) << number;
        EXPECT_EQ(polygons(table, 1).size(), 1u) << number;
        EXPECT_TRUE(has_finding(table.findings, "bad_coordinate")) << number;
        EXPECT_FALSE(table.columns[1].number(0)) << number;
        EXPECT_EQ(table.columns[1].text(0), "") << number;
        EXPECT_EQ(table.columns[1].number(1), 2.5) << number;
    }
}

TEST(ReadVector, FollowsNoAddressInGeoJson) {
    const TemporaryFolder folder;
    const std::string rest = R"(,"features":[{"type":"Feature","properties":{},"geometry":
        {"type":"Point","coordinates":[430000,9138000]}}]})";
    const auto crs_member = [&](const std::string& member) {
        return folder.write("x.geojson", R"({"type":"FeatureCollection",)" + member + rest);
    };
    for (const char* member :
         {R"("crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/x","type":"ogcwkt"}})",
          R"("crs":{"type":"name","properties":{"name":"+proj=longlat +nadgrids=/etc/passwd"}})",
          R"("\u0063rs":{"type":"url","properties":{"url":"http://127.0.0.1:9/x"}})",
          R"("crs" : {"properties":{"name":"http://x/4326"},"type":"name"})"}) {
        const FeatureTable table = read(crs_member(member));
        EXPECT_FALSE(table.crs) << member;
        EXPECT_TRUE(has_finding(table.findings, "unknown_crs")) << member;
    }
    const FeatureTable plain = read(
        crs_member(R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32749"}})"));
    ASSERT_TRUE(plain.crs);
    EXPECT_EQ(plain.crs->epsg(), 32749);
}

TEST(ReadVector, ReadsKml) {
    const TemporaryFolder folder;
    const auto path = folder.write("x.kml", R"(<?xml version="1.0"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Batas</name><Placemark>
      <name>Batutengah</name><MultiGeometry>
      <Polygon><outerBoundaryIs><LinearRing><coordinates>110,-7 110.1,-7 110.1,-7.1 110,-7
      </coordinates></LinearRing></outerBoundaryIs></Polygon>
      <Polygon><outerBoundaryIs><LinearRing><coordinates>111,-7 111.1,-7 111.1,-7.1 111,-7
      </coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry>
      </Placemark></Document></kml>)");
    const FeatureTable table = read(path);
    ASSERT_EQ(table.features.size(), 1u);
    EXPECT_EQ(polygons(table, 0).size(), 2u);
    EXPECT_EQ(table.columns[*table.column_index("name")].text(0), "Batutengah");
}

namespace {

std::string placemark(const std::string& name) {
    return "<Placemark><name>" + name +
           "</name><Polygon><outerBoundaryIs><LinearRing><coordinates>110,-7 110.1,-7 110.1,-7.1 "
           "110,-7</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";
}

std::string kml(const std::string& content) {
    return "<kml xmlns=\"http://www.opengis.net/kml/2.2\">" + content + "</kml>";
}

const Finding* finding(const FeatureTable& table, const std::string& code) {
    for (const Finding& one : table.findings)
        if (one.code == code)
            return &one;
    return nullptr;
}

} // namespace

TEST(ReadVector, EveryPlacemarkDirectlyBelowKmlComesIn) {
    const TemporaryFolder folder;
    const FeatureTable table = read(folder.write(
        "x.kml", kml(placemark("A") + placemark("B") +
                     "<GroundOverlay><name>Foto</name><Icon><href>a.png</href></Icon><LatLonBox>"
                     "<north>-6</north><south>-7</south><east>112</east><west>111</west>"
                     "</LatLonBox></GroundOverlay>" +
                     placemark("C"))));
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(table.columns[*table.column_index("name")].text(2), "C");
    EXPECT_TRUE(has_finding(table.findings, "kml_overlays_ignored"));
    EXPECT_FALSE(has_finding(table.findings, "features_not_given"));
}

TEST(ReadVector, PlacemarksThatNoLayerGivesAreSaidAndCounted) {
    const TemporaryFolder folder;
    const FeatureTable table = read(folder.write(
        "x.kml", kml("<Document>" + placemark("A") +
                     "</Document><NetworkLinkControl><Update>"
                     "<targetHref>x</targetHref><Create><Document>" +
                     placemark("B") + "</Document></Create></Update></NetworkLinkControl>")));
    EXPECT_EQ(table.features.size(), 1u);
    EXPECT_EQ(table.features_in_file, 2);
    ASSERT_TRUE(finding(table, "features_not_given"));
    EXPECT_EQ(finding(table, "features_not_given")->severity, Severity::error);
}

TEST(ReadVector, LayersThatNobodyAskedForAreNamed) {
    const TemporaryFolder folder;
    const auto path = folder.write("x.kml", kml("<Document><name>Satu</name>" + placemark("A") +
                                                "</Document>" + "<Document><name>Dua</name>" +
                                                placemark("B") + placemark("C") + "</Document>"));
    const FeatureTable table = read(path);
    EXPECT_EQ(table.features.size(), 1u);
    ASSERT_TRUE(finding(table, "other_layers"));
    EXPECT_THAT(finding(table, "other_layers")->message.arguments[3], "Dua");
    EXPECT_THAT(finding(table, "other_layers")->message.arguments[4], "2");
    ReadOptions second;
    second.layer = "Dua";
    const FeatureTable asked = read(path, second);
    EXPECT_EQ(asked.features.size(), 2u);
    EXPECT_FALSE(has_finding(asked.findings, "other_layers"));
}

TEST(ReadVector, AGeoJsonSystemThatNobodyKnowsIsAskedFor) {
    const TemporaryFolder folder;
    const auto with = [&](const std::string& member, const std::string& property) {
        return read(folder.write(
            "x.geojson", "{\"type\":\"FeatureCollection\"," + member +
                             R"(,"features":[{"type":"Feature","properties":{"crs":")" + property +
                             R"("},"geometry":{"type":"Polygon","coordinates":)"
                             R"([[[110,-7],[110.1,-7],[110.1,-7.1],[110,-7]]]}}]})"));
    };
    for (const char* unknown :
         {R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::999999"}})",
          R"("crs":"EPSG:32749")", R"("crs" : 32749)", R"("\u0063rs":["EPSG:32749"])"}) {
        const FeatureTable table = with(unknown, "x");
        EXPECT_FALSE(table.crs) << unknown;
        EXPECT_TRUE(has_finding(table.findings, "crs_not_obeyed")) << unknown;
    }
    for (const char* plain : {R"("crs":null)", R"("name":"desa")"}) {
        const FeatureTable table = with(plain, "EPSG:32749");
        EXPECT_EQ(table.crs, crs::wgs84()) << plain;
        EXPECT_TRUE(table.column_index("crs")) << plain;
    }
}

TEST(ReadVector, MarksAndTypesThatContradictTheShapefileAreSaid) {
    const TemporaryFolder folder;
    const ShapefileBytes villages = three_villages();
    const auto path = villages.write(folder);
    std::string dbf = villages.dbf();
    dbf[33 + 32 * 2 + 1 - 1] = 'X';
    folder.write("desa.dbf", dbf);
    std::string shp = villages.shp();
    shp[32] = 15;
    folder.write("desa.shp", shp);
    folder.write("desa.cpg", "BOGUS");
    const FeatureTable table = read(path);
    EXPECT_EQ(table.features.size(), 3u);
    for (const char* code : {"row_marks_odd", "record_types_differ", "encoding_name_unknown"})
        EXPECT_EQ(count_findings(table.findings, code), 1) << code;
    for (const char* known : {"UTF-8", "1252", "ISO-8859-15", "cp850", "\xef\xbb\xbfUTF-8"}) {
        folder.write("desa.cpg", known);
        EXPECT_FALSE(has_finding(read(path).findings, "encoding_name_unknown")) << known;
    }
}

TEST(ReadVector, RefusesWhatIsNotOnTheList) {
    const TemporaryFolder folder;
    EXPECT_EQ(error_key(folder / "none.shp"), "io.not_found");
    EXPECT_EQ(error_key(folder.write("x.vrt", "<OGRVRTDataSource/>")), "io.unknown_format");
    EXPECT_EQ(error_key(folder.write("x.gpkg", "<OGRVRTDataSource/>")), "io.unreadable");
    EXPECT_EQ(error_key(folder.write("x.geojson", "<OGRVRTDataSource/>")), "io.unreadable");
    EXPECT_EQ(error_key(folder.write("x.shp", "")), "io.unreadable");
    EXPECT_EQ(error_key(folder.path()), "io.folder_not_file");
    EXPECT_EQ(error_key("/vsicurl/http://127.0.0.1:9/x.shp"), "io.not_found");
    EXPECT_EQ(error_key("PG:dbname=x"), "io.not_found");
    ASSERT_EQ(::mkfifo((folder / "pipe.geojson").c_str(), 0600), 0);
    EXPECT_EQ(error_key(folder / "pipe.geojson"), "io.pipe_not_file");
    ReadOptions options;
    options.layer = "lain";
    EXPECT_EQ(error_key(three_villages().write(folder), options), "io.no_such_layer");
}

TEST(ReadVector, StopsWhenAsked) {
    const TemporaryFolder folder;
    ShapefileBytes file({{"NAMOBJ"}});
    for (int i = 0; i < 600; ++i)
        file.add({square(110 + i * 0.01, -7)}, {"A"});
    const auto path = file.write(folder);
    std::stop_source stop;
    Progress progress(stop.get_token());
    stop.request_stop();
    EXPECT_THROW(read_vector(path, {}, progress), Cancelled);
    Progress free;
    read_vector(path, {}, free);
    EXPECT_EQ(free.done(), 600);
    EXPECT_EQ(free.total(), 600);
}

TEST(InspectVector, SaysWhatALayerIs) {
    const TemporaryFolder folder;
    Progress progress;
    const auto layers = inspect_vector(three_villages().write(folder), progress);
    ASSERT_EQ(layers.size(), 1u);
    EXPECT_EQ(layers[0].name, "desa");
    EXPECT_EQ(layers[0].features, 3);
    EXPECT_EQ(layers[0].geometry, "polygon");
    EXPECT_EQ(layers[0].crs, crs::wgs84());
    ASSERT_EQ(layers[0].fields.size(), 2u);
    EXPECT_EQ(layers[0].fields[1].name, "KDEPUM");
}

TEST(PlausibleCrs, ReadsTheNumbers) {
    EXPECT_EQ(plausible_crs({{110, -8}, {111, -7}}), crs::wgs84());
    const geo::Box sleman{{413535, 9133697}, {450074, 9166253}};
    EXPECT_EQ(plausible_crs(sleman)->epsg(), 32749);
    EXPECT_EQ(plausible_crs(sleman, geo::Point{122, -5})->epsg(), 32751);
    // Banda Aceh: in zone 47 these numbers would lie in the sea.
    EXPECT_EQ(plausible_crs({{720000, 600000}, {760000, 620000}})->epsg(), 32646);
    EXPECT_FALSE(plausible_crs({}));
    EXPECT_FALSE(plausible_crs({{-1e9, 5}, {1e9, 6}}));
}
