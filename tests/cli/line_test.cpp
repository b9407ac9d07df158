#include "shell.h"

#include "project/project_file.h"

#include <cmath>

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

class Lines : public Shell {
  protected:
    /// Two villages side by side; their line has five vertices and is segment 1.
    std::string lined_project() {
        const std::string line =
            "[109.01,-7],[109.0101,-6.9975],[109.0099,-6.995],[109.0102,-6.9925],[109.01,-6.99]";
        const std::string back =
            "[109.01,-6.99],[109.0102,-6.9925],[109.0099,-6.995],[109.0101,-6.9975],[109.01,-7]";
        const auto feature = [](const char* number, const std::string& ring) {
            return std::string(R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)") +
                   number + R"(","NAMOBJ":"Desa )" + number +
                   R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
                   R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
        };
        write("batas.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  feature("1", "[109,-7]," + line + ",[109,-6.99],[109,-7]") + "," +
                  feature("2", "[109.02,-6.99]," + back + ",[109.02,-7],[109.02,-6.99]") + "]}");
        const std::string path = in_folder("proyek.gpkg");
        const Answer answer = run({"--quiet", "import", in_folder("batas.geojson"), path});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return path;
    }
    json::Array vertices(const std::string& path, std::int64_t segment) {
        const json::Value document =
            run({"segments", path, "--vertices", std::to_string(segment), "--json"}).json();
        return document["vertices"].array();
    }
    static std::string decimal(double latitude, double longitude) {
        std::ostringstream text;
        text.precision(12);
        text << latitude << ' ' << longitude;
        return text.str();
    }
};

TEST_F(Lines, VerticesAreListedInEverySystem) {
    const std::string path = lined_project();
    const std::int64_t segment = 1;
    const json::Array list = vertices(path, segment);
    ASSERT_EQ(list.size(), 5U);
    EXPECT_EQ(list.front()["number"].integer(), 1);
    EXPECT_TRUE(list.front()["node"].boolean());
    EXPECT_THAT(list.front()["dms"].string(), testing::HasSubstr("LS"));
    EXPECT_THAT(run({"--lang", "en", "segments", path, "--vertices", "1"}).out,
                testing::AllOf(testing::HasSubstr("\" S"), testing::HasSubstr(" mE"),
                               testing::Not(testing::HasSubstr(","))));
    EXPECT_THAT(list.front()["utm"]["zone"].string(), testing::HasSubstr("S"));
    EXPECT_THAT(list.front()["tm3"]["zone"].string(), testing::StartsWith("TM-3 "));
    EXPECT_FALSE(list.front()["locked"].boolean());
    const Answer plain = run({"segments", path, "--vertices", std::to_string(segment)});
    EXPECT_EQ(std::count(plain.out.begin(), plain.out.end(), '\n'),
              static_cast<std::ptrdiff_t>(list.size()));
    EXPECT_EQ(run({"segments", path, "--vertices", "99999"}).code, 1);
    EXPECT_EQ(run({"segments", path, "--vertices", "0"}).code, 1);
}

TEST_F(Lines, AMovedVertexMovesBothVillagesInOneStep) {
    const std::string path = lined_project();
    const std::string before = project::content_dump(path);
    const std::int64_t segment = 1;
    const json::Array list = vertices(path, segment);
    const json::Value& vertex = list[1];
    const std::string to = decimal(vertex["lat"].number() + 1e-5, vertex["lon"].number() + 1e-5);
    const std::vector<std::string> command{
        "move", path, "--segment", std::to_string(segment), "--vertex", "2", "--to", to, "--json"};
    const Answer answer = run(command);
    ASSERT_EQ(answer.code, 0) << answer.error;
    const json::Value document = answer.json();
    EXPECT_EQ(document["edit"].string(), "edit.move_vertex");
    ASSERT_EQ(document["ledger"].array().size(), 2U);
    EXPECT_NEAR(document["sum_m2"].number(), 0, 1e-6);
    EXPECT_NE(document["ledger"].array()[0]["delta_m2"].number(), 0);
    EXPECT_EQ(document["segments"].array().size(), 1U);
    EXPECT_NEAR(vertices(path, segment)[1]["lat"].number(), vertex["lat"].number() + 1e-5, 1e-10);
    EXPECT_EQ(run({"history", path, "--json"}).json()["edits"].array().size(), 2U);
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(project::content_dump(path), before);
}

TEST_F(Lines, MetresWithoutAZoneAreToldSo) {
    const std::string path = lined_project();
    const Answer answer = run({"move", path, "--segment", "1", "--vertex", "2", "--to",
                               "500000 9200000", "--dry-run", "--lang", "id"});
    EXPECT_NE(answer.code, 0);
    EXPECT_NE(answer.error.find("Zona"), std::string::npos) << answer.error;
}

TEST_F(Lines, VerticesAreAddedAndDeleted) {
    const std::string path = lined_project();
    const std::int64_t segment = 1;
    const std::string id = std::to_string(segment);
    const json::Array list = vertices(path, segment);
    const auto middle = [&](const char* axis) {
        return (list[1][axis].number() + list[2][axis].number()) / 2;
    };
    ASSERT_EQ(run({"move", path, "--segment", id, "--vertex", "2", "--insert", "--to",
                   decimal(middle("lat"), middle("lon"))})
                  .code,
              0);
    EXPECT_EQ(vertices(path, segment).size(), list.size() + 1);
    ASSERT_EQ(run({"move", path, "--segment", id, "--vertex", "3", "--delete"}).code, 0);
    EXPECT_EQ(vertices(path, segment).size(), list.size());
    EXPECT_EQ(run({"move", path, "--segment", id, "--vertex", "1", "--delete"}).code, 1)
        << "a node";
}

TEST_F(Lines, AStretchFollowsADrawnLine) {
    const std::string path = lined_project();
    const std::int64_t segment = 1;
    const std::string id = std::to_string(segment);
    const json::Array list = vertices(path, segment);
    std::ostringstream text;
    text.precision(12);
    const auto place = [&](std::size_t i, double by) {
        text << '[' << list[i]["lon"].number() + by << ',' << list[i]["lat"].number() + by << ']';
    };
    text << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
         << R"("geometry":{"type":"LineString","coordinates":[)";
    place(1, 0);
    text << ',';
    place(2, 1e-5);
    text << ',';
    place(3, 0);
    text << "]}}]}";
    write("garis.geojson", text.str());
    const Answer answer = run({"reshape", path, "--segment", id, "--line",
                               in_folder("garis.geojson"), "--dry-run", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(answer.json()["edit"].string(), "edit.reshape_line");
    EXPECT_TRUE(answer.json()["joins"].array().empty()) << "it begins and ends on the line";
    EXPECT_NEAR(answer.json()["sum_m2"].number(), 0, 1e-6);
    EXPECT_EQ(vertices(path, segment)[2]["lat"].number(), list[2]["lat"].number()) << "a dry run";
    ASSERT_EQ(run({"reshape", path, "--segment", id, "--line", in_folder("garis.geojson")}).code,
              0);
    EXPECT_NEAR(vertices(path, segment)[2]["lat"].number(), list[2]["lat"].number() + 1e-5, 1e-10);
}

/// A river comes into a project that has its villages already, by itself.
TEST_F(Lines, FollowARiverThatIsImportedAlone) {
    const std::string path = lined_project();
    const std::string river =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"NAMOBJ":"Ci"},)"
        R"("geometry":{"type":"LineString","coordinates":[[109.0103,-6.999],[109.0104,-6.995],)"
        R"([109.0103,-6.991]]}}]})";
    write("garis_saja.geojson", river);
    const Answer nameless = run({"import", in_folder("garis_saja.geojson"), path});
    EXPECT_EQ(nameless.code, 1);
    EXPECT_THAT(nameless.error, testing::HasSubstr("sungai"));
    write("sungai_ci.geojson", river);
    const Answer answer = run({"import", in_folder("sungai_ci.geojson"), path, "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(answer.out, testing::Not(testing::HasSubstr("no_areas")));
    EXPECT_EQ(vertices(path, 1).size(), 5U) << "the villages stay as they are";
    EXPECT_EQ(run({"reshape", path, "--segment", "1", "--along", "sungai", "--dry-run"}).code, 0);
    EXPECT_EQ(run({"import", in_folder("sungai_ci.geojson"), in_folder("kosong.gpkg")}).code, 1)
        << "rivers alone make no project";
}

TEST_F(Lines, ARiverThatIsNowhereNearIsSaidToBeFar) {
    const std::string path = lined_project();
    write(
        "sungai_jauh.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"NAMOBJ":"Ci"},)"
        R"("geometry":{"type":"LineString","coordinates":[[109.016,-6.999],[109.016,-6.991]]}}]})");
    ASSERT_EQ(run({"import", in_folder("sungai_jauh.geojson"), path, "--json"}).code, 0);
    const Answer answer =
        run({"--lang", "en", "reshape", path, "--segment", "1", "--along", "sungai", "--dry-run"});
    EXPECT_NE(answer.code, 0);
    EXPECT_THAT(answer.error, testing::HasSubstr("within 500 m of this boundary"));
    EXPECT_THAT(answer.error, testing::Not(testing::HasSubstr("cross")));
}

/// 8 m off the node where it begins, and exactly on vertex 4 where it ends.
TEST_F(Lines, AnEndThatDoesNotMeetTheLineIsSaidWithItsDistance) {
    const std::string path = lined_project();
    write("lepas.geojson",
          R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
          R"("geometry":{"type":"LineString","coordinates":[[109.0100512,-6.99994884],)"
          R"([109.0099,-6.996],[109.0102,-6.9925]]}}]})");
    const std::vector<std::string> wish{
        "reshape", path, "--segment", "1", "--line", in_folder("lepas.geojson"), "--dry-run"};
    std::vector<std::string> as_json = wish;
    as_json.emplace_back("--json");
    const json::Value document = run(as_json).json();
    ASSERT_EQ(document["joins"].array().size(), 1U);
    const json::Value join = document["joins"].array()[0];
    EXPECT_EQ(join["vertex"].integer(), 1);
    EXPECT_TRUE(join["node"].boolean());
    EXPECT_EQ(join["end"].string(), "start");
    EXPECT_NEAR(join["distance_m"].number(), 8, 0.1);
    EXPECT_THAT(run(wish).out, testing::HasSubstr(" m dari simpul (titik 1)"));
}

/// Titik kartometrik and pilar of a line that is moved.
class LinesWithPoints : public Lines {
  protected:
    LinesWithPoints() : path(lined_project()) {
        for (const char* place : {"-6.995 109.0099", "-6.9925 109.0102"})
            EXPECT_EQ(
                run({"points", path, "--segment", "1", "--add", place, "--accuracy", "0.02"}).code,
                0);
        EXPECT_EQ(run({"points", path, "--segment", "1", "--add", "-6.995 109.0099", "--kind",
                       "PBU", "--code", "7"})
                      .code,
                  0);
    }
    json::Array points() {
        return run({"points", path, "--segment", "1", "--json"}).json()["points"].array();
    }
    json::Array findings() {
        json::Array found;
        const json::Value listed = run({"list", path, "findings", "--json"}).json();
        for (const json::Value& item : listed["items"].array())
            if (item["kind"].string() == "titik_di_luar_garis")
                found.push_back(item);
        return found;
    }
    std::vector<std::string> move_east(bool dry) {
        std::vector<std::string> command{"move", path,   "--segment",         "1",     "--vertex",
                                         "3",    "--to", "-6.995 109.010035", "--json"};
        if (dry)
            command.push_back("--dry-run");
        return command;
    }
    std::string path;
};

TEST_F(LinesWithPoints, GoAlongOrAreSaidAndFoundInTheSameStep) {
    const std::string before = project::content_dump(path);
    for (const bool dry : {true, false}) {
        const Answer answer = run(move_east(dry));
        ASSERT_EQ(answer.code, 0) << answer.error;
        const json::Value document = answer.json();
        ASSERT_EQ(document["points"].array().size(), 2U) << "before it is done as well";
        EXPECT_TRUE(document["points"].array()[0]["carried"].boolean());
        EXPECT_NEAR(document["points"].array()[0]["moved_m"].number(), 14.9, 0.1);
        EXPECT_FALSE(document["points"].array()[1]["carried"].boolean());
        EXPECT_THAT(document["points"].array()[1]["code"].string(), testing::HasSubstr("PBU"));
    }
    for (const json::Value& point : points()) {
        EXPECT_EQ(point["on_line"].boolean(), point["kind"].string() == "TK");
        if (std::abs(point["lat"].number() + 6.995) < 1e-9 && point["kind"].string() == "TK") {
            EXPECT_DOUBLE_EQ(point["lon"].number(), 109.010035);
            EXPECT_TRUE(point["accuracy_m"].is_null()) << "nobody measured it there";
        }
    }
    ASSERT_EQ(findings().size(), 1U) << "the pillar stands off the line";
    EXPECT_NEAR(findings()[0]["width_m"].number(), 14.9, 0.5);
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    EXPECT_EQ(findings().size(), 1U);
    ASSERT_EQ(run({"undo", path}).code, 0);
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(project::content_dump(path), before);
}

TEST_F(LinesWithPoints, NumberingNamesWhatLiesOffTheLineAndPutsItBackWhenTold) {
    ASSERT_EQ(run({"move", path, "--segment", "1", "--vertex", "3", "--delete"}).code, 0);
    ASSERT_EQ(findings().size(), 1U);
    EXPECT_EQ(findings()[0]["count"].integer(), 2);
    const Answer refused = run({"points", path, "--segment", "1", "--number"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.error, testing::HasSubstr("-001"));
    ASSERT_EQ(run({"points", path, "--segment", "1", "--number", "--snap"}).code, 0);
    std::vector<std::string> numbers;
    for (const json::Value& point : points())
        if (point["kind"].string() == "TK") {
            numbers.push_back(point["number"].string());
            EXPECT_TRUE(point["on_line"].boolean());
        }
    EXPECT_THAT(numbers, testing::ElementsAre("000", "001", "002", "000"));
    ASSERT_EQ(findings().size(), 1U) << "a pillar is not put anywhere";
    EXPECT_EQ(findings()[0]["count"].integer(), 1);
}

/// A line that both villages agreed on.
class SettledLine : public Lines {
  protected:
    SettledLine() : path(lined_project()) {
        EXPECT_EQ(set_state(path, "1=sepakat", "3/2026", "2026-03-04").code, 0);
    }
    Answer move(std::vector<std::string> more) {
        std::vector<std::string> command{"move",     path, "--segment", "1",
                                         "--vertex", "3",  "--to",      "-6.995 109.010035"};
        command.insert(command.end(), more.begin(), more.end());
        return run(command);
    }
    json::Value segment() {
        return run({"segments", path, "--json"}).json()["segments"].array()[0];
    }
    std::string path;
};

TEST_F(SettledLine, IsMovedOnlyWhenItIsSaidWhatBecomesOfIt) {
    const std::string before = project::content_dump(path);
    const Answer looked = move({"--dry-run", "--json"});
    ASSERT_EQ(looked.code, 0) << looked.error;
    EXPECT_EQ(looked.json()["settled"].array().size(), 1U);
    EXPECT_FALSE(looked.json()["answered"].boolean());
    const Answer refused = move({});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.error, testing::HasSubstr("3/2026"));
    EXPECT_EQ(move({"--document", "1"}).code, 1) << "the same paper describes the old line";
    EXPECT_EQ(project::content_dump(path), before);
    ASSERT_EQ(move({"--fall-back"}).code, 0);
    EXPECT_EQ(segment()["state"].string(), "pelacakan");
    EXPECT_TRUE(segment()["document"].is_null());
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(segment()["state"].string(), "sepakat");
}

TEST_F(SettledLine, RestsOnTheNewPaperThatDescribesItAnew) {
    ASSERT_EQ(set_state(path, "1=verifikasi_teknis", "5/2026", "2026-04-04").code, 0);
    // A paper that waits for its line: entered for another state, then taken back.
    ASSERT_EQ(set_state(path, "1=sepakat", "9/2026", "2026-06-04").code, 0);
    ASSERT_EQ(run({"segments", path, "--set", "1=verifikasi_teknis", "--document", "2"}).code, 1)
        << "older than the agreement";
    ASSERT_EQ(set_state(path, "1=verifikasi_teknis", "11/2026", "2026-07-04").code, 0);
    ASSERT_EQ(move({"--document", "3"}).code, 0);
    EXPECT_EQ(segment()["state"].string(), "sepakat") << "what BIG verified was the old line";
    EXPECT_EQ(segment()["document"].integer(), 3);
    EXPECT_TRUE(run({"list", path, "findings", "--json"}).json()["items"].array().empty());
}

TEST_F(SettledLine, TakesAPaperThatIsEnteredWithTheMove) {
    const std::vector<std::string> paper{"--document-kind",  "berita_acara",    "--document-number",
                                         "9/2026",           "--document-date", "2026-06-04",
                                         "--document-title", "Kesepakatan baru"};
    ASSERT_EQ(move(paper).code, 0);
    EXPECT_EQ(segment()["state"].string(), "sepakat");
    EXPECT_EQ(segment()["document"].integer(), 2);
    EXPECT_TRUE(segment()["paper_faults"].array().empty());
    EXPECT_THAT(run({"history", path, "--json"}).out, testing::HasSubstr("9/2026"));
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(segment()["document"].integer(), 1);
    EXPECT_EQ(run({"list", path, "documents", "--json"}).json()["items"].array().size(), 1U)
        << "line and paper are one step";
    EXPECT_EQ(move({"--document-kind", "berita_acara"}).code, 1) << "neither number nor title";
}

TEST_F(Lines, WhatIsWrongIsSaid) {
    const std::string path = lined_project();
    const std::string id = "1";
    const std::string before = bytes(path);
    const auto move = [&](const char* to) {
        return run({"move", path, "--segment", id, "--vertex", "2", "--to", to});
    };
    EXPECT_EQ(move("-7,5 109,70.3").code, 2);
    EXPECT_THAT(move("-7,5 109,70.3").error, testing::HasSubstr("Bujur"));
    EXPECT_THAT(move("5 100").error, testing::HasSubstr("di luar kabupaten"));
    EXPECT_EQ(run({"move", path, "--segment", id, "--vertex", "2"}).code, 2);
    EXPECT_EQ(run({"move", path, "--segment", id, "--vertex", "2", "--delete", "--insert"}).code,
              2);
    EXPECT_EQ(run({"move", path, "--segment", id, "--vertex", "0", "--delete"}).code, 1);
    EXPECT_EQ(run({"move", path, "--segment", "9999", "--vertex", "1", "--delete"}).code, 1);
    EXPECT_EQ(run({"reshape", path, "--segment", id}).code, 2);
    EXPECT_EQ(bytes(path), before);
}

} // namespace
} // namespace antardesa::cli
