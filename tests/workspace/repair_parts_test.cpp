#include "running.h"
#include "workspace/coverage_repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// A ring of "x y" in thousandths of a degree from 109° E, 7° S.
std::string neck_ring(const std::string& corners) {
    std::istringstream numbers(corners);
    std::ostringstream text;
    text.precision(12);
    double x = 0;
    double y = 0;
    std::string first;
    text << '[';
    while (numbers >> x >> y) {
        std::ostringstream place;
        place.precision(12);
        place << '[' << 109 + x / 1000 << ',' << -7 + y / 1000 << ']';
        if (first.empty())
            first = place.str();
        text << place.str() << ',';
    }
    text << first << ']';
    return text.str();
}

std::string neck_village(int number, const std::string& rings) {
    return R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)" + std::to_string(number) +
           R"(","NAMOBJ":"Desa )" + std::to_string(number) +
           R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
           R"("geometry":{"type":"Polygon","coordinates":[)" + rings + "]}}";
}

/// The second village's western land lies in the first one and hangs on a neck that both claim.
class RepairParts : public ::testing::Test {
  protected:
    RepairParts() {
        std::ofstream(folder_ / "desa.geojson")
            << R"({"type":"FeatureCollection","features":[)"
            << neck_village(1,
                            neck_ring("0 0 10 0 10 10 0 10") + "," + neck_ring("4 4 4 6 8 6 8 4"))
            << ","
            << neck_village(
                   2, neck_ring("10 0 20 0 20 10 10 10 10 5.1 8 5.1 8 6 4 6 4 4 8 4 8 4.9 10 4.9"))
            << "]}";
        Progress progress;
        carry_out(plan_of(folder_ / "desa.geojson"), project_, test_environment(), progress);
        running_.act(OpenFile{project_});
    }

    TemporaryFolder folder_;
    fs::path project_ = folder_ / "proyek.gpkg";
    Running running_;
};

TEST_F(RepairParts, ABatchLeavesWhatWouldPartAVillageAndSaysWhy) {
    running_.act(PreviewRepair{RepairWay::longest_border, 100});
    const RepairView& view = running_.workspace.repair();
    EXPECT_FALSE(view.can_apply);
    EXPECT_THAT(view.summary, HasSubstr("akan terpisah dari induknya"));
}

TEST_F(RepairParts, WhoChoosesTheFindingIsToldThatItPartsTheVillage) {
    running_.act(CheckBoundaries{});
    const auto finding = running_.workspace.atlas()->table<model::BoundaryFinding>()[0];
    running_.act(PreviewRepair{RepairWay::to_first, 1, finding.id});
    EXPECT_TRUE(running_.workspace.repair().can_apply);
    EXPECT_THAT(running_.workspace.repair().summary,
                HasSubstr("Desa 2 akan terdiri atas 2 bagian yang terpisah."));
    running_.act(PreviewRepair{RepairWay::to_second, 1, finding.id});
    EXPECT_THAT(running_.workspace.repair().summary, Not(HasSubstr("bagian yang terpisah")));
}

TEST_F(RepairParts, FewSplintersAreNamedOfManyTheSum) {
    const model::Atlas& atlas = *running_.workspace.atlas();
    const i18n::Catalogue& language = running_.workspace.language();
    topology::Repair repair;
    repair.splinters = {{1, 0, 0.25}};
    const auto one = parts_messages(atlas, repair, language);
    ASSERT_THAT(one, SizeIs(1));
    EXPECT_EQ(language.text(one[0]),
              "Pecahan Desa 2 seluas 0,25 m² yang terputus menjadi tanah Desa 1.");
    repair.splinters.assign(4, {1, 0, 0.25});
    const auto many = parts_messages(atlas, repair, language);
    ASSERT_THAT(many, SizeIs(1));
    EXPECT_THAT(language.text(many[0]),
                HasSubstr("4 pecahan desa yang terputus (seluruhnya 1,00 m²)"));
}

} // namespace
} // namespace antardesa::workspace
