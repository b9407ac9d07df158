#include "disputed.h"

#include <cmath>

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

class Propose : public Disputed {};

TEST_F(Propose, TheMidlineOfEqualClaimsIsTheirMiddle) {
    const std::string path = disputed_project();
    const std::string before = bytes(path);
    const Answer answer = propose(path, {"--method", "midline", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value made = answer.json();
    EXPECT_EQ(made["line"]["type"].string(), "LineString");
    const json::Array& line = made["line"]["coordinates"].array();
    ASSERT_GE(line.size(), 2U);
    for (const json::Value& position : line)
        EXPECT_NEAR(position.array()[0].number(), 109.01, 1e-6);
    const json::Array& ledger = made["ledger"].array();
    ASSERT_EQ(ledger.size(), 2U);
    EXPECT_EQ(ledger[0]["village"].string(), "99.01.01.2001");
    EXPECT_EQ(ledger[1]["village"].string(), "99.01.01.2002");
    for (const json::Value& row : ledger) {
        EXPECT_NEAR(row["after_m2"].number(), row["contested_m2"].number() / 2, 60);
        EXPECT_NEAR(row["before_m2"].number(), row["contested_m2"].number() / 2, 60);
    }
    EXPECT_NEAR(ledger[0]["delta_m2"].number() + ledger[1]["delta_m2"].number(), 0, 1e-6);
    EXPECT_EQ(bytes(path), before); // nothing is written
}

TEST_F(Propose, SharesAndDirection) {
    const std::string path = disputed_project();
    for (const char* direction : {"0", "60", "-45"}) {
        const json::Value made = propose(path, {"--method", "equal-area", "--share", "60:40",
                                                "--direction", direction, "--json"})
                                     .json();
        const json::Value& first = made["ledger"].array().at(0);
        EXPECT_NEAR(first["after_m2"].number(), made["contested"]["area_m2"].number() * 0.6, 1)
            << direction;
    }
    const Answer plain = propose(path, {"--method", "equal-area"});
    EXPECT_EQ(plain.code, 0) << plain.error;
    EXPECT_THAT(plain.out, testing::HasSubstr("Bidang sengketa"));
}

TEST_F(Propose, ADrawnLineComesFromAFile) {
    const std::string path = disputed_project();
    write("garis.geojson",
          R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":)"
          R"([[109.01,-7],[109.0105,-6.995],[109.01,-6.99]]}})");
    const json::Value made =
        propose(path, {"--method", "drawn", "--line", in_folder("garis.geojson"), "--json"}).json();
    ASSERT_EQ(made["line"]["coordinates"].array().size(), 3U);
    EXPECT_GT(made["ledger"].array()[0]["delta_m2"].number(), 1000);
    write("jauh.geojson",
          R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":)"
          R"([[109.011,-7],[109.01,-6.99]]}})");
    const Answer off = propose(path, {"--method", "drawn", "--line", in_folder("jauh.geojson")});
    EXPECT_EQ(off.code, 1);
    EXPECT_THAT(off.error, testing::HasSubstr("simpul"));
}

TEST_F(Propose, LeadsStraightThroughPlacesAsTyped) {
    const std::string path = disputed_project();
    const json::Value made = propose(path, {"--method", "points", "--through", "-6.993 109.0104",
                                            "--through", "-6.997 109.0103", "--json"})
                                 .json();
    const json::Array& line = made["line"]["coordinates"].array();
    ASSERT_EQ(line.size(), 4U);
    EXPECT_NEAR(line[1].array()[1].number(), -6.997, 1e-9) << "as the line in force passes them";
    EXPECT_NEAR(line[2].array()[0].number(), 109.0104, 1e-9);
    EXPECT_EQ(propose(path, {"--method", "midline", "--through", "-6.993 109.0104"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "points", "--through", "di sana"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "points"}).code, 1) << "there are no points yet";
}

TEST_F(Propose, KeepsALineAsAScenarioOfItsCase) {
    const std::string path = disputed_project();
    EXPECT_EQ(propose(path, {"--method", "midline", "--asked-by", "Kades"}).code, 2)
        << "asked by whom is said of what is kept";
    const Answer kept = propose(path, {"--method", "equal-area", "--share", "60:40", "--save",
                                       "Usul Asri", "--asked-by", "Kades Asri 1"});
    EXPECT_EQ(kept.code, 0) << kept.error;
    EXPECT_THAT(kept.out, testing::HasSubstr("Usul Asri"));
    const json::Value shown = run({"dispute", "show", path, "1", "--json"}).json();
    ASSERT_EQ(shown["scenarios"].array().size(), 1U);
    const json::Value& scenario = shown["scenarios"].array()[0];
    EXPECT_EQ(scenario["name"].string(), "Usul Asri");
    EXPECT_EQ(scenario["method"].string(), "equal-area");
    EXPECT_EQ(scenario["share"].string(), "60:40");
    EXPECT_EQ(scenario["asked_by"].string(), "Kades Asri 1");
    const Answer twice = propose(path, {"--method", "midline", "--save", "Usul Asri"});
    EXPECT_EQ(twice.code, 1);
    EXPECT_THAT(twice.error, testing::HasSubstr("Usul Asri"));
}

TEST_F(Propose, ComparesWhatWasKept) {
    const std::string path = disputed_project();
    EXPECT_EQ(propose(path, {"--compare", "--method", "midline"}).code, 2);
    EXPECT_EQ(propose(path, {}).code, 2);
    ASSERT_EQ(propose(path, {"--method", "straight", "--save", "A"}).code, 0);
    ASSERT_EQ(propose(path, {"--method", "midline", "--share", "70:30", "--save", "B"}).code, 0);
    const json::Value compared = propose(path, {"--compare", "--json"}).json();
    const json::Array& rows = compared["scenarios"].array();
    ASSERT_EQ(rows.size(), 2U);
    for (const json::Value& row : rows) {
        const json::Value& first = row["sides"].array().at(0);
        const json::Value& second = row["sides"].array().at(1);
        EXPECT_NEAR(first["delta_m2"].number(),
                    first["gained_m2"].number() - first["lost_m2"].number(), 1);
        EXPECT_EQ(first["gained_pieces"].number(), second["lost_pieces"].number());
    }
    const json::Value& shifted = rows[1]["sides"].array().at(0);
    EXPECT_GT(shifted["gained_m2"].number(), 1000);
    EXPECT_EQ(shifted["gained_pieces"].number(), 1);
    EXPECT_EQ(shifted["lost_pieces"].number(), 0);
    EXPECT_THAT(propose(path, {"--compare"}).out, testing::HasSubstr("Skenario B"));
}

TEST_F(Propose, SaysWhatIsWrong) {
    const std::string path = disputed_project();
    EXPECT_EQ(propose(path, {"--method", "equal-area", "--share", "60"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "equal-area", "--share", "0:1"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "midline", "--direction", "40"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "follow"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "drawn"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "guess"}).code, 2);
    EXPECT_EQ(propose(path, {"--method", "follow", "--along", "sungai"}).code, 1);
    const Answer unknown = run({"propose", path, "--dispute", "9", "--method", "midline"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.error, testing::HasSubstr("9"));
}

} // namespace
} // namespace antardesa::cli
