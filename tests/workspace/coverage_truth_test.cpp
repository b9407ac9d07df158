#include "grid_file.h"

#include "base/text.h"
#include "workspace/coverage_check.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

namespace fs = std::filesystem;
using analysis::FlawKind;

fs::path data_folder() {
    const char* given = std::getenv("ANTARDESA_TEST_DATA");
    return given ? fs::path(given) : fs::path(ANTARDESA_SOURCE_DIR) / "../shared/data";
}

CoverageCheck checked(const fs::path& source) {
    CheckRequest request;
    request.source = source;
    Progress progress;
    return check_coverage(request, progress);
}

struct Known {
    const char* file;
    int overlapping_pairs; ///< with more than 1 m² in common
    double overlap_ha;
    double gap_ha;
};

class RealSets : public ::testing::TestWithParam<Known> {};
INSTANTIATE_TEST_SUITE_P(
    Known, RealSets,
    ::testing::Values(
        Known{"rbi25k_kuningan/shp/ADMINISTRASIDESA_AR_25K.shp", 0, 0, 0},
        Known{"rbi25k_banyuwangi/shp/ADMINISTRASIDESA_AR_25K.shp", 0, 0, 0},
        Known{"big_magelang/shp/BATAS_DESA.shp", 20, 0.16, 0.12},
        Known{"hdx_pati/shp/desa.shp", 0, 0, 0}, Known{"hdx_sumenep/shp/desa.shp", 0, 0, 0},
        Known{"cah_pati/shp/desa.shp", 789, 57.79, 61.44},
        Known{"big10k_pali/shp/desa.shp", 0, 0, 0}, Known{"bps_berau/shp/desa.shp", 5, 250.01, 0},
        Known{"idm_sambas/shp/desa.shp", 2, 0, 0}, Known{"sleman_utm/shp/Batas_Desa.shp", 0, 0, 0},
        Known{"hdx_prov51_bali/shp/desa_prov51.shp", 0, 0, 0}));

/// The figures of the data's README, measured with GEOS pair by pair.
TEST_P(RealSets, HaveTheKnownOverlapsAndGaps) {
    const fs::path source = data_folder() / "real" / GetParam().file;
    if (!fs::exists(source))
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    const CoverageCheck found = checked(source);
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> pairs;
    double gaps = 0;
    for (const analysis::BoundaryFlaw& flaw : found.check.flaws) {
        EXPECT_NE(flaw.kind, FlawKind::invalid_ring);
        if (flaw.kind == FlawKind::gap)
            gaps += flaw.ellipsoid_m2;
        if (flaw.kind != FlawKind::overlap)
            continue;
        for (std::size_t i = 0; i < flaw.shapes.size(); ++i)
            for (std::size_t j = i + 1; j < flaw.shapes.size(); ++j)
                pairs[{flaw.shapes[i], flaw.shapes[j]}] += flaw.ellipsoid_m2;
    }
    int large = 0;
    double area = 0;
    for (const auto& [pair, shared] : pairs) {
        large += shared > 1;
        area += shared;
    }
    EXPECT_EQ(large, GetParam().overlapping_pairs);
    EXPECT_NEAR(area / 1e4, GetParam().overlap_ha, 0.006 + GetParam().overlap_ha * 0.01);
    EXPECT_NEAR(gaps / 1e4, GetParam().gap_ha, 0.006 + GetParam().gap_ha * 0.01);
}

TEST(BrokenVillages, AreAllNamed) {
    const fs::path source = data_folder() / "real/real_pathologies/invalid_villages.geojson";
    if (!fs::exists(source))
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    const CoverageCheck found = checked(source);
    std::set<std::uint32_t> invalid;
    for (const analysis::BoundaryFlaw& flaw : found.check.flaws)
        if (flaw.kind == FlawKind::invalid_ring)
            invalid.insert(flaw.shapes.front());
    EXPECT_EQ(invalid.size(), found.shapes.size());
}

/// A planted defect, or a found one: kind and villages; areas by kind.
using Named = std::pair<std::string, std::set<std::string>>;

std::map<Named, double> planted(const fs::path& truth, std::vector<geo::Box>& lakes) {
    std::map<Named, double> defects;
    std::ifstream file(truth);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto cells = split(line, ',');
        std::set<std::string> villages{std::string(cells[1]), std::string(cells[2])};
        villages.erase("");
        const std::string kind(cells[0]);
        const auto number = [&](std::size_t i) { return parse_number(trimmed(cells[i])).value(); };
        if (kind == "lake")
            lakes.push_back({{number(9), number(10)}, {number(11), number(12)}});
        else if (kind == "self_intersection" || kind == "duplicate")
            defects[{kind, villages}] = 0;
        if (kind == "overlap" || kind == "sliver")
            defects[{"overlap", villages}] = number(4);
        if (kind == "gap" || kind == "sliver")
            defects[{"gap", villages}] = number(5);
    }
    return defects;
}

std::map<Named, double> found_in(const CoverageCheck& check, const std::vector<geo::Box>& lakes) {
    std::map<Named, double> found;
    for (const analysis::BoundaryFlaw& flaw : check.check.flaws) {
        const bool in_lake = std::any_of(lakes.begin(), lakes.end(), [&](const geo::Box& lake) {
            return lake.contains(flaw.place);
        });
        if (flaw.kind == FlawKind::outside_district || (flaw.kind == FlawKind::gap && in_lake))
            continue;
        std::set<std::string> villages;
        for (const std::uint32_t shape : flaw.shapes)
            villages.insert(check.shapes[shape].label);
        const bool strip = flaw.kind == FlawKind::overlap || flaw.kind == FlawKind::gap;
        const std::string kind = flaw.kind == FlawKind::invalid_ring
                                     ? "self_intersection"
                                     : analysis::flaw_kind_name(flaw.kind);
        EXPECT_EQ(found.count({kind, villages}), 0U) << "one strip, one finding";
        found[{kind, villages}] = strip ? flaw.area_m2 : 0;
    }
    return found;
}

TEST(GeneratedCoverage, EveryPlantedDefectIsFoundAndNoneInvented) {
    const fs::path generator = data_folder() / "gen/gen_desa.py";
    if (!fs::exists(generator))
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    const testing::TemporaryFolder folder;
    const std::string command = "/usr/bin/python3 " + generator.string() +
                                " --n 300 --verts 300 --kec 15 --defects 30 --no-ll --out " +
                                folder.path().string() + " >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0)
        GTEST_SKIP() << "the generator needs python3-numpy, python3-scipy and python3-gdal";
    std::vector<geo::Box> lakes;
    const auto truth = planted(folder / "truth.csv", lakes);
    const auto found = found_in(checked(folder / "desa.shp"), lakes);
    EXPECT_GT(truth.size(), 20U);
    for (const auto& [defect, area] : truth) {
        const auto at = found.find(defect);
        ASSERT_NE(at, found.end()) << defect.first << ' ' << *defect.second.begin();
        EXPECT_NEAR(at->second, area, area * 1e-5);
    }
    for (const auto& [defect, area] : found)
        EXPECT_EQ(truth.count(defect), 1U)
            << "invented: " << defect.first << ' ' << *defect.second.begin();
}

} // namespace
} // namespace antardesa::workspace
