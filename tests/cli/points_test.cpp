#include "shell.h"

#include "project/project_file.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// The line between the two villages runs along 109.1° E from 8° S to 8.1° S.
class Points : public Shell {
  protected:
    json::Array points(const std::string& path) {
        return run({"points", path, "--segment", "1", "--json"}).json()["points"].array();
    }
    std::vector<std::string> numbers(const std::string& path) {
        std::vector<std::string> list;
        for (const json::Value& point : points(path))
            list.push_back(point["number"].string());
        return list;
    }
    static std::vector<std::string> codes(const json::Value& document) {
        std::vector<std::string> list;
        for (const json::Value& finding : document["findings"].array())
            list.push_back(finding["code"].string());
        return list;
    }
};

TEST_F(Points, AreNumberedInOneStepThatCanBeTakenBack) {
    const std::string path = project();
    const std::string before = project::content_dump(path);
    const Answer answer = run({"points", path, "--segment", "1", "--number", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(numbers(path), ElementsAre("000", "000"));
    EXPECT_EQ(points(path)[0]["code"].string(), "TK.99.01.01.2001-2002-000");
    EXPECT_TRUE(points(path)[0]["on_line"].boolean());
    EXPECT_EQ(run({"points", path, "--segment", "1", "--number"}).code, 1) << "nothing to do";
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(project::content_dump(path), before);
}

TEST_F(Points, AddedOnTheLineAreNumberedBetweenTheEnds) {
    const std::string path = project();
    ASSERT_EQ(run({"points", path, "--segment", "1", "--add", "-8.06 109.1", "--accuracy", "1.5",
                   "--method", "RTK", "--marker", "alam"})
                  .code,
              0);
    ASSERT_EQ(run({"points", path, "--segment", "1", "--add", "-8.03 109.1"}).code, 0);
    EXPECT_THAT(numbers(path), ElementsAre("000", "001", "002", "000"));
    const json::Array all = points(path);
    const auto measured = std::find_if(all.begin(), all.end(), [](const json::Value& point) {
        return !point["accuracy_m"].is_null();
    });
    ASSERT_NE(measured, all.end());
    EXPECT_DOUBLE_EQ((*measured)["accuracy_m"].number(), 1.5);
    EXPECT_EQ((*measured)["marker"].string(), "alam");
    const std::string id = std::to_string((*measured)["id"].integer());
    ASSERT_EQ(run({"points", path, "--segment", "1", "--change", id, "--accuracy", "0"}).code, 0);
    for (const json::Value& point : points(path))
        EXPECT_TRUE(point["accuracy_m"].is_null()) << "not known any more";
    EXPECT_EQ(run({"list", path, "points", "--json"}).json()["items"].array().size(), 4U);
}

TEST_F(Points, OffTheLineAreRefusedWithTheDistanceUnlessTheySnap) {
    const std::string path = project();
    const Answer refused = run({"points", path, "--segment", "1", "--add", "-8.05 109.1001"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.error, HasSubstr("11 m"));
    ASSERT_EQ(run({"points", path, "--segment", "1", "--add", "-8.05 109.1001", "--snap"}).code, 0);
    EXPECT_THAT(numbers(path), ElementsAre("000", "001", "000"));
    EXPECT_NEAR(points(path)[1]["lon"].number(), 109.1, 1e-9);
    ASSERT_EQ(run({"points", path, "--segment", "1", "--add", "-8.05 109.1001", "--kind", "PABU",
                   "--code", "7"})
                  .code,
              0)
        << "a reference pillar stands back";
}

TEST_F(Points, AreChangedAndDeletedButNotAtTheEnds) {
    const std::string path = project();
    ASSERT_EQ(run({"points", path, "--segment", "1", "--add", "-8.05 109.1"}).code, 0);
    const std::string id = std::to_string(points(path)[1]["id"].integer());
    const std::string end = std::to_string(points(path)[0]["id"].integer());
    ASSERT_EQ(run({"points", path, "--segment", "1", "--change", id, "--to", "-8.02 109.1"}).code,
              0);
    EXPECT_NEAR(points(path)[1]["lat"].number(), -8.02, 1e-9);
    EXPECT_EQ(run({"points", path, "--segment", "1", "--delete", end}).code, 1);
    ASSERT_EQ(run({"points", path, "--segment", "1", "--delete", id}).code, 0);
    EXPECT_THAT(numbers(path), ElementsAre("000", "000"));
    EXPECT_EQ(run({"points", path, "--segment", "9"}).code, 1);
    EXPECT_EQ(run({"points", path, "--segment", "1", "--add", "di sana"}).code, 2);
    EXPECT_EQ(run({"points", path, "--segment", "1", "--number", "--delete", id}).code, 2);
}

// ---- KUGI out and in

TEST_F(Points, StatesAndPointsComeBackFromKugiLayers) {
    const std::string path = project();
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    ASSERT_EQ(run({"segments", path, "--character", "1=buatan"}).code, 0);
    ASSERT_EQ(run({"points", path, "--segment", "1", "--add", "-8.05 109.1", "--accuracy", "0.25",
                   "--marker", "buatan", "--remark", "tepi jalan", "--document", "1"})
                  .code,
              0);
    for (const std::string ending : {".shp", ".gpkg", ".geojson"}) {
        const std::string lines = in_folder("garis" + ending);
        const std::string dots = in_folder("titik" + ending);
        ASSERT_EQ(run({"convert", path, "--layer", "segmen_batas", "-o", lines}).code, 0) << ending;
        ASSERT_EQ(run({"convert", path, "--layer", "titik_batas", "-o", dots}).code, 0) << ending;
        const std::string fresh = in_folder("baru-" + ending.substr(1) + ".gpkg");
        ASSERT_EQ(run({"--quiet", "import", three_villages(), fresh}).code, 0);
        const Answer read = run({"import", lines, fresh, "--json"});
        ASSERT_EQ(read.code, 0) << ending << read.error;
        EXPECT_EQ(read.json()["files"].array()[0]["taken"].integer(), 1) << ending << read.out;
        const json::Value segment =
            run({"segments", fresh, "--json"}).json()["segments"].array()[0];
        EXPECT_EQ(segment["state"].string(), "perbup") << ending;
        EXPECT_FALSE(segment["document"].is_null()) << ending;
        EXPECT_EQ(segment["character"].string(), "buatan") << ending;
        EXPECT_TRUE(segment["paper_faults"].array().empty()) << ending << read.out;
        const json::Value document =
            run({"list", fresh, "documents", "--json"}).json()["items"].array()[0];
        EXPECT_EQ(document["kind"].string(), "perbup") << ending;
        EXPECT_EQ(document["number"].string(), "12/2025") << ending;
        EXPECT_EQ(document["date"].string(), "2025-03-04") << ending;
        EXPECT_EQ(document["title"].string(), "Batas Desa Sukamaju dengan Desa Sidomulyo")
            << ending;
        ASSERT_EQ(run({"import", dots, fresh}).code, 0) << ending;
        EXPECT_THAT(numbers(fresh), ElementsAre("000", "001", "000")) << ending;
        EXPECT_DOUBLE_EQ(points(fresh)[1]["accuracy_m"].number(), 0.25) << ending;
        EXPECT_EQ(points(fresh)[1]["marker"].string(), "buatan") << ending;
        EXPECT_NEAR(points(fresh)[1]["lat"].number(), -8.05, 1e-9) << ending;
        ASSERT_EQ(run({"import", dots, fresh}).code, 0) << ending;
        EXPECT_EQ(points(fresh).size(), 3U) << "a second time brings nothing";
    }
}

TEST_F(Points, KugiFieldsAndValuesAreThoseOfTheCatalogue) {
    const std::string path = project();
    ASSERT_EQ(set_state(path, "1=verifikasi_teknis", "7/2026", "2026-05-04").code, 0);
    const std::string out = in_folder("garis.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "segmen_batas", "-o", out}).code, 0);
    const json::Value feature = json::parse(bytes(out))["features"].array()[0]["properties"];
    EXPECT_EQ(feature["ADMIN1"].string(), "99.01.01.2001");
    EXPECT_EQ(feature["ADMIN2"].string(), "99.01.01.2002");
    EXPECT_EQ(feature["WAKLD1"].string(), "Sukamaju");
    EXPECT_EQ(feature["STSBTS"].integer(), 3);
    EXPECT_EQ(feature["TIPTBT"].integer(), 7);
    EXPECT_EQ(feature["KLBADM"].integer(), 10);
    EXPECT_EQ(feature["TIPLOK"].integer(), 1);
    EXPECT_EQ(feature["SRS_ID"].string(), "4326");
    EXPECT_THAT(feature["REMARK"].string(), HasSubstr("keadaan=verifikasi_teknis"));
    EXPECT_TRUE(feature["FCODE"].string().empty()) << "nobody gave one";
}

TEST_F(Points, KugiCarriesTheFcodeThatIsGivenAndRefusesWhatIsNone) {
    const std::string path = project();
    const std::string out = in_folder("garis.geojson");
    const auto convert = [&](const char* layer, const char* code) {
        return run({"convert", path, "--layer", layer, "-o", out, "--fcode", code});
    };
    ASSERT_EQ(convert("segmen_batas", "BA02070040").code, 0);
    EXPECT_EQ(json::parse(bytes(out))["features"].array()[0]["properties"]["FCODE"].string(),
              "BA02070040");
    for (const char* wrong : {"BA03070040", "BA0207004", "ba02070040", "BA020700400"})
        EXPECT_EQ(convert("segmen_batas", wrong).code, 1) << wrong;
    EXPECT_EQ(convert("titik_batas", "BA02070040").code, 1) << "a line's code on points";
    EXPECT_EQ(convert("titik_batas", "BA01070040").code, 0);
    EXPECT_EQ(convert("desa", "BA03070040").code, 1) << "only what is in BIG's schema";
}

TEST_F(Points, KugiNamesTheLayerThatItIsAndNotTheOneOfTheAreas) {
    const auto village = [](const char* code, const char* ring) {
        return std::string(R"({"type":"Feature","properties":{"KDEPUM":")") + code +
               R"(","NAMOBJ":"D","WADMKC":"K","METADATA":"ADMINISTRASIDESA_AR_25K"},)" +
               R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
    };
    write(
        "big.geojson",
        R"({"type":"FeatureCollection","features":[)" +
            village("99.01.01.2001", "[109,-8],[109.1,-8],[109.1,-7.9],[109,-7.9],[109,-8]") + "," +
            village("99.01.01.2002", "[109.1,-8],[109.2,-8],[109.2,-7.9],[109.1,-7.9],[109.1,-8]") +
            "]}");
    const std::string path = in_folder("big.gpkg");
    ASSERT_EQ(run({"--quiet", "import", in_folder("big.geojson"), path}).code, 0);
    const std::string out = in_folder("big_garis.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "segmen_batas", "-o", out}).code, 0);
    EXPECT_EQ(json::parse(bytes(out))["features"].array()[0]["properties"]["METADATA"].string(),
              "big, ADMINISTRASI_LN_25K");
}

TEST_F(Points, OfAFileThatLieCloseTogetherAreAllTaken) {
    const std::string path = project();
    write(
        "dua.geojson",
        R"({"type":"FeatureCollection","features":[)"
        R"({"type":"Feature","properties":{"TPBA":"TK","NAMOBJ":"a"},"geometry":{"type":"Point","coordinates":[109.1,-8.05]}},)"
        R"({"type":"Feature","properties":{"TPBA":"TK","NAMOBJ":"b"},"geometry":{"type":"Point","coordinates":[109.1,-8.05000004]}}]})");
    ASSERT_EQ(run({"import", in_folder("dua.geojson"), path}).code, 0);
    EXPECT_EQ(points(path).size(), 2U) << "4 mm apart, and two all the same";
    ASSERT_EQ(run({"import", in_folder("dua.geojson"), path}).code, 0);
    EXPECT_EQ(points(path).size(), 2U) << "known ones come once";
    EXPECT_THAT(run({"points", path, "--segment", "1"}).out, HasSubstr("hanya 4 mm dari titik"))
        << "and said to be close";
    const json::Value first =
        run({"points", path, "--segment", "1", "--json"}).json()["points"].array()[0];
    EXPECT_NEAR(first["close_m"].number(), 0.0044, 0.0003);
}

TEST_F(Points, KugiPointsHaveAllFieldsOfThePillarLayer) {
    const std::string path = project();
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    ASSERT_EQ(run({"points", path, "--segment", "1", "--number", "--document", "1"}).code, 0);
    const std::string out = in_folder("titik.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "titik_batas", "-o", out}).code, 0);
    const json::Value feature = json::parse(bytes(out))["features"].array()[0]["properties"];
    for (const char* field :
         {"NAMOBJ",   "FCODE",   "REMARK",  "METADATA", "SRS_ID", "TPBA",    "KLSPLR",   "LPDAPROV",
          "LPDAKKOT", "LPDAKEC", "LPAKDES", "METUKR",   "STKDAT", "THNBUAT", "THNPGSHN", "MONUMN",
          "TIPHPT",   "TIPADM",  "AKURAV",  "KOORDX",   "KOORDY", "ELEVAS",  "LOKASI"})
        EXPECT_TRUE(feature.has(field)) << field;
    EXPECT_EQ(feature["THNPGSHN"].integer(), 2025) << "the year of the Perbup";
    EXPECT_TRUE(feature["ELEVAS"].is_null());
}

TEST_F(Points, ALayerOfPointsWithoutARowIsReadAsOne) {
    const std::string path = project();
    const std::string out = in_folder("titik.gpkg");
    ASSERT_EQ(run({"convert", path, "--layer", "titik_batas", "-o", out}).code, 0);
    const Answer answer = run({"import", out, path, "--json"});
    EXPECT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(codes(answer.json()), Contains("no_features"));
}

/// A line of another office over the only segment.
class StrangersLines : public Points {
  protected:
    static std::string line(const std::string& attributes, const std::string& x = "109.1") {
        return R"({"type":"Feature","properties":{)" + attributes +
               R"(},"geometry":{"type":"LineString","coordinates":[[)" + x + ",-8],[" + x +
               ",-8.1]]}}";
    }
    json::Value import_line(const std::string& feature) {
        write("asing.geojson", R"({"type":"FeatureCollection","features":[)" + feature + "]}");
        return run({"import", in_folder("asing.geojson"), path, "--json"}).json();
    }
    std::string state() {
        return run({"segments", path, "--json"}).json()["segments"].array()[0]["state"].string();
    }
    std::string path = project();
    const std::string codes_of_pair = R"("ADMIN1":"99.01.01.2002","ADMIN2":"99.01.01.2001",)";
};

TEST_F(StrangersLines, ValuesThatNoListHasAreNamedAndNotUsed) {
    const json::Value document = import_line(
        line(codes_of_pair + R"("STSBTS":7,"KLBADM":55,"KARKTR":1,"REMARK":"keadaan=ngawur")"));
    std::vector<std::string> messages;
    for (const json::Value& finding : document["findings"].array())
        if (finding["code"].string() == "kugi_unknown_value")
            messages.push_back(finding["message"].string());
    ASSERT_EQ(messages.size(), 3U) << "each value, with its field and what may stand there";
    EXPECT_THAT(messages, Contains(::testing::AllOf(HasSubstr("STSBTS"), HasSubstr("\"7\""),
                                                    HasSubstr("1–3"))));
    EXPECT_THAT(messages, Contains(HasSubstr("55")));
    EXPECT_THAT(messages, Contains(HasSubstr("ngawur")));
    EXPECT_EQ(state(), "belum_ditelusuri");
    EXPECT_EQ(run({"segments", path, "--json"}).json()["segments"].array()[0]["character"].string(),
              "alam")
        << "what the list has is used";
}

TEST_F(StrangersLines, TheWorkflowTravelsInTheRemark) {
    ASSERT_EQ(run({"segments", path, "--workflow", "1=penegasan"}).code, 0);
    const std::string out = in_folder("garis.geojson");
    ASSERT_EQ(run({"convert", path, "--layer", "segmen_batas", "-o", out}).code, 0);
    const auto workflow = [&] {
        return run({"segments", path, "--json"}).json()["segments"].array()[0]["workflow"].string();
    };
    ASSERT_EQ(run({"undo", path}).code, 0);
    ASSERT_EQ(workflow(), "");
    ASSERT_EQ(run({"import", out, path}).code, 0);
    EXPECT_EQ(workflow(), "penegasan");
    EXPECT_THAT(codes(import_line(line(codes_of_pair + R"("STSBTS":3,"REMARK":"alur=ngawur")"))),
                Contains("kugi_unknown_value"));
    EXPECT_EQ(workflow(), "penegasan") << "what no list has changes nothing";
}

TEST_F(StrangersLines, AnOddFcodeIsSaidOnceAndTheLineIsReadAllTheSame) {
    const std::string wrong = line(codes_of_pair + R"("STSBTS":3,"KARKTR":1,"FCODE":"BA03070040")");
    const json::Value document = import_line(wrong);
    EXPECT_THAT(codes(document), Contains("kugi_odd_fcode"));
    EXPECT_THAT(codes(document), Not(Contains("no_areas"))) << "it is read for its lines";
    EXPECT_EQ(run({"segments", path, "--json"}).json()["segments"].array()[0]["character"].string(),
              "alam");
    const json::Value good =
        import_line(line(codes_of_pair + R"("STSBTS":3,"FCODE":"BA02070040")"));
    EXPECT_THAT(codes(good), Not(Contains("kugi_odd_fcode")));
}

TEST_F(StrangersLines, APerbupWithoutItsDateComesInAsAStateWithAnIncompletePaper) {
    const json::Value document =
        import_line(line(codes_of_pair + R"("STSBTS":1,"UUPP":"Perbup 12 Tahun 2025")"));
    EXPECT_THAT(codes(document), Contains("kugi_paper_incomplete"));
    EXPECT_EQ(state(), "perbup");
    const json::Value listed = run({"list", path, "findings", "--json"}).json();
    ASSERT_EQ(listed["items"].array().size(), 1U);
    EXPECT_EQ(listed["items"].array()[0]["kind"].string(), "dokumen_belum_lengkap");
}

TEST_F(StrangersLines, ThatUndoAFinalLineAreSaidAndNotFollowed) {
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    EXPECT_THAT(codes(import_line(line(codes_of_pair + R"("STSBTS":3)"))),
                Contains("kugi_state_kept"));
    EXPECT_EQ(state(), "perbup");
}

TEST_F(StrangersLines, AreMatchedByCodesAndPlaceOrSayWhyNot) {
    EXPECT_THAT(codes(import_line(line(codes_of_pair + R"("STSBTS":2)", "109.2"))),
                Contains("kugi_line_elsewhere"));
    EXPECT_THAT(codes(import_line(line(R"("ADMIN1":"","ADMIN2":"","STSBTS":2)", "109.15"))),
                Contains("kugi_line_unmatched"));
    EXPECT_THAT(codes(import_line(line(codes_of_pair + R"("STSBTS":1)", "109.1"))),
                Contains("kugi_official_without_document"));
    EXPECT_THAT(codes(import_line(line(codes_of_pair + R"("STSBTS":2)"))),
                Contains("kugi_agreed_without_document"))
        << "an agreement has its paper, as one that is entered by hand";
    EXPECT_EQ(state(), "belum_ditelusuri");
    const json::Value agreed = import_line(
        line(codes_of_pair + R"("STSBTS":2,"REMARK":"dokumen=BA 1/2026")", "109.10005"));
    EXPECT_THAT(codes(agreed), Not(Contains("kugi_line_elsewhere")));
    EXPECT_EQ(state(), "sepakat");
    EXPECT_EQ(run({"import", in_folder("asing.geojson"), in_folder("lain.gpkg")}).code, 1)
        << "lines alone make no project";
}

TEST_F(Points, OfAPerbupChangeOnlyByThePerbupThatListsThem) {
    const std::string path = project();
    ASSERT_EQ(set_state(path, "1=sepakat", "3/2025", "2025-02-04").code, 0);
    ASSERT_EQ(run({"points", path, "--segment", "1", "--add", "-8.05 109.1"}).code, 0);
    ASSERT_EQ(set_state(path, "1=perbup", "12/2025", "2025-03-04").code, 0);
    const std::string id = std::to_string(points(path)[1]["id"].integer());
    const std::vector<std::string> move{"points",   path, "--segment", "1",
                                        "--change", id,   "--to",      "-8.02 109.1"};
    const auto by = [&](std::vector<std::string> command, const char* document) {
        command.insert(command.end(), {"--document", document});
        return run(command).code;
    };
    EXPECT_THAT(run(move).error, HasSubstr("12/2025"));
    EXPECT_EQ(run({"points", path, "--segment", "1", "--delete", id}).code, 1);
    EXPECT_EQ(run({"points", path, "--segment", "1", "--add", "-8.01 109.1"}).code, 1);
    EXPECT_EQ(by(move, "1"), 1) << "a berita acara opens no Perbup";
    EXPECT_EQ(
        run({"points", path, "--segment", "1", "--change", id, "--remark", "di jembatan"}).code, 0)
        << "what is noted about it is free";
    EXPECT_EQ(by(move, "2"), 0);
    EXPECT_NEAR(points(path)[1]["lat"].number(), -8.02, 1e-9);
}

} // namespace
} // namespace antardesa::cli
