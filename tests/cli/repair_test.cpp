#include "shell.h"

#include "project/project_file.h"

#include <iomanip>

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

class Repair : public Shell {
  protected:
    /// Three villages in a row; the middle one overlaps the first by half a metre and the third by
    /// a hundred.
    std::string flawed_project() {
        std::ostringstream text;
        text << std::setprecision(12) << R"({"type":"FeatureCollection","features":[)";
        const double boxes[3][2] = {{109, 109.01}, {109.0099955, 109.02}, {109.019, 109.03}};
        for (int i = 0; i < 3; ++i) {
            const auto [w, e] = boxes[i];
            text << (i ? "," : "") << R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)"
                 << i + 1 << R"(","NAMOBJ":"Desa )" << i + 1
                 << R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)"
                 << R"("geometry":{"type":"Polygon","coordinates":[[[)" << w << ",-7],[" << e
                 << ",-7],[" << e << ",-6.99],[" << w << ",-6.99],[" << w << ",-7]]]}}";
        }
        text << "]}";
        write("batas.geojson", text.str());
        const std::string path = in_folder("proyek.gpkg");
        const Answer answer = run({"--quiet", "import", in_folder("batas.geojson"), path});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return path;
    }
    std::int64_t overlaps(const std::string& path) {
        return run({"check", path, "--json"}).json()["summary"]["overlaps"].integer();
    }
};

TEST_F(Repair, MendsTheTechnicalOnesAndProvesIt) {
    const std::string path = flawed_project();
    EXPECT_EQ(overlaps(path), 2);
    const Answer answer = run({"repair", path, "--rule", "longest-border", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value document = answer.json();
    EXPECT_EQ(document["repaired"].integer(), 1);
    EXPECT_EQ(document["left"].integer(), 1);
    EXPECT_EQ(document["total"].integer(), 2);
    ASSERT_EQ(document["refusals"].array().size(), 1U) << "whatever stays says why";
    EXPECT_EQ(document["refusals"].array()[0]["reason"].string(), "not_chosen");
    EXPECT_NEAR(document["sum_m2"].number(), 0, 1e-6);
    double sum = 0;
    int villages = 0;
    for (const json::Value& row : document["ledger"].array()) {
        sum += row["delta_m2"].number();
        villages += row["kind"].string() == "village";
        EXPECT_NEAR(row["after_m2"].number(), row["before_m2"].number() + row["delta_m2"].number(),
                    1e-6);
    }
    EXPECT_NEAR(sum, 0, 1e-6);
    EXPECT_EQ(villages, 2) << "the third village is not touched";
    const json::Value listed = run({"list", path, "villages", "--json"}).json();
    for (const json::Value& row : document["ledger"].array())
        for (const json::Value& village : listed["items"].array())
            if (village["code"].string() == row["village"].string()) {
                EXPECT_EQ(village["area_m2"].number(), row["after_m2"].number());
            }
    EXPECT_EQ(overlaps(path), 1) << "the wide one is a matter for people";
    EXPECT_EQ(run({"list", path, "villages", "--json"}).json()["items"].array().size(), 3U);
    const json::Value again = run({"repair", path, "--rule", "longest-border", "--json"}).json();
    EXPECT_EQ(again["repaired"].integer(), 0) << "a second run finds nothing to do";
    EXPECT_EQ(again["left"].integer(), 1) << "and says what still stands";
    const Answer in_words = run({"repair", path, "--rule", "longest-border"});
    EXPECT_THAT(in_words.out, testing::HasSubstr("Tidak ada yang dapat dikerjakan"));
    EXPECT_THAT(in_words.out, testing::Not(testing::HasSubstr("Urungkan")))
        << "nothing was written";
}

TEST_F(Repair, CountsEveryFindingOnceInWordsToo) {
    const std::string path = flawed_project();
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    const json::Value found = run({"list", path, "findings", "--json"}).json();
    std::string wide;
    double largest = 0;
    for (const json::Value& item : found["items"].array())
        if (item["kind"].string() == "tumpang_tindih" && item["area_m2"].number() > largest) {
            largest = item["area_m2"].number();
            wide = std::to_string(item["id"].integer());
        }
    ASSERT_EQ(run({"allow", path, wide, "--reason", "saling_klaim"}).code, 0);
    const std::vector<std::string> all{"repair",      path,  "--rule",   "longest-border",
                                       "--max-width", "1e6", "--dry-run"};
    std::vector<std::string> as_json = all;
    as_json.emplace_back("--json");
    const json::Value counts = run(as_json).json();
    EXPECT_EQ(counts["repaired"].integer(), 1);
    EXPECT_EQ(counts["allowed"].integer(), 1);
    EXPECT_EQ(counts["left"].integer(), 0) << "what may stay is not left over";
    EXPECT_EQ(counts["total"].integer(), 2);
    EXPECT_THAT(run(all).out, ::testing::HasSubstr(
                                  "2 temuan: 1 diperbaiki, 0 tersisa, 1 diizinkan (pengecualian), "
                                  "0 ditolak karena garis definitif, 0 menyangkut garis yang "
                                  "disepakati, 0 tidak dapat diperbaiki"));
}

/// Two villages that share the southern half of their line and both claim a strip in the north.
class AgreedLine : public Repair {
  protected:
    std::string project() {
        const auto feature = [](const char* number, const std::string& ring) {
            return std::string(R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)") +
                   number + R"(","NAMOBJ":"Desa )" + number +
                   R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
                   R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
        };
        write("batas.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  feature("1", "[109,-7],[109.01,-7],[109.01,-6.995],[109.0101,-6.9925],"
                               "[109.01,-6.99],[109,-6.99],[109,-7]") +
                  "," +
                  feature("2", "[109.02,-6.99],[109.01,-6.99],[109.01,-6.995],[109.01,-7],"
                               "[109.02,-7],[109.02,-6.99]") +
                  "]}");
        const std::string path = in_folder("sepakat.gpkg");
        EXPECT_EQ(run({"--quiet", "import", in_folder("batas.geojson"), path}).code, 0);
        EXPECT_EQ(run({"segments", path, "--set", "1=sepakat", "--document-kind", "berita_acara",
                       "--document-number", "3/2026", "--document-date", "2026-03-04",
                       "--document-title", "Kesepakatan"})
                      .code,
                  0);
        return path;
    }
    json::Value segment(const std::string& path) {
        return run({"segments", path, "--json"}).json()["segments"].array()[0];
    }
    std::vector<std::string> midline(const std::string& path,
                                     const std::vector<std::string>& more) {
        std::vector<std::string> all{"repair", path, "--rule", "midline", "--max-width", "100"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
};

TEST_F(AgreedLine, IsNotChangedByARepairThatSaysNothingOfIt) {
    const std::string path = project();
    const std::string before = bytes(path);
    const json::Value document = run(midline(path, {"--json"})).json();
    EXPECT_EQ(document["repaired"].integer(), 0);
    EXPECT_EQ(document["settled"].integer(), 1);
    EXPECT_EQ(document["refusals"].array()[0]["reason"].string(), "settled_line");
    const Answer one = run(midline(path, {"--finding", "1"}));
    EXPECT_EQ(one.code, 1);
    EXPECT_THAT(one.error, ::testing::HasSubstr("sudah disepakati"));
    EXPECT_EQ(bytes(path), before);
}

TEST_F(AgreedLine, IsAgreedAnewByANewPaperOrFallsBack) {
    const std::string path = project();
    const std::vector<std::string> paper{"--document-kind",  "berita_acara",    "--document-number",
                                         "9/2026",           "--document-date", "2026-05-06",
                                         "--document-title", "Kesepakatan baru"};
    const Answer anew = run(midline(path, paper));
    ASSERT_EQ(anew.code, 0) << anew.error;
    EXPECT_EQ(overlaps(path), 0);
    EXPECT_EQ(segment(path)["state"].string(), "sepakat");
    EXPECT_EQ(segment(path)["document"].integer(), 2);
    EXPECT_EQ(run({"list", path, "findings", "--json"}).out.find("garis_bergeser"),
              std::string::npos)
        << "the new paper describes the new line";
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(segment(path)["document"].integer(), 1) << "one step";
    ASSERT_EQ(run(midline(path, {"--fall-back"})).code, 0);
    EXPECT_EQ(segment(path)["state"].string(), "pelacakan");
    EXPECT_TRUE(segment(path)["document"].is_null());
}

TEST_F(AgreedLine, IsCalledByTheNumberThatTheListHas) {
    const std::string path = flawed_project();
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    const auto narrow = [&] {
        const json::Value listed = run({"list", path, "findings", "--json"}).json();
        std::string id;
        double least = 1e9;
        for (const json::Value& item : listed["items"].array())
            if (item["area_m2"].number() < least) {
                least = item["area_m2"].number();
                id = std::to_string(item["id"].integer());
            }
        return id;
    };
    const std::string wide = narrow() == "1" ? "2" : "1";
    ASSERT_EQ(run({"repair", path, "--rule", "midline", "--finding", wide}).code, 0);
    ASSERT_EQ(run({"list", path, "findings", "--json"}).json()["items"].array().size(), 1U);
    EXPECT_EQ(run({"check", path, "--json"}).json()["overlaps"].array()[0]["number"].integer(),
              std::stoll(narrow()))
        << "one number for list, check and repair";
    EXPECT_EQ(run({"repair", path, "--rule", "midline", "--finding", wide}).code, 1);
    ASSERT_EQ(run({"repair", path, "--rule", "midline", "--finding", narrow()}).code, 0);
    EXPECT_EQ(overlaps(path), 0);
}

TEST_F(Repair, IsOneEditThatCanBeTakenBack) {
    const std::string path = flawed_project();
    const std::string before = project::content_dump(path);
    ASSERT_EQ(run({"repair", path, "--rule", "midline", "--max-width", "1000"}).code, 0);
    EXPECT_EQ(overlaps(path), 0);
    const json::Value history = run({"history", path, "--json"}).json();
    ASSERT_EQ(history["edits"].array().size(), 2U);
    EXPECT_EQ(history["edits"].array()[0]["edit"].string(), "edit.repair_midline");
    EXPECT_EQ(run({"segments", path, "--json"}).json()["segments"].array().size(), 2U)
        << "the villages have lines in common now";
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(project::content_dump(path), before);
}

TEST_F(Repair, DryRunWritesNothing) {
    const std::string path = flawed_project();
    const std::string before = bytes(path);
    const Answer answer = run({"repair", path, "--rule", "longest-border", "--dry-run", "--json"});
    EXPECT_EQ(answer.json()["repaired"].integer(), 1);
    EXPECT_TRUE(answer.json()["dry_run"].boolean());
    EXPECT_EQ(bytes(path), before);
}

/// Twenty villages whose lines cross each other thousands of times, beside the flawed ones.
TEST_F(Repair, LeavesOutWhoIsTooTangledAndMendsTheRest) {
    std::ostringstream text;
    text << std::setprecision(12) << R"({"type":"FeatureCollection","features":[)";
    const auto feature = [&](int number, const std::vector<std::pair<double, double>>& ring) {
        text << (number ? "," : "") << R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.2)"
             << 100 + number << R"(","NAMOBJ":"Desa )" << number
             << R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)"
             << R"("geometry":{"type":"Polygon","coordinates":[[)";
        for (std::size_t i = 0; i <= ring.size(); ++i)
            text << (i ? "," : "") << "[" << ring[i % ring.size()].first << ","
                 << ring[i % ring.size()].second << "]";
        text << "]]}}";
    };
    feature(0, {{109, -7}, {109.01, -7}, {109.01, -6.99}, {109, -6.99}});
    feature(1, {{109.0099955, -7}, {109.02, -7}, {109.02, -6.99}, {109.0099955, -6.99}});
    for (int i = 0; i < 20; ++i) {
        std::vector<std::pair<double, double>> ring;
        const int teeth = 60 + i;
        const auto add = [&](double along, double across) {
            ring.emplace_back(110 + (i % 2 ? across : along) / 100,
                              -7 + (i % 2 ? along : across) / 100);
        };
        for (int k = 0; k < teeth; ++k) {
            const double from = static_cast<double>(k) / teeth;
            const double to = (k + 0.5) / teeth;
            add(from, 0), add(from, 1), add(to, 1), add(to, 0);
        }
        add(1, -0.01), add(0, -0.01);
        feature(2 + i, ring);
    }
    text << "]}";
    write("kusut.geojson", text.str());
    const std::string path = in_folder("proyek.gpkg");
    ASSERT_EQ(run({"--quiet", "import", in_folder("kusut.geojson"), path}).code, 0);
    const Answer answer = run({"repair", path, "--rule", "longest-border", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value document = answer.json();
    EXPECT_GE(document["repaired"].integer(), 1);
    EXPECT_GE(document["tangled"].array().size(), 18U);
    EXPECT_NEAR(document["sum_m2"].number(), 0, 1e-6);
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    int tangled = 0;
    const json::Value listed = run({"list", path, "findings", "--json"}).json();
    for (const json::Value& item : listed["items"].array()) {
        tangled += item["kind"].string() == "terlalu_kusut";
        EXPECT_FALSE(item["kind"].string() == "tumpang_tindih" &&
                     item["villages"].array()[0].string() == "99.01.01.2100")
            << "mended";
    }
    EXPECT_EQ(static_cast<std::size_t>(tangled), document["tangled"].array().size())
        << "they stand in the work list";
}

TEST_F(Repair, SettlesOneCaseAsAPersonDecides) {
    const std::string path = flawed_project();
    const json::Value check = run({"check", path, "--json"}).json();
    std::string number;
    for (const json::Value& overlap : check["overlaps"].array())
        if (!overlap["sliver"].boolean())
            number = std::to_string(overlap["number"].integer());
    ASSERT_FALSE(number.empty());
    for (const auto& [way, value] : std::vector<std::pair<std::string, std::string>>{
             {"--to", "99.01.01.2003"}, {"--rule", "to-b"}}) {
        const Answer answer =
            run({"repair", path, way, value, "--finding", number, "--dry-run", "--json"});
        ASSERT_EQ(answer.code, 0) << answer.error;
        const json::Value document = answer.json();
        EXPECT_EQ(document["repaired"].integer(), 1);
        EXPECT_EQ(document["left"].integer(), 0) << "the sliver is another case";
        EXPECT_EQ(document["total"].integer(), 1);
        EXPECT_THAT(document["refusals"].array(), testing::IsEmpty());
        EXPECT_LT(document["ledger"].array()[0]["delta_m2"].number(), -1e5);
        EXPECT_NEAR(document["ledger"].array()[1]["delta_m2"].number(), 0, 1e-5);
    }
    EXPECT_THAT(run({"repair", path, "--to", "99.01.01.2001", "--finding", number}).error,
                testing::HasSubstr("(99.01.01.2001) tidak ikut"))
        << "who was meant is named";
    EXPECT_EQ(run({"repair", path, "--rule", "to-a", "--finding", number}).code, 0);
    EXPECT_EQ(overlaps(path), 1);
    EXPECT_EQ(run({"history", path, "--json"}).json()["edits"].array()[0]["edit"].string(),
              "edit.repair_to_first");
    EXPECT_EQ(run({"repair", path, "--rule", "to-a", "--finding", "99"}).code, 1);
    EXPECT_EQ(run({"repair", path, "--to", "99.01.01.2009", "--finding", "1"}).code, 1);
}

TEST_F(Repair, ASnapSaysHowMuchWiderTheCaseIs) {
    const std::string path = flawed_project();
    const Answer answer =
        run({"repair", path, "--rule", "snap", "--tolerance", "0.2", "--finding", "1"});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.error, testing::HasSubstr("100 m")) << "as wide as it is";
    EXPECT_THAT(answer.error, testing::HasSubstr("20 cm")) << "the tolerance";
    EXPECT_EQ(overlaps(path), 2);
}

TEST_F(Repair, FollowsAnAgreedLine) {
    const std::string path = flawed_project();
    const auto line = [&](const std::string& from, const std::string& to) {
        write("garis.geojson",
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
              R"("geometry":{"type":"LineString","coordinates":[[)" +
                  from + "],[" + to + "]]}}]}");
        return in_folder("garis.geojson");
    };
    const std::vector<std::string> all{"repair", path, "--max-width", "1e6", "--json"};
    const auto along = [&](const std::string& file) {
        std::vector<std::string> arguments = all;
        arguments.insert(arguments.end(), {"--line", file});
        return run(arguments);
    };
    const json::Value short_line = along(line("109.0194,-6.995", "109.0194,-6.98")).json();
    EXPECT_EQ(short_line["repaired"].integer(), 0);
    EXPECT_EQ(short_line["refusals"].array()[0]["reason"].string(), "line_does_not_cut");
    const json::Value whole = along(line("109.0194,-7.01", "109.0194,-6.98")).json();
    EXPECT_EQ(whole["repaired"].integer(), 1);
    EXPECT_NEAR(whole["sum_m2"].number(), 0, 1e-6);
    const double ratio = whole["ledger"].array()[0]["delta_m2"].number() /
                         whole["ledger"].array()[1]["delta_m2"].number();
    EXPECT_NEAR(ratio, 6.0 / 4.0, 1e-6) << "the middle village gives what lies east of the line";
    EXPECT_EQ(overlaps(path), 1);
    EXPECT_EQ(run({"repair", path, "--along", "sungai"}).code, 1) << "there is no river";
}

TEST_F(Repair, BringsBordersTogetherThatAlmostMeet) {
    write(
        "celah.geojson",
        R"({"type":"FeatureCollection","features":[)"
        R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.2001","NAMOBJ":"Satu","WADMKC":"A","WADMKK":"Contoh","WADMPR":"P"},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[109,-7],[109.01,-7],[109.01,-6.99],[109,-6.99],[109,-7]]]}},)"
        R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.2002","NAMOBJ":"Dua","WADMKC":"A","WADMKK":"Contoh","WADMPR":"P"},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[109.0100005,-7],[109.02,-7],[109.02,-6.99],[109.0100005,-6.99],[109.0100005,-7]]]}}]})");
    const std::string path = in_folder("celah.gpkg");
    ASSERT_EQ(run({"--quiet", "import", in_folder("celah.geojson"), path}).code, 0);
    const auto near_misses = [&] {
        return run({"check", path, "--json"}).json()["summary"]["near_misses"].integer();
    };
    ASSERT_EQ(near_misses(), 1);
    const std::string before = project::content_dump(path);
    EXPECT_EQ(run({"repair", path, "--rule", "midline", "--finding", "1"}).code, 1);
    const Answer answer = run({"repair", path, "--rule", "snap", "--finding", "1", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(answer.json()["repaired"].integer(), 1);
    EXPECT_NEAR(answer.json()["sum_m2"].number(), 0, 1e-6);
    EXPECT_EQ(near_misses(), 0);
    EXPECT_EQ(overlaps(path), 0);
    EXPECT_EQ(run({"segments", path, "--json"}).json()["segments"].array().size(), 1U);
    EXPECT_EQ(run({"repair", path, "--rule", "snap", "--json"}).json()["repaired"].integer(), 0);
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(project::content_dump(path), before);
}

TEST_F(Repair, NeedsAKnownRule) {
    const std::string path = flawed_project();
    EXPECT_EQ(run({"repair", path}).code, 2);
    EXPECT_EQ(run({"repair", path, "--rule", "guess"}).code, 2);
    EXPECT_EQ(run({"repair", path, "--rule", "follow"}).code, 2);
    EXPECT_EQ(run({"repair", path, "--rule", "midline", "--to", "99.01.01.2001"}).code, 2);
    EXPECT_EQ(run({"repair", in_folder("tiada.gpkg"), "--rule", "midline"}).code, 1);
}

TEST_F(Repair, OfACleanProjectMakesNoEdit) {
    const std::string path = project();
    const Answer answer = run({"repair", path, "--rule", "longest-border", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(answer.json()["repaired"].integer(), 0);
    EXPECT_EQ(run({"history", path, "--json"}).json()["edits"].array().size(), 1U);
}

} // namespace
} // namespace antardesa::cli
