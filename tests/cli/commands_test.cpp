#include "shell.h"

#include "project/project_file.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class Commands : public Shell {
  protected:
    /// An edit such as the window makes: the first segment becomes traced.
    static void trace_first_segment(const std::string& path) {
        auto file = project::ProjectFile::open(path, project::OpenMode::write);
        std::vector<Finding> findings;
        Progress progress;
        const auto tables = file.read(findings, progress);
        auto segment = std::get<model::Table<model::BoundarySegment>>(tables)[0];
        segment.state = model::SegmentState::tracing;
        const SystemClock clock;
        const model::Edit edit{{"edit.set_segment_state", {"Sukamaju", "Sidomulyo"}},
                               {model::Put<model::BoundarySegment>{segment}},
                               {}};
        ASSERT_TRUE(file.apply(edit, {"Penguji", &clock}));
    }
    std::string first_state(const std::string& path) {
        return run({"segments", path, "--json"}).json()["segments"].array().at(0)["state"].string();
    }
};

TEST_F(Commands, ImportAsksForTheSystemThatTheNumbersContradict) {
    write("desa.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                          R"("properties":{"NAMOBJ":"A"},"geometry":{"type":"Polygon",)"
                          R"("coordinates":[[[430000,9138000],[430500,9138000],)"
                          R"([430500,9138500],[430000,9138000]]]}}]})");
    const Answer asked = run({"import", in_folder("desa.geojson"), in_folder("proyek.gpkg")});
    EXPECT_EQ(asked.code, 1);
    EXPECT_THAT(asked.error, HasSubstr("UTM zone 49S"));
    EXPECT_THAT(asked.error, HasSubstr("--crs"));
    EXPECT_EQ(listing(), "desa.geojson\n");
    const Answer told =
        run({"import", in_folder("desa.geojson"), in_folder("proyek.gpkg"), "--crs", "32749"});
    EXPECT_EQ(told.code, 0) << told.error;
    EXPECT_NEAR(
        run({"info", in_folder("proyek.gpkg"), "--json"}).json()["bbox"].array().at(0).number(),
        110.36, 0.01);
}

TEST_F(Commands, SwappedAxesAreAskedForAndExchanged) {
    write("desa.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                          R"("properties":{"NAMOBJ":"A"},"geometry":{"type":"Polygon",)"
                          R"("coordinates":[[[-7.5,110.25],[-7.5,110.5],[-7.25,110.5],)"
                          R"([-7.25,110.25],[-7.5,110.25]]]}}]})");
    const std::string source = in_folder("desa.geojson");
    const std::string path = in_folder("proyek.gpkg");
    const Answer asked = run({"import", source, path});
    EXPECT_EQ(asked.code, 1);
    EXPECT_THAT(asked.error, HasSubstr("--swap-axes"));
    EXPECT_EQ(listing(), "desa.geojson\n");
    const Answer checked = run({"check", source});
    EXPECT_EQ(checked.code, 1);
    EXPECT_THAT(checked.error, HasSubstr("--swap-axes"));
    EXPECT_EQ(run({"check", source, "--swap-axes"}).code, 0);
    const Answer told = run({"import", source, path, "--swap-axes"});
    ASSERT_EQ(told.code, 0) << told.error;
    const json::Value box = run({"info", path, "--json"}).json()["bbox"];
    EXPECT_DOUBLE_EQ(box.array().at(0).number(), 110.25);
    EXPECT_DOUBLE_EQ(box.array().at(1).number(), -7.5);
    // Said of a file that is right, it changes nothing.
    run({"import", three_villages(), in_folder("benar.gpkg"), "--swap-axes"});
    EXPECT_GT(
        run({"info", in_folder("benar.gpkg"), "--json"}).json()["bbox"].array().at(0).number(), 90);
}

TEST_F(Commands, CheckAsksForTheSystemThatTheNumbersContradict) {
    write("desa.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                          R"("properties":{"NAMOBJ":"A"},"geometry":{"type":"Polygon",)"
                          R"("coordinates":[[[430000,9138000],[430500,9138000],)"
                          R"([430500,9138500],[430000,9138000]]]}}]})");
    const Answer asked = run({"check", in_folder("desa.geojson"), "--json"});
    EXPECT_EQ(asked.code, 1);
    EXPECT_THAT(asked.error, HasSubstr("UTM zone 49S"));
    EXPECT_EQ(run({"check", in_folder("desa.geojson"), "--crs", "32749"}).code, 0);
}

// ---- inspect

TEST_F(Commands, InspectSaysWhatAFileIsAndWritesNothing) {
    const std::string source = three_villages();
    const Answer answer = run({"inspect", source, "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value document = answer.json();
    EXPECT_EQ(document["kind"].string(), "vector");
    ASSERT_EQ(document["layers"].array().size(), 1U);
    const json::Value& layer = document["layers"].array()[0];
    EXPECT_EQ(layer["features"].integer(), 3);
    EXPECT_EQ(layer["geometry"].string(), "polygon");
    EXPECT_EQ(layer["crs"].string(), "EPSG:4326");
    std::vector<std::string> fields;
    for (const json::Value& field : layer["fields"].array())
        fields.push_back(field.string());
    EXPECT_THAT(fields, ::testing::IsSupersetOf({"KDEPUM", "NAMOBJ", "WADMKC"}));
    EXPECT_EQ(listing(), "desa.geojson\n");
    EXPECT_THAT(run({"inspect", source}).out, HasSubstr("3"));
}

TEST_F(Commands, InspectThatFailsSaysWhyOnTheErrorStream) {
    write("rusak.geojson", "{\"type\":");
    write("asing.xyz", "bukan apa-apa");
    for (const char* name : {"rusak.geojson", "asing.xyz", "tidak-ada.shp"})
        for (const bool json : {false, true}) {
            std::vector<std::string> arguments{"inspect", in_folder(name)};
            if (json)
                arguments.emplace_back("--json");
            const Answer answer = run(arguments);
            EXPECT_EQ(answer.code, 1) << name;
            EXPECT_THAT(answer.error, HasSubstr(name)) << json;
            EXPECT_EQ(std::count(answer.error.begin(), answer.error.end(), '\n'), 1) << name;
        }
}

TEST_F(Commands, InspectOfATableNamesColumnsAndRows) {
    write("daftar.csv", "nama,kode\nSukamaju,99.01.01.2001\n");
    const json::Value document = run({"inspect", in_folder("daftar.csv"), "--json"}).json();
    EXPECT_EQ(document["kind"].string(), "table");
    EXPECT_EQ(document["rows"].integer(), 1);
    EXPECT_EQ(document["columns"].array().at(1).string(), "kode");
}

TEST_F(Commands, InspectOfAMissingFileIsRefusedInOneLine) {
    const Answer answer = run({"inspect", in_folder("tiada.shp"), "--json"});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.out, IsEmpty());
    EXPECT_THAT(answer.error, HasSubstr("tiada.shp"));
}

// ---- import, info, list, segments

TEST_F(Commands, ImportMakesAProjectAndSaysWhatCame) {
    const std::string path = in_folder("proyek.gpkg");
    const Answer answer = run({"import", three_villages(), path, "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value document = answer.json();
    EXPECT_EQ(document["villages"].integer(), 3);
    EXPECT_EQ(document["districts"].integer(), 1);
    EXPECT_EQ(document["skipped"].integer(-1), 0);
    EXPECT_EQ(listing(), "desa.geojson\nproyek.gpkg\n");

    const json::Value info = run({"info", path, "--json"}).json();
    EXPECT_EQ(info["villages"].integer(), 3);
    EXPECT_EQ(info["segments"].integer(), 1);
    EXPECT_EQ(info["crs"].string(), "EPSG:4326");
    EXPECT_EQ(info["revision"].integer(-1), 0);
    EXPECT_GE(info["schema_version"].integer(), 1);
    ASSERT_EQ(info["bbox"].array().size(), 4U);
    EXPECT_DOUBLE_EQ(info["bbox"].array()[0].number(), 109);
    EXPECT_DOUBLE_EQ(info["bbox"].array()[3].number(), -8);
}

TEST_F(Commands, ADryRunWritesNothing) {
    const Answer answer =
        run({"import", three_villages(), in_folder("proyek.gpkg"), "--dry-run", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_TRUE(answer.json()["dry_run"].boolean());
    EXPECT_EQ(listing(), "desa.geojson\n");
}

TEST_F(Commands, ImportingTheSameAgainAddsNoVillage) {
    const std::string path = project();
    ASSERT_EQ(run({"import", three_villages(), path}).code, 0);
    EXPECT_EQ(run({"info", path, "--json"}).json()["villages"].integer(), 3);
}

TEST_F(Commands, AFieldMayBeNamedByHand) {
    std::string content = bytes(three_villages());
    for (std::size_t at; (at = content.find("NAMOBJ")) != std::string::npos;)
        content.replace(at, 6, "SEBUTAN");
    write("lain.geojson", content);
    const std::string path = in_folder("lain.gpkg");
    const Answer answer =
        run({"import", in_folder("lain.geojson"), path, "--field", "village=SEBUTAN", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(
        run({"list", path, "villages", "--json"}).json()["items"].array().at(0)["name"].string(),
        "Sukamaju");
    EXPECT_EQ(
        run({"import", in_folder("lain.geojson"), in_folder("b.gpkg"), "--field", "village=TIADA"})
            .code,
        1);
    EXPECT_FALSE(std::filesystem::exists(in_folder("b.gpkg")));
}

TEST_F(Commands, ARefusedImportLeavesNothingBehind) {
    write("rusak.geojson", "{\"type\":\"FeatureCollection\",\"features\":[");
    for (const std::string& source : {in_folder("rusak.geojson"), in_folder("tiada.shp")}) {
        const Answer answer = run({"import", source, in_folder("proyek.gpkg"), "--json"});
        EXPECT_EQ(answer.code, 1) << source;
        EXPECT_THAT(answer.out, IsEmpty());
        EXPECT_EQ(std::count(answer.error.begin(), answer.error.end(), '\n'), 1) << answer.error;
    }
    EXPECT_EQ(listing(), "rusak.geojson\n");
}

TEST_F(Commands, ImportIntoAFileThatIsNotOursIsRefusedAndLeavesItAlone) {
    write("proyek.gpkg", "bukan basis data");
    const Answer answer = run({"import", three_villages(), in_folder("proyek.gpkg")});
    EXPECT_EQ(answer.code, 1);
    EXPECT_EQ(bytes(in_folder("proyek.gpkg")), "bukan basis data");
}

TEST_F(Commands, ListsHaveIdsAndStoredCodes) {
    const std::string path = project();
    const json::Value villages = run({"list", path, "villages", "--json"}).json();
    ASSERT_EQ(villages["items"].array().size(), 3U);
    const json::Value& first = villages["items"].array()[0];
    EXPECT_EQ(first["code"].string(), "99.01.01.2001");
    EXPECT_EQ(first["kind"].string(), "desa");
    EXPECT_EQ(first["district"].string(), "Tanjungasri");
    EXPECT_NEAR(first["area_m2"].number(), 1.22e8, 2e6);
    EXPECT_EQ(villages["items"].array()[2]["kind"].string(), "kelurahan");
    for (const char* kind :
         {"districts", "agreements", "disputes", "assets", "segments", "points", "documents"}) {
        const Answer answer = run({"list", path, kind, "--json"});
        EXPECT_EQ(answer.code, 0) << kind;
        EXPECT_TRUE(answer.json()["items"].is_array()) << kind;
    }
    EXPECT_THAT(run({"list", path, "villages"}).out, StartsWith("1\t99.01.01.2001\t"));
}

TEST_F(Commands, SegmentsNameBothVillagesWithLevelStateAndLength) {
    const json::Value document = run({"segments", project(), "--json"}).json();
    ASSERT_EQ(document["segments"].array().size(), 1U);
    const json::Value& segment = document["segments"].array()[0];
    EXPECT_EQ(segment["villages"].array().at(0).string(), "99.01.01.2001");
    EXPECT_EQ(segment["villages"].array().at(1).string(), "99.01.01.2002");
    EXPECT_EQ(segment["level"].string(), "desa");
    EXPECT_EQ(segment["state"].string(), "belum_ditelusuri");
    EXPECT_NEAR(segment["length_m"].number(), 11058, 20);
}

TEST_F(Commands, ReadingChangesNoByteAndLeavesNothingBeside) {
    const std::string path = project();
    const std::string before = bytes(path);
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"info", path},
                                               {"list", path, "villages"},
                                               {"segments", path},
                                               {"history", path, "--verify"},
                                               {"history", path, "--json"}})
        EXPECT_EQ(run(arguments).code, 0) << arguments[0];
    EXPECT_EQ(bytes(path), before);
    EXPECT_EQ(listing(), "desa.geojson\nproyek.gpkg\n");
}

/// Each entry is linked to the one before; the newest link is what papers print.
TEST_F(Commands, TheHistoryIsAChainWithAHead) {
    const std::string path = project();
    ASSERT_EQ(run({"segments", path, "--set", "1=pelacakan"}).code, 0);
    const Answer answer = run({"history", path, "--verify", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    const auto edits = answer.json()["edits"].array();
    ASSERT_EQ(edits.size(), 2U);
    const std::string head = edits[0]["link"].string();
    EXPECT_EQ(head.size(), 32U);
    EXPECT_NE(edits[1]["link"].string(), head);
    EXPECT_EQ(answer.json()["head"].string(), head);
    EXPECT_TRUE(answer.json()["verified"].boolean());
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(run({"history", path, "--json"}).json()["edits"].array()[1]["link"].string(), head)
        << "what was printed stays in the chain";
}

TEST_F(Commands, TheSampleListsHoldWhatPeopleAskFor) {
    ASSERT_EQ(run({"demo", in_folder("contoh")}).code, 0);
    const std::string path = in_folder("contoh/kabupaten-contoh.gpkg");
    const auto items = [&](const char* kind) {
        return run({"list", path, kind, "--json"}).json()["items"].array();
    };
    const auto agreements = items("agreements");
    ASSERT_EQ(agreements.size(), 48U);
    EXPECT_EQ(agreements[0]["number"].string(), "01/PB/2023");
    EXPECT_EQ(agreements[0]["field"].string(), "ekonomi");
    EXPECT_EQ(agreements[0]["villages"].array().size(), 2U);
    EXPECT_EQ(agreements[0]["ends"].string(), "2027-01-04");
    EXPECT_EQ(agreements[2]["parties"].array().back()["third_party"].string(),
              "PT Kelapa Nusantara Contoh");
    EXPECT_TRUE(agreements[5]["number"].is_null());
    const auto disputes = items("disputes");
    EXPECT_EQ(disputes[2]["facilitator"].string(), "camat");
    EXPECT_GT(disputes[2]["contested_m2"].number(), 2e5);
    EXPECT_EQ(disputes[2]["claims"].array().size(), 2U);
    const auto assets = items("assets");
    EXPECT_EQ(assets[0]["geometry"].string(), "point");
    EXPECT_GT(assets[0]["shares"].array().at(0)["percent"].number(), 0);
    EXPECT_GT(items("districts").at(0)["villages"].integer(), 5);
    EXPECT_EQ(items("documents").at(0)["kind"].string(), "permakades");
}

// ---- history, undo, redo

TEST_F(Commands, UndoAndRedoWalkTheHistoryAndAreEntriesThemselves) {
    const std::string path = project();
    trace_first_segment(path);
    EXPECT_EQ(first_state(path), "pelacakan");
    ASSERT_EQ(run({"--author", "Bu Sri", "undo", path}).code, 0);
    EXPECT_EQ(first_state(path), "belum_ditelusuri");
    ASSERT_EQ(run({"redo", path}).code, 0);
    EXPECT_EQ(first_state(path), "pelacakan");

    const auto edits = run({"history", path, "--json"}).json()["edits"].array();
    ASSERT_GE(edits.size(), 3U);
    EXPECT_GT(edits[0]["revision"].integer(), edits[1]["revision"].integer());
    EXPECT_EQ(edits[1]["author"].string(), "Bu Sri");
    EXPECT_TRUE(edits[0].has("time") && edits[0].has("document") && edits[0].has("name"));
}

TEST_F(Commands, UndoWithNothingToUndoIsRefused) {
    const std::string path = project();
    const Answer answer = run({"undo", path});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.out, IsEmpty());
    EXPECT_EQ(run({"redo", path}).code, 1);
}

TEST_F(Commands, ASecondWriterIsToldWhoHoldsTheFile) {
    const std::string path = project();
    const auto holder = project::ProjectFile::open(path, project::OpenMode::write);
    const Answer answer = run({"undo", path});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.error, HasSubstr(std::to_string(getpid())));
    EXPECT_EQ(run({"info", path}).code, 0);
}

// ---- convert, screenshot

TEST_F(Commands, ConvertWritesEveryFormatAndCountsFeatures) {
    const std::string path = project();
    for (const char* ending : {"geojson", "kml", "shp", "gpkg"}) {
        const std::string output = in_folder(std::string("desa-keluar.") + ending);
        const Answer answer = run({"convert", path, "--layer", "desa", "-o", output});
        ASSERT_EQ(answer.code, 0) << answer.error;
        const json::Value back = run({"inspect", output, "--json"}).json();
        EXPECT_EQ(back["layers"].array().at(0)["features"].integer(), 3) << ending;
    }
    const json::Value text = json::parse(bytes(in_folder("desa-keluar.geojson")));
    EXPECT_EQ(text["features"].array()[0]["properties"]["kabupaten"].string(), "Contoh")
        << "read again it has its name";
    const Answer unknown =
        run({"convert", path, "--layer", "rumah", "-o", in_folder("rumah.geojson")});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_FALSE(std::filesystem::exists(in_folder("rumah.geojson")));
}

TEST_F(Commands, ScreenshotHandsTheRequestToTheWindowAndPrintsItsTimes) {
    ScreenshotRequest seen;
    hooks_.screenshot = [&seen](const ScreenshotRequest& request, const workspace::Environment&) {
        seen = request;
        FrameTimes times;
        times.frames = request.frames;
        times.median_ms = 4.5;
        return std::optional(times);
    };
    const Answer answer = run({"screenshot", "a.gpkg", "-o", "a.png", "--size", "1920x1080",
                               "--panel", "aset", "--frames", "60", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(seen.width, 1920);
    EXPECT_EQ(seen.height, 1080);
    EXPECT_EQ(seen.panel, "aset");
    const json::Value times = answer.json();
    EXPECT_EQ(times["frames"].integer(), 60);
    EXPECT_DOUBLE_EQ(times["median_ms"].number(), 4.5);
    for (const char* field : {"p99_ms", "max_ms", "floor_ms"})
        EXPECT_TRUE(times.has(field)) << field;
}

// ---- export

TEST_F(Commands, ExportWritesTheThreeFormatsAndRefusesAFourth) {
    const std::string path = project();
    for (const char* ending : {"pdf", "svg", "png"}) {
        const std::string output = in_folder(std::string("peta.") + ending);
        const Answer answer =
            run({"export", path, "-o", output, "--paper", "A4", "--dpi", "72", "--theme", "polos"});
        ASSERT_EQ(answer.code, 0) << answer.error;
        EXPECT_GT(std::filesystem::file_size(output), 1000U);
    }
    EXPECT_EQ(run({"export", path, "-o", in_folder("peta.docx")}).code, 2);
    EXPECT_EQ(run({"export", path, "-o", in_folder("b.pdf"), "--extent", "kecamatan=Tiada"}).code,
              1);
    EXPECT_FALSE(std::filesystem::exists(in_folder("b.pdf")));
}

} // namespace
} // namespace antardesa::cli
