#include "shell.h"

#include <iomanip>

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;

class Findings : public Shell {
  protected:
    /// The columns of a file's first layer, in order.
    std::vector<std::string> fields(const std::string& path) {
        std::vector<std::string> names;
        const json::Value file = run({"inspect", path, "--json"}).json();
        for (const json::Value& field : file["layers"].array()[0]["fields"].array())
            names.push_back(field.string());
        return names;
    }
    /// Three villages in a row; the middle one overlaps the first by `overlap` degrees.
    std::string boundaries(double overlap) {
        std::ostringstream text;
        text << std::setprecision(12) << R"({"type":"FeatureCollection","features":[)";
        const double boxes[3][2] = {{109, 109.01}, {109.01 - overlap, 109.02}, {109.02, 109.03}};
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
        return in_folder("batas.geojson");
    }
    std::string project(double overlap = 0.001) {
        const std::string path = in_folder("proyek.gpkg");
        const Answer answer = run({"--quiet", "import", boundaries(overlap), path});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return path;
    }
    json::Array list(const std::string& path, const char* kind) {
        return run({"list", path, kind, "--json"}).json()["items"].array();
    }
};

TEST_F(Findings, AreRecordedAsOneStepThatCanBeTakenBack) {
    const std::string path = project();
    EXPECT_TRUE(list(path, "findings").empty());
    const json::Value answer = run({"check", path, "--save", "--json"}).json();
    EXPECT_EQ(answer["recorded"]["open"].integer(), 1);
    const json::Array found = list(path, "findings");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0]["kind"].string(), "tumpang_tindih");
    EXPECT_EQ(found[0]["villages"].array()[1].string(), "99.01.01.2002");
    EXPECT_NEAR(found[0]["area_m2"].number(),
                answer["overlaps"].array()[0]["ellipsoid_m2"].number(), 1e-6);
    EXPECT_EQ(run({"undo", path}).code, 0);
    EXPECT_TRUE(list(path, "findings").empty());
}

TEST_F(Findings, AnAllowedOneIsListedAsSuchOverReimportAndUntilItGrows) {
    const std::string path = project();
    run({"check", path, "--save"});
    const Answer allowed = run(
        {"allow", path, "1", "--reason", "saling_klaim", "--remark", "menunggu rapat", "--json"});
    ASSERT_EQ(allowed.code, 0) << allowed.error;
    EXPECT_EQ(allowed.json()["exception"].integer(), 1);
    EXPECT_TRUE(list(path, "findings").empty());
    const json::Array exceptions = list(path, "exceptions");
    ASSERT_EQ(exceptions.size(), 1u);
    EXPECT_EQ(exceptions[0]["reason"].string(), "saling_klaim");
    EXPECT_EQ(exceptions[0]["remark"].string(), "menunggu rapat");

    json::Value answer = run({"check", path, "--json"}).json();
    EXPECT_EQ(answer["summary"]["overlaps"].integer(), 0);
    ASSERT_EQ(answer["allowed"].array().size(), 1u);
    EXPECT_EQ(answer["allowed"].array()[0]["exception"].integer(), 1);
    EXPECT_TRUE(answer["allowed"].array()[0]["number"].is_null()) << "repair takes none of these";

    ASSERT_EQ(run({"import", boundaries(0.00102), path}).code, 0);
    answer = run({"check", path, "--json"}).json();
    EXPECT_EQ(answer["allowed"].array().size(), 1u) << "a newer file, the same strip";

    ASSERT_EQ(run({"import", boundaries(0.002), path}).code, 0);
    answer = run({"check", path, "--save", "--json"}).json();
    ASSERT_EQ(answer["overlaps"].array().size(), 1u);
    EXPECT_EQ(answer["overlaps"].array()[0]["outgrown"].integer(), 1);
    EXPECT_THAT(run({"check", path}).out, HasSubstr("melebihi pengecualian nomor 1"));
}

TEST_F(Findings, AWithdrawnExceptionCountsAgain) {
    const std::string path = project();
    run({"check", path, "--save"});
    ASSERT_EQ(run({"allow", path, "1", "--reason", "lain", "--remark", "tambak",
                   "--document-number", "7", "--document-date", "2020-01-02"})
                  .code,
              0);
    ASSERT_EQ(run({"allow", path, "1", "--remove"}).code, 0);
    EXPECT_EQ(list(path, "findings").size(), 1u);
    EXPECT_TRUE(list(path, "exceptions").empty());
    EXPECT_EQ(run({"check", path, "--json"}).json()["summary"]["overlaps"].integer(), 1);
}

TEST_F(Findings, WhatDoesNotFitIsRefused) {
    const std::string path = project();
    run({"check", path, "--save"});
    EXPECT_EQ(run({"allow", path, "1", "--reason", "tidak_terdefinisi"}).code, 1);
    EXPECT_EQ(run({"allow", path, "7", "--reason", "danau"}).code, 1);
    EXPECT_EQ(run({"allow", path, "1", "--reason", "apa_saja"}).code, 2);
    EXPECT_EQ(run({"allow", path, "1"}).code, 2);
    const Answer bare = run({"allow", path, "1", "--reason", "danau"});
    EXPECT_EQ(bare.code, 1);
    EXPECT_THAT(bare.error, HasSubstr("harus bersandar pada dokumen"));
    const Answer undated = run({"allow", path, "1", "--reason", "hutan", "--document-number", "7"});
    EXPECT_EQ(undated.code, 1);
    EXPECT_THAT(undated.error, HasSubstr("belum bertanggal"));
    const Answer odd = run({"allow", path, "1", "--reason", "hutan", "--document-kind", "ngawur",
                            "--document-number", "7", "--document-date", "2020-01-02"});
    EXPECT_EQ(odd.code, 2);
    EXPECT_THAT(odd.error, HasSubstr("perbup, perwali, berita_acara"));
    EXPECT_TRUE(list(path, "exceptions").empty());
    EXPECT_TRUE(list(path, "documents").empty());
    EXPECT_EQ(run({"check", path, "--save", "--min-area", "10"}).code, 2);
    EXPECT_EQ(run({"check", boundaries(0.001), "--save"}).code, 1);
}

TEST_F(Findings, AFileThatIsNotWrittenDoesNotHideThatTheCheckIsRecorded) {
    const std::string path = project();
    const std::string output = in_folder("tiada/temuan.gpkg");
    const Answer recorded = run({"check", path, "--save", "-o", output});
    EXPECT_EQ(recorded.code, 1);
    EXPECT_THAT(recorded.error, HasSubstr("sudah dicatat di " + path));
    EXPECT_THAT(recorded.error, HasSubstr(output));
    EXPECT_EQ(list(path, "findings").size(), 1u);
    const Answer only_looked = run({"check", path, "-o", output});
    EXPECT_EQ(only_looked.code, 1);
    EXPECT_THAT(only_looked.error, Not(HasSubstr("sudah dicatat")));
}

TEST_F(Findings, AnExceptionHasItsDocumentAndItsDate) {
    const std::string path = project();
    run({"check", path, "--save"});
    const std::vector<std::string> allow{"allow", path, "1", "--reason", "disepakati_sementara"};
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> all = allow;
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    };
    const Answer refused = with({});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.error, HasSubstr("disepakati bila ada suratnya"));
    EXPECT_EQ(with({"--document-number", "140/7"}).code, 1) << "without its date";
    EXPECT_EQ(with({"--document-number", "140/7", "--document-date", "7-11-2026"}).code, 2);
    EXPECT_EQ(with({"--document", "1", "--document-number", "140/7"}).code, 2);
    EXPECT_TRUE(list(path, "documents").empty()) << "nothing written";
    const std::vector<std::string> paper{"--document-number", "140/7",
                                         "--document-date",   "2020-11-07",
                                         "--document-title",  "Kesepakatan sementara"};
    std::vector<std::string> tomorrow = paper;
    tomorrow.insert(tomorrow.end(), {"--date", "2999-01-01"});
    EXPECT_EQ(with(tomorrow).code, 1);
    std::vector<std::string> good = paper;
    good.insert(good.end(), {"--date", "2020-11-09"});
    const Answer done = with(good);
    ASSERT_EQ(done.code, 0) << done.error;
    EXPECT_THAT(done.error + done.out, HasSubstr("Berlaku sejak 2020-11-09"));
    const json::Array exceptions = list(path, "exceptions");
    ASSERT_EQ(exceptions.size(), 1u);
    EXPECT_EQ(exceptions[0]["since"].string(), "2020-11-09");
    EXPECT_EQ(exceptions[0]["document"].integer(), 1);
    EXPECT_EQ(exceptions[0]["basis"].string(), "140/7 · Kesepakatan sementara");
    EXPECT_THAT(run({"list", path, "exceptions"}).out,
                HasSubstr("2020-11-09\t140/7 · Kesepakatan sementara"));
    const json::Array documents = list(path, "documents");
    ASSERT_EQ(documents.size(), 1u);
    EXPECT_EQ(documents[0]["kind"].string(), "berita_acara");
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_TRUE(list(path, "documents").empty()) << "the paper came with the same edit";
}

TEST_F(Findings, AnExceptionWithoutADateHoldsSinceTodayAndSaysSo) {
    const std::string path = project();
    run({"check", path, "--save"});
    const Answer done =
        run({"allow", path, "1", "--reason", "hutan", "--document-kind", "peta", "--document-title",
             "Peta kawasan hutan", "--document-date", "2019-05-06"});
    ASSERT_EQ(done.code, 0) << done.error;
    const std::string today = iso_text(SystemClock().today());
    EXPECT_THAT(done.error + done.out, HasSubstr("Berlaku sejak hari ini, " + today));
    EXPECT_EQ(list(path, "exceptions")[0]["since"].string(), today);
    EXPECT_EQ(list(path, "exceptions")[0]["basis"].string(), "Peta kawasan hutan");
}

TEST_F(Findings, FollowARepair) {
    const std::string path = project();
    run({"check", path, "--save"});
    ASSERT_EQ(run({"repair", path, "--rule", "longest-border", "--max-width", "1000"}).code, 0);
    EXPECT_TRUE(list(path, "findings").empty()) << "mended, so settled";
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(list(path, "findings").size(), 1u);
}

TEST_F(Findings, TheLimitsOfWhatIsTechnicalAreTheCallers) {
    const std::string path = project(0.0001); // some eleven metres
    EXPECT_EQ(run({"check", path, "--json"}).json()["summary"]["slivers"].integer(), 0);
    EXPECT_EQ(run({"check", path, "--sliver-width", "20", "--json"})
                  .json()["summary"]["slivers"]
                  .integer(),
              1);
}

TEST_F(Findings, AnAreaClaimedTwiceIsAFeatureOfItsOwn) {
    const std::string path = project();
    run({"check", path, "--save"});
    ASSERT_EQ(run({"allow", path, "1", "--reason", "saling_klaim", "--date", "2019-03-02",
                   "--document-kind", "peta", "--document-number", "12/PMD", "--document-date",
                   "2018-01-31", "--document-title", "Peta Desa 2"})
                  .code,
              0);
    const std::string output = in_folder("klaim.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "area_saling_klaim", "-o", output}).code, 0);
    const json::Value claims = json::parse(bytes(output));
    ASSERT_EQ(claims["features"].array().size(), 1u);
    const json::Value& area = claims["features"].array()[0];
    EXPECT_EQ(area["properties"]["nama"].string(), "Desa 1; Desa 2");
    EXPECT_NEAR(area["properties"]["luas_ha"].number(), 12.2, 0.1);
    EXPECT_EQ(area["properties"]["penuntut"].string(),
              "99.01.01.2001 Desa 1; 99.01.01.2002 Desa 2");
    EXPECT_EQ(area["properties"]["sejak"].string(), "2019-03-02");
    EXPECT_EQ(area["properties"]["jenis_dok"].string(), "peta");
    EXPECT_EQ(area["properties"]["nomor_dok"].string(), "12/PMD");
    EXPECT_EQ(area["properties"]["tgl_dok"].string(), "2018-01-31");
    EXPECT_EQ(area["properties"]["judul_dok"].string(), "Peta Desa 2");
    EXPECT_EQ(area["geometry"]["type"].string(), "Polygon");
    const std::string undefined = in_folder("tak.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "area_tidak_terdefinisi", "-o", undefined}).code, 0);
    EXPECT_TRUE(json::parse(bytes(undefined))["features"].array().empty());
    const std::string both = in_folder("kedua.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "area_klaim_tak_terdefinisi", "-o", both}).code, 0);
    const json::Value areas = json::parse(bytes(both));
    ASSERT_EQ(areas["features"].array().size(), 1u);
    EXPECT_EQ(areas["features"].array()[0]["properties"]["jenis"].string(), "saling_klaim");
    const json::Array listed = list(path, "areas");
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(listed[0]["reason"].string(), "saling_klaim");
    EXPECT_EQ(listed[0]["villages"].array().size(), 2u);
    EXPECT_THAT(run({"list", path, "areas"}).out, HasSubstr("area saling klaim"));
    const std::string all = in_folder("pengecualian.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "pengecualian_batas", "-o", all}).code, 0);
    EXPECT_THAT(bytes(all), HasSubstr("\"nomor_dok\": \"12/PMD\""));
}

TEST_F(Findings, AreFoundAgainByTheirFingerprint) {
    const std::string path = project();
    run({"check", path, "--save"});
    const std::string fingerprint = list(path, "findings")[0]["fingerprint"].string();
    EXPECT_THAT(fingerprint, HasSubstr("tumpang_tindih d1 d2 "));
    EXPECT_EQ(run({"check", path, "--json"}).json()["overlaps"].array()[0]["fingerprint"].string(),
              fingerprint);
    const Answer unknown =
        run({"repair", path, "--rule", "midline", "--finding", "celah d1 d2 0 0"});
    EXPECT_EQ(unknown.code, 1);
    ASSERT_EQ(run({"import", boundaries(0.0011), path}).code, 0);
    const Answer repaired =
        run({"repair", path, "--rule", "midline", "--finding", fingerprint, "--json"});
    ASSERT_EQ(repaired.code, 0) << repaired.error;
    EXPECT_EQ(repaired.json()["repaired"].integer(), 1)
        << "its middle moved by some metres, and nothing else lies between the two";
    EXPECT_TRUE(list(path, "findings").empty());
}

TEST_F(Findings, FollowAnImport) {
    const std::string path = project();
    run({"check", path, "--save"});
    const double before = list(path, "findings")[0]["area_m2"].number();
    ASSERT_EQ(run({"import", boundaries(0.002), path}).code, 0);
    ASSERT_EQ(list(path, "findings").size(), 1u);
    EXPECT_NEAR(list(path, "findings")[0]["area_m2"].number(), 2 * before, before / 100);
    ASSERT_EQ(run({"import", boundaries(0), path}).code, 0);
    EXPECT_TRUE(list(path, "findings").empty());
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(list(path, "findings").size(), 1u) << "one step with the import";
}

TEST_F(Findings, WithoutNewsACheckIsNoStepOfTheHistory) {
    const auto steps = [&](const std::string& path) {
        return run({"history", path, "--json"}).json()["edits"].array().size();
    };
    const std::string path = project();
    run({"check", path, "--save"});
    const auto before = steps(path);
    const json::Value again = run({"check", path, "--save", "--json"}).json();
    EXPECT_EQ(again["recorded"]["open"].integer(), 1);
    EXPECT_EQ(steps(path), before);
    ASSERT_EQ(run({"import", boundaries(0), path}).code, 0);
    run({"check", path, "--save"});
    EXPECT_EQ(steps(path), before + 1) << "the import alone";
}

TEST_F(Findings, OfAFirstCheckWithoutAnyAreNewsToo) {
    const std::string path = project(0);
    run({"check", path, "--save"});
    EXPECT_EQ(run({"history", path, "--json"}).json()["edits"].array().size(), 2U)
        << "from now on edits are followed";
}

TEST_F(Findings, OfAllKindsAreOneShapefile) {
    std::string two = bytes(boundaries(0.001));
    // A spike in the third village: a place, not land.
    const std::string corner = "[109.03,-6.99],";
    two.replace(two.rfind(corner), corner.size(), "[109.03,-6.99],[109.035,-6.985]," + corner);
    write("paku.geojson", two);
    const std::string path = in_folder("temuan.shp");
    ASSERT_EQ(run({"check", in_folder("paku.geojson"), "-o", path}).code, 0);
    const json::Value found = run({"inspect", path, "--json"}).json();
    EXPECT_EQ(found["layers"].array()[0]["features"].integer(), 2);
    EXPECT_THAT(found["layers"].array()[0]["geometry"].string(), HasSubstr("olygon"));
}

TEST_F(Findings, AreLayersForOtherPrograms) {
    const std::string path = project();
    run({"check", path, "--save"});
    const std::string output = in_folder("temuan.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "temuan_batas", "-o", output}).code, 0);
    EXPECT_THAT(bytes(output), HasSubstr("tumpang_tindih"));
    const std::string checked = in_folder("periksa.geojson");
    ASSERT_EQ(run({"check", path, "-o", checked}).code, 0);
    EXPECT_EQ(bytes(checked), bytes(output)) << "a check writes what is recorded, row for row";
    const std::string fresh = in_folder("berkas.geojson");
    ASSERT_EQ(run({"check", boundaries(0.001), "-o", fresh}).code, 0);
    EXPECT_EQ(fields(fresh), fields(output)) << "and of a file the same columns";
    EXPECT_THAT(fields(fresh), testing::Contains("luas_elips"));
}

TEST_F(Findings, OfAProjectAreOneShapefileToo) {
    std::string two = bytes(boundaries(0.001));
    const std::string corner = "[109.03,-6.99],";
    two.replace(two.rfind(corner), corner.size(), "[109.03,-6.99],[109.035,-6.985]," + corner);
    write("paku.geojson", two);
    const std::string path = in_folder("paku.gpkg");
    ASSERT_EQ(run({"--quiet", "import", in_folder("paku.geojson"), path}).code, 0);
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    const std::string output = in_folder("temuan.shp");
    ASSERT_EQ(run({"convert", path, "--layer", "temuan_batas", "-o", output}).code, 0);
    const json::Value found = run({"inspect", output, "--json"}).json();
    EXPECT_EQ(found["layers"].array()[0]["features"].integer(), 2);
}

} // namespace
} // namespace antardesa::cli
