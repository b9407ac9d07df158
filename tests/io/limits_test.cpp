// Files that hold more than any map of villages: what is cut, counted once or refused, and said.

#include "base/text.h"
#include "geo/wkb.h"
#include "io/detail/library_words.h"
#include "io/detail/text_limits.h"
#include "io/inspect.h"
#include "io/sample_files.h"
#include "io/table_reader.h"
#include "io/vector_reader.h"
#include "io/zip_file.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr const char* metadata =
    "PRAGMA application_id=0x47504B47; PRAGMA user_version=10300;"
    "CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization "
    "TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);"
    "INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84', 4326, 'EPSG', 4326, '', NULL);"
    "CREATE TABLE gpkg_contents(table_name TEXT, data_type TEXT, srs_id INTEGER);"
    "CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, geometry_type_name "
    "TEXT, srs_id INTEGER, z INTEGER, m INTEGER);"
    "INSERT INTO gpkg_contents VALUES('desa','features',4326);"
    "INSERT INTO gpkg_geometry_columns VALUES('desa','geom','POLYGON',4326,0,0);"
    "CREATE TABLE desa(fid INTEGER PRIMARY KEY, geom POLYGON, nama TEXT);";

std::filesystem::path package(const TemporaryFolder& folder, const std::string& more,
                              const std::string& name = "Sukamaju") {
    auto database = sqlite::Database::open(folder / "desa.gpkg", sqlite::Access::create);
    database.execute(metadata);
    const geo::Bytes bytes = geo::to_geopackage(geo::PolygonSet{{{square(110, -7), {}}}}, 4326);
    auto row = database.prepare("INSERT INTO desa VALUES(1, ?1, ?2)");
    row.bind(1, std::span<const std::uint8_t>(bytes));
    row.bind(2, std::string_view(name));
    row.run();
    database.execute(more);
    return folder / "desa.gpkg";
}

FeatureTable read(const std::filesystem::path& path) {
    Progress progress;
    return read_vector(path, {}, progress);
}

FileSummary look(const std::filesystem::path& path) {
    Progress progress;
    return inspect_file(path, progress);
}

std::string geojson(const std::string& name) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nama":")" +
           name +
           R"("},"geometry":{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7],[110,-6.9],[110,-7]]]}}]})";
}

const Finding& finding(const std::vector<Finding>& findings, const std::string& code) {
    for (const Finding& one : findings)
        if (one.code == code)
            return one;
    throw std::runtime_error("no finding " + code);
}

} // namespace

TEST(Limits, LongTextsAreCutAtACharacterAndNamed) {
    using namespace io::detail;
    EXPECT_EQ(first_characters("abc", 3), "abc");
    EXPECT_EQ(first_characters("aäbc", 2), "aä");
    EXPECT_EQ(first_characters("aä", 1), "a");
    EXPECT_EQ(character_count("aäb"), 3u);
    // Bytes of another encoding have no characters to keep whole.
    EXPECT_LE(first_characters(std::string(9000, '\x80'), 1000).size(), 4000u);
    std::string name;
    for (int i = 0; i < 40000; ++i)
        name += "Ä";
    const TemporaryFolder folder;
    for (const FeatureTable& table :
         {read(package(folder, {}, name)), read(folder.write("desa.geojson", geojson(name)))}) {
        EXPECT_EQ(character_count(table.columns[0].text(0)), 1000u);
        EXPECT_TRUE(is_utf8(table.columns[0].text(0)));
        const Finding& cut = finding(table.findings, "text_cut");
        EXPECT_EQ(cut.severity, Severity::warning);
        EXPECT_THAT(cut.message.arguments,
                    ::testing::ElementsAre(HasSubstr("#"), "desa", "nama", "40000", "1000"));
        EXPECT_LT(cut.message.arguments[0].size(), 200u);
    }
}

TEST(Limits, LongCellsOfTablesAreCut) {
    const Table table =
        parse_csv("kode,nama\n1,\"" + std::string(50000, 'x') + "\"\n", "register.csv");
    EXPECT_EQ(table.rows[0].cells[1].size(), 32767u);
    EXPECT_EQ(finding(table.findings, "long_cell").message.arguments.back(), "50000");
}

TEST(Limits, LongNamesOfTablesAndColumnsAreCut) {
    const TemporaryFolder folder;
    const std::string name(60000, 'd');
    const FileSummary summary =
        look(package(folder, "ALTER TABLE desa RENAME TO \"" + name +
                                 "\"; UPDATE gpkg_contents "
                                 "SET table_name='" +
                                 name +
                                 "'; UPDATE gpkg_geometry_columns SET "
                                 "table_name='" +
                                 name + "'; ALTER TABLE \"" + name + "\" RENAME nama TO \"" +
                                 std::string(9000, 'n') + "\""));
    ASSERT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(summary.layers[0].name.size(), 1000u);
    EXPECT_EQ(summary.layers[0].fields[0].name.size(), 1000u);
    EXPECT_EQ(summary.layers[0].features, 1);
}

TEST(Limits, ATableNamedAThousandTimesIsOneLayer) {
    const TemporaryFolder folder;
    const FileSummary summary = look(package(
        folder,
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<1000) "
        "INSERT INTO gpkg_geometry_columns SELECT 'desa','geom','POLYGON',4326,0,0 FROM n"));
    EXPECT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(count_findings(summary.findings, "gpkg_layer_repeated"), 1);
}

TEST(Limits, OfTenThousandLayersTheFirstAreReadAndTheRestIsOneFinding) {
    const TemporaryFolder folder;
    std::string more;
    for (int i = 0; i < 300; ++i)
        more += "INSERT INTO gpkg_contents VALUES('a" + std::to_string(i) +
                "','features',4326); CREATE TABLE a" + std::to_string(i) +
                "(fid INTEGER PRIMARY KEY, geom BLOB);";
    for (int i = 0; i < 300; ++i)
        more +=
            "INSERT INTO gpkg_contents VALUES('tiada" + std::to_string(i) + "','features',4326);";
    const FileSummary summary = look(package(folder, more));
    EXPECT_LE(summary.layers.size(), 200u);
    EXPECT_EQ(count_findings(summary.findings, "layers_not_read"), 1);
    EXPECT_LE(count_findings(summary.findings, "gpkg_layer_not_table"), 1);
    EXPECT_TRUE(has_finding(summary.findings, "layers_not_read"));
}

TEST(Limits, AKmlOfThousandsOfFoldersIsRefused) {
    std::string kml =
        "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>";
    for (int i = 0; i < 3000; ++i)
        kml += "<Folder><Placemark><Point><coordinates>110,-7</coordinates></Point></Placemark>"
               "</Folder>";
    const TemporaryFolder folder;
    const FileSummary summary = look(folder.write("banyak.kml", kml + "</Document></kml>"));
    EXPECT_TRUE(has_finding(summary.findings, "too_many_folders"));
}

TEST(Limits, ACpgThatIsNoNameIsSaid) {
    const TemporaryFolder folder;
    ShapefileBytes file({{"NAMOBJ"}});
    file.add({square(110, -7)}, {"Sukamaju"});
    const auto path = file.write(folder);
    for (const char* good : {"UTF-8", "UTF-8\r\n",
                             "\xef\xbb\xbf"
                             "88592",
                             "ANSI 1252", ""}) {
        folder.write("desa.cpg", good);
        EXPECT_FALSE(has_finding(read(path).findings, "encoding_name_odd")) << good;
    }
    folder.write("desa.cpg", std::string("\x01\xff\x7f%n%s", 7) + std::string(5000, '\xa7'));
    EXPECT_EQ(count_findings(read(path).findings, "encoding_name_odd"), 1);
}

TEST(Limits, AnArchiveWhoseNamesDifferIsSaid) {
    const TemporaryFolder folder;
    std::string bytes = zip({{"desa.geojson", geojson("Sukamaju")}});
    EXPECT_FALSE(has_finding(look(folder.write("a.zip", bytes)).findings, "archive_names_differ"));
    bytes.replace(bytes.find("desa.geojson"), 12, "lain.geojson");
    const FileSummary summary = look(folder.write("b.zip", bytes));
    EXPECT_EQ(count_findings(summary.findings, "archive_names_differ"), 1);
}

TEST(Limits, SetsOfAnArchiveWithOneNameAreEachReached) {
    const TemporaryFolder folder;
    const auto path = folder.write("dua.zip", zip({{"a/desa.geojson", geojson("Sukamaju")},
                                                   {"b/desa.geojson", geojson("Sukasari")}}));
    const FileSummary summary = look(path);
    ASSERT_EQ(summary.layers.size(), 2u);
    EXPECT_EQ(summary.layers[0].name, "a/desa");
    EXPECT_EQ(summary.layers[1].name, "b/desa");
    const auto name_in = [&](const std::string& layer) {
        Progress progress;
        ReadOptions options;
        options.layer = layer;
        return read_vector(path, options, progress).columns[0].text(0);
    };
    EXPECT_EQ(name_in("b/desa"), "Sukasari");
    EXPECT_EQ(name_in("b/desa.geojson"), "Sukasari");
    EXPECT_EQ(name_in("a/desa/desa"), "Sukamaju");
    EXPECT_EQ(name_in("desa"), "Sukamaju");
    EXPECT_THROW(name_in("c/desa"), Error);
}

TEST(Limits, OneBrokenSetOfAnArchiveDoesNotKeepTheOthersOut) {
    const TemporaryFolder folder;
    const auto good = [](const char* name, const char* village, std::uint32_t wrong = 0) {
        return ZipEntry{name, geojson(village), wrong};
    };
    // Its checksum is wrong, it is no GeoJSON, and it is cut off: three ways to be broken.
    const std::vector<ZipEntry> broken{good("a/desa.geojson", "Hilang", 1),
                                       {"a/desa.geojson", "bukan peta"},
                                       {"a/desa.geojson", geojson("Hilang").substr(0, 60)}};
    for (const ZipEntry& entry : broken) {
        const auto path =
            folder.write("dua.zip", zip({entry, good("b/lahan.geojson", "Sukasari")}));
        const FileSummary summary = look(path);
        ASSERT_EQ(summary.layers.size(), 1u) << entry.bytes;
        EXPECT_EQ(summary.layers[0].name, "lahan");
        EXPECT_EQ(count_findings(summary.findings, "set_left_out"), 1);
        const FeatureTable table = read(path);
        ASSERT_EQ(table.features.size(), 1u);
        EXPECT_EQ(table.columns[0].text(0), "Sukasari");
        EXPECT_EQ(count_findings(table.findings, "set_left_out"), 1);
        Progress progress;
        ReadOptions options;
        options.layer = "a/desa.geojson";
        EXPECT_THROW(read_vector(path, options, progress), Error);
        // Alone it is refused for its own reason, not as an empty archive.
        EXPECT_TRUE(look(folder.write("satu.zip", zip({entry}))).layers.empty());
        EXPECT_THROW(read(folder / "satu.zip"), Error);
    }
}

TEST(Limits, ADamagedEntryOfNoSetIsSaid) {
    const TemporaryFolder folder;
    const auto path = folder.write(
        "desa.zip", zip({{"desa.geojson", geojson("Sukamaju")}, {"lain.dbf", "rusak", 1}}));
    const FileSummary summary = look(path);
    EXPECT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(count_findings(summary.findings, "damaged_entry"), 1);
}

TEST(Limits, TheLibrarysWordsComeWithoutPathsAndPointers) {
    using detail::technical_remark;
    EXPECT_EQ(technical_remark("Error occurred in ./ogr/ogrsf_frmts/x.cpp at line 5"), "");
    const std::string remark =
        technical_remark("Cannot open /vsimem/antardesa-0x55d0c0ffee/desa.shp as Shapefile");
    EXPECT_EQ(remark, "Cannot open as Shapefile");
    EXPECT_LT(technical_remark(std::string(5000, 'x')).size(), 140u);
}
