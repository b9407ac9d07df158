// Names of all kinds through everything that is written: literal where the format can hold them,
// marked where they would act, well-formed always.
#include "base/text.h"
#include "running.h"
#include "json/value.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <memory>

namespace antardesa::workspace {
namespace {

using namespace testing;

std::vector<std::string> hostile_names() {
    return {"%s%n%x {0}",       "Suka##Maju###1", "<b>&amp;\"'</b> ]]>",   "'; DROP TABLE", "=1+1",
            "garis\nbaru\ttab", "\x1B[31mmerah",  "kiri\u202Ekanan\u202C", "nol\u200Blebar"};
}

std::vector<GridVillage> villages() {
    auto grid_of_nine = grid(3);
    const auto names = hostile_names();
    for (std::size_t i = 0; i < names.size(); ++i)
        grid_of_nine[i].name = names[i];
    return grid_of_nine;
}

struct Outcome {
    int code = 0;
    std::string out;
};
Outcome shell(const std::string& command) {
    Outcome outcome;
    std::array<char, 4096> buffer{};
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe)
        return {-1, {}};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        outcome.out.append(buffer.data(), got);
    outcome.code = pclose(pipe);
    return outcome;
}
bool installed(const char* tool) {
    return shell(std::string("command -v ") + tool + " >/dev/null").code == 0;
}

std::string without_space(const std::string& text) {
    std::string packed;
    for (const char c : text)
        if (static_cast<unsigned char>(c) > ' ')
            packed += c;
    return packed;
}

/// What paper shows: one U+FFFD for each character that would act.
std::string on_paper(const std::string& name) {
    std::string shown;
    for (std::size_t at = 0; at < name.size();) {
        const Character one = character_at(name, at);
        shown += acts_unseen(one.code) ? "\uFFFD" : name.substr(at, one.length);
        at += one.length;
    }
    return shown;
}

class HostileNames : public ::testing::Test {
  protected:
    HostileNames() {
        Progress progress;
        atlas_ = load_project(make_project(folder_, villages()), progress).atlas;
    }
    fs::path convert(const char* file) {
        Progress progress;
        const auto written = convert_layer(*atlas_, "desa", folder_ / file, progress);
        EXPECT_TRUE(written) << debug_text(written.refusal().message);
        return folder_ / file;
    }
    fs::path draw(const char* file) {
        Progress progress;
        ExportRequest request;
        request.output = folder_ / file;
        const auto report = export_map(atlas_, request, test_environment(), progress);
        EXPECT_TRUE(report);
        return folder_ / file;
    }
    TemporaryFolder folder_;
    std::shared_ptr<const model::Atlas> atlas_;
};

TEST_F(HostileNames, AreKeptByteForByteInTheProject) {
    std::vector<std::string> kept;
    for (const auto& village : atlas_->villages())
        kept.push_back(village.name);
    EXPECT_THAT(kept, ::testing::UnorderedElementsAreArray(hostile_names()));
}

TEST_F(HostileNames, ComeBackFromGeoJson) {
    const json::Value document = json::parse(bytes_of(convert("desa.geojson")));
    std::vector<std::string> names;
    for (const json::Value& feature : document["features"].array())
        names.push_back(feature["properties"]["nama"].string());
    EXPECT_THAT(names, ::testing::UnorderedElementsAreArray(hostile_names()));
}

TEST_F(HostileNames, LeaveXmlWellFormed) {
    if (!installed("xmllint"))
        GTEST_SKIP() << "xmllint (libxml2-utils) is not installed";
    for (const char* file : {"desa.kml", "peta.svg"}) {
        const fs::path path = std::string(file) == "peta.svg" ? draw(file) : convert(file);
        const Outcome outcome = shell("xmllint --noout --nonet '" + path.string() + "' 2>&1");
        EXPECT_EQ(outcome.code, 0) << outcome.out;
    }
}

TEST_F(HostileNames, AreTheTextOfThePdf) {
    if (!installed("pdftotext"))
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const Outcome text = shell("pdftotext -raw '" + draw("peta.pdf").string() + "' -");
    ASSERT_EQ(text.code, 0);
    const std::string packed = without_space(text.out);
    for (const std::string& name : hostile_names())
        EXPECT_THAT(packed, ::testing::HasSubstr(without_space(on_paper(name))));
}

} // namespace
} // namespace antardesa::workspace
