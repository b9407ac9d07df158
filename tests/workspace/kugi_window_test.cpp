#include "running.h"

#include <gmock/gmock.h>

#include <fstream>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;

/// Two projects of the same villages: what was settled in one reaches the other by BIG's layers.
class KugiInTheWindow : public ::testing::Test {
  protected:
    void SetUp() override {
        settled_.act(OpenFile{make_project(folder_, grid(2))});
        const auto segment = settled_.workspace.atlas()->segments()[0].id;
        RecordState request{segment, model::SegmentState::enacted};
        request.entered = model::Document{};
        request.entered->kind = "perbup";
        request.entered->number = "12/2025";
        request.entered->title = "Batas desa";
        request.entered->date = Date{std::chrono::year{2025} / 3 / 4};
        settled_.act(NumberPoints{segment});
        settled_.act(RecordSegmentState{request});
        Progress progress;
        for (const char* layer : {"segmen_batas", "titik_batas"})
            ASSERT_TRUE(convert_layer(*settled_.workspace.atlas(), layer, file(layer), progress));
        app_.act(OpenFile{make_project(other_, grid(2))});
    }
    fs::path file(const std::string& layer) const { return folder_ / (layer + ".geojson"); }
    const model::Atlas& atlas() const { return *app_.workspace.atlas(); }
    const ImportView& plan() const { return *app_.workspace.import(); }

    TemporaryFolder folder_;
    TemporaryFolder other_;
    Running settled_;
    Running app_;
};

TEST_F(KugiInTheWindow, LinesBringStatesInOneStepThatCanBeTakenBack) {
    app_.act(ImportInto{file("segmen_batas")});
    ASSERT_TRUE(app_.workspace.import());
    EXPECT_EQ(plan().stage, ImportStage::plan);
    ASSERT_EQ(plan().files.size(), 1U);
    EXPECT_EQ(plan().files[0].result, "4 dari 4 garis cocok dengan segmen");
    EXPECT_THAT(plan().summary[0], HasSubstr("KUGI"));
    EXPECT_EQ(plan().summary[1], "1 segmen berubah, 1 dokumen baru");
    EXPECT_EQ(atlas().segments()[0].state, model::SegmentState::untraced) << "not yet written";
    app_.act(AcceptImport{});
    EXPECT_EQ(atlas().segments()[0].state, model::SegmentState::enacted);
    ASSERT_TRUE(atlas().find(atlas().segments()[0].document));
    EXPECT_EQ(atlas().find(atlas().segments()[0].document)->number, "12/2025");
    app_.act(Undo{});
    EXPECT_EQ(atlas().segments()[0].state, model::SegmentState::untraced);
}

TEST_F(KugiInTheWindow, PointsComeToTheirSegmentWhenTheFileIsOpened) {
    app_.act(OpenFile{file("titik_batas")});
    ASSERT_TRUE(app_.workspace.import()) << "the project that is open takes them";
    EXPECT_EQ(plan().stage, ImportStage::plan);
    EXPECT_EQ(plan().files[0].result, "2 dari 2 titik masuk");
    EXPECT_EQ(plan().summary[1], "2 titik ditulis");
    app_.act(AcceptImport{});
    EXPECT_EQ(atlas().table<model::TurningPoint>().size(), 2U);
}

TEST_F(KugiInTheWindow, RiversSayWhatTheyTakeThePlaceOfAndNothingOfVillages) {
    const auto write = [&](const char* name, const char* lines) {
        const fs::path path = folder_ / name;
        std::ofstream(path) << R"({"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"NAMOBJ":"Kali"},"geometry":{"type":"MultiLineString","coordinates":)"
                            << lines << "}}]}";
        return path;
    };
    app_.act(ImportInto{write("sungai.geojson", "[[[109.1,-7.6],[109.11,-7.59]]]")});
    ASSERT_TRUE(app_.workspace.import());
    ASSERT_EQ(plan().summary.size(), 1U);
    EXPECT_EQ(plan().summary[0],
              "Sungai: 1 garis baru menggantikan 0 garis di proyek. Batas desa tetap.");
    app_.act(AcceptImport{});
    app_.act(ImportInto{write("sungai_baru.geojson", "[[[109.1,-7.6],[109.12,-7.59]]]")});
    EXPECT_EQ(plan().summary[0],
              "Sungai: 1 garis baru menggantikan 1 garis di proyek. Batas desa tetap.");
    app_.act(AcceptImport{});
    EXPECT_EQ(atlas().table<model::ReferenceLine>().size(), 1U);
}

TEST_F(KugiInTheWindow, ALineWithoutSegmentSaysWhyAndWhere) {
    const fs::path path = folder_ / "asing.geojson";
    std::ofstream(path) << R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"NAMOBJ":"Garis asing","ADMIN1":"","ADMIN2":"","STSBTS":2},
        "geometry":{"type":"LineString","coordinates":[[100,1],[100.1,1.1]]}}]})";
    app_.act(ImportInto{path});
    ASSERT_TRUE(app_.workspace.import());
    EXPECT_EQ(plan().files[0].result, "0 dari 1 garis cocok dengan segmen");
    bool said = false;
    for (std::size_t i = 0; i < plan().findings; ++i) {
        const FindingRow row = plan().row(i);
        said = said || (row.sentence.find("segmen") != std::string::npos && row.place.has_value());
    }
    EXPECT_TRUE(said);
}

TEST_F(KugiInTheWindow, WithoutAProjectItSaysWhatToDoFirst) {
    Running empty;
    empty.act(OpenFile{file("segmen_batas")});
    ASSERT_TRUE(empty.workspace.import());
    EXPECT_EQ(empty.workspace.import()->stage, ImportStage::refused);
    EXPECT_THAT(empty.workspace.import()->files[0].detail,
                HasSubstr("Impor batas desa lebih dahulu"));
}

} // namespace
} // namespace antardesa::workspace
