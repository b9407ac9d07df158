#include "grid_file.h"

#include "crs/ellipsoid.h"
#include "workspace/coverage_repair.h"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// Batch repairs of whole kabupaten, real and generated: nothing vanishes, the ledger adds up, and
/// a second run has nothing to do.
namespace antardesa::workspace {
namespace {

namespace fs = std::filesystem;
using testing::plan_of;
using testing::test_environment;

fs::path data_folder() {
    const char* given = std::getenv("ANTARDESA_TEST_DATA");
    return given ? fs::path(given) : fs::path(ANTARDESA_SOURCE_DIR) / "../shared/data";
}

RepairOrder everything(topology::RepairRule rule) {
    RepairOrder order;
    order.request.rule = rule;
    order.request.max_width_m = std::numeric_limits<double>::infinity();
    return order;
}

double area_in(const model::Atlas& atlas, topology::Claimant claimant) {
    const std::size_t area = claimant - atlas.villages().size();
    return crs::ellipsoidal_area(claimant < atlas.villages().size()
                                     ? *atlas.villages()[claimant].geometry
                                     : *atlas.table<model::SpecialArea>()[area].geometry);
}

void repair_and_prove(const fs::path& source, const fs::path& project, topology::RepairRule rule) {
    Progress progress;
    carry_out(plan_of(source), project, test_environment(), progress);
    const auto before = load_project(project, progress).atlas;
    const RepairPlan plan = repair_project(project, everything(rule), test_environment(), progress);
    const topology::Repair& repair = plan.repair.repair;
    EXPECT_GT(repair.repaired, 0);
    EXPECT_NEAR(repair.ledger.sum(), 0, 1e-6) << "1 mm² for the kabupaten";
    // Ends of mended lines are rounded to doubles: nanometres along kilometres.
    EXPECT_NEAR(repair.ledger.opened, 0, 1e-5);
    EXPECT_NEAR(repair.ledger.redrawn, 0, 1e-3);
    const auto after = load_project(project, progress).atlas;
    for (const topology::LedgerRow& row : repair.ledger.villages) {
        EXPECT_EQ(row.before, area_in(*before, row.claimant));
        EXPECT_EQ(row.after, area_in(*after, row.claimant)) << "as it is stored";
    }
    ASSERT_EQ(after->villages().size(), before->villages().size());
    for (std::size_t i = 0; i < after->villages().size(); ++i) {
        EXPECT_EQ(after->villages()[i].id, before->villages()[i].id);
        EXPECT_EQ(after->villages()[i].geometry->empty(), before->villages()[i].geometry->empty())
            << after->villages()[i].name;
    }
    const RepairPlan again =
        repair_project(project, everything(rule), test_environment(), progress);
    EXPECT_EQ(again.repair.repair.repaired, 0);
    EXPECT_TRUE(again.edit.writes.empty());
    EXPECT_EQ(again.repair.repair.left, repair.left);
}

class RealKabupaten : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(BatchRepair, RealKabupaten,
                         ::testing::Values("big_magelang/shp/BATAS_DESA.shp",
                                           "cah_pati/shp/desa.shp"));

TEST_P(RealKabupaten, IsRepairedOnceAndForAll) {
    const fs::path source = data_folder() / "real" / GetParam();
    if (!fs::exists(source))
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    const testing::TemporaryFolder folder;
    repair_and_prove(source, folder / "proyek.gpkg", topology::RepairRule::longest_border);
}

/// The presets of the data's generator: 300 villages of 800 and of 5,000 vertices.
class GeneratedKabupaten : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(BatchRepair, GeneratedKabupaten, ::testing::Values("kab", "kab-dense"),
                         [](const auto& one) {
                             return std::string(one.param == std::string("kab") ? "Kab"
                                                                                : "KabDense");
                         });

TEST_P(GeneratedKabupaten, IsRepairedOnceAndForAll) {
    const fs::path generator = data_folder() / "gen/gen_desa.py";
    if (!fs::exists(generator))
        GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
    const testing::TemporaryFolder folder;
    const std::string command = "/usr/bin/python3 " + generator.string() + " --preset " +
                                GetParam() + " --no-ll --out " + folder.path().string() +
                                " >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0)
        GTEST_SKIP() << "the generator needs python3-numpy, python3-scipy and python3-gdal";
    repair_and_prove(folder / "desa.shp", folder / "proyek.gpkg", topology::RepairRule::midline);
}

} // namespace
} // namespace antardesa::workspace
