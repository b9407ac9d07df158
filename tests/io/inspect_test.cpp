#include "io/inspect.h"

#include "base/result.h"
#include "io/sample_files.h"
#include "io/zip_file.h"

#include <gmock/gmock.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::Contains;
using ::testing::ElementsAre;

namespace {

FileSummary inspect(const std::filesystem::path& path) {
    Progress progress;
    return inspect_file(path, progress);
}

ShapefileBytes village() {
    ShapefileBytes file({{"NAMOBJ"}});
    file.add({square(110, -7)}, {"Batutengah"});
    return file;
}

std::vector<ZipEntry> zipped_village() {
    const ShapefileBytes file = village();
    return {{"data/desa.shp", file.shp()},
            {"data/desa.shx", file.shx()},
            {"data/DESA.DBF", file.dbf()},
            {"data/desa.prj", wgs84_prj},
            {"baca.txt", "halo"}};
}

} // namespace

TEST(InspectFile, KnowsVectors) {
    const TemporaryFolder folder;
    const FileSummary summary = inspect(village().write(folder));
    EXPECT_EQ(summary.kind, FileKind::vector);
    ASSERT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(summary.layers[0].features, 1);
    EXPECT_EQ(summary.layers[0].box, (geo::Box{{110, -7}, {110.01, -6.99}}));
    EXPECT_STREQ(file_kind_name(summary.kind), "vector");
}

TEST(InspectFile, KnowsTables) {
    const TemporaryFolder folder;
    const FileSummary summary = inspect(folder.write("daftar.csv", "a;b\n1;2\n3;4\n"));
    EXPECT_EQ(summary.kind, FileKind::table);
    EXPECT_THAT(summary.columns, ElementsAre("a", "b"));
    EXPECT_EQ(summary.rows, 2);
}

TEST(InspectFile, WhatAMacPutsIntoArchivesIsNoData) {
    const TemporaryFolder folder;
    std::vector<ZipEntry> entries = zipped_village();
    entries.insert(entries.begin(), {"__MACOSX/data/._desa.shp", std::string(120, 'x')});
    entries.push_back({"data/._desa.shp", std::string(120, 'x')});
    const FileSummary summary = inspect(folder.write("mac.zip", zip(entries)));
    EXPECT_EQ(summary.kind, FileKind::archive);
    ASSERT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(summary.layers[0].features, 1);
    EXPECT_TRUE(has_finding(summary.findings, "archive_mac_extras"));
    EXPECT_FALSE(has_finding(summary.findings, "several_sets"));
}

TEST(InspectFile, LooksIntoArchives) {
    const TemporaryFolder folder;
    const FileSummary summary = inspect(folder.write("desa.zip", zip(zipped_village())));
    EXPECT_EQ(summary.kind, FileKind::archive);
    EXPECT_THAT(summary.entries, Contains("data/desa.shp"));
    ASSERT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(summary.layers[0].features, 1);
    EXPECT_EQ(summary.layers[0].crs, crs::wgs84());
    EXPECT_TRUE(summary.findings.empty());
    const FileSummary papers = inspect(folder.write("surat.zip", zip({{"a.txt", "x"}})));
    EXPECT_EQ(papers.kind, FileKind::archive);
    EXPECT_TRUE(papers.layers.empty());
}

TEST(InspectFile, FindsDamagedEntries) {
    const TemporaryFolder folder;
    auto entries = zipped_village();
    entries[0].checksum_change = 1;
    const FileSummary summary = inspect(folder.write("desa.zip", zip(entries)));
    EXPECT_TRUE(summary.layers.empty());
    EXPECT_TRUE(has_finding(summary.findings, "damaged_entry"));
}

TEST(InspectFile, PassesOverEntriesThatEscape) {
    const TemporaryFolder folder;
    auto entries = zipped_village();
    entries.push_back({"../../keluar.shp", "x"});
    entries.push_back({"/etc/x.shp", "x"});
    entries.push_back({"kunci.shp", "x", 0, 1});
    const FileSummary summary = inspect(folder.write("desa.zip", zip(entries)));
    EXPECT_EQ(summary.layers.size(), 1u);
    EXPECT_EQ(count_findings(summary.findings, "archive_entry_skipped"), 3);
}

TEST(InspectFile, SurvivesArchivesCutAnywhere) {
    const TemporaryFolder folder;
    const std::string whole = zip(zipped_village());
    for (std::size_t size = 0; size < whole.size(); size += 17) {
        const FileSummary summary = inspect(folder.write("x.zip", whole.substr(0, size)));
        EXPECT_TRUE(has_finding(summary.findings, "unreadable")) << size;
    }
}

TEST(InspectFile, SaysWhyAFileIsUnknown) {
    const TemporaryFolder folder;
    const FileSummary odd = inspect(folder.write("x.vrt", "<VRTDataset/>"));
    EXPECT_EQ(odd.kind, FileKind::unknown);
    EXPECT_TRUE(has_finding(odd.findings, "unknown_format"));
    const FileSummary fake = inspect(folder.write("x.tif", "<VRTDataset/>"));
    EXPECT_EQ(fake.kind, FileKind::unknown);
    EXPECT_TRUE(has_finding(fake.findings, "unreadable"));
    EXPECT_THROW(inspect(folder / "tiada.shp"), Error);
}

TEST(InspectFile, ReadsTheHeaderOfAGeoTiff) {
    const auto root = real_data();
    if (!root)
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    const FileSummary summary = inspect(*root / "raster/srtm_41_19_4326.tif");
    EXPECT_EQ(summary.kind, FileKind::raster);
    ASSERT_TRUE(summary.raster);
    EXPECT_EQ(summary.raster->bands, 1);
    EXPECT_EQ(summary.raster->crs, crs::wgs84());
    EXPECT_GT(summary.raster->box.width(), 0);
    const FileSummary landsat = inspect(*root / "raster/L7_ETMs.tif");
    ASSERT_TRUE(landsat.raster);
    EXPECT_EQ(landsat.raster->bands, 6);
    EXPECT_EQ(landsat.raster->crs->epsg(), 31985);
    EXPECT_EQ(landsat.raster->pixel_type, "Byte");
}
