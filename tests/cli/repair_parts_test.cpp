#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

/// The second village's western land lies in the first one and hangs on a neck that both claim.
class RepairParts : public Shell {
  protected:
    std::string with_neck() {
        write("batas.geojson", R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"KDEPUM":"99.01.01.2001","NAMOBJ":"Desa 1",
             "WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},
             "geometry":{"type":"Polygon","coordinates":[
             [[109,-7],[109.01,-7],[109.01,-6.99],[109,-6.99],[109,-7]],
             [[109.004,-6.996],[109.004,-6.994],[109.008,-6.994],[109.008,-6.996],
              [109.004,-6.996]]]}},
            {"type":"Feature","properties":{"KDEPUM":"99.01.01.2002","NAMOBJ":"Desa 2",
             "WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},
             "geometry":{"type":"Polygon","coordinates":[
             [[109.01,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99],[109.01,-6.9949],
              [109.008,-6.9949],[109.008,-6.994],[109.004,-6.994],[109.004,-6.996],
              [109.008,-6.996],[109.008,-6.9951],[109.01,-6.9951],[109.01,-7]]]}}]})");
        const std::string path = in_folder("proyek.gpkg");
        const Answer answer = run({"--quiet", "import", in_folder("batas.geojson"), path});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return path;
    }
};

TEST_F(RepairParts, ABatchLeavesWhatWouldPartAVillage) {
    const std::string path = with_neck();
    for (const char* rule : {"longest-border", "to-a"}) {
        const json::Value document =
            run({"repair", path, "--rule", rule, "--max-width", "100", "--json"}).json();
        EXPECT_EQ(document["repaired"].integer(), 0);
        ASSERT_THAT(document["refusals"].array(), SizeIs(1));
        EXPECT_EQ(document["refusals"].array()[0]["reason"].string(), "would_part");
    }
}

TEST_F(RepairParts, OneFindingPartsItAndSaysSo) {
    const std::string path = with_neck();
    const Answer told = run({"repair", path, "--finding", "1", "--rule", "to-a", "--dry-run"});
    ASSERT_EQ(told.code, 0) << told.error;
    EXPECT_THAT(told.out + told.error, HasSubstr("Desa 2 akan terdiri atas 2 bagian"));
    const json::Value document =
        run({"repair", path, "--finding", "1", "--rule", "to-a", "--json"}).json();
    ASSERT_THAT(document["parted"].array(), SizeIs(1));
    EXPECT_EQ(document["parted"].array()[0]["village"].string(), "99.01.01.2002");
    EXPECT_EQ(document["parted"].array()[0]["parts"].integer(), 2);
    EXPECT_THAT(document["splinters"].array(), SizeIs(0));
}

} // namespace
} // namespace antardesa::cli
