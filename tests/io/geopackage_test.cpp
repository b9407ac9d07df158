#include "base/result.h"
#include "geo/wkb.h"
#include "io/sample_files.h"
#include "io/vector_reader.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using sqlite::Access;
using sqlite::Database;

namespace {

constexpr const char* metadata =
    "PRAGMA application_id=0x47504B47; PRAGMA user_version=10300;"
    "CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization "
    "TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);"
    "CREATE TABLE gpkg_contents(table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);"
    "CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, geometry_type_name "
    "TEXT, srs_id INTEGER, z INTEGER, m INTEGER);"
    "INSERT INTO gpkg_contents VALUES('desa','features',4326);"
    "INSERT INTO gpkg_geometry_columns VALUES('desa','geom','POLYGON',4326,0,0);"
    "CREATE TABLE desa(fid INTEGER PRIMARY KEY, geom POLYGON, kode TEXT, jiwa INTEGER);";

geo::Bytes blob(double x) {
    return geo::to_geopackage(geo::PolygonSet{{{square(x, -7), {}}}}, 4326);
}

/// Three villages and what a test adds, read by us.
class Package {
  public:
    explicit Package(const std::string& more = {}) {
        Database database = Database::open(path(), Access::create);
        database.execute(metadata);
        auto system = database.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84', 4326, "
                                       "'EPSG', 4326, ?1, NULL)");
        system.bind(1, std::string_view(wgs84_prj));
        system.run();
        for (int i = 0; i < 3; ++i) {
            const geo::Bytes bytes = blob(110 + 0.01 * i);
            auto row = database.prepare("INSERT INTO desa VALUES(?1, ?2, ?3, 7)");
            row.bind(1, std::int64_t{i + 1});
            row.bind(2, std::span<const std::uint8_t>(bytes));
            row.bind(3, std::string_view("K" + std::to_string(i)));
            row.run();
        }
        database.execute(more);
    }
    /// Replaces the geometry of the second village.
    void damage(const geo::Bytes& bytes) {
        Database database = Database::open(path(), Access::read_write);
        auto row = database.prepare("UPDATE desa SET geom=?1 WHERE fid=2");
        row.bind(1, std::span<const std::uint8_t>(bytes));
        row.run();
    }
    std::filesystem::path path() const { return folder_ / "desa.gpkg"; }
    FeatureTable read(const std::string& layer = {}) const {
        Progress progress;
        ReadOptions options;
        options.layer = layer;
        return read_vector(path(), options, progress);
    }
    const TemporaryFolder& folder() const { return folder_; }

  private:
    TemporaryFolder folder_;
};

std::string error_key(const Package& package) {
    try {
        package.read();
    } catch (const Error& error) {
        return error.message().key;
    }
    return "read";
}

} // namespace

TEST(GeoPackage, IsReadWholeWithoutAWord) {
    const FeatureTable table = Package().read();
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(table.features[2].fid, 3);
    EXPECT_EQ(vertex_count(table), 15u);
    EXPECT_EQ(table.columns[*table.column_index("kode")].text(1), "K1");
    EXPECT_EQ(table.columns[*table.column_index("jiwa")].type(), FieldType::integer);
    EXPECT_EQ(table.crs, crs::wgs84());
    EXPECT_TRUE(table.findings.empty());
}

TEST(GeoPackage, DamagedOutlinesAreNamedAndTheOthersStay) {
    geo::Bytes magic = blob(110.01);
    magic[0] = 'X';
    geo::Bytes envelope = blob(110.01);
    envelope[3] |= 7 << 1;
    geo::Bytes rings = blob(110.01);
    for (std::size_t i = 40 + 9 + 5; i < 40 + 9 + 9; ++i)
        rings[i] = 0xff;
    geo::Bytes cut = blob(110.01);
    cut.resize(cut.size() - 7);
    geo::Bytes order = blob(110.01);
    order[40] = 2;
    const std::vector<std::pair<geo::Bytes, const char*>> cases{{magic, "outline_no_geometry"},
                                                                {envelope, "outline_no_geometry"},
                                                                {order, "outline_no_geometry"},
                                                                {rings, "outline_cut_short"},
                                                                {cut, "outline_cut_short"}};
    for (const auto& [bytes, code] : cases) {
        Package package;
        package.damage(bytes);
        const FeatureTable table = package.read();
        ASSERT_EQ(table.features.size(), 3u);
        EXPECT_TRUE(std::holds_alternative<std::monostate>(table.features[1].geometry));
        EXPECT_EQ(vertex_count(table), 10u);
        ASSERT_TRUE(has_finding(table.findings, code)) << code;
        EXPECT_THAT(table.findings.front().subject, ::testing::HasSubstr("K1"));
    }
}

TEST(GeoPackage, NestingIsBoundedBeforeItIsFollowed) {
    geo::Bytes deep{'G', 'P', 0, 1, 0xe6, 0x10, 0, 0};
    for (int i = 0; i < 20000; ++i)
        deep.insert(deep.end(), {1, 7, 0, 0, 0, 1, 0, 0, 0});
    Package package;
    package.damage(deep);
    EXPECT_TRUE(has_finding(package.read().findings, "outline_too_deep"));
}

TEST(GeoPackage, NothingOfTheFileRuns) {
    const Package triggers("CREATE TRIGGER t AFTER UPDATE ON desa BEGIN DELETE FROM desa; END;");
    EXPECT_TRUE(has_finding(triggers.read().findings, "gpkg_triggers_ignored"));
    const Package view(
        "CREATE VIEW semua AS SELECT * FROM desa;"
        "INSERT INTO gpkg_contents VALUES('semua','features',4326);"
        "INSERT INTO gpkg_geometry_columns VALUES('semua','geom','POLYGON',4326,0,0);");
    const FeatureTable table = view.read();
    EXPECT_EQ(table.features.size(), 3u);
    EXPECT_TRUE(has_finding(table.findings, "gpkg_layer_not_table"));
    const Package generated("ALTER TABLE desa ADD COLUMN g TEXT GENERATED ALWAYS AS (kode||'x');");
    EXPECT_TRUE(has_finding(generated.read().findings, "gpkg_generated_column"));
    EXPECT_FALSE(generated.read().column_index("g"));
}

TEST(GeoPackage, WhatItSaysOfItselfIsChecked) {
    EXPECT_TRUE(
        has_finding(Package("PRAGMA application_id=1;").read().findings, "gpkg_other_program"));
    EXPECT_TRUE(has_finding(Package("PRAGMA user_version=99999;").read().findings, "gpkg_newer"));
    const FeatureTable unstated = Package("DROP TABLE gpkg_contents;").read();
    EXPECT_EQ(unstated.features.size(), 3u);
    EXPECT_TRUE(has_finding(unstated.findings, "gpkg_table_missing"));
    const FeatureTable renamed =
        Package("UPDATE gpkg_geometry_columns SET column_name='shape';").read();
    EXPECT_EQ(vertex_count(renamed), 15u);
    EXPECT_TRUE(has_finding(renamed.findings, "gpkg_geometry_column"));
    EXPECT_EQ(error_key(Package("DROP TABLE desa;")), "io.no_geopackage");
}

TEST(GeoPackage, ASystemThatNamesFilesIsAskedFor) {
    const Package package(
        "UPDATE gpkg_spatial_ref_sys SET "
        "definition='GEOGCS[\"x\",EXTENSION[\"PROJ4\",\"+nadgrids=/etc/passwd\"]]';");
    const FeatureTable table = package.read();
    EXPECT_FALSE(table.crs);
    EXPECT_TRUE(has_finding(table.findings, "crs_not_obeyed"));
    EXPECT_TRUE(has_finding(table.findings, "missing_crs"));
}

TEST(GeoPackage, TextsKeepWhatCanBeKept) {
    const FeatureTable table =
        Package("UPDATE desa SET kode=CAST(x'4100' AS TEXT)||'B' WHERE fid=1;"
                "UPDATE desa SET kode=CAST(x'41ff42' AS TEXT) WHERE fid=2;"
                "UPDATE desa SET kode=x'0102', jiwa='banyak' WHERE fid=3;")
            .read();
    const Column& code = table.columns[*table.column_index("kode")];
    EXPECT_EQ(code.text(1), "A\xef\xbf\xbd"
                            "B");
    EXPECT_TRUE(code.is_null(2));
    EXPECT_EQ(table.columns[*table.column_index("jiwa")].text(2), "banyak");
    EXPECT_EQ(table.columns[*table.column_index("jiwa")].text(0), "7");
    EXPECT_TRUE(has_finding(table.findings, "odd_text"));
    EXPECT_TRUE(has_finding(table.findings, "blob_not_shown"));
}

TEST(GeoPackage, NamesWithQuotesAndCommandsAreOnlyNames) {
    const FeatureTable table =
        Package("ALTER TABLE desa RENAME TO \"d\"\"; DROP TABLE gpkg_contents;--\";"
                "UPDATE gpkg_contents SET table_name='d\"; DROP TABLE gpkg_contents;--';"
                "UPDATE gpkg_geometry_columns SET table_name='d\"; DROP TABLE gpkg_contents;--';")
            .read();
    EXPECT_EQ(table.features.size(), 3u);
}

TEST(GeoPackage, WhatSqliteRefusesIsToldOfTheFile) {
    const Package package("ALTER TABLE desa ADD COLUMN h TEXT GENERATED ALWAYS AS"
                          " (hex(zeroblob(400000000))) VIRTUAL;");
    EXPECT_EQ(error_key(package), "io.database_refused");
}

TEST(GeoPackage, ADamagedFileIsRefusedAndNothingAppearsBesideIt) {
    const Package package;
    std::string bytes = bytes_of(package.path());
    package.folder().write("desa.gpkg", bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(error_key(package), "io.database_damaged");
    bytes[18] = bytes[19] = 2; // a copy of a running program's file: its log did not come
    package.folder().write("desa.gpkg", bytes);
    EXPECT_EQ(package.read().features.size(), 3u);
    EXPECT_EQ(package.folder().names(), std::vector<std::string>{"desa.gpkg"});
}
