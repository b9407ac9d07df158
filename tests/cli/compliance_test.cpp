#include "shell.h"

#include <gmock/gmock.h>

#include <set>

namespace antardesa::cli {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ComplianceCommand : public Shell {
  protected:
    std::string sample() {
        const Answer answer = run({"--quiet", "demo", in_folder("contoh")});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return in_folder("contoh/kabupaten-contoh.gpkg");
    }
    json::Array findings(const std::vector<std::string>& more, const std::string& path) {
        std::vector<std::string> arguments{"compliance", path, "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Answer answer = run(arguments);
        EXPECT_EQ(answer.code, 0) << answer.error;
        return answer.json()["findings"].array();
    }
    /// The installed rules with one text replaced.
    std::string changed_rules(const std::string& from, const std::string& to) {
        std::string text = bytes((installation().data_folder / "rules/kepatuhan.json").string());
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        write("aturan.json", text);
        return in_folder("aturan.json");
    }
};

TEST_F(ComplianceCommand, EveryFindingHasRuleSubjectSentenceAndBasis) {
    const std::string path = sample();
    for (const char* language : {"id", "en"}) {
        const Answer answer = run({"--lang", language, "compliance", path, "--json"});
        ASSERT_EQ(answer.code, 0) << answer.error;
        const json::Value document = answer.json();
        ASSERT_FALSE(document["findings"].array().empty());
        for (const json::Value& finding : document["findings"].array()) {
            EXPECT_EQ(finding["rule"].string().substr(0, 1), "V");
            EXPECT_GT(finding["subject"]["id"].integer(), 0);
            EXPECT_FALSE(finding["basis"].string().empty());
            EXPECT_THAT(finding["message"].string(), Not(HasSubstr("rule.v")));
            EXPECT_THAT(finding["message"].string(), Not(HasSubstr("{")));
        }
    }
}

TEST_F(ComplianceCommand, SaysWhichRegulationWasRevoked) {
    const auto found = findings({"--rule", "V11"}, sample());
    ASSERT_FALSE(found.empty());
    EXPECT_THAT(found[0]["basis"].string(),
                HasSubstr("PP 43/2014 ps. 147 (dicabut oleh PP 16/2026"));
}

TEST_F(ComplianceCommand, SwitchingARuleOffAndCorrectingItsCitationNeedsNoBuild) {
    const std::string path = sample();
    const auto before = findings({"--rule", "V11"}, path);
    std::set<std::string> parts;
    for (const json::Value& finding : before)
        parts.insert(finding["part"].string());
    ASSERT_THAT(parts, Contains("lewat"));
    const std::string off =
        changed_rules(R"("part": "lewat", "active": true)", R"("part": "lewat", "active": false)");
    for (const json::Value& finding : findings({"--rule", "V11", "--rules", off}, path))
        EXPECT_NE(finding["part"].string(), "lewat");
    const std::string cited = changed_rules(
        R"("part": "lewat", "active": true, "severity": "warning", "laws": ["PP 43/2014 ps. 147"])",
        R"("part": "lewat", "active": true, "severity": "error", "laws": ["PP 16/2026 ps. 99"])");
    const auto after = findings({"--rules", cited}, path);
    EXPECT_TRUE(std::any_of(after.begin(), after.end(), [](const json::Value& finding) {
        return finding["basis"].string() == "PP 16/2026 ps. 99" &&
               finding["severity"].string() == "error";
    }));
}

TEST_F(ComplianceCommand, ALawThatTheProjectDoesNotListIsSaidToBeNone) {
    const std::string path = sample();
    for (const json::Value& finding : findings({}, path))
        EXPECT_THAT(finding["basis"].string(), ::testing::Not(HasSubstr("tidak ada dalam daftar")))
            << finding["rule"].string();
    const std::string unheard = changed_rules(
        R"("part": "lewat", "active": true, "severity": "warning", "laws": ["PP 43/2014 ps. 147"])",
        R"("part": "lewat", "active": true, "severity": "error", "laws": ["PP 99/2031 ps. 1"])");
    const auto after = findings({"--rules", unheard}, path);
    EXPECT_TRUE(std::any_of(after.begin(), after.end(), [](const json::Value& finding) {
        return finding["basis"].string() ==
               "PP 99/2031 ps. 1 (tidak ada dalam daftar dasar hukum proyek)";
    }));
}

TEST_F(ComplianceCommand, RefusesRulesThatItDoesNotKnow) {
    const std::string path = sample();
    const std::string unknown = changed_rules(R"("part": "kelurahan")", R"("part": "antah")");
    const Answer answer = run({"compliance", path, "--rules", unknown});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.error, HasSubstr("V01.antah"));
    const Answer missing = run({"compliance", path, "--rules", in_folder("tiada.json")});
    EXPECT_EQ(missing.code, 1);
    EXPECT_THAT(missing.error, HasSubstr("Periksa nama yang disebut pada --rules"));
    write("rusak.json", "{\n\"rules\": [,]}");
    const Answer broken = run({"compliance", path, "--rules", in_folder("rusak.json")});
    EXPECT_EQ(broken.code, 1);
    EXPECT_THAT(broken.error, ::testing::AllOf(HasSubstr("rusak.json"), HasSubstr("baris 2")));
    EXPECT_EQ(run({"compliance", path, "--rule", "V99"}).code, 2);
}

TEST_F(ComplianceCommand, InstalledRulesHoldEveryCheckOnce) {
    const json::Value rules =
        json::parse(bytes((installation().data_folder / "rules/kepatuhan.json").string()));
    std::vector<std::string> names;
    for (const json::Value& rule : rules["rules"].array())
        names.push_back(rule["code"].string() + "." + rule["part"].string());
    const auto known = analysis::compliance_checks();
    EXPECT_THAT(names, ::testing::UnorderedElementsAreArray(known.begin(), known.end()));
}

TEST_F(ComplianceCommand, AProjectWithoutRecordsHasNoFinding) {
    EXPECT_THAT(findings({}, project()), IsEmpty());
}

} // namespace
} // namespace antardesa::cli
