#include "shell.h"

#include "project/project_file.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;

class Segments : public Shell {
  protected:
    json::Value first_segment(const std::string& path) {
        return run({"segments", path, "--json"}).json()["segments"].array().at(0);
    }
    /// The two touching villages again, their line moved to the east by so many degrees.
    std::string moved_villages(const std::string& degrees) {
        const std::string x = "109.1" + degrees;
        write(
            "geser.geojson",
            R"({"type":"FeatureCollection","features":[)"
            R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.2001","NAMOBJ":"Sukamaju",)"
            R"("WADMKC":"Tanjungasri","WADMKK":"Contoh"},"geometry":{"type":"Polygon",)"
            R"("coordinates":[[[109,-8],[)" +
                x + ",-8],[" + x +
                R"(,-8.1],[109,-8.1],[109,-8]]]}},)"
                R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.2002","NAMOBJ":"Sidomulyo",)"
                R"("WADMKC":"Tanjungasri","WADMKK":"Contoh"},"geometry":{"type":"Polygon",)"
                R"("coordinates":[[[)" +
                x + ",-8],[109.2,-8],[109.2,-8.1],[" + x + ",-8.1],[" + x + ",-8]]]}}]}");
        return in_folder("geser.geojson");
    }
    /// Codes of the findings of an import.
    std::vector<std::string> findings(const Answer& answer) {
        std::vector<std::string> codes;
        const json::Value document = answer.json();
        for (const json::Value& finding : document["findings"].array())
            codes.push_back(finding["code"].string());
        return codes;
    }
};

TEST_F(Segments, PenetapanIsHeldAgainstWhenItsVillagesWereFormed) {
    const std::string path = project();
    const std::string id = std::to_string(first_segment(path)["id"].integer());
    const auto rules = [&] {
        std::vector<std::string> parts;
        const json::Value document = run({"compliance", path, "--json"}).json();
        for (const json::Value& finding : document["findings"].array())
            if (finding["rule"].string() == "V13")
                parts.push_back(finding["part"].string());
        return parts;
    };
    const Answer written = run({"segments", path, "--workflow", id + "=penetapan"});
    ASSERT_EQ(written.code, 0);
    EXPECT_THAT(written.out, HasSubstr("Alur batas Sukamaju–Sidomulyo")) << "it says what it wrote";
    EXPECT_EQ(first_segment(path)["workflow"].string(), "penetapan");
    EXPECT_EQ(rules(), std::vector<std::string>{"tanggal"});
    for (const char* village : {"99.01.01.2001", "99.01.01.2002"})
        ASSERT_EQ(run({"village", path, village, "--formed", "2-5-1981"}).code, 0);
    EXPECT_EQ(rules(), std::vector<std::string>{"penetapan"});
    const Answer formed =
        run({"village", path, "99.01.01.2001", "--formed", "2018-05-02", "--json"});
    EXPECT_EQ(formed.json()["formed"].string(), "2018-05-02");
    EXPECT_TRUE(rules().empty());
    EXPECT_EQ(run({"village", path, "99.01.01.2001", "--formed", "besok"}).code, 2);
    EXPECT_EQ(run({"village", path, "99.77", "--name", "X"}).code, 1);
    EXPECT_EQ(run({"segments", path, "--workflow", id + "=lain"}).code, 2);
}

TEST_F(Segments, SettingAStateIsOneEditThatCanBeTakenBack) {
    const std::string path = project();
    const std::string before = project::content_dump(path);
    const std::string id = std::to_string(first_segment(path)["id"].integer());
    std::vector<std::string> command{"segments",      path,        "--set",
                                     id + "=sepakat", "--pillars", "yes"};
    for (const std::string& option : paper("3/2026", "2026-03-04"))
        command.push_back(option);
    const Answer answer = run(command);
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(answer.out, HasSubstr("99.01.01.2001"));
    EXPECT_EQ(first_segment(path)["state"].string(), "sepakat");
    EXPECT_EQ(first_segment(path)["group"].string(), "disepakati");
    EXPECT_TRUE(first_segment(path)["pillars"].boolean());
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(project::content_dump(path), before);
}

TEST_F(Segments, PerbupNeedsItsDocumentAndAnotherOneToBeLeft) {
    const std::string path = project();
    EXPECT_EQ(run({"segments", path, "--set", "1=perbup"}).code, 1);
    const Answer entered = run({"segments", path, "--set", "1=perbup", "--document-kind", "perbup",
                                "--document-number", "12/2025", "--document-date", "2025-03-04",
                                "--document-title", "Batas desa", "--json"});
    ASSERT_EQ(entered.code, 0) << entered.error;
    const json::Value document =
        run({"list", path, "documents", "--json"}).json()["items"].array()[0];
    EXPECT_EQ(document["number"].string(), "12/2025");
    EXPECT_EQ(document["date"].string(), "2025-03-04");
    EXPECT_EQ(first_segment(path)["document"].integer(), document["id"].integer());
    EXPECT_EQ(run({"segments", path, "--set", "1=pelacakan"}).code, 1);
    EXPECT_EQ(run({"segments", path, "--set", "1=pelacakan", "--document", "1"}).code, 1)
        << "the Perbup itself does not open its line";
    EXPECT_EQ(run({"segments", path, "--set", "1=pelacakan", "--document-number", "3/2026"}).code,
              1)
        << "a number alone is no paper";
    const auto opened_by = [&](const char* kind) {
        return run({"segments", path, "--set", "1=pelacakan", "--document-kind", kind,
                    "--document-number", "3/2026", "--document-date", "2026-03-04",
                    "--document-title", "Pembukaan"});
    };
    EXPECT_EQ(opened_by("peta").code, 1);
    EXPECT_THAT(opened_by("berita_acara").error, HasSubstr("putusan pengadilan"));
    EXPECT_EQ(opened_by("putusan").code, 0);
}

TEST_F(Segments, APaperThatDoesNotCarryTheStateIsRefusedWithItsLawAndWhatToDo) {
    const std::string path = project();
    const std::string before = project::content_dump(path);
    const auto refused = [&](std::vector<std::string> options) {
        std::vector<std::string> command{"segments", path, "--set"};
        command.insert(command.end(), options.begin(), options.end());
        const Answer answer = run(command);
        EXPECT_EQ(answer.code, 1) << options.front();
        return answer.error;
    };
    EXPECT_THAT(refused({"1=sepakat"}), HasSubstr("Permendagri 45/2016"));
    EXPECT_THAT(refused({"1=verifikasi_teknis"}), HasSubstr("Peraturan BIG 15/2019"));
    EXPECT_THAT(refused({"1=perbup", "--document-kind", "peta", "--document-number", "1",
                         "--document-date", "2025-01-02", "--document-title", "Peta"}),
                HasSubstr("pasal 9 ayat (3)"));
    EXPECT_THAT(refused({"1=perbup", "--document-number", "1/2025", "--document-title", "Batas"}),
                HasSubstr("belum bertanggal"));
    EXPECT_THAT(
        refused({"1=perbup", "--document-number", "1/2025", "--document-date", "2025-01-02"}),
        HasSubstr("belum berjudul"));
    EXPECT_THAT(refused({"1=perbup", "--document-number", "1/2025", "--document-date", "2999-01-02",
                         "--document-title", "Batas"}),
                HasSubstr("sesudah hari ini"));
    EXPECT_EQ(project::content_dump(path), before);
}

TEST_F(Segments, TheCharacterOfALineIsEnteredAndListed) {
    const std::string path = project();
    ASSERT_EQ(run({"segments", path, "--character", "1=alam"}).code, 0);
    EXPECT_EQ(first_segment(path)["character"].string(), "alam");
    EXPECT_EQ(run({"segments", path, "--character", "1=alam"}).code, 1) << "it is so";
    EXPECT_EQ(run({"segments", path, "--character", "1=beton"}).code, 2);
}

TEST_F(Segments, WhatCannotBeReadIsUsage) {
    const std::string path = project();
    EXPECT_EQ(run({"segments", path, "--set", "1=selesai"}).code, 2);
    EXPECT_EQ(run({"segments", path, "--set", "sepakat"}).code, 2);
    EXPECT_EQ(run({"segments", path, "--set", "1=sepakat", "--document-number", "1",
                   "--document-date", "kemarin"})
                  .code,
              2);
    EXPECT_EQ(run({"segments", path, "--set", "99=sepakat"}).code, 1);
}

TEST_F(Segments, RollUpPerKecamatan) {
    const std::string path = project();
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    const json::Value document = run({"segments", path, "--by", "district", "--json"}).json();
    const json::Array& rows = document["rollup"].array();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0]["scope"].string(), "regency");
    EXPECT_EQ(rows[1]["name"].string(), "Tanjungasri");
    EXPECT_DOUBLE_EQ(rows[0]["definitive_share"].number(), 1);
    EXPECT_DOUBLE_EQ(rows[0]["length_m"].number(),
                     document["segments"].array()[0]["length_m"].number());
    EXPECT_EQ(rows[1]["segments_by_group"]["definitif"].integer(), 1);
    EXPECT_THAT(run({"segments", path, "--by", "district"}).out, HasSubstr("100 % dari 11,1 km"));
}

TEST_F(Segments, AMovedLineIsSaidAtImportAndKeepsItsState) {
    const std::string path = project();
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    ASSERT_EQ(run({"points", path, "--segment", "1", "--number", "--document", "1"}).code, 0);
    const Answer near = run({"import", moved_villages("00001"), path, "--dry-run", "--json"});
    EXPECT_THAT(findings(near), ::testing::Not(::testing::Contains("segment_line_moved")));
    EXPECT_THAT(findings(near), ::testing::Contains("point_off_line"))
        << "eleven centimetres are nothing to a line and too much for a point";
    const Answer far = run({"import", moved_villages("001"), path, "--json"});
    ASSERT_EQ(far.code, 0) << far.error;
    EXPECT_THAT(findings(far), ::testing::Contains("segment_line_moved"));
    EXPECT_THAT(findings(far), ::testing::Contains("point_off_line"));
    EXPECT_THAT(far.out, HasSubstr("12/2025"));
    EXPECT_EQ(first_segment(path)["state"].string(), "perbup");
    const json::Value point =
        run({"points", path, "--segment", "1", "--json"}).json()["points"].array()[0];
    EXPECT_DOUBLE_EQ(point["lon"].number(), 109.1) << "said, not moved";
    EXPECT_FALSE(point["on_line"].boolean());
}

TEST_F(Segments, AMovedLineIsAFindingUntilItIsSettled) {
    const std::string path = project();
    const auto moved = [&] {
        json::Array found;
        const json::Value listed = run({"list", path, "findings", "--json"}).json();
        for (const json::Value& item : listed["items"].array())
            if (item["kind"].string() == "garis_bergeser")
                found.push_back(item);
        return found;
    };
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    ASSERT_EQ(run({"import", moved_villages("001"), path}).code, 0);
    ASSERT_EQ(moved().size(), 1U);
    EXPECT_EQ(moved()[0]["severity"].string(), "kesalahan") << "a Perbup describes another line";
    EXPECT_NEAR(moved()[0]["width_m"].number(), 11, 0.1);
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    ASSERT_EQ(moved().size(), 1U) << "no check takes it back";
    const json::Value check = run({"check", path, "--json"}).json();
    ASSERT_EQ(check["standing"].array().size(), 1U) << "but each shows it";
    EXPECT_EQ(check["standing"].array()[0]["kind"].string(), "garis_bergeser");
    EXPECT_EQ(check["summary"]["moved_lines"].integer(), 1);
    EXPECT_THAT(run({"check", path}).out, HasSubstr("garis bergeser\tSukamaju; Sidomulyo\t11"));
    const std::string id = std::to_string(moved()[0]["id"].integer());
    EXPECT_EQ(run({"allow", path, id, "--reason", "lain"}).code, 1) << "not without a document";
    ASSERT_EQ(run({"import", moved_villages("0000001"), path}).code, 0);
    EXPECT_TRUE(moved().empty()) << "the line is back";
    ASSERT_EQ(run({"undo", path}).code, 0);
    ASSERT_EQ(moved().size(), 1U);
    ASSERT_EQ(set_state(path, "1=perbup", "3/2026", "2026-03-04").code, 0);
    EXPECT_TRUE(moved().empty()) << "a state entered anew is said of the line as it lies";
}

TEST_F(Segments, AMovedLineIsPutBackWithTheDocumentThatItRestsOn) {
    const std::string path = project();
    const auto villages = [&] { return run({"list", path, "villages", "--json"}).out; };
    const std::string before = villages();
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    EXPECT_EQ(run({"reshape", path, "--segment", "1", "--agreed"}).code, 1) << "nothing moved";
    ASSERT_EQ(run({"import", moved_villages("001"), path}).code, 0);
    ASSERT_NE(villages(), before);
    const Answer tried = run({"reshape", path, "--segment", "1", "--agreed", "--dry-run"});
    ASSERT_EQ(tried.code, 0) << tried.error;
    EXPECT_THAT(tried.out, HasSubstr(" → ")) << "what goes from whom to whom, and where";
    const json::Value seen =
        run({"reshape", path, "--segment", "1", "--agreed", "--dry-run", "--json"}).json();
    ASSERT_EQ(seen["lands"].array().size(), 1U);
    const json::Value land = seen["lands"].array()[0];
    double gained = 0;
    for (const json::Value& row : seen["ledger"].array())
        if (row["village"].string() == land["to"].string())
            gained = row["delta_m2"].number();
    EXPECT_GT(gained, 1);
    EXPECT_NEAR(land["area_m2"].number(), gained, 1e-3);
    EXPECT_NEAR(land["lon"].number(), 109.1, 0.001);
    ASSERT_NE(villages(), before);
    ASSERT_EQ(run({"reshape", path, "--segment", "1", "--agreed"}).code, 0);
    EXPECT_EQ(villages(), before);
    EXPECT_EQ(run({"list", path, "findings", "--json"}).out.find("garis_bergeser"),
              std::string::npos);
    EXPECT_EQ(first_segment(path)["state"].string(), "perbup");
    EXPECT_THAT(run({"history", path, "--json"}).out, HasSubstr("12/2025"));
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_NE(villages(), before);
    EXPECT_EQ(run({"reshape", path, "--segment", "1", "--agreed", "--from", "1"}).code, 2);
}

} // namespace
} // namespace antardesa::cli
