#include "shell.h"

#include <gmock/gmock.h>

#include <numeric>
#include <set>

namespace antardesa::cli {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Cooperation : public Shell {
  protected:
    std::string sample() {
        const Answer answer = run({"--quiet", "demo", in_folder("contoh")});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return in_folder("contoh/kabupaten-contoh.gpkg");
    }
    static double sum(const json::Value& counts) {
        double total = 0;
        for (const auto& [value, code] : model::Codes<model::Field>::list)
            if (counts.has(std::string(code)))
                total += counts[std::string(code)].number();
        return total;
    }
};

TEST_F(Cooperation, NetworkAgreesWithTheListOfAgreements) {
    const std::string path = sample();
    const json::Value network = run({"network", path, "--json"}).json();
    const auto agreements = run({"list", path, "agreements", "--json"}).json()["items"].array();
    std::map<std::string, std::set<std::string>> partners;
    std::map<std::string, int> count;
    for (const json::Value& agreement : agreements)
        for (const json::Value& one : agreement["villages"].array()) {
            if (agreement["stage"].string() == "tidak_disepakati")
                continue; // it ties nobody
            ++count[one.string()];
            for (const json::Value& other : agreement["villages"].array())
                if (other.string() != one.string())
                    partners[one.string()].insert(other.string());
        }
    EXPECT_EQ(network["agreements"].number(), static_cast<double>(agreements.size()));
    EXPECT_EQ(sum(network["by_field"]), static_cast<double>(agreements.size()));
    ASSERT_FALSE(network["villages"].array().empty());
    for (const json::Value& village : network["villages"].array()) {
        const std::string code = village["code"].string();
        EXPECT_EQ(village["degree"].number(), static_cast<double>(partners[code].size())) << code;
        EXPECT_EQ(village["agreements"].number(), count[code]) << code;
    }
    std::set<std::string> in_groups;
    for (const json::Value& group : network["groups"].array())
        for (const json::Value& code : group.array())
            EXPECT_TRUE(in_groups.insert(code.string()).second) << "in two groups";
    for (const json::Value& code : network["isolated"].array())
        EXPECT_TRUE(partners[code.string()].empty()) << code.string();
    EXPECT_EQ(
        network["components"].number(),
        static_cast<double>(network["groups"].array().size() + network["isolated"].array().size()));
}

TEST_F(Cooperation, NetworkTakesTheFilterAndRefusesAnUnknownKecamatan) {
    const std::string path = sample();
    const double all = run({"network", path, "--json"}).json()["agreements"].number();
    const json::Value health = run({"network", path, "--field", "kesehatan", "--json"}).json();
    EXPECT_EQ(health["agreements"].number(), health["by_field"]["kesehatan"].number());
    EXPECT_GT(health["agreements"].number(), 0);
    EXPECT_LT(run({"network", path, "--in-force", "--json"}).json()["agreements"].number(), all);
    EXPECT_LT(
        run({"network", path, "--district", "99.01.04", "--json"}).json()["agreements"].number(),
        all);
    EXPECT_EQ(run({"network", path, "--district", "Antah"}).code, 1);
    EXPECT_EQ(run({"network", path, "--field", "antah"}).code, 2);
    EXPECT_THAT(run({"network", path}).out,
                HasSubstr("48 kerja sama (27 berjalan, 2 ditunda) melibatkan"));
    EXPECT_THAT(run({"network", path, "--in-force"}).out,
                HasSubstr("29 kerja sama (27 berjalan, 2 ditunda) melibatkan"));
    EXPECT_THAT(run({"--lang", "en", "network", path}).out,
                HasSubstr("48 agreements (27 in force, 2 put off) involve"));
}

TEST_F(Cooperation, NetworkTakesEveryListOfTheLawAsAFilter) {
    const std::string path = sample();
    const auto count = [&](const char* option, const std::string& code) {
        const auto answer = run({"network", path, option, code, "--json"});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return answer.json()["agreements"].integer();
    };
    const auto all = [&](const char* option, const std::vector<std::string>& codes) {
        std::int64_t sum = 0;
        for (const std::string& code : codes) {
            EXPECT_GT(count(option, code), 0) << code << " is in the sample";
            sum += count(option, code);
        }
        return sum;
    };
    EXPECT_EQ(all("--branch", {"antar_desa", "pihak_ketiga"}), 48);
    EXPECT_EQ(all("--kind", {"usaha_bersama", "kemasyarakatan_pelayanan_pembangunan_pemberdayaan",
                             "keamanan_ketertiban"}),
              48);
    EXPECT_EQ(all("--reach", {"satu_kecamatan", "lintas_kecamatan", "luar_kabupaten"}), 48);
    EXPECT_EQ(all("--current-field", {"pemerintahan_desa", "pembangunan_desa",
                                      "pembinaan_kemasyarakatan", "pemberdayaan_masyarakat"}),
              48);
    all("--aim", {"1", "2", "3", "4"});
    EXPECT_EQ(run({"network", path, "--reach", "jauh"}).code, 2);
    const auto items = run({"list", path, "agreements", "--json"}).json()["items"].array();
    EXPECT_EQ(items[0]["reach"].string(), "satu_kecamatan");
}

TEST_F(Cooperation, EverySuggestionNamesItsRuleItsVillagesAndItsFacts) {
    const std::string path = sample();
    const auto suggestions = run({"suggest", path, "--json"}).json()["suggestions"].array();
    ASSERT_FALSE(suggestions.empty());
    std::set<std::string> rules;
    for (const json::Value& suggestion : suggestions) {
        rules.insert(suggestion["rule"].string());
        EXPECT_FALSE(suggestion["villages"].array().empty());
        ASSERT_FALSE(suggestion["facts"].array().empty());
        for (const json::Value& fact : suggestion["facts"].array()) {
            EXPECT_THAT(fact.string(), Not(HasSubstr("workspace."))) << "no words for it";
            EXPECT_THAT(fact.string(), Not(HasSubstr("{")));
        }
    }
    EXPECT_THAT(rules, Contains("aset_bersama"));
    EXPECT_THAT(rules, Contains("terisolasi"));
    EXPECT_THAT(rules, Contains("akan_berakhir"));
    EXPECT_THAT(rules, Contains("bidang_sama"));
    EXPECT_THAT(rules, Contains("aset_dalam_sengketa"));
    EXPECT_THAT(run({"suggest", path}).out, HasSubstr("  - "));
}

TEST_F(Cooperation, TheNetworkHasItsCharts) {
    const std::string path = sample();
    const json::Value network = run({"network", path, "--json"}).json();
    ASSERT_EQ(network["matrix"].array().size(), 12U);
    std::int64_t economy = 0;
    for (const json::Value& row : network["matrix"].array())
        economy += row["by_field"]["ekonomi"].integer();
    EXPECT_GT(economy, 0);
    EXPECT_GE(network["ending_within_days"]["180"].integer(),
              network["ending_within_days"]["30"].integer());
    ASSERT_FALSE(network["partners"].array().empty());
    EXPECT_GE(network["partners"].array()[0]["agreements"].array().size(),
              network["partners"].array().back()["agreements"].array().size());
}

TEST_F(Cooperation, ByKecamatanItsBodiesMeetingsTasksAndLinks) {
    const std::string path = sample();
    const json::Value whole = run({"network", path, "--by", "kecamatan", "--json"}).json();
    ASSERT_EQ(whole["districts"].array().size(), 12U);
    std::size_t bodies = 0;
    std::int64_t tasks = 0;
    std::size_t meetings = 0;
    for (const json::Value& district : whole["districts"].array()) {
        bodies += district["bodies"].array().size();
        tasks += district["tasks"]["rencana_program"].integer();
        meetings += district["meetings"].array().size();
        EXPECT_LE(district["villages_bound"].integer(), district["villages"].integer());
    }
    EXPECT_GE(bodies, 5U);
    EXPECT_GT(tasks, 0);
    EXPECT_GT(meetings, 0U);
    ASSERT_FALSE(whole["links"].array().empty());
    EXPECT_EQ(whole["links"].array()[0]["districts"].array().size(), 2U);
    const json::Value health =
        run({"network", path, "--by", "kecamatan", "--field", "kesehatan", "--json"}).json();
    EXPECT_LT(health["links"].array().size(), whole["links"].array().size());
    const Answer plain = run({"network", path, "--by", "kecamatan"});
    EXPECT_THAT(plain.out, HasSubstr("BKAD Tirta Contoh"));
    EXPECT_THAT(plain.out, Not(HasSubstr("cli.network")));
    EXPECT_EQ(run({"network", path, "--by", "rukun"}).code, 2);
}

TEST_F(Cooperation, TheMapIsDrawnByKecamatanUnderTheFilterAndInEachTheme) {
    const std::string path = sample();
    for (const char* theme : {"jumlah-mitra", "nilai-kerja-sama", "penghubung", "tanpa-mitra"})
        EXPECT_EQ(
            run({"export", path, "-o", in_folder(std::string(theme) + ".svg"), "--theme", theme})
                .code,
            0)
            << theme;
    const Answer answer = run({"export", path, "-o", in_folder("kecamatan.svg"), "--by-district",
                               "--year", "2026", "--in-force"});
    EXPECT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(run({"export", path, "-o", in_folder("x.svg"), "--theme", "pelangi"}).code, 2);
}

TEST_F(Cooperation, YearsAreOneOrASpan) {
    const std::string path = sample();
    const auto agreements = [&](const std::string& years) {
        return run({"network", path, "--year", years, "--json"}).json()["agreements"].integer();
    };
    EXPECT_LT(agreements("2024"), agreements("2024-2027"));
    for (const char* wrong : {"2027-2024", "antah", "2024-2025-2026", "0"})
        EXPECT_EQ(run({"network", path, "--year", wrong}).code, 2) << wrong;
}

TEST_F(Cooperation, ADraftOfWhatEndsNamesWhatItProlongs) {
    const std::string path = sample();
    const auto suggestions = run({"suggest", path, "--json"}).json()["suggestions"].array();
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
        if (suggestions[i]["rule"].string() != "akan_berakhir")
            continue;
        ASSERT_EQ(run({"--lang", "en", "suggest", path, "--draft", std::to_string(i + 1)}).code, 0);
        const auto agreements = run({"list", path, "agreements", "--json"}).json()["items"].array();
        EXPECT_EQ(agreements.back()["amends"].integer(), suggestions[i]["prolongs"].integer());
        EXPECT_THAT(agreements.back()["title"].string(), ::testing::StartsWith("Perpanjangan: "))
            << "what is stored is Indonesian for whoever asks";
        return;
    }
    FAIL() << "the sample has one that ends";
}

TEST_F(Cooperation, SuggestionsOfOneVillageOnly) {
    const std::string path = sample();
    const json::Value network = run({"network", path, "--in-force", "--json"}).json();
    const std::string alone = network["isolated"].array().at(0).string();
    const auto suggestions =
        run({"suggest", path, "--village", alone, "--json"}).json()["suggestions"].array();
    ASSERT_FALSE(suggestions.empty());
    for (const json::Value& suggestion : suggestions) {
        std::vector<std::string> codes;
        for (const json::Value& code : suggestion["villages"].array())
            codes.push_back(code.string());
        EXPECT_THAT(codes, Contains(alone));
    }
    EXPECT_EQ(run({"suggest", path, "--village", "99.99.99.2999"}).code, 1);

    const auto agreements = [&] {
        return run({"list", path, "agreements", "--json"}).json()["items"].array();
    };
    const std::size_t before = agreements().size();
    EXPECT_EQ(run({"suggest", path, "--draft", "9999"}).code, 1);
    EXPECT_EQ(agreements().size(), before);
    const Answer drafted = run({"suggest", path, "--draft", "1"});
    ASSERT_EQ(drafted.code, 0) << drafted.error;
    ASSERT_EQ(agreements().size(), before + 1);
    EXPECT_EQ(agreements().back()["stage"].string(), "persiapan");
    EXPECT_NE(agreements().back()["title"].string(), "");
}

TEST_F(Cooperation, AProjectWithoutAgreementsHasOnlyIsolatedVillages) {
    const json::Value network = run({"network", project(), "--json"}).json();
    EXPECT_EQ(network["agreements"].number(), 0);
    EXPECT_EQ(network["isolated"].array().size(), 2U) << "the kelurahan is none";
    EXPECT_THAT(network["groups"].array(), IsEmpty());
}

} // namespace
} // namespace antardesa::cli
