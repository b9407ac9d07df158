#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using testing::HasSubstr;

struct Outline {
    std::string code;
    std::string name;
    std::string ring;
    std::string remark = {};
};

/// Broken rings and copies of villages, mended by their rules.
class Mend : public Shell {
  protected:
    std::string project(const std::vector<Outline>& outlines) {
        std::string text = R"({"type":"FeatureCollection","features":[)";
        for (std::size_t i = 0; i < outlines.size(); ++i)
            text += std::string(i ? "," : "") + R"({"type":"Feature","properties":{"KDEPUM":")" +
                    outlines[i].code + R"(","NAMOBJ":")" + outlines[i].name + R"(","REMARK":")" +
                    outlines[i].remark +
                    R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
                    R"("geometry":{"type":"Polygon","coordinates":[[)" + outlines[i].ring + "]]}}";
        write("batas.geojson", text + "]}");
        const std::string path = in_folder("proyek.gpkg");
        EXPECT_EQ(run({"--quiet", "import", in_folder("batas.geojson"), path}).code, 0);
        return path;
    }
    json::Value villages(const std::string& path) {
        return run({"list", path, "villages", "--json"}).json()["items"];
    }
    std::size_t found(const std::string& path, const char* kind) {
        return run({"check", path, "--json"}).json()[kind].array().size();
    }
    static double sum_of(const json::Value& document) {
        double sum = 0;
        for (const json::Value& row : document["ledger"].array())
            sum += row["delta_m2"].number();
        return sum;
    }

    const Outline west{"99.01.01.2001", "Desa 1",
                       "[109,-7],[109.01,-7],[109.01,-6.995],[109.012,-6.995],[109.01,-6.995],"
                       "[109.01,-6.99],[109,-6.99],[109,-6.99],[109,-7]"};
    const Outline east{"99.01.01.2002", "Desa 2",
                       "[109.02,-6.99],[109.01,-6.99],[109.01,-6.995],[109.01,-7],"
                       "[109.02,-7],[109.02,-6.99]"};
};

TEST_F(Mend, TakesSpikesAndRepeatedVerticesAwayOnce) {
    const std::string path = project({west, east});
    ASSERT_EQ(found(path, "invalid"), 2U);
    const Answer preview = run({"repair", path, "--rule", "rings", "--dry-run"});
    EXPECT_EQ(preview.code, 0) << preview.error;
    EXPECT_EQ(found(path, "invalid"), 2U) << "a preview writes nothing";
    const Answer answer = run({"repair", path, "--rule", "rings", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value document = answer.json();
    EXPECT_EQ(document["repaired"].integer(), 2);
    EXPECT_NEAR(document["sum_m2"].number(), 0, 1e-6);
    EXPECT_NEAR(sum_of(document), 0, 1e-6);
    EXPECT_EQ(document["mended"].array()[0]["kind"].string(), "poligon_rusak");
    EXPECT_EQ(found(path, "invalid"), 0U);
    EXPECT_EQ(villages(path).array().size(), 2U);
    const json::Value again = run({"repair", path, "--rule", "rings", "--json"}).json();
    EXPECT_EQ(again["repaired"].integer(), 0) << "a second run finds nothing to do";
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(found(path, "invalid"), 2U);
    EXPECT_THAT(run({"history", path}).out, HasSubstr("Cincin rusak diperbaiki: 2 temuan"));
}

TEST_F(Mend, MendsOneFindingAndSaysByWhichRule) {
    const std::string path = project({west, east});
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    const Answer wrong = run({"repair", path, "--rule", "midline", "--finding", "1"});
    EXPECT_NE(wrong.code, 0);
    EXPECT_THAT(wrong.error, HasSubstr("--rule rings"));
    const Answer right = run({"repair", path, "--rule", "rings", "--finding", "1", "--json"});
    ASSERT_EQ(right.code, 0) << right.error;
    EXPECT_EQ(right.json()["repaired"].integer(), 2) << "all faults of the village's rings";
    EXPECT_EQ(run({"list", path, "findings", "--json"}).json()["items"].array().size(), 0U)
        << "the recorded findings follow";
}

TEST_F(Mend, AsksForAPaperWhereAnAgreedLineWouldChange) {
    // Both go round a loop in their common line.
    const std::string loop = "[109.01,-6.996],[109.012,-6.996],[109.012,-6.995],"
                             "[109.011,-6.995],[109.011,-6.997],[109.01,-6.993]";
    const std::string back = "[109.01,-6.993],[109.011,-6.997],[109.011,-6.995],"
                             "[109.012,-6.995],[109.012,-6.996],[109.01,-6.996]";
    const std::string path = project(
        {{"99.01.01.2001", "Desa 1",
          "[109,-7],[109.01,-7]," + loop + ",[109.01,-6.99],[109,-6.99],[109,-7]"},
         {"99.01.01.2002", "Desa 2",
          "[109.02,-7],[109.02,-6.99],[109.01,-6.99]," + back + ",[109.01,-7],[109.02,-7]"}});
    ASSERT_EQ(found(path, "invalid"), 2U);
    ASSERT_EQ(run({"segments", path, "--set", "1=sepakat", "--document-kind", "berita_acara",
                   "--document-number", "3/2026", "--document-date", "2026-03-04",
                   "--document-title", "Kesepakatan"})
                  .code,
              0);
    const json::Value kept = run({"repair", path, "--rule", "rings", "--json"}).json();
    EXPECT_EQ(kept["repaired"].integer(), 0);
    EXPECT_EQ(kept["settled"].integer(), 2);
    const Answer traced = run({"repair", path, "--rule", "rings", "--fall-back", "--json"});
    ASSERT_EQ(traced.code, 0) << traced.error;
    EXPECT_EQ(traced.json()["repaired"].integer(), 2);
    EXPECT_NEAR(sum_of(traced.json()), 0, 1e-6);
    EXPECT_EQ(found(path, "invalid"), 0U);
    EXPECT_EQ(run({"segments", path, "--json"}).json()["segments"].array()[0]["state"].string(),
              "pelacakan");
}

TEST_F(Mend, LeavesTwoVillagesWithOneOutlineToPeople) {
    const std::string ring = "[109.02,-6.99],[109.01,-6.99],[109.01,-7],[109.02,-7],[109.02,-6.99]";
    const std::string path =
        project({{"99.01.01.2001", "Desa 1", ring}, {"99.01.01.2002", "Desa 2", ring}});
    const Answer answer = run({"repair", path, "--rule", "duplicates", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(answer.json()["repaired"].integer(), 0);
    EXPECT_EQ(answer.json()["refusals"].array()[0]["reason"].string(), "differing_codes");
    EXPECT_EQ(villages(path).array().size(), 2U);
    EXPECT_THAT(run({"repair", path, "--rule", "duplicates"}).out, HasSubstr("samakan kodenya"));
}

TEST_F(Mend, RemovesCopiesOfOneSpecialAreaAndAsksAboutOthers) {
    const std::string lake = "[109.02,-6.99],[109.01,-6.99],[109.01,-7],[109.02,-7],[109.02,-6.99]";
    const std::string wood = "[109.03,-6.99],[109.02,-6.99],[109.02,-7],[109.03,-7],[109.03,-6.99]";
    const std::string land = "[109,-7],[109.01,-7],[109.01,-6.99],[109,-6.99],[109,-7]";
    const std::string path = project({{"99.01.01.2001", "Desa 1", land},
                                      {"", "Rawa Pening", lake, "Danau"},
                                      {"", "Rawa Pening", lake, "Danau"},
                                      {"", "Wana", wood, "Hutan lindung"},
                                      {"", "Telaga", wood, "Danau"}});
    ASSERT_EQ(found(path, "duplicates"), 2U);
    const Answer answer = run({"repair", path, "--rule", "duplicates", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(answer.json()["repaired"].integer(), 1);
    EXPECT_NEAR(sum_of(answer.json()), 0, 1e-6);
    const json::Value left = answer.json()["refusals"].array()[0];
    EXPECT_EQ(left["reason"].string(), "differing_areas");
    EXPECT_EQ(found(path, "duplicates"), 1U);
    const Answer kept =
        run({"repair", path, "--rule", "duplicates", "--finding", "1", "--to", "area#4"});
    ASSERT_EQ(kept.code, 0) << kept.error;
    EXPECT_EQ(found(path, "duplicates"), 0U);
    const Answer clean = run({"integrity", path});
    EXPECT_EQ(clean.code, 0) << clean.out << clean.error;
    const Answer without = run({"repair", path, "--rule", "midline", "--to", "area#4"});
    EXPECT_EQ(without.code, 2) << "two rules at once";
}

} // namespace
} // namespace antardesa::cli
