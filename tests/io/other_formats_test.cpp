#include "base/result.h"
#include "io/boundary_import.h"
#include "io/inspect.h"
#include "io/sample_files.h"
#include "io/through_process.h"
#include "io/vector_reader.h"

#include <gdal/cpl_conv.h>
#include <gdal/cpl_string.h>
#include <gdal/gdal.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <array>

extern "C" {
void CPL_DLL RegisterOGRFlatGeobuf();
void CPL_DLL RegisterOGRGeoJSON();
void CPL_DLL RegisterOGRGeoPackage();
void CPL_DLL RegisterOGRLIBKML();
void CPL_DLL RegisterOGROpenFileGDB();
}

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::ElementsAre;

namespace {

constexpr std::array<const char*, 6> big_fields{"NAMOBJ", "KDEPUM", "WADMKC",
                                                "WADMKK", "WADMPR", "TIPADM"};

struct Village {
    std::array<const char*, 5> texts; ///< the fields before TIPADM
    int kind;
    std::vector<geo::Ring> parts;
    double height;
};

/// Three villages: a plain one, one of two parts, and a kelurahan that stands 12.5 m up.
std::vector<Village> coverage() {
    return {
        {{"Batutengah", "99.01.10.2001", "Sukarame", "Contoh", "Nusa"}, 1, {square(110, -7)}, 0},
        {{"Bumikencana", "99.01.10.2002", "Sukarame", "Contoh", "Nusa"},
         1,
         {square(110.01, -7), square(110.2, -7.2)},
         0},
        {{"Tomé", "99.01.20.1003", "Wanasari", "Contoh", "Nusa"}, 2, {square(110.02, -7)}, 12.5}};
}

struct Made {
    const char* driver;
    const char* ending;
};
constexpr Made flatgeobuf{"FlatGeobuf", ".fgb"};
constexpr Made file_gdb{"OpenFileGDB", ".gdb"};
constexpr Made made_formats[]{
    flatgeobuf, file_gdb, {"GPKG", ".gpkg"}, {"GeoJSON", ".geojson"}, {"LIBKML", ".kml"}};

std::ostream& operator<<(std::ostream& out, const Made& made) {
    return out << made.driver;
}

GDALDriverH driver(const char* name) {
    RegisterOGRFlatGeobuf();
    RegisterOGRGeoJSON();
    RegisterOGRGeoPackage();
    RegisterOGRLIBKML();
    RegisterOGROpenFileGDB();
    return GDALGetDriverByName(name);
}

OGRGeometryH polygon_of(const geo::Ring& points, double height) {
    const OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
    for (const geo::Point p : points)
        OGR_G_AddPoint(ring, p.x, p.y, height);
    const OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon25D);
    OGR_G_AddGeometryDirectly(polygon, ring);
    return polygon;
}

OGRLayerH add_layer(GDALDatasetH dataset, const char* name, OGRwkbGeometryType type, int epsg) {
    const OGRSpatialReferenceH system = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(system, epsg);
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER);
    const OGRLayerH layer = GDALDatasetCreateLayer(dataset, name, system, type, nullptr);
    OSRRelease(system);
    for (std::size_t i = 0; i < big_fields.size(); ++i) {
        const OGRFieldDefnH field = OGR_Fld_Create(big_fields[i], i < 5 ? OFTString : OFTInteger);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
    }
    return layer;
}

void add_village(OGRLayerH layer, const Village& village) {
    const OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    for (std::size_t i = 0; i < village.texts.size(); ++i)
        OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, big_fields[i]),
                             village.texts[i]);
    OGR_F_SetFieldInteger(feature, OGR_F_GetFieldIndex(feature, "TIPADM"), village.kind);
    const OGRGeometryH parts = OGR_G_CreateGeometry(wkbMultiPolygon25D);
    for (const geo::Ring& part : village.parts)
        OGR_G_AddGeometryDirectly(parts, polygon_of(part, village.height));
    OGR_F_SetGeometryDirectly(feature, parts);
    EXPECT_EQ(OGR_L_CreateFeature(layer, feature), OGRERR_NONE) << CPLGetLastErrorMsg();
    OGR_F_Destroy(feature);
}

GDALDatasetH create(const std::filesystem::path& path, const Made& made) {
    return GDALCreate(driver(made.driver), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
}

std::filesystem::path write(const TemporaryFolder& folder, const Made& made, int epsg = 4326) {
    auto path = folder / (std::string("batas") + made.ending);
    const GDALDatasetH dataset = create(path, made);
    const OGRLayerH layer = add_layer(dataset, "batas_desa", wkbMultiPolygon25D, epsg);
    for (const Village& village : coverage())
        add_village(layer, village);
    GDALClose(dataset);
    return path;
}

/// A ZIP of the folder `inside`, whose names start with `prefix`.
std::filesystem::path zip(const TemporaryFolder& folder, const std::filesystem::path& inside,
                          const std::string& prefix) {
    auto path = folder / "kiriman.zip";
    void* archive = CPLCreateZip(path.c_str(), nullptr);
    for (const auto& entry : std::filesystem::directory_iterator(inside)) {
        const std::string bytes = bytes_of(entry.path());
        CPLCreateFileInZip(archive, (prefix + entry.path().filename().string()).c_str(), nullptr);
        CPLWriteFileInZip(archive, bytes.data(), static_cast<int>(bytes.size()));
        CPLCloseFileInZip(archive);
    }
    CPLCloseZip(archive);
    return path;
}

FeatureTable read(const std::filesystem::path& path) {
    Progress progress;
    return read_vector(path, {}, progress);
}

std::string error_key(const std::filesystem::path& path) {
    try {
        read(path);
    } catch (const Error& error) {
        return error.message().key;
    }
    return "read";
}

BoundaryImport interpret(FeatureTable table) {
    Progress progress;
    const FieldMapping mapping = recognise(table);
    return interpret_villages(std::move(table), mapping, progress);
}

const ImportedVillage& named(const BoundaryImport& import, std::string_view name) {
    for (const ImportedVillage& village : import.villages)
        if (village.name == name)
            return village;
    throw std::runtime_error("no village " + std::string(name));
}

// A FileGDB keeps coordinates as whole multiples of a nanodegree; a FlatGeobuf and a KML may
// begin a ring elsewhere or turn it round.
void expect_same_ring(const geo::Ring& ring, const geo::Ring& wanted) {
    ASSERT_EQ(ring.size(), wanted.size());
    EXPECT_EQ(ring.front(), ring.back());
    for (const geo::Point w : wanted)
        EXPECT_TRUE(std::any_of(
            ring.begin(), ring.end(),
            [&](geo::Point p) { return std::abs(p.x - w.x) < 2e-9 && std::abs(p.y - w.y) < 2e-9; }))
            << w.x << " " << w.y;
}

void expect_same_parts(const geo::MultiPolygon& polygons, const Village& village) {
    ASSERT_EQ(polygons.size(), village.parts.size()) << village.texts[0];
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        expect_same_ring(polygons[i].outer, village.parts[i]);
        EXPECT_TRUE(polygons[i].holes.empty());
    }
}

/// What the coverage must be when it comes back, whatever carried it.
void expect_coverage(FeatureTable table) {
    EXPECT_EQ(table.features_in_file, 3);
    ASSERT_EQ(table.features.size(), 3u);
    EXPECT_EQ(table.crs, crs::wgs84());
    EXPECT_EQ(vertex_count(table), 20u);
    for (const Finding& finding : table.findings)
        ADD_FAILURE() << finding.message.key;
    const BoundaryImport import = interpret(std::move(table));
    ASSERT_EQ(import.villages.size(), 3u);
    EXPECT_EQ(import.districts.size(), 2u);
    EXPECT_EQ(import.vertices_read, 20u);
    EXPECT_TRUE(import.skipped_fids.empty());
    EXPECT_TRUE(import.special_areas.empty());
    EXPECT_EQ(import.regency, "Contoh");
    EXPECT_EQ(import.province, "Nusa");
    for (const Village& village : coverage()) {
        const ImportedVillage& found = named(import, village.texts[0]);
        EXPECT_EQ(found.code, village.texts[1]);
        EXPECT_EQ(import.districts.at(found.district).name, village.texts[2]);
        EXPECT_EQ(found.kind,
                  village.kind == 2 ? ImportedKind::urban_village : ImportedKind::village);
        EXPECT_FALSE(found.official_area_ha);
        EXPECT_EQ(found.source_fids.size(), 1u);
        expect_same_parts(*found.geometry, village);
    }
}

} // namespace

class OtherFormats : public ::testing::TestWithParam<Made> {};

TEST_P(OtherFormats, BringVillagesBackWhole) {
    const TemporaryFolder folder;
    expect_coverage(read(write(folder, GetParam())));
}

TEST_P(OtherFormats, ReadTheSameInAProcessOfTheirOwn) {
    const TemporaryFolder metres;
    expect_same_through_a_process(write(metres, GetParam(), 32749));
    const TemporaryFolder folder;
    expect_same_through_a_process(write(folder, GetParam()));
    if (std::string(GetParam().ending) != ".gdb") {
        std::filesystem::create_directory(folder / "isi");
        std::filesystem::rename(folder / (std::string("batas") + GetParam().ending),
                                folder / "isi" / (std::string("batas") + GetParam().ending));
        expect_same_through_a_process(zip(folder, folder / "isi", ""));
    }
}

TEST_P(OtherFormats, StayAsTheyAre) {
    const TemporaryFolder folder;
    const auto path = write(folder, GetParam());
    const auto content = [&] {
        std::vector<std::string> all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            all.push_back(entry.path().string() +
                          (entry.is_regular_file() ? bytes_of(entry.path()) : ""));
        std::sort(all.begin(), all.end());
        return all;
    };
    const auto before = content();
    read(path);
    EXPECT_TRUE(content() == before);
}

TEST_P(OtherFormats, AreInspected) {
    const TemporaryFolder folder;
    Progress progress;
    const FileSummary summary = inspect_file(write(folder, GetParam()), progress);
    EXPECT_EQ(summary.kind, FileKind::vector);
    EXPECT_TRUE(summary.findings.empty());
    ASSERT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(summary.layers[0].features, 3);
    EXPECT_EQ(summary.layers[0].crs, crs::wgs84());
    EXPECT_NEAR(summary.layers[0].box.max.x, 110.21, 1e-8);
}

INSTANTIATE_TEST_SUITE_P(All, OtherFormats, ::testing::ValuesIn(made_formats),
                         [](const auto& chosen) { return std::string(chosen.param.driver); });

TEST(FlatGeobuf, CutAnywhereIsReportedAndNeverSilent) {
    const TemporaryFolder folder;
    const std::string whole = bytes_of(write(folder, flatgeobuf));
    for (std::size_t size = 0; size < whole.size(); size += 37) {
        const auto path = folder.write("potong.fgb", whole.substr(0, size));
        if (error_key(path) == "read") {
            const FeatureTable table = read(path);
            EXPECT_TRUE(table.features.size() == 3u || !table.findings.empty()) << size;
        }
    }
}

TEST(FlatGeobuf, MustBeOneInside) {
    const TemporaryFolder folder;
    EXPECT_EQ(error_key(folder.write("a.fgb", "{\"type\":\"FeatureCollection\"}")),
              "io.unreadable");
    EXPECT_EQ(error_key(folder.write("b.fgb", "")), "io.unreadable");
}

TEST(FileGdb, IsAFolderAlsoWithASlashBehindIt) {
    const TemporaryFolder folder;
    const auto path = write(folder, file_gdb);
    expect_coverage(read(path.string() + "/"));
    expect_coverage(read(path.string() + "/."));
}

TEST(FileGdb, ComesOutOfAZip) {
    const TemporaryFolder folder;
    const auto path = write(folder, file_gdb);
    expect_coverage(read(zip(folder, path, "kiriman/batas.gdb/")));
    expect_coverage(read(zip(folder, path, "BATAS.GDB/")));
    Progress progress;
    const FileSummary summary = inspect_file(folder / "kiriman.zip", progress);
    EXPECT_EQ(summary.kind, FileKind::archive);
    EXPECT_TRUE(summary.findings.empty());
    ASSERT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(summary.layers[0].features, 3);
}

TEST(FileGdb, LooseInAZipIsRefused) {
    const TemporaryFolder folder;
    EXPECT_EQ(error_key(zip(folder, write(folder, file_gdb), "")), "io.nothing_in_archive");
}

TEST(FileGdb, GivesTheLayerThatHasPolygons) {
    const TemporaryFolder folder;
    const auto path = folder / "rbi.gdb";
    const GDALDatasetH dataset = create(path, file_gdb);
    add_layer(dataset, "SUNGAI_LN", wkbMultiLineString, 4326);
    add_layer(dataset, "CATATAN", wkbNone, 4326);
    const OGRLayerH layer = add_layer(dataset, "ADMINISTRASIDESA_AR_25K", wkbMultiPolygon25D, 4326);
    for (const Village& village : coverage())
        add_village(layer, village);
    GDALClose(dataset);
    Progress progress;
    const auto layers = inspect_vector(path, progress);
    ASSERT_EQ(layers.size(), 3u);
    EXPECT_EQ(layers[0].geometry, "line");
    EXPECT_EQ(layers[1].geometry, "none");
    FeatureTable table = read(path);
    EXPECT_EQ(table.layer, "ADMINISTRASIDESA_AR_25K");
    expect_coverage(std::move(table));
}

TEST(FileGdb, KeepsItsSystem) {
    const TemporaryFolder folder;
    const FeatureTable table = read(write(folder, file_gdb, 9470)); // SRGI2013
    ASSERT_TRUE(table.crs);
    EXPECT_EQ(table.crs->epsg(), 9470);
    EXPECT_EQ(interpret(read(folder / "batas.gdb")).villages.size(), 3u);
}

TEST(FileGdb, WithoutItsTablesIsUnreadable) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "kosong.gdb");
    EXPECT_EQ(error_key(folder / "kosong.gdb"), "io.unreadable");
    EXPECT_EQ(error_key(folder.write("berkas.gdb", "bukan folder")), "io.unknown_format");
    const auto path = write(folder, file_gdb);
    std::filesystem::remove(path / "a00000001.gdbtable");
    EXPECT_EQ(error_key(path), "io.unreadable");
}

TEST(FileGdb, WithACutTableNeverCrashesNorStaysSilent) {
    const TemporaryFolder folder;
    const auto path = write(folder, file_gdb);
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        const std::string whole = bytes_of(entry.path());
        for (const std::size_t size : {std::size_t{0}, whole.size() / 3, whole.size() - 5}) {
            std::ofstream(entry.path(), std::ios::binary) << whole.substr(0, size);
            if (error_key(path) != "read")
                continue;
            const FeatureTable table = read(path);
            EXPECT_TRUE(vertex_count(table) == 20u || !table.findings.empty())
                << entry.path().filename() << " " << size;
        }
        std::ofstream(entry.path(), std::ios::binary) << whole;
    }
}
