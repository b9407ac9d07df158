#include "io/boundary_import.h"
#include "io/sample_files.h"
#include "io/vector_reader.h"

#include <gmock/gmock.h>

#include <cstdio>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;

namespace {

/// A real set with what is known about it (data/README.md; villages counted after merging).
struct RealSet {
    const char* file;
    std::int64_t features;
    std::size_t vertices;
    std::size_t villages;
    std::size_t special_areas;
    std::size_t districts;
    const char* regency;
};

std::ostream& operator<<(std::ostream& out, const RealSet& set) {
    return out << set.file;
}

constexpr RealSet sets[]{
    {"rbi25k_kuningan/shp/ADMINISTRASIDESA_AR_25K.shp", 440, 76451, 369, 68, 28, "Kuningan"},
    {"rbi25k_banyuwangi/shp/ADMINISTRASIDESA_AR_25K.shp", 231, 101592, 198, 11, 21, "BANYUWANGI"},
    {"big_magelang/shp/BATAS_DESA.shp", 386, 92929, 386, 0, 23, "Magelang"},
    {"hdx_pati/shp/desa.shp", 406, 113854, 406, 0, 21, "Pati"},
    {"hdx_sumenep/shp/desa.shp", 334, 81654, 334, 0, 27, "Sumenep"},
    {"cah_pati/shp/desa.shp", 406, 35308, 406, 0, 21, ""},
    {"cah_pati/desa.geojson", 406, 35308, 406, 0, 21, ""},
    {"big10k_pali/shp/desa.shp", 71, 40327, 71, 0, 5, "Penukal Abab Lematang Ilir"},
    {"big10k_pali/desa.geojson", 71, 40327, 71, 0, 5, "Penukal Abab Lematang Ilir"},
    {"bps_berau/shp/desa.shp", 110, 80077, 110, 0, 13, "BERAU"},
    {"bps_berau/desa.geojson", 110, 80077, 110, 0, 13, "BERAU"},
    {"idm_sambas/shp/desa.shp", 193, 57363, 189, 0, 19, "SAMBAS"},
    {"idm_sambas/desa.geojson", 193, 57363, 189, 0, 19, "SAMBAS"},
    {"sleman_utm/shp/Batas_Desa.shp", 86, 24702, 86, 0, 17, "SLEMAN"},
    {"hdx_prov51_bali/shp/desa_prov51.shp", 716, 398396, 716, 0, 57, "Buleleng"},
    {"hdx_national_simplified/desa_indonesia_4pct.shp.zip", 81904, 1201489, 81904, 0, 7065,
     "Merauke"},
    {"real_pathologies/invalid_villages.geojson", 51, 11776, 51, 0, 25, ""},
};

} // namespace

class RealSets : public ::testing::TestWithParam<RealSet> {};

TEST_P(RealSets, ComeInWhole) {
    const RealSet& set = GetParam();
    const auto root = real_data();
    if (!root)
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    Progress progress;
    FeatureTable table = read_vector(*root / set.file, {}, progress);
    EXPECT_EQ(table.features_in_file, set.features);
    EXPECT_EQ(static_cast<std::int64_t>(table.features.size()), set.features);
    EXPECT_EQ(vertex_count(table), set.vertices);
    const FieldMapping mapping = recognise(table);
    const BoundaryImport import = interpret_villages(std::move(table), mapping, progress);

    std::size_t village_features = 0;
    std::size_t vertices = import.vertices_skipped;
    for (const ImportedVillage& village : import.villages) {
        village_features += village.source_fids.size();
        vertices += geo::vertex_count(*village.geometry);
    }
    for (const ImportedSpecialArea& area : import.special_areas)
        vertices += geo::vertex_count(*area.geometry);
    std::printf("%-56s read %6lld = %6zu in %6zu villages + %3zu special + %lld skipped; "
                "vertices %8zu = %8zu; findings %3zu\n",
                set.file, static_cast<long long>(import.features_read), village_features,
                import.villages.size(), import.special_areas.size(),
                static_cast<long long>(import.skipped()), import.vertices_read, vertices,
                import.findings.size());
    EXPECT_EQ(village_features + import.special_areas.size() + import.skipped_fids.size(),
              static_cast<std::size_t>(set.features));
    EXPECT_EQ(vertices, set.vertices);
    EXPECT_EQ(import.villages.size(), set.villages);
    EXPECT_EQ(import.special_areas.size(), set.special_areas);
    EXPECT_EQ(import.districts.size(), set.districts);
    EXPECT_EQ(import.regency, set.regency);
    if (import.villages.size() < static_cast<std::size_t>(set.features) - set.special_areas) {
        EXPECT_TRUE(has_finding(import.findings, "village_in_several_features"));
    }
    const geo::Box indonesia{{94, -12}, {142, 7}};
    for (const ImportedVillage& village : import.villages)
        EXPECT_TRUE(indonesia.contains(geo::bounds(*village.geometry))) << village.name;
}

INSTANTIATE_TEST_SUITE_P(All, RealSets, ::testing::ValuesIn(sets));

TEST(RealFiles, OfOtherKindsAreReadToo) {
    const auto root = real_data();
    if (!root)
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    Progress progress;
    const FeatureTable rivers = read_vector(*root / "big_magelang/shp/SUNGAI.shp", {}, progress);
    EXPECT_EQ(rivers.features.size(), 6640u);
    EXPECT_EQ(rivers.crs->epsg(), 32749);
    EXPECT_TRUE(has_finding(rivers.findings, "missing_dbf"));
    const FeatureTable lines =
        read_vector(*root / "rbi25k_banyuwangi/shp/ADMINISTRASI_LN_25K.shp", {}, progress);
    EXPECT_EQ(lines.features.size(), 563u);
    EXPECT_EQ(lines.crs, crs::wgs84());
    EXPECT_TRUE(std::holds_alternative<geo::LineSet>(lines.features[0].geometry));
}

TEST(RealFiles, HaveTheirCodesRight) {
    const auto root = real_data();
    if (!root)
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    Progress progress;
    FeatureTable pali = read_vector(*root / "big10k_pali/shp/desa.shp", {}, progress);
    const FieldMapping mapping = recognise(pali);
    const auto import = interpret_villages(std::move(pali), mapping, progress);
    int urban = 0;
    for (const ImportedVillage& village : import.villages) {
        EXPECT_TRUE(normalised_code(village.code)) << village.code;
        urban += village.kind == ImportedKind::urban_village;
        EXPECT_TRUE(village.official_area_ha);
    }
    EXPECT_EQ(urban, 6);
    EXPECT_EQ(import.regency_code, "16.12");
}
